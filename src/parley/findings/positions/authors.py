"""Whose words stand outside all statements: who wrote a declaration, who is quoted below a heading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind
from parley.language.tree import Token
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import leader
from parley.vocabulary.sides import side_words

_FIRST = frozenset({"i", "we", "our", "my"})
_TITLE = re.compile(
    r"\b(?:statement|remarks|message|address|letter|speech|declaration)\b.*?\b(?:by|from|of)\b", re.I
)
_VERBAL = frozenset({"VERB", "AUX"})
_ENDS = frozenset('.!?:;,”"')
_OPENING, _CLOSING = "“", "”"
_MARKUP = "#*_>-– \t\xa0"
# So many words of the first person outside all statements make a text somebody's own.
_OWN = 3
_LONGEST_HEADING = 14
# The author's country is named at least so many times as often as the next, or first.
_LEADING = 1.5


@dataclass(frozen=True, slots=True)
class Author:
    """Who speaks without being told to: the side, and the name the report gives."""

    side: str
    name: str


def author_of(scene: Scene, token: Token) -> Author | None:
    """Who speaks in words that no statement has, or None where that is the reporter or unknown.

    Args:
        scene: the report.
        token: a word.
    """
    if scene.told_by(token) is not None:
        return None
    paragraph = _paragraph(scene.doc.text, token.idx)
    if _in_quotation(scene.doc.text[paragraph : token.idx]):
        return _under_heading(scene, paragraph)
    return _writer(scene)


def written_by(scene: Scene, token: Token) -> tuple[str, ...]:
    """The side whose words a token is one of, outside all statements; empty where that is the reporter's."""
    author = author_of(scene, token)
    return (author.side,) if author is not None else ()


def _paragraph(text: str, place: int) -> int:
    """Where the paragraph or item of a list starts in which a character stands."""
    return max(text.rfind(mark, 0, place) + 1 for mark in ("\n\n", "\n-", "\n*", "\n•"))


def _in_quotation(before: str) -> bool:
    return before.count(_OPENING) > before.count(_CLOSING) or before.count('"') % 2 == 1


def _under_heading(scene: Scene, place: int) -> Author | None:
    """The person whom the nearest heading before a place names ("Minister Ida Lund on Morning Radio")."""
    for start, end in reversed(_headings(scene)):
        if end > place:
            continue
        for name in scene.doc.ents:
            if name.label_ == "PERSON" and start <= name.start_char < end:
                member = scene.cast.at(scene.span(name.start, name.end))
                side = member.party if member is not None else None
                return Author(side, member.name) if member is not None and side is not None else None
        return None
    return None


def _headings(scene: Scene) -> list[tuple[int, int]]:
    """Where lines stand that only say who speaks below: short, without a verb or full stop, set apart."""
    text, found = scene.doc.text, []
    for match in re.finditer(r"(?<=\n\n)[^\n]+(?=\n\s*\n)", text):
        words = match.group().strip(_MARKUP)
        if not words or words[-1] in _ENDS or len(words.split()) > _LONGEST_HEADING:
            continue
        tokens = scene.doc.char_span(match.start(), match.end())
        if tokens is not None and all(token.pos_ not in _VERBAL for token in tokens):
            found.append((match.start(), match.end()))
    return found


def _writer(scene: Scene) -> Author | None:
    """Whose declaration a text is that is told in the first person by somebody who governs; else None."""
    own = [token for token in scene.doc.having(_FIRST) if scene.told_by(token) is None]
    if len(own) < _OWN:
        return None
    titled = _in_title(scene.report.title or "")
    if titled is not None:
        return titled
    text = scene.doc.text.lower()
    if not any(phrase in text for phrase in side_words("governing")):
        return None
    country = _own_country(scene)
    return Author(country, country) if country is not None else None


def _in_title(title: str) -> Author | None:
    """Who a title says has written ("Statement by President Lund on the Truce")."""
    begin = _TITLE.search(title)
    words = title[begin.end() :].split() if begin is not None else []
    for size in (3, 2):
        for start in range(min(len(words), 6) - size + 1):
            name = " ".join(words[start : start + size]).strip(",:")
            known = leader(name)
            if known is not None:
                return Author(known.party, name)
    return None


def _own_country(scene: Scene) -> str | None:
    """The country that a text names far more often than any other, or before any other."""
    counted: Counter[str] = Counter()
    first: dict[str, int] = {}
    for member in scene.cast.members:
        known = naming(member.party) if member.party and member.kind is not Kind.PLACE else None
        if known is not None and known.kind == "country":
            counted[known.party] += len(member.mentions)
            place = min(mention.start for mention in member.mentions)
            first[known.party] = min(place, first.get(known.party, place))
    ranked = counted.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] >= _LEADING * ranked[1][1]:
        return ranked[0][0]
    return min(first, key=lambda country: first[country])
