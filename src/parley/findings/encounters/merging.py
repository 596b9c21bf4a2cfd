"""Joins the places that tell of the same encounter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parley.findings.encounters.circumstances import Circumstances
from parley.findings.encounters.sketch import Actor, Sketch, told_once
from parley.language.times import bounds
from parley.model import EncounterStatus
from parley.vocabulary.geography import naming

_KINDS = {
    "call": "call",
    "briefing": "press",
    "news conference": "press",
    "visit": "visit",
}
_AHEAD = frozenset({EncounterStatus.PROPOSED, EncounterStatus.SCHEDULED})
_DONE = frozenset({EncounterStatus.HELD, EncounterStatus.UNDERWAY})
_OFF = frozenset({EncounterStatus.CANCELLED, EncounterStatus.POSTPONED})
# How many sentences back another word for the same encounter may lie.
_NEARBY = 3
_ORDER = (
    EncounterStatus.CANCELLED,
    EncounterStatus.POSTPONED,
    EncounterStatus.HELD,
    EncounterStatus.UNDERWAY,
    EncounterStatus.SCHEDULED,
    EncounterStatus.PROPOSED,
    EncounterStatus.DENIED,
)


@dataclass
class Told:
    """An encounter as the places found so far tell it.

    Attributes:
        sketches: the places, in text order.
    """

    sketches: list[Sketch] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Calls, press events and visits are told apart from everything else."""
        return _KINDS.get(self.sketches[0].form, "meeting")

    @property
    def form(self) -> str:
        """The form of the place that tells most surely, the first of them."""
        named = [sketch for sketch in self.sketches if not sketch.neutral] or self.sketches
        sure = [sketch for sketch in named if not sketch.back] or named
        return "summit" if any(sketch.form == "summit" for sketch in named) else sure[0].form

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who takes part, by all places."""
        return told_once(actor for sketch in self.sketches for actor in sketch.actors)

    @property
    def around(self) -> tuple[Circumstances, ...]:
        """When, where and about what, by each place."""
        return tuple(sketch.around for sketch in self.sketches)

    @property
    def on(self) -> str | None:
        """The date first told, or a day within it told later ("next week", "on Thursday")."""
        dates = [sketch.on for sketch in self.sketches if sketch.on is not None]
        return next((date for date in dates[1:] if _is_day_within(date, dates[0])), next(iter(dates), None))

    @property
    def status(self) -> EncounterStatus:
        """How far it has come: off beats held beats planned; what is said in passing counts only alone."""
        telling = [sketch for sketch in self.sketches if sketch.sure and sketch.status is not None]
        held = any(sketch.status is EncounterStatus.HELD for sketch in telling)
        # What was held and then broken off was held; broken off alone, it came to nothing.
        sure = {sketch.status for sketch in telling if not (held and sketch.broken)}
        passing = [sketch.status for sketch in self.sketches if sketch.status is not None]
        for status in _ORDER:
            if status in sure:
                return status
        return passing[0] if passing else EncounterStatus.HELD


def merged(sketches: Sequence[Sketch]) -> list[Told]:
    """The encounters of a report, in the order in which they are first told."""
    found: list[Told] = []
    for sketch in sketches:
        same = _best(found, sketch)
        if same is None and sketch.back and not sketch.actors:
            sketch = _revived(found, sketch)
        if same is not None:
            same.sketches.append(sketch)
        elif sketch.attending:
            continue
        elif not sketch.back or sketch.actors or sketch.on or (sketch.sure and sketch.around.place):
            found.append(Told([sketch]))
    return [told for told in found if _is_known(told) or told.on or _is_placed(told)]


def _is_known(told: Told) -> bool:
    """Whether it is told who takes part: more than "officials" or "aides" alone."""
    actors = told.actors
    alone = len(actors) == 1 and not actors[0].member and actors[0].name.islower()
    return bool(actors) and not (alone and " " not in actors[0].name.removeprefix("a ").removeprefix("the "))


def _is_placed(told: Told) -> bool:
    """Whether it is surely told and where, though neither who takes part nor when."""
    sure = [one for one in told.sketches if one.sure and one.status is not None]
    return any(one.around.place for one in sure if not one.back or one.status in _DONE)


def _is_day_within(day: str, period: str) -> bool:
    within, whole = bounds(day), bounds(period)
    if within is None or whole is None or within[0] != within[1] or whole[0] == whole[1]:
        return False
    return whole[0] <= within[0] <= whole[1]


def _revived(found: Sequence[Told], sketch: Sketch) -> Sketch:
    """A place that wants back what was called off ("reinstate the summit"), with who was to take part."""
    if sketch.status is not EncounterStatus.PROPOSED or not sketch.sure:
        return sketch
    lost = [told for told in found if told.status in _OFF and told.form == sketch.form]
    return replace(sketch, actors=lost[-1].actors) if lost else sketch


def _best(found: Sequence[Told], sketch: Sketch) -> Told | None:
    """The encounter a place tells again: the best fit, the latest of equals."""
    scored = [(_fit(told, sketch), number) for number, told in enumerate(found)]
    fitting = [pair for pair in scored if pair[0] > 0]
    return found[max(fitting)[1]] if fitting else None


def _fit(told: Told, sketch: Sketch) -> float:
    """How well a place fits an encounter; 0 where it tells of another one."""
    kind = _KINDS.get(sketch.form, "meeting")
    neutral = sketch.neutral and told.kind == "call" and bool(told.actors)
    # "Flew to Accra for talks" is one; "talks with the envoy, who flew to Accra" are two.
    clause = told.kind == "visit" and kind == "meeting" and _same_clause(told, sketch)
    if told.kind != kind and not neutral and not clause:
        return 0.0
    if _dates_differ(told.on, sketch.on):
        return 0.0
    if sketch.again and not _same_day(told.on, sketch.on):
        return 0.0
    same_day = _same_day(told.on, sketch.on) or _same_days(told, sketch)
    # Who calls "the meeting" off says little of who was to come.
    off = sketch.back and sketch.status in _OFF and len(sketch.actors) == 1
    actors = () if off or sketch.attending else sketch.actors
    people = shared(told.actors, actors, loosely=same_day or (sketch.back and len(actors) < 2))
    if people is None and _of_body(told, sketch):
        people = 0.0
        actors = ()
    if people is None:
        return 0.0
    if _statuses_differ(told, sketch) or _places_differ(told, sketch):
        return 0.0
    if sketch.back and not actors:
        if not _named_alike(told, sketch):
            return 0.0
        alike = 1.0 if told.form == sketch.form else 0.5 * ({told.form, sketch.form} == {"meeting", "summit"})
        return 1.0 + alike + same_day + 0.5 * (told.status is sketch.status)
    if not same_day and (not people or _another_form(told, sketch)):
        return 0.0
    if kind == "press" and told.form != sketch.form and not sketch.back:
        return 0.0
    if kind == "press" and not same_day and not sketch.back and told.on is not None and sketch.on is not None:
        return 0.0
    return people + 2.0 * same_day + 0.5 * sketch.back


def _of_body(told: Told, sketch: Sketch) -> bool:
    """Whether "the meeting of the commission" means the meeting told just before, of those who sit on it."""
    if (
        not sketch.back
        or len(sketch.actors) != 1
        or sketch.form != told.form
        or sketch.on
        or sketch.around.place
    ):
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
    near = sketch.sentence - told.sketches[-1].sentence <= _NEARBY
    return near and not (sketch.form == "talks" and told.form == "summit")


def _another_form(told: Told, sketch: Sketch) -> bool:
    """Whether one is a meeting held on a day or at a place, the other talks that are not over."""
    kinds = [form == "talks" for form in (told.form, sketch.form)]
    if kinds[0] == kinds[1] or sketch.sentence - told.sketches[-1].sentence <= _NEARBY:
        return False
    known = (bool(sketch.on or sketch.around.place), bool(told.on or any(one.place for one in told.around)))
    held = (sketch.status is EncounterStatus.HELD, told.status is EncounterStatus.HELD)
    return known[0] != known[1] and held[0] != held[1] and held[known.index(True)]


def _same_clause(told: Told, sketch: Sketch) -> bool:
    return told.sketches[-1].sentence == sketch.sentence and abs(told.sketches[-1].start - sketch.start) < 25


def _dates_differ(one: str | None, two: str | None) -> bool:
    if one is None or two is None or one == two:
        return False
    first, second = bounds(one), bounds(two)
    if first is None or second is None:
        return one != two
    return first[0] > second[1] or second[0] > first[1]


def _same_day(one: str | None, two: str | None) -> bool:
    return one is not None and one == two


def _places_differ(told: Told, sketch: Sketch) -> bool:
    """Whether both are told with a place and not the same one ("talks in Lima", "talks in Accra")."""
    here = sketch.around.place
    there = next((one.place for one in told.around if one.place), None)
    if here is None or there is None:
        return False
    known = [naming(place.split(",")[0].removeprefix("the ")) for place in (here, there)]
    if known[0] is not None and known[1] is not None:
        return known[0].party != known[1].party
    if known[0] is not None or known[1] is not None or here.startswith("the ") or there.startswith("the "):
        return False
    return not set(here.replace(",", " ").split()) & set(there.replace(",", " ").split())


def _same_days(told: Told, sketch: Sketch) -> bool:
    """Whether bare talks "this week" are those of a day of that week."""
    if sketch.actors or sketch.form != told.form or told.on is None or sketch.on is None:
        return False
    return _is_day_within(told.on, sketch.on) or _is_day_within(sketch.on, told.on)


def _statuses_differ(told: Told, sketch: Sketch) -> bool:
    """Whether one is over and the other is still to come, so that they cannot be the same."""
    ahead = sketch.status in _AHEAD and sketch.on is not None
    if ahead and told.status in _DONE and not (sketch.on == told.on or _same_days(told, sketch)):
        return True
    if sketch.status is None or not sketch.sure:
        return False
    status = told.status
    if sketch.status in _OFF or status in _OFF:
        return status in _OFF and sketch.status in _AHEAD | _DONE
    if _same_day(told.on, sketch.on):
        return False
    if told.on is not None and status in _AHEAD and sketch.status in _DONE and sketch.on is None:
        return True
    if sketch.back and not sketch.actors:
        return sketch.status in _AHEAD and status in _DONE and (sketch.on is not None or sketch.sure)
    return (sketch.status in _AHEAD) != (status in _AHEAD)


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
