"""What each group's map shows on a day, and where two of them part, as ground that can be drawn.

The answers in words are `disagree` and `who`; this gives the ground itself, exactly, before anything is made
coarser for a drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import shapely

from parley.ground.check import groups
from parley.ground.coverage import within_bounds
from parley.ground.days import between
from parley.ground.errors import GroundError
from parley.ground.export import Painted, sheet
from parley.ground.geometry import KM2, Plane, areal
from parley.ground.hiding import Discretion
from parley.ground.model import Geometry, Series
from parley.ground.store import GroundStore
from parley.ground.theatre import Theatre, painted_plane

NOT_PAINTED = "not painted"

_ORDER = ("held", "contested", "claimed", "not_covered")
"""Where a map paints ground twice, the first of these is what it shows."""

_EDGE_M = 5000.0
"""The edge of what a group leaves out is known to so much."""

_SLIVER_M = 500.0
"""Ground nowhere wider than this is the hand that drew it, not a difference."""

_CRUMB_M2 = 10_000.0

_STEP_DEGREES = 0.05
"""The edge of a box bends when it is laid on a plane; it is bent at so many points."""


@dataclass(frozen=True, slots=True)
class Part:
    """Ground that a group shows in one way.

    Attributes:
        shows: in words: ``held by Solane``, ``contested``.
        status: on the common scale.
        side: who holds or claims it, or ''.
        terms: the group's own words.
        shape: on the plane of the theatre, in metres.
    """

    shows: str
    status: str
    side: str
    terms: tuple[str, ...]
    shape: Geometry

    @property
    def km2(self) -> float:
        """How large it is."""
        return float(self.shape.area) / KM2


@dataclass(frozen=True, slots=True)
class Face:
    """What one group's map shows on a day.

    Attributes:
        group: whose map it is.
        layers: the days of the layers it is made of, oldest first.
        series: those they belong to.
        parts: what it shows; no ground is in two of them.
        looks: the ground it covers, on the plane.
        withheld: why something, or all, of it is not shown.
    """

    group: str
    layers: tuple[str, ...]
    series: tuple[Series, ...]
    parts: tuple[Part, ...]
    looks: Geometry
    withheld: tuple[str, ...] = ()

    def can_show(self, shows: str) -> bool:
        """Whether its layers can show such ground at all."""
        if shows == NOT_PAINTED:
            return True
        return any(not one.carries or _carried(shows) in one.carries for one in self.series)


@dataclass(frozen=True, slots=True)
class Difference:
    """Ground that two groups show in one pair of ways.

    Attributes:
        shows: what the one shows, and the other.
        same: whether both show the same.
        fair: whether who leaves it unpainted could show what the other does; else it is no disagreement.
        shape: on the plane, in metres, without slivers.
        narrow_km2: what was left out as nowhere wider than half a kilometre.
    """

    shows: tuple[str, str]
    same: bool
    fair: bool
    shape: Geometry
    narrow_km2: float

    @property
    def km2(self) -> float:
        """How large it is, without slivers."""
        return float(self.shape.area) / KM2


def theatre_of(store: GroundStore) -> Theatre | None:
    """The ground around all that is painted; None where nothing is."""
    plane = painted_plane(store)
    return None if plane is None else Theatre(store, plane)


def face(
    theatre: Theatre, group: str, day: str, discretion: Discretion | None = None, *, for_others: bool = True
) -> Face:
    """What a group's map shows on a day.

    Args:
        theatre: of the store.
        group: whose map.
        day: YYYY-MM-DD.
        discretion: how fresh what is shown may be; None for the usual.
        for_others: leave out what its licence keeps from others.
    """
    store = theatre.store
    chosen, stale = _chosen(store, groups(store).get(group, ()), day)
    try:
        shown = sheet(store, day, (group,), discretion, for_others=for_others)
    except GroundError as error:
        return Face(group, (), chosen, (), shapely.Polygon(), (*stale, str(error)))
    names = {one.name for one in chosen}
    painted = [one for one in shown.painted if one.series.name in names]
    layers = tuple(sorted({one.layer.dates.effective for one in painted}))
    looks = _covered(theatre, chosen) if painted else shapely.Polygon()
    parts = tuple(_parts(theatre.plane, painted))
    return Face(group, layers, chosen, parts, looks, (*stale, *shown.withheld))


def _chosen(
    store: GroundStore, series: Sequence[Series], day: str
) -> tuple[tuple[Series, ...], tuple[str, ...]]:
    """The series that speak for a group on a day, and why others of it do not."""
    fresh, stale = [], []
    for one in series:
        last = store.rows(
            "SELECT max(effective) FROM layers WHERE series = ? AND effective <= ?", (one.name, day)
        )[0][0]
        age = None if last is None else between(str(last), day)
        if age is not None and age <= one.stale:
            fresh.append(one)
        elif age is not None:
            stale.append(f"{one.name} is not drawn: its last layer shows {last}, {age} days earlier.")
    instead = [one for one in fresh if not one.together]
    best = max(instead, key=lambda one: one.rank, default=None)
    return tuple(one for one in fresh if one.together or one is best), tuple(stale)


def _parts(plane: Plane, painted: Sequence[Painted]) -> Iterator[Part]:
    """What is painted by what it shows; of ground that is painted twice the stronger word counts."""
    by_meaning: dict[tuple[str, str], list[Painted]] = {}
    for one in painted:
        by_meaning.setdefault((one.status, one.side), []).append(one)
    taken: Geometry = shapely.Polygon()
    for status, side in sorted(by_meaning, key=lambda meaning: (_ORDER.index(meaning[0]), meaning[1])):
        ones = by_meaning[status, side]
        flat = shapely.union_all([plane.flat(one.shape) for one in ones])
        shape = areal(shapely.difference(flat, taken))
        taken = shapely.union(taken, flat)
        terms = tuple(sorted({term for one in ones for term in one.terms}))
        if not shape.is_empty:
            yield Part(_worded(status, side), status, side, terms, shape)


def _worded(status: str, side: str) -> str:
    words = status.replace("_", " ")
    return f"{words} by {side}" if side else words


def _carried(shows: str) -> str:
    """``held by Solane`` as series write what they can show: ``held:Solane``."""
    return shows.replace(" by ", ":", 1)


def _covered(theatre: Theatre, series: Sequence[Series]) -> Geometry:
    """The ground that series cover by their own statement; without one, the box around all they painted."""
    parts = []
    for one in series:
        if one.include:
            ground = shapely.union_all([theatre.named(name) for name in one.include])
        elif one.scope is not None:
            ground = theatre.plane.flat(shapely.segmentize(one.scope, _STEP_DEGREES))
        elif one.bounds is not None:
            ground = theatre.plane.flat(
                shapely.segmentize(within_bounds(theatre.store, one, 0.0), _STEP_DEGREES)
            )
        else:
            continue
        left_out = [theatre.named(name).buffer(_EDGE_M) for name in one.exclude]
        parts.append(shapely.difference(ground, shapely.union_all(left_out)) if left_out else ground)
    return areal(shapely.union_all(parts))


def differences(theatre: Theatre, one: Face, other: Face) -> list[Difference]:
    """How the ground that two groups both look at divides by what each shows, differences first.

    Ground that neither paints is left out, and so is what a group leaves unpainted in a side's own country
    where the other paints it as that side's.
    """
    both = areal(shapely.intersection(one.looks, other.looks))
    found = []
    for here, ground in _divided(one, both):
        for there, beside in _divided(other, both):
            shape = areal(shapely.intersection(ground, beside))
            if here == there == NOT_PAINTED or shape.area < _CRUMB_M2:
                continue
            found.append(_difference(theatre, (one, other), (here, there), shape))
    kept = [item for item in found if item.km2 or item.narrow_km2 >= 1]
    return sorted(kept, key=lambda item: (item.same, not item.fair, -item.km2))


def _divided(face: Face, both: Geometry) -> Iterator[tuple[str, Geometry]]:
    rest = both
    for part in face.parts:
        yield part.shows, shapely.intersection(part.shape, both)
        rest = shapely.difference(rest, part.shape)
    yield NOT_PAINTED, rest


def _difference(
    theatre: Theatre, faces: tuple[Face, Face], shows: tuple[str, str], shape: Geometry
) -> Difference:
    held = [words.removeprefix("held by ") for words in shows if words.startswith("held by ")]
    home = any(series.home for face in faces for series in face.series)
    if home and NOT_PAINTED in shows and held:
        shape = areal(shapely.difference(shape, theatre.country(held[0])))
    same = shows[0] == shows[1]
    wide = shape if same else areal(shapely.intersection(shape, _opened(shape)))
    narrow = (float(shape.area) - float(wide.area)) / KM2
    blind = [shows[1 - index] for index in (0, 1) if shows[index] == NOT_PAINTED]
    fair = all(faces[shows.index(NOT_PAINTED)].can_show(words) for words in blind)
    return Difference(shows, same, fair, wide, narrow)


def _opened(shape: Geometry) -> Geometry:
    """A geometry without what is nowhere wider than a sliver, a little larger than it was."""
    inner = shape.buffer(-_SLIVER_M / 2, join_style="mitre", mitre_limit=2)
    return inner.buffer(_SLIVER_M / 2 + 1, join_style="mitre", mitre_limit=2)
