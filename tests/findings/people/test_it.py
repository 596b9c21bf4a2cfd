"""“It” goes on with the subject of the clause beside its own."""

from __future__ import annotations

import pytest

import parley
from parley.model import Encounter


def sources(text: str) -> list[tuple[str, str | None]]:
    found = parley.read(text, published="2031-05-07")
    t = found.report.text
    return [
        (one.cue.of(t) if one.cue else "", one.source.name if one.source else None)
        for one in found.statements
    ]


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        (
            "Oslo has complained that Iceland is about to send trawlers into the bay, and it called "
            "for talks in the council on Friday.",
            "called",
            "Oslo",
        ),
        (
            "Chad said that Niger had closed the pass on Sunday, and it demanded that guards leave the road.",
            "demanded",
            "Chad",
        ),
        (
            "The union rejected the offer that Northern Ferries made, but it said that talks would go on.",
            "said",
            "the union",
        ),
    ],
)
def test_it_is_who_the_sentence_tells_of(text: str, cue: str, who: str) -> None:
    assert (cue, who) in sources(text)


def test_in_a_sentence_of_its_own_it_is_who_was_told_of_last() -> None:
    text = "Oslo closed the port on Monday. Iceland protested on Tuesday. It said the port must open."
    assert ("said", "Iceland") in sources(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "President Ivan Vega of Peru has accused Ivan Lund of stalling while Norway’s fleet moves in "
            "to strengthen his hand in talks with Chile.",
            {"Ivan Lund", "Chile"},
        ),
        (
            "President Ivan Vega of Peru said on Monday in Lima that his talks with Chile had begun.",
            {"Ivan Vega", "Chile"},
        ),
    ],
)
def test_his_in_an_accusation_is_of_who_is_accused(text: str, who: set[str]) -> None:
    found = parley.read(text, published="2031-05-07").findings
    met = [one for one in found if isinstance(one, Encounter) and one.form == "talks"]
    assert [set(one.participants) for one in met] == [who]


def test_it_is_who_acted_since_somebody_spoke() -> None:
    text = (
        "Chile asked the court to rule on the river. Bolivia answered on Monday. It maintains that it has "
        "exclusive rights."
    )
    assert ("maintains", "Bolivia") in sources(text)


def test_it_is_who_spoke_where_nobody_acted_since() -> None:
    text = "Chile asked the court to rule on the river. The river is short. It said the water was its own."
    assert ("said", "Chile") in sources(text)
