"""Political parties whose names are those of parties of another country, leaders of a continent."""

from __future__ import annotations

import parley
from parley.model import Position


def _parties(text: str) -> set[str]:
    read = parley.read(text, published="2024-05-06")
    return {finding.party for finding in read.findings if isinstance(finding, Position)}


def test_a_democratic_party_elsewhere_keeps_its_name() -> None:
    elsewhere = "In Uganda, the Democratic Party signed a deal with the ruling party on Monday."
    assert _parties(elsewhere) == {"Democratic Party"}
    at_home = "In the United States, the Democratic Party rejected the bill on tariffs on Monday."
    assert _parties(at_home) == {"Democrats"}


def test_leaders_of_a_part_of_the_world_are_told_by_its_name() -> None:
    assert _parties("European leaders rejected the quota on cod.") == {"European leaders"}
    assert _parties("South American leaders rejected the quota on cod.") == {"South American leaders"}


def test_interviews_and_polls_are_no_side() -> None:
    assert not _parties("A Norwegian Radio Interview urged producers not to sign the cod pact.") & {
        "Norwegian Radio Interview"
    }
