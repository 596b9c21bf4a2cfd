"""Single words that spun reports use far oftener than honest ones.

How much a word tells follows from how often honest news uses it and the words it may stand for: a spinner
that exchanges a word as frequent as *said* makes even an ordinary substitute ("mentioned") conspicuous, one
that exchanges a rare word does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import log

from parley.copies.paraphrase.expressions import Words
from parley.copies.paraphrase.hits import Hit, Kind
from parley.copies.paraphrase.lexicon import lexicon
from parley.vocabulary.paraphrases import honest_rates

# Share of a word's places in which a spinner puts one given substitute: about every fourth word is changed
# (seed report, `copies/spin`), among about six substitutes.
_SHARE = 0.04
# A word the counts have not seen may still stand in a million words of honest news this often.
_UNSEEN = 3.0
# Below this a word says too little to be worth adding up.
_LEAST = 0.7


@cache
def tells() -> Mapping[str, tuple[str, float]]:
    """Substitutes that tell: word to (the word it most likely stands for, log of how much oftener)."""
    rates = honest_rates()
    found = {}
    for word, readings in lexicon().originals.items():
        originals = [original for rest, original in readings if not rest and " " not in original]
        if not originals or not word.isalpha():
            continue
        usual = rates.get(word, 0) + _UNSEEN
        likeliest = max(originals, key=lambda original: rates.get(original, 0))
        spun = usual + _SHARE * sum(rates.get(original, 0) for original in originals)
        weight = log(spun / usual)
        if weight >= _LEAST:
            found[word] = (likeliest, weight)
    return found


def telling_words(words: Words) -> Iterator[Hit]:
    """Hits of single substitutes."""
    table = tells()
    for word in words:
        if word is not None and word.lower in table and not word.capital:
            yield Hit(word.at, word.at + 1, Kind.WORD, table[word.lower][0], word.lower)
