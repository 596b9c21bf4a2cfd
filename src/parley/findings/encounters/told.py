"""An encounter as several places of a report tell it."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.findings.encounters.circumstances import Circumstances
from parley.findings.encounters.sketch import Actor, Sketch, told_once
from parley.language.times import bounds
from parley.model import EncounterStatus

_KINDS = {
    "call": "call",
    "briefing": "press",
    "news conference": "press",
    "visit": "visit",
}
_OFF = frozenset({EncounterStatus.CANCELLED, EncounterStatus.POSTPONED})
# How many sentences after its day a report tells what had become of an encounter before.
_LATER = 2
_ORDER = (
    EncounterStatus.CANCELLED,
    EncounterStatus.POSTPONED,
    EncounterStatus.HELD,
    EncounterStatus.UNDERWAY,
    EncounterStatus.SCHEDULED,
    EncounterStatus.PROPOSED,
    EncounterStatus.DENIED,
)


def kind_of(form: str) -> str:
    """The kind of an encounter: calls, press events and visits are told apart from everything else."""
    return _KINDS.get(form, "meeting")


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
        return kind_of(self.sketches[0].form)

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
        return next(
            (date for date in dates[1:] if is_day_within(date, dates[0])),
            next(iter(dates), None),
        )

    @property
    def status(self) -> EncounterStatus:
        """How far it has come: off beats held beats planned; what is said in passing counts only alone."""
        telling = [sketch for sketch in self.sketches if sketch.sure and sketch.status is not None]
        held = any(sketch.status is EncounterStatus.HELD for sketch in telling)
        # What was held and then broken off was held; broken off alone, it came to nothing.
        sure = {sketch.status for sketch in telling if not (held and sketch.broken)}
        passing = [sketch.status for sketch in self.sketches if sketch.status is not None]
        # Who has arrived for a visit that goes on is still there.
        if self.kind == "visit" and EncounterStatus.UNDERWAY in {*sure, *passing} and not sure & _OFF:
            return EncounterStatus.UNDERWAY
        done = [sketch for sketch in telling if sketch.status is EncounterStatus.HELD]
        # "Talks will continue in the afternoon", whoever has met by then.
        goes_on = any(one.status is EncounterStatus.UNDERWAY and one.will for one in telling)
        ongoing = EncounterStatus.UNDERWAY in sure and not sure & _OFF
        if ongoing and (goes_on or all(one.begun for one in done)):
            return EncounterStatus.UNDERWAY
        if self._revived() or (self.sketches[-1].revived and sure & _OFF):
            return EncounterStatus.SCHEDULED
        for status in _ORDER:
            if status in sure:
                return status
        return passing[0] if passing else EncounterStatus.HELD

    def _revived(self) -> bool:
        """Whether the report opens with its day and tells only later that it had been off."""
        telling = [sketch for sketch in self.sketches if sketch.sure and sketch.status is not None]
        off = [sketch for sketch in telling if sketch.status in _OFF]
        if not off or telling[0].status is not EncounterStatus.SCHEDULED or telling[0].was:
            return False
        stands = telling[0].on is not None and off[0].sentence - telling[0].sentence > _LATER
        return (
            stands
            and len(off) < len(telling)
            and all(one.on is None or one.on == telling[0].on for one in off)
        )


def is_day_within(day: str, period: str) -> bool:
    """Whether a day lies within a longer time."""
    within, whole = bounds(day), bounds(period)
    if within is None or whole is None or within[0] != within[1] or whole[0] == whole[1]:
        return False
    return whole[0] <= within[0] <= whole[1]
