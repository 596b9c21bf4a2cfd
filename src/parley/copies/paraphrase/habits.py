"""What spinners do whatever their dictionary: articles that no longer fit, figures for words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from parley.copies.paraphrase.expressions import Words
from parley.copies.paraphrase.hits import Hit, Kind
from parley.copies.paraphrase.lexicon import Lexicon
from parley.copies.paraphrase.tokens import Word
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
    for article, word in pairwise(words):
        if article is None or article.lower not in _ARTICLES or word is None or not _plain(word):
            continue
        vowel_wanted = article.lower == "an"
        if vowel_wanted == _starts_with_vowel(word.lower):
            continue
        originals = (original for rest, original in lexicon.originals.get(word.lower, ()) if not rest)
        fitting = next((found for found in originals if _starts_with_vowel(found) == vowel_wanted), None)
        likely = f"{article.text} {fitting}" if fitting else None
        yield Hit(article.at, word.at + 1, Kind.ARTICLE, likely, f"article:{word.lower}")


def bare_conjunctions(words: Words) -> Iterator[Hit]:
    """Hits such as ", however refused": an adverb between commas in honest prose, here put for *but*."""
    habits = spinner_words().habits
    adverbs, starts = habits["bare_conjunctions"], habits["clause_starts"]
    for place, word in enumerate(words[:-1]):
        if word is None or word.lower not in adverbs or not place:
            continue
        before, after = words[place - 1], words[place + 1]
        if before is None or after is None:
            continue
        if before.text in _BREAKS and (after.lower in starts or after.lower.endswith("ed")):
            yield Hit(word.at, word.at + 1, Kind.BARE, "but", f"bare:{word.lower}")


def mixed_figures(words: Words) -> Iterator[Hit]:
    """Hits such as "three to 4 hours": one number word became a figure, its neighbour did not."""
    numbers = spinner_words().habits["numbers"]
    for place, joint in enumerate(words[:-1]):
        if joint is None or joint.lower not in _JOINTS or not place:
            continue
        first, second = words[place - 1], words[place + 1]
        if first is None or second is None:
            continue
        if first.lower in numbers and len(second.text) == 1 and second.text.isdecimal():
            likely = f"{first.text} {joint.text} {numbers[int(second.text)]}"
            yield Hit(first.at, second.at + 1, Kind.STRAINED, likely, "figures")


def _starts_with_vowel(word: str) -> bool:
    return _VOWEL_SOUND.match(word) is not None


def _plain(word: Word) -> bool:
    """Whether how the word sounds can be told from its letters: no name, abbreviation or letter."""
    letters = word.text.isalpha() and word.text.islower() and len(word.text) > 3
    return letters and word.lower not in _NOT_AN_ARTICLE and not _UNSURE.match(word.lower)
