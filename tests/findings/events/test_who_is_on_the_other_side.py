"""Deeds without another side, deeds sworn off, and deeds only asked for, in whole sentences."""

import pytest

import parley
from parley.model import Event

FRIDAY = "2026-03-20"


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    found = parley.read(text, published=FRIDAY).findings
    return [(one.code, one.actor, one.target) for one in found if isinstance(one, Event)]


def test_an_office_is_its_holder() -> None:
    told_of = told("President Vega ordered the Minister of Ports and Roads, Chris Lund, to quit the talks.")
    assert ("REQUEST", "Vega", "Chris Lund") in told_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ida Lund said Per Vega had backed himself to win.", "SUPPORT"),
        ("President Vega welcomed Prime Minister Ida Lund to Lima on Monday.", "SUPPORT"),
        ("Ida Lund praised the Singapore deal.", "SUPPORT"),
        ("Norway vowed never to leave the pact.", "SANCTION"),
        ("Peru promised not to attack the port.", "THREATEN"),
        ("Lund plans to ask Japan to open the door to rice by lifting its ban on imports.", "RETREAT"),
    ],
)
def test_no_such_event(text: str, code: str) -> None:
    assert code not in {found for found, _, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway praised the Saudi proposal.", ("SUPPORT", "Norway", "Saudi Arabia")),
        ("Peru threatened to attack the port.", ("THREATEN", "Peru", None)),
        (
            "The army forced the villagers out of the valley on Monday.",
            ("COERCE", "army", "villagers"),
        ),
        ("Norway declared Per Vega guilty on Monday.", ("ACCUSE", "Norway", "Per Vega")),
    ],
)
def test_events(text: str, event: tuple[str, str, str | None]) -> None:
    assert event in told(text)
