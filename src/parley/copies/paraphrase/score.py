"""From hits to one score, with reasons.

Every kind of hit has a weight: the logarithm of how much oftener spun reports show it than honest ones. The
weights add up to the evidence; what an honest report of that length would show by chance is taken off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp

from parley.copies.paraphrase.hits import Hit, Kind
from parley.copies.paraphrase.tells import tells

WEIGHTS = {
    Kind.BROKEN: 3.0,
    Kind.ARTICLE: 4.0,
    Kind.BARE: 3.0,
    Kind.STRAINED: 1.5,
    Kind.LOOSE: 0.3,
    Kind.MODEL: 0.5,
}
_CHANCE_PER_THOUSAND_WORDS = 5.0
# Words of one author come in clusters, so that counting them as independent says too much.
_WORD_SHARE = 0.6
_PRIOR = 6.0
_SLOPE = 1.0
# The second instance of one key adds half of its weight, the third a quarter, and so on.
_REPEATED = 0.5


def weight(hit: Hit) -> float:
    """What a hit weighs when it is the first of its key."""
    if hit.kind is Kind.WORD:
        return _WORD_SHARE * tells()[hit.key][1]
    return WEIGHTS[hit.kind]


def strongest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those that overlap a stronger or longer one, in text order."""
    ranked = sorted(hits, key=lambda hit: (-weight(hit), hit.start - hit.end, hit.start))
    taken: set[int] = set()
    chosen = []
    for hit in ranked:
        tokens = range(hit.start, hit.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def evidence(hits: Sequence[Hit]) -> float:
    """The sum of the weights, instances of one key counting less and less."""
    seen: Counter[str] = Counter()
    total = 0.0
    for hit in hits:
        total += weight(hit) * _REPEATED ** seen[hit.key]
        seen[hit.key] += 1
    return total


def score(total: float, words: int) -> float:
    """How likely a text of that many words with that much evidence was spun, 0 to 1."""
    surplus = total - _PRIOR - _CHANCE_PER_THOUSAND_WORDS * words / 1000
    return 1 / (1 + exp(-max(-40.0, min(40.0, surplus / _SLOPE))))
