"""Where each side stands: parties by issues, each with its latest own stance, what others say kept apart.

A cell that is not there means that no statement was found. It never means that a party is neutral.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from parley.model import Holder, Position, Stance
from parley.model.rulings import Checked
from parley.record import Record
from parley.record.days import days
from parley.record.entries import StoredFinding
from parley.record.errors import BadFilter
from parley.record.names import searchable
from parley.vocabulary.issues import general_words

DayFrom = Literal["as_of", "published"]
Word = TypeVar("Word", bound=Hashable)
_UNDATED = ("", "")


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


@dataclass(frozen=True, slots=True)
class _Told:
    """A position with its day, and the row and column it belongs to."""

    id: str
    report: str
    position: Position
    day: str | None
    day_from: DayFrom | None
    order: tuple[tuple[str, str], str, int]
    checked: Checked
    family: str

    @property
    def row(self) -> str:
        return searchable(self.position.party) or self.position.party

    @property
    def topic(self) -> str:
        return self.position.issue or self.position.on

    @property
    def column(self) -> tuple[bool, str]:
        return self.position.issue is None, searchable(self.topic) or self.topic


def board(
    record: Record, as_of: str | None = None, *, party: str | None = None, issue: str | None = None
) -> Board:
    """The positions of a record, by party and issue.

    Args:
        record: an open record.
        as_of: EDTF date; leaves out what begins after its last day, and what has no date.
        party: words of the party's name, in any order.
        issue: words of the issue family, or of what the position is on where it has no family.

    Raises:
        BadFilter: when `as_of` is not a date, or `party` or `issue` has no word to look for.
    """
    last = days(as_of)
    if as_of is not None and last is None:
        raise BadFilter(f"{as_of!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.")
    wanted_party, wanted_issue = _words(party), _words(issue)
    told = [
        one
        for one in _all_told(record)
        if (last is None or (one.day is not None and one.order[0][0] <= last[1]))
        and _has(one.position.party, wanted_party)
        and _has(one.topic, wanted_issue)
    ]
    told.sort(key=lambda one: one.order, reverse=True)
    families = record.family_ids({one.report for one in told})
    told = [replace(one, family=families[one.report][0]) if one.report in families else one for one in told]
    return _laid_out(told, as_of)


def _words(asked: str | None) -> list[str]:
    if asked is None:
        return []
    words = searchable(asked).split()
    if not words:
        raise BadFilter(f"There is no word to look for in {asked!r}.")
    return words


def _has(name: str, words: Sequence[str]) -> bool:
    return all(f" {word} " in searchable(name) for word in words)


def _all_told(record: Record) -> Iterable[_Told]:
    for number, stored in enumerate(record.findings_of_type("position")):
        if isinstance(stored.finding, Position):
            yield _told(stored, stored.finding, number)


def _told(stored: StoredFinding, position: Position, number: int) -> _Told:
    """A position with its day; a later report, then a later place in the text, tells the later of one day."""
    day, day_from = day_of(position.as_of, stored.report.published)
    order = (days(day) or _UNDATED, stored.report.published or "", number)
    return _Told(
        stored.id, stored.report.id, position, day, day_from, order, stored.checked, stored.report.id
    )


def day_of(as_of: str | None, published: str | None) -> tuple[str | None, DayFrom | None]:
    """The day of a stance: the report's own, unless it is after the report, which cannot know of it."""
    own, told = days(as_of), days(published)
    if own is not None and (told is None or own[0] <= told[1]):
        return as_of, "as_of"
    return (published, "published") if told is not None else (None, None)


def _laid_out(told: Sequence[_Told], as_of: str | None) -> Board:
    rows, columns = _ranked(one.row for one in told), _ranked(one.column for one in told)
    latest_first = dict.fromkeys(one.column for one in told)
    columns = [
        *(column for column in columns if not column[0]),
        *(column for column in latest_first if column[0]),
    ]
    names = {one.row: one.position.party for one in told}
    topics = {one.column: one.topic for one in told}
    grouped: dict[tuple[str, tuple[bool, str]], list[_Told]] = {}
    for one in told:
        grouped.setdefault((one.row, one.column), []).append(one)
    cells = tuple(
        _cell(names[row], topics[column], grouped[row, column])
        for row in rows
        for column in columns
        if (row, column) in grouped
    )
    return Board(as_of, tuple(names[row] for row in rows), tuple(topics[column] for column in columns), cells)


def _ranked(words: Iterable[Word]) -> list[Word]:
    """Each once, the most frequent first, then by letter."""
    counts = Counter(words)
    return sorted(counts, key=lambda word: (-counts[word], str(word)))


def _cell(party: str, topic: str, told: Sequence[_Told]) -> Cell:
    own = [one for one in told if one.position.holder is Holder.SELF]
    ascribed = [one for one in told if one.position.holder is not Holder.SELF]
    return Cell(party, topic, told[0].position.issue, _stands(own), _stands(ascribed))


def _stands(told: Sequence[_Told]) -> tuple[Stand, ...]:
    """What the positions of a cell come to: the same stance on the same thing by the same teller is one."""
    groups: dict[object, list[_Told]] = {}
    for one in told:
        key = (one.position.ascribed_by, one.position.stance, thing(one.position.on))
        groups.setdefault(key, []).append(one)
    return tuple(_stand(group) for group in groups.values())


def thing(on: str) -> str:
    """What is compared of two wordings: their words, those for a cease-fire taken as one.

    Args:
        on: what a position is on, as a report words it.
    """
    words = searchable(on).replace(" cease fire ", " ceasefire ").split() or [on]
    same = general_words("same-cease-fire")
    return " ".join("ceasefire" if word in same else word for word in words)


def _stand(told: Sequence[_Told]) -> Stand:
    latest = told[0]
    same_day = [one for one in told if one.day == latest.day]
    dated = any(one.day_from == "as_of" for one in same_day)
    return Stand(
        stance=latest.position.stance,
        on=_each(one.position.on for one in told),
        conditions=_each(words for one in same_day for words in one.position.conditions),
        ascribed_by=latest.position.ascribed_by,
        day=latest.day,
        day_from="as_of" if dated else latest.day_from,
        reports=_each(one.report for one in told),
        findings=_each(one.id for one in told),
        checked=latest.checked,
        sources=len({one.family for one in told}),
    )


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
