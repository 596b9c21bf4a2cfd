"""Whose a role is by what stands around it: after the name, in the same list, after a comma."""

from __future__ import annotations

from parley.findings.people.affiliation import Bearings
from parley.findings.people.member import Kind, Named, Role
from parley.findings.people.nouns import role_noun_ending
from parley.language.tree import Doc
from parley.vocabulary.offices import office_words

_CLOSERS = frozenset({",", ".", ";", ":", "—", "--", "(", ")"})


def of_country(doc: Doc, named: Named, role: Role, bearings: Bearings) -> Role:
    """ "President Jane Roe of Chad", "President Jane Roe of the dockers' union": whose comes after the name.

    Args:
        doc: the parsed document.
        named: the person's name.
        role: the role before it.
        bearings: who is named where.
    """
    if named.end + 1 >= len(doc) or doc[named.end].text != "of":
        return role
    after = named.end + 2 if doc[named.end + 1].lower_ == "the" else named.end + 1
    owner = bearings.at(after)
    if owner is not None and owner.kind in {Kind.COUNTRY, Kind.ORGANISATION, Kind.PLACE}:
        text = f"{role.text} of {doc[named.end + 1 : owner.end].text}"
        return Role(text, role.noun, bearings.party_of(owner), role.past, role.master)
    if after >= len(doc) or role_noun_ending(doc, after) is not None or doc[after].pos_ != "NOUN":
        return role
    body = doc[named.end : _end(doc, after)].text
    return Role(" ".join(f"{role.text} {body}".split()), role.noun, None, role.past, role.master)


def _end(doc: Doc, index: int) -> int:
    """Where a noun phrase ends: at a comma, full stop or verb."""
    while index < len(doc) and doc[index].text not in _CLOSERS:
        if doc[index].is_space or doc[index].pos_ in {"VERB", "AUX", "PRON", "SCONJ"}:
            break
        index += 1
    return index


def joined_before(doc: Doc, start: int, bearings: Bearings) -> Named | None:
    """The person to whom "and" joins a title ("Norwegian premier Ida Lund and finance minister Per Dahl").

    Args:
        doc: the parsed document.
        start: first token of the title.
        bearings: who is named where.
    """
    if start < 2 or doc[start - 1].lower_ != "and":
        return None
    other = bearings.at(start - 2)
    return other if other is not None and other.kind is Kind.PERSON else None


def part_named_after(doc: Doc, end: int, bearings: Bearings) -> Named | None:
    """The name of the party or wing that a description ends with ("head of its political wing, Hill Front").

    Args:
        doc: the parsed document.
        end: after the description.
        bearings: who is named where.
    """
    if end < 1 or end + 1 >= len(doc) or doc[end].text != "," or bearings.at(end - 1) is not None:
        return None
    if doc[end - 1].lower_ not in office_words("parts"):
        return None
    after = end + 2 if doc[end + 1].lower_ == "the" else end + 1
    part = bearings.at(after)
    return part if part is not None and part.start == after and part.kind is Kind.ORGANISATION else None
