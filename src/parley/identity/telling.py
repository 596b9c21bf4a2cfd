"""One report's telling of an encounter, as tellings are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.model.findings import EncounterStatus

PLANNED = frozenset({EncounterStatus.PROPOSED, EncounterStatus.SCHEDULED})
_FURTHER = (
    EncounterStatus.PROPOSED,
    EncounterStatus.SCHEDULED,
    EncounterStatus.POSTPONED,
    EncounterStatus.CANCELLED,
    EncounterStatus.UNDERWAY,
    EncounterStatus.HELD,
    EncounterStatus.DENIED,
)
_PRECISE = 3
"""Days an encounter may last and still be one day's."""

Day = int
"""A day as its number since the year 1."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of an encounter.

    Attributes:
        id: the finding's id.
        report: the report's id.
        published: the day its report came out, or None.
        place: where the finding stands among the report's.
        form: of encounter.
        status: how far it had come.
        participants: who takes part, each by what identifies it across reports, with the party it belongs to
            (a country's party is itself; empty where none is known).
        on: first and last day it may mean, or None.
        where: the place, folded, or empty.
    """

    id: str
    report: str
    published: Day | None
    place: int
    form: str
    status: EncounterStatus
    participants: Mapping[str, str]
    on: tuple[Day, Day] | None = None
    where: str = ""

    @property
    def order(self) -> tuple[Day, int, str, int, str]:
        """The order tellings were made in; of one day those that had come further are later."""
        return self.published or 0, _FURTHER.index(self.status), self.report, self.place, self.id

    @property
    def dated(self) -> bool:
        """Whether the report gives the day, not only the month."""
        return self.on is not None and self.on[1] - self.on[0] < _PRECISE
