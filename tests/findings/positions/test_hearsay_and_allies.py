"""What somebody is only said to want; who is for or against a side and is not it; deeds after an adverb."""

from __future__ import annotations

import pytest

import parley
from parley.model import Holder, Position, Stance

Told = list[tuple[str, Stance, str, str | None]]


def told(text: str) -> Told:
    found = parley.read(text, published="2031-05-07").findings
    return [
        (one.party, one.stance, one.holder.value, one.ascribed_by)
        for one in found
        if isinstance(one, Position)
    ]


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Norway is said to accept the plan.", "Norway", Stance.ACCEPTS),
        ("Chad is believed to oppose the truce.", "Chad", Stance.REJECTS),
        ("Peru and its partners are said to want a quota of nine tonnes.", "Peru", Stance.SEEKS),
        ("Iceland reportedly agrees with the plan.", "Iceland", Stance.ACCEPTS),
        ("The union is understood to reject the offer.", "union", Stance.REJECTS),
    ],
)
def test_hearsay_is_ascribed_by_the_report(text: str, party: str, stance: Stance) -> None:
    assert (party, stance, Holder.ASCRIBED.value, "reporter") in told(text)


def test_what_is_only_likely_is_no_hearsay() -> None:
    assert told("Norway is likely to accept the plan.") == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Critics of Chad rejected the plan.", "Critics of Chad"),
        ("Iceland’s rivals oppose the deal.", "Iceland’s rivals"),
        ("Oslo’s Nordic partners have urged Peru to keep the pact.", "Oslo’s Nordic partners"),
        ("U.S. ally Japan wants a truce.", "Japan"),
        (
            "Washington’s European allies have urged Peru not to leave the accord.",
            "Washington’s European allies",
        ),
    ],
)
def test_allies_and_critics_are_not_whom_they_are_for_or_against(text: str, party: str) -> None:
    assert {one[0] for one in told(text)} == {party}


@pytest.mark.parametrize("adverb", ["", "immediately ", "now also "])
def test_a_deed_asked_for_may_come_after_an_adverb(adverb: str) -> None:
    text = f"Norway’s Prime Minister Ida Lund is calling on Peru to {adverb}start talks on the quota."
    assert [one[:2] for one in told(text)] == [("Norway", Stance.DEMANDS)]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Chad agrees with the plan.", [Stance.ACCEPTS]),
        ("Chad does not agree with the plan.", [Stance.REJECTS]),
        ("Chad agrees with Niger.", []),
    ],
)
def test_agreeing_with_a_thing_accepts_it(text: str, stances: list[Stance]) -> None:
    assert [one[1] for one in told(text)] == stances
