"""Circles in a graph."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.views.cycles import circles

_GRAPHS = st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=4), max_size=8)


def test_a_circle_is_found_once() -> None:
    assert circles({1: [2], 2: [3], 3: [1], 4: [1]}) == [[1, 2, 3]]


def test_a_line_and_a_loop_of_one_are_no_circles() -> None:
    assert circles({1: [2], 2: [3], 5: [5]}) == []


def test_two_circles_that_touch_in_one_direction_stay_two() -> None:
    assert circles({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c"]}) == [["a", "b"], ["c", "d"]]


@given(_GRAPHS)
def test_two_nodes_are_in_one_circle_exactly_if_each_leads_to_the_other(graph: dict[int, list[int]]) -> None:
    together = {(one, other) for part in circles(graph) for one in part for other in part if one != other}
    for one in range(8):
        for other in range(8):
            if one != other:
                both = other in _reached(graph, one) and one in _reached(graph, other)
                assert ((one, other) in together) == both


def _reached(graph: dict[int, list[int]], start: int) -> set[int]:
    seen: set[int] = set()
    ahead = list(graph.get(start, []))
    while ahead:
        node = ahead.pop()
        if node not in seen:
            seen.add(node)
            ahead.extend(graph.get(node, []))
    return seen
