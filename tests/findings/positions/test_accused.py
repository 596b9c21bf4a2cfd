"""What somebody is accused of wanting is never the stance of the one who accuses."""

from __future__ import annotations

import parley
from parley.model import Position


def told(text: str) -> list[tuple[str, str]]:
    read = parley.read(text, published="2025-06-04")
    return [(one.party, one.holder.value) for one in read.findings if isinstance(one, Position)]


def test_whoever_is_accused_without_a_name_is_not_the_accuser() -> None:
    text = "President Ida Lund of Norway left, accusing her visitor of wanting to drag out the conflict."
    assert "Norway" not in {party for party, _ in told(text)}


def test_a_named_side_is_still_accused() -> None:
    assert told("Kenya accused Chad of wanting to delay the deal.") == [("Chad", "ascribed")]
