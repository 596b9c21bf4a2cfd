"""Whether a word, as its sentence has it, promises: not denied, not only possible, wished for or sought."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.commitments.candidates import Candidate
from parley.findings.encounters.scene import Scene
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form
from parley.language.syntax import (
    Tense,
    children,
    controllers,
    known_lemma,
    modality,
    negated,
    passive,
    relation,
    subject,
    tense,
)
from parley.language.tree import Token
from parley.model import Speech
from parley.vocabulary.commitments import commitment_words

_UP = 6


def promises(scene: Scene, found: Candidate) -> bool:
    """Whether the form of a word gives its promise, no weaker than that.

    Args:
        scene: the report.
        found: the word.
    """
    one = found.one
    if found.bound:
        return True
    predicate = one.predicate
    modals = set(modality(predicate))
    if passive(predicate) or (modals & commitment_words("possible") and not _offers(scene, found)):
        return False
    if found.words.frame.category == "undertaking":
        return _undertakes(scene, one)
    if found.words.frame.category == "noun" and _sought(one.token):
        return False
    if negated(predicate) or tense(predicate) is Tense.FUTURE:
        return False
    if found.words.denied and base_form(one.topic.head) in commitment_words("unsaid"):
        return False
    above = controllers(predicate)
    if any(known_lemma(verb, commitment_words("giving")) not in commitment_words("giving") for verb in above):
        return False
    helped = any(True for _ in children(predicate, "aux", "cop"))
    finite = (predicate.tag_ != "VB" or helped) and not _wished(predicate)
    return finite and not ("would" in modals and not _open(found))


def able(predicate: Token) -> bool:
    """Whether a verb tells what somebody can do ("we can always bring the fees back")."""
    return "can" in modality(predicate)


def _offers(scene: Scene, found: Candidate) -> bool:
    """Whether somebody says what he can do, which with a condition is an offer or a threat."""
    one = found.one
    undertaking = found.words.frame.category == "undertaking"
    mayhap = set(modality(one.predicate)) & commitment_words("possible") != {"can"}
    return undertaking and not mayhap and not negated(one.predicate) and scene.told_by(one.token) is not None


def _wished(predicate: Token) -> bool:
    """Whether a promise is only wished for or told aside ("that it pledge to go", "despite agreeing")."""
    doer = subject(predicate)
    marks = {child.lower_ for child in children(predicate, "mark", "case")}
    if predicate.tag_ == "VBG" and marks & commitment_words("aside"):
        return True
    one = doer is not None and (doer.lower_ in {"it", "he", "she"} or doer.tag_ in {"NN", "NNP"})
    bare = predicate.lower_ == predicate.lemma_.lower() and predicate.tag_ in {"VB", "VBP"}
    return one and bare and not any(True for _ in children(predicate, "aux", "cop"))


def _sought(noun: Token) -> bool:
    """Whether a promise is only sought ("demanded a pledge by Chad", "in exchange for a pledge")."""
    above = noun.head
    if known_lemma(above, commitment_words("sought")) in commitment_words("sought"):
        return True
    before = {token.lower_ for token in noun.doc[max(0, noun.left_edge.i - 3) : noun.i]}
    return bool(before & {"exchange", "return", "without"})


def _open(found: Candidate) -> bool:
    """Whether a promise may stand with "would": only an agreement that waits for something."""
    return found.words.frame.word in {"agree", "ready", "willing", "prepared", "offer", "be"}


def _undertakes(scene: Scene, one: Framed) -> bool:
    """Whether a verb is told as what its subject will do, by the subject itself or with a condition."""
    verb = one.token
    if any(
        known_lemma(above, commitment_words("unsure")) in commitment_words("unsure") for above in _over(verb)
    ):
        return False
    going = [above for above in controllers(verb) if above.lower_ == "going"]
    doer = subject(verb)
    if doer is not None and doer.pos_ == "NOUN" and base_form(doer) in commitment_words("bystanders"):
        return False
    helped = verb.head if relation(verb) == "conj" else verb
    helpers = [child for word in (verb, helped) for child in children(word, "aux", "cop")]
    # "We are lifting" tells what goes on; "we will be lifting" what will be done.
    if not going and not any(child.tag_ == "MD" or verb.tag_ != "VBG" for child in helpers):
        return False
    if tense(verb) is Tense.FUTURE or going or able(verb):
        return True
    # "Said it was ready and would strike unless": the content may end at the first of the two verbs.
    statement = scene.told_by(verb) or (scene.told_by(verb.head) if relation(verb) == "conj" else None)
    return (
        tense(verb) is Tense.CONDITIONAL and statement is not None and statement.speech is not Speech.DIRECT
    )


def _over(verb: Token) -> Iterator[Token]:
    """The predicates whose clause a verb is, nearest first."""
    current = verb
    for _ in range(_UP):
        if current.head.i == current.i or current.dep_ not in {"ccomp", "xcomp", "conj"}:
            return
        current = current.head
        yield current
