"""What the ground page shows: drawings of the groups' maps, who holds what, claims held against them.

Imported when somebody first looks at a map: a desk that starts does without the libraries of shapes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from parley.desk.drawing.ground import Frame, Panel, edges_of
from parley.desk.maps_asked import Card, Looking, Views
from parley.desk.maps_rows import rows_of
from parley.desk.screens.ground import MOVEMENTS, NUMBERED, day_asked, is_sample
from parley.desk.store import NotYet
from parley.desk.view import Answer, Asked
from parley.ground.errors import GroundError
from parley.ground.faces import Difference, Face
from parley.ground.model import Geometry, Place
from parley.ground.told import told_claims
from parley.ground.who import Holding

_CARDS = 8
_SPOTS = 40
_AROUND_M = 15_000.0
_EXAMPLE = {"actor": "Solane", "claim": "entered", "place": "Tamsin Province"}
"""What is asked of the made-up maps before anybody asks: a first look shows what an answer is."""


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a place, by group."""

    place: Place
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a page of the ground shows."""

    day: str
    latest: str
    days: tuple[tuple[str, tuple[str, ...]], ...]
    groups: tuple[str, ...]
    faces: tuple[Face, ...] = ()
    panels: tuple[Panel, ...] = ()
    differences: tuple[Difference, ...] = ()
    apart: Panel | None = None
    held: tuple[Held, ...] = ()
    question: Card | None = None
    cards: tuple[Card, ...] = ()
    cards_total: int = 0
    cards_wait: str = ""
    refusal: str = ""

    @property
    def before(self) -> str | None:
        """The last day with a layer before the one shown."""
        return max((day for day, _ in self.days if day < self.day), default=None)

    @property
    def after(self) -> str | None:
        """The first day with a layer after the one shown."""
        return min((day for day, _ in self.days if day > self.day), default=None)

    def last_of(self, group: str) -> str | None:
        """The last day before the one shown with a layer of a group."""
        return max((day for day, groups in self.days if group in groups and day < self.day), default=None)

    def pattern(self, status: str, side: str) -> str:
        """The name of the pattern for ground of a status and side, the same in every drawing."""
        sides = sorted({part.side for face in self.faces for part in face.parts if part.side})
        return f"{status}-{sides.index(side) % 5}" if side else status


def answer(asked: Asked) -> Answer:
    """The page's drawings, answers and rows; a sentence where there are no maps."""
    sample = is_sample(asked)
    shown: Shown | None = None
    trouble = ""
    if sample or asked.store.maps.there:
        try:
            with asked.store.maps.opened(sample=sample) as ground:
                maps = asked.store.maps
                looking = Looking(maps, ground, not asked.visit.alone, maps.discretion)
                shown = _shown(asked, looking, sample)
        except GroundError as error:
            trouble = str(error)
    rows = rows_of(shown, asked.get("table")) if shown is not None else []
    told = {
        "maps": shown,
        "sample_maps": sample,
        "trouble": trouble,
        "maps_place": asked.store.maps.place,
        "example": sample and not any(asked.get(name) for name in _EXAMPLE),
        "part": asked.number("part", 1),
        "parts_count": max(1, -(-shown.cards_total // _CARDS)) if shown else 1,
        "movements": MOVEMENTS,
        "difference_pattern": apart_pattern,
    }
    return Answer(rows, anything=bool(rows), shown=told)


def _shown(asked: Asked, looking: Looking, sample: bool) -> Shown:
    """What the maps show on the day asked for."""
    layers = looking.layers()
    by_day: dict[str, set[str]] = {}
    for group, layer in layers:
        by_day.setdefault(layer.dates.effective, set()).add(group)
    listed = tuple((day, tuple(sorted(found))) for day, found in sorted(by_day.items()))
    day = day_asked(asked, looking.discretion)
    if not asked.get("on") and listed:
        day = _first_shown(listed, _pair(asked, tuple(sorted({group for group, _ in layers}))))
    shown = Shown(day, looking.discretion.latest(), listed, tuple(sorted({group for group, _ in layers})))
    views = looking.views(_pair(asked, shown.groups), day) if listed else None
    question, refusal, place = _question(asked, looking, day, sample)
    shown = replace(shown, question=question, refusal=refusal)
    if views is not None:
        seen = replace(shown, faces=views.faces, differences=views.differences)
        named = tuple(one.group for one in views.faces)
        key = ("drawn", named, day, asked.get("zoom"), asked.get("place"), looking.for_others)
        panels, apart = looking.maps.kept(looking.ground, key, partial(_drawn, seen, asked, views, looking))
        shown = replace(seen, panels=panels, apart=apart)
    places = [place] if place is not None else looking.usual_places(views)
    held = tuple(Held(one, tuple(looking.holdings(one, day))) for one in places)
    shown = replace(shown, held=held)
    try:
        claims = asked.store.kept("ground claims", told_claims)
    except NotYet as error:
        return replace(shown, cards_wait=str(error))
    part = asked.number("part", 1)
    newest = claims[::-1][(part - 1) * _CARDS : part * _CARDS]
    cards = tuple(card for one in newest if not (card := looking.told(one)).reason or not one.loose)
    return replace(shown, cards=cards, cards_total=len(claims))


def _first_shown(listed: Sequence[tuple[str, tuple[str, ...]]], pair: Sequence[str]) -> str:
    """The last day with a layer of each of the two groups; without one, the last day with any."""
    both = [day for day, groups in listed if set(pair) <= set(groups)]
    return both[-1] if both else listed[-1][0]


def _pair(asked: Asked, groups: Sequence[str]) -> tuple[str, ...]:
    """The two groups that stand side by side, or the one there is."""
    wanted = [name for name in (asked.get("group"), asked.get("against")) if name in groups]
    others = [name for name in groups if name not in wanted]
    pair = [*wanted, *others]
    if asked.get("group") not in groups and asked.get("against") in groups and others:
        pair = [others[0], *wanted]
    return tuple(dict.fromkeys(str(name) for name in pair))[:2]


def _question(
    asked: Asked, looking: Looking, day: str, sample: bool
) -> tuple[Card | None, str, Place | None]:
    """The visitor's claim with its verdicts, why the place is not known, and the place."""
    given = {name: asked.get(name) or "" for name in _EXAMPLE}
    if sample and not any(given.values()):
        return looking.asked(_EXAMPLE["actor"], _EXAMPLE["claim"], _EXAMPLE["place"], day), "", None
    card = None
    if given["actor"] and given["claim"] and given["place"]:
        card = looking.asked(given["actor"], given["claim"], given["place"], day)
    if not given["place"]:
        refusal = "Say in which place." if given["actor"] or given["claim"] else ""
        return card, refusal, None
    try:
        return card, "", looking.place(given["place"])
    except GroundError as error:
        return card, str(error), None


def _drawn(
    shown: Shown, asked: Asked, views: Views, looking: Looking
) -> tuple[tuple[Panel, ...], Panel | None]:
    """The drawings of each map and of where they part, all of the same ground."""
    edges = _edges(asked, views, looking)
    if edges is None:
        return (), None
    frame = Frame(views.plane, edges)
    places = [*views.regions, *looking.towns(_SPOTS)]
    panels = tuple(
        frame.panel(
            [
                (part.shape, shown.pattern(part.status, part.side), f"{face.group}: {part.shows}")
                for part in face.parts
            ],
            places,
        )
        for face in shown.faces
    )
    apart = frame.panel(list(_apart(shown)), places) if shown.differences else None
    return panels, apart


def _apart(shown: Shown) -> Iterator[tuple[Geometry, str, str]]:
    one, other = shown.faces[0].group, shown.faces[1].group
    for number, found in enumerate(shown.differences):
        told = f"{one}: {found.shows[0]}; {other}: {found.shows[1]}"
        yield found.shape, apart_pattern(found, number), told


def apart_pattern(found: Difference, number: int) -> str:
    """The name of the pattern of a difference, by its place in the list."""
    if found.same:
        return "same"
    return f"apart-{number % 6}" if found.fair else "unfair"


def _edges(asked: Asked, views: Views, looking: Looking) -> tuple[float, float, float, float] | None:
    """The ground that the drawings show."""
    every = [part.shape for face in views.faces for part in face.parts]
    zoom = asked.get("zoom")
    if zoom in NUMBERED and int(zoom) <= len(views.differences):
        return edges_of([views.differences[int(zoom) - 1].shape]) or edges_of(every)
    if zoom == "difference":
        apart = [one.shape for one in views.differences if one.fair and not one.same]
        return edges_of(apart) or edges_of(every)
    if zoom == "place" and asked.get("place"):
        try:
            place = views.plane.flat(looking.place(str(asked.get("place"))).shape)
        except GroundError:
            return edges_of(every)
        return edges_of([place.buffer(_AROUND_M) if place.area == 0 else place])
    return edges_of(every)
