"""Protests, clashes, dismissals, votes: told by nouns, in the passive, where nobody says whose they are."""

from __future__ import annotations

import pytest

import parley
from parley.model import Event


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    read = parley.read(text, published="2025-06-04")
    return [(one.code, one.actor, one.target) for one in read.findings if isinstance(one, Event)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "University lecturers have been on strike since 14 February.",
            ("PROTEST", "University lecturers", None),
        ),
        ("Anti-government protests erupted in Lima on Friday.", ("PROTEST", None, None)),
        ("Norwegian teachers have embarked on a strike over pay.", ("PROTEST", "Norwegian teachers", None)),
        ("Dockers closed the coastal highway at several points on Monday.", ("PROTEST", "Dockers", None)),
        (
            "Heavy fighting broke out between the Chadian army and the rebels in Kukawa on Saturday.",
            ("ASSAULT", "Chad; rebels", None),
        ),
        ("Chad’s Congress voted down the tax bill on Monday.", ("REJECT", "Congress", None)),
        ("The rescue package was rejected in the Senate on Monday.", ("REJECT", "Senate", None)),
        ("Chad sacked 884 workers on Monday.", ("SANCTION", "Chad", "884 workers")),
        ("Chad warned that it would close the strait.", ("THREATEN", "Chad", None)),
    ],
)
def test_what_is_told_of_streets_and_chambers(text: str, event: tuple[str, str | None, str | None]) -> None:
    found = told(text)
    assert len(found) == 1
    assert found[0][0] == event[0]
    assert found[0][2] == event[2]
    assert event[1] is None or event[1].split("; ")[0] in (found[0][1] or "")


@pytest.mark.parametrize(
    "text",
    [
        "The plan was discussed in the Senate on Monday.",
        "Chad is worried about possible protests in Lima on Friday.",
        "Chad warned that the harvest would be late.",
        "Fans gathered at the stadium in Lima on Tuesday.",
    ],
)
def test_what_is_no_such_event(text: str) -> None:
    assert not {code for code, _, _ in told(text)} & {"PROTEST", "REJECT", "THREATEN", "SANCTION", "ASSAULT"}
