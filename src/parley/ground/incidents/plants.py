"""Power plants as the WRI lists them, and tables that add what is claimed of their reactors."""

from __future__ import annotations

from collections.abc import Sequence

from parley.ground.days import day_in
from parley.ground.incidents.model import Site, Table
from parley.ground.incidents.tables import Row
from parley.ground.model import Problem
from parley.ground.words import code_of_two, side_within

_NEEDS = {"name", "latitude", "longitude", "primary_fuel"}
_NUCLEAR_M = 1000.0
"""A nuclear power plant is a kilometre or two across: its point may be that far from its edge."""

_OTHER_M = 2000.0


def lists_plants(rows: Sequence[Row]) -> bool:
    """Whether rows are power plants."""
    return bool(rows) and set(rows[0]) >= _NEEDS


def plants_of(rows: Sequence[Row], name: str) -> Table:
    """Power plants as sites, with what is claimed of their reactors and when."""
    sites, lost = [], 0
    for row in rows:
        try:
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        except ValueError:
            lost += 1
            continue
        nuclear = "nuclear" in row["primary_fuel"].lower()
        kind = "nuclear power plant" if nuclear else "power plant"
        country = code_of_two(row.get("country", "")) or side_within(name.replace("_", " ")) or ""
        precision = _NUCLEAR_M if nuclear else _OTHER_M
        sites.append(Site(row["name"], kind, country, longitude, latitude, precision, name, _claims(row)))
    problems = (Problem("other", f"{lost} rows have no coordinates; left out."),) if lost else ()
    return Table("power plants", "sites", sites=tuple(sites), problems=problems)


def _claims(row: Row) -> tuple[tuple[str, str | None], ...]:
    found: list[tuple[str, str | None]] = []
    working, total = row.get("number_of_reactors_in_operation", ""), row.get("number_of_reactors_total", "")
    if working and total:
        text = f"{working} of {total} reactors in operation"
        found.append((text, day_in(row.get("date_recording_reactors", ""))))
    for text, day in (("inspection_info", "inspection_date"), ("other_events", "date_events")):
        if row.get(text):
            found.append((" ".join(row[text].split()), day_in(row.get(day, ""))))
    return tuple(found)
