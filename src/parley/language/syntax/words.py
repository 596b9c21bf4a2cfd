"""Which known word a token is a form of, even where its lemma was misjudged."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from parley.language.tree import Token
from parley.vocabulary.inflections import base_forms


def known_lemma(token: Token, known: AbstractSet[str]) -> str:
    """The token's lemma in lower case; a form of one of the `known` words comes as that word.

    The lemma the engine gives is taken where it is known, or where no known word has such a form.
    """
    lemma = token.lemma_.lower()
    if lemma in known:
        return lemma
    forms = base_forms(token.lower_)
    if known.isdisjoint(forms):
        return lemma
    return next(base for base in forms if base in known)
