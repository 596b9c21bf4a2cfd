"""For which country or organisation somebody speaks."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.people.affiliation import Bearings
from parley.findings.people.bodies import governmental, medium
from parley.findings.people.member import Kind, Named, Role
from parley.language.tree import Doc
from parley.vocabulary.geography import Form
from parley.vocabulary.offices import Standing, leader, standings


def party_of_person(roles: Sequence[Role], parties: Sequence[str | None], name: str) -> str | None:
    """The party a person speaks for.

    Args:
        roles: what the report says the person is.
        parties: the party of each role, those of the people served already looked up.
        name: the fullest name the report gives.

    Returns:
        None for private people, for legislators who lead nothing, and for those whose office is over.
    """
    if roles and all(role.past for role in roles):
        return None
    current = [(role, party) for role, party in zip(roles, parties, strict=True) if not role.past]
    speaking = [party for role, party in current if standing_of(role.noun) is Standing.OFFICE and party]
    if speaking:
        return speaking[0]
    if any(standing_of(role.noun) is not Standing.OFFICE for role, _ in current):
        return None
    known = leader(name)
    return known.party if known is not None else None


def standing_of(noun: str) -> Standing:
    """For whom the bearer of a role noun speaks; an office where the vocabulary does not know the noun."""
    return standings().get(noun, Standing.OFFICE)


def party_of_body(doc: Doc, names: Sequence[Named], bearings: Bearings) -> str | None:
    """The party an organisation, country, group or place speaks for; None for media.

    Args:
        doc: the parsed document.
        names: all its mentions.
        bearings: who is named where.
    """
    first = names[0]
    if first.naming is not None:
        return None if first.naming.kind == "media" else first.naming.party
    text = max((bearings.text(named) for named in names), key=len)
    if medium(text):
        return None
    if first.kind in {Kind.PLACE, Kind.SITE}:
        return bearings.party_of(first)
    if governmental(text):
        country = next((found for named in names if (found := bearings.country_of(named))), None)
        if country is not None:
            return country
    return None if _surrounded_by_media(doc, first) else text


def _surrounded_by_media(doc: Doc, named: Named) -> bool:
    """Whether the words around a name call it a medium ("the Nova news agency")."""
    before = doc[max(0, named.start - 3) : named.start].text
    after = doc[named.end : named.end + 2].text
    words = set(f"{before} {after}".lower().split())
    return bool(
        words & {"newspaper", "newspapers", "broadcaster", "television", "tv", "magazine", "daily"}
    ) or ("news" in words and "agency" in words)


def stands_for_government(named: Named) -> bool:
    """Whether a place name stands for its government where it speaks: a capital."""
    return named.naming is not None and named.naming.form is Form.CAPITAL
