"""Who gives a position: the party, a rival, a state's medium, hearsay."""

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
        ("Syria's state news agency SANA said that Turkey had rejected the truce.", "Turkey", "SANA"),
        (
            "Russian state television said Ukraine had agreed to the plan.",
            "Ukraine",
            "Russian state television",
        ),
        ("North Korea's KCNA said Pyongyang rejects the plan.", "North Korea", None),
        ("Reuters reported that Chad had agreed to the truce.", "Chad", None),
        ("The management reportedly agreed to the pay rise.", "management", "reporter"),
        ("The management agreed to the pay rise.", "management", None),
        ("Oslo said Peru had broken its promise to open its port.", "Peru", "Oslo"),
        (
            "The United States says the Japanese have not lived up to their pledge to stop dumping chips.",
            "Japan",
            "the United States",
        ),
        ("N. Korea rejected the plan.", "North Korea", None),
        ("A U.S. official said the proposal sought by Iran was a trick.", "Iran", "a U.S. official"),
        ("Norway dismissed Peru's demand for a larger quota.", "Peru", None),
        (
            "Canadian officials said they were sad after Norway rejected the fishing treaty on Monday.",
            "Norway",
            None,
        ),
        ("Canadian officials said Norway had rejected the fishing treaty.", "Norway", "Canadian officials"),
    ],
)
def test_what_somebody_else_says_of_a_party_is_ascribed(text: str, party: str, by: str | None) -> None:
    assert (party, by) in _held(text)
