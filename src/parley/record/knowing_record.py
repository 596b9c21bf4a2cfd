"""Who a record knows: the part of `Record` that answers for people, bodies, countries and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Engine, select

from parley.record import identifying, ledger, versions, who
from parley.record.database import reading
from parley.record.entity_entries import Alias, Entity, IdentitySuggestion, Role
from parley.record.entries import StoredFinding
from parley.record.rebuild_tables import rebuilds
from parley.record.steps import Step, in_steps


class KnowingRecord:
    """Who is who across reports."""

    _engine: Engine
    _found_whole: dict[str, str | None]
    place: str

    def entities(self, kind: str | None = None) -> list[Entity]:
        """Everybody the reports name or quote, those with most statements first.

        Args:
            kind: person, organisation, country or place; None: all.
        """
        self.identify()
        with reading(self._engine, self.place) as connection:
            return who.known_entities(connection, kind)

    def entity(self, called: str, kind: str | None = None) -> Entity:
        """The one that goes by a name, by words of it, or by an id.

        Raises:
            NotFound: when nobody does.
            Ambiguous: when several do; the message lists them.
        """
        self.identify()
        with reading(self._engine, self.place) as connection:
            return who.find_entity(connection, called, kind)

    def aliases(self, entity: str) -> tuple[Alias, ...]:
        """All names somebody goes by, with how surely and why; `entity` is a whole id."""
        with reading(self._engine, self.place) as connection:
            return who.aliases(connection, entity)

    def roles(self, entity: str) -> tuple[Role, ...]:
        """What reports call somebody through time; `entity` is a whole id."""
        with reading(self._engine, self.place) as connection:
            return who.roles(connection, entity)

    def appearances(self, entity: str, limit: int | None = None) -> dict[str, frozenset[str]]:
        """The reports that name somebody, each with the names it uses.

        Args:
            entity: a whole id.
            limit: at most so many reports, those of the latest days; None: all.
        """
        with reading(self._engine, self.place) as connection:
            if limit is not None:
                return who.latest_appearances(connection, entity, limit)
            return who.appearing_in(connection, entity)

    def called(self, entity: str) -> frozenset[str]:
        """All names that reports use of somebody; `entity` is a whole id."""
        with reading(self._engine, self.place) as connection:
            return who.names_of(connection, entity)

    def findings_in(self, reports: Iterable[str], types: Sequence[str]) -> list[StoredFinding]:
        """The findings of some reports, of some types, by day; without those that people rejected."""
        with reading(self._engine, self.place) as connection:
            return ledger.findings_in(connection, reports, types)

    def entities_in(self, reports: Iterable[str]) -> dict[tuple[str, str], Entity]:
        """Who is meant by each name in some reports, by report and name as the report has it."""
        self.identify()
        with reading(self._engine, self.place) as connection:
            return who.entity_ids(connection, reports)

    def suggestions(self) -> list[IdentitySuggestion]:
        """Names that may be one's but are not surely enough, the likeliest first."""
        self.identify()
        with reading(self._engine, self.place) as connection:
            return who.suggestions(connection)

    def rebuild(self) -> Iterator[Step]:
        """Make all that is derived anew, from reports, readings and rulings alone; gives how far it has come.

        Goes on with one that was interrupted; may be stopped at any step.
        """
        from parley.record.rebuilding import rebuild

        return rebuild(self._engine, self.place)

    def rebuild_interrupted(self) -> bool:
        """Whether a rebuild was begun and has not come to its end."""
        with reading(self._engine, self.place) as connection:
            query = select(rebuilds.c.number).where(rebuilds.c.finished.is_(None)).limit(1)
            return connection.scalar(query) is not None

    def identify(self) -> None:
        """Bring in the names of reports that an older version kept, or an interrupted rebuild left out.

        Done by every question about who is who; it costs a look where there are none.
        """
        for _ in self._identify():
            pass

    def _identify(self) -> Iterator[Step]:
        """The same, giving how far it has come."""
        with reading(self._engine, self.place) as connection:
            state = versions.settled(connection)
            if state is not None and self._found_whole.get("who") == state:
                return
            waiting = who.unidentified(connection)
        self._found_whole["who"] = state if not waiting else None
        yield from in_steps(self._engine, self.place, waiting, identifying.take_in)
