"""A document as the words that time expressions are made of: one symbol a word.

The grammar in `grammar.py` is written over these symbols, so that a long text costs one dictionary look-up
a token and one scan.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from parley.language.tree import Doc
from parley.vocabulary.times import time_words

OTHER = "."

# The symbol of each family of words; words of the family "small" bring their own.
FAMILY_SYMBOLS = MappingProxyType(
    {
        "weekday": "W", "weekdays": "w", "month": "M", "number": "n", "article": "a", "indefinite": "i",
        "ordinal": "O", "unit": "u", "units": "U", "part_of_day": "P", "relative_day": "R", "season": "S",
        "weekend": "E", "previous": "L", "following": "X", "this": "h", "that": "d", "same": "=", "ago": "g",
        "earlier": "<", "later": ">", "before": "v", "after": "V", "edge": "~", "edge_of": "%",
        "every": "e", "repeated": "z",
        "lasting": "J", "meridiem": "p", "vague": "Q",
    }
)  # fmt: skip
SMALL_SYMBOLS = MappingProxyType(
    {
        "the": "t", "of": "o", "in": "I", "on": "I", "and": "&", "or": "|", "between": "b", "from": "F",
        "to": "2", "comma": ",", "dash": "-", "possessive": "s", "apostrophe": "'", "time": "@",
        "long": "l", "half": "H", "old": "x",
    }
)  # fmt: skip

# Written forms that no list can hold: symbol and pattern, the first that matches counts.
_WRITTEN = tuple(
    (symbol, re.compile(pattern))
    for symbol, pattern in (
        ("Y", r"(?:1[0-9]|20)\d\d"),
        ("D", r"0?[1-9]|[12]\d|3[01]"),
        ("O", r"\d+(?:st|nd|rd|th)"),
        ("G", r"(?:1[5-9]\d|20\d|[2-9])0s"),
        ("r", r"(?:[1-9]|[12]\d|3[01])[-–](?:[1-9]|[12]\d|3[01])"),
        ("y", r"(?:1[89]|20)\d\d[-–](?:(?:1[89]|20)\d\d|\d\d)"),
        ("K", r"(?:[01]?\d|2[0-4]):[0-5]\d(?:[ap]\.?m\.?)?|(?:1[0-2]|[1-9])[ap]\.?m\.?"),
        ("Z", r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}"),
        ("q", r"q[1-4]"),
        ("#", r"\d[\d,]*(?:\.\d+)?"),
    )
)


class Word(NamedTuple):
    """A word of a time expression.

    Attributes:
        symbol: what the grammar knows it by.
        lower: the word, in lower case.
        value: what it means within its family: a number, a unit, a part of the day.
        token: index of its token in the document.
        start: where it starts in the text.
        end: where it ends.
    """

    symbol: str
    lower: str
    value: int | str
    token: int
    start: int
    end: int

    @property
    def number(self) -> int:
        """The meaning, where it is a number; 0 where it is none."""
        return self.value if isinstance(self.value, int) else 0


@cache
def _lexicon() -> dict[str, tuple[str, int | str]]:
    lexicon: dict[str, tuple[str, int | str]] = {}
    for lower, word in time_words().words.items():
        symbol = SMALL_SYMBOLS[str(word.value)] if word.family == "small" else FAMILY_SYMBOLS[word.family]
        lexicon[lower] = (symbol, word.value)
    return lexicon


def _written(lower: str) -> tuple[str, int | str] | None:
    for symbol, pattern in _WRITTEN:
        if pattern.fullmatch(lower):
            digits = re.match(r"\d+", lower)
            whole = symbol in "YDO" and digits
            return symbol, int(digits[0]) if whole and digits else lower
    return None


def symbols_of(doc: Doc) -> tuple[str, list[Word | None]]:
    """The symbols of a document's tokens, and the words that have one other than `OTHER`.

    Single spaces and line breaks that stand as tokens of their own are left out; blank lines are `OTHER`,
    so that no expression runs over a paragraph's end.

    Args:
        doc: a tokenised document; of the rest only its names are looked at.

    Returns:
        A string with one symbol a token kept, and for each symbol its word, None for `OTHER`.
    """
    lexicon = _lexicon()
    people = _family_names(doc)
    symbols = [OTHER] * len(doc)
    words: list[Word | None] = [None] * len(doc)
    for lower, places in doc.places.items():
        found = lexicon.get(lower)
        if found is None and (lower[0].isdigit() or lower[0] == "q"):
            found = _written(lower)
        if found is None:
            # No symbol at all.
            for place in places if lower.isspace() and "\n" not in lower else ():
                symbols[place] = ""
            continue
        symbol, value = found
        for place in places:
            if symbol in "WMw" and not _is_a_name_of_time(doc, place, lower, people):
                continue
            token = doc.tokens[place]
            symbols[place] = symbol
            words[place] = Word(symbol, lower, value, place, token.idx, token.idx + len(token.text))
    kept = [word for word, symbol in zip(words, symbols, strict=True) if symbol]
    return "".join(symbols), kept


def _family_names(doc: Doc) -> frozenset[str]:
    """The last words of the names of people that have several, in lower case ("may" of Theresa May)."""
    return frozenset(
        doc[entity.end - 1].lower_
        for entity in doc.ents
        if entity.label_ == "PERSON" and entity.end - entity.start > 1
    )


def _is_a_name_of_time(doc: Doc, index: int, lower: str, people: frozenset[str]) -> bool:
    """Whether a word that may be a month or a weekday is one here ("May", "Sat" are also other words).

    Args:
        doc: the document.
        index: the word's token.
        lower: the word, in lower case.
        people: family names in the document.
    """
    if not doc[index].text[0].isupper():
        return False
    vocabulary = time_words()
    if lower in vocabulary.words and vocabulary.words[lower].family == "weekday" and _in_a_name(doc, index):
        return False
    if lower not in vocabulary.shares_a_form:
        return True
    after = doc[index + 1].text if index + 1 < len(doc) else ""
    before = doc[index - 1] if index else None
    if after[:1].isdigit() or (before is not None and before.text[:1].isdigit()):
        return True
    leading = vocabulary.leads_surely if lower in people else vocabulary.leads_to_a_date
    return before is not None and before.lower_ in leading


def _in_a_name(doc: Doc, index: int) -> bool:
    """Whether a weekday is part of a name ("the Sunday Times", "Good Friday")."""
    before = doc[index - 1] if index else None
    after = doc[index + 1] if index + 1 < len(doc) else None
    vocabulary = time_words()
    return (
        before is not None and before.text[:1].isupper() and before.lower_ in vocabulary.named_before
    ) or (after is not None and after.text[:1].isupper() and after.lower_ in vocabulary.named_after)
