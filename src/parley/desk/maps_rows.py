"""The rows of the ground page: its layers, places, differences and claims, as its twins give them.

No row has the geometry of a layer: whose licence keeps it from others must not leak by a twin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from parley.desk.view import Field

if TYPE_CHECKING:
    from parley.desk.maps_asked import Card
    from parley.desk.maps_shown import Shown
    from parley.ground.model import Series

TABLES = ("layers", "places", "differences", "claims")

FIELDS = (
    Field("table", "string", "What the row tells of: layers, places, differences or claims."),
    Field("group", "string", "Whose map; of a difference the one, of a claim that no map can be asked null."),
    Field("against", "string", "Of a difference: the other group; else null."),
    Field("on", "string", "The day asked about, no fresher than the delay allows."),
    Field("layers", "strings", "The days whose ground the group's map shows, where one was asked."),
    Field("place", "string", "The place asked about, or null."),
    Field("actor", "string", "Of a claim: the side; else null."),
    Field("claim", "string", "Of a claim: entered, holds or left; else null."),
    Field("shows", "string", "What the group shows; of a claim its verdict, or not_asked."),
    Field("against_shows", "string", "Of a difference: what the other group shows; else null."),
    Field("since", "string", "The day from which on it is shown without a break, or null."),
    Field("first", "boolean", "Whether no other group showed it earlier; null where nobody can tell."),
    Field("area_km2", "number", "How large the ground is, or null."),
    Field("narrow_km2", "number", "Of a difference: left out as nowhere wider than half a kilometre."),
    Field("depth_km", "number", "Of a claim: how far behind the border it reaches, or null."),
    Field("reason", "string", "Why, in words; of a layer why it is not drawn, or null."),
    Field("licence", "string", "Of a layer: its licence, in words; else null."),
    Field("exported", "boolean", "Of a layer: whether its licence lets others have it; else null."),
    Field("claimed_by", "string", "Of a claim in a report: who says so; else null."),
    Field("words", "string", "Of a claim in a report: its words; else null."),
    Field("report", "string", "The id of that report, or null."),
    Field("finding", "string", "The id of that finding, or null."),
)


def rows_of(shown: Shown, table: str | None) -> list[Mapping[str, Any]]:
    """The rows of a page, or of one of its tables."""
    every = {"layers": _layers, "places": _places, "differences": _differences, "claims": _claims}
    wanted = {name: found for name, found in every.items() if table in (None, name)}
    return [{"table": name, **row} for name, found in wanted.items() for row in found(shown)]


def _layers(shown: Shown) -> Iterator[dict[str, Any]]:
    for face in shown.faces:
        ground = {part.shows: round(part.km2, 2) for part in face.parts}
        common = {
            "group": face.group,
            "on": shown.day,
            "layers": list(face.layers),
            "licence": licence(face.series),
            "exported": bool(face.series) and all(one.redistribute for one in face.series),
            "reason": " ".join(face.withheld) or None,
        }
        for words, km2 in ground.items() or [(None, None)]:
            yield common | {"shows": words, "area_km2": km2}


def licence(series: tuple[Series, ...]) -> str:
    """The licences of a group's series, in words."""
    return "; ".join(dict.fromkeys(one.licence for one in series))


def _places(shown: Shown) -> Iterator[dict[str, Any]]:
    for held in shown.held:
        for one in held.holdings:
            yield {
                "group": one.group,
                "on": shown.day,
                "layers": [one.layer] if one.layer else [],
                "place": held.place.name,
                "shows": one.shows,
                "since": one.since,
                "first": one.first,
                "area_km2": one.area_km2,
                "reason": one.reason,
            }


def _differences(shown: Shown) -> Iterator[dict[str, Any]]:
    for one in shown.differences:
        yield {
            "group": shown.faces[0].group,
            "against": shown.faces[1].group,
            "on": shown.day,
            "shows": one.shows[0],
            "against_shows": one.shows[1],
            "area_km2": round(one.km2, 2),
            "narrow_km2": round(one.narrow_km2, 2),
            "reason": None if one.fair else "The other's layers in the store cannot show such ground.",
        }


def _claims(shown: Shown) -> Iterator[dict[str, Any]]:
    for card in (*((shown.question,) if shown.question else ()), *shown.cards):
        common = _claim(card)
        if not card.verdicts:
            yield common | {"shows": "not_asked", "reason": card.reason}
        for verdict in card.verdicts:
            yield common | {
                "group": verdict.group,
                "shows": verdict.verdict.value,
                "since": verdict.since,
                "area_km2": verdict.area_km2,
                "depth_km": verdict.depth_km,
                "reason": verdict.reason,
            }


def _claim(card: Card) -> dict[str, Any]:
    told = card.told
    return {
        "on": card.as_of or None,
        "place": card.place,
        "actor": card.actor,
        "claim": card.movement,
        "claimed_by": card.claimed_by,
        "words": told.words if told else None,
        "report": told.report if told else None,
        "finding": told.finding if told else None,
    }
