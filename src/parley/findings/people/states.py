"""States that no list knows, shown by the report itself: "Kardeva's foreign minister", "the Kardevan navy".

Self-governing lands, unrecognised republics and places that are new have governments, armies and ministers
as states have; a report that names these shows whose they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from parley.language.tree import Doc, Token
from parley.vocabulary.geography import Form, Naming, naming
from parley.vocabulary.offices import honorifics, leader, sex_of_given_name, titles
from parley.vocabulary.paraphrases import honest_rates
from parley.vocabulary.states import StateWords, state_words

_OWNING = frozenset({"'s", "’s", "'", "’"})
_SHORTEST = 4
_STEM = 4
_JOINED = frozenset({"and", ","})
_LONGEST = 3
_BESIDE = "and"
_AND = frozenset({_BESIDE})


def states_named(doc: Doc) -> Mapping[str, Naming]:
    """The unknown states of a report, with their adjectives, by the words that name them.

    Args:
        doc: the parsed report.

    Returns:
        For each form of a name whom it stands for; empty for nearly every report.
    """
    words = state_words()
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for name, body in _showings(doc, words):
        shown[name].add(body)
    if not shown:
        return {}
    sure = _sure(doc, shown, words)
    for name, beside in _pairs(doc, words):
        if beside in sure:
            shown[name].add(_BESIDE)
    sure |= _sure(doc, shown, words)
    found = {name: Naming(name, "country", Form.NAME) for name in sure}
    for name in sure:
        for adjective in _adjectives(doc, name, words):
            found.setdefault(adjective, Naming(name, "country", Form.ADJECTIVE))
    return found


def _sure(doc: Doc, shown: Mapping[str, set[str]], words: StateWords) -> set[str]:
    return {
        name
        for name, bodies in shown.items()
        if (bodies & words.surest or len(bodies) >= words.least) and not _is_personal(doc, name)
    }


def _pairs(doc: Doc, words: StateWords) -> Iterator[tuple[str, str]]:
    """Unknown names joined by "and", each with the other ("Kardeva and Solane agreed")."""
    for token in doc.having(_AND):
        if not 0 < token.i < len(doc) - 1:
            continue
        before, after = doc[token.i - 1], doc[token.i + 1]
        if _may_be_land(before, words) and _may_be_land(after, words):
            yield before.text, after.text
            yield after.text, before.text


def _showings(doc: Doc, words: StateWords) -> Iterator[tuple[str, str]]:
    """Each unknown name beside an office or body that a state has."""
    for place in doc.capitalised:
        token = doc.tokens[place]
        if not _may_be_land(token, words):
            continue
        body = _owned(token, words) or _ruled(token, words)
        if body is not None:
            yield token.text, body


def _may_be_land(token: Token, words: StateWords) -> bool:
    name = token.text
    if len(name) < _SHORTEST or not name[0].isupper() or name.isupper() or not name.isalpha():
        return False
    if naming(name) is not None or name in honorifics() or name in titles():
        return False
    # A word that news uses in small letters too stands in a headline; a part of a known name is no name.
    common = token.lower_ in words.never or token.lower_ in honest_rates()
    return not common and sex_of_given_name(name) is None and not _goes_on(token)


def _goes_on(token: Token) -> bool:
    """Whether a word ends a longer name that is known ("Saudi Arabia")."""
    before = token.doc[token.i - 1] if token.i else None
    return before is not None and naming(f"{before.text} {token.text}") is not None


def _owned(name: Token, words: StateWords) -> str | None:
    """The body that a name owns ("Kardeva's aging navy"), or None."""
    doc = name.doc
    if name.i + 1 >= len(doc) or doc[name.i + 1].text not in _OWNING:
        return None
    start = name.i + 2
    for first in range(start, start + words.between + 1):
        for size in range(_LONGEST, 0, -1):
            phrase = doc[first : first + size].text.lower()
            if phrase in words.bodies:
                return phrase
    return None


def _ruled(name: Token, words: StateWords) -> str | None:
    """The office or body "of" a name ("the governments of Solane and Kardeva"), or None."""
    doc = name.doc
    at = name.i - 1
    while at > 1 and (doc[at].lower_ in _JOINED or (doc[at].text[:1].isupper() and doc[at].is_alpha)):
        at -= 1
    if at < 1 or doc[at].lower_ != "of" or name.i - at > 2 * _LONGEST:
        return None
    for size in range(_LONGEST, 0, -1):
        phrase = doc[max(0, at - size) : at].text.lower()
        if phrase in words.of:
            return phrase.removesuffix("s")
    return _titled(doc, at, words)


def _titled(doc: Doc, end: int, words: StateWords) -> str | None:
    """The office of a named person before "of" ("Foreign Minister Ida Lund of Kardeva"), or None."""
    start = end
    while start > 0 and doc[start - 1].text[:1].isupper() and doc[start - 1].is_alpha:
        start -= 1
    for first in range(start, end - 1):
        for size in (_LONGEST, 2, 1):
            phrase = doc[first : first + size].text.lower()
            if first + size < end and phrase in words.surest:
                return phrase
    return None


def _is_personal(doc: Doc, name: str) -> bool:
    """Whether a name is a person's somewhere: known for one, or after a given name, an office, a "Mr."."""
    if leader(name) is not None:
        return True
    for token in doc:
        if token.text != name or token.i == 0:
            continue
        before = doc[token.i - 1]
        joined = before.text[:1].isupper() and before.whitespace_ != "" and not before.is_sent_start
        called = before.text in honorifics() or before.text in titles()
        if called or (joined and before.pos_ == "PROPN" and naming(before.text) is None):
            return True
        if before.ent_type_ == "PERSON" and token.ent_iob_ == "I":
            return True
    return False


def _adjectives(doc: Doc, name: str, words: StateWords) -> Iterator[str]:
    """The words of a report that are made of a land's name ("Kardevan", "Solanese")."""
    stem = name[: max(_STEM, len(name) - 2)]
    for text in {token.text for token in doc if token.text.startswith(stem)}:
        rest = (
            text[len(name.rstrip("aeiouy")) :]
            if text.startswith(name.rstrip("aeiouy"))
            else text[len(stem) :]
        )
        if text != name and naming(text) is None and rest.lstrip("aeiouy") and _ends(text, words):
            yield text


def _ends(text: str, words: StateWords) -> bool:
    return any(text.endswith(ending) for ending in words.endings)
