"""At the table and away from it: calls defied and heeded, headway, walkouts, what all are to do."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def _taken(text: str) -> list[tuple[str, str, str]]:
    read = parley.read(text, published="2024-05-06")
    return [(one.party, one.stance.value, one.on) for one in read.findings if isinstance(one, Position)]


@pytest.mark.parametrize(
    ("text", "party", "stance", "named"),
    [
        ("Norway defied calls for a truce.", "Norway", "rejects", "truce"),
        ("Norway heeded calls for a truce.", "Norway", "accepts", "truce"),
        ("Norway met the union's demands.", "Norway", "accepts", "demands"),
        ("Peru told Norway to lift the ban.", "Peru", "seeks", "lift the ban"),
        ("Norway returned to the negotiating table on Tuesday.", "Norway", "accepts", "negotiating table"),
        ("Norway and Peru made no progress on fishing rights.", "Peru", "undecided", "fishing rights"),
        (
            "Norway and Peru were unable to bridge their differences over fishing rights.",
            "Peru",
            "undecided",
            "differences over fishing rights",
        ),
        ("Norway plans to lift the ban.", "Norway", "seeks", "lift the ban"),
        ("Peru wants the ban to be lifted.", "Peru", "seeks", "ban to be lifted"),
        ("Peru decided against joining the fish pact.", "Peru", "rejects", "joining"),
        ("Peru's union threatened to strike over wages.", "Peru's union", "seeks", "strike"),
        ("Peru's union voted for a strike over wages.", "Peru's union", "accepts", "strike"),
        ("The airline said it would not reinstate the dismissed pilots.", "airline", "rejects", "reinstate"),
        (
            '"Let us extend the truce," Peru\'s president Ali Omar said.',
            "Peru",
            "seeks",
            "extend the truce",
        ),
        ("Peru to Lift Ban on Cod", "Peru", "accepts", "Lift Ban"),
        ("Peru claimed sovereignty over the island.", "Peru", "demands", "island"),
        ("Peru appealed the ruling.", "Peru", "rejects", "ruling"),
        (
            "Peru said it would lift the ban as soon as Norway pays.",
            "Peru",
            "accepts_if",
            "lift the ban",
        ),
        ("Norway will not give an inch on the quota, its minister said.", "Norway", "rejects", "inch"),
        (
            '"We will pursue this diplomatic track," Norway\'s minister Ida Lund said.',
            "Norway",
            "seeks",
            "diplomatic track",
        ),
        ("Peru insisted that it did not want the ban.", "Peru", "rejects", "ban"),
        ("Peru is evaluating the quota.", "Peru", "undecided", "quota"),
        ("Iran will not give up enrichment, its foreign minister said.", "Iran", "rejects", "enrichment"),
    ],
)
def test_what_is_done_at_the_table_is_a_stance(text: str, party: str, stance: str, named: str) -> None:
    found = _taken(text)

    assert any(one[:2] == (party, stance) and named in one[2] for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Norway met demand for oil.",
        "Peru is studying the impact of the tariffs.",
        "The police of Norway pursued the man.",
        "Norway wanted to know when the talks would start.",
        "The minister returned to the table in the corner.",
        "Norway's trains made no progress in the snow.",
        "\"Let's leave it at that,\" Norway's minister said.",
        "Should prices fall further, Norway's fishermen will be poor.",
        "The army is ready for the strike on the town.",
    ],
)
def test_other_tables_demands_and_suppositions_are_none(text: str) -> None:
    assert _taken(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru criticised Norway for refusing to sign the accord.",
        "Peru blamed Norway for rejecting the accord.",
    ],
)
def test_who_is_blamed_for_a_deed_did_it(text: str) -> None:
    assert [one[:2] for one in _taken(text)] == [("Norway", "rejects")]
