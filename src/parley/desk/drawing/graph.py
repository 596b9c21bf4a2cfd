"""The graph of who is waiting for whom: parties on a ring, an arrow for each commitment that waits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 760, 420
_FLAT = 200
"""Height where there are no more than two parties."""
_BOX_HEIGHT = 34
_LETTER = 7.4
_CURVE = 34.0
_MOST = 14


@dataclass(frozen=True, slots=True)
class Node:
    """A party with its place."""

    name: str
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Edge:
    """Who waits for whom, as a curve; `deadlock` where the other waits too."""

    waiting: str
    awaited: str
    path: str
    label_x: float
    label_y: float
    count: int
    deadlock: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph with all its places."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def graph(pairs: Sequence[tuple[str, str]]) -> Graph | None:
    """Lays out who waits for whom; None where nobody does.

    Args:
        pairs: for each commitment who waits and who is awaited; equal pairs become one arrow.
    """
    counts: dict[tuple[str, str], int] = {}
    for pair in pairs:
        counts[pair] = counts.get(pair, 0) + 1
    weight: dict[str, int] = {}
    for pair, number in counts.items():
        for name in pair:
            weight[name] = weight.get(name, 0) + number
    if not weight:
        return None
    names = sorted(weight, key=lambda name: (-weight[name], name))[:_MOST]
    height = HEIGHT if len(names) > 2 else _FLAT
    nodes = {name: _node(name, number, len(names), height) for number, name in enumerate(names)}
    edges = [
        _edge(nodes[waiting], nodes[awaited], number, (awaited, waiting) in counts)
        for (waiting, awaited), number in counts.items()
        if waiting in nodes and awaited in nodes and waiting != awaited
    ]
    return Graph(WIDTH, height, tuple(nodes.values()), tuple(edges), len(weight) - len(names))


def _node(name: str, number: int, of: int, height: int) -> Node:
    angle = math.pi + 2 * math.pi * number / of
    shown = min(len(name), 26)
    width = shown * _LETTER + 26
    x = WIDTH / 2 + math.cos(angle) * (WIDTH / 2 - 130) * (0 if of == 1 else 1)
    y = height / 2 + math.sin(angle) * (height / 2 - 50) * (0 if of == 1 else 1)
    return Node(name, round(x, 1), round(y, 1), width)


def _edge(one: Node, other: Node, count: int, deadlock: bool) -> Edge:
    """A curve from border to border, bent so that both directions can be told apart."""
    distance = math.hypot(other.x - one.x, other.y - one.y) or 1.0
    aside_x, aside_y = -(other.y - one.y) / distance * _CURVE, (other.x - one.x) / distance * _CURVE
    middle_x, middle_y = (one.x + other.x) / 2 + aside_x, (one.y + other.y) / 2 + aside_y
    start, end = _border(one, middle_x, middle_y), _border(other, middle_x, middle_y)
    path = f"M{start[0]:g},{start[1]:g} Q{middle_x:.1f},{middle_y:.1f} {end[0]:g},{end[1]:g}"
    label = ((start[0] + 2 * middle_x + end[0]) / 4, (start[1] + 2 * middle_y + end[1]) / 4)
    return Edge(one.name, other.name, path, round(label[0], 1), round(label[1], 1), count, deadlock)


def _border(node: Node, to_x: float, to_y: float) -> tuple[float, float]:
    """Where the line to a point leaves a node's box."""
    across, down = to_x - node.x, to_y - node.y
    half_width, half_height = node.width / 2 + 5, _BOX_HEIGHT / 2 + 5
    scale = min(
        half_width / abs(across) if across else math.inf,
        half_height / abs(down) if down else math.inf,
        1.0,
    )
    return round(node.x + across * scale, 1), round(node.y + down * scale, 1)
