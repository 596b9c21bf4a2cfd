"""Two people's rulings side by side: where they decided the same, and where they did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from parley.model.rulings import Ruling, RulingKind, in_force
from parley.record.names import searchable

Subject = tuple[object, ...]
"""What a ruling is about, in a form that can be compared."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rulings on the same thing.

    Attributes:
        ours: one of the first side.
        theirs: one of the second.
        why: what they differ in; empty where they agree.
    """

    ours: Ruling
    theirs: Ruling
    why: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comes of laying rulings side by side.

    Attributes:
        known: theirs that we have.
        new: theirs that we do not have.
        agreements: rulings of both on the same thing that say the same.
        conflicts: rulings of both on the same thing that cannot both hold; the later would prevail.
    """

    known: tuple[Ruling, ...]
    new: tuple[Ruling, ...]
    agreements: tuple[Pair, ...]
    conflicts: tuple[Pair, ...]

    @property
    def agreement(self) -> float | None:
        """The share of things both decided on that they decided alike; None where there is none."""
        both = len(self.agreements) + len(self.conflicts)
        return len(self.agreements) / both if both else None


def compare(ours: Iterable[Ruling], theirs: Iterable[Ruling]) -> Comparison:
    """Lay the rulings of two sides side by side; only those in force on each side can agree or conflict."""
    all_ours, all_theirs = tuple(ours), tuple(theirs)
    ids = {ruling.id for ruling in all_ours}
    known = tuple(ruling for ruling in all_theirs if ruling.id in ids)
    new = tuple(ruling for ruling in all_theirs if ruling.id not in ids)
    held = {ruling.id for ruling in all_theirs}
    pairs = list(_pairs([one for one in in_force(all_ours) if one.id not in held], in_force(all_theirs)))
    return Comparison(
        known,
        new,
        tuple(pair for pair in pairs if not pair.why),
        tuple(pair for pair in pairs if pair.why),
    )


def conflicts(rulings: Iterable[Ruling]) -> tuple[Pair, ...]:
    """Rulings in force, of different people, that cannot both hold."""
    holding = in_force(tuple(rulings))
    found = []
    for place, first in enumerate(holding):
        others = [one for one in holding[place + 1 :] if one.by != first.by]
        found += [pair for pair in _pairs([first], others) if pair.why]
    return tuple(found)


def _pairs(ours: Iterable[Ruling], theirs: Iterable[Ruling]) -> Iterator[Pair]:
    """Rulings of both sides on the same thing; a later one of a side stands for its earlier ones."""
    mine, others = _by_subject(ours), _by_subject(theirs)
    for subject in mine.keys() & others.keys():
        for first, second in product(_latest(mine[subject]), _latest(others[subject])):
            difference = _difference(first, second)
            if difference is not None:
                yield Pair(first, second, difference)


def _by_subject(rulings: Iterable[Ruling]) -> dict[Subject, list[Ruling]]:
    grouped: dict[Subject, list[Ruling]] = {}
    for ruling in rulings:
        if ruling.kind is not RulingKind.UNDO:
            grouped.setdefault(_subject(ruling), []).append(ruling)
    return grouped


def _latest(about: Iterable[Ruling]) -> list[Ruling]:
    """The last ruling on each question of one subject: whether it stands, and what each field holds."""
    last: dict[object, Ruling] = {}
    for ruling in sorted(about, key=lambda one: one.order):
        last[ruling.value.get("field") if ruling.kind is RulingKind.CORRECT else "standing"] = ruling
    return list(last.values())


def _subject(ruling: Ruling) -> Subject:
    target = ruling.target
    if ruling.kind in (RulingKind.MERGE, RulingKind.SPLIT):
        things = sorted(str(_thing(one)) for one in target.get("things", ()))
        return ("one or two", *things, *target.get("reports", ()))
    if ruling.kind is RulingKind.MOVE:
        return "family", target.get("report")
    return _thing(target)


def _thing(target: Mapping[str, Any]) -> Subject:
    if "name" in target:
        return "name", searchable(str(target["name"]))
    seen = target.get("seen") or {}
    spans = seen.get("content") or seen.get("evidence") or ()
    places = tuple((span["start"], span["end"]) for span in spans)
    return target.get("report"), target.get("type"), places, seen.get("party"), seen.get("form")


def _difference(first: Ruling, second: Ruling) -> str | None:
    """What two rulings on one subject differ in: "" where they agree; None: on different questions."""
    kinds = {first.kind, second.kind}
    if kinds == {RulingKind.CORRECT}:
        if first.value.get("field") != second.value.get("field"):
            return None
        same = first.value.get("to") == second.value.get("to")
        return "" if same else f"{first.value['field']}: {first.value['to']!r} or {second.value['to']!r}"
    if kinds == {RulingKind.MOVE}:
        same = first.value.get("family") == second.value.get("family")
        return "" if same else "another family"
    if kinds == {RulingKind.CONFIRM, RulingKind.CORRECT}:
        correction = first if first.kind is RulingKind.CORRECT else second
        confirmed = second if correction is first else first
        held = _at(confirmed.target.get("seen"), str(correction.value.get("field")))
        wrong = held != correction.value.get("to")
        return f"{correction.value['field']}: confirmed by one, corrected by the other" if wrong else ""
    if len(kinds) == 1:
        return ""
    return f"{first.kind.value} or {second.kind.value}"


def _at(fields: Any, path: str) -> Any:
    for name in path.split("."):
        fields = fields.get(name) if isinstance(fields, Mapping) else None
    return fields
