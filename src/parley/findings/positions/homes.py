"""The country of an official whom a report names without one, as papers name those of their own country."""

from __future__ import annotations

import re
from collections import Counter

from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind, Member
from parley.findings.positions.beside import told_beside
from parley.vocabulary.geography import naming
from parley.vocabulary.sides import parties_of_adjectives, side_words

_LETTER = re.compile(r",?\s*\(?([RD])-[A-Z]")
_CAUCUSES = {"R": "Republicans", "D": "Democrats"}
_AMONG = frozenset({"of", "at", "former", "ex", "deposed", "ousted", "exiled"})
# A dateline stands within so many tokens from the start.
_DATELINE = 12
# The home country is named so many times as often as the next.
_LEADING = 2
_SEVERAL = 2


def at_home(scene: Scene, member: Member) -> str | None:
    """The country that somebody with an office of state speaks for, where the report names none beside him.

    Args:
        scene: the report.
        member: somebody without a known side.
    """
    if member.kind is not Kind.PERSON or member.party is not None:
        return None
    if member.affiliation is None and (beside := told_beside(scene, member)) is not None:
        return beside
    body = _body(scene, member)
    if body is not None:
        return body
    caucus = _caucus(scene, member)
    if caucus is not None or not _of_state(member):
        return caucus
    counted, home = _countries(scene), _dateline(scene)
    if len({*counted, home} - {None}) < _SEVERAL:
        return None  # within one country its ministers speak for a government, a party, themselves
    return home or _leading(counted)


def _body(scene: Scene, member: Member) -> str | None:
    """The one body that an office is of: a speaker's parliament, a commissioner's commission."""
    said = {word for role in member.roles if not role.past for word in role.text.lower().split()}
    if said & {"speaker"}:
        wanted, rest = side_words("parliaments"), False
    elif said & {"commissioner", "commissioners"}:
        wanted, rest = frozenset({"commission"}), True
    else:
        return None
    found: set[str] = set()
    for other in scene.cast.members:
        words = set(other.name.lower().split())
        if other.kind is Kind.ORGANISATION and words & wanted and (not rest or words - wanted <= said):
            found.add(other.party or other.name)
    return max(found, key=len) if found and _one_in_all(found) else None


def _one_in_all(names: set[str]) -> bool:
    """Whether names are all short for the longest of them ("Assembly", "National Assembly")."""
    longest = max(names, key=len)
    return all(name in longest for name in names)


def _caucus(scene: Scene, member: Member) -> str | None:
    """The party of an American lawmaker by the letter behind his name ("Ann Roe, R-Iowa"), or by his role."""
    behind = (_LETTER.match(scene.doc.text, mention.end) for mention in member.mentions)
    letter = next((found.group(1) for found in behind if found is not None), None)
    if letter is not None:
        return _CAUCUSES[letter]
    adjectives = (word for role in member.roles for word in role.text.lower().split() if not role.past)
    return next((party for word in adjectives if (party := parties_of_adjectives().get(word))), None)


def _of_state(member: Member) -> bool:
    """Whether a current role is an office of state, and no body is named with it ("Finance Secretary")."""
    for role in member.roles:
        words = role.text.lower().replace(",", " ").split()
        if role.past or not words or not _AMONG.isdisjoint(words):
            continue
        kept = set(words[:-1]) <= side_words("portfolios")
        if words[-1] in side_words("offices_of_state") and kept:
            return True
        if words[-1] in side_words("offices_with_portfolio") and kept and len(words) > 1:
            return True
    return False


def _dateline(scene: Scene) -> str | None:
    """The country of the place in capitals with which a report begins ("MANILA, March 31 -")."""
    first = scene.doc[0 : min(_DATELINE, len(scene.doc))]
    for token in first:
        known = naming(token.text.title()) if token.text.isupper() and len(token.text) > 3 else None
        if known is not None and known.kind == "country":
            return known.party
    return None


def _countries(scene: Scene) -> Counter[str]:
    """How often a report names each country, with its people and places."""
    counted: Counter[str] = Counter()
    for member in scene.cast.members:
        known = naming(member.party) if member.party else None
        if known is not None and known.kind == "country":
            counted[known.party] += len(member.mentions)
    return counted


def _leading(counted: Counter[str]) -> str | None:
    """The country named far more often than any other."""
    (first, often), (_, next_often) = counted.most_common(2)
    return first if often >= _LEADING * next_often else None
