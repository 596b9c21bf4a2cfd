"""Where each side stands: parties by issues, each with its latest own stance, what others say kept apart.

A cell that is not there means that no statement was found. It never means that a party is neutral.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley.model import Stance
from parley.model.rulings import Checked
from parley.record import Record
from parley.record.days import asked_days
from parley.record.names import asked_words
from parley.record.standing_record import Order, StandFilter, StandPart
from parley.record.telling import DayFrom as DayFrom
from parley.record.telling import day_of as day_of
from parley.record.telling import thing as thing

Word = TypeVar("Word", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Stand:
    """One stance of a party on one thing, by all reports that tell of it.

    Attributes:
        stance: see `Stance`.
        on: what it is on, each wording of the reports once, the latest first.
        conditions: as the reports of its latest day word them.
        ascribed_by: who says so ("reporter" for the report itself); None where it is the party's own.
        day: EDTF date of the latest telling of it, or None.
        day_from: `as_of` where the report dates the stance, `published` where `day` is only the day the
            report came out, None where there is no day.
        reports: ids of the reports that tell of it, the latest first.
        findings: ids of their findings, the latest first.
        checked: what people made of the latest of them: `machine` where nobody looked.
        sources: how many of the reports are independent; the others are copies of those.
    """

    stance: Stance
    on: tuple[str, ...]
    conditions: tuple[str, ...]
    ascribed_by: str | None
    day: str | None
    day_from: DayFrom | None
    reports: tuple[str, ...]
    findings: tuple[str, ...]
    checked: Checked = Checked.MACHINE
    sources: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """What was found of one party on one issue.

    Attributes:
        party: the side.
        topic: the column: the issue family, or what the position is on where it has no family.
        issue: the issue family, or None.
        own: the party's own stances, the latest first; empty where no statement of its own was found.
        ascribed: what others say of it, the latest first; never counted as its own.
    """

    party: str
    topic: str
    issue: str | None
    own: tuple[Stand, ...]
    ascribed: tuple[Stand, ...]

    @property
    def latest(self) -> tuple[Stand, ...]:
        """The own stances that none is known to follow.

        There are several where the party said several things on the latest day. A day of publication is
        only the last day a stance can be of: it makes no other stance of the same report an earlier one.
        """
        return tuple(stand for stand in self.own if not _follows(self.own[0], stand))

    @property
    def earlier(self) -> tuple[Stand, ...]:
        """The own stances of the days before, the latest first."""
        return tuple(stand for stand in self.own if _follows(self.own[0], stand))


@dataclass(frozen=True, slots=True)
class Board:
    """Parties by issues.

    Attributes:
        as_of: the day asked for, or None for all there is.
        parties: the rows, those with most positions first.
        topics: the columns: issue families, the most frequent first, then the others, the latest first.
        cells: the cells with something in them, row by row.
    """

    as_of: str | None
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, party: str, topic: str) -> Cell | None:
        """The cell of a row and a column; None where no statement was found."""
        return next((one for one in self.cells if (one.party, one.topic) == (party, topic)), None)


def _follows(latest: Stand, stand: Stand) -> bool:
    """Whether a stance is known to be of a later day than another."""
    same_report = latest.reports[0] == stand.reports[0]
    return latest.day != stand.day and not (same_report and latest.day_from == "published")


def board(
    record: Record,
    as_of: str | None = None,
    *,
    party: str | None = None,
    issue: str | None = None,
    parties: int | None = None,
) -> Board:
    """The positions of a record, by party and issue.

    Args:
        record: an open record.
        as_of: EDTF date; leaves out what begins after its last day, and what has no date.
        party: words of the party's name, in any order.
        issue: words of the issue family, or of what the position is on where it has no family.
        parties: at most so many rows, those with most positions; None: all.

    Raises:
        BadFilter: when `as_of` is not a date, or `party` or `issue` has no word to look for.
    """
    last = asked_days(as_of)
    last_day = last[1] if last is not None else None
    wanted = StandFilter(last_day, asked_words(party), asked_words(issue), parties)
    return _laid_out(record.stand_parts(wanted), as_of)


def _laid_out(parts: Sequence[StandPart], as_of: str | None) -> Board:
    latest_first = sorted(_groups(parts, lambda part: part.column).items(), key=_latest, reverse=True)
    rows = _groups(parts, lambda part: part.row)
    columns = dict(latest_first)
    shown_rows = _ranked(rows)
    shown_columns = [
        *(column for column in _ranked(columns) if not column[0]),
        *(column for column in columns if column[0]),
    ]
    names = {row: _earliest(told).party for row, told in rows.items()}
    topics = {column: _earliest(told).topic for column, told in columns.items()}
    cells = _groups(parts, lambda part: (part.row, part.column))
    place = {column: number for number, column in enumerate(shown_columns)}
    across: dict[str, list[tuple[bool, str]]] = {}
    for row, column in cells:
        across.setdefault(row, []).append(column)
    return Board(
        as_of,
        tuple(names[row] for row in shown_rows),
        tuple(topics[column] for column in shown_columns),
        tuple(
            _cell(names[row], topics[column], cells[row, column])
            for row in shown_rows
            for column in sorted(across[row], key=place.__getitem__)
        ),
    )


def _groups(parts: Iterable[StandPart], key: Callable[[StandPart], Word]) -> dict[Word, list[StandPart]]:
    """Parts by something of them, in their order."""
    grouped: dict[Word, list[StandPart]] = {}
    for part in parts:
        grouped.setdefault(key(part), []).append(part)
    return grouped


def _latest(group: tuple[object, Sequence[StandPart]]) -> Order:
    return max(part.latest for part in group[1])


def _earliest(parts: Sequence[StandPart]) -> StandPart:
    """The part whose words name a row or column: that of the earliest telling."""
    return min(parts, key=lambda part: part.earliest)


def _ranked(grouped: Mapping[Word, Sequence[StandPart]]) -> list[Word]:
    """Each once, the most frequent first, then by letter."""
    counts = {word: sum(part.times for part in parts) for word, parts in grouped.items()}
    return sorted(counts, key=lambda word: (-counts[word], str(word)))


def _cell(party: str, topic: str, parts: Sequence[StandPart]) -> Cell:
    latest = max(parts, key=lambda part: part.latest)
    own = [part for part in parts if part.own]
    ascribed = [part for part in parts if not part.own]
    return Cell(party, topic, latest.issue, _stands(own), _stands(ascribed))


def _stands(parts: Sequence[StandPart]) -> tuple[Stand, ...]:
    """What the positions of a cell come to: the same stance on the same thing by the same teller is one."""
    groups = sorted(_groups(parts, lambda part: part.stand).items(), key=_latest, reverse=True)
    return tuple(_stand(group) for _, group in groups)


def _stand(parts: Sequence[StandPart]) -> Stand:
    """A stance from what it comes to in each month, the latest first."""
    latest = parts[0]
    one = len(parts) == 1
    return Stand(
        stance=Stance(latest.stance),
        on=tuple(latest.on) if one else _each(words for part in parts for words in part.on),
        conditions=tuple(latest.conditions),
        ascribed_by=latest.teller,
        day=latest.day,
        day_from=latest.dated_by,
        reports=tuple(latest.reports) if one else _each(name for part in parts for name in part.reports),
        findings=tuple(latest.findings) if one else _each(name for part in parts for name in part.findings),
        checked=Checked(latest.checked),
        sources=len(latest.families) if one else len({name for part in parts for name in part.families}),
    )


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
