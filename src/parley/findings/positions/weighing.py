"""Whether what judgments and nouns say of a topic puts anybody anywhere: too early, in the open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parley.findings.positions import bearing
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, reach
from parley.language.syntax import known_lemma
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words


def _too_early(one: Framed) -> bool:
    """Whether it is said to be too early for a deed on an issue ("too soon to lift the siege")."""
    too = any(child.lower_ == "too" for child in one.token.lefts)
    doing = base_form(one.topic.head) in general_words("doing")
    return too and one.topic.clause and (doing or names_issue(lemmas(reach(one.topic))))


def _interest(one: Framed) -> bool:
    """Whether an interest in what is negotiated is put into words, not only had."""
    voiced = known_lemma(one.predicate, stance_words("voicing_interest")) in stance_words("voicing_interest")
    return voiced and bearing.no_body(one) and names_issue(lemmas(reach(one.topic)))


def _own_failure(one: Framed) -> bool:
    """Whether somebody failed to do what they could ("Chad's failure to pull out")."""
    could = not one.topic.clause or bearing.willed(one.topic.head)
    doing = one.topic.clause and base_form(one.topic.head) in general_words("doing")
    return one.owner is not None and could and (doing or names_issue(lemmas(reach(one.topic))))


JUDGES: Mapping[str, Callable[[Framed], bool]] = {
    "too early": _too_early,
    "interest": _interest,
    "own failure": _own_failure,
}
