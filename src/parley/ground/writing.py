"""Drafts into the store: ground cut into cells, each shape kept once."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Sequence

import shapely

from parley.ground.files import SourceFile
from parley.ground.geometry import area_km2
from parley.ground.model import Draft, Meaning, Place, Problem, Series
from parley.ground.tiles import cut, packed


def keep_raw(connection: sqlite3.Connection, source: SourceFile) -> None:
    """Keeps the bytes of a file under their hash."""
    connection.execute(
        "INSERT OR IGNORE INTO raw VALUES (?, ?, ?, ?)",
        (source.digest, source.name, len(source.data), zlib.compress(source.data, 3)),
    )


def keep_series(connection: sqlite3.Connection, series: Series) -> None:
    """Keeps what is known of a series; what was said of it before is replaced, its edges stay."""
    scope = None if series.scope is None else shapely.to_wkb(series.scope)
    values = (
        series.name, series.group, series.title or series.group, series.licence, int(series.redistribute),
        json.dumps(series.carries), json.dumps(series.include), json.dumps(series.exclude), int(series.home),
        series.rank, int(series.together), series.stale, series.note, scope,
    )  # fmt: skip
    connection.execute(
        "INSERT INTO series (name, grp, title, licence, redistribute, carries, include, exclude, home,"
        " rank, together,"
        " stale, note, scope) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO"
        " UPDATE SET"
        " grp = excluded.grp, title = excluded.title, licence = excluded.licence,"
        " redistribute = min(redistribute, excluded.redistribute), scope = coalesce(excluded.scope, scope)",
        values,
    )


def keep_layer(connection: sqlite3.Connection, draft: Draft, source: SourceFile) -> int | None:
    """Keeps a layer; None where the same file's layer is there already.

    Args:
        connection: within a transaction.
        draft: with a plausible effective day.
        source: the file it came from.
    """
    dates = draft.dates
    known = "SELECT 1 FROM layers WHERE series = ? AND effective = ? AND raw = ?"
    if connection.execute(known, (draft.series, dates.effective, source.digest)).fetchone():
        return None
    cells = _cells(connection, draft)
    content = hashlib.sha256(json.dumps(sorted(cells)).encode()).hexdigest()[:24]
    number = connection.execute(
        "INSERT INTO layers (series, effective, published, captured, window_from, raw, content, origin)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
        (
            draft.series, dates.effective, dates.published, dates.captured, dates.window_from, source.digest,
            content,
            source.name,
        ),
    ).fetchone()[0]  # fmt: skip
    connection.executemany(
        "INSERT INTO cells (cell, layer, meaning, shape) VALUES (?, ?, ?, ?)",
        [(cell, number, meaning, shape) for cell, meaning, shape in cells],
    )
    _keep_terms(connection, number, draft)
    _widen(connection, draft)
    connection.executemany(
        "INSERT INTO units VALUES (?, ?, ?, ?, ?)", [(number, *unit) for unit in draft.units]
    )
    return int(number)


def _cells(connection: sqlite3.Connection, draft: Draft) -> list[tuple[int, int, int]]:
    """The cells of a layer: cell, meaning and shape by number; each shape is kept once in the store."""
    by_meaning: dict[Meaning, list[object]] = {}
    for paint in draft.paints:
        by_meaning.setdefault(paint.meaning, []).append(paint.shape)
    found = []
    for meaning, shapes in by_meaning.items():
        ground = shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)
        number = meaning_number(connection, meaning)
        found += [(cell, number, _shape_number(connection, part)) for cell, part in cut(ground)]
    return found


def meaning_number(connection: sqlite3.Connection, meaning: Meaning) -> int:
    """The number of a meaning, which is made where it is new."""
    values = (meaning.status.value, meaning.side)
    connection.execute("INSERT OR IGNORE INTO meanings (status, side) VALUES (?, ?)", values)
    return int(
        connection.execute("SELECT number FROM meanings WHERE status = ? AND side = ?", values).fetchone()[0]
    )


def _shape_number(connection: sqlite3.Connection, shape: object) -> int:
    digest, data = packed(shape)
    found = connection.execute("SELECT number FROM shapes WHERE hash = ?", (digest,)).fetchone()
    if found is None:
        found = connection.execute(
            "INSERT INTO shapes (hash, wkb, km2) VALUES (?, ?, ?) RETURNING number",
            (digest, data, area_km2(shape)),
        ).fetchone()
    return int(found[0])


def _keep_terms(connection: sqlite3.Connection, layer: int, draft: Draft) -> None:
    rows = [
        (layer, paint.term, paint.meaning.status.value, paint.meaning.side, area_km2(paint.shape))
        for paint in draft.paints
    ]
    connection.executemany("INSERT OR REPLACE INTO terms VALUES (?, ?, ?, ?, ?)", rows)


def _widen(connection: sqlite3.Connection, draft: Draft) -> None:
    """Widens the edges of all the series ever painted."""
    if not draft.paints:
        return
    edges = shapely.total_bounds([paint.shape for paint in draft.paints])
    connection.execute(
        "UPDATE series SET west = min(coalesce(west, 180), ?), south = min(coalesce(south, 90), ?),"
        " east = max(coalesce(east, -180), ?), north = max(coalesce(north, -90), ?) WHERE name = ?",
        (*(float(edge) for edge in edges), draft.series),
    )


def keep_places(connection: sqlite3.Connection, places: Sequence[Place]) -> int:
    """Keeps places; returns how many are new."""
    kept = 0
    for place in places:
        data = shapely.to_wkb(place.shape)
        values = (
            place.name, place.kind, place.country, json.dumps(place.names, ensure_ascii=False), data,
            place.source,
            place.margin_m, hashlib.sha256(data).hexdigest()[:24],
        )  # fmt: skip
        kept += connection.execute(
            "INSERT OR IGNORE INTO places (name, kind, country, names, wkb, source, margin_m, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        ).rowcount
    return kept


def keep_problems(
    connection: sqlite3.Connection, source: SourceFile, layer: int | None, problems: Sequence[Problem]
) -> None:
    """Keeps what was caught in a file."""
    connection.executemany(
        "INSERT INTO problems VALUES (?, ?, ?, ?)",
        [(source.digest, layer, problem.kind, problem.text) for problem in problems],
    )
