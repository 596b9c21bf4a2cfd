"""Feeds of incidents, each told by its columns, and their rows as incidents."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from parley.ground.days import before, day_in, plausible
from parley.ground.incidents.model import Incident, Table
from parley.ground.incidents.tables import Row
from parley.ground.model import Problem
from parley.ground.words import read_words, side_named

Feed = Mapping[str, Any]


def feed_of(rows: Sequence[Row]) -> Feed | None:
    """The feed that rows are of, by their columns, or None."""
    if not rows:
        return None
    columns = set(rows[0])
    return next((feed for feed in read_words("incidents")["feed"] if set(feed["needs"]) <= columns), None)


def incidents_of(rows: Sequence[Row], feed: Feed) -> Table:
    """Rows as incidents; what cannot be placed or dated is counted and named, and costs no other row."""
    day_first = _day_first([row.get(str(feed["day"]), "") for row in rows], bool(feed.get("day_first", True)))
    found, lost = [], Counter[str]()
    for row in rows:
        incident = _incident(row, feed, day_first)
        if isinstance(incident, str):
            lost[incident] += 1
        else:
            found.append(incident)
    problems = [
        Problem("date" if "day" in why else "other", f"{count} rows {why}; left out.")
        for why, count in lost.items()
    ]
    if feed.get("note"):
        problems.append(Problem("other", str(feed["note"])))
    return Table(f"incidents ({feed['name']})", str(feed["name"]), tuple(found), problems=tuple(problems))


def _day_first(days: Sequence[str], usual: bool) -> bool:
    """Whether `07/03/2025` is the seventh of March: what the whole column allows, else the feed's habit."""
    pairs = [
        (int(found[1]), int(found[2]))
        for day in days
        if (found := re.match(r"(\d{1,2})[/-](\d{1,2})[/-]\d", day))
    ]
    if any(first > 12 for first, _ in pairs):
        return True
    if any(second > 12 for _, second in pairs):
        return False
    return usual


def _incident(row: Row, feed: Feed, day_first: bool) -> Incident | str:
    """A row as an incident, or what it lacks."""
    point = _point(row, feed)
    if isinstance(point, str):
        return point
    days = _days(row, feed, day_first)
    if isinstance(days, str):
        return days
    text = row.get(str(feed.get("text", "")), "")
    kinds = [row[key] for key in feed["kind"] if row.get(key)]
    kind = str(feed.get("kinds", {}).get(kinds[0], kinds[0])) if kinds else str(feed.get("fixed_kind", ""))
    targets = [row[key] for key in feed.get("target", ()) if row.get(key)]
    return Incident(
        feed=str(feed["name"]),
        feed_id=row.get(str(feed.get("id", "")), "") or _made_id(row),
        day=days[0],
        day_to=days[1],
        time=_time(row, feed),
        longitude=point[0],
        latitude=point[1],
        precision_m=_metres(row, feed),
        kind=kind,
        side=_side(row, feed),
        target=", ".join(targets),
        place=row.get(str(feed.get("place", "")), ""),
        text=text,
        sources=tuple(
            part for part in re.split(r"[\n|;]+", row.get(str(feed.get("sources", "")), "")) if part.strip()
        ),
        licence=str(feed["licence"]),
        note=str(feed.get("note", "")),
    )


def _made_id(row: Row) -> str:
    """A name for a row that its feed does not name."""
    return hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:16]


def _point(row: Row, feed: Feed) -> tuple[float, float] | str:
    try:
        latitude = float(row.get(str(feed["latitude"]), "").replace(",", "."))
        longitude = float(row.get(str(feed["longitude"]), "").replace(",", "."))
    except ValueError:
        return "have no coordinates"
    if (
        not (math.isfinite(latitude) and math.isfinite(longitude))
        or abs(longitude) > 180
        or abs(latitude) > 90
    ):
        return "have coordinates beyond the globe (swapped axes?)"
    return ("have coordinates 0, 0") if latitude == longitude == 0 else (longitude, latitude)


def _days(row: Row, feed: Feed, day_first: bool) -> tuple[str, str] | str:
    written = row.get(str(feed["day"]), "")
    day = day_in(written, day_first=day_first)
    if day is None:
        return "have no day"
    if not plausible(day):
        return f"have a day that cannot be ({day})"
    last = day_in(row.get(str(feed.get("day_to", "")), ""), day_first=day_first) or day
    spread = int(feed.get("days", {}).get(row.get(str(feed.get("day_precision", "")), ""), 0))
    first = before(day, spread or int(feed.get("days_before", 0)))
    return first, before(max(day, last), -spread)


def _time(row: Row, feed: Feed) -> str | None:
    """HH:MM; FIRMS writes `28` for 00:28."""
    written = row.get(str(feed.get("time", "")), "")
    found = re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2}.*)?", written)
    if found:
        time = f"{int(found[1]):02d}:{found[2]}"
    elif re.fullmatch(r"\d{1,4}", written):
        time = f"{int(written) // 100:02d}:{int(written) % 100:02d}"
    else:
        return None
    if time == feed.get("unknown_time") or time > "23:59" or time[3:] > "59":
        return None
    return time


def _metres(row: Row, feed: Feed) -> float:
    written = row.get(str(feed.get("precision", "")), "").upper().removesuffix(".0")
    return float(feed.get("metres", {}).get(written, feed["otherwise_m"]))


def _side(row: Row, feed: Feed) -> str:
    """Who did it, where the feed says so and says so of one side only."""
    sides = {
        side for column, side in feed.get("initiators", {}).items() if row.get(column) in ("1", "1.0", "TRUE")
    }
    if len(sides) == 1:
        return str(sides.pop())
    return side_named(row.get(str(feed.get("side", "")), "")) or ""
