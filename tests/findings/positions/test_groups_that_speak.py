"""Groups without a name, and one who speaks for them."""

from __future__ import annotations

import pytest

import parley
from parley.model import Holder, Position


def _found(text: str) -> set[tuple[str, str, str | None]]:
    read = parley.read(text, published="2024-05-06")
    found = (finding for finding in read.findings if isinstance(finding, Position))
    return {
        (one.party, one.stance.value, one.ascribed_by if one.holder is Holder.ASCRIBED else None)
        for one in found
    }


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Producer delegates said they were not ready to accept the export quota.", "producers", "rejects"),
        ("In Accra, union officials said they would not accept the pay offer.", "union officials", "rejects"),
        (
            "Spokesmen for some Peruvian fishing firms said they would accept the quota.",
            "Peruvian fishing firms",
            "accepts",
        ),
        ('"We want a higher price for cocoa," one consumer said.', "consumers", "seeks"),
        ('"We want talks on pay with the mine," a striker said.', "strikers", "seeks"),
        ("Bankers said the interest on the loan should be paid in cash.", "bankers", "seeks"),
    ],
)
def test_one_who_speaks_for_a_group_gives_its_stance(text: str, party: str, stance: str) -> None:
    assert (party, stance, None) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        '"We want a higher price for cocoa," one analyst said.',
        '"I want talks on pay," a resident said.',
        '"We want an end to the strike," a passer-by said.',
    ],
)
def test_a_bystander_speaks_for_nobody(text: str) -> None:
    assert not _found(text)


@pytest.mark.parametrize(
    ("text", "party", "by"),
    [
        ("Analysts said Peru had agreed to cut its cod quota.", "Peru", "Analysts"),
        ("Trade sources said Peru had agreed to cut its cod quota.", "Peru", "Trade sources"),
        ("Two people familiar with the talks said Peru had agreed to cut its cod quota.", "Peru", None),
        ("The two sides said Norway and Peru had signed the cod treaty.", "Peru", None),
        (
            "The Korean Central News Agency said that the United States had agreed to lift sanctions.",
            "United States",
            "the Korean Central News Agency",
        ),
    ],
)
def test_who_only_judges_from_outside_ascribes(text: str, party: str, by: str | None) -> None:
    assert (party, by) in {(who, told) for who, _, told in _found(text)}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Chadian government is keen to sign the truce.", "reporter"),
        ("The Chadian president is keen to sign the truce.", None),
        ("Almost all Norwegian lawmakers believe an election is needed.", "reporter"),
        ("Almost all Norwegian lawmakers said that an election is needed.", None),
    ],
)
def test_the_mind_of_many_is_the_reporter_s_to_tell(text: str, by: str | None) -> None:
    assert {told for _, _, told in _found(text)} == {by}
