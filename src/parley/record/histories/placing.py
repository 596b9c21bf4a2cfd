"""Which tellings are of one thing, kept up to date: only what a change can reach is decided anew.

Tellings are placed in one order, each by those before it alone. So what comes later in that order can change
only where something it was compared with has changed, and the outcome is that of placing all from scratch.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, func, select, update

from parley.record.histories.tables import history_handles, history_tellings
from parley.record.histories.ways import Told, Way, Window
from parley.record.loading import batches

if TYPE_CHECKING:
    from parley.record.database import AnyRow

Ruled = Mapping[str, Sequence[tuple[str, bool]]]
"""By a finding's id the other findings that people held for the same thing (True), or not, the last last."""


class Placing:
    """Decides anew which tellings of a kind are of one thing."""

    def __init__(self, connection: Connection, way: Way, ruled: Ruled) -> None:
        self._connection = connection
        self._way = way
        self._ruled = ruled
        self._told: dict[int, Told] = {}
        self._history: dict[int, int | None] = {}
        self._members: dict[int, set[int]] = {}
        self._moved: dict[int, int | None] = {}

    def dependents(self, findings: Iterable[int]) -> set[int]:
        """The later tellings whose place may rest on that of some: near them, or what is one with them."""
        found: set[int] = set()
        for told in self._loaded(sorted(findings)):
            group = self._group(told)
            partners = [other for one in group for other in self._partners(one)]
            later = [one for one in self._later(told, group) if any(self._way.near(one, m) for m in group)]
            found |= {one.finding for one in (*later, *group, *partners) if one.sort > told.sort}
        return found

    def place(self, dirty: Iterable[int]) -> set[int]:
        """Place tellings anew, and all later ones that this reaches.

        Returns:
            The histories that have lost or won a telling, or have one of those given.
        """
        given = set(dirty)
        waiting = [(told.sort, told.finding) for told in self._loaded(sorted(given))]
        heapq.heapify(waiting)
        known = {finding for _, finding in waiting}
        touched: set[int] = set()
        while waiting:
            _, finding = heapq.heappop(waiting)
            known.discard(finding)
            told, old = self._told[finding], self._history[finding]
            new = self._chosen(told)
            if new == old and finding not in given:
                continue
            touched |= {number for number in (old, new) if number is not None}
            self._put(finding, old, new)
            for other in self._reached(told, old, new):
                if other.finding not in known:
                    known.add(other.finding)
                    heapq.heappush(waiting, (other.sort, other.finding))
        self._write()
        return touched

    def members(self, history: int) -> list[Told]:
        """The tellings of a history in their order."""
        return sorted(self._loaded(sorted(self._numbers(history))), key=lambda one: one.sort)

    def _put(self, finding: int, old: int | None, new: int) -> None:
        if old is not None:
            self._numbers(old).discard(finding)
        self._numbers(new).add(finding)
        self._history[finding] = self._moved[finding] = new

    def _group(self, told: Told) -> list[Told]:
        """A telling and those that are one with it as things stand."""
        history = self._history[told.finding]
        return [told] if history is None else [told, *self.members(history)]

    def _chosen(self, told: Told) -> int:
        """The history that a telling belongs to, by those before it."""
        near = self._before(told)
        groups: dict[int, list[Told]] = {}
        for number in {self._history[one.finding] for one in near}:
            if number is not None:
                groups[number] = [one for one in self.members(number) if one.sort < told.sort]
        decided, apart = self._decided(told, groups)
        if decided is not None:
            return decided
        rated = [
            (-self._way.fits(members, told), members[0].sort, number)
            for number, members in groups.items()
            if number not in apart
        ]
        best = min(rated, default=None)
        return best[2] if best is not None and best[0] < 0.0 else told.finding

    def _decided(self, told: Told, groups: Mapping[int, Sequence[Told]]) -> tuple[int | None, set[int]]:
        """The history a person put a telling in, and those a person keeps it out of."""
        ruled = self._ruled.get(told.id, ())
        place = {one.id: number for number, members in groups.items() for one in members}
        last = dict(ruled)
        apart = {place[other] for other, one in last.items() if not one and other in place}
        for other, one in reversed(ruled):
            if one and other in place and place[other] not in apart:
                return place[other], apart
        return None, apart

    def _before(self, told: Told) -> list[Told]:
        """The earlier tellings that a telling could be one with."""
        enough = self._way.enough(told)
        found = self._looked_up(self._way.windows(told), enough, history_handles.c.sort < told.sort)
        others = [one for one in self._loaded(found) if one.finding != told.finding]
        near = [one for one in others if self._way.near(one, told)]
        return near + [one for one in self._partners(told) if one.sort < told.sort]

    def _reached(self, told: Told, old: int | None, new: int) -> list[Told]:
        """The later tellings that are placed otherwise, perhaps, now that one has gone from here to there."""
        groups = {number: self.members(number) for number in {old, new} if number is not None}
        listed = [told, *(one for members in groups.values() for one in members)]
        numbers = {one.finding for one in listed}
        found = {one.finding: one for one in listed if one.sort > told.sort}
        for one in self._later(told, listed):
            if one.finding not in numbers and (one.id in self._ruled or self._would_move(one, groups)):
                found[one.finding] = one
        partners = (other for one in listed for other in self._partners(one))
        found |= {one.finding: one for one in partners if one.sort > told.sort}
        return list(found.values())

    def _would_move(self, told: Told, groups: Mapping[int, Sequence[Told]]) -> bool:
        """Whether a telling fits one of some groups that are not its own better than its own."""
        for members in groups.values():
            before = [one for one in members if one.sort < told.sort]
            rated = self._way.fits(before, told) if before else 0.0
            if rated > 0.0 and (-rated, before[0].sort) < self._rated(told):
                return True
        return False

    def _rated(self, told: Told) -> tuple[float, str]:
        """How well a telling fits its history, and when that began; worse than any where it began it."""
        history = self._history[told.finding]
        own = [] if history is None else self.members(history)
        before = [one for one in own if one.sort < told.sort]
        return (-self._way.fits(before, told), before[0].sort) if before else (0.0, "")

    def _later(self, told: Told, group: Sequence[Told]) -> list[Told]:
        """The tellings after one that share something with it, or with others of its group."""
        windows = _joined(window for one in group for window in self._way.windows(one))
        enough = min(self._way.enough(one) for one in group)
        return self._loaded(self._looked_up(windows, enough, history_handles.c.sort > told.sort))

    def _partners(self, told: Told) -> list[Told]:
        """The tellings that rulings name beside one."""
        ids = [other for other, _ in self._ruled.get(told.id, ())]
        if not ids:
            return []
        query = select(history_tellings.c.finding).where(
            history_tellings.c.kind == self._way.kind, history_tellings.c.id.in_(ids)
        )
        return self._loaded(list(self._connection.scalars(query)))

    def _looked_up(self, windows: Iterable[Window], enough: int, *conditions: Any) -> list[int]:
        """The tellings that share so many handles; all of one have one day, and so are in one question."""
        found: set[int] = set()
        column = history_handles.c
        ends: dict[tuple[int, int], set[str]] = {}
        for handle, low, high in windows:
            ends.setdefault((low, high), set()).add(f"{self._way.kind}|{handle}")
        for (low, high), handles in sorted(ends.items()):
            for batch in batches(sorted(handles)):
                here = column.handle.in_(batch) & column.anchor.between(low, high)
                query = select(column.finding).where(here, *conditions)
                if enough > 1:
                    query = query.group_by(column.finding).having(func.count() >= enough)
                found |= set(self._connection.scalars(query))
        return sorted(found)

    def _numbers(self, history: int) -> set[int]:
        """The numbers of the tellings of a history."""
        if history not in self._members:
            query = select(history_tellings).where(
                history_tellings.c.kind == self._way.kind, history_tellings.c.history == history
            )
            self._take(self._connection.execute(query).all())
            self._members[history] = {finding for finding, whose in self._history.items() if whose == history}
        return self._members[history]

    def _loaded(self, findings: Sequence[int]) -> list[Told]:
        for batch in batches(finding for finding in findings if finding not in self._told):
            query = select(history_tellings).where(
                history_tellings.c.kind == self._way.kind, history_tellings.c.finding.in_(batch)
            )
            self._take(self._connection.execute(query).all())
        return [self._told[finding] for finding in findings if finding in self._told]

    def _take(self, rows: Iterable[AnyRow]) -> None:
        for row in rows:
            if row.finding not in self._told:
                self._told[row.finding] = read(self._way, row)
                self._history[row.finding] = row.history

    def _write(self) -> None:
        rows = [{"number": finding, "whose": history} for finding, history in sorted(self._moved.items())]
        if rows:
            here = (history_tellings.c.kind == self._way.kind) & (
                history_tellings.c.finding == bindparam("number")
            )
            self._connection.execute(
                update(history_tellings).where(here).values(history=bindparam("whose")), rows
            )


def read(way: Way, row: AnyRow) -> Told:
    """The telling of a row."""
    told = Told(row.finding, row.id, row.report, row.sort, json.loads(row.facts), None)
    return replace(told, read=way.read(told))


def _joined(windows: Iterable[Window]) -> list[Window]:
    """Windows of one handle as one."""
    found: dict[str, tuple[int, int]] = {}
    for handle, low, high in windows:
        known = found.get(handle, (low, high))
        found[handle] = min(low, known[0]), max(high, known[1])
    return [(handle, *ends) for handle, ends in found.items()]
