"""What somebody does a thing for: "met them in an effort to end the strike", "with the aim of a truce"."""

from __future__ import annotations

from parley.language.syntax import case_of, children, known_lemma, negated, passive, relation
from parley.language.tree import Token
from parley.vocabulary.stances import stance_words

# Who is one of these in an effort makes it ("has been active in efforts to end the strike").
_TAKING_PART = frozenset({"active", "engaged", "involved", "instrumental"})


def is_purpose(token: Token) -> bool:
    """Whether a noun says what its verb is done for, by whoever does it."""
    verb = token.head
    opening = case_of(token)
    if opening == "in" and verb.lower_ in _TAKING_PART and not negated(verb):
        return known_lemma(token, stance_words("tried")) in stance_words("tried")
    if relation(token) != "obl" or verb.pos_ != "VERB" or passive(verb) or negated(verb):
        return False
    tried = opening == "in" and known_lemma(token, stance_words("tried")) in stance_words("tried")
    aimed = opening in {"with", "in"} and known_lemma(token, stance_words("aims")) in stance_words("aims")
    ahead = any(child.tag_ == "MD" and child.lower_ != "will" for child in children(verb, "aux"))
    thought = known_lemma(verb, stance_words("forecasting")) in stance_words("forecasting")
    return (tried or aimed) and not ahead and not thought
