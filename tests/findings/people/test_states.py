"""States that no list knows, shown by the report itself."""

from __future__ import annotations

import pytest

import parley
from parley.findings.people import states_named
from parley.language import load_engine
from parley.model import Position


def named(text: str) -> dict[str, str]:
    return {words: naming.party for words, naming in states_named(load_engine().tree(text)).items()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kardeva’s foreign minister met the envoy in Oslo on Monday.", {"Kardeva": "Kardeva"}),
        (
            "Foreign Minister Ida Lund of Velmora said the Velmoran fleet would stay in port.",
            {"Velmora": "Velmora", "Velmoran": "Velmora"},
        ),
        (
            "The president of Toskana Island was absent. Ostrana and Velmora agreed to talk; "
            "Ostrana's parliament opposed it, and so did the people of Ostrana and Velmora's army.",
            {"Ostrana": "Ostrana", "Velmora": "Velmora"},
        ),
        ("Water Minister Ida Lund of Velmora met her counterpart in Oslo.", {"Velmora": "Velmora"}),
        # Companies have presidents, leaders have ministers, cities have armies of lobbyists.
        ("Chief Engineer Ida Lund of Harvoil met her counterpart in Oslo.", {}),
        ("Harvoil's president met Harvoil's workers in Norway.", {}),
        ("President Karel Dvorsky left. Dvorsky's foreign minister and Dvorsky's army stayed.", {}),
        ("Saudi Arabia's foreign ministry and Norway's parliament welcomed it.", {}),
    ],
)
def test_unknown_states_are_known_by_their_offices(text: str, wanted: dict[str, str]) -> None:
    assert named(text) == wanted


def test_an_unknown_state_takes_its_own_stance() -> None:
    text = (
        "Velmora’s prime minister, Ana Brandt, said on Monday that Velmora had accepted the truce. "
        "A Velmoran spokesman said the army would keep it."
    )
    found = parley.read(text, published="2025-06-02")
    assert {one.source.on_behalf_of for one in found.statements if one.source} == {"Velmora"}
    stands = [one for one in found.findings if isinstance(one, Position)]
    assert {(one.party, one.holder.value) for one in stands} == {("Velmora", "self")}


def test_what_one_report_shows_is_not_known_to_the_next() -> None:
    parley.read("Velmora’s foreign minister said it was over.")
    again = parley.read("Velmora said it was over, and left the hall.")
    assert all(one.source is None or one.source.on_behalf_of is None for one in again.statements)
