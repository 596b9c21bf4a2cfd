"""Circles in a graph: what leads back to where it began."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def circles(after: Mapping[Node, Iterable[Node]]) -> list[list[Node]]:
    """The strongly connected parts of a graph that have more than one node, each in the order of the graph.

    Args:
        after: for each node the nodes it leads to.
    """
    nodes = list(dict.fromkeys([*after, *(node for ends in after.values() for node in ends)]))
    back: dict[Node, list[Node]] = {node: [] for node in nodes}
    for node, ends in after.items():
        for end in ends:
            back[end].append(node)
    order: list[Node] = []
    seen: set[Node] = set()
    for node in nodes:
        order.extend(_walked(node, after, seen))
    part_of: dict[Node, int] = {}
    reached: set[Node] = set()
    for number, node in enumerate(reversed(order)):
        part_of.update(dict.fromkeys(_walked(node, back, reached), number))
    parts: dict[int, list[Node]] = {}
    for node in nodes:
        parts.setdefault(part_of[node], []).append(node)
    return [part for part in parts.values() if len(part) > 1]


def _walked(start: Node, after: Mapping[Node, Iterable[Node]], seen: set[Node]) -> list[Node]:
    """The nodes newly reached from a node, each after all that it leads to."""
    if start in seen:
        return []
    seen.add(start)
    done: list[Node] = []
    path = [(start, iter(after.get(start, ())))]
    while path:
        node, ends = path[-1]
        following = next((end for end in ends if end not in seen), None)
        if following is None:
            done.append(node)
            path.pop()
        else:
            seen.add(following)
            path.append((following, iter(after.get(following, ()))))
    return done
