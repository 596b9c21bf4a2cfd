"""Plans that wait for something, terms of an arrangement, and what is no condition, in whole sentences."""

import pytest

import parley
from parley.model import Commitment

FRIDAY = "2026-03-20"


def bound(text: str) -> list[Commitment]:
    found = parley.read(text, published=FRIDAY).findings
    return [one for one in found if isinstance(one, Commitment)]


@pytest.mark.parametrize(
    ("text", "party", "act"),
    [
        ("Norway plans to open the strait if Peru withdraws its fleet.", "Norway", "open the strait"),
        (
            "Under the deal, Niger must hand over its heavy weapons within ten days.",
            "Niger",
            "hand over its heavy weapons within ten days",
        ),
        (
            "Under the accord, Chad is required to free 40 prisoners by May.",
            "Chad",
            "free 40 prisoners by May",
        ),
        (
            "Under the pact, the owners have to pay the arrears by May 1.",
            "owners",
            "pay the arrears by May 1",
        ),
    ],
)
def test_who_is_bound_to_what(text: str, party: str, act: str) -> None:
    (found,) = bound(text)
    assert (found.party, found.act) == (party, act)


@pytest.mark.parametrize(
    "text",
    [
        "Norway plans to open the strait in April.",
        "Under the deal, Niger should hand over its weapons.",
        "Vega would give his blessing when the leaders of Peru and Norway meet this month.",
    ],
)
def test_no_commitment(text: str) -> None:
    assert bound(text) == []


def test_a_deadline_is_not_the_day_of_the_promise() -> None:
    (found,) = bound("Under the deal, Niger will hand over its weapons by May 1.")
    assert found.as_of is None


def test_the_day_of_the_promise_is_kept_beside_a_deadline() -> None:
    (found,) = bound("Chad pledged on Monday to free 40 prisoners by June 1.")
    assert found.as_of == "2026-03-16"
