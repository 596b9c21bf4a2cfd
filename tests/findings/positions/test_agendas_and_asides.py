"""What people meet to weigh, what others say they can do, what a clause only adds: no stances."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    read = parley.read(text, published="2025-06-04")
    return [
        (one.party, one.stance.value, one.conditions) for one in read.findings if isinstance(one, Position)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chadian envoys will meet in Lima to discuss widening the truce to the coast.",
        "The presidents said that Chad and Niger can agree on all aspects of a lasting peace.",
        "Premier Ida Lund of Norway said the ban would fall, at which point talks will be opened.",
    ],
)
def test_what_is_only_on_the_agenda(text: str) -> None:
    assert {stance for _, stance, _ in told(text)} <= {"rejects"}


def test_who_weighs_a_thing_has_not_decided() -> None:
    assert told("Chad is weighing whether to sign the treaty.") == [("Chad", "undecided", ())]


def test_a_condition_is_that_of_its_own_clause() -> None:
    found = told(
        "President Karl Vega of Chad has declined to sign until the army leaves, and Niger backs the truce."
    )
    assert [conditions for party, _, conditions in found if party == "Niger"] == [()]
