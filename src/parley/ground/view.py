"""What one group shows of one place over time: what every question begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.ground.coverage import Coverage
from parley.ground.model import Place, Status
from parley.ground.reading import Parts, PlaceReader
from parley.ground.timeline import Snapshot


@dataclass(frozen=True, slots=True)
class GroupView:
    """One group's layers of one place.

    Attributes:
        group: whose map it is.
        coverage: the series that answer.
        snapshots: their days, oldest first; at least one.
        reader: of the place.
    """

    group: str
    coverage: Coverage
    snapshots: tuple[Snapshot, ...]
    reader: PlaceReader

    @property
    def place(self) -> Place:
        """The place asked about."""
        return self.reader.place

    @property
    def now(self) -> Snapshot:
        """The last snapshot."""
        return self.snapshots[-1]

    @property
    def first(self) -> Snapshot:
        """The first snapshot that has a layer of every series that the last one has."""
        return next(one for one in self.snapshots if len(one.layers) >= len(self.now.layers))

    def held(self, snapshot: Snapshot, side: str) -> Parts:
        """What a side is shown to hold."""
        return self.reader.parts(snapshot, Status.HELD, side)

    def contested(self, snapshot: Snapshot) -> Parts:
        """What is shown as contested."""
        return self.reader.parts(snapshot, Status.CONTESTED)

    def claimed(self, snapshot: Snapshot, side: str) -> Parts:
        """What a side is shown to claim."""
        return self.reader.parts(snapshot, Status.CLAIMED, side)

    def at_home(self, side: str) -> bool:
        """Whether ground that is left unpainted counts as this side's own."""
        return self.place.country == side and any(series.home for series in self.coverage.series)

    def blind(self) -> str:
        """A sentence on what the group's layers in the store cannot show at all, or ''."""
        carried = [series.carries for series in self.coverage.series]
        if all(carries and "contested" not in carries for carries in carried):
            return " Its layers in the store cannot show contested ground."
        return ""

    def shown(self) -> str:
        """Which layers the answer rests on, in words."""
        days = sorted({layer.dates.effective for layer in self.now.layers})
        return "layer of " + " and ".join(days) if len(days) == 1 else "layers of " + " and ".join(days)


def since(snapshots: Sequence[Snapshot], holds: Sequence[bool]) -> tuple[str, bool]:
    """The day from which on something holds without a break to the end, and whether that is the first
    snapshot.

    Args:
        snapshots: oldest first.
        holds: whether it holds, one a snapshot; the last is true.
    """
    start = len(snapshots) - 1
    while start > 0 and holds[start - 1]:
        start -= 1
    return snapshots[start].day, start == 0
