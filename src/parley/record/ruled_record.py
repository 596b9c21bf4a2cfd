"""What a record can be told by people: the part of `Record` that keeps rulings."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Engine

from parley.model.rulings import Ruling, RulingKind
from parley.record import ruling as keeping
from parley.record.database import reading, writing
from parley.record.decisions import Decision
from parley.record.ruling import KeptRuling


class RuledRecord:
    """Rulings: made, listed, taken over from another record."""

    _engine: Engine
    place: str

    def rule(self, decision: Decision, *, by: str, why: str = "") -> Ruling:
        """Keep a decision of a person, and write anew what it changes.

        Args:
            decision: one of `parley.record.decisions`: ``Correct("s41d2", "speaker", "Asta Lind")``.
            by: who decides.
            why: the reason.

        Raises:
            NotFound: when what it is about is not in the record.
            Ambiguous: when it could be several.
            BadRuling: when it is not signed, or cannot be decided so.
        """
        with writing(self._engine, self.place) as connection:
            return keeping.make(connection, decision, by, why)

    def rulings(self) -> list[KeptRuling]:
        """All rulings in the order they were made: in force, undone, and those that find nothing any more."""
        with reading(self._engine, self.place) as connection:
            return keeping.kept_rulings(connection)

    def rulings_on(self, finding: str) -> list[KeptRuling]:
        """The rulings on the finding with this whole id, in the order they were made, undone ones too."""
        with reading(self._engine, self.place) as connection:
            return keeping.rulings_on(connection, finding)

    def rulings_in_force(self, *kinds: RulingKind) -> tuple[Ruling, ...]:
        """The rulings that hold, of some kinds or of all, in the order they were made."""
        with reading(self._engine, self.place) as connection:
            return keeping.all_rulings(connection, kinds)

    def take_rulings(self, made: Iterable[Ruling]) -> tuple[Ruling, ...]:
        """Keep rulings made elsewhere, all or none; gives those that were new here."""
        with writing(self._engine, self.place) as connection:
            return keeping.keep(connection, made)

    def has_rulings(self) -> bool:
        """Whether anybody has decided anything."""
        with reading(self._engine, self.place) as connection:
            return keeping.has_any(connection)

    def ruled_pairs(self, type: str) -> list[tuple[RulingKind, str, str]]:
        """Findings of a type that people held for one thing (merge), or for two (split), as they stand now.

        Args:
            type: ``encounter`` or ``proposal``.

        Returns:
            For each ruling in force, in the order they were made, its kind and the ids of both findings;
            those that find one of them no longer are left out.
        """
        with reading(self._engine, self.place) as connection:
            return keeping.pairs(connection, type)
