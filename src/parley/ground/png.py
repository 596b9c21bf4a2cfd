"""A day's maps as one PNG picture: what the SVG shows, for places that take no SVG."""

from __future__ import annotations

import io
import itertools
import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFont

from parley.ground.export import Painted, Sheet
from parley.ground.model import Geometry, Place
from parley.ground.svg import (
    HEAD,
    LINE,
    MARGIN,
    WIDTH,
    Frame,
    colour_of,
    frame_of,
    hatching_of,
    legend_of,
    name_of,
    scale_of,
    title_of,
)

_PIXELS = 2
"""Pixels to a unit of the SVG, so that it stays sharp on paper."""

_APART = 7.0
_DASH = 8


def picture_png(shown: Sheet, around: Geometry | None = None, places: Sequence[Place] = ()) -> bytes:
    """A sheet as PNG.

    Args:
        shown: what to draw.
        around: the ground to show, in degrees; None for all that is painted.
        places: whose borders and names are drawn.
    """
    frame = frame_of(shown, around)
    legend = legend_of(shown.painted)
    height = frame.height + HEAD + LINE * (len(legend) + 2) + 2 * MARGIN
    paper = Image.new("RGB", (_px(WIDTH + 2 * MARGIN), _px(height)), "#ffffff")
    ground = _ground(frame, shown.painted, places)
    paper.paste(ground, (_px(MARGIN), _px(HEAD)))
    draw = ImageDraw.Draw(paper)
    draw.text((_px(MARGIN), _px(14)), title_of(shown), fill="#000000", font=_font(16))
    _scale(draw, frame)
    _legend(paper, legend, shown.painted, frame.height + HEAD + MARGIN + 2 * LINE)
    written = io.BytesIO()
    paper.save(written, "PNG", optimize=True)
    return written.getvalue()


def _px(units: float) -> int:
    return max(1, round(units * _PIXELS))


def _font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size * _PIXELS)


def _ground(frame: Frame, every: Sequence[Painted], places: Sequence[Place]) -> Image.Image:
    """What is painted, and borders with their names over it."""
    image = Image.new("RGB", (_px(WIDTH), _px(frame.height)), "#ffffff")
    for one in every:
        parts = frame.parts(one.shape)
        mask = Image.new("L", image.size, 0)
        for part in parts:
            mask = ImageChops.lighter(mask, _filled(part, image.size))
        lines = ImageChops.multiply(mask, _hatching(image.size, *hatching_of(one, every)))
        image.paste(colour_of(one, every), (0, 0), lines)
        for part in parts:
            _outline(ImageDraw.Draw(image), part, colour_of(one, every))
    draw = ImageDraw.Draw(image)
    for place in places:
        for part in frame.parts(place.shape):
            _dashed(draw, part[0])
        spot = frame.spot(place.shape)
        if spot is not None:
            at = (spot[0] * _PIXELS, spot[1] * _PIXELS)
            draw.text(
                at,
                place.name,
                fill="#333333",
                font=_font(13),
                anchor="mm",
                stroke_width=5,
                stroke_fill="#ffffff",
            )
    return image


def _filled(part: Sequence[Sequence[tuple[float, float]]], size: tuple[int, int]) -> Image.Image:
    """A polygon without its holes, white on black."""
    mask = Image.new("L", size, 0)
    draw = ImageDraw.Draw(mask)
    for index, ring in enumerate(part):
        draw.polygon(_points(ring), fill=0 if index else 255)
    return mask


def _points(ring: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(x * _PIXELS, y * _PIXELS) for x, y in ring]


def _hatching(size: tuple[int, int], angle: float, width: float) -> Image.Image:
    """Parallel lines over a whole picture, white on black; upright ones turned by an angle."""
    image = Image.new("L", size, 0)
    draw = ImageDraw.Draw(image)
    turned = math.radians(angle)
    across, along = (math.cos(turned), math.sin(turned)), (-math.sin(turned), math.cos(turned))
    reach = math.hypot(*size)
    for index in range(-int(reach / (_APART * _PIXELS)) - 1, int(reach / (_APART * _PIXELS)) + 2):
        x, y = (index * _APART * _PIXELS * part for part in across)
        ends = [(x + sign * reach * along[0], y + sign * reach * along[1]) for sign in (-1, 1)]
        draw.line(ends, fill=255, width=max(1, round(width * _PIXELS / 2)))
    return image


def _outline(draw: ImageDraw.ImageDraw, part: Sequence[Sequence[tuple[float, float]]], colour: str) -> None:
    for ring in part:
        draw.line(_points(ring), fill=colour, width=2)


def _dashed(draw: ImageDraw.ImageDraw, ring: Sequence[tuple[float, float]]) -> None:
    """A border as dashes of equal length, however far apart its points are."""
    gone = 0.0
    points = _points(ring)
    for start, end in itertools.pairwise(points):
        length = math.dist(start, end)
        done = 0.0
        while done < length:
            step = min(_DASH - gone % _DASH, length - done)
            if int(gone / _DASH) % 2 == 0:
                draw.line([_between(start, end, done / length), _between(start, end, (done + step) / length)],
                          fill="#000000", width=1)  # fmt: skip
            done, gone = done + max(step, 0.01), gone + max(step, 0.01)


def _between(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _scale(draw: ImageDraw.ImageDraw, frame: Frame) -> None:
    length, width = scale_of(frame)
    y = frame.height + HEAD + MARGIN
    bar = [(MARGIN, y), (MARGIN, y + 6), (MARGIN + width, y + 6), (MARGIN + width, y)]
    draw.line(_points(bar), fill="#000000", width=2)
    draw.text((_px(MARGIN + width + 8), _px(y - 4)), f"{length} km", fill="#000000", font=_font(13))


def _legend(
    paper: Image.Image, legend: Sequence[tuple[str, str]], every: Sequence[Painted], top: float
) -> None:
    """Each hatching as a small field, with what it means in words."""
    by_name = {name_of(one): one for one in every}
    draw = ImageDraw.Draw(paper)
    for index, (name, words) in enumerate(legend):
        one, y = by_name[name], top + index * LINE
        size = (_px(24), _px(13))
        field = Image.new("RGB", size, "#ffffff")
        field.paste(colour_of(one, every), (0, 0), _hatching(size, *hatching_of(one, every)))
        paper.paste(field, (_px(MARGIN), _px(y - 11)))
        corner = (_px(MARGIN), _px(y - 11))
        draw.rectangle((*corner, corner[0] + size[0], corner[1] + size[1]), outline="#000000")
        draw.text((_px(MARGIN + 32), _px(y - 12)), words, fill="#000000", font=_font(12))
