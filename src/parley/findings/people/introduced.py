"""Descriptions of somebody whose role the report never gives, or whose name it gives only later."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.people.descriptions import Description, role_fit
from parley.findings.people.focus import Focus
from parley.findings.people.member import Kind, Member
from parley.language.tree import Doc
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import Standing, office_words, standings

# "His Irish counterpart" holds an office that is told only of somebody else.
_LIKE = "counterpart"
# How many sentences back somebody without a role may have come up.
_NEAR = 3
# Tokens: a lead, and how far below it a name may follow.
_LEAD, _BELOW = 120, 260
_SOON = 70


def without_role(wanted: Description, focus: Focus, token: int) -> Member | None:
    """The one person who came up just before, of whom the report says no office; None where two did.

    ("Lund opened the talks. The minister said ...": she is the minister, though nothing says so before.)
    """
    if not _held_by_one(wanted.noun):
        return None
    here = focus.sentence_of[token]
    found: dict[str, Member] = {}
    for entry in focus.before(token):
        if here - entry.sentence > _NEAR:
            break
        member = entry.who.member
        if member is None or member.kind is not Kind.PERSON or entry.quoted:
            continue
        if not any(not role.past and role.noun != _LIKE for role in member.roles) and _suits(wanted, member):
            found.setdefault(member.name, member)
    return next(iter(found.values())) if len(found) == 1 else None


def only_person(wanted: Description, focus: Focus, token: int) -> Member | None:
    """The one person named in the sentences before, who holds no office; None where two are."""
    here = focus.sentence_of[token]
    found: dict[str, Member] = {}
    for entry in focus.before(token):
        if here - entry.sentence > _NEAR:
            break
        member = entry.who.member
        if member is not None and member.kind is Kind.PERSON:
            found.setdefault(member.name, member)
    alone = next(iter(found.values())) if len(found) == 1 else None
    if alone is None or not _suits(wanted, alone):
        return None
    return None if any(standings().get(role.noun) is Standing.OFFICE for role in alone.roles) else alone


def named_later(wanted: Description, members: Sequence[Member], doc: Doc, token: int) -> Member | None:
    """Whom a report's lead describes and names only below it ("a Chadian spokesman said", then who he is).

    That is the first of this very role to be named after it; or, close below, the first person named at all,
    where the report gives them no role ("Chad's trade minister objected. ... Ida Lund said").
    """
    if token > _LEAD or not _held_by_one(wanted.noun):
        return None
    start = doc[token].idx
    limit = doc[min(len(doc) - 1, token + _BELOW)].idx
    soon = doc[min(len(doc) - 1, token + _SOON)].idx
    first_named = True
    for member in sorted(members, key=lambda one: one.mentions[0].start):
        first = member.mentions[0].start
        if member.kind is not Kind.PERSON or not start < first < limit:
            continue
        suits = _suits(wanted, member)
        if role_fit(wanted, member) >= 1 and suits:
            return member
        if not suits:
            continue
        if first_named and wanted.party is not None and suits and first < soon and not member.roles:
            return member
        first_named = False
    return None


def _held_by_one(noun: str) -> bool:
    """Whether a noun names an office that one person holds, and not just anybody's work ("official")."""
    return standings().get(noun) is Standing.OFFICE and noun not in office_words("many_hold")


def _suits(wanted: Description, member: Member) -> bool:
    """Whether neither sex nor party speaks against it; a body of a country that is not named is its own."""
    if wanted.sex and member.sure_of_sex and member.sex is not wanted.sex:
        return False
    if member.name == wanted.master:
        return False
    own = {member.affiliation, member.party} - {None}
    if wanted.party is None or not own or wanted.party in own:
        return True
    return all(naming(party) is None for party in own if party is not None)
