"""Bodies that two countries call by one name are two."""

from __future__ import annotations

import pytest

import parley
from parley.model import Mention


def spoken_for(text: str) -> list[tuple[str, str | None]]:
    found = parley.read(text, published="2031-05-07")
    return [(one.source.name, one.source.on_behalf_of) for one in found.statements if one.source]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Norway’s Defence Ministry said a ship was rammed. Iceland’s Defence Ministry said it was not.",
            ["Norway", "Iceland"],
        ),
        (
            "The Foreign Ministry of Chad said the crossing would open. "
            "The Foreign Ministry of Niger said that guards were there.",
            ["Chad", "Niger"],
        ),
        (
            "Peru’s Parliament said the quota was fair. Chile’s Parliament said the quota had to go. "
            "The Parliament said fishing would stop.",
            ["Peru", "Chile", "Chile"],
        ),
    ],
)
def test_each_speaks_for_its_own(text: str, wanted: list[str]) -> None:
    assert [party for _, party in spoken_for(text)] == wanted


def test_each_is_a_mention_under_a_name_of_its_own() -> None:
    text = "Norway’s Defence Ministry said no. Iceland’s Defence Ministry said yes."
    found = parley.read(text, published="2031-05-07").findings
    bodies = {
        (one.name, one.affiliation)
        for one in found
        if isinstance(one, Mention) and one.kind == "organisation"
    }
    assert bodies == {
        ("Norway’s Defence Ministry", "Norway"),
        ("Iceland’s Defence Ministry", "Iceland"),
    }


def test_one_body_stays_one_with_and_without_its_country() -> None:
    text = "Norway’s Defence Ministry said no. On Friday the Defence Ministry said it would wait for Iceland."
    found = parley.read(text, published="2031-05-07").findings
    named = [one for one in found if isinstance(one, Mention) and "Ministry" in one.name]
    assert [(one.name, len(one.evidence)) for one in named] == [("Defence Ministry", 2)]
