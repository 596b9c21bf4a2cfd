"""From hits to one score, with reasons.

Every kind of hit has a weight: the logarithm of how much oftener spun reports show it than honest ones. The
weights add up to the evidence; what an honest report of that length would show by chance is taken off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp

from parley.copies.paraphrase.hits import Hit, Kind

WEIGHTS = {
    Kind.BROKEN: 3.0,
    Kind.ARTICLE: 4.0,
    Kind.BARE: 3.0,
    Kind.STRAINED: 1.5,
    Kind.LOOSE: 0.3,
    Kind.WORD: 0.0,
    Kind.MODEL: 0.3,
}
_PRIOR = 6.0
_CHANCE_PER_THOUSAND_WORDS = 3.0
# The second instance of one key adds half of its weight, the third a quarter, and so on.
_REPEATED = 0.5
# Words of one author come in clusters, so that counting them as independent says too much.
_WORD_SHARE = 0.5
# The balance of words may hint but not prove: an executive order reads like a thesaurus.
_MOST_FROM_WORDS = 4.0
_LEAST_FROM_WORDS = -3.0
# The engine's guesses may hint but not prove either: its first model gave no word of the seed more than 0.5.
_MOST_FROM_MODEL = 4.0


def strongest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those that overlap a stronger or longer one, in text order."""
    ranked = sorted(hits, key=lambda hit: (-WEIGHTS[hit.kind], hit.start - hit.end, hit.start))
    taken: set[int] = set()
    chosen = []
    for hit in ranked:
        tokens = range(hit.start, hit.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def evidence(hits: Sequence[Hit], words_balance: float) -> float:
    """The sum of the weights, instances of one key counting less and less.

    Args:
        hits: what was found, without overlaps.
        words_balance: see `tells.balance`.
    """
    seen: Counter[str] = Counter()
    total = max(_LEAST_FROM_WORDS, min(_MOST_FROM_WORDS, _WORD_SHARE * words_balance))
    guessed = 0.0
    for hit in hits:
        added = WEIGHTS[hit.kind] * _REPEATED ** seen[hit.key]
        seen[hit.key] += 1
        if hit.kind is Kind.MODEL:
            guessed += added
        else:
            total += added
    return total + min(_MOST_FROM_MODEL, guessed)


def score(total: float, words: int) -> float:
    """How likely a text of that many words with that much evidence was spun, 0 to 1."""
    surplus = total - _PRIOR - _CHANCE_PER_THOUSAND_WORDS * words / 1000
    return 1 / (1 + exp(-max(-40.0, min(40.0, surplus))))
