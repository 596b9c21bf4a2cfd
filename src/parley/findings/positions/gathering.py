"""From a parsed report to the positions it gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.findings.encounters.scene import Scene, scene_of
from parley.findings.people import Cast
from parley.findings.positions.bare import family_of_deals, is_bare
from parley.findings.positions.bearing import amount, has_price
from parley.findings.positions.citing import evidence
from parley.findings.positions.composing import composed, descended, seconded
from parley.findings.positions.conditions import conditions
from parley.findings.positions.filled import Framed
from parley.findings.positions.frames import framed
from parley.findings.positions.holders import REPORTER, holding
from parley.findings.positions.judged_by import judged_by
from parley.findings.positions.judges import fits
from parley.findings.positions.listing import further
from parley.findings.positions.merging import distinct
from parley.findings.positions.naming import is_force, named_topic, says_something, short_name
from parley.findings.positions.parties import parties
from parley.findings.positions.reality import asserted
from parley.findings.positions.sides import known_side, known_teller
from parley.findings.positions.standing import reservation, stance_of
from parley.findings.positions.topics import (
    base_form,
    lemmas,
    meant_before,
    phrase,
    refers_back,
    tabled_before,
)
from parley.findings.positions.weighing import weighed
from parley.language.syntax import clause_span, modality, negated, noun_phrase
from parley.language.times import TimeExpression
from parley.language.tree import Doc, Token
from parley.language.tree import Span as TokenSpan
from parley.model import Position, Report, Speech, Stance, Statement
from parley.vocabulary.inflections import base_forms
from parley.vocabulary.issues import general_words, issue_of
from parley.vocabulary.stances import stance_words

_SELF, _ASCRIBED = 0.75, 0.6
# Within so many characters the same stance of the same party on the same topic is told once.
_NEAR = 400
_MAYBE = frozenset({"may", "might", "could"})
# Words of these kinds tell what a report is about.
_TELLING = frozenset({"NOUN", "VERB", "ADJ"})


def positions(
    doc: Doc, report: Report, cast: Cast, times: Sequence[TimeExpression], statements: Sequence[Statement]
) -> tuple[Position, ...]:
    """Every position a report gives: who wants, offers, accepts or rejects what, and if what.

    What a rival, a third party or the reporter says of a party is ascribed, with who says so.

    Args:
        doc: the parsed report; its text is the report's.
        report: the report; what its `furniture` covers gives no positions.
        cast: who is who in the report.
        times: the report's time expressions, from `parley.language.times.find_times`.
        statements: the report's statements: who says what the words stand in.

    Returns:
        The positions in text order, one a party, topic and stance at one place.
    """
    scene = scene_of(doc, report, cast, times, statements)
    words = {
        each[0].token.i: next((one for one in each if fits(one)), each[0])
        for each in framed(doc)
        if not scene.in_furniture(each[0].token) and (each[0].frame.word != "*" or fits(each[0]))
    }
    found: list[Position] = []
    counted = _words_of(doc)
    read = _Read(scene, counted, family_of_deals(doc, counted, report.title))
    for one in (
        weighed(judged_by(descended(composed(seconded(one, words), words)))) for one in words.values()
    ):
        if fits(one) and asserted(one, words, scene) and not is_force(one):
            before = found[-1] if found else None
            told = _positions(read, one, before)
            found.extend(told)
            found.extend(_of_list(read, one, before) if told else ())
    return distinct(found)


def _of_list(read: _Read, one: Framed, before: Position | None) -> Iterator[Position]:
    """The positions on what else a stance word is on, each shown by the words for it."""
    for other in further(one):
        if fits(other):
            words = phrase(other.topic)
            shown = (read.scene.span(words.start, words.end),)
            yield from (replace(each, evidence=shown) for each in _positions(read, other, before))


@dataclass(frozen=True, slots=True)
class _Read:
    """A report with how often each base form stands in it, and what the deals that it names are about."""

    scene: Scene
    words: Mapping[str, int]
    deals: str | None


def _words_of(doc: Doc) -> Counter[str]:
    return Counter([base_form(token) for token in doc.tokens if token.pos_ in _TELLING])


def _positions(read: _Read, one: Framed, before: Position | None) -> list[Position]:
    scene = read.scene
    found = (known_side(scene, party) for party in parties(scene, one, before))
    who = tuple(dict.fromkeys(party for party in found if party is not None))
    back = _named_before(scene, one, before) if refers_back(one.topic) else None
    if not who or (back is None and (refers_back(one.topic) or not says_something(one, named_topic(one)))):
        return []
    start, end = scene.bounds_of[scene.sentence_of[one.token.i]]
    spans = list(conditions(one, start, end))
    held_back = reservation(one)
    statement = scene.told_by(one.token)
    planned = one.frame.category == "undertaking" and not negated(one.predicate) and not has_price(one)
    if statement is None and spans and planned:
        return []
    stance = stance_of(
        one,
        reported=statement is not None and statement.speech is Speech.INDIRECT,
        conditional=bool(spans),
        reserved=held_back is not None,
        way_out=any(span[0].lower_ in {"unless", "until", "without"} for span in spans),
    )
    if stance is None:
        return []
    if held_back is not None and stance is Stance.ACCEPTS_IN_PRINCIPLE:
        spans.append(clause_span(held_back))
    made = _position(read, one, stance, spans)
    if back is not None:
        made = replace(made, on=back, issue=_issue_of_back(read, back, before))
    elif before is not None and made.on.lower() in stance_words("generic") and _close(scene, one, before):
        # "He called the idea reasonable", right after the truce was told of.
        made = replace(made, on=before.on, issue=before.issue)
    return [] if _is_empty(made) else _held(scene, one, made, who)


def _issue_of_back(read: _Read, back: str, before: Position | None) -> str | None:
    """The issue family of what "it" stands for."""
    if before is not None and back == before.on:
        return before.issue
    words = [form for word in back.lower().split() for form in base_forms(word)]
    return issue_of(words) or (None if general_words("agreement").isdisjoint(words) else read.deals)


def _is_empty(made: Position) -> bool:
    """Whether what a position is on names nothing, or only what a speaker says next."""
    words = made.on.lower().removeprefix("the ").removeprefix("an ").removeprefix("a ").split()
    if not words or " ".join(words) in stance_words("nameless"):
        return True
    unnamed = made.stance in {Stance.OFFERS, Stance.PROPOSES} and words[0] in stance_words("self_named")
    if unnamed and not any(character.isdigit() for character in made.on):
        return True
    return made.stance is not Stance.WITHHOLDS and words[0] in stance_words("merely_said") and len(words) > 1


def _named_before(scene: Scene, one: Framed, before: Position | None) -> str | None:
    """What "it" or nothing at all stands for: the topic told before, or a proposal of the sentence before."""
    if one.predicate.dep_ == "acl:relcl" and one.topic.clause:
        return short_name(noun_phrase(one.predicate.head))
    if one.topic.slot == "judged" and one.topic.head.lower_ == "them":
        return None
    meant = meant_before(one.topic)
    if one.topic.slot == "judged" and meant is None and before is not None and _apart(scene, one, before):
        return None
    if meant is not None and (one.topic.clause or before is None or not _close(scene, one, before)):
        return short_name(noun_phrase(meant))
    near = one.topic.slot == "before" or one.frame.category == "noun"
    if before is not None and (not near or _close(scene, one, before)):
        return before.on
    start, _ = scene.bounds_of[scene.sentence_of[one.token.i]]
    tabled = tabled_before(scene.doc, start) if one.topic.slot == "obj" else None
    return short_name(tabled) if tabled is not None else None


def _apart(scene: Scene, one: Framed, before: Position) -> bool:
    """Whether a position was told in another paragraph."""
    return "\n\n" in scene.doc.text[before.evidence[-1].end : one.token.idx]


def _close(scene: Scene, one: Framed, before: Position) -> bool:
    between = scene.doc.text[before.evidence[-1].end : one.token.idx]
    return 0 < len(between) < _NEAR and "\n\n" not in between


def _position(read: _Read, one: Framed, stance: Stance, spans: Sequence[TokenSpan]) -> Position:
    """The position a framed word gives, whoever's it is."""
    scene = read.scene
    start, end = scene.bounds_of[scene.sentence_of[one.token.i]]
    topic = phrase(one.topic)
    sentence = [token.lemma_.lower() for token in scene.doc[start:end] if not token.is_space]
    shown = evidence(scene, one, (topic.start, topic.end))
    cited = {shown, *(scene.span(span.start, span.end) for span in spans)}
    return Position(
        evidence=tuple(sorted(cited)),
        confidence=_SELF,
        rule=f"stance.{one.frame.name}",
        party="",
        on=short_name(_without(named_topic(one), spans)),
        stance=stance,
        conditions=tuple(_worded(span, stance) for span in spans),
        as_of=as_of(scene, one),
        issue=issue_of(lemmas(topic), sentence, read.words) or (read.deals if is_bare(topic) else None),
    )


def _worded(condition: TokenSpan, stance: Stance) -> str:
    """A condition in the report's words; who "will not come without a halt" comes if there is a halt."""
    left_out = stance is Stance.ACCEPTS_IF and condition[0].lower_ == "without" and len(condition) > 1
    return " ".join((condition[1:] if left_out else condition).text.split())


def _without(words: TokenSpan, spans: Sequence[TokenSpan]) -> TokenSpan:
    """The words for a thing up to the condition that they run into."""
    inside = [span.start for span in spans if words.start < span.start < words.end]
    if not inside or words.doc[min(inside) - 1].pos_ == "AUX":
        return words  # "the timetable must be conditional on aid"
    return words.doc[words.start : min(inside)]


def _held(scene: Scene, one: Framed, made: Position, who: Sequence[str]) -> list[Position]:
    """A position as each of its parties holds it; undertakings only in the party's own words."""
    found = []
    for party in who:
        holder, by = holding(scene, one, party)
        if by is not None and by != REPORTER and not known_teller(scene, by):
            continue
        if by is not None and (_foretold(one, by) or (made.stance is Stance.UNDECIDED and _only_can(one))):
            continue
        if by is None or one.frame.category != "undertaking" or by != REPORTER:
            confidence = _SELF if by is None else _ASCRIBED
            found.append(replace(made, party=party, holder=holder, ascribed_by=by, confidence=confidence))
    return found


def _only_can(one: Framed) -> bool:
    """Whether others only say what sides are able to agree on."""
    return one.frame.category == "verb" and "can" in modality(one.predicate) and not negated(one.predicate)


def _foretold(one: Framed, by: str) -> bool:
    """Whether others only say what a side will, may or could do; sums are mostly agreed ("will pay $2")."""
    if one.frame.category == "undertaking":
        return not amount(one)
    perhaps = one.frame.category == "verb" and bool(_MAYBE.intersection(modality(one.predicate)))
    return perhaps and by != REPORTER


def as_of(scene: Scene, one: Framed) -> str | None:
    """The day a framed word speaks of: of the saying, or the date beside it; EDTF, or None."""
    statement = scene.told_by(one.token)
    if statement is not None and statement.said_on:
        return statement.said_on
    near: tuple[int, str] | None = None
    for first, after, time in scene.times_in(scene.sentence_of[one.token.i]):
        if time.value is None or time.kind.value not in {"date", "time of day"}:
            continue
        if not _hangs_on(scene.doc[first:after].root, one.predicate) or _ahead(scene, time.value):
            continue
        distance = abs(first - one.token.i)
        if near is None or distance < near[0]:
            near = (distance, time.value.split("T")[0])
    return near[1] if near is not None else None


def _ahead(scene: Scene, day: str) -> bool:
    """Whether a day lies after the report, so that no stance is of it ("any pause beyond June 30")."""
    published = scene.report.published
    return published is not None and day[: len(published)] > published[: len(day)]


def _hangs_on(token: Token, predicate: Token) -> bool:
    current = token
    for _ in range(4):
        if current.head.i == predicate.i:
            return True
        if current.head.i == current.i or current.head.pos_ in {"VERB", "AUX"}:
            return False
        current = current.head
    return False
