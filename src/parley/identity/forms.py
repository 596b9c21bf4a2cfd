"""Names as reports have them, brought into forms that can be counted and compared.

A form is a name of one kind, of one party: all reports that write it so share it. Which forms are one person
is decided elsewhere (`linking.py`), from the forms and what reports say of them, not from single reports, so
that one more report costs what it needs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from parley.identity.bodies import body_words
from parley.identity.names import consonants, folded, person_name
from parley.identity.offices import office_of
from parley.vocabulary.geography import Form as NameForm
from parley.vocabulary.geography import Naming, naming
from parley.vocabulary.identity import common_family_names
from parley.vocabulary.offices import honorifics, leader, titles


class FormKind(StrEnum):
    """What a name is a name of."""

    PERSON = "person"
    BODY = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    OFFICE = "office"


_POSSESSIVE = re.compile(r"['’‘`]s$")


@dataclass(frozen=True, slots=True)
class Form:
    """A name of one kind, of one party.

    Attributes:
        kind: what it is a name of.
        name: folded; of a country or body the vocabulary knows, of that one's own name.
        party: the country or bloc the reports give with it, or empty; with a name that many people bear, any
            body it is given with.
        apart: the ruling that keeps it from others of the same name, or empty.
    """

    kind: FormKind
    name: str
    party: str = ""
    apart: str = ""

    @property
    def key(self) -> str:
        """One string that names the form."""
        return "|".join((self.kind.value, self.name, self.party, self.apart))

    @property
    def block(self) -> str:
        """What all forms share that could be one."""
        return f"{self.kind.value}|{_block(self.kind, self.name, self.party)}"


def form_of_key(key: str) -> Form:
    """The form with this key."""
    kind, name, party, apart = key.split("|")
    return Form(FormKind(kind), name, party, apart)


@lru_cache(maxsize=65536)
def _block(kind: FormKind, name: str, party: str) -> str:
    if kind is FormKind.PERSON:
        return consonants(person_name(name, party or None).family) or name
    if kind is FormKind.BODY:
        return acronym(name) or name
    if kind is FormKind.OFFICE:
        return f"{name}|{party}"
    return name


def acronym(name: str) -> str:
    """The first letters of a folded name of three or more words; a single short word stands for itself."""
    words = [word for word in name.split() if word not in _SMALL]
    if len(words) >= 3:
        return "".join(word[0] for word in words)
    return name if len(words) == 1 and len(name) <= _LONGEST_ACRONYM else ""


_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "at", "de", "la"})
_LONGEST_ACRONYM = 6


def party_of(words: str | None) -> str:
    """The country or bloc that words name, or empty."""
    known = naming(words) if words else None
    return known.party if known is not None and known.kind in ("country", "bloc") else ""


@lru_cache(maxsize=65536)
def person_form(name: str, affiliation: str | None, apart: str = "") -> Form | None:
    """The form of a person's name; None where nothing is left of it without titles."""
    words = name.split()
    skipped = {*honorifics(), *titles()}
    while len(words) > 1 and words[0] in skipped:
        words.pop(0)
    bare = _POSSESSIVE.sub("", " ".join(words))
    known = leader(bare)
    party = party_of(affiliation) or (party_of(known.party) if known else "")
    parts = folded(bare)
    if not parts:
        return None
    return Form(FormKind.PERSON, _kept(bare, party), party or _body(bare, affiliation), apart)


def _body(bare: str, affiliation: str | None) -> str:
    """The body that somebody with a name that many bear speaks for, where that is no country or bloc."""
    parts = person_name(bare)
    if affiliation is None or not parts.given or parts.family not in common_family_names():
        return ""
    return " ".join(affiliation.replace("|", " ").removeprefix("the ").split())


def _kept(bare: str, party: str) -> str:
    """A person's name as the form keeps it: its parts in reading order, hyphens within names gone."""
    parts = person_name(bare, party or None)
    family_first = folded(bare).startswith(parts.family) and bool(parts.given)
    given = " ".join(parts.given)
    ordered = f"{parts.family} {given}" if family_first else f"{given} {parts.family}"
    return f"{ordered.strip()} {parts.suffix}".strip()


@lru_cache(maxsize=65536)
def thing_form(name: str, kind: str, affiliation: str | None = None, apart: str = "") -> Form | None:
    """The form of the name of a body, country or place; None where there is no word in it.

    Args:
        name: as the report has it.
        kind: the mention's kind.
        affiliation: whom it belongs to, as the report gives it.
        apart: the ruling that keeps it apart.
    """
    known = naming(name)
    words = folded(name)
    if not words:
        return None
    if kind in ("place", "site") and not _is_party_name(known):
        return Form(FormKind.PLACE, words, "", apart)
    if known is not None and known.kind == "country" and known.form is not NameForm.SEAT:
        return Form(FormKind.COUNTRY, folded(known.party), known.party, apart)
    if known is not None and known.form is NameForm.NAME:
        return Form(FormKind.BODY, folded(known.party), "", apart)
    if known is not None and known.form is NameForm.SEAT:
        return Form(FormKind.BODY, _without_party(name, known.party), known.party, apart)
    if kind == "country":
        return Form(FormKind.COUNTRY, words, "", apart)
    return _body_form(name, known, affiliation, apart)


def _without_party(name: str, party: str) -> str:
    """A seat's folded name without the party it is of before it ("U.N. Security Council")."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    for size in (2, 1):
        before = " ".join(words[:size]).removesuffix("'s").removesuffix("’s")
        if len(words) > size and party_of(before) == party:
            return body_words(" ".join(words[size:]))
    return body_words(" ".join(words)) or folded(name)


def _is_party_name(known: Naming | None) -> bool:
    """Whether a word names a party and no place that may stand for one."""
    return known is not None and known.form in (NameForm.NAME, NameForm.ADJECTIVE, NameForm.PEOPLE)


def _body_form(name: str, known: Naming | None, affiliation: str | None, apart: str) -> Form:
    """The form of a body: without the party before its name ("U.S. State Department"), kept apart."""
    party = known.party if known is not None else party_of(affiliation)
    words = name.split()
    if words[0].lower() == "the" and len(words) > 1:
        words.pop(0)
    for size in (2, 1):
        before = " ".join(words[:size]).removesuffix("'s").removesuffix("’s")
        if len(words) > size and party_of(before):
            return Form(FormKind.BODY, body_words(" ".join(words[size:])), party_of(before), apart)
    return Form(FormKind.BODY, body_words(" ".join(words)) or folded(name), party, apart)


def role_features(role: str | None, party: str, month: str) -> frozenset[str]:
    """What a role says of its bearer.

    Args:
        role: as the report gives it.
        party: the bearer's party, or empty.
        month: of the report, ``2025-03``, or empty.
    """
    office = office_of(role)
    if office is None:
        return frozenset()
    found = {f"{'was' if office.past else 'role'}:{office.name}"}
    if office.single and not office.past and party:
        found.add(f"holds:{office.name}|{party}|{month}")
    return frozenset(found)
