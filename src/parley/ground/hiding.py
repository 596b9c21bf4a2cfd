"""What is never shown: troops fresher than a delay or finer than a rounding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from parley.ground.model import Layer
from parley.ground.store import GroundStore


@dataclass(frozen=True, slots=True)
class Discretion:
    """How old and how coarse what is shown of troops must be.

    Attributes:
        delay_days: layers and units of the last so many days are not shown.
        decimals: coordinates that are given out are rounded to so many decimals of a degree (three: some
            hundred metres).
    """

    delay_days: int = 3
    decimals: int = 3

    @classmethod
    def given(cls, delay_days: int | None, decimals: int | None) -> Discretion:
        """What somebody said, and the usual where they said nothing."""
        usual = cls()
        delay = usual.delay_days if delay_days is None else delay_days
        return cls(delay, usual.decimals if decimals is None else decimals)

    def latest(self, today: str | None = None) -> str:
        """The last day that may be shown."""
        now = datetime.now(UTC).date() if today is None else datetime.fromisoformat(today).date()
        return (now - timedelta(days=self.delay_days)).isoformat()


@dataclass(frozen=True, slots=True)
class Unit:
    """Where a group's map puts a unit, no finer than allowed."""

    side: str
    name: str
    longitude: float
    latitude: float


def shown_layers(layers: Sequence[Layer], discretion: Discretion, today: str | None = None) -> list[Layer]:
    """The layers that are old enough to be shown."""
    latest = discretion.latest(today)
    return [layer for layer in layers if layer.dates.effective <= latest]


def shown_units(
    store: GroundStore, layer: Layer, discretion: Discretion, today: str | None = None
) -> list[Unit]:
    """The units of a layer, rounded; none of a layer that is too fresh."""
    if not shown_layers([layer], discretion, today):
        return []
    rows = store.connection.execute(
        "SELECT side, name, longitude, latitude FROM units WHERE layer = ? ORDER BY side, name",
        (layer.number,),
    )
    places = discretion.decimals
    return [
        Unit(side, name, round(longitude, places), round(latitude, places))
        for side, name, longitude, latitude in rows
    ]
