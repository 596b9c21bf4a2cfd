"""From a parsed report to the encounters it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from parley.findings.encounters.days import settled
from parley.findings.encounters.frames import PRESS, frame_of
from parley.findings.encounters.merging import merged
from parley.findings.encounters.nouns import by_noun
from parley.findings.encounters.pairs import with_other_side
from parley.findings.encounters.press import by_press
from parley.findings.encounters.scene import Scene, scene_of
from parley.findings.encounters.sketch import Actor, Sketch
from parley.findings.encounters.told import Told
from parley.findings.encounters.verbs import by_verb
from parley.findings.encounters.withheld import withholders
from parley.findings.encounters.within import two_parties
from parley.findings.encounters.words import base_form
from parley.findings.people import Cast
from parley.language.times import TimeExpression
from parley.language.tree import Doc, Token
from parley.model import Encounter, Report, Span, Statement
from parley.vocabulary.encounters import encounter_words

_SURE, _PASSING = 0.8, 0.6


def encounters(
    doc: Doc,
    report: Report,
    cast: Cast,
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
) -> tuple[Encounter, ...]:
    """Every call, meeting, round of talks, summit, visit and news conference a report tells of.

    An encounter told in several places is one finding with several spans as evidence. Habits and what is
    merely supposed are none.

    Args:
        doc: the parsed report; its text is the report's.
        report: the report; what its `furniture` covers tells of nothing.
        cast: who is who in the report.
        times: the report's time expressions, from `parley.language.times.find_times`.
        statements: the report's statements: who speaks at a news conference, who withheld an agenda, who
            "we" is inside a quotation.

    Returns:
        The encounters, in the order in which the report first tells of them.
    """
    scene = scene_of(doc, report, cast, times, statements)
    told = merged(_sketches(scene))
    silent = withholders(scene, told)
    return tuple(_encounter(one, silent.get(number), report.published) for number, one in enumerate(told))


def _sketches(scene: Scene) -> list[Sketch]:
    found: list[Sketch] = []
    recent: list[tuple[Actor, ...]] = []
    for token in _triggers(scene):
        sketch = _sketch(scene, token, recent)
        if sketch is None:
            continue
        telling = (sketch.sure and sketch.status is not None) or sketch.on or sketch.around.place
        if not sketch.actors and not recent and sketch.form == "talks" and telling:
            sketch = replace(sketch, actors=two_parties(scene, token, sketch.around.place or ""))
        found.append(settled(sketch, scene.report.published))
        if sketch.actors:
            recent.append(sketch.actors)
    return with_other_side(found)


def _triggers(scene: Scene) -> Iterator[Token]:
    """The words that may name an encounter, in text order."""
    wanted, forms = _telling_words()
    for token in scene.doc.tokens:
        if token.lower_ not in forms and token.lemma_.lower() not in wanted:
            continue
        if base_form(token) in wanted and not scene.in_furniture(token):
            yield token


@cache
def _telling_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that may name an encounter; all forms that the room's lists know."""
    words = encounter_words()
    named = frozenset(words.nouns) | {verb.split(" ")[0] for verb in words.verbs}
    return named, frozenset(words.noun_forms) | frozenset(words.verb_forms)


def _sketch(scene: Scene, token: Token, recent: Sequence[tuple[Actor, ...]]) -> Sketch | None:
    frame = frame_of(token)
    if frame is None:
        return by_verb(scene, token, recent)
    return by_press(scene, token, recent) if frame.form in PRESS else by_noun(scene, token, recent)


def _encounter(told: Told, withheld_by: str | None, published: str | None) -> Encounter:
    sketches = told.sketches
    sure = any(sketch.sure and not sketch.back for sketch in sketches)
    return Encounter(
        evidence=tuple(sorted({sketch.evidence for sketch in sketches}, key=_place)),
        confidence=_SURE if sure else _PASSING,
        rule=sketches[0].rule,
        form=told.form,
        participants=tuple(actor.name for actor in told.actors),
        status=told.status,
        place=next((one.place for one in told.around if one.place), None),
        on=told.on,
        duration=next((one.duration for one in told.around if one.duration), None),
        agenda=tuple(dict.fromkeys(item for one in told.around for item in one.agenda)),
        agenda_withheld_by=withheld_by,
    )


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end
