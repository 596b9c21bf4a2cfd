"""From a parsed report to the encounters it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from parley.findings.encounters.actors import two_parties
from parley.findings.encounters.merging import Told, merged
from parley.findings.encounters.nouns import PRESS, by_noun, frame_of
from parley.findings.encounters.press import by_press
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, Sketch
from parley.findings.encounters.verbs import by_verb
from parley.findings.encounters.withheld import withholders
from parley.findings.encounters.words import base_form
from parley.findings.people import Cast
from parley.language.times import TimeExpression, bounds
from parley.language.times.edtf import interval
from parley.language.tree import Doc, Token
from parley.model import Encounter, EncounterStatus, Report, Span, Statement
from parley.vocabulary.encounters import encounter_words

_SURE, _PASSING = 0.8, 0.6
_WEEK = 7
_SATURDAY = 5
# What was due yesterday or the day before is told as past; further back, the next such day is meant.
_YESTERDAY = -2


def encounters(
    doc: Doc, report: Report, cast: Cast, times: Sequence[TimeExpression], statements: Sequence[Statement]
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
    scene = Scene(doc, report, cast, times, statements)
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
        found.append(_settled(sketch, scene.report.published))
        if sketch.actors:
            recent.append(sketch.actors)
    return found


def _triggers(scene: Scene) -> Iterator[Token]:
    """The words that may name an encounter, in text order."""
    words = encounter_words()
    single = {verb.split(" ")[0] for verb in words.verbs}
    for token in scene.doc:
        lemma = base_form(token)
        if (lemma in words.nouns or lemma in single) and not scene.in_furniture(token):
            yield token


def _sketch(scene: Scene, token: Token, recent: Sequence[tuple[Actor, ...]]) -> Sketch | None:
    frame = frame_of(token)
    if frame is None:
        return by_verb(scene, token, recent)
    return by_press(scene, token, recent) if frame.form in PRESS else by_noun(scene, token, recent)


def _settled(sketch: Sketch, published: str | None) -> Sketch:
    """A status that agrees with the date: nothing was held tomorrow, nothing is under way since last week."""
    day, limits = bounds(published or ""), bounds(sketch.on or "")
    if day is None or limits is None:
        return sketch
    ahead = sketch.status in {EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED}
    if sketch.around.weekday and sketch.sure and limits[0] == limits[1]:
        held = sketch.status is EncounterStatus.HELD
        off = (limits[0] - day[0]).days
        moved = _moved(
            off, limits[0], ahead=ahead and not sketch.was, will=sketch.will, held=held or sketch.was
        )
        if moved is not None:
            return replace(sketch, around=replace(sketch.around, on=moved.isoformat()))
    past = _past_part(limits, day) if sketch.status is EncounterStatus.HELD and sketch.sure else None
    if past is not None:
        return replace(sketch, around=replace(sketch.around, on=past))
    if limits[0] > day[1] and sketch.status in {EncounterStatus.HELD, EncounterStatus.UNDERWAY, None}:
        return replace(sketch, status=EncounterStatus.SCHEDULED)
    # "Before his talks on Monday, he said", told on Friday.
    passed = sketch.status is EncounterStatus.SCHEDULED and not sketch.sure and not sketch.was
    if limits[1] < day[0] and (passed or sketch.status is EncounterStatus.UNDERWAY):
        return replace(sketch, status=EncounterStatus.HELD)
    return sketch


def _past_part(limits: tuple[date, date], today: tuple[date, date]) -> str | None:
    """The days in which something can have been held: of this week, those gone by; the last weekend."""
    first, last = limits
    if first < today[0] <= last < first + timedelta(days=_WEEK) and today[0] == today[1]:
        return interval(first, today[0] - timedelta(days=1))
    weekend = first.weekday() == _SATURDAY and (last - first).days == 1
    if weekend and 0 < (first - today[1]).days < _WEEK:
        return interval(first - timedelta(days=_WEEK), last - timedelta(days=_WEEK))
    return None


def _moved(off: int, on: date, *, ahead: bool, will: bool, held: bool) -> date | None:
    """A weekday a week on or back, where what is told of it can only mean that one.

    "Will meet on Tuesday" names the next Tuesday, "met on Tuesday" the last one; "was due to meet on
    Thursday", told on Friday, the day before.
    """
    if held and 0 < off <= _WEEK:
        return on - timedelta(days=_WEEK)
    if ahead and -_WEEK <= off < (0 if will else _YESTERDAY):
        return on + timedelta(days=_WEEK)
    return None


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
