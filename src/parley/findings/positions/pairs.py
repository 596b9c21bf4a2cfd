"""Both sides at once: "the two governments", a deal that was reached, "we agreed"."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind
from parley.findings.positions.filled import Framed
from parley.language.syntax import Tense, children, known_lemma, negated, relation, tense
from parley.language.tree import Span as TokenSpan
from parley.language.tree import Token
from parley.model import Stance
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import singulars
from parley.vocabulary.stances import stance_words

_HYPOTHETICAL = frozenset({"if", "unless", "whether", "until", "once", "before"})
_NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_PREDICATES = frozenset({"VERB", "AUX"})
# Two names are told together where so few words stand between them, at most so many words back.
_APART, _BACK, _BOTH = 7, 90, 2
# Sides that a report names less than so many others are not what "both" means.
_MAIN = 4
_UNMADE = frozenset({"no", "any", "every"})


def means_both(one: Framed, head: Token) -> bool:
    """Whether a noun means both main sides of the report ("both sides", "the two governments", "both").

    "The negotiators" and the like mean them only where they do what nobody does alone.
    """
    before = {child.lower_ for child in head.lefts if not child.is_space}
    if head.lower_ == "both" and head.pos_ in {"PRON", "DET", "CCONJ"}:
        return True
    noun = singulars().get(head.lower_, known_lemma(head, stance_words("pairs")))
    if head.tag_ != "NNS" or of_more_than_two(head):
        return False
    if noun in stance_words("pairs") and (
        before & {"both", "two"} or (noun in {"side", "party"} and before <= {"the"})
    ):
        return True
    jointly = one.frame.stance == Stance.ACCEPTS and one.frame.word in stance_words("joint_acts")
    return jointly and noun in stance_words("pairs") and before <= {"the"}


def of_more_than_two(head: Token) -> bool:
    """Whether a plural noun is said to mean more than two ("the leaders of the three countries")."""
    near = {child.lower_ for child in head.subtree if abs(child.i - head.i) < _APART}
    return head.tag_ == "NNS" and bool(near & stance_words("more_than_two"))


def agreed_together(one: Framed, head: Token) -> bool:
    """Whether "we" or "they" agreed to do something: nobody agrees alone."""
    if one.frame.word != "agree" or head.lower_ not in {"we", "they"}:
        return False
    return one.topic.slot in {"inf", "on"} and one.predicate.tag_ in {"VBD", "VBN"}


def was_made(one: Framed) -> bool:
    """Whether a deal is told of as made ("the deal struck in Geneva", "an agreement was reached")."""
    predicate, deal = one.predicate, one.topic.head
    if deal.pos_ not in {"NOUN", "PROPN"}:
        return False
    if negated(predicate) or tense(predicate) in {Tense.FUTURE, Tense.CONDITIONAL}:
        return False
    if any(child.lower_ in _UNMADE for child in children(deal, "det")):
        return False
    for clause in (predicate, predicate.head):
        marks = {mark.lower_ for mark in children(clause, "mark")}
        if marks & _HYPOTHETICAL and relation(clause) in {"advcl", "ccomp", "acl"}:
            return False
    infinitive = any(mark.lower_ == "to" for mark in children(predicate, "mark"))
    modal = any(child.tag_ == "MD" for child in children(predicate, "aux"))
    return not infinitive and not modal and predicate.tag_ in {"VBN", "VBD"}


def both_sides(scene: Scene, near: Token) -> tuple[str, ...]:
    """The two sides that words like "both" mean: those named together just before, or the main ones.

    Args:
        scene: the report.
        near: the word that means them.
    """
    return _named_together(scene, near) or _main_sides(scene)


def _named_together(scene: Scene, near: Token) -> tuple[str, ...]:
    """Two sides joined by "and" ("Chad's president and the premier of Niger") a little before a word."""
    reach = range(near.i - _BACK, near.i)
    names = [name for name in scene.doc.ents if name.label_ in _NAMES and name.start in reach]
    for first, second in reversed(list(pairwise(names))):
        between = scene.doc[first.end : second.start]
        words = {token.lower_ for token in between}
        if "and" not in words or len(between) > _APART or any(token.pos_ in _PREDICATES for token in between):
            continue
        leading = _sides_by_mentions(scene)[:_MAIN]
        named = {_side(scene, first), _side(scene, second)}
        sides = sorted(side for side in leading if side in named)
        if len(sides) == _BOTH:
            return tuple(sides)
    return ()


def _side(scene: Scene, name: TokenSpan) -> str | None:
    known = naming(name.text)
    if known is not None:
        return None if known.kind == "media" else known.party
    member = scene.cast.at(scene.span(name.start, name.end))
    if member is None or member.kind is Kind.PLACE:
        return None
    return member.party or (member.name if member.kind is not Kind.PERSON else None)


def _main_sides(scene: Scene) -> tuple[str, ...]:
    """The two sides that the report names most."""
    return tuple(sorted(_sides_by_mentions(scene)[:_BOTH]))


def _sides_by_mentions(scene: Scene) -> list[str]:
    """The sides of a report, those it names most first; its people are counted for their side."""
    counts: Counter[str] = Counter()
    for member in scene.cast.members:
        known = naming(member.party) if member.party else None
        if member.party and (known is None or known.kind != "media") and member.kind is not Kind.PLACE:
            counts[member.party] += len(member.mentions)
    return [side for side, _ in counts.most_common()]
