"""A claim against every group's map."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.ground.claim import Claim, Judgement, Movement, Verdict
from parley.ground.coverage import coverage
from parley.ground.entered import entered
from parley.ground.errors import UnknownSide
from parley.ground.gazetteer import SOURCE as TOWNS
from parley.ground.gazetteer import told_where
from parley.ground.geometry import KM2
from parley.ground.holds import covers_point, holds
from parley.ground.left import left
from parley.ground.model import Series, Status
from parley.ground.pieces import Tolerance
from parley.ground.reading import PlaceReader
from parley.ground.store import GroundStore
from parley.ground.timeline import timeline
from parley.ground.view import GroupView
from parley.ground.words import plain, side_named, side_within
from parley.vocabulary.offices import leader

_NEARLY_ALL = 0.95
_NO_CODES = (
    "it",
    "us",
    "we",
    "he",
    "me",
    "my",
    "so",
    "is",
    "as",
    "in",
    "no",
    "to",
    "be",
    "am",
    "do",
    "pm",
    "mr",
    "ms",
)
"""Words that in capitals would be countries' codes."""

_POSSESSIVE = re.compile(r"(?:the\s+)?(.+?)(?:['’]s|(?<=s)['’])\s+\w")
_QUESTIONS = {Movement.ENTERED: entered, Movement.HOLDS: holds, Movement.LEFT: left}


def check(store: GroundStore, claim: Claim, tolerance: Tolerance | None = None) -> list[Verdict]:
    """What each group's map makes of a claim, one verdict a group, by name.

    Args:
        store: with their layers.
        claim: actor, movement, place and day.
        tolerance: what may be no more than the way a border was drawn; None for the usual.
    """
    tolerance = tolerance or Tolerance()
    reader = PlaceReader(store, claim.place, claim.as_of)
    return [
        _rounded(_of_group(store, reader, group, series, claim, tolerance))
        for group, series in groups(store).items()
    ]


def groups(store: GroundStore) -> Mapping[str, list[Series]]:
    """All groups by name, each with its series."""
    found: dict[str, list[Series]] = {}
    for series in store.series():
        found.setdefault(series.group, []).append(series)
    return found


def _of_group(
    store: GroundStore,
    reader: PlaceReader,
    group: str,
    series: Sequence[Series],
    claim: Claim,
    tolerance: Tolerance,
) -> Verdict:
    view = view_of(store, reader, group, series, claim.as_of, claim.actor)
    if isinstance(view, str):
        where = f" ({told_where(claim.place)}.)" if claim.place.source == TOWNS else ""
        return Verdict(group, Judgement.NOT_COVERED, None, None, None, view + where)
    if claim.movement is Movement.ENTERED and claim.place.shape.geom_type == "Point":
        return holds(view, claim, tolerance)
    return _QUESTIONS[claim.movement](view, claim, tolerance)


def view_of(
    store: GroundStore, reader: PlaceReader, group: str, series: Sequence[Series], day: str, actor: str | None
) -> GroupView | str:
    """A group's view of a place on a day, or why it has none.

    Args:
        store: with its layers.
        reader: of the place.
        group: whose map it is.
        series: all of its series.
        day: YYYY-MM-DD.
        actor: the side asked about, or None for anybody.
    """
    wanted: tuple[str, ...] = ()
    if actor is not None:
        at_home = reader.place.country == actor and any(one.home for one in series)
        sides = {shown.partition(":")[2] for one in series for shown in one.carries} - {""}
        if not at_home and all(one.carries for one in series) and actor not in sides:
            known = " and ".join(sorted(sides)) or "nobody"
            return f"Its layers in the store show ground held or claimed by {known} only."
        wanted = () if at_home else (f"held:{actor}", f"claimed:{actor}", "contested")
    covering = coverage(store, series, reader.place, day, wanted)
    if not covering.series:
        return covering.reason
    view = GroupView(group, covering, tuple(timeline(store, covering.series, day)), reader)
    if _says_not_covered(view):
        return f"It says itself that it does not cover {reader.place.name}."
    return view


def _says_not_covered(view: GroupView) -> bool:
    """Whether a group's last snapshot paints the place, or nearly all of it, as not covered."""
    parts = view.reader.parts(view.now, Status.NOT_COVERED)
    if not parts:
        return False
    if view.place.shape.geom_type == "Point":
        return covers_point(view, parts)
    return view.reader.km2(parts) >= _NEARLY_ALL * float(view.reader.ground.area) / KM2


def side_for(store: GroundStore, words: str) -> str:
    """The side that a person means.

    Args:
        store: whose maps have sides of their own.
        words: a code ("RU"), a country's name or adjective, a side of a map, or words with one of them in it
            ("Russian forces").

    Raises:
        UnknownSide: when nobody can tell.
    """
    rows = store.rows("SELECT DISTINCT side FROM meanings WHERE side <> ''")
    sides = {plain(str(row[0])): str(row[0]) for row in rows}
    if plain(words) in sides:
        return sides[plain(words)]
    within = {side for name, side in sides.items() if re.search(rf"\b{re.escape(name)}\b", plain(words))}
    code = None if plain(words) in _NO_CODES else side_named(words.upper())
    named = side_named(words) or code or side_within(words) or _owner(words)
    if named is None and len(within) == 1:
        named = within.pop()
    if named is None:
        known = ", ".join(sorted(sides.values())) or "none yet"
        raise UnknownSide(f"Nobody knows the side {words!r}; sides on the maps in the store: {known}.")
    return named


def _owner(words: str) -> str | None:
    """The side whose forces words speak of: "Kyiv's troops", "Putin's army"; None where they name none."""
    owner = _POSSESSIVE.match(words.strip())
    if owner is None:
        return None
    known = leader(owner[1])
    return side_named(owner[1] if known is None else known.party)


def _rounded(verdict: Verdict) -> Verdict:
    area = None if verdict.area_km2 is None else round(verdict.area_km2, 2)
    depth = None if verdict.depth_km is None else round(verdict.depth_km, 2)
    return replace(verdict, area_km2=area, depth_km=depth)
