"""A side's stance in somebody else's words is ascribed, however deep it stands in them."""

from __future__ import annotations

import pytest

import parley
from parley.model import Holder, Position


def _held(text: str) -> set[tuple[str, str | None]]:
    read = parley.read(text, published="2024-05-06")
    found = (finding for finding in read.findings if isinstance(finding, Position))
    return {(one.party, one.ascribed_by if one.holder is Holder.ASCRIBED else None) for one in found}


@pytest.mark.parametrize(
    ("text", "party", "by"),
    [
        (
            "The Ukrainian president's office issued a vague announcement that Russia had agreed to "
            "a cease-fire.",
            "Russia",
            "the Ukrainian president's office",
        ),
        (
            "North Korea warned that talks might be taken off the table given Washington's refusal to offer "
            "concessions.",
            "United States",
            "North Korea",
        ),
        (
            "Norway rejected Peru's demand for a larger quota.",
            "Peru",
            None,
        ),
        (
            "Zelenskyy has stressed that Ukraine is open to Trump's proposal of a full truce.",
            "United States",
            None,
        ),
        (
            "Trump and Chinese Vice Premier Liu He said they would press on with the talks.",
            "China",
            None,
        ),
        (
            "Transport undersecretary for ports Cesar Vega said the Philippines will sign the loan deal. The "
            "Philippines needs ports. The Philippines has asked twice.",
            "Philippines",
            None,
        ),
    ],
)
def test_whose_words_they_are(text: str, party: str, by: str | None) -> None:
    assert (party, by) in _held(text)


def test_words_within_anothers_words_are_told_by_that_other() -> None:
    held = _held(
        "South Korean President Moon Jae-in met reporters on Sunday. In their meeting on Saturday, North "
        "Korean leader Kim Jong Un reaffirmed his commitment to a planned summit, Moon told them in Seoul."
    )
    assert held == {("North Korea", "Moon Jae-in")}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Tokyo is expected to propose a joint inquiry.", {("Japan", "reporter")}),
        ("Norway is believed to have agreed to the plan.", {("Norway", "reporter")}),
        ("Chad proposed a truce.", {("Chad", None)}),
    ],
)
def test_what_is_only_expected_is_not_the_sides_own(text: str, held: set[tuple[str, str | None]]) -> None:
    assert _held(text) == held


def test_he_is_the_one_who_tells_it() -> None:
    held = _held(
        "South Korean President Moon Jae-in met reporters. According to Mr. Moon, the North Korean leader "
        "said he is willing to sign the truce."
    )
    assert held == {("North Korea", "Moon Jae-in")}
