"""Bodies that are a side of their own, though a country stands before them ("the Peruvian miners' union")."""

from __future__ import annotations

from collections.abc import Callable

from parley.findings.people.member import Kind, Named
from parley.language.tree import Doc
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import office_words, singulars

_ARTICLES = frozenset({"the", "a", "an", "one", "some", "its", "their", "our", "his", "her", "this", "that"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_JOINING = frozenset({"-", "–", "&"})


def own_body(doc: Doc, at: Callable[[int], Named | None], start: int, end: int) -> str | None:
    """The union, party, company or the like that words name without the engine's knowing it for a name.

    Args:
        doc: the parsed document.
        at: the name at a token, or None.
        start: first of the words.
        end: after the last of them.

    Returns:
        "Peruvian miners' union"; the name alone where it has one ("the Northern Irish Hill Union party" is
        the "Hill Union party", by the record's name where that knows it). None where no such body stands
        there, and where nothing says which it is.
    """
    last = next((index for index in reversed(range(start, end)) if _is_body(doc, at, index)), None)
    if last is None:
        return None
    first = last
    while first > start and _belongs(doc, first - 1):
        first -= 1
    while first < last and (doc[first].lower_ in _ARTICLES or doc[first].text in _POSSESSIVES):
        first += 1
    own = first
    country = at(first)
    if country is not None and country.naming is not None and country.kind is not Kind.ORGANISATION:
        own = country.end + (doc[country.end].text in _POSSESSIVES)
    elif not any(doc[index].text[:1].isupper() for index in range(first, last)):
        return None
    name = " ".join(doc[own : last + 1].text.split())
    known = naming(name.title())
    if known is not None and known.kind == "political_party":
        return known.party
    capitals = any(doc[index].text[:1].isupper() for index in range(own, last))
    return name if capitals else " ".join(doc[first : last + 1].text.split())


def _is_body(doc: Doc, at: Callable[[int], Named | None], index: int) -> bool:
    """Whether a word in lower case heads the name of such a body."""
    word = doc[index].lower_
    noun = singulars().get(word, word)
    if doc[index].text != word or at(index) is not None:
        return False
    return noun in office_words("own_bodies") or word in office_words("own_bodies")


def _belongs(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.is_space:
        return False
    return token.pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "X"} or token.text in _POSSESSIVES | _JOINING
