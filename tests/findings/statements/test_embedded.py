"""Who a "he" is within somebody's words, and whose a counterpart is."""

from __future__ import annotations

import pytest

import parley


def speakers(text: str) -> list[str | None]:
    return [
        one.source.name if one.source else None
        for one in parley.read(text, published="2025-03-04").statements
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Mr. Brandt said the two had agreed. "
            "The Greek energy minister, Kostas Petrou, said he had told the Turks that it must stop.",
            ["Brandt", "Kostas Petrou", "Kostas Petrou"],
        ),
        (
            "Mr. Brandt said the strike was lawful. Anna Lowell, the union's lawyer, said he had told the "
            "company that the pilots would fly.",
            ["Brandt", "Anna Lowell", "Brandt"],
        ),
    ],
)
def test_he_within_somebodys_words_is_the_speaker_where_nothing_forbids_it(
    text: str, wanted: list[str]
) -> None:
    assert speakers(text) == wanted


def test_a_counterpart_speaks_for_the_country_before_the_word() -> None:
    text = (
        "The Greek energy minister, Kostas Petrou, met his Turkish counterpart, Emin Aksoy, in Oslo. "
        "Mr. Aksoy said the survey ship would stay."
    )
    [found] = parley.read(text, published="2025-03-04").statements
    assert found.source is not None
    assert (found.source.name, found.source.on_behalf_of) == ("Emin Aksoy", "Turkey")


def test_who_has_a_part_in_talks_says_nothing() -> None:
    text = "Ms. Lowell has been concerned in the talks over the ports and is concerned about their end."
    found = parley.read(text, published="2025-03-04").statements
    assert all("talks over" not in part.of(text) for one in found for part in one.content)
