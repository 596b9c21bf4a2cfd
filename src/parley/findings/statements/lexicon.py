"""Which word of the vocabulary a token is a form of."""

from __future__ import annotations

from functools import cache, lru_cache

from parley.language.syntax import known_form
from parley.language.tree import Token
from parley.vocabulary.cues import cue_lemmas, inferring_words, surrounding_words
from parley.vocabulary.offices import standings

_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@cache
def _known() -> frozenset[str]:
    words = surrounding_words()
    return cue_lemmas() | words.listeners | words.media | words.speaking | words.venues


def lemma(token: Token) -> str:
    """The token's lemma in lower case; a form of a word that the cue lists hold comes as that word."""
    return _lemma(token.lemma_, token.lower_)


@lru_cache(maxsize=1 << 14)
def _lemma(lemma: str, form: str) -> str:
    return known_form(lemma, form, _known())


def is_somebody(noun: Token | None) -> bool:
    """Whether a noun names one who speaks; streets and voices are only quiet."""
    if noun is None:
        return False
    if noun.ent_type_ in _SPEAKING or noun.pos_ in {"PRON", "PROPN"}:
        return True
    return bool({noun.lower_, lemma(noun)} & (surrounding_words().listeners | standings().keys()))


def is_measure(noun: Token) -> bool:
    """Whether a noun says by what something goes, not who says it ("according to schedule")."""
    return lemma(noun) in inferring_words().measures and not any(
        child.relation in {"det", "nmod", "acl"} for child in noun.children
    )
