"""ISW layers as copies of its feature services give them, and the areas a copy states a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parley.ground.adapters.features import PaintBox, features_of
from parley.ground.adapters.given import Given, Reading
from parley.ground.days import day_in
from parley.ground.files import SourceFile
from parley.ground.model import Dates, Draft, Meaning, Problem, Series, Status
from parley.ground.words import known_series

_HELD = Meaning(Status.HELD, "RU")
_LAYERS: Mapping[str, tuple[str, Meaning]] = {
    "ukraine_control_map": ("isw-control", _HELD),
    "kursk_russian_advances": ("isw-kursk", _HELD),
    "russian_advances": ("isw-advances", _HELD),
    "russian_claimed": ("isw-claims", Meaning(Status.CLAIMED, "RU")),
    "russian_infiltration": ("isw-infiltration", Meaning(Status.CONTESTED)),
}


def recognises(document: Any, source: SourceFile) -> bool:
    """Whether features carry the `layer_type` of the copies."""
    return isinstance(document, Mapping) and b'"layer_type"' in source.data and _names_layer(source)


def recognises_totals(document: Any, source: SourceFile) -> bool:
    """Whether a document lists areas by day and layer."""
    return isinstance(document, list) and b'"layerType"' in source.data and b'"areaKm2"' in source.data


def _names_layer(source: SourceFile) -> bool:
    return any(f'"{name}"'.encode() in source.data for name in _LAYERS)


def read(document: Any, source: SourceFile, given: Given) -> Reading:
    """One layer a layer type and date."""
    boxes: dict[tuple[str, str], PaintBox] = {}
    problems: list[Problem] = []
    for feature in features_of(document, source.name):
        kind = str(feature.properties.get("layer_type", ""))
        what = f"feature {feature.number} ({kind})"
        if kind not in _LAYERS:
            problems.append(Problem("word", f"{what}: a layer that Parley does not know; left out."))
            continue
        day = given.effective or str(feature.properties.get("date") or "") or source.stem
        name, meaning = _LAYERS[kind]
        box = boxes.setdefault((name, day_in(day) or day), PaintBox())
        if feature.shape is None:
            box.null(what)
        else:
            box.add(meaning, kind, feature.shape, what)
    drafts = tuple(
        Draft(name, Dates(day, given.published, given.captured), box.paints(), tuple(box.problems))
        for (name, day), box in boxes.items()
    )
    return Reading(drafts, _series({draft.series for draft in drafts}), problems=tuple(problems))


def read_totals(document: Any, source: SourceFile, given: Given) -> Reading:
    """The areas a copy states, by layer and day: they tell relabelling from movement."""
    totals = []
    for entry in document:
        match entry:
            case {"date": str(day), "layerType": str(tier), "areaKm2": float() | int() as area}:
                totals.append(("isw", tier, day, float(area)))
    return Reading(totals=tuple(totals))


def _series(names: set[str]) -> tuple[Series, ...]:
    return tuple(known_series()[name] for name in sorted(names))
