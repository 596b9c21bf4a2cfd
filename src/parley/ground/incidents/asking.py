"""Incidents out of the store, and reports of one incident merged, with the reason of every merge."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from parley.ground.days import before, between
from parley.ground.geometry import distance_m
from parley.ground.incidents.model import Incident
from parley.ground.store import GroundStore

_COLUMNS = tuple(field.name for field in fields(Incident))
_NEAR_M = 1000.0
_FARTHEST_M = 30_000.0
"""However vague two places are, reports farther apart than this are not taken for one incident."""

_DAYS = 2
_ALIKE = 0.6
_ALIKE_LATER = 0.8
"""How many of their words two reports must have in common: of one day, and of different days."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Reports that are taken for one incident.

    Attributes:
        name: of the first report, `feed:id`.
        reports: all of them, earliest first.
        reasons: why each after the first was taken in.
        doubts: what speaks against their place or number.
    """

    name: str
    reports: tuple[Incident, ...]
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def best(self) -> Incident:
        """The report with the finest place."""
        return min(self.reports, key=lambda report: report.precision_m)


def incidents(store: GroundStore, since: str | None = None, until: str | None = None) -> list[Incident]:
    """Incidents that may have happened between two days, by day.

    Args:
        store: with feeds.
        since: YYYY-MM-DD, or None.
        until: YYYY-MM-DD, or None.
    """
    query = (
        f"SELECT {', '.join(_COLUMNS)} FROM incidents WHERE (? IS NULL OR day_to >= ?)"
        " AND (? IS NULL OR day <= ?) ORDER BY day, feed, feed_id"
    )
    rows = store.connection.execute(query, (since, since, until, until))
    return [_incident(dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def _incident(columns: dict[str, Any]) -> Incident:
    return Incident(**columns | {"sources": tuple(json.loads(columns["sources"]))})


def merge(reports: Sequence[Incident]) -> list[Merged]:
    """Reports as incidents: what is told twice is counted once, and says why.

    Two reports are one incident when their days are at most two apart, their places no farther than the
    coarser of
    the two is precise, and they have a source in common, or most of their words: nearly all, on different
    days.
    """
    ordered = sorted(reports, key=lambda report: (report.day, report.feed, report.feed_id))
    groups: list[tuple[list[Incident], list[str]]] = []
    by_cell: dict[tuple[int, int], list[int]] = {}
    lasts: list[str] = []
    for report in ordered:
        found = _match(report, groups, by_cell, lasts)
        if found is None:
            groups.append(([report], []))
            lasts.append("")
            index = len(groups) - 1
        else:
            index, reason = found
            groups[index][0].append(report)
            groups[index][1].append(reason)
        lasts[index] = max(lasts[index], report.day, report.day_to)
        by_cell.setdefault(_cell(report), []).append(index)
    elsewhere = _told_elsewhere(ordered)
    return [
        Merged(f"{told[0].feed}:{told[0].feed_id}", tuple(told), tuple(reasons), _doubts(told, elsewhere))
        for told, reasons in groups
    ]


def _cell(report: Incident) -> tuple[int, int]:
    return round(report.longitude * 2), round(report.latitude * 2)


def _match(
    report: Incident,
    groups: Sequence[tuple[list[Incident], list[str]]],
    by_cell: dict[tuple[int, int], list[int]],
    lasts: Sequence[str],
) -> tuple[int, str] | None:
    """The incident that a report is of, by its index, and why; None for a new one.

    Args:
        report: told no earlier than those in the groups.
        groups: incidents, each with its reports and why they are one.
        by_cell: their indices by where they are.
        lasts: the last day that any report of each group tells of.
    """
    late = before(report.day, _DAYS)
    column, row = _cell(report)
    seen = set[int]()
    for cell in ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)):
        for index in reversed(by_cell.get(cell, ())):
            if index in seen or lasts[index] < late:
                continue
            seen.add(index)
            reason = next((why for other in groups[index][0] if (why := _same(report, other))), None)
            if reason:
                return index, reason
    return None


def _same(report: Incident, other: Incident) -> str | None:
    """Why two reports are of one incident, or None."""
    apart = min(abs(between(other.day_to, report.day_to)), abs(between(other.day, report.day)))
    if apart > _DAYS or report.kind == "hot spot" or other.kind == "hot spot":
        return None
    metres = distance_m((report.longitude, report.latitude), (other.longitude, other.latitude))
    reach = min(_FARTHEST_M, max(_NEAR_M, report.precision_m, other.precision_m))
    if metres > reach:
        return None
    shared = set(report.sources) & set(other.sources)
    alike = _alike(report.text, other.text)
    if not shared and alike < (_ALIKE_LATER if apart else _ALIKE):
        return None
    why = "a source in common" if shared else f"{alike:.0%} of their words in common"
    return f"{report.feed}:{report.feed_id} is {apart} days and {metres / 1000:.1f} km away, with {why}"


def _alike(one: str, other: str) -> float:
    words, others = set(re.findall(r"[^\W_]{4,}", one.lower())), set(re.findall(r"[^\W_]{4,}", other.lower()))
    return len(words & others) / max(1, len(words | others)) if min(len(words), len(others)) >= 3 else 0.0


def _told_elsewhere(reports: Sequence[Incident]) -> dict[str, set[str]]:
    """The places that one text is put at, by the text."""
    places: dict[str, set[str]] = {}
    for report in reports:
        if len(report.text) >= 20:
            places.setdefault(report.text, set()).add(
                f"{report.place} ({report.latitude:.2f}, {report.longitude:.2f})"
            )
    return places


def _doubts(told: Sequence[Incident], elsewhere: dict[str, set[str]]) -> tuple[str, ...]:
    found = []
    for text in {report.text for report in told}:
        places = elsewhere.get(text, set())
        if len({place.split(" (")[0] for place in places}) > 1:
            found.append(f"The same text is put at several places: {', '.join(sorted(places))}.")
    return tuple(found)
