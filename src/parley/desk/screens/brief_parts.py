"""What the brief is made of, each part worked out from the record alone, no longer than it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parley.desk.families import Asking
from parley.model import EncounterStatus
from parley.record import Record
from parley.record.days import days
from parley.views.board import Board, Stand, board
from parley.views.brief import coverage as coverage
from parley.views.calendar import CalendarEntry, calendar
from parley.views.disputes import Dispute, disputes
from parley.views.waiting import Wait, waiting

MOST_STANDS, MOST_OTHERS = 7, 5
_MOST_OF_ONE, _LOOKED_AT = 2, 60
_AHEAD = 500
"""Encounters ahead that are looked at: the next of them are shown."""
_MOST_WAITS, _WAITS_LOOKED_AT = 4, 100
MOST_PARTIES = 30
"""Rows of the board that are looked at: those with most positions."""

_COMING = frozenset({EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED, EncounterStatus.UNDERWAY})


@dataclass(frozen=True, slots=True)
class Standing:
    """Who waits for whom.

    Attributes:
        party: who waits.
        act: what it would do.
        awaited: whose act it waits for.
        wait: the edge of the graph.
    """

    party: str
    act: str
    awaited: str
    wait: Wait


@dataclass(frozen=True, slots=True)
class Disputed:
    """The latest disputes.

    Attributes:
        more: whether there are more.
        latest: the latest of them.
    """

    more: bool
    latest: tuple[Dispute, ...]


def first_board(record: Record) -> Board:
    """The board of the parties with most positions."""
    return _first_board(record, record.version())


@lru_cache(maxsize=2)
def _first_board(record: Record, version: str) -> Board:
    """The same, kept until the version is another: the brief and the board begin with it."""
    return board(record, parties=MOST_PARTIES + 1)


def latest_stands(record: Record) -> tuple[tuple[str, Stand], ...]:
    """The latest own stances, at first two a party; of those told only by rewordings none."""
    latest = [(cell.party, stand) for cell in first_board(record).cells for stand in cell.latest[:1]]
    latest.sort(key=_latest_first, reverse=True)
    known = Asking(record)
    looked_at = latest[:_LOOKED_AT]
    known.look_up(report for _, stand in looked_at for report in stand.reports)
    clean = [one for one in looked_at if not known.only_altered(one[1].reports)]
    return tuple(_spread(clean))


def _latest_first(one: tuple[str, Stand]) -> tuple[str, int]:
    _, stand = one
    return (days(stand.day) or ("", ""))[1], stand.sources


def _spread(stands: Sequence[tuple[str, Stand]]) -> Iterator[tuple[str, Stand]]:
    """As many as the brief has room for, no party so often that there is none for others, party by party."""
    chosen: list[tuple[str, Stand]] = []
    for most in (_MOST_OF_ONE, MOST_STANDS):
        for one in stands:
            of_party = sum(party == one[0] for party, _ in chosen)
            if one not in chosen and of_party < most and len(chosen) < MOST_STANDS:
                chosen.append(one)
    for name in dict.fromkeys(party for party, _ in chosen):
        yield from (one for one in chosen if one[0] == name)


def coming(record: Record) -> tuple[CalendarEntry, ...]:
    """The next encounters that lie ahead of the latest report."""
    latest = coverage(record).last
    ahead = calendar(record, since=latest, statuses=_COMING, limit=_AHEAD)
    return tuple(one for one in ahead if days(one.on))[:MOST_OTHERS]


def disputed(record: Record) -> Disputed:
    """The latest disputes."""
    found = disputes(record, limit=MOST_OTHERS + 1)
    return Disputed(len(found) > MOST_OTHERS, tuple(found[:MOST_OTHERS]))


def waits(record: Record) -> tuple[Standing, ...]:
    """The latest deeds that another party's would unlock; a threat waits for nobody."""
    graph = waiting(record, limit=_WAITS_LOOKED_AT)
    found = []
    for one in graph.waits:
        if one.effect != "unlocks":
            continue
        behind, ahead = graph.deeds[one.deed], graph.deeds[one.awaits]
        if behind.party and ahead.party and behind.party != ahead.party:
            found.append(Standing(behind.party, behind.act, ahead.party, one))
    return tuple(found[:_MOST_WAITS])
