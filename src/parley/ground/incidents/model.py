"""An incident as a feed tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.ground.model import Problem


@dataclass(frozen=True, slots=True)
class Incident:
    """One row of a feed.

    Attributes:
        feed: which.
        feed_id: its name there.
        day: the first day it can have happened on (YYYY-MM-DD).
        day_to: the last.
        time: HH:MM in UTC, or None where the feed does not know.
        longitude: in degrees.
        latitude: in degrees.
        precision_m: how far from there it may have been.
        kind: what happened, in the feed's words.
        side: who did it, or '' where the feed does not say.
        target: what was hit, in the feed's words.
        place: the name of the place, in the feed's words.
        text: what the feed says of it.
        sources: where it has that from.
        licence: of the feed.
        note: what to know of it.
    """

    feed: str
    feed_id: str
    day: str
    day_to: str
    time: str | None
    longitude: float
    latitude: float
    precision_m: float
    kind: str = ""
    side: str = ""
    target: str = ""
    place: str = ""
    text: str = ""
    sources: tuple[str, ...] = ()
    licence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A protected site and what is claimed of its state.

    Attributes:
        name: as its table writes it.
        kind: ``nuclear power plant``, ``power plant``, ``crossing`` …
        country: two letters, or ''.
        longitude: in degrees.
        latitude: in degrees.
        precision_m: how far off the point may be from what of the site matters.
        source: where it comes from.
        claims: what is claimed of it, each with its day or None.
    """

    name: str
    kind: str
    country: str
    longitude: float
    latitude: float
    precision_m: float
    source: str
    claims: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds.

    Attributes:
        form: what messages call it.
        feed: the feed, or ``sites``.
        incidents: its rows.
        sites: protected sites.
        problems: rows that were set aside, counted and named.
    """

    form: str
    feed: str
    incidents: tuple[Incident, ...] = ()
    sites: tuple[Site, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
