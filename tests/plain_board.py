"""The board worked out from every position of a record: slow, and what the fast one must agree with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from parley.copies.kinds import ONLY_COPIES, Relation
from parley.model import Holder, Position
from parley.model.rulings import Checked
from parley.record import Record
from parley.record.days import days
from parley.record.entries import StoredFinding
from parley.record.names import searchable
from parley.views.board import Board, Cell, DayFrom, Stand, day_of, thing

Word = TypeVar("Word", bound=Hashable)
_UNDATED = ("", "")


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
    copied: bool

    @property
    def shadow(self) -> bool:
        """Whether a mere copy tells it, and nobody has looked at it."""
        return self.copied and self.checked is Checked.MACHINE

    @property
    def part(self) -> object:
        """What it is counted with: the same stance in a month."""
        one = self.position
        said = (one.holder, one.ascribed_by, one.stance, thing(one.on))
        return self.row, self.column, said, self.order[0][0][:7]

    @property
    def row(self) -> str:
        return searchable(self.position.party) or self.position.party

    @property
    def topic(self) -> str:
        return self.position.issue or self.position.on

    @property
    def column(self) -> tuple[bool, str]:
        return self.position.issue is None, searchable(self.topic) or self.topic


def plain_board(
    record: Record,
    as_of: str | None = None,
    *,
    party: str | None = None,
    issue: str | None = None,
    parties: int | None = None,
) -> Board:
    """What `board` gives."""
    last = days(as_of)
    wanted_party, wanted_issue = searchable(party or "").split(), searchable(issue or "").split()
    told = [
        one
        for one in _all_told(record)
        if (last is None or (one.day is not None and one.order[0][0] <= last[1]))
        and _has(one.position.party, wanted_party)
        and _has(one.topic, wanted_issue)
    ]
    families = record.family_ids({one.report for one in told})
    told = [_in_family(one, *families[one.report]) if one.report in families else one for one in told]
    by_originals = {one.part for one in told if not one.shadow}
    told = [one for one in told if one.part in by_originals]
    kept = _ranked(one.row for one in told)[:parties]
    told = [one for one in told if one.row in kept]
    told.sort(key=lambda one: (one.order[0][0][:7], not one.shadow, one.order), reverse=True)
    return _laid_out(told, as_of)


def _in_family(one: _Told, family: str, relation: Relation) -> _Told:
    return replace(one, family=family, copied=relation in ONLY_COPIES)


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
        stored.id, stored.report.id, position, day, day_from, order, stored.checked, stored.report.id, False
    )


def _laid_out(told: Sequence[_Told], as_of: str | None) -> Board:
    rows, columns = _ranked(one.row for one in told), _ranked(one.column for one in told)
    shown = sorted((one for one in told if not one.shadow), key=lambda one: one.order, reverse=True)
    latest_first = dict.fromkeys(one.column for one in shown)
    columns = [
        *(column for column in columns if not column[0]),
        *(column for column in latest_first if column[0]),
    ]
    names = {one.row: one.position.party for one in shown}
    topics = {one.column: one.topic for one in shown}
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
    latest = max((one for one in told if not one.shadow), key=lambda one: one.order)
    return Cell(party, topic, latest.position.issue, _stands(own), _stands(ascribed))


def _stands(told: Sequence[_Told]) -> tuple[Stand, ...]:
    """What the positions of a cell come to: the same stance on the same thing by the same teller is one."""
    groups: dict[object, list[_Told]] = {}
    for one in told:
        key = (one.position.ascribed_by, one.position.stance, thing(one.position.on))
        groups.setdefault(key, []).append(one)
    stands = sorted(groups.values(), key=lambda group: group[0].order, reverse=True)
    return tuple(_stand(group) for group in stands)


def _stand(told: Sequence[_Told]) -> Stand:
    latest = told[0]
    shown = [one for one in told if not one.shadow]
    same_day = [one for one in shown if one.day == latest.day]
    dated = any(one.day_from == "as_of" for one in same_day)
    return Stand(
        stance=latest.position.stance,
        on=_each(one.position.on for one in shown),
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
