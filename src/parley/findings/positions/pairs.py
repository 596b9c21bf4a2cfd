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
from parley.vocabulary.sides import side_words
from parley.vocabulary.stances import stance_words

_HYPOTHETICAL = frozenset({"if", "unless", "whether", "until", "once", "before"})
_NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_PREDICATES = frozenset({"VERB", "AUX"})
# Two names are told together where so few words stand between them, at most so many words back.
_APART, _BACK, _BOTH, _AROUND = 7, 90, 2, 150
_CLOSE, _BEFORE, _FAR = 45, 5, 11
# A third side is not meant where the second of two is named at least so many times as often.
_RIVAL = 1.2
# Sides that a report names less than so many others are not what "both" means.
_MAIN = 4
_MINISTRIES = ("ministry", "department", "embassy")
_STATES = frozenset({"country", "nation", "neighbor", "neighbour", "capital"})
_EITHER = frozenset({"neither", "either", "each"})
_UNMADE = frozenset({"no", "any", "every"})


def means_both(one: Framed, head: Token) -> bool:
    """Whether a noun means both main sides of the report ("both sides", "the two governments", "both").

    "The negotiators" and the like mean them only where they do what nobody does alone.
    """
    before = {child.lower_ for child in head.lefts if not child.is_space}
    if head.lower_ == "neither" and head.pos_ in {"PRON", "DET"} and not any(True for _ in head.rights):
        return True
    if head.lower_ == "both" and head.pos_ in {"PRON", "DET", "CCONJ"}:
        return True
    if head.lower_ in {"two", "pair"} and before == {"the"} and not any(True for _ in head.rights):
        return True
    noun = singulars().get(head.lower_, known_lemma(head, stance_words("pairs")))
    if before & _EITHER and head.lower_ in {"side", "party", "country", "government", "nation"}:
        return True
    if head.tag_ != "NNS" or of_more_than_two(head):
        return False
    if noun in stance_words("pairs") and (
        before & {"both", "two"} or (noun in {"side", "party"} and before <= {"the"})
    ):
        return True
    jointly = one.frame.stance == Stance.ACCEPTS and one.frame.word in stance_words("joint_acts")
    jointly = (jointly or one.frame.word == "negotiate") and not any(
        relation(child) == "nmod" for child in head.rights
    )
    return jointly and noun in stance_words("pairs") and before <= {"the"}


def means_states(head: Token) -> bool:
    """Whether a noun means states ("the two countries", "both nations")."""
    return known_lemma(head, _STATES) in _STATES


def means_people(head: Token) -> bool:
    """Whether a plural noun means two persons ("the two leaders"), whose sides are meant."""
    noun = singulars().get(head.lower_, known_lemma(head, side_words("persons")))
    return noun in side_words("persons")


def of_more_than_two(head: Token) -> bool:
    """Whether a plural noun is said to mean more than two ("the leaders of the three countries")."""
    near = {child.lower_ for child in head.subtree if abs(child.i - head.i) < _APART}
    return head.tag_ == "NNS" and bool(near & stance_words("more_than_two"))


def agreed_together(one: Framed, head: Token) -> bool:
    """Whether "we" or "they" agreed to do something, or failed to: nobody agrees alone."""
    if head.lower_ not in {"we", "they"} or one.predicate.tag_ not in {"VBD", "VBN"}:
        return False
    failed = one.frame.word == "fail" and one.topic.slot in {"inf", "on", "obj"}
    return failed or (one.frame.word == "agree" and one.topic.slot in {"inf", "on"})


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


def both_sides(scene: Scene, near: Token, *, people: bool = False, states: bool = False) -> tuple[str, ...]:
    """The two sides that words like "both" mean: those named together just before, or the main ones.

    Empty where a report tells of more than two that are named alike often, so that nothing says which.

    Args:
        scene: the report.
        near: the word that means them.
        people: whether it means two people ("the leaders"), whose sides are meant.
        states: whether it means two states ("the two countries"), so that others are nobody.
    """
    found = _both(scene, near, people=people)
    known = (naming(side) for side in found if states)
    return () if any(one is None or one.kind != "country" for one in known) else found


def _both(scene: Scene, near: Token, *, people: bool) -> tuple[str, ...]:
    together = _named_together(scene, near)
    if people:
        together = _dealt_together(scene, near) or together
    return together or _between(scene) or _at_work(scene, near) or _main_sides(scene)


def _at_work(scene: Scene, near: Token) -> tuple[str, ...]:
    """The two sides of a quarrel over work, told only by what they are ("the union", "the management")."""
    around = scene.doc[max(0, near.i - _AROUND) : near.i + _AROUND]
    nouns = [token for token in around if token.pos_ == "NOUN" and not token.ent_type_]
    sides = []
    for name in ("workforce", "employers"):
        words = side_words(name)
        named = (token for token in nouns if token.tag_ == "NN" and known_lemma(token, words) in words)
        nearest = min(named, key=lambda token: abs(token.i - near.i), default=None)
        sides += [nearest.lower_] if nearest is not None else []
    return tuple(sides) if len(sides) == _BOTH else ()


def _named_together(scene: Scene, near: Token) -> tuple[str, ...]:
    """Two sides joined by "and" ("Chad's president and the premier of Niger") a little before a word.

    What is farther off, or no subject, must be among the sides that the report names most.
    """
    reach = range(near.i - _BACK, near.i)
    names = [name for name in scene.doc.ents if name.label_ in _NAMES and name.start in reach]
    leading = _sides_by_mentions(scene)[:_MAIN]
    for first, second in reversed(list(pairwise(names))):
        between = scene.doc[first.end : second.start]
        words = {token.lower_ for token in between}
        if "and" not in words or len(between) > _APART or any(token.pos_ in _PREDICATES for token in between):
            continue
        if _ends_list(scene, first):
            continue
        named = {
            side for side in (side_of_name(scene, first), side_of_name(scene, second)) if side is not None
        }
        close = near.i - second.end < _CLOSE and _in_subject(second.root)
        sides = sorted(named if close else (side for side in leading if side in named))
        if len(sides) == _BOTH:
            return tuple(sides)
    return ()


def _ends_list(scene: Scene, name: TokenSpan) -> bool:
    """Whether other names stand before one in a list ("Peru, Brazil and Chile")."""
    if name.start < _BOTH or scene.doc[name.start - 1].text != ",":
        return False
    return bool(scene.doc[name.start - 2].ent_type_ in _NAMES)


def _in_subject(name: Token) -> bool:
    """Whether a name stands in the subject of its clause ("the leaders of Chad and Niger agreed")."""
    current = name
    for _ in range(4):
        if relation(current) == "nsubj":
            return True
        if relation(current) not in {"conj", "nmod", "appos", "flat", "compound"}:
            return False
        current = current.head
    return False


def _between(scene: Scene) -> tuple[str, ...]:
    """The two sides between whom a report says talks, a deal or a quarrel to be, those it says it of most."""
    found: Counter[tuple[str, ...]] = Counter()
    for token in scene.doc:
        if token.lower_ != "between" or token.i == 0:
            continue
        dealing = token.doc[max(0, token.i - _BEFORE) : token.i]
        if not {word.lower_ for word in dealing} & side_words("dealing"):
            continue
        names = [name for name in scene.doc.ents if name.start > token.i and name.label_ in _NAMES][:_BOTH]
        if not names or names[-1].end > token.i + _FAR:
            continue
        pair = tuple(sorted({side for name in names if (side := side_of_name(scene, name)) is not None}))
        if len(pair) == _BOTH:
            found[pair] += 1
    ranked = found.most_common(_BOTH)
    alone = len(ranked) == 1 or (len(ranked) == _BOTH and ranked[0][1] > ranked[1][1])
    return ranked[0][0] if alone else ()


def _dealt_together(scene: Scene, near: Token) -> tuple[str, ...]:
    """The sides of the two people who dealt with each other in the nearest sentence that tells so."""
    for number in range(scene.sentence_of[near.i], -1, -1):
        start, end = scene.bounds_of[number]
        if not {token.lower_ for token in scene.doc[start:end]} & side_words("dealing"):
            continue
        people = [name for name in scene.doc.ents if name.label_ == "PERSON" and start <= name.start < end]
        found = {side for name in people if (side := side_of_name(scene, name)) is not None}
        found |= {side for token in scene.doc[start:end] if (side := _of_office(scene, token)) is not None}
        sides = sorted(found)
        if len(sides) == _BOTH:
            return tuple(sides)
    return ()


def _of_office(scene: Scene, token: Token) -> str | None:
    """The side of whoever holds an office that stands for a name ("The President spoke with ...")."""
    if token.ent_type_ or relation(token) != "nsubj" or token.lower_ not in side_words("persons"):
        return None
    side = scene.cast.resolve(scene.span(token.i, token.i + 1)).on_behalf_of
    known = naming(side) if side else None
    return known.party if known is not None and known.kind == "country" else None


def side_of_name(scene: Scene, name: TokenSpan) -> str | None:
    """The side that a name stands for, by itself or by whom its bearer speaks for; None for onlookers."""
    known = naming(name.text)
    if known is not None:
        return None if known.kind == "media" or known.party in side_words("beside") else known.party
    member = scene.cast.at(scene.span(name.start, name.end))
    if member is None or member.kind is Kind.PLACE:
        return None
    side = member.party or (member.name if member.kind is not Kind.PERSON else None)
    return None if side in side_words("beside") else side


def _main_sides(scene: Scene) -> tuple[str, ...]:
    """The two sides that the report names most, where it names no third one nearly as often."""
    ranked = sides_counted(scene).most_common(_BOTH + 1)
    if len(ranked) > _BOTH and ranked[_BOTH][1] * _RIVAL > ranked[_BOTH - 1][1]:
        return ()
    return tuple(sorted(side for side, _ in ranked[:_BOTH])) if len(ranked) >= _BOTH else ()


def _sides_by_mentions(scene: Scene) -> list[str]:
    """The sides of a report, those it names most first; its people are counted for their side."""
    return [side for side, _ in sides_counted(scene).most_common()]


def sides_counted(scene: Scene) -> Counter[str]:
    """How often a report names each side that can be one of two; its factions are counted, too."""
    counts: Counter[str] = Counter()
    for member in scene.cast.members:
        known = naming(member.party) if member.party else None
        if member.party is None or (known is not None and known.kind == "media"):
            continue
        of_a_state = known is None and member.party.lower().endswith(_MINISTRIES)
        if member.kind is not Kind.PLACE and not of_a_state and member.party not in side_words("beside"):
            counts[member.party] += len(member.mentions)
    for token in scene.doc:
        if token.lower_ in side_words("factions") and not token.ent_type_:
            counts[_faction(scene, token)] += 1
    return counts


def _faction(scene: Scene, token: Token) -> str:
    """The report's own words for a side within a state ("Syrian opposition")."""
    who = scene.cast.resolve(scene.span(token.i, token.i + 1))
    return who.on_behalf_of or token.lower_
