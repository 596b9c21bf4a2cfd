"""Two stance words in one: "ready to accept", "refused to sign", "vowed to veto"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parley.findings.positions.behind import infinitive_after
from parley.findings.positions.filled import Framed, Topic
from parley.findings.positions.judges import fits
from parley.language.syntax import children, known_lemma, negated, relation
from parley.language.tree import Token
from parley.vocabulary.stances import stance_words

_SECONDING = frozenset({"support", "back", "oppose", "endorse"})
_TRYING = frozenset({"see", "find", "look", "try", "check"})
_SEEING = frozenset({"see"})
_COMING_TO = frozenset({"agreement", "pact"})
_OF_A_NAME = frozenset({"compound", "flat", "conj"})
_WHETHER = frozenset({"if", "whether"})
_ABLE = frozenset({"able", "possible"})
# What who supports or opposes a side takes for a stance, by that side's; others keep their own.
_BESIDE = {
    ("accepts", "rejects"): "rejects",
    ("accepts", "undecided"): "undecided",
    ("accepts", "withholds"): "withholds",
    ("rejects", "rejects"): "accepts",
}
# What a stance on a stance is: (outer, inner) to the stance that both words together take. The topic is then
# the inner word's. Pairs that are missing keep the outer stance, on what the inner clause says.
_TOGETHER = {
    ("rejects", "accepts"): "rejects",
    ("rejects", "rejects"): "undecided",
    ("rejects", "undecided"): "rejects",
    ("accepts_in_principle", "accepts"): "accepts_in_principle",
    ("accepts_in_principle", "undecided"): "accepts_in_principle",
    ("accepts_in_principle", "rejects"): "rejects",
    ("accepts", "proposes"): "proposes",
    ("accepts", "offers"): "offers",
    ("accepts", "seeks"): "seeks",
    ("seeks", "proposes"): "proposes",
    ("offers", "seeks"): "seeks",
    ("accepts", "undecided"): "accepts_in_principle",
    ("accepts", "rejects"): "rejects",
    ("offers", "rejects"): "rejects",
    ("offers", "accepts"): "accepts",
    ("seeks", "rejects"): "rejects",
    ("seeks", "seeks"): "seeks",
    ("withholds", "accepts"): "withholds",
    ("undecided", "accepts"): "undecided",
    ("proposes", "demands"): "demands",
    ("seeks", "demands"): "demands",
    ("seeks", "undecided"): "undecided",
}


def composed(one: Framed, words: Mapping[int, Framed]) -> Framed:
    """A framed word taken together with the stance word that heads its infinitive, where there is one.

    Args:
        one: the framed word.
        words: all framed words of the report, by their token.
    """
    inner = words.get(one.topic.head.i) if one.topic.slot == "inf" else None
    if inner is None or inner.frame.category != "verb" or not fits(inner) or _asked_of_another(one):
        return one
    stance = _TOGETHER.get((one.frame.stance, inner.frame.stance))
    undone = inner.frame.word in stance_words("undoing") and one.frame.stance in {"accepts", "offers"}
    if negated(inner.predicate):
        return one  # who decides not to recommend a thing has decided just that
    if inner.frame.about == "kept":
        return one  # who fails to keep a promise has not left it open
    if undone:
        return one  # who agrees to scrap a duty accepts just that
    if inner.frame.about in {"own act", "own measure"}:
        return one  # who offers to end his own strike offers just that
    if inner.frame.about == "decision" and stance == "undecided":
        return one  # who wants a vote put off wants just that
    if stance is None:
        return one
    # What sides failed to come to was judged with the verb that comes to it.
    about = "" if stance == "undecided" and inner.frame.about in _COMING_TO else inner.frame.about
    return replace(one, frame=replace(one.frame, stance=stance, about=about), topic=inner.topic)


def seconded(one: Framed, words: Mapping[int, Framed]) -> Framed:
    """A stance on a side ("Chad, supported by Niger, proposed a levy"), on what that side stands for.

    Who supports a side takes its stance; who opposes it is against what it wants.

    Args:
        one: the framed word.
        words: all framed words of the report, by their token.
    """
    side = one.topic.head
    if one.frame.word not in _SECONDING or relation(one.predicate) != "acl":
        return one
    while relation(side) in _OF_A_NAME and side.head.ent_type_:
        side = side.head
    if not side.ent_type_:
        return one
    main = _told_of(side, words)
    if main is None or main.token.i <= one.token.i or not main.frame.stance or negated(main.predicate):
        return one
    stance = _BESIDE.get((one.frame.stance, main.frame.stance), one.frame.stance)
    return replace(one, frame=replace(one.frame, stance=stance, about=""), topic=main.topic)


def _told_of(side: Token, words: Mapping[int, Framed]) -> Framed | None:
    """The stance word whose predicate a side is the subject of."""
    main = words.get(side.head.i)
    if main is not None:
        return main
    told = (word for word in words.values() if word.predicate.i == side.head.i)
    return next((word for word in told if word.owner is None), None)


def descended(one: Framed) -> Framed:
    """A framed word whose topic only tries what follows ("see if we can end it"), on what follows."""
    head = one.topic.head
    if not one.topic.clause or known_lemma(head, _TRYING) not in _TRYING:
        return one
    seen = next((child for child in children(head, "ccomp", "xcomp") if child.i > head.i), None)
    asked = seen is not None and any(mark.lower_ in _WHETHER for mark in children(seen, "mark"))
    if known_lemma(head, _SEEING) in _SEEING and seen is not None and seen.tag_ == "VB" and not asked:
        return replace(one, topic=Topic(seen, "that", clause=True))
    question = next((token for token in head.doc[head.i + 1 : head.i + 3] if token.lower_ in _WHETHER), None)
    if question is None:
        return one
    deed = question.head
    if known_lemma(deed, _ABLE) in _ABLE:
        deed = infinitive_after(deed) or deed
    inner = deed.i > head.i and deed.pos_ == "VERB"
    return replace(one, topic=Topic(deed, "deed", clause=True)) if inner else one


def _asked_of_another(one: Framed) -> bool:
    """Whether somebody else is to act ("urged Chad to accept", "wants Chad to sign")."""
    doc = one.token.doc
    between = doc[one.token.i + 1 : one.topic.head.i]
    return any(token.pos_ in {"PROPN", "NOUN", "PRON"} for token in between)
