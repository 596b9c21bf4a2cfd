"""Whether one report went through a synonym spinner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.copies.paraphrase.expressions import broken_expressions, listed_phrases
from parley.copies.paraphrase.habits import bare_conjunctions, misfitting_articles, mixed_figures
from parley.copies.paraphrase.hits import Hit, Kind
from parley.copies.paraphrase.lexicon import lexicon
from parley.copies.paraphrase.score import evidence, score, strongest
from parley.copies.paraphrase.tells import balance, telling_words
from parley.copies.paraphrase.tokens import Words, words_in
from parley.language.tree import Doc
from parley.model import Paraphrase, Span, SpunPhrase

# From here on a report counts as spun.
THRESHOLD = 0.5
# From here on the engine is sure enough that a word was exchanged to name it.
_SURE = 0.8
# Shown even where the report as a whole passes for honest.
_TELLING_ALONE = frozenset({Kind.BROKEN, Kind.ARTICLE, Kind.BARE})


def detect_paraphrase(doc: Doc) -> Paraphrase:
    """Scores a report and names the phrases that betray a synonym spinner.

    Args:
        doc: the tokenised report; nothing of the parse is needed. `token._.spun`, where the engine gives it,
            is used.

    Returns:
        The score (0.5 and more: spun), and the phrases in text order with what they likely were. In a report
        that passes for honest only those that would tell by themselves are named.
    """
    words = words_in(doc)
    hits = strongest([_at_tokens(hit, words) for hit in (*_hits(words), *_guessed(doc, words))])
    scored = score(evidence(hits, balance(words)), sum(map(len, words.places.values())))
    shown = hits if scored >= THRESHOLD else [hit for hit in hits if hit.kind in _TELLING_ALONE]
    return Paraphrase(score=scored, phrases=tuple(_phrase(doc, hit) for hit in shown))


def _hits(words: Words) -> Iterator[Hit]:
    index = lexicon()
    yield from broken_expressions(words, index)
    yield from listed_phrases(words, index)
    yield from misfitting_articles(words, index)
    yield from bare_conjunctions(words)
    yield from mixed_figures(words)
    yield from telling_words(words)


def _guessed(doc: Doc, words: Words) -> Iterator[Hit]:
    """Words that the engine takes for a spinner's, where it has an opinion."""
    chances = doc.spun_chances
    if chances is None:
        return
    sure = frozenset((chances >= _SURE).nonzero()[0].tolist())
    for place, token in enumerate(words.tokens if sure else ()):
        word = words.row[place]
        if token in sure and word is not None and word.text.isalpha():
            yield Hit(place, place + 1, Kind.MODEL, None, f"model:{word.lower}")


def _at_tokens(hit: Hit, words: Words) -> Hit:
    """A hit by the tokens of the document, which are more than the words."""
    return replace(hit, start=words.tokens[hit.start], end=words.tokens[hit.end - 1] + 1)


def _phrase(doc: Doc, hit: Hit) -> SpunPhrase:
    last = doc[hit.end - 1]
    return SpunPhrase(Span(doc[hit.start].idx, last.idx + len(last.text)), hit.likely)
