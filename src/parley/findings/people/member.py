"""The types of this room: who a report names, by which roles, and what a source's words resolve to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parley.model import Span
from parley.vocabulary.geography import Naming
from parley.vocabulary.offices import Sex


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    GROUP = "group"
    PLACE = "place"
    SITE = "site"
    NATIONALITY = "nationality"
    """An adjective ("Russian"): names nobody by itself, but says whose somebody is."""


@dataclass(frozen=True, slots=True)
class Named:
    """One place where a report names somebody or something, as token offsets.

    Attributes:
        start: first token of the bare name, without titles.
        end: after its last token, without a possessive ending.
        kind: what is named.
        naming: what the vocabulary knows of the name.
        sex: what the honorific before it says.
    """

    start: int
    end: int
    kind: Kind
    naming: Naming | None = None
    sex: Sex | None = None

    def __hash__(self) -> int:
        # Hashing what is known of the name each time took as long as all else about names.
        return hash((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Role:
    """What a report says somebody is.

    Attributes:
        text: the report's words, without a leading article.
        noun: the role's head noun, singular, in lower case.
        party: the country or organisation named with it, by the record's name, or None.
        past: whether it is over ("former").
        master: the person it serves ("Mr. Trump's envoy"), as a token of that person's name, or None.
    """

    text: str
    noun: str
    party: str | None = None
    past: bool = False
    master: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody or something a report names.

    Attributes:
        name: the fullest name the report gives, without titles.
        kind: what it is.
        mentions: where it is named, in text order.
        roles: what the report says a person is, in text order.
        role: the fullest of them, in the report's words, or None.
        affiliation: the country or organisation somebody belongs to, or None.
        party: the party it speaks for when it speaks, or None.
        sex: the pronoun to expect, or None where the report leaves it open.
        sure_of_sex: whether `sex` rests on the report's words and not on a given name.
        naming: what the vocabulary knows of the name.
    """

    name: str
    kind: Kind
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    party: str | None = None
    sex: Sex | None = None
    sure_of_sex: bool = False
    naming: Naming | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom the words of a source stand for.

    Attributes:
        name: the fullest name of a person; anybody else as the report writes it.
        kind: what it is.
        how: ``named``, ``short name``, ``pronoun``, ``description``, ``possessor``, ``several`` or
            ``as written``.
        role: the role of a person as the report gives it, or None.
        on_behalf_of: the country or organisation it speaks for, or None.
        plural: whether it is more than one.
        member: the member of the cast it is, or None where the report gives no name.
    """

    name: str
    kind: Kind
    how: str
    role: str | None = None
    on_behalf_of: str | None = None
    plural: bool = False
    member: Member | None = None
