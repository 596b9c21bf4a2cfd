"""What spinners do whatever their dictionary: articles that no longer fit, figures for words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.copies.paraphrase.hits import Hit, Kind
from parley.copies.paraphrase.lexicon import Lexicon
from parley.copies.paraphrase.tokens import Word, Words
from parley.vocabulary.paraphrases import spinner_words

_VOWEL_SOUND = re.compile(r"(?!eu|u[bnrst][aeiou]|one|once|ouija|ewe)[aeiou]|hono|hour|heir|honest", re.I)
_UNSURE = re.compile(r"h|u|eu|x|one", re.I)  # "an historic", "a US", "a one-off", "an x-ray"
_NOT_AN_ARTICLE = frozenset({"another"})  # "a another" is a slip of editors, not of spinners
_BREAKS = frozenset({",", "—", "–"})
_ARTICLES = frozenset({"a", "an"})
_JOINTS = frozenset({"to", "or"})


def misfitting_articles(words: Words, lexicon: Lexicon) -> Iterator[Hit]:
    """Hits such as "an vital", "a essential": the word was exchanged, the article before it was not.

    Args:
        words: see `words_in`.
        lexicon: the vocabulary, for the likely original.
    """
    for place, article, word in _pairs(words, _ARTICLES):
        if not _plain(word):
            continue
        vowel_wanted = article.lower == "an"
        if vowel_wanted == _starts_with_vowel(word.lower):
            continue
        originals = (original for rest, original in lexicon.originals.get(word.lower, ()) if not rest)
        fitting = next((found for found in originals if _starts_with_vowel(found) == vowel_wanted), None)
        likely = f"{article.text} {fitting}" if fitting else None
        yield Hit(place, place + 2, Kind.ARTICLE, likely, f"article:{word.lower}")


def bare_conjunctions(words: Words) -> Iterator[Hit]:
    """Hits such as ", however refused": an adverb between commas in honest prose, here put for *but*."""
    habits = spinner_words().habits
    adverbs, starts = habits["bare_conjunctions"], habits["clause_starts"]
    for place, word, after in _pairs(words, frozenset(adverbs)):
        before = words.row[place - 1] if place else None
        if before is None or before.text not in _BREAKS:
            continue
        if after.lower in starts or after.lower.endswith("ed"):
            yield Hit(place, place + 1, Kind.BARE, "but", f"bare:{word.lower}")


def mixed_figures(words: Words) -> Iterator[Hit]:
    """Hits such as "three to 4 hours": one number word became a figure, its neighbour did not."""
    numbers = spinner_words().habits["numbers"]
    for place, joint, second in _pairs(words, _JOINTS):
        first = words.row[place - 1] if place else None
        if first is None or first.lower not in numbers:
            continue
        if len(second.text) == 1 and second.text.isdecimal():
            likely = f"{first.text} {joint.text} {numbers[int(second.text)]}"
            yield Hit(place - 1, place + 2, Kind.STRAINED, likely, "figures")


def _pairs(words: Words, wanted: frozenset[str]) -> Iterator[tuple[int, Word, Word]]:
    """Each word that is one of `wanted`, with its place and the word behind it in its paragraph."""
    row = words.row
    for place in words.having(wanted):
        word, after = row[place], row[place + 1] if place + 1 < len(row) else None
        if word is not None and after is not None:
            yield place, word, after


def _starts_with_vowel(word: str) -> bool:
    return _VOWEL_SOUND.match(word) is not None


def _plain(word: Word) -> bool:
    """Whether how the word sounds can be told from its letters: no name, abbreviation or letter."""
    letters = word.text.isalpha() and word.text.islower() and len(word.text) > 3
    return letters and word.lower not in _NOT_AN_ARTICLE and not _UNSURE.match(word.lower)
