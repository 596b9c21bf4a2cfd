"""A group's layers as days: on each, the newest layer of each series that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.ground.model import Layer, Series
from parley.ground.store import GroundStore


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a group shows from one day on, until its next snapshot.

    Attributes:
        day: the day a layer of it shows.
        layers: the newest layer of each series.
    """

    day: str
    layers: tuple[Layer, ...]


def timeline(store: GroundStore, series: Sequence[Series], until: str) -> list[Snapshot]:
    """All snapshots of some series up to a day, oldest first.

    Args:
        store: with their layers.
        series: those that answer.
        until: YYYY-MM-DD, included.
    """
    layers = [layer for one in series for layer in store.layers(one.name, until)]
    layers.sort(key=lambda layer: (layer.dates.effective, layer.dates.published or "", layer.number))
    found: dict[str, Snapshot] = {}
    newest: dict[str, Layer] = {}
    for layer in layers:
        newest[layer.series] = layer
        day = layer.dates.effective
        found[day] = Snapshot(day, tuple(newest.values()))
    return list(found.values())


def at(snapshots: Sequence[Snapshot], day: str) -> Snapshot | None:
    """The snapshot that holds on a day, or None."""
    return next((snapshot for snapshot in reversed(snapshots) if snapshot.day <= day), None)
