"""Questions of the ground page to the maps: which days and groups, who holds what, claims with verdicts.

Nothing here looks at a layer that is fresher than the delay allows, and nobody but whoever sits at the desk's
own machine is shown ground whose licence keeps it from others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import shapely

from parley.desk.maps import Maps
from parley.ground.check import check, side_for
from parley.ground.claim import Claim, Movement, Verdict
from parley.ground.errors import GroundError
from parley.ground.faces import Difference, Face, differences, face, theatre_of
from parley.ground.geometry import Plane
from parley.ground.hiding import Discretion
from parley.ground.model import Layer, Place
from parley.ground.places import find_place
from parley.ground.store import GroundStore
from parley.ground.told import ToldClaim
from parley.ground.told import asked as asked_of
from parley.ground.who import Holding, who

_MOST_REGIONS = 4
_MOST_TOWNS = 8
_MOST_VIEWS = 8
"""Days whose ground is kept in memory; it can be large."""


@dataclass(frozen=True, slots=True)
class Card:
    """A claim and what each group's map makes of it.

    Attributes:
        claimed_by: who says so; None for a question of the visitor.
        actor: the side.
        movement: entered, holds or left.
        place: where.
        as_of: the last day looked at, '' where nobody knows which.
        verdicts: one a group; empty where no map can be asked.
        reason: why no map can be asked, or ''.
        told: what the report says, where a report does.
    """

    claimed_by: str | None
    actor: str
    movement: str
    place: str
    as_of: str
    verdicts: tuple[Verdict, ...] = ()
    reason: str = ""
    told: ToldClaim | None = None


@dataclass(frozen=True, slots=True)
class Views:
    """What two groups show on a day, and where they part.

    Attributes:
        plane: that all ground lies on.
        regions: around it, in degrees.
        faces: what each shows.
        differences: where they part; empty where one of them is not drawn.
        disputed: the first of the regions in which they part.
    """

    plane: Plane
    regions: tuple[Place, ...]
    faces: tuple[Face, ...]
    differences: tuple[Difference, ...]
    disputed: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Looking:
    """The maps as one visitor may see them.

    Attributes:
        maps: of the desk.
        ground: the open store.
        for_others: whether ground is left out whose licence keeps it from others.
        discretion: how fresh what is shown may be.
    """

    maps: Maps
    ground: GroundStore
    for_others: bool
    discretion: Discretion = field(default_factory=Discretion)

    def layers(self) -> list[tuple[str, Layer]]:
        """All layers that may be shown, each with its group, by day."""
        groups = {one.name: one.group for one in self.ground.series()}
        every = self.ground.layers(until=self.discretion.latest())
        return [(groups[one.series], one) for one in every]

    def views(self, groups: Sequence[str], day: str) -> Views | None:
        """What groups show on a day; None where nothing was ever painted."""
        key = ("views", tuple(groups), day, self.for_others, self.discretion)
        return self.maps.kept(self.ground, key, partial(self._views, groups, day), _MOST_VIEWS)

    def _views(self, groups: Sequence[str], day: str) -> Views | None:
        theatre = theatre_of(self.ground)
        if theatre is None:
            return None
        faces = tuple(
            face(theatre, group, day, self.discretion, for_others=self.for_others) for group in groups
        )
        drawn = [one for one in faces if one.parts]
        apart = differences(theatre, faces[0], faces[1]) if len(faces) == len(drawn) == 2 else []
        ground = shapely.union_all([one.shape for one in apart if one.fair and not one.same])
        around = theatre.plane.round(ground)
        disputed = [one for one in theatre.regions if one.shape.intersects(around)]
        regions = tuple(theatre.regions)
        return Views(theatre.plane, regions, faces, tuple(apart), tuple(disputed[:_MOST_REGIONS]))

    def holdings(self, place: Place, day: str) -> list[Holding]:
        """Who holds a place, by group."""
        key = ("who", place.name, place.kind, place.shape.wkb, day)
        return self.maps.kept(self.ground, key, partial(who, self.ground, place, day))

    def usual_places(self, views: Views | None) -> list[Place]:
        """Regions in which two groups part, and towns, in the order they were imported."""
        found: list[Place] = []
        if views is not None:
            found += views.disputed
        return found + self.towns(_MOST_TOWNS)

    def towns(self, most: int) -> list[Place]:
        """Settlements that were imported, no more than so many."""
        rows = self.ground.rows(
            "SELECT name, country, wkb FROM places WHERE kind = 'settlement' ORDER BY number LIMIT ?", (most,)
        )
        return [
            Place(str(name), "settlement", str(country), (str(name),), shapely.from_wkb(wkb))
            for name, country, wkb in rows
        ]

    def place(self, words: str) -> Place:
        """The place that words name.

        Raises:
            GroundError: when none does.
        """
        return find_place(self.ground, words)

    def asked(self, actor: str, movement: str, place: str, day: str) -> Card:
        """A claim of the visitor against every group's map."""
        key = ("asked", actor, movement, place, day)
        return self.maps.kept(self.ground, key, partial(self._asked, actor, movement, place, day))

    def _asked(self, actor: str, movement: str, place: str, day: str) -> Card:
        try:
            claim = Claim(side_for(self.ground, actor), Movement(movement), self.place(place), day)
        except GroundError as error:
            return Card(None, actor, movement, place, day, reason=str(error))
        return Card(None, claim.actor, movement, claim.place.name, day, tuple(check(self.ground, claim)))

    def told(self, told: ToldClaim) -> Card:
        """A claim of a report against every group's map, of the day it speaks of."""
        day = min(told.day, self.discretion.latest())
        return self.maps.kept(self.ground, ("told", told, day), partial(self._told, told, day))

    def _told(self, told: ToldClaim, day: str) -> Card:
        by = told.claimed_by
        try:
            claim = asked_of(self.ground, told, day or None)
        except GroundError as error:
            return Card(by, told.actor, told.movement, told.place, day, reason=str(error), told=told)
        found = tuple(check(self.ground, claim))
        return Card(by, claim.actor, told.movement, claim.place.name, day, found, told=told)
