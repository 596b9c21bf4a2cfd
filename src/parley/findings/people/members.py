"""Makes the members of a report's cast from the places where it names somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from parley.findings.people.affiliation import Bearings
from parley.findings.people.behalf import party_of_body, party_of_person
from parley.findings.people.beside import Beside
from parley.findings.people.grouping import Group, grouped
from parley.findings.people.homes import Homes, served_office
from parley.findings.people.member import Kind, Member, Named, Role
from parley.findings.people.names import fuller, plain_name
from parley.findings.people.roles import roles_at
from parley.language.tree import Doc
from parley.model import Span
from parley.vocabulary.geography import Form
from parley.vocabulary.offices import Sex, leader, office_words, sex_of_given_name, sex_of_noun


@dataclass(frozen=True, slots=True)
class Roster:
    """The members of a report and which name is whose.

    Attributes:
        members: in the order of their first mention.
        owner: for every name, the index of its member.
    """

    members: tuple[Member, ...]
    owner: Mapping[Named, int]


def roster(doc: Doc, names: Sequence[Named], bearings: Bearings) -> Roster:
    """Who is who among the names of a report."""
    groups = grouped(names, bearings)
    owner = {named: number for number, group in enumerate(groups) for named in group}
    bearings.full_names = _full_names(groups, bearings)
    roles = [_roles(doc, group, bearings) for group in groups]
    parties = _Parties(doc, groups, roles, owner, bearings)
    return Roster(
        tuple(_member(doc, group, roles[number], number, parties) for number, group in enumerate(groups)),
        owner,
    )


def _full_names(groups: Sequence[Group], bearings: Bearings) -> dict[str, str]:
    """The fullest names of bodies by those that are only their first letters ("HSRC")."""
    found: dict[str, str] = {}
    for group in groups:
        texts = {bearings.text(named) for named in group if named.kind is Kind.ORGANISATION}
        letters = {text for text in texts if text.isupper() and " " not in text}
        if letters and letters != texts:
            full = _fullest(sorted(texts - letters))
            found.update((short, full) for short in letters)
    return found


def _roles(doc: Doc, group: Group, bearings: Bearings) -> tuple[Role, ...]:
    if group[0].kind is not Kind.PERSON:
        return ()
    found: dict[str, Role] = {}
    for named in group:
        for role in roles_at(doc, named, bearings):
            found.setdefault(role.text.casefold(), role)
    return tuple(found.values())


class _Parties:
    """Looks up whom each group of names belongs to, following "Mr. Trump's envoy" to Mr. Trump."""

    def __init__(
        self,
        doc: Doc,
        groups: Sequence[Group],
        roles: Sequence[tuple[Role, ...]],
        owner: Mapping[Named, int],
        bearings: Bearings,
    ) -> None:
        self.doc = doc
        self.groups = groups
        self.roles = roles
        self.owner = owner
        self.bearings = bearings
        self.homes = Homes(doc, bearings)
        self.beside = Beside(doc, bearings)

    def of_roles(self, number: int, above: frozenset[int] = frozenset()) -> list[str | None]:
        """The party of each role of a person."""
        return [self._of_role(role, above | {number}) for role in self.roles[number]]

    def _of_role(self, role: Role, above: frozenset[int]) -> str | None:
        if role.party is not None:
            return self.homes.of_ministry(role.party) or role.party
        if role.master is None:
            return None
        named = self.bearings.at(role.master)
        master = self.owner[named] if named is not None else None
        if master is None or master in above:
            return None
        return self.of_group(master, above)

    def of_group(self, number: int, above: frozenset[int] = frozenset()) -> str | None:
        """The party a group speaks for."""
        group = self.groups[number]
        if group[0].kind is not Kind.PERSON:
            body = party_of_body(self.doc, group, self.bearings)
            return (self.homes.of_ministry(body) or body) if body is not None else None
        roles = self.roles[number]
        party = party_of_person(roles, self.of_roles(number, above), self.name_of(number))
        party = party or self.beside.of(group, roles) or self._of_master(roles) or self.homes.of(roles)
        return party or (None if roles else self._party_led(group))

    def _of_master(self, roles: Sequence[Role]) -> str | None:
        """The party of the office that a role serves without a name ("the prime minister's spokesman")."""
        if any(role.party or role.past or role.master is not None for role in roles):
            return None
        served = next((office for role in roles if (office := served_office(role.text))), None)
        if served is None:
            return None
        parties = {
            role.party
            for others in self.roles
            for role in others
            if role.noun == served and role.party and not role.past
        }
        return parties.pop() if len(parties) == 1 else self.homes.of_office(served)

    def _party_led(self, group: Group) -> str | None:
        """The party of somebody whose it is called ("Ida Lund's Coastal Democrats"), or None."""
        for named in group:
            led = self.bearings.at(named.end + 1) if named.end + 1 < len(self.doc) else None
            if led is None or self.doc[named.end].tag_ != "POS" or led.start != named.end + 1:
                continue
            known = led.naming is not None and led.naming.kind == "political_party"
            words = set(self.bearings.text(led).lower().split())
            if known or (led.kind is Kind.ORGANISATION and words & office_words("led_parties")):
                return self.bearings.party_of(led)
        return None

    def name_of(self, number: int) -> str:
        """The fullest name of a group; with its country where bodies of several countries have it."""
        name = self._plain_name(number)
        if self._called[name] == 1 or self.groups[number][0].kind is not Kind.ORGANISATION:
            return name
        country = next(filter(None, map(self.bearings.country_of, self.groups[number])), None)
        return f"{country}’s {name}" if country is not None else name

    @cached_property
    def _called(self) -> Counter[str]:
        """How many groups have each name."""
        return Counter(map(self._plain_name, range(len(self.groups))))

    def _plain_name(self, number: int) -> str:
        group = self.groups[number]
        if group[0].kind is Kind.PERSON:
            return _fullest([plain_name(self.bearings.text(named)) for named in group])
        known = group[0].naming
        if known is not None and known.form is Form.NAME:
            return known.party
        return _fullest([self.bearings.text(named) for named in group])


def _fullest(names: Sequence[str]) -> str:
    best = names[0]
    for name in names[1:]:
        best = fuller(best, name)
    return best


def _member(doc: Doc, group: Group, roles: tuple[Role, ...], number: int, parties: _Parties) -> Member:
    name = parties.name_of(number)
    sex, sure = _sex(group, roles, name)
    of_roles = parties.of_roles(number)
    role = _best_role(roles, of_roles)
    return Member(
        name=name,
        kind=group[0].kind,
        mentions=tuple(
            Span(doc[named.start].idx, doc[named.end - 1].idx + len(doc[named.end - 1])) for named in group
        ),
        roles=tuple(
            Role(one.text, one.noun, party, one.past, one.master)
            for one, party in zip(roles, of_roles, strict=True)
        ),
        role=role.text if role is not None else None,
        affiliation=_affiliation(group, of_roles, name, parties, number),
        party=parties.of_group(number),
        sex=sex,
        sure_of_sex=sure,
        naming=group[0].naming,
    )


def _best_role(roles: Sequence[Role], parties: Sequence[str | None]) -> Role | None:
    """The role that says most: with a party before without, then the first."""
    ranked = sorted(
        zip(roles, parties, strict=True), key=lambda pair: (pair[1] is None, len(pair[0].text.split()) < 2)
    )
    return ranked[0][0] if ranked else None


def _affiliation(
    group: Group, of_roles: Sequence[str | None], name: str, parties: _Parties, number: int
) -> str | None:
    if group[0].kind is not Kind.PERSON:
        party = parties.of_group(number)
        return party if party != name else None
    known = leader(name)
    named = next((party for party in of_roles if party), known.party if known is not None else None)
    return named or parties.of_group(number)


def _sex(group: Group, roles: Sequence[Role], name: str) -> tuple[Sex | None, bool]:
    """He or she, and whether the report's own words say so."""
    if group[0].kind is not Kind.PERSON:
        return None, False
    said = next((named.sex for named in group if named.sex), None)
    said = said or next((sex for role in roles if (sex := sex_of_noun(role.noun))), None)
    if said is not None:
        return said, True
    words = name.split()
    return (sex_of_given_name(words[0]) if len(words) > 1 else None), False
