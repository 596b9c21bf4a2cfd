"""From a word that can give a commitment to the commitments it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from parley.findings.commitments.acts import acts, denied, named, promisable, words_of
from parley.findings.commitments.candidates import ANY, MEASURE, Candidate
from parley.findings.commitments.promising import able, promises
from parley.findings.commitments.provisos import awaited, names_sides, provisos
from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind
from parley.findings.positions.filled import Framed, Topic
from parley.findings.positions.gathering import as_of
from parley.findings.positions.holders import REPORTER, holding
from parley.findings.positions.parties import parties
from parley.findings.positions.reality import asserted
from parley.findings.positions.sides import known_side
from parley.findings.positions.topics import base_form, lemmas
from parley.findings.positions.voices import speaking_party
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    children,
    modality,
    passive,
    relation,
    subject,
    tense,
)
from parley.language.times import bounds
from parley.language.tree import Span as TokenSpan
from parley.language.tree import Token
from parley.model import Commitment, Holder, Span, Speech
from parley.vocabulary.commitments import commitment_words
from parley.vocabulary.issues import general_words, issue_of

_CONFIDENCE, _CLAIMED = 0.75, 0.65
_OWN = frozenset({"it", "they", "he", "she", "we", "i"})
_OWN_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_COUNTS = frozenset({"all", "both", "each", "every", "some"})
_NEAR = 8
_PLAIN = frozenset({"if", "unless", "until", "once"})
_IN_TURN = frozenset({"exchange", "return"})


def given(scene: Scene, found: Candidate, words: Mapping[int, Framed]) -> Iterator[Commitment]:
    """The commitments a word gives: one for each party and act.

    Args:
        scene: the report.
        found: the word.
        words: all framed words of the report, by their token.
    """
    one = found.one
    if not promises(scene, found) or not asserted(one, words, scene):
        return
    who = dict(_givers(scene, found))
    if not who or not _own_act(scene, one, tuple(who)):
        return
    if one.topic.slot == "inf" and not found.bound and _of_noun(one):
        return
    for topic in acts(one.topic):
        made = _commitment(scene, found, topic)
        if made is not None:
            yield from _each(scene, one, made, who)


def _each(
    scene: Scene, one: Framed, made: tuple[Commitment, tuple[TokenSpan, ...]], who: Mapping[str, str | None]
) -> Iterator[Commitment]:
    commitment, spans = made
    for party, by in who.items():
        waits = awaited(scene, one, spans, party)
        if waits or one.frame.category != "undertaking" or _word_of_its_own(scene, one, spans):
            sure = _CONFIDENCE if by is None else _CLAIMED
            yield replace(commitment, party=party, awaits=waits, claimed_by=by, confidence=sure)


def _word_of_its_own(scene: Scene, one: Framed, spans: tuple[TokenSpan, ...]) -> bool:
    """Whether what a side will do is its word: told in a statement, or by the report with a plain condition.

    Other conditions only the report sets make a forecast, unless they name what another side does.
    """
    if scene.told_by(one.token) is not None:
        return True
    plain = any(span[0].lower_ in _PLAIN or _is_trade(span) for span in spans)
    ahead = one.frame.name != ANY and tense(one.token) is Tense.FUTURE
    return plain and ahead and not names_sides(scene, one, spans)


def _is_trade(span: TokenSpan) -> bool:
    """Whether a phrase names what is given for it ("in exchange for fuel")."""
    return len(span) > 1 and span[0].lower_ == "in" and span[1].lower_ in _IN_TURN


def _givers(scene: Scene, found: Candidate) -> Iterator[tuple[str, str | None]]:
    """The parties that give it, each with who says so where it is another: of what was agreed only.

    What others say a party will do is no commitment of it. What an arrangement binds it to, the report tells.
    """
    one = found.one
    speaker = _itself(scene, one)
    if speaker is not None:
        yield speaker, None
        return
    owner = _meant(one)
    one = one if owner is None else replace(one, owner=owner)
    # The subject of an undertaking may be any side: its words or a condition have told that it is one.
    plain = (
        replace(one, frame=replace(one.frame, category="verb"))
        if one.frame.category == "undertaking"
        else one
    )
    for name in parties(scene, plain):
        party = known_side(scene, name)
        named = party is not None and party.split()[0].lower() not in _COUNTS
        if party is None or not named:
            continue
        holder, by = holding(scene, one, party)
        if holder is Holder.SELF or (found.bound and by == REPORTER):
            yield party, None
        elif by != REPORTER and _was_agreed(found):
            yield party, by


def _was_agreed(found: Candidate) -> bool:
    """Whether it is told as done that a side agreed ("Peru has agreed to leave, Norway said")."""
    one = found.one
    past = tense(one.predicate) is Tense.PAST or aspect(one.predicate) is Aspect.PERFECT
    return found.words.status == "accepted" and not found.bound and past and not set(modality(one.predicate))


def _itself(scene: Scene, one: Framed) -> str | None:
    """The body that says what "it" will do ("the union said it would strike"), or None."""
    statement = scene.told_by(one.token)
    doer = subject(one.predicate)
    if statement is None or statement.source is None or statement.speech is Speech.DIRECT:
        return None
    if doer is None or doer.lower_ not in {"it", "they"} or one.predicate.dep_ != "ccomp":
        return None
    member = scene.cast.named(statement.source.name)
    if member is not None and member.kind is Kind.PERSON:
        return None
    party = speaking_party(scene, statement)
    return known_side(scene, party) if party is not None else None


def _meant(one: Framed) -> Token | None:
    """Whose "its pledge" is: of the subject of the verb it is object of, before anybody named elsewhere."""
    noun = one.token
    if one.owner is None or one.owner.lower_ not in _OWN_POSSESSIVES or relation(noun) != "obj":
        return None
    doer = subject(noun.head) if noun.head.pos_ == "VERB" else None
    return doer if doer is not None and doer.pos_ in {"NOUN", "PROPN"} else None


def _of_noun(one: Framed) -> bool:
    """Whether an infinitive belongs to a noun before it ("agreed with the proposal to leave")."""
    to = next((child for child in children(one.topic.head, "mark", "aux") if child.lower_ == "to"), None)
    before = to.nbor(-1) if to is not None and to.i > one.token.i + 1 else None
    tabled = general_words("tabled") | general_words("proposal")
    return before is not None and before.pos_ == "NOUN" and base_form(before) in tabled


def _given_on(scene: Scene, one: Framed) -> str | None:
    """The day on which it was given; a day yet to come is the one by which to keep it."""
    undated = scene.report.published is None and one.frame.category == "undertaking"
    if undated or one.frame.name == MEASURE:
        # A day told with it is that by which to act; an undated report does not tell past from to come.
        statement = scene.told_by(one.token)
        return statement.said_on if statement is not None else None
    day = as_of(scene, one)
    given_on, today = bounds(day or ""), bounds(scene.report.published or "")
    return None if given_on is not None and today is not None and given_on[0] > today[1] else day


def _own_act(scene: Scene, one: Framed, who: tuple[str, ...]) -> bool:
    """Whether a full clause says what the party itself will do ("promised that it would leave")."""
    head = one.topic.head
    if one.topic.slot != "that":
        return True
    doer = subject(head)
    if doer is None or tense(head) not in {Tense.FUTURE, Tense.CONDITIONAL} or passive(head):
        return False
    if doer.lower_ in _OWN:
        return True
    doing = replace(one, token=head, predicate=head, owner=None)
    return set(who) <= {known_side(scene, name) for name in parties(scene, doing)}


def _commitment(
    scene: Scene, found: Candidate, topic: Topic
) -> tuple[Commitment, tuple[TokenSpan, ...]] | None:
    """The commitment of an act, without its party, and its conditions; None where it is none."""
    one = replace(found.one, topic=topic)
    not_done = denied(topic) or found.words.denied
    spans = provisos(scene, one, denied=not_done)
    _, end = scene.bounds_of[scene.sentence_of[one.token.i]]
    opens = min((span.start for span in spans if span.start > topic.head.i), default=end)
    act = words_of(topic, opens)
    undertaking = one.frame.category == "undertaking"
    if not spans and _needs_condition(scene, found):
        return None
    if not promisable(topic, act, bound=not undertaking or bool(spans), conditional=bool(spans)):
        return None
    shown = {evidence(scene, one, act), *(scene.span(span.start, span.end) for span in spans)}
    made = Commitment(
        evidence=tuple(sorted(shown)),
        confidence=_CONFIDENCE,
        rule=f"commitment.{one.frame.name}",
        party="",
        act=named(act, denied=not_done),
        conditions=tuple(" ".join(span.text.split()) for span in spans),
        status=_status(found.words.status, spans),
        as_of=_given_on(scene, one),
        issue=_issue(topic, act),
    )
    return made, spans


def _issue(topic: Topic, act: TokenSpan) -> str | None:
    """The issue family of an act: of what it is done to, else of the deed ("release" alone says little)."""
    words = lemmas(act)
    around = [token.lemma_.lower() for token in topic.head.sent]
    return (issue_of(words[1:], around) if topic.clause else None) or issue_of(words, around)


def _status(status: str, spans: tuple[TokenSpan, ...]) -> str:
    """An agreement that waits for a proviso is still only offered; a sequence is part of what was agreed."""
    provisos = [span for span in spans if not _is_sequence(span)]
    return "offered" if provisos else status


def _is_sequence(span: TokenSpan) -> bool:
    opening = " ".join(token.lower_ for token in span[:3])
    return any(opening.startswith(words) for words in commitment_words("sequence"))


def _needs_condition(scene: Scene, found: Candidate) -> bool:
    """Whether the words promise nothing alone: readiness, threats, and futures that only the report tells."""
    one = found.one
    if found.bound:
        return found.words.conditional
    if one.frame.category == "undertaking":
        return found.words.conditional or scene.told_by(one.token) is None or able(one.predicate)
    return found.words.conditional or "would" in modality(one.predicate)


def evidence(scene: Scene, one: Framed, act: TokenSpan) -> Span:
    """The words that show a commitment: from whose it is to the end of the act.

    Args:
        scene: the report.
        one: the framed word.
        act: the words of the act.
    """
    start, _ = scene.bounds_of[scene.sentence_of[one.token.i]]
    first = min(one.token.i, one.predicate.i, act.start)
    for child in one.predicate.lefts:
        if relation(child) in {"nsubj", "aux", "cop"} and child.i >= start:
            first = min(first, child.left_edge.i if child.i - child.left_edge.i < _NEAR else child.i)
    if one.owner is not None and 0 < first - one.owner.i < _NEAR:
        first = one.owner.left_edge.i
    return scene.span(max(start, first), max(act.end, one.token.i + 1))
