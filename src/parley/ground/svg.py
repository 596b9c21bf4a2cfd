"""A day's maps as one SVG picture: legend in words, scale, hatching that needs no colour."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape

import shapely

from parley.ground.export import Painted, Sheet
from parley.ground.geometry import Plane, polygons
from parley.ground.model import Geometry, Place

WIDTH = 900.0
MARGIN = 16.0
_SPARE = 0.05
HEAD = 48.0
LINE = 18.0
_LEAST_M = 150.0
"""Detail finer than this is not drawn: maps are no finer, and neither should a reader think so."""

_COLOURS = ("#b2182b", "#2166ac", "#1b7837", "#762a83", "#8c510a")
_NEUTRAL = "#737373"
_STEPS_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500)


def picture(shown: Sheet, around: Geometry | None = None, places: Sequence[Place] = ()) -> str:
    """A sheet as SVG.

    Args:
        shown: what to draw.
        around: the ground to show, in degrees; None for all that is painted.
        places: whose borders and names are drawn.
    """
    frame = frame_of(shown, around)
    legend = legend_of(shown.painted)
    height = frame.height + HEAD + LINE * (len(legend) + 2) + 2 * MARGIN
    title = title_of(shown)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img"'
        f' viewBox="0 0 {WIDTH + 2 * MARGIN:.0f} {height:.0f}" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        _patterns(shown.painted),
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="{MARGIN}" y="30" font-size="16">{escape(title)}</text>',
        f'<g clip-path="url(#frame)" transform="translate({MARGIN} {HEAD})">',
        *(frame.path(one.shape, _fill(one, shown.painted)) for one in shown.painted),
        *(_border(frame, place) for place in places),
        "</g>",
        f'<clipPath id="frame"><rect width="{WIDTH}" height="{frame.height:.1f}"/></clipPath>',
        _scale(frame),
        *_words(legend, frame.height + HEAD + MARGIN + 2 * LINE),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part)


def frame_of(shown: Sheet, around: Geometry | None) -> Frame:
    """The frame of a picture: around some ground in degrees, or around all that is painted."""
    return Frame(around if around is not None else shapely.union_all([one.shape for one in shown.painted]))


def title_of(shown: Sheet) -> str:
    """What stands above a picture."""
    groups = ", ".join(sorted({one.series.group for one in shown.painted}))
    return f"Who holds the ground, by {groups}; {shown.day}"


class Frame:
    """The ground that is drawn, and how it comes to lie on the paper."""

    def __init__(self, around: Geometry) -> None:
        west, south, east, north = around.bounds
        spare = max(east - west, north - south) * _SPARE
        west, south, east, north = west - spare, south - spare, east + spare, north + spare
        self._plane = Plane((west + east) / 2, (south + north) / 2)
        left, bottom, right, top = self._plane.flat(shapely.box(west, south, east, north)).bounds
        self._left, self._top = left, top
        self.metres = max((right - left) / WIDTH, 1e-6)
        self.height = (top - bottom) / self.metres
        self._box = shapely.box(left, bottom, right, top)

    def path(self, shape: Geometry, attributes: str) -> str:
        """A geometry in degrees as a path; '' where none of it is in the frame."""
        drawn = "".join(self._ring(ring) for part in self.parts(shape) for ring in part)
        return f'<path d="{drawn}" fill-rule="evenodd" {attributes}/>' if drawn else ""

    def parts(self, shape: Geometry) -> list[list[list[tuple[float, float]]]]:
        """The polygons of a geometry in degrees on the paper: the outer ring first, then the holes."""
        flat = shapely.intersection(self._plane.flat(shape), self._box)
        coarse = shapely.simplify(flat, max(_LEAST_M, self.metres / 2))
        return [
            [[self._paper(point) for point in ring.coords] for ring in (part.exterior, *part.interiors)]
            for part in polygons(coarse)
        ]

    def _ring(self, ring: Sequence[tuple[float, float]]) -> str:
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in ring)
        return f"M{points}Z"

    def _paper(self, point: tuple[float, float]) -> tuple[float, float]:
        return (point[0] - self._left) / self.metres, (self._top - point[1]) / self.metres

    def spot(self, shape: Geometry) -> tuple[float, float] | None:
        """Where on the paper a geometry's middle is; None where that is outside."""
        flat = shapely.intersection(self._plane.flat(shape), self._box)
        if flat.is_empty:
            return None
        point = flat.representative_point()
        return self._paper((point.x, point.y))


def _key(painted: Painted) -> tuple[str, str, str]:
    return painted.series.group, painted.status, painted.side


def _sides(painted: Iterable[Painted]) -> list[str]:
    return sorted({one.side for one in painted if one.side})


def colour_of(painted: Painted, every: Sequence[Painted]) -> str:
    """The colour of a side, of those of all that is painted; grey for nobody's."""
    sides = _sides(every)
    return _COLOURS[sides.index(painted.side) % len(_COLOURS)] if painted.side else _NEUTRAL


def name_of(painted: Painted) -> str:
    """The name of the hatching of a group, status and side."""
    return "p" + "".join(character if character.isalnum() else "-" for character in "-".join(_key(painted)))


def _patterns(every: Sequence[Painted]) -> str:
    """Hatching, turned a little further for each group, so that groups can be told without colour."""
    found = []
    for one in {_key(one): one for one in every}.values():
        angle, width = hatching_of(one, every)
        dash = ' stroke-dasharray="3 3"' if one.status == "claimed" else ""
        found.append(
            f'<pattern id="{name_of(one)}" width="7" height="7" patternUnits="userSpaceOnUse"'
            f' patternTransform="rotate({angle:.0f})"><line x1="0" y1="0" x2="0" y2="7"'
            f' stroke="{colour_of(one, every)}" stroke-width="{width}"{dash}/></pattern>'
        )
    return f"<defs>{''.join(found)}</defs>"


def hatching_of(painted: Painted, every: Sequence[Painted]) -> tuple[float, float]:
    """How far the hatching is turned, in degrees, and how wide its lines are."""
    groups = sorted({one.series.group for one in every})
    angle = 20 + 180 * groups.index(painted.series.group) / max(1, len(groups))
    return angle, {"held": 3.0, "contested": 1.2, "claimed": 1.2}.get(painted.status, 1.0)


def _fill(painted: Painted, every: Sequence[Painted]) -> str:
    return f'fill="url(#{name_of(painted)})" stroke="{colour_of(painted, every)}" stroke-width="0.8"'


def _border(frame: Frame, place: Place) -> str:
    drawn = frame.path(place.shape, 'fill="none" stroke="#000000" stroke-width="0.6" stroke-dasharray="5 3"')
    spot = frame.spot(place.shape) if drawn else None
    if spot is None:
        return drawn
    at = f'x="{spot[0]:.0f}" y="{spot[1]:.0f}"'
    return f'{drawn}<text {at} text-anchor="middle" fill="#333333">{escape(place.name)}</text>'


def scale_of(frame: Frame) -> tuple[int, float]:
    """A round length in kilometres, some fifth of the width, and how long its bar is."""
    wanted = frame.metres * WIDTH / 5 / 1000
    length = max((step for step in _STEPS_KM if step <= wanted), default=_STEPS_KM[0])
    return length, length * 1000 / frame.metres


def _scale(frame: Frame) -> str:
    length, width = scale_of(frame)
    y = frame.height + HEAD + MARGIN
    return (
        f'<path d="M{MARGIN},{y:.0f}v6h{width:.1f}v-6" fill="none" stroke="#000000"/>'
        f'<text x="{MARGIN + width + 8:.0f}" y="{y + 8:.0f}">{length} km</text>'
    )


def legend_of(every: Sequence[Painted]) -> list[tuple[str, str]]:
    """What each hatching means: its pattern and words."""
    found: dict[str, str] = {}
    for one in every:
        what = f"{one.status} by {one.side}" if one.side else one.status.replace("_", " ")
        own = f" ({', '.join(one.terms)})" if one.terms else ""
        found[name_of(one)] = (
            f"{one.series.group}: {what}{own}, shows {one.layer.dates.effective}; {one.series.licence}"
        )
    return sorted(found.items())


def _words(legend: Sequence[tuple[str, str]], top: float) -> list[str]:
    return [
        f'<rect x="{MARGIN}" y="{top + index * LINE - 11:.0f}" width="24" height="13" fill="url(#{name})"'
        f' stroke="#000000" stroke-width="0.5"/>'
        f'<text x="{MARGIN + 32}" y="{top + index * LINE:.0f}">{escape(words)}</text>'
        for index, (name, words) in enumerate(legend)
        if math.isfinite(top)
    ]
