"""The ground: two groups' maps of a day side by side and as a difference, who holds what, claims held against
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.desk.maps_rows import FIELDS, TABLES
from parley.desk.view import Answer, Asked, Kind, Parameter, View
from parley.record.days import days

if TYPE_CHECKING:
    from parley.ground.hiding import Discretion

MOVEMENTS = ("entered", "holds", "left")
NUMBERED = tuple(str(number) for number in range(1, 10))
_ZOOMS = ("all", "difference", "place", *NUMBERED)

_PARAMETERS = (
    Parameter("on", "Day", "What the maps show on this day; the last day with a layer else.", Kind.DATE),
    Parameter("group", "Group", "Whose map stands on the left."),
    Parameter("against", "Against", "Whose map it is held against."),
    Parameter("place", "Place", "A place, or a latitude and longitude: who holds it?"),
    Parameter("actor", "Side", "The side that a claim speaks of; needs “claim” and “place”."),
    Parameter("claim", "Claim", "What it is claimed to have done there.", Kind.CHOICE, MOVEMENTS),
    Parameter("zoom", "Zoom", "What is drawn; a number: that difference.", Kind.CHOICE, _ZOOMS, hidden=True),
    Parameter("table", "Table", "Rows of this kind only, in the twins.", Kind.CHOICE, TABLES, hidden=True),
    Parameter("maps", "Maps", "The made-up maps of Parley.", Kind.CHOICE, ("sample",), hidden=True),
    Parameter("part", "Part", "Which part of the claims.", Kind.NUMBER, hidden=True),
)


def is_sample(asked: Asked) -> bool:
    """Whether the made-up maps are shown: where they are asked for, and beside the sample negotiation."""
    return asked.get("maps") == "sample" or (asked.store.sample and not asked.store.maps.there)


def day_asked(asked: Asked, discretion: Discretion) -> str:
    """The day asked for, but no fresher than the delay allows; the freshest where none is."""
    latest = discretion.latest()
    span = days(asked.get("on"))
    return min(span[1], latest) if span else latest


def _answer(asked: Asked) -> Answer:
    """The page's drawings, answers and rows; a sentence where there are no maps."""
    from parley.desk.maps_shown import answer

    return answer(asked)


GROUND = View(
    "ground",
    "/ground",
    "Ground",
    "What each group’s map shows, where two part, and what they make of a claim. No map is the true one.",
    FIELDS,
    _answer,
    _PARAMETERS,
    ((".geojson", "application/geo+json"), (".svg", "image/svg+xml"), (".png", "image/png")),
)
