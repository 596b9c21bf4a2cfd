"""What became of a commitment: kept, withdrawn, taken up, or, somebody says, broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.findings.commitments.accusing import Told, charge_over, charges, is_arrangement, joined, whose
from parley.findings.commitments.acts import denied, named, words_of
from parley.findings.commitments.giving import evidence
from parley.findings.encounters.scene import Scene
from parley.findings.positions.filled import Framed, Topic
from parley.findings.positions.frames import fill
from parley.findings.positions.gathering import as_of
from parley.findings.positions.naming import short_name
from parley.findings.positions.reality import asserted
from parley.findings.positions.topics import base_form, lemmas
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    children,
    controllers,
    known_lemma,
    modality,
    negated,
    noun_phrase,
    objects,
    passive,
    possessor,
    relation,
    tense,
)
from parley.language.tree import Doc, Token
from parley.language.tree import Span as TokenSpan
from parley.model import Commitment, Span
from parley.vocabulary.commitments import commitment_frames, commitment_words, is_form_of, outcomes
from parley.vocabulary.issues import issue_of
from parley.vocabulary.stances import StanceFrame, stance_words

_OWN, _CLAIMED = 0.75, 0.65
_BACK = 900
_FIRE = frozenset({"fire", "fires"})


def told_of(doc: Doc) -> Iterator[Told]:
    """Every place of a document that tells what became of a commitment, in text order."""
    last: Token | None = None
    for token in doc.having({lower for lower in doc.places if _may_be_bond(lower)} | {"it"}):
        noun = last if token.lower_ == "it" and relation(token) == "obj" else None
        if token.pos_ in {"NOUN", "PROPN"} and _is_bond(token):
            noun = last = token
        verb = _governing(token) if noun is not None else None
        found = _told(token, verb) if verb is not None else None
        if found is None or noun is None:
            continue
        if noun.i == token.i:
            yield found
        elif noun.sent.start == token.sent.start and is_arrangement(noun):
            yield replace(found, noun=noun)


def _is_bond(token: Token) -> bool:
    return is_form_of(token.lower_, "bonds") or (token.lower_ in _FIRE and joined(token))


def _may_be_bond(word: str) -> bool:
    return word in _FIRE or is_form_of(word, "bonds")


def _governing(noun: Token) -> Token | None:
    """The verb a noun is object of, or the noun for its breach ("violations of the truce")."""
    above = noun.head
    if above.i == noun.i:
        return None
    broken = known_lemma(above, commitment_words("broken")) in commitment_words("broken")
    if relation(noun) in {"nmod", "compound"} and broken and above.pos_ == "NOUN":
        return above
    return above if above.pos_ == "VERB" and relation(noun) in {"obj", "obl", "nsubj"} else None


def _told(noun: Token, verb: Token) -> Told | None:
    frame = next((known.frame for known in commitment_frames("promise")), None)
    assert frame is not None
    if verb.pos_ == "NOUN":
        return _charged(
            noun, verb, replace(frame, name="outcome violation", category="verb", word="violation")
        )
    for outcome in outcomes(verb.lower_):
        if not _has_particles(noun, verb, outcome.particles):
            continue
        if outcome.verb in commitment_words("of_arrangements") and not is_arrangement(noun):
            continue
        status = _status(verb, outcome.status)
        if status is None or (
            status in {"met", "accepted"} and is_arrangement(noun) and outcome.status != "met"
        ):
            return None
        name = replace(frame, name=f"outcome {outcome.verb}", category="verb", word=outcome.verb)
        failing = next(reversed(controllers(verb)), verb) if status != outcome.status else verb
        owner = possessor(verb.head) if _is_failure(verb) else None
        return Told(noun, status, Framed(name, verb, failing, Topic(noun, "obj", clause=False), owner))
    return None


def _has_particles(noun: Token, verb: Token, particles: tuple[str, ...]) -> bool:
    """Whether a verb has its particles, before its object or behind it ("took its promise back")."""
    following = tuple(token.lower_ for token in noun.doc[verb.i + 1 : verb.i + 1 + len(particles)])
    if following == particles:
        return _fills(noun, verb, bool(particles))
    behind = any(
        child.lower_ == particles[0] and child.i > noun.i for child in children(verb, "advmod", "compound")
    )
    return len(particles) == 1 and behind and relation(noun) == "obj" and noun.i > verb.i


def _charged(noun: Token, broken: Token, frame: StanceFrame) -> Told | None:
    """What somebody is accused of with a noun ("accused Chad of violations of the truce")."""
    charge = charge_over(broken)
    accused = next(iter(objects(charge)), None) if charge is not None else None
    if charge is None or accused is None or accused.i == broken.i or not _real(charge, "breach_alleged"):
        return None
    return Told(
        noun, "breach_alleged", Framed(frame, broken, charge, Topic(noun, "obj", clause=False), accused)
    )


def _fills(noun: Token, verb: Token, particles: bool) -> bool:
    if any(child.i > noun.i and child.pos_ == "ADJ" for child in children(verb, "xcomp")):
        return False
    if particles:
        return relation(noun) == "obl" and noun.i > verb.i
    return relation(noun) == "obj" or (noun.dep_ == "nsubj:pass" and passive(verb))


def _status(verb: Token, status: str) -> str | None:
    """What a verb makes of a commitment in its sentence; None where it says nothing of what became of it."""
    if status == "met" and _is_failure(verb):
        return "breach_alleged"
    above = {known_lemma(one, commitment_words("failing")) for one in controllers(verb)}
    if status == "met" and (negated(verb) or above & commitment_words("failing")):
        return "breach_alleged" if not above - commitment_words("failing") else None
    return status if _real(verb, status) else None


def _is_failure(verb: Token) -> bool:
    """Whether an infinitive tells what somebody has failed to do ("Peru's failure to honour the accord")."""
    named = relation(verb) == "acl" and base_form(verb.head) in commitment_words("failures")
    return named and possessor(verb.head) is not None


def _real(verb: Token, status: str) -> bool:
    """Whether a verb tells what happened, not what may, will or should."""
    if negated(verb) or set(modality(verb)) & (commitment_words("possible") | {"would"}):
        return False
    above = [one for one in controllers(verb) if not charges(one)]
    if {one.lemma_.lower() for one in above} - commitment_words("lasting"):
        return False
    when = tense(verb)
    if when is Tense.FUTURE or (verb.tag_ == "VB" and not any(True for _ in children(verb, "aux"))):
        return False
    if status == "breach_alleged":
        return True
    return when is Tense.PAST or aspect(verb) is Aspect.PERFECT


def outcome(scene: Scene, told: Told, before: Sequence[Commitment]) -> Iterator[Commitment]:
    """The commitments a place tells the fate of, one a party.

    Args:
        scene: the report.
        told: the place.
        before: the commitments told before it, in text order: what a bare "its promise" goes on with.
    """
    one = told.one
    if not asserted(one, {}, scene) or _of_claim(one.predicate):
        return
    for party, by in whose(scene, told):
        topic = _act(told)
        known = None if topic is not None else _before(scene, told, party, before)
        words = words_of(topic, len(scene.doc)) if topic is not None else noun_phrase(told.noun)
        act = known.act if known is not None else _label(told, topic)
        if not act:
            continue
        yield Commitment(
            evidence=_shown(scene, told, words),
            confidence=_OWN if by is None else _CLAIMED,
            rule=f"commitment.{one.frame.name}",
            party=party,
            act=act,
            conditions=known.conditions if known is not None else (),
            status=told.status,
            awaits=known.awaits if known is not None else (),
            claimed_by=by,
            as_of=as_of(scene, one),
            issue=known.issue if known is not None else issue_of(lemmas(words)),
        )


def _of_claim(verb: Token) -> bool:
    """Whether a verb tells what nobody in particular alleges ("denied claims that it broke the truce")."""
    above = verb.head
    return above.pos_ == "NOUN" and base_form(above) in stance_words("claims") and verb.dep_ != "acl:relcl"


def _shown(scene: Scene, told: Told, words: TokenSpan) -> tuple[Span, ...]:
    """The words that tell it; where a pronoun stands for the commitment, those it stands for as well."""
    place = told.one.topic.head.i
    charge = charge_over(told.one.token)
    one = told.one if charge is None else replace(told.one, predicate=charge)
    if place == told.noun.i:
        return (evidence(scene, one, words),)
    said = evidence(scene, one, scene.doc[place : place + 1])
    return (scene.span(words.start, words.end), said)


def _act(told: Told) -> Topic | None:
    """What is promised, where the noun says it ("its pledge to leave")."""
    noun = told.noun
    if is_arrangement(noun):
        return None
    for words in commitment_frames(noun.lower_):
        one = fill(words.frame, noun) if words.frame.category == "noun" else None
        if one is not None:
            return one.topic
    verbs = (noun, told.one.token)
    infinitives = (
        child
        for verb in verbs
        for child in children(verb, "acl", "xcomp", "advcl")
        if child.tag_ == "VB" and child.i > noun.i
    )
    found = next(infinitives, None)
    return Topic(found, "inf", clause=True) if found is not None else None


def _label(told: Told, topic: Topic | None) -> str:
    """The words for the act; empty where a bare "promise" says nothing."""
    if topic is not None:
        return named(words_of(topic, len(told.noun.doc)), denied=denied(topic))
    if is_arrangement(told.noun):
        return short_name(words_of(Topic(told.noun, "obj", clause=False), len(told.noun.doc)))
    described = [child for child in children(told.noun, "compound", "amod") if child.pos_ == "NOUN"]
    # Who accuses whom of a broken word is worth telling, whatever the word was.
    telling = bool(described) or told.status == "breach_alleged"
    return short_name(noun_phrase(told.noun)) if telling else ""


def _before(scene: Scene, told: Told, party: str, before: Sequence[Commitment]) -> Commitment | None:
    """The commitment of a party told shortly before, which a bare noun goes on with."""
    if is_arrangement(told.noun):
        return None
    near = (one for one in reversed(before) if one.party == party and one.status in {"offered", "accepted"})
    return next((one for one in near if 0 < told.noun.idx - one.evidence[-1].end < _BACK), None)
