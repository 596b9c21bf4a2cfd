"""The dictionary form of a word, sure of the words this room asks for."""

from __future__ import annotations

from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words


def base_form(token: Token) -> str:
    """A token's lemma in lower case; a word in the room's lists goes by its form, not by the engine."""
    words = encounter_words()
    forms = words.noun_forms if token.tag_[:2] == "NN" else words.verb_forms
    return forms.get(token.lower_) or token.lemma_.lower()
