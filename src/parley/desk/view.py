"""What a page of the desk is: an address, its filters, the fields of its rows, and how they are found.

The page, its ``.json`` and its ``.csv`` twin and the OpenAPI document are all made from the same `View`, so
that none of them can say what the others do not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from parley.desk.store import Store

Row = Mapping[str, Any]
"""A row of a view: the value of each of its fields."""


class State(StrEnum):
    """Why a view shows what it shows. Three kinds of nothing are three different words."""

    FOUND = "found"
    NONE_FOUND = "none found"
    NOT_YET_READ = "not yet read"
    FILTERED_OUT = "filtered out"


class Kind(StrEnum):
    """What a value of a filter must be."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A filter of a view, or a part of its path.

    Attributes:
        name: as it stands in the address.
        label: what people call it.
        means: one sentence for the documentation.
        kind: what its value must be.
        choices: the values it may have, for a choice.
        in_path: whether it is a part of the path, and so must be there.
        hidden: whether the form of filters leaves it out (selection, page).
    """

    name: str
    label: str
    means: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    in_path: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the rows of a view.

    Attributes:
        name: as it stands in the twins.
        type: ``string``, ``integer``, ``number``, ``boolean``, ``strings`` (a list of them) or ``object``.
        means: one sentence for the documentation.
    """

    name: str
    type: str
    means: str


@dataclass(frozen=True, slots=True)
class Visit:
    """Who is looking.

    Attributes:
        since: when the visit before this one ended, ISO 8601 in UTC; None for a first visit.
        may: what the visitor may do besides reading: ``rule``, ``add``, ``administer``.
        name: who it is, as rulings are signed.
        alone: whether only whoever sits at the desk's own machine can look.
    """

    since: str | None = None
    may: frozenset[str] = frozenset()
    name: str = "desk"
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to a view.

    Attributes:
        store: the record, and what is being read into it.
        values: the checked values of its parameters; what was not given is absent.
        visit: who asks.
    """

    store: Store
    values: Mapping[str, str]
    visit: Visit = field(default_factory=Visit)

    def get(self, name: str) -> str | None:
        """The value of a parameter, or None."""
        return self.values.get(name)

    def number(self, name: str, default: int) -> int:
        """The value of a parameter that is a number."""
        return int(self.values.get(name, default))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a view found.

    Attributes:
        rows: what the twins give; each has the view's fields.
        total: how many rows there are where not all are given.
        anything: whether there would be rows without the filters.
        shown: what only the page needs: drawings, groups, words.
        title: the page's title where it is not the view's.
    """

    rows: Sequence[Row]
    total: int | None = None
    anything: bool | None = None
    shown: Mapping[str, Any] = field(default_factory=dict)
    title: str | None = None

    @property
    def count(self) -> int:
        """How many rows there are in all."""
        return len(self.rows) if self.total is None else self.total

    @property
    def truncated(self) -> bool:
        """Whether there are more rows than are given."""
        return self.count > len(self.rows)


@dataclass(frozen=True, slots=True)
class View:
    """A page and its twins.

    Attributes:
        name: of its template and of its operation in the API.
        path: its address; the twins add ``.json`` and ``.csv``.
        title: its name for people.
        lead: one sentence that says what it shows.
        fields: of its rows.
        answer: finds them.
        parameters: its filters.
        files: endings of its address that give files beside the twins, each with its media type.
        needs: what the visitor must be allowed to do to see it; None where everybody who may look sees it.
    """

    name: str
    path: str
    title: str
    lead: str
    fields: tuple[Field, ...]
    answer: Callable[[Asked], Answer]
    parameters: tuple[Parameter, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    needs: str | None = None


def state_of(answer: Answer, asked: Asked) -> State:
    """Which word fits what a view shows."""
    if answer.rows:
        return State.FOUND
    if answer.anything:
        return State.FILTERED_OUT
    return State.NOT_YET_READ if asked.store.unread else State.NONE_FOUND
