"""The balance of a report's words: too many substitutes, too few of the words they stand for.

A spinner that exchanges a word as frequent as *said* makes even an ordinary substitute ("mentioned")
conspicuous; one that exchanges a rare word does not. So what a word weighs follows from how often honest news
uses it and the words it may stand for, and no single word proves anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log

from parley.copies.paraphrase.hits import Hit, Kind
from parley.copies.paraphrase.inflection import same_forms
from parley.copies.paraphrase.lexicon import lexicon
from parley.copies.paraphrase.tokens import Words
from parley.vocabulary.paraphrases import honest_rates, spinner_words

# Share of a word's places that one given substitute takes. Of 0.015 and 0.04 the smaller one parts the spun
# copies better from honest news (in thousand words: honest -7 on average, at most 13; spun 10 to 43).
_SHARE = 0.015
# All substitutes of a word together take at most this share of its places (every fourth word in the seed).
_MOST_LOST = 0.3
# Words that a million words of honest news did not show may still be as frequent as this.
_UNSEEN = 1.2
# A single word is named as a likely exchange when it is this much oftener than honest (as a logarithm).
_NAMED = 0.4


@dataclass(frozen=True, slots=True)
class Tells:
    """What single words weigh.

    Attributes:
        weights: word to the logarithm of how much oftener spun reports use it; below 0 for words that
            spinners take away.
        likely: substitute to the word it most likely stands for.
        expected: what the weights of one word of text add up to on the spinner's side of the balance.

    """

    weights: Mapping[str, float]
    likely: Mapping[str, str]
    expected: float


@cache
def tells() -> Tells:
    """The weights, worked out at first use."""
    rates = honest_rates()
    weights: dict[str, float] = defaultdict(float)
    lost: dict[str, float] = defaultdict(float)
    likely = {}
    expected = 0.0
    for word, originals in _substitutes(rates).items():
        gained = _SHARE * sum(rates[original] for original in originals)
        weights[word] += log(1 + gained / (rates.get(word, 0) + _UNSEEN))
        likely[word] = max(sorted(originals), key=lambda original: rates[original])
        expected += gained / 1e6
        for original in originals:
            lost[original] += _SHARE
    for original, share in lost.items():
        taken = min(share, _MOST_LOST)
        weights[original] += log(1 - taken)
        expected -= taken * rates[original] / 1e6
    return Tells(dict(weights), likely, expected)


def balance(words: Words) -> float:
    """The weights of all words, less what is expected: above 0 a spinner is the better explanation."""
    table = tells()
    weight, expected = table.weights.get, table.expected
    return sum([weight(word.lower, 0.0) - expected for word in words.row if word is not None])


def telling_words(words: Words) -> Iterator[Hit]:
    """Hits of single substitutes that honest news uses much less."""
    table = tells()
    likely = table.likely
    for place in words.having(likely.keys()):
        word = words.row[place]
        if word is not None and not word.capital and table.weights[word.lower] >= _NAMED:
            yield Hit(place, place + 1, Kind.WORD, likely[word.lower], word.lower)


def _substitutes(rates: Mapping[str, int]) -> dict[str, set[str]]:
    """Every single-word substitute with the words of honest news that it may stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, readings in lexicon().originals.items():
        found[word].update(original for rest, original in readings if not rest)
    for original, substitutes in spinner_words().everyday.items():
        for substitute in substitutes:
            for kind in ("nouns", "verbs"):
                for form, spun in same_forms(original, substitute, kind):
                    found[spun].add(form)
    known = {word: {o for o in originals if o in rates and o != word} for word, originals in found.items()}
    return {word: originals for word, originals in known.items() if originals and word.isalpha()}
