"""For whom somebody speaks by the words right beside his name, where the cast could not read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.findings.encounters.scene import Scene
from parley.findings.people import Member
from parley.findings.positions.pairs import side_of_name
from parley.language.tree import Doc, Span, Token
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import Standing, singulars, standings

_MENTIONS = 3
_REACH = 14
_NAMES = frozenset({"GPE", "ORG", "NORP"})
_PAST = frozenset({"former", "ex", "retired", "late", "deposed", "then"})
_ENDS = frozenset({"VERB", "AUX"})


def told_beside(scene: Scene, member: Member) -> str | None:
    """The side named with "of" behind a name, or with an office set off beside it by commas; else None.

    "Ida Lund of Norway", "Ida Lund, acting secretary of the Norwegian treasury, said", "the Norwegian
    ambassador to Chad, Ida Lund, said".
    """
    for mention in member.mentions[:_MENTIONS]:
        words = scene.doc.char_span(mention.start, mention.end)
        if words is None or words.end >= len(scene.doc):
            continue
        side = _office(scene, list(_behind(words.doc, words.end))) or _office(scene, _before(words))
        if side is None and scene.doc[max(0, words.start - 1)].text != ",":
            side = _of(scene, words)  # "the conference chairman, Ida Lund of Norway," is nobody's
        if side is not None:
            return side
    return None


def _of(scene: Scene, name: Span) -> str | None:
    """The country or body of "Ida Lund of Norway"."""
    if name.doc[name.end].lower_ != "of":
        return None
    start = name.end + 1 + (name.doc[name.end + 1 : name.end + 2].text == "the")
    whose = next((one for one in scene.doc.ents if one.start == start and one.label_ in _NAMES), None)
    if whose is None:
        return None
    return _office(scene, list(_behind(name.doc, whose.end))) or side_of_name(scene, whose)


def _behind(doc: Doc, end: int) -> Iterator[Token]:
    """The words that a comma sets off behind a name that ends there, up to the next comma or verb."""
    if end >= len(doc) or doc[end].text != ",":
        return
    for token in doc[end + 1 : end + 1 + _REACH]:
        if token.text in {",", ".", ";"} or (token.pos_ in _ENDS and doc[token.i - 1].text != "-"):
            return
        yield token


def _before(name: Span) -> list[Token]:
    """The words before a comma and a name, back to the last comma, verb or start of the sentence."""
    if name.start == 0 or name.doc[name.start - 1].text != ",":
        return []
    found: list[Token] = []
    first = max(0, name.start - 1 - _REACH)
    for token in reversed(name.doc.tokens[first : name.start - 1]):
        if token.text in {",", ".", ";"} or token.pos_ in _ENDS or token.is_space:
            break
        found.append(token)
    return found[::-1]


def _holds_office(words: Sequence[Token]) -> bool:
    """Whether words tell an office that somebody holds now."""
    said = [token.lower_ for token in words]
    held = {standings().get(singulars().get(word, word)) for word in said}
    return Standing.OFFICE in held and _PAST.isdisjoint(said)


def _office(scene: Scene, words: Sequence[Token]) -> str | None:
    """The first side named in words that tell an office somebody holds now; None without an office."""
    if not _holds_office(words):
        return None
    inside = range(words[0].i, words[-1].i + 1)
    placed = (one for one in scene.doc.ents if one.start in inside and one.label_ in _NAMES)
    named = (one for one in placed if scene.doc[one.end : one.end + 1].text != "-")  # "Oslo-based"
    sides = (side for one in named if (side := side_of_name(scene, one)) is not None)
    return next((side for side in sides if naming(side) is not None), None)
