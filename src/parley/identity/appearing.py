"""Who and what appears in one report, as forms, with what the report says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from parley.identity.forms import Form, FormKind, person_form, role_features, thing_form
from parley.identity.names import folded
from parley.identity.offices import office_of, office_phrase
from parley.model.findings import Commitment, Encounter, Finding, Mention, Position, Statement
from parley.vocabulary.geography import Form as NameForm
from parley.vocabulary.geography import naming
from parley.vocabulary.identity import holder
from parley.vocabulary.offices import leader

_LONGEST_FEATURE = 200
_ONE_WORD = re.compile(r"[A-Z][^\W\d_]+")
_LED = re.compile(r"(?P<name>[A-Z][^\W\d_]+)['’]s (?P<office>.+)")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A form in a report.

    Attributes:
        form: the form.
        name: as the report has it.
        features: what the report says of its bearer: roles, offices, affiliations, spelling.
        said: how many statements it makes there.
        by_office: whether the report names the bearer by office alone.
    """

    form: Form
    name: str
    features: frozenset[str] = frozenset()
    said: int = 0
    by_office: bool = False


@dataclass
class _Gathering:
    """What is gathered of one report, by name."""

    day: str | None
    apart: Mapping[str, str]
    vouched: frozenset[str] = frozenset()
    found: dict[str, Appearance] = field(default_factory=dict)

    @property
    def month(self) -> str:
        return (self.day or "")[:7]

    def mention(self, mention: Mention) -> None:
        apart = self.apart.get(folded(mention.name), "")
        if mention.kind == "person":
            form = person_form(mention.name, mention.affiliation, apart)
        else:
            form = thing_form(mention.name, mention.kind, mention.affiliation, apart)
        if form is not None:
            features = {
                f"spelling:{_clean(mention.name)}",
                *role_features(mention.role, form.party, self.month),
            }
            if mention.affiliation:
                features.add(f"affiliation:{_clean(mention.affiliation)}")
            self._keep(Appearance(form, mention.name, frozenset(features)))

    def acting(self, name: str, party: str | None, said: int = 0, role: str | None = None) -> None:
        """Somebody who speaks, takes part or holds a position: a capital is its government here."""
        known = naming(name)
        if known is not None and known.form is NameForm.CAPITAL:
            form = thing_form(known.party, known.kind, None, self.apart.get(folded(name), ""))
            if form is not None:
                self._keep(Appearance(form, name, frozenset({f"spelling:{known.party}"}), said))
            return
        there = self.found.get(_key(name))
        if there is not None:
            more = role_features(role, there.form.party, self.month)
            self.found[_key(name)] = replace(there, said=there.said + said, features=there.features | more)
        elif known is not None:
            form = thing_form(name, known.kind, known.party, self.apart.get(folded(name), ""))
            if form is not None:
                self._keep(Appearance(form, name, frozenset({f"spelling:{known.party}"}), said))
        elif name in self.vouched and office_phrase(name, party) is None:
            form = person_form(name, party, self.apart.get(folded(name), ""))
            if form is not None:
                self._keep(Appearance(form, name, frozenset({f"spelling:{_clean(name)}"}), said))
        else:
            self._by_office(name, party, said)

    def _by_office(self, name: str, party: str | None, said: int) -> None:
        phrase = office_phrase(name, party)
        if phrase is None:
            return
        bearer = holder(phrase.office, phrase.party, self.day)
        form = person_form(bearer, phrase.party) if bearer else None
        if form is None:
            form = Form(FormKind.OFFICE, phrase.office, phrase.party, self.month)
        holds = f"holds:{phrase.office}|{phrase.party}|{self.month}"
        self._keep(Appearance(form, name, frozenset({holds}), said, by_office=True))

    def _keep(self, appearance: Appearance) -> None:
        key = _key(appearance.name)
        there = self.found.get(key)
        if there is not None and there.form == appearance.form:
            appearance = replace(
                there, features=there.features | appearance.features, said=there.said + appearance.said
            )
        elif there is not None and appearance.form.kind is not FormKind.PERSON:
            key = f"{key}|{appearance.form.kind.value}"
        self.found[key] = appearance


def appearances(
    findings: Iterable[Finding],
    day: str | None,
    apart: Mapping[str, str] | None = None,
    vouched: frozenset[str] = frozenset(),
) -> tuple[Appearance, ...]:
    """Who and what appears in a report.

    Args:
        findings: of one report, as rulings leave them.
        day: when it was published, ISO 8601, or None.
        apart: folded names that rulings keep apart in this report, each with the ruling's id.
        vouched: names of speakers that people gave: somebody's, though the engine found no such name.
    """
    gathering = _Gathering(day, apart or {}, vouched)
    several = tuple(findings)
    states = _states(several)
    for mention in (one for one in several if isinstance(one, Mention)):
        unknown = mention.kind == "person" and not mention.role and not mention.affiliation
        state = unknown and mention.name in states and leader(mention.name) is None
        gathering.mention(replace(mention, kind="country") if state else mention)
    for name, party, said, role in _acting(several):
        if name:
            gathering.acting(name, party, said, role)
    return tuple(gathering.found.values())


def _states(findings: Iterable[Finding]) -> frozenset[str]:
    """Names of one word that no list has and that act as a state does: it has a position, or a minister.

    What reads names takes a country it has never heard of for a person, since it speaks and wants.
    """
    found: set[str] = set()
    for finding in findings:
        match finding:
            case Position(party=name) | Commitment(party=name):
                found.add(name)
            case Mention(role=role, affiliation=side):
                found.update((side or "", *_led(role or "")))
            case Statement(source=source) if source is not None:
                found.add(source.on_behalf_of or "")
                found.update(name for words in (source.role, source.name) for name in _led(words or ""))
            case _:
                continue
    return frozenset(name for name in found if _ONE_WORD.fullmatch(name))


def _led(words: str) -> Iterator[str]:
    """The name before an office: "Valborg’s foreign minister"."""
    led = _LED.match(words)
    office = office_of(led["office"]) if led is not None else None
    if led is not None and office is not None and office.single:
        yield led["name"]


def _acting(findings: Iterable[Finding]) -> Iterator[tuple[str, str | None, int, str | None]]:
    """Everybody who speaks, takes part or holds a position: name, party, statements, role."""
    for finding in findings:
        match finding:
            case Statement(source=source) if source is not None:
                yield source.name, source.on_behalf_of, 1, source.role
            case Encounter(participants=names):
                yield from ((name, None, 0, None) for name in names)
            case Position(party=name) | Commitment(party=name):
                yield name, None, 0, None
            case _:
                continue


def _key(name: str) -> str:
    return folded(name)


def _clean(words: str) -> str:
    return " ".join(words.split())[:_LONGEST_FEATURE]
