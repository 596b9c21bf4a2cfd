"""How surely two names are one: a score with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parley.identity.forms import Form, FormKind, acronym, party_of
from parley.identity.names import PersonName, family_likeness, folded, given_likeness, person_name
from parley.vocabulary.offices import leader

LINE = 0.75
"""From this score on two names are one; below it is a suggestion."""

_GENERATIONS = frozenset({"jr", "sr"})

SUGGESTED = 0.45
"""From this score on it is worth a person's look."""


@dataclass(frozen=True, slots=True)
class Known:
    """A form with what the record's reports say of its bearer.

    Attributes:
        form: the form.
        features: how often each thing is said, in powers of two: 1 once, 2 two or three times, 3 up to seven.
    """

    form: Form
    features: Mapping[str, int] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """In how many reports it stands, in powers of two."""
        return self.features.get("reports", 0)

    def offices(self) -> frozenset[str]:
        """The offices its bearer is given, past or present."""
        return frozenset(
            name.partition(":")[2] for name in self.features if name.startswith(("role:", "was:"))
        )

    def spellings(self) -> frozenset[str]:
        """All ways it is written."""
        return frozenset(name[9:] for name in self.features if name.startswith("spelling:"))

    def spelling(self) -> str:
        """How it is written most often; of equals the first by letter."""
        written = {name[9:]: count for name, count in self.features.items() if name.startswith("spelling:")}
        return min(written, key=lambda name: (-written[name], name)) if written else self.form.name


@dataclass(frozen=True, slots=True)
class Likeness:
    """How surely two forms are one.

    Attributes:
        score: 0 (never) to 1.
        reasons: why, in words.
    """

    score: float
    reasons: tuple[str, ...] = ()


NEVER = Likeness(0.0)


def likeness(first: Known, second: Known) -> Likeness:
    """How surely two forms of one block are one; the order does not matter."""
    one, other = first.form, second.form
    if one.kind is not other.kind or one.apart != other.apart:
        return NEVER
    if one.kind is FormKind.PERSON:
        return _people(first, second)
    if one.kind is FormKind.BODY:
        return _bodies(one, other)
    return Likeness(1.0, ("the same name",)) if one.name == other.name else NEVER


def parts(known: Known) -> PersonName:
    """The parts of a person's name."""
    return person_name(known.form.name, known.form.party or None)


def _people(first: Known, second: Known) -> Likeness:
    one, other = parts(first), parts(second)
    family = family_likeness(one.family, other.family)
    if family == 0.0 or (one.suffix and other.suffix and one.suffix != other.suffix):
        return NEVER
    if one.given and other.given:
        return _full_names(first, second, family)
    return _family_names(first, second, family)


def _full_names(first: Known, second: Known, family: float) -> Likeness:
    one, other = parts(first), parts(second)
    given = given_likeness(one.given, other.given)
    if given == 0.0 or (family < 1.0 and given < 0.9):
        return NEVER
    same = given == 1.0 and family == 1.0
    reasons = ["the same full name" if same else _spelt(first, second, given)]
    if one.suffix != other.suffix and {one.suffix, other.suffix} & _GENERATIONS:
        return Likeness(0.6, ("one name, but one of them is the younger or the elder",))
    base = 0.97 if same else 0.95 * given * (family if family >= 0.9 else 0.95)
    parties, office = {first.form.party, second.form.party}, first.offices() & second.offices()
    if len(parties) == 1 and parties != {""}:
        return Likeness(base, (*reasons, f"both of {first.form.party}"))
    if "" in parties:
        return Likeness(base - 0.04 if same else base - 0.1, tuple(reasons))
    if not all(map(party_of, parties)):
        return _of_bodies(first, second, base, tuple(reasons))
    if _of_the_world(first) and _of_the_world(first) == _of_the_world(second):
        return Likeness(base, (*reasons, "known the world over"))
    if office and same:
        return Likeness(0.8, (*reasons, f"both {min(office)}", f"of {' and '.join(sorted(parties))}"))
    return Likeness(0.5 * base, (*reasons, f"but of {' and '.join(sorted(parties))}"))


def _of_bodies(first: Known, second: Known, base: float, reasons: tuple[str, ...]) -> Likeness:
    """Of a name that many bear, one at least with a body: two where body and office are others."""
    one, other = first.form.party, second.form.party
    told = f"of {one} and {other}"
    if set(folded(one).split()) & set(folded(other).split()):
        return Likeness(base - 0.04, (*reasons, told))
    if not first.offices() or not second.offices() or first.offices() & second.offices():
        return Likeness(base - 0.1, (*reasons, told))
    return Likeness(0.5 * base, (*reasons, f"but {told}, in other offices"))


def _of_the_world(known: Known) -> str | None:
    found = leader(known.spelling())
    return found.name if found else None


def _spelt(first: Known, second: Known, given: float) -> str:
    written = f"{first.spelling()} and {second.spelling()}"
    return f"initials that fit: {written}" if given == 0.9 else f"spellings of one name: {written}"


def _family_names(first: Known, second: Known, family: float) -> Likeness:
    """At least one of two is a family name alone."""
    parties = {first.form.party, second.form.party}
    if len(parties) == 2 and "" not in parties:
        return NEVER
    base = family if family >= 0.95 else family - 0.1
    both_bare = not parts(first).given and not parts(second).given
    reasons = [f"the family name {'' if family == 1.0 else 'in two spellings '}alone"]
    office = first.offices() & second.offices()
    party = first.form.party or second.form.party
    if len(parties) == 1 and "" not in parties:
        shared = [f"both of {party}"]
        if office:
            return Likeness(0.93 * base, (*reasons, *shared, f"both {min(office)}"))
        return Likeness((0.9 if both_bare else 0.85) * base, (*reasons, *shared))
    if office:
        return Likeness(0.8 * base, (*reasons, f"both {min(office)}"))
    return Likeness((0.78 if parties == {""} and both_bare else 0.62) * base, tuple(reasons))


def _bodies(one: Form, other: Form) -> Likeness:
    if one.party and other.party and one.party != other.party:
        return NEVER
    if one.name == other.name:
        return Likeness(0.97 if one.party == other.party else 0.8, ("the same name",))
    for short, long in ((one, other), (other, one)):
        if " " not in short.name and " " in long.name and acronym(long.name) == short.name:
            return Likeness(0.8, (f"{short.name.upper()} are its first letters",))
    return NEVER
