"""From a parsed report to the events it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.findings.encounters.circumstances import circumstances
from parley.findings.encounters.scene import Scene, scene_of
from parley.findings.encounters.sketch import Actor
from parley.findings.events.claims import claimant
from parley.findings.events.classes import of_class
from parley.findings.events.consulting import consultations
from parley.findings.events.deed import Deed
from parley.findings.events.merging import merged
from parley.findings.events.naming import doers_named, others_named
from parley.findings.events.nouns import by_noun
from parley.findings.events.reality import Reality, reality
from parley.findings.events.sketch import Telling
from parley.findings.events.telling import (
    anchors,
    by_onlooker,
    evidence_of,
    is_own_date,
    place_of_target,
    said_on,
    words_of,
)
from parley.findings.events.verbs import by_verb
from parley.findings.events.wording import is_anybody
from parley.findings.people import Cast
from parley.language.syntax import Tense, children, relation, span_root, tense
from parley.language.times import TimeExpression
from parley.language.tree import Doc
from parley.model import Encounter, Event, Report, Span, Statement
from parley.vocabulary.events import code_words
from parley.vocabulary.geography import naming

_SURE, _BOTH, _PASSING = 0.75, 0.85, 0.6
# What a report may tell in the present tense ("accuses", "urges").
_TOLD_IN_PRESENT = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "this", "that", "those"})


def events(
    doc: Doc,
    report: Report,
    cast: Cast,
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
    encounters: Sequence[Encounter] = (),
) -> tuple[Event, ...]:
    """Every event a report tells of: who did what to whom, where and when, and who says so.

    What is only wished for, asked for or avoided is no event. One event told in several places is one
    finding with several spans as evidence.

    Args:
        doc: the parsed report; its text is the report's.
        report: the report; what its `furniture` covers tells of nothing.
        cast: who is who in the report.
        times: the report's time expressions, from `parley.language.times.find_times`.
        statements: the report's statements: in whose words an event stands.
        encounters: the report's encounters, which are events of the class CONSULT.

    Returns:
        The events, in the order in which the report first tells of them.
    """
    scene = scene_of(doc, report, cast, times, statements)
    found = [_event(group) for group in merged(list(_tellings(scene)))]
    found.extend(consultations(scene, encounters))
    return tuple(sorted(found, key=lambda event: (event.evidence[0].start, event.evidence[0].end)))


def deeds(doc: Doc) -> Iterator[Deed]:
    """The words of a document that may tell of a deed, in text order, whoever does it and real or not."""
    for token in doc:
        if token.pos_ in {"VERB", "ADJ"} or token.tag_[:2] == "VB":
            found = by_verb(token)
        elif token.pos_ == "NOUN":
            found = by_noun(token)
        else:
            continue
        if found is not None:
            yield found


def _tellings(scene: Scene) -> Iterator[Telling]:
    told: dict[int, Deed] = {}
    for deed in deeds(scene.doc):
        if deed.code != "CONSULT" and not scene.in_furniture(deed.token) and not _within_other(deed, told):
            telling = _telling(scene, deed)
            if telling is not None:
                told[deed.token.i] = deed
                yield telling


def _within_other(deed: Deed, told: dict[int, Deed]) -> bool:
    """Whether a deed is what another one is about ("agreed to *withdraw*"), or tells it again.

    What somebody is accused of stays a deed of its own.
    """
    if deed.actor is not None and deed.actor.i in told and told[deed.actor.i].code == deed.code:
        return True
    main = told.get(deed.predicate.head.i)
    if relation(deed.predicate) == "advcl" and main is not None and main.code == deed.code:
        return deed.predicate.tag_ == "VBG"
    # "Asked Chad to open the market by lifting its ban": what is asked for.
    means = any(child.lower_ == "by" for child in children(deed.predicate, "mark", "case"))
    if relation(deed.predicate) == "advcl" and main is not None and main.inner is not None and means:
        return deed.predicate.tag_ == "VBG"
    current = deed.predicate
    for _ in range(3):
        if relation(current) not in {"xcomp", "ccomp", "conj", "advcl", "acl"} or current.head.i == current.i:
            return False
        above = told.get(current.head.i)
        if above is not None and above.inner is not None and above.code != "ACCUSE":
            return above.inner.i == current.i or relation(current) in {"xcomp"}
        current = current.head
    return False


def _telling(scene: Scene, deed: Deed) -> Telling | None:
    real = reality(scene, deed)
    if real is None or (real is Reality.DONE and _timeless(deed) and not deed.ahead):
        return None
    if (
        real is Reality.DENIED
        and deed.code in code_words("withheld")
        and tense(deed.predicate) is Tense.FUTURE
    ):
        deed, real = replace(deed, code="REJECT", name="refusing"), Reality.DONE
    elif real is Reality.DENIED and tense(deed.predicate) is Tense.FUTURE:
        return None  # Who says that he will not do it denies nothing.
    if deed.ahead and real is Reality.DONE:
        real = Reality.FUTURE
    mutual = any(slot == "other" for _, slot in deed.targets[:1])
    actors = (() if mutual else _speakers(scene, deed)) or doers_named(scene, deed)
    others = others_named(scene, deed, actors)
    if not _complete(deed, actors, others, real):
        return None
    around = circumstances(scene, deed.token, anchors(deed))
    place = around.place or place_of_target(deed)
    if not actors and place is None and around.on is None and not _counted_arrests(deed):
        return None
    by = claimant(scene, deed.token)
    if _blames_itself(deed, actors, by) or by_onlooker(scene, deed):
        return None
    return Telling(
        code=deed.code,
        name=deed.name,
        evidence=evidence_of(scene, deed, around),
        sentence=scene.sentence_of[deed.token.i],
        actors=actors,
        others=others,
        place=place,
        on=(around.on if is_own_date(scene, deed, around) else None) or said_on(scene, deed),
        factuality=_factuality(real, by),
        claimed_by=by,
        words=words_of(scene, deed),
    )


def _counted_arrests(deed: Deed) -> bool:
    """Whether it is told how many were held, by whomever ("300 people have been arrested")."""
    if deed.name != "detaining" or not any(True for _ in children(deed.token, "aux")):
        return False
    return any(True for head, _ in deed.targets for _ in children(head, "nummod"))


def _blames_itself(deed: Deed, actors: Sequence[Actor], by: str | None) -> bool:
    """Whether a pronoun was misread: nobody accuses himself of what he says of another."""
    gerund = deed.token.tag_ == "VBG" and any(child.lower_ == "of" for child in children(deed.token, "mark"))
    return gerund and by is not None and any(by in {actor.name, actor.party} for actor in actors)


def _factuality(real: Reality, by: str | None) -> str:
    if real is Reality.DONE:
        return "asserted" if by is None else "attributed"
    return real.value


def _timeless(deed: Deed) -> bool:
    """Whether a plain present tense only tells what is always so ("Chad supports the plan", "they kill")."""
    if deed.noun or deed.token.pos_ == "ADJ":
        return False
    if deed.code == "SUPPORT" and deed.token.dep_ == "acl":
        return True
    pronoun = deed.actor is not None and deed.actor.pos_ == "PRON"
    told = deed.code in _TOLD_IN_PRESENT and not (pronoun and deed.token.tag_ == "VBP")
    if told or deed.token.tag_ not in {"VBP", "VBZ", "VB"}:
        return False
    return not any(True for _ in children(deed.token, "aux"))


def _complete(deed: Deed, actors: Sequence[Actor], others: Sequence[Actor], real: Reality) -> bool:
    """Whether enough is known of a deed to be worth a line of the record."""
    if real in {Reality.SUPPOSED, Reality.FUTURE} and not actors:
        return False
    if deed.code in code_words("verbal") and not actors:
        return False
    if deed.needs == "target":
        return bool(others) and bool(actors)
    if deed.needs == "setting":
        return True
    if deed.needs == "object":
        return bool(others)
    if deed.needs == "actor":
        return bool(actors)
    if deed.needs == "force":
        told = bool(actors) or (_by_force(deed) and any(slot == "obj" for _, slot in deed.targets))
        return told and not _by_accident(deed)
    return bool(actors or others)


def _by_force(deed: Deed) -> bool:
    return any(of_class(word, "fighting") for word in deed.token.sent if word.pos_ == "NOUN")


def _by_accident(deed: Deed) -> bool:
    clause = (word for word in deed.token.subtree if word.pos_ == "NOUN")
    return any(of_class(word, "accidents") for word in clause)


def _speakers(scene: Scene, deed: Deed) -> tuple[Actor, ...]:
    """Who speaks, where the deed's word is the cue of a statement: its source is resolved already."""
    if deed.code not in code_words("verbal"):
        return ()
    place = deed.token.idx
    for statement in scene.statements:
        cue = statement.cue
        if cue is not None and statement.source is not None and cue.start <= place < cue.end:
            name = statement.source.name
            known = naming(name)
            unnamed = is_anybody(name) or not any(letter.isupper() for letter in name)
            if unnamed or name.lower() in _PRONOUNS or _is_paper(scene, statement.source.mention):
                return ()
            party = statement.source.on_behalf_of or (known.party if known is not None else name)
            named = known.party if known is not None else name.removeprefix("the ").removeprefix("The ")
            return (Actor(named, party.split("; ")[0]),)
    return ()


def _is_paper(scene: Scene, mention: Span | None) -> bool:
    """Whether what speaks is a text ("a resolution of the council called for a truce")."""
    words = scene.doc.char_span(mention.start, mention.end) if mention is not None else None
    return words is not None and of_class(span_root(words), "agreements")


def _event(group: Sequence[Telling]) -> Event:
    first = group[0]
    actors = next((one.actors for one in group if one.actors), ())
    others = next((one.others for one in group if one.others), ())
    sure = _BOTH if actors and others else _SURE if actors else _PASSING
    return Event(
        evidence=tuple(sorted({one.evidence for one in group}, key=lambda span: (span.start, span.end))),
        confidence=sure,
        rule=f"event.{first.code}.{first.name}",
        code=first.code,
        actor="; ".join(actor.name for actor in actors) or None,
        target="; ".join(one.name for one in others) or None,
        place=next((one.place for one in group if one.place), None),
        on=next((one.on for one in group if one.on), None),
        factuality=first.factuality,
        claimed_by=first.claimed_by,
    )
