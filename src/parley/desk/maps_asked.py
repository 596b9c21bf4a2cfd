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
    """What two groups show on a day, and where they part; all ground on one plane."""

    plane: Plane
    regions: tuple[Place, ...]
    faces: tuple[Face, ...]
    differences: tuple[Difference, ...]


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
        return self.maps.kept(self.ground, key, partial(self._views, groups, day))

    def _views(self, groups: Sequence[str], day: str) -> Views | None:
        theatre = theatre_of(self.ground)
        if theatre is None:
            return None
        faces = tuple(
            face(theatre, group, day, self.discretion, for_others=self.for_others) for group in groups
        )
        drawn = [one for one in faces if one.parts]
        apart = differences(theatre, faces[0], faces[1]) if len(faces) == len(drawn) == 2 else []
        return Views(theatre.plane, tuple(theatre.regions), faces, tuple(apart))

    def holdings(self, place: Place, day: str) -> list[Holding]:
        """Who holds a place, by group."""
        key = ("who", place.name, place.kind, place.shape.wkb, day)
        return self.maps.kept(self.ground, key, partial(who, self.ground, place, day))

    def usual_places(self, views: Views | None) -> list[Place]:
        """Regions in which two groups part, and towns, in the order they were imported."""
        found: list[Place] = []
        if views is not None:
            apart = [one.shape for one in views.differences if one.fair and not one.same]
            round_ = views.plane.round(shapely.union_all(apart)) if apart else shapely.Polygon()
            regions = [one for one in views.regions if one.shape.intersects(round_)]
            found += regions[:_MOST_REGIONS]
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
        try:
            claim = Claim(side_for(self.ground, actor), Movement(movement), self.place(place), day)
        except GroundError as error:
            return Card(None, actor, movement, place, day, reason=str(error))
        return Card(None, claim.actor, movement, claim.place.name, day, self._verdicts(claim))

    def told(self, told: ToldClaim) -> Card:
        """A claim of a report against every group's map, of the day it speaks of."""
        latest = self.discretion.latest()
        by, day = told.claimed_by, min(told.day, latest)
        try:
            claim = asked_of(self.ground, told, day or None)
        except GroundError as error:
            return Card(by, told.actor, told.movement, told.place, day, reason=str(error), told=told)
        found = self._verdicts(claim)
        return Card(by, claim.actor, told.movement, claim.place.name, day, found, told=told)

    def _verdicts(self, claim: Claim) -> tuple[Verdict, ...]:
        place = claim.place
        key = ("check", claim.actor, claim.movement.value, place.name, place.shape.wkb, claim.as_of)
        return tuple(self.maps.kept(self.ground, key, partial(check, self.ground, claim)))
