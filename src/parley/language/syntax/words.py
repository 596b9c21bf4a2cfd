"""Which known word a token is a form of, even where its lemma was misjudged."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from parley.language.tree import Token
from parley.vocabulary.inflections import base_forms


def known_lemma(token: Token, known: AbstractSet[str]) -> str:
    """The token's lemma in lower case; a form of one of the `known` words comes as that word.

    The lemma the engine gives is taken where it is known, or where no known word has such a form.
    """
    return known_form(token.lemma_, token.lower_, known)


def known_form(lemma: str, form: str, known: AbstractSet[str]) -> str:
    """What `known_lemma` says of a word with this lemma and, in lower case, this form."""
    lemma = lemma.lower()
    if lemma in known:
        return lemma
    forms = base_forms(form)
    if known.isdisjoint(forms):
        return lemma
    return next(base for base in forms if base in known)
