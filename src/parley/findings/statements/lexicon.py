"""Which word of the vocabulary a token is a form of."""

from __future__ import annotations

from functools import cache

from parley.language.syntax import known_lemma
from parley.language.tree import Token
from parley.vocabulary.cues import cue_lemmas, surrounding_words


@cache
def _known() -> frozenset[str]:
    words = surrounding_words()
    return cue_lemmas() | words.listeners | words.media | words.speaking | words.venues


def lemma(token: Token) -> str:
    """The token's lemma in lower case; a form of a word that the cue lists hold comes as that word."""
    return known_lemma(token, _known())
