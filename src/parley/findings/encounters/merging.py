"""Joins the places that tell of the same encounter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.encounters.differing import (
    DONE,
    NEARBY,
    OFF,
    another_form,
    dates_differ,
    numbers_differ,
    places_differ,
    same_day,
    same_days,
    statuses_differ,
)
from parley.findings.encounters.sketch import Actor, Sketch
from parley.findings.encounters.told import Told, kind_of
from parley.model import EncounterStatus
from parley.vocabulary.encounters import encounter_words
from parley.vocabulary.geography import naming

# Who receives somebody for a visit is visited.
_RECEIVING = (".receive", ".host", ".welcome")
# How many words may lie between a visit and what it is for ("flew to Accra on Monday for talks").
_CLAUSE = 14


def merged(sketches: Sequence[Sketch]) -> list[Told]:
    """The encounters of a report, in the order in which they are first told."""
    found: list[Told] = []
    for sketch in sketches:
        same = _best(found, sketch)
        if same is None and sketch.revived:
            same = next((told for told in reversed(found) if _may_revive(told, sketch)), None)
        if same is None and sketch.back and not sketch.actors:
            sketch = _revived(found, sketch)
        if same is not None:
            same.sketches.append(sketch)
        elif sketch.attending:
            continue
        elif not sketch.back or sketch.actors or sketch.on or _asked(sketch) or _stays(sketch):
            found.append(Told([sketch]))
    kept = [told for told in found if _is_kept(told)]
    for number, told in enumerate(kept):
        if told.form == "talks" and not told.actors:
            told.sketches[0] = replace(told.sketches[0], actors=_of_talks_before(kept[:number]))
    return kept


def _is_kept(told: Told) -> bool:
    """Whether enough is told of it: who, when, where, or that it is off or asked for, and about what."""
    asked = any(_asked(one) for one in told.sketches)
    return bool(_is_known(told) or told.on or _is_placed(told) or _is_off(told) or asked)


def _stays(sketch: Sketch) -> bool:
    return sketch.sure and sketch.around.place is not None


def _asked(sketch: Sketch) -> bool:
    """Whether somebody surely calls for it, and says about what."""
    return sketch.sure and sketch.status is EncounterStatus.PROPOSED and bool(sketch.around.agenda)


def _is_off(told: Told) -> bool:
    """Whether somebody calls it off, whoever else was to come."""
    return bool(told.actors) and any(one.sure and one.status in OFF for one in told.sketches)


def _of_talks_before(told: Sequence[Told]) -> tuple[Actor, ...]:
    """The sides of the talks told before, which another round without names is between."""
    sides = [one.actors for one in told if one.form == "talks" and len(one.actors) > 1]
    return (
        sides[-1]
        if sides and all(shared(sides[-1], other, loosely=True) is not None for other in sides)
        else ()
    )


def _is_known(told: Told) -> bool:
    """Whether it is told who takes part: more than "officials" or "aides" alone."""
    actors = told.actors
    alone = len(actors) == 1 and not actors[0].member
    return bool(actors) and not (alone and " " not in actors[0].name.removeprefix("a ").removeprefix("the "))


def _is_placed(told: Told) -> bool:
    """Whether it is surely told and where, though neither who takes part nor when."""
    sure = [one for one in told.sketches if one.sure and one.status is not None]
    return any(one.around.place for one in sure if not one.back or one.status in DONE)


def _may_revive(told: Told, sketch: Sketch) -> bool:
    """Whether what was called off is what is told to be "back on"."""
    alike = told.form == sketch.form and told.status in OFF
    return alike and shared(told.actors, sketch.actors, loosely=True) is not None


def _revived(found: Sequence[Told], sketch: Sketch) -> Sketch:
    """A place that wants back what was called off ("reinstate the summit"), with who was to take part."""
    if sketch.status is not EncounterStatus.PROPOSED or not sketch.sure:
        return sketch
    lost = [told for told in found if told.status in OFF and told.form == sketch.form]
    return replace(sketch, actors=lost[-1].actors) if lost else sketch


def _best(found: Sequence[Told], sketch: Sketch) -> Told | None:
    """The encounter a place tells again: the best fit, the latest of equals."""
    scored = [(_fit(told, sketch), number) for number, told in enumerate(found)]
    fitting = [pair for pair in scored if pair[0] > 0]
    return found[max(fitting)[1]] if fitting else None


def _fit(told: Told, sketch: Sketch) -> float:
    """How well a place fits an encounter; 0 where it tells of another one."""
    kind = kind_of(sketch.form)
    neutral = sketch.neutral and told.kind == "call" and bool(told.actors)
    # "Flew to Accra for talks" is one; "talks with the envoy, who flew to Accra" are two.
    kinds = (told.kind, kind)
    received = kinds == ("meeting", "visit") and told.sketches[-1].rule.endswith(_RECEIVING)
    clause = (received or kinds == ("visit", "meeting")) and _same_clause(told, sketch) and not sketch.ahead
    if told.kind != kind and not neutral and not clause:
        return 0.0
    if sketch.ahead and told.status in DONE:
        return 0.0
    if sketch.aside and told.sketches[-1].sentence == sketch.sentence:
        return 0.0
    if dates_differ(told.on, sketch.on) or (sketch.again and not same_day(told.on, sketch.on)):
        return 0.0
    one_day = same_day(told.on, sketch.on) or same_days(told, sketch)
    # Who calls "the meeting" off says little of who was to come.
    off = sketch.back and sketch.status in OFF and len(sketch.actors) == 1
    body = _of_body(told, sketch)
    actors = () if off or body or sketch.attending else sketch.actors
    people = shared(
        told.actors,
        actors,
        loosely=one_day or (sketch.back and (len(actors) < 2 or (told.form == sketch.form != "talks"))),
    )
    if people is None or statuses_differ(told, sketch) or places_differ(told, sketch):
        return 0.0
    if numbers_differ(told, sketch):
        return 0.0
    if sketch.back and not actors:
        if not _named_alike(told, sketch):
            return 0.0
        alike = 1.0 if told.form == sketch.form else 0.5 * ({told.form, sketch.form} == {"meeting", "summit"})
        return 1.0 + alike + one_day + 0.5 * (told.status is sketch.status)
    if not one_day and (not people or another_form(told, sketch)):
        return 0.0
    if kind == "press" and told.form != sketch.form and not sketch.back:
        return 0.0
    if kind == "press" and not one_day and not sketch.back and told.on is not None and sketch.on is not None:
        return 0.0
    return people + 2.0 * one_day + 0.5 * sketch.back


def _of_body(told: Told, sketch: Sketch) -> bool:
    """Whether "the meeting of the commission" means the meeting told just before, of those who sit on it."""
    placed = sketch.on or sketch.around.place
    if not sketch.back or placed or len(sketch.actors) != 1 or sketch.form != told.form:
        return False
    if shared(told.actors, sketch.actors, loosely=True) is not None:
        return False
    body = sketch.actors[0]
    known = naming(body.name)
    near = sketch.sentence - told.sketches[-1].sentence <= 1
    return near and not body.person and body.member and (known is None or known.kind != "country")


def _named_alike(told: Told, sketch: Sketch) -> bool:
    """Whether "talks" or "the meeting" may mean this one: the same word, or told just before by another."""
    if told.form == sketch.form or any(one.form == sketch.form for one in told.sketches):
        return True
    if {told.form, sketch.form} == {"meeting", "summit"}:
        return True
    near = sketch.sentence - told.sketches[-1].sentence <= NEARBY
    return near and not (sketch.form == "talks" and (told.form == "summit" or sketch.bare))


def _same_clause(told: Told, sketch: Sketch) -> bool:
    last = told.sketches[-1]
    near = last.sentence == sketch.sentence and abs(last.start - sketch.start) < _CLAUSE
    # "Following a visit to Lima they held a summit" tells of two.
    return near and last.case not in encounter_words().lists["roles.apart"]


def shared(one: Sequence[Actor], two: Sequence[Actor], *, loosely: bool) -> float | None:
    """How much two lists of participants agree, 0 where one is empty; None where they exclude each other.

    Args:
        one: a list.
        two: another.
        loosely: let a person count as the country it speaks for.
    """
    if not one or not two:
        return 0.0
    small, large = sorted((one, two), key=len)
    for actor in small:
        if not any(_same_actor(actor, other, loosely) for other in large):
            return None
    return float(len(small)) / len(large) + 0.5


def _same_actor(one: Actor, two: Actor, loosely: bool) -> bool:
    if one.name == two.name:
        return True
    if one.person and two.person:
        return one.member != two.member and one.party == two.party
    return loosely and one.person != two.person and one.party == two.party
