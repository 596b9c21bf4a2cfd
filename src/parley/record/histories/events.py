"""The histories of events: reports that tell of one deed of one side against another on one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.model import Event
from parley.model.codec import Object
from parley.model.rulings import Checked, checked_of
from parley.record.days import days
from parley.record.histories.ways import (
    NO_ANCHOR,
    Handle,
    Line,
    Seen,
    Told,
    Window,
    each,
    numbers,
    span_of,
)
from parley.record.names import searchable
from parley.vocabulary.disputes import bases_of, dispute_words

_SAME = ("code", "actor", "target", "on", "factuality", "claimed_by")
_FEWEST, _ALIKE = 4, 0.5


@dataclass(frozen=True, slots=True)
class _Deed:
    """What of a telling is compared.

    Attributes:
        kind: its class and factuality.
        actors, targets, teller: the names, as they are searched.
        dated: whether the report gives its day.
        anchor: its day, else that of its report, as a number.
        words: what is told of it, by base forms.
    """

    kind: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    teller: tuple[str, ...]
    dated: bool
    anchor: int
    words: frozenset[str]


class EventWay:
    """How tellings of events come together: by class, sides, day, factuality, teller, and their words."""

    kind = "event"
    type = "event"

    def told(self, seen: Seen) -> tuple[str, Object] | None:
        """What orders a telling, and its facts."""
        event = seen.finding
        if not isinstance(event, Event):
            return None
        sides = [name for side in (event.actor, event.target) if side for name in side.split("; ")]
        parties = [seen.affiliations[name] for name in sides if name in seen.affiliations]
        facts: Object = {
            **{name: getattr(event, name) for name in (*_SAME, "place")},
            "published": seen.published,
            "sides": each([*sides, *parties]),
            "words": " … ".join(" ".join(span.of(seen.text).split()) for span in event.evidence),
            "checked": seen.checked,
        }
        return f"{seen.published or '9999'} {seen.report} {seen.position:06d} {seen.id}", facts

    def read(self, told: Told) -> _Deed:
        """What of a telling is compared."""
        facts = told.facts
        spread = numbers(facts["on"] or facts["published"])
        return _Deed(
            f"{facts['code']}|{facts['factuality']}",
            _names(facts["actor"]),
            _names(facts["target"]),
            _names(facts["claimed_by"]),
            facts["on"] is not None,
            spread[0] if spread is not None else NO_ANCHOR,
            _telling(facts["words"]),
        )

    def handles(self, told: Told) -> list[Handle]:
        """Its class with the last word of each doer; a deed without a doer is only itself."""
        deed: _Deed = told.read
        return [(f"{deed.kind}|{name.split()[-1]}", deed.anchor) for name in deed.actors]

    def windows(self, told: Told) -> list[Window]:
        """The same on the same day; what is told without a day, in a report of the day before or after."""
        deed: _Deed = told.read
        apart = 0 if deed.dated else 1
        return [(handle, anchor - apart, anchor + apart) for handle, anchor in self.handles(told)]

    def enough(self, told: Told) -> int:
        """One will do."""
        return 1

    def near(self, first: Told, second: Told) -> bool:
        """Whether two tellings, of different reports, are of one event."""
        return first.report != second.report and _is_same(first.read, second.read)

    def fits(self, members: Sequence[Told], told: Told) -> float:
        """Whether a telling is of the same event as others."""
        return 1.0 if self.near(members[0], told) else 0.0

    def line(self, members: Sequence[Told]) -> Line:
        """The event as all its tellings have it."""
        facts = members[0].facts
        content: Object = {
            **{name: facts[name] for name in (*_SAME, "published", "words")},
            "actor": _fullest(one.facts["actor"] for one in members),
            "target": _fullest(one.facts["target"] for one in members),
            "place": next((one.facts["place"] for one in members if one.facts["place"]), None),
            "reports": each(one.report for one in members),
            "findings": each(one.id for one in members),
            "checked": checked_of(Checked(one.facts["checked"]) for one in members).value,
        }
        told = span_of([days(one.facts["published"]) for one in members])
        sides = tuple(each(name for one in members for name in one.facts["sides"]))
        return Line(days(facts["on"] or facts["published"]), told, facts["factuality"], sides, content)


def _is_same(one: _Deed, other: _Deed) -> bool:
    if one.kind != other.kind or one.dated != other.dated or NO_ANCHOR in {one.anchor, other.anchor}:
        return False
    if not one.actors or not _alike(one.actors, other.actors) or not _alike(one.teller, other.teller):
        return False
    both = bool(one.targets and other.targets)
    if both and not _alike(one.targets, other.targets):
        return False
    if one.dated and both:
        return one.anchor == other.anchor
    near = one.anchor == other.anchor if one.dated else abs(one.anchor - other.anchor) <= 1
    common = len(one.words & other.words)
    return near and common >= _FEWEST and common >= _ALIKE * min(len(one.words), len(other.words))


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of names mean the same: each name is one of the other list, or its last word."""
    return len(one) == len(other) and all(any(_one_name(name, two) for two in other) for name in one)


def _one_name(one: str, other: str) -> bool:
    short, long = sorted((one.split(), other.split()), key=len)
    return short == long or (len(short) == 1 and short[0] == long[-1])


def _names(side: str | None) -> tuple[str, ...]:
    return tuple(name for one in (side or "").split("; ") if (name := searchable(one).strip()))


def _telling(words: str) -> frozenset[str]:
    common = dispute_words().common
    return frozenset(min(bases_of(word)) for word in searchable(words).split() if word not in common)


def _fullest(names: Iterable[str | None]) -> str | None:
    """The longest of several names for one side; None where there is none."""
    return max((name for name in names if name), key=len, default=None)
