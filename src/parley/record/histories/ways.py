"""How tellings of a kind come together: what a module of one kind of history has to say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from parley.model import Finding
from parley.model.codec import Object
from parley.record.days import Days, days
from parley.record.entity_entries import Entity

NO_ANCHOR = -1
"""Stands for the day of what has none."""

LATEST = 10_000_000
"""After every day there is a number of."""

Handle = tuple[str, int]
"""Something tellings of one thing share, and a day as a number."""

Window = tuple[str, int, int]
"""A handle, and the first and last day of those that may be of one thing."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as a way sees it when its report is taken in.

    Attributes:
        number: its number.
        id: its id.
        finding: as rulings leave it.
        position: its place among the findings of its report.
        checked: what people made of it.
        report: the report's id.
        published: EDTF date, or None.
        read_at: when it was read.
        text: the report's text.
        known: who is meant by each name of the report.
        affiliations: whom the people of the report speak for, by their names.
    """

    number: int
    id: str
    finding: Finding
    position: int
    checked: str
    report: str
    published: str | None
    read_at: str
    text: str
    known: Mapping[str, Entity]
    affiliations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A telling as it is kept.

    Attributes:
        finding: the number of its finding.
        id: the finding's id.
        report: the report's id.
        sort: what orders tellings.
        facts: what it is compared by and shown with.
        read: the same as the way reads it, for comparing.
    """

    finding: int
    id: str
    report: str
    sort: str
    facts: Object = field(compare=False)
    read: Any = field(compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A history as it is found and shown.

    Attributes:
        days: the first and last day it is found by, or None.
        told: the earliest and latest day of its tellings; None where one has no day.
        status: how far it has come, or the empty string.
        sides: whom it is about.
        content: all that is shown of it.
    """

    days: Days | None
    told: Days | None
    status: str
    sides: tuple[str, ...]
    content: Object


class Way(Protocol):
    """How tellings of one kind come together. All of it is a pure function of what is given."""

    @property
    def kind(self) -> str:
        """The kind of history."""

    @property
    def type(self) -> str:
        """The type of findings that tell of it."""

    def told(self, seen: Seen) -> tuple[str, Object] | None:
        """What orders a telling, and its facts; None where a finding tells of nothing of the kind."""

    def read(self, told: Told) -> Any:
        """The facts of a telling as they are compared."""

    def handles(self, told: Told) -> list[Handle]:
        """What a telling is looked up by."""

    def windows(self, told: Told) -> list[Window]:
        """Where tellings that may be of the same thing are looked up: all that `near` holds for are there."""

    def enough(self, told: Told) -> int:
        """How many handles a telling shares at least with any that is near it."""

    def near(self, first: Told, second: Told) -> bool:
        """Whether two tellings alone could be of one thing. In whatever order they are given."""

    def fits(self, members: Sequence[Told], told: Told) -> float:
        """How well a telling fits earlier ones of one thing: 0 not at all, and 0 where it is near none."""

    def line(self, members: Sequence[Told]) -> Line:
        """What the tellings of one thing come to; they are in their order."""


def number_of(day: str) -> int:
    """A day as a number."""
    return date.fromisoformat(day).toordinal()


def numbers(edtf: str | None) -> tuple[int, int] | None:
    """The first and last day a date may mean, as numbers."""
    found = days(edtf)
    return (number_of(found[0]), number_of(found[1])) if found is not None else None


def span_of(dated: Sequence[Days | None]) -> Days | None:
    """The earliest and the latest first day of several; None where one has none."""
    firsts = [one[0] for one in dated if one is not None]
    return (min(firsts), max(firsts)) if len(firsts) == len(dated) and firsts else None


def each(words: Any) -> list[Any]:
    """Each once, in their order."""
    return list(dict.fromkeys(words))
