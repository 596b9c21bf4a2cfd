"""Words that can give a commitment, with the parts of their frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.findings.positions.filled import Framed, Topic
from parley.findings.positions.frames import fill, is_form
from parley.language.syntax import relation
from parley.language.tree import Doc, Token
from parley.vocabulary.commitments import CommitmentFrame, commitment_frames
from parley.vocabulary.stances import StanceFrame

# The name of the frame that any verb fills by its condition.
ANY = "undertakings any"
# That of a measure which somebody says will come.
MEASURE = "undertakings measure"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that can give a commitment.

    Attributes:
        words: what the vocabulary knows of it.
        one: the word in its sentence; its topic is the act.
        bound: whether it is an arrangement that binds somebody, so that nobody need promise.
    """

    words: CommitmentFrame
    one: Framed
    bound: bool = False


def candidates(doc: Doc) -> Iterator[Candidate]:
    """The words of a document that can give a commitment, in text order; of each the first frame filled."""
    known = {lower for lower in doc.places if commitment_frames(lower)}
    for token in doc.having(known):
        for words in commitment_frames(token.lower_):
            if is_form(token, words.frame.word):
                one = _filled(words, token)
                if one is not None:
                    yield Candidate(words, one)
                    break


def _filled(words: CommitmentFrame, token: Token) -> Framed | None:
    if words.frame.category == "undertaking" and _going_to(token):
        return Framed(words.frame, token, token, Topic(token, "self", clause=True))
    return fill(words.frame, token)


def undertaken(verb: Token) -> Candidate:
    """What a verb of no list tells of, as an act that its subject undertakes."""
    frame = plain_frame(ANY, verb.lemma_.lower(), "offers", category="undertaking")
    words = CommitmentFrame(frame, "offered", conditional=True, denied=False)
    return Candidate(words, Framed(frame, verb, verb, Topic(verb, "self", clause=True)))


def brought_on(verb: Token, measure: Token) -> Candidate:
    """A measure that who speaks says will come, as what he undertakes."""
    frame = plain_frame(MEASURE, verb.lemma_.lower(), "offers", speaker=True)
    words = CommitmentFrame(frame, "offered", conditional=True, denied=False)
    return Candidate(words, Framed(frame, verb, verb, Topic(measure, "obj", clause=False)), bound=True)


def plain_frame(
    name: str, word: str, stance: str, *, category: str = "verb", topic: str = "self", speaker: bool = False
) -> StanceFrame:
    """The frame of a word that no list has: nothing asked of its topic, the same when denied."""
    return StanceFrame(
        name=name,
        category=category,
        word=word,
        particle="",
        topic=(topic,),
        stance=stance,
        negated=None,
        mind=False,
        about="",
        speaker=speaker,
    )


def _going_to(token: Token) -> bool:
    """Whether a verb is what somebody "is going to" do."""
    above = token.head
    return token.tag_ == "VB" and relation(token) == "xcomp" and above.lower_ == "going"
