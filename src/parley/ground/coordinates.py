"""Points on the globe as people write them: degrees, or degrees, minutes and seconds."""

from __future__ import annotations

import re

import shapely

from parley.ground.errors import UnknownPlace
from parley.ground.model import Place

_POINT = re.compile(
    r"\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([NS]?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW]?)\s*"
)
_ANGLE = (
    r"(\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*['’′]\s*)?"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*(?:[\"”″]|'')\s*)?"
)
_ANGLES = re.compile(rf"\s*{_ANGLE}([NSEW])\s*[,; ]?\s*{_ANGLE}([NSEW])\s*")


def point_of(words: str) -> Place | None:
    """The point that words give as coordinates; None where they give none.

    Args:
        words: latitude first, unless letters say otherwise: "51.19, 35.04", "35°16'E 51°11'N".

    Raises:
        UnknownPlace: when there is no such point on the globe.
    """
    found, lettered = _POINT.fullmatch(words), _ANGLES.fullmatch(words)
    if found is not None:
        latitude = float(found[1]) * (-1 if found[2] == "S" else 1)
        longitude = float(found[3]) * (-1 if found[4] == "W" else 1)
    elif lettered is not None and (lettered[4] in "NS") != (lettered[8] in "NS"):
        angles = {letter: _degrees(lettered, start) for start, letter in ((1, lettered[4]), (5, lettered[8]))}
        latitude = angles.get("N", 0.0) - angles.get("S", 0.0)
        longitude = angles.get("E", 0.0) - angles.get("W", 0.0)
    else:
        return None
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise UnknownPlace(f"{words!r} is no point on the globe: latitude comes first, then longitude.")
    return Place(words.strip(), "point", "", (words,), shapely.Point(longitude, latitude))


def _degrees(found: re.Match[str], start: int) -> float:
    degrees, minutes, seconds = (float(found[start + index] or 0) for index in range(3))
    return degrees + minutes / 60 + seconds / 3600
