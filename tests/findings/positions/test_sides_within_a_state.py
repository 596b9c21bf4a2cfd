"""Sides that are no state: rebels, parties and their boards, groups for which a country speaks."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def _parties(text: str) -> set[str]:
    read = parley.read(text, published="2024-05-06")
    return {finding.party for finding in read.findings if isinstance(finding, Position)}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Rebel leaders in eastern Ukraine rejected the cease-fire.", {"rebels"}),
        ("Government leaders in eastern Ukraine rejected the cease-fire.", {"Ukraine"}),
        (
            "Saudi Arabia, for the ARAB GROUP, emphasized that the cycle must be linked to finance.",
            {"Arab Group"},
        ),
        ("Norway, for now, rejected the cease-fire.", {"Norway"}),
        (
            "The Social Coastal Party (SCP) rejected the bill. The party leadership wants a vote.",
            {"Social Coastal Party"},
        ),
        ("Regional power Turkey does not want the militia in Geneva.", {"Turkey"}),
        (
            "Trump's own envoy for Russia and Ukraine, Keith Kellogg, said Washington rejects the truce.",
            {"United States"},
        ),
        ("European leaders have resisted the idea of a quota.", {"European leaders"}),
        ("Europe has resisted the idea of a quota.", {"Europe"}),
        ("African leaders rejected the truce.", {"African leaders"}),
        ("Peruvian leaders rejected the truce.", {"Peru"}),
        ("Ukraine's pro-Russian president, Viktor Lund, abandoned the fishing deal.", {"Ukraine"}),
        ("Myanmar's Hill Unity Government (HUG) demanded a truce.", {"Hill Unity Government"}),
        ("The Deputy Premier and Hill People's Front (HPF) rejected the truce.", {"Hill People's Front"}),
    ],
)
def test_whose_stance_it_is(text: str, parties: set[str]) -> None:
    assert _parties(text) == parties


def test_a_count_is_no_part_of_a_side() -> None:
    assert _parties("26 MPs said they will vote against the bill.") == {"MPs"}
    assert _parties("About 20 opposition MPs welcomed the ceasefire.") == {"opposition MPs"}
