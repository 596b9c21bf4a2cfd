"""What somebody accuses a side of is neither the accuser's wish nor the side's own stance."""

from __future__ import annotations

import parley
from parley.model import Position


def told(text: str) -> list[tuple[str, str, str]]:
    found = parley.read(text, published="2025-06-04").findings
    return [(one.party, one.stance.value, one.holder.value) for one in found if isinstance(one, Position)]


def test_whoever_is_accused_without_a_name_is_not_the_accuser() -> None:
    text = "President Ida Lund of Norway left, accusing her visitor of wanting to drag out the conflict."
    assert "Norway" not in {party for party, _, _ in told(text)}


def test_a_named_side_is_still_accused() -> None:
    assert told("Kenya accused Chad of wanting to delay the deal.") == [("Chad", "seeks", "ascribed")]


def test_support_for_crimes_is_an_accusation() -> None:
    assert told("Kenya voiced concerns about Chad’s support for terrorism.") == []


def test_support_for_a_truce_is_a_stance() -> None:
    assert told("Kenya voiced its support for the truce.") == [("Kenya", "accepts", "self")]
