"""The types of the ground: what a map says, kept in the group's own words beside a common scale."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Geometry = Any
"""A shapely geometry; longitude before latitude unless said otherwise."""


class Status(StrEnum):
    """The common scale."""

    HELD = "held"
    CONTESTED = "contested"
    CLAIMED = "claimed"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a group's own status word means on the common scale.

    Attributes:
        status: held, contested, claimed or not covered.
        side: who holds or claims it ("RU"), or '' where that is nobody's to say.
    """

    status: Status
    side: str = ""


@dataclass(frozen=True, slots=True)
class Paint:
    """Ground that a layer paints in one way.

    Attributes:
        meaning: on the common scale.
        term: the group's own word.
        shape: polygons in degrees.
    """

    meaning: Meaning
    term: str
    shape: Geometry


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that was caught, with what became of it.

    Attributes:
        kind: ``repaired``, ``date``, ``axes``, ``null``, ``statement`` (a political statement), ``word``
            (a status word nobody knows), ``copy``, ``period`` or ``other``.
        text: one sentence.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Dates:
    """The three dates of a layer, and the period it was drawn for.

    Attributes:
        effective: the day whose ground it shows (YYYY-MM-DD).
        published: when its group put it out, or None.
        captured: when somebody fetched it, or None.
        window_from: the first day of the period it was drawn for, or None.
    """

    effective: str
    published: str | None = None
    captured: str | None = None
    window_from: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A layer as an adapter reads it, before it is stored.

    Attributes:
        series: the name of the series it belongs to.
        dates: see `Dates`.
        paints: what it paints.
        problems: what was caught while reading.
        units: where it puts troops: side, name, longitude, latitude.
    """

    series: str
    dates: Dates
    paints: tuple[Paint, ...]
    problems: tuple[Problem, ...] = ()
    units: tuple[tuple[str, str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Layers of one group that come from one place in one form.

    Attributes:
        name: of the series.
        group: whose map it is.
        title: the group as people write it.
        licence: in words.
        redistribute: whether the licence lets others have it.
        carries: what it can show at all: ``held:RU``, ``contested`` …; empty where that is not stated.
        include: outlines it covers; empty where that is not stated.
        exclude: outlines it leaves out.
        home: whether ground it leaves unpainted is its own country's.
        rank: of series that stand for each other, the highest is asked.
        together: whether its ground adds to the group's other series or stands instead of them.
        stale: days after which its last layer no longer says anything.
        note: what a reader must know.
        scope: the ground it covers, in degrees, where its file says so.
        bounds: the edges of all it ever painted: west, south, east, north.
    """

    name: str
    group: str
    title: str = ""
    licence: str = "not stated"
    redistribute: bool = False
    carries: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    home: bool = False
    rank: int = 0
    together: bool = True
    stale: int = 31
    note: str = ""
    scope: Geometry | None = None
    bounds: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its names.

    Attributes:
        name: as people write it.
        kind: region, district (a part of a region), settlement, site or point.
        country: two letters, or ''.
        names: all it goes by.
        shape: polygons or a point, in degrees.
        source: where it comes from.
        margin_m: how far off its edge or point may be.
    """

    name: str
    kind: str
    country: str
    names: tuple[str, ...]
    shape: Geometry
    source: str = ""
    margin_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Layer:
    """A stored layer, without its ground.

    Attributes:
        number: its number in the store.
        series: it belongs to.
        dates: see `Dates`.
        raw: SHA-256 of the file it came from.
        content: a hash of what it paints.
        origin: the name of that file.
    """

    number: int
    series: str
    dates: Dates
    raw: str
    content: str
    origin: str = ""
