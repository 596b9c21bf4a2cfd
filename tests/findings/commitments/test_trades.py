"""What a report tells that a side will give for something, or once something has come."""

from __future__ import annotations

import pytest

import parley
from parley.model import Commitment


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    read = parley.read(text, published="2025-06-04")
    return [(one.party, one.act, one.conditions) for one in read.findings if isinstance(one, Commitment)]


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        (
            "In exchange for aid, Chad will close its reactor.",
            ("Chad", "close its reactor", ("In exchange for aid",)),
        ),
        (
            "Chad will close its reactor in return for fuel.",
            ("Chad", "close its reactor", ("in return for fuel",)),
        ),
        (
            "The union will call off the strike once the contract is signed.",
            ("union", "call off the strike", ("once the contract is signed",)),
        ),
    ],
)
def test_what_is_given_for_something(text: str, commitment: tuple[str, str, tuple[str, ...]]) -> None:
    assert told(text) == [commitment]


@pytest.mark.parametrize(
    "text",
    [
        "Prices will fall once the harvest is in.",
        "Chad closed its reactor in return for fuel.",
        "In exchange for aid, Chad could one day close its reactor.",
    ],
)
def test_forecasts_and_what_is_past_bind_nobody(text: str) -> None:
    assert told(text) == []
