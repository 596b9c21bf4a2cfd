"""Talks that were measured were held, whatever is still to be answered."""

from __future__ import annotations

import pytest

import parley
from parley.model import Encounter


@pytest.mark.parametrize(
    ("text", "status", "on"),
    [
        (
            "Norway offered to halt its catch, and Iceland said it would answer by the end of the week, "
            "after nine hours of talks in the port of Vardo.",
            "held",
            None,
        ),
        ("The union said it would decide after another round of talks on Friday.", "scheduled", "2025-06-06"),
    ],
)
def test_what_has_been_measured_was_held(text: str, status: str, on: str | None) -> None:
    found = [one for one in parley.read(text, published="2025-06-04").findings if isinstance(one, Encounter)]
    talks = [one for one in found if one.form == "talks"]
    assert [(one.status.value, one.on) for one in talks] == [(status, on)]


def test_words_of_another_verb_are_not_said() -> None:
    text = "Iceland accepted it last week, on condition that Norway begins at the same time."
    found = parley.read(text, published="2025-06-04").statements
    assert "at the same time" not in {part.of(text) for one in found for part in one.content}
