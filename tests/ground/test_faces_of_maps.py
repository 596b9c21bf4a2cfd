"""What each map shows as ground, and where two part."""

from __future__ import annotations

from pathlib import Path

import pytest

from ground_layers import box, collection, take_in, write
from parley.ground.faces import NOT_PAINTED, differences, face, theatre_of
from parley.ground.store import GroundStore

WEST, EAST = (-30.5, 30.0, -30.0, 30.5), (-30.0, 30.0, -29.5, 30.5)
WHOLE = (-30.5, 30.0, -29.5, 30.5)
SCOPE = [-30.5, 30.0, -29.5, 30.5]


def layer(store: GroundStore, folder: Path, group: str, *features: object, **top: object) -> None:
    """Imports a layer."""
    told = {"group": group, "licence": "CC0", "effective": "2025-06-01", "scope": SCOPE, **top}
    # A feature is a plain mapping here; `collection` types it more narrowly than JSON is.
    path = write(folder / f"{group}.geojson", collection(*features, **told))  # type: ignore[arg-type]
    assert not [one.failure for one in take_in(store, path) if one.failure]


def parted(store: GroundStore, day: str = "2025-06-01") -> dict[tuple[str, str], float]:
    """The differences between the groups "a" and "b", in square kilometres."""
    theatre = theatre_of(store)
    assert theatre is not None
    one, other = (face(theatre, group, day) for group in ("a", "b"))
    return {found.shows: found.km2 for found in differences(theatre, one, other)}


def test_nothing_painted_is_no_theatre(store: GroundStore) -> None:
    assert theatre_of(store) is None


def test_ground_divides_by_what_each_shows_and_adds_up(store: GroundStore, tmp_path: Path) -> None:
    layer(store, tmp_path, "a", box(WEST, status="held", holder="North"), box(EAST, status="grey zone"))
    layer(store, tmp_path, "b", box(WHOLE, status="held", holder="North"))
    found = parted(store)
    assert set(found) == {("held by North", "held by North"), ("contested", "held by North")}
    half = found["held by North", "held by North"]
    assert half == pytest.approx(48.13 * 55.42, rel=0.02)
    assert found["contested", "held by North"] == pytest.approx(half, rel=0.01)


def test_ground_painted_twice_is_what_the_stronger_word_says(store: GroundStore, tmp_path: Path) -> None:
    layer(store, tmp_path, "a", box(WHOLE, status="grey zone"), box(WEST, status="held", holder="North"))
    theatre = theatre_of(store)
    assert theatre is not None
    shown = face(theatre, "a", "2025-06-01")
    areas = {part.shows: part.km2 for part in shown.parts}
    assert areas["held by North"] == pytest.approx(areas["contested"], rel=0.01)
    assert shown.parts[0].shape.intersection(shown.parts[1].shape).area < 1


def test_a_border_drawn_a_little_apart_is_no_difference(store: GroundStore, tmp_path: Path) -> None:
    near = (-30.5, 30.0, -30.004, 30.5)
    layer(store, tmp_path, "a", box(WEST, status="held", holder="North"))
    layer(store, tmp_path, "b", box(near, status="held", holder="North"))
    theatre = theatre_of(store)
    assert theatre is not None
    one, other = (face(theatre, group, "2025-06-01") for group in ("a", "b"))
    (apart,) = [found for found in differences(theatre, one, other) if not found.same]
    assert apart.shows == ("held by North", NOT_PAINTED)
    assert apart.km2 == pytest.approx(0, abs=0.01)
    assert apart.narrow_km2 == pytest.approx(0.385 * 55.4, rel=0.03)


def test_a_map_too_old_is_not_drawn_and_says_why(store: GroundStore, tmp_path: Path) -> None:
    layer(store, tmp_path, "a", box(WEST, status="held", holder="North"), effective="2025-01-01")
    theatre = theatre_of(store)
    assert theatre is not None
    shown = face(theatre, "a", "2025-06-01")
    assert shown.parts == ()
    assert "151 days earlier" in " ".join(shown.withheld)


def test_a_closed_licence_is_kept_from_others_only(store: GroundStore, tmp_path: Path) -> None:
    layer(store, tmp_path, "a", box(WEST, status="held", holder="North"), licence="all rights reserved")
    theatre = theatre_of(store)
    assert theatre is not None
    assert face(theatre, "a", "2025-06-01").parts == ()
    assert face(theatre, "a", "2025-06-01", for_others=False).parts
