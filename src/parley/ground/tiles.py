"""Layers cut into cells, so that ground which stays as it was is stored, cut and measured once.

A daily map changes in a few places; the rest of its cells are the same bytes as yesterday's. The cells are
those of a fixed grid, and a shape is always halved along the same lines, so the same ground gives the same
bytes whatever else the layer holds.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator

import shapely
from shapely.errors import GEOSException

from parley.ground.geometry import areal, polygons
from parley.ground.model import Geometry

CELL_DEGREES = 0.25
_COLUMNS = 2048
"""Cells across the globe, rounded up to a power of two, so that halves fall on cell edges."""

Range = tuple[int, int, int, int]


def cell_number(column: int, row: int) -> int:
    """The number of a cell by its column and row."""
    return column * _COLUMNS + row


def cell_bounds(number: int) -> tuple[float, float, float, float]:
    """West, south, east and north of a cell."""
    column, row = divmod(number, _COLUMNS)
    west, south = column * CELL_DEGREES - 180.0, row * CELL_DEGREES - 90.0
    return west, south, west + CELL_DEGREES, south + CELL_DEGREES


def cell_at(longitude: float, latitude: float) -> int:
    """The number of the cell a point lies in."""
    return cell_number(
        math.floor((longitude + 180) / CELL_DEGREES), math.floor((latitude + 90) / CELL_DEGREES)
    )


def cells_of(shape: Geometry) -> list[int]:
    """The numbers of all cells that a geometry touches."""
    numbers = [cell_number(column, row) for column, row in _cells_in(shape.bounds)]
    boxes = shapely.box(*zip(*(cell_bounds(number) for number in numbers), strict=True))
    shapely.prepare(shape)
    meets = shapely.intersects(shape, boxes)
    return [number for number, met in zip(numbers, meets, strict=True) if met]


def _cells_in(bounds: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
    west, south, east, north = bounds
    for column in range(math.floor((west + 180) / CELL_DEGREES), math.floor((east + 180) / CELL_DEGREES) + 1):
        for row in range(
            math.floor((south + 90) / CELL_DEGREES), math.floor((north + 90) / CELL_DEGREES) + 1
        ):
            yield column, row


def cut(shape: Geometry) -> Iterator[tuple[int, Geometry]]:
    """The parts of a sound geometry by cell: number and polygons."""
    by_cell: dict[int, list[Geometry]] = {}
    for whole in polygons(shape):
        for number, part in _halve(whole, (0, _COLUMNS, 0, _COLUMNS)):
            by_cell.setdefault(number, []).extend(polygons(part))
    for number, parts in by_cell.items():
        if parts:
            yield number, parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def _halve(shape: Geometry, span: Range) -> Iterator[tuple[int, Geometry]]:
    """Cuts a polygon in the middle of a range of cells until one cell is left."""
    left, right, bottom, top = span
    while not shape.is_empty:
        if right - left == 1 and top - bottom == 1:
            yield cell_number(left, bottom), shape
            return
        halves = _halves((left, right, bottom, top))
        touched = [half for half in halves if _touches(shape.bounds, half)]
        if len(touched) == 1:
            left, right, bottom, top = touched[0]
            continue
        for half in touched:
            yield from _halve(_clipped(shape, half), half)
        return


def _halves(span: Range) -> tuple[Range, Range]:
    left, right, bottom, top = span
    if right - left >= top - bottom:
        middle = (left + right) // 2
        return (left, middle, bottom, top), (middle, right, bottom, top)
    middle = (bottom + top) // 2
    return (left, right, bottom, middle), (left, right, middle, top)


def _box(span: Range) -> tuple[float, float, float, float]:
    left, right, bottom, top = span
    return (
        left * CELL_DEGREES - 180.0,
        bottom * CELL_DEGREES - 90.0,
        right * CELL_DEGREES - 180.0,
        top * CELL_DEGREES - 90.0,
    )


def _touches(bounds: tuple[float, float, float, float], span: Range) -> bool:
    west, south, east, north = _box(span)
    return bounds[0] < east and bounds[2] > west and bounds[1] < north and bounds[3] > south


def _clipped(shape: Geometry, span: Range) -> Geometry:
    """The part of a polygon within a range of cells: quick where clipping gives sound polygons, exact
    elsewhere.
    """
    try:
        part = shapely.clip_by_rect(shape, *_box(span))
    except GEOSException:
        part = None
    if part is None or not part.is_valid:
        part = shapely.intersection(shape, shapely.box(*_box(span)))
    return areal(part)


def packed(shape: Geometry) -> tuple[str, bytes]:
    """The hash and the bytes of a geometry, the same for the same ground."""
    data = bytes(shapely.to_wkb(shapely.normalize(shape), output_dimension=2))
    return hashlib.sha256(data).hexdigest()[:24], data
