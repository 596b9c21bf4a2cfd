"""What a record answers about who is who: frozen types without a database behind them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alias:
    """A name somebody goes by.

    Attributes:
        name: as reports write it.
        party: the country or bloc the reports give with it, or None.
        reports: how many reports write it so.
        score: how surely it is the same: 1 for the name everything else is held against.
        reasons: why.
        by_office: whether it names the office, not the person ("Valborg's president").
    """

    name: str
    party: str | None
    reports: int
    score: float
    reasons: tuple[str, ...]
    by_office: bool


@dataclass(frozen=True, slots=True)
class Role:
    """What reports call somebody, from when to when.

    Attributes:
        role: as reports word it.
        affiliation: whom to, or None.
        first: EDTF date of the first report that says so, or None.
        last: of the last.
        reports: how many do.
    """

    role: str
    affiliation: str | None
    first: str | None
    last: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, country or place, whatever it is called.

    Attributes:
        id: "w" and 16 hexadecimal digits.
        kind: person, organisation, country or place.
        name: the name to show.
        party: country or bloc, or None.
        statements: how many statements are attributed to it.
        reports: how many reports name it.
    """

    id: str
    kind: str
    name: str
    party: str | None
    statements: int
    reports: int


@dataclass(frozen=True, slots=True)
class IdentitySuggestion:
    """Two names that may be one's, for a person to decide.

    Attributes:
        first: the one name.
        second: the other.
        kind: of what they are names.
        first_party: country or bloc of the one, or None.
        second_party: of the other.
        score: how surely they are one.
        reasons: why, and why not.
    """

    first: str
    second: str
    kind: str
    first_party: str | None
    second_party: str | None
    score: float
    reasons: tuple[str, ...]
