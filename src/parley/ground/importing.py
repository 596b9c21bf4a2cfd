"""Files into the store: each wholly or not at all; one bad file never costs the rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from parley.ground.adapters.given import Given, Reading
from parley.ground.adapters.registry import read_map
from parley.ground.days import day_in, plausible
from parley.ground.errors import UnreadableMap
from parley.ground.files import SourceFile, files_in, read_file
from parley.ground.incidents.importing import keep_table, read_table
from parley.ground.model import Draft, Problem
from parley.ground.store import GroundStore
from parley.ground.writing import keep_layer, keep_places, keep_problems, keep_raw, keep_series

_MOST_DEGREES = 6000.0
"""Twice what Russia takes up."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file.

    Attributes:
        file: its path as found.
        form: the format it was read as, or '' where it is none that Parley knows.
        group: whose map it is, or ''.
        effective: the days its layers show.
        layers: how many layers were kept.
        places: how many places, sites or incidents were kept.
        known: whether all of it was in the store before.
        problems: what was caught.
        failure: why nothing of it was kept, or None.
    """

    file: str
    form: str = ""
    group: str = ""
    effective: tuple[str, ...] = ()
    layers: int = 0
    places: int = 0
    known: bool = False
    problems: tuple[Problem, ...] = ()
    failure: str | None = None


def import_files(store: GroundStore, paths: tuple[str, ...], given: Given) -> Iterator[Imported]:
    """Imports files and folders, one result a file.

    Args:
        store: where they go.
        paths: files and folders.
        given: what is said of them where they do not say it.

    Raises:
        GroundError: when a path is not there.
    """
    for path in files_in(paths):
        try:
            yield import_file(store, path, given)
        except UnreadableMap as error:
            yield Imported(str(path), failure=str(error))
        except OSError as error:
            yield Imported(str(path), failure=f"{path}: {error.strerror}.")


def import_file(store: GroundStore, path: Path, given: Given) -> Imported:
    """Imports one file, wholly or not at all.

    Raises:
        UnreadableMap: when it cannot be taken in.
    """
    source = read_file(path)
    read = read_map(source, given)
    if read is not None:
        form, reading = read
        with store.writing() as connection:
            return _keep(connection, source, (form, _as_given(reading, given)), str(path))
    table = read_table(source, given)
    if table is not None:
        with store.writing() as connection:
            keep_raw(connection, source)
            kept = keep_table(connection, source, table)
            keep_problems(connection, source, None, table.problems)
        return Imported(str(path), table.form, table.feed, places=kept, problems=table.problems)
    return Imported(str(path))


def _keep(
    connection: sqlite3.Connection, source: SourceFile, read: tuple[str, Reading], path: str
) -> Imported:
    form, reading = read
    _bounded(reading, source)
    before = connection.total_changes
    keep_raw(connection, source)
    new_file = connection.total_changes > before
    dated = [(draft, *_dated(draft, source)) for draft in reading.drafts]
    kept = {draft.series for draft, _, aside in dated if aside is None}
    for series in reading.series:
        if series.name in kept or not reading.drafts:
            keep_series(connection, series)
    problems, days, layers = [*reading.problems, *_same_file(connection, source)], [], 0
    keep_problems(connection, source, None, reading.problems if new_file else ())
    for _, draft, aside in dated:
        if aside is not None:
            problems.append(aside)
            keep_problems(connection, source, None, [aside] if new_file else ())
            continue
        number = keep_layer(connection, draft, source)
        if number is None:
            continue
        caught = [*draft.problems, *_copies(connection, number)]
        keep_problems(connection, source, number, caught)
        problems += caught
        days.append(draft.dates.effective)
        layers += 1
    places = keep_places(connection, reading.places)
    connection.executemany("INSERT OR REPLACE INTO totals VALUES (?, ?, ?, ?)", reading.totals)
    group = reading.series[0].group if reading.series else (reading.totals[0][0] if reading.totals else "")
    known = not new_file and not layers and not places
    return Imported(path, form, group, tuple(sorted(set(days))), layers, places, known, tuple(problems))


def _bounded(reading: Reading, source: SourceFile) -> None:
    """Refuses a map of a good part of the globe.

    Raises:
        UnreadableMap: when a layer paints so much.
    """
    for draft in reading.drafts:
        degrees = sum(float(paint.shape.area) for paint in draft.paints)
        if degrees > _MOST_DEGREES:
            raise UnreadableMap(
                f"{source.name} paints {degrees:,.0f} square degrees, a good part of the globe: no map of"
                " a war does; nothing of it was imported."
            )


def _as_given(reading: Reading, given: Given) -> Reading:
    """A reading whose layers are of the group that a person gave; what is known of their form stays."""
    group = given.group
    if group is None or all(one.group == group for one in reading.series):
        return reading
    names = {one.name: f"{group}-{one.name}" for one in reading.series}
    series = tuple(replace(one, name=names[one.name], group=group, title=group) for one in reading.series)
    drafts = tuple(replace(one, series=names[one.series]) for one in reading.drafts)
    totals = tuple((group, *total[1:]) for total in reading.totals)
    return replace(reading, series=series, drafts=drafts, totals=totals)


def _same_file(connection: sqlite3.Connection, source: SourceFile) -> list[Problem]:
    """Says that a file under another name is the same to the last byte."""
    known = connection.execute("SELECT name FROM raw WHERE digest = ?", (source.digest,)).fetchone()
    if known is None or known[0] == source.name:
        return []
    return [Problem("copy", f"The same file as {known[0]}, to the last byte: a silent copy; kept once.")]


def _dated(draft: Draft, source: SourceFile) -> tuple[Draft, Problem | None]:
    """A draft with its day as YYYY-MM-DD, and why it is set aside, or None.

    Raises:
        UnreadableMap: when nobody says which day it shows.
    """
    written = draft.dates.effective
    day = day_in(written) if written else None
    if not written:
        raise UnreadableMap(
            f"{source.name} does not say which day it shows: say so with --effective YYYY-MM-DD."
        )
    if day is None or not plausible(day):
        return draft, Problem(
            "date",
            f"{written} is no day that a map can show; the layer is set aside (say the right one with"
            f" --effective).",
        )
    return replace(draft, dates=replace(draft.dates, effective=day)), None


def _copies(connection: sqlite3.Connection, layer: int) -> list[Problem]:
    """Says that a layer repeats another day's to the last point."""
    found = connection.execute(
        "SELECT other.effective FROM layers AS this JOIN layers AS other ON other.series = this.series"
        " AND other.content = this.content AND other.number <> this.number"
        " AND other.effective <= this.effective WHERE this.number = ? ORDER BY other.effective DESC LIMIT 1",
        (layer,),
    ).fetchone()
    if found is None:
        return []
    text = f"The same ground as on {found[0]}: no change and no update cannot be told apart."
    return [Problem("copy", text)]
