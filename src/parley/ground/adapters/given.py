"""What a person says of a file, and what an adapter gives back."""

from __future__ import annotations

from dataclasses import dataclass

from parley.ground.model import Draft, Place, Problem, Series


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of files where they do not say it themselves; it goes before what they say.

    Attributes:
        group: whose map it is.
        licence: in words.
        effective: the day it shows.
        published: when its group put it out.
        captured: when it was fetched.
        side: who holds what it paints, where the file does not say.
        home: whose ground it is that was taken and may be liberated, where the file does not say.
    """

    group: str | None = None
    licence: str | None = None
    effective: str | None = None
    published: str | None = None
    captured: str | None = None
    side: str | None = None
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds.

    Attributes:
        drafts: layers.
        series: those the layers belong to.
        places: boundaries and points by name.
        totals: areas its group states itself: group, tier, day, square kilometres.
        problems: what was caught of the file as a whole.
    """

    drafts: tuple[Draft, ...] = ()
    series: tuple[Series, ...] = ()
    places: tuple[Place, ...] = ()
    totals: tuple[tuple[str, str, str, float], ...] = ()
    problems: tuple[Problem, ...] = ()
