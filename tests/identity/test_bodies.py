"""Names of bodies without what varies from report to report."""

from __future__ import annotations

import pytest

from parley.identity.bodies import body_words
from parley.identity.forms import thing_form
from parley.identity.linking import LINE, Known, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the International Grain Council", "International Grain Council (IGC)"),
        ("Northern Labour Organisation", "Northern Labor Organization"),
        ("Varda Shipping Co.", "Varda Shipping"),
        ("Hallam Steel, Inc.", "Hallam Steel"),
        ("The Boreal Company", "Boreal"),
        ("W.M.O.", "WMO"),
        ("Dockers’ Federation union", "Dockers’ Federation"),
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Department of the Interior", "Interior Department"),
        ("Ministry of Defence", "Defense Ministry"),
    ],
)
def test_one_name_in_two_reports(one: str, other: str) -> None:
    assert body_words(one) == body_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Red Cross", "Red Crescent"),
        ("Ministry of Trade", "Ministry of Transport"),
        ("Labour Party", "Labour"),
        ("Farmers’ Union", "Farmers"),
        ("Bank of Harrow", "Harrow"),
        ("Council of Elders", "Council"),
        ("Company", "Corporation"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert body_words(one) != body_words(other)


@pytest.mark.parametrize("name", ["Company", "the Group", "(WTO)", "AG", "The", "Co."])
def test_something_is_left_of_every_name(name: str) -> None:
    assert body_words(name)


def test_letters_stand_for_the_name_they_begin() -> None:
    full, short = (thing_form(name, "organisation") for name in ("National Farm Labour Union", "NFLU"))
    assert full is not None
    assert short is not None
    assert full.block == short.block
    assert likeness(Known(full), Known(short)).score >= LINE
    other = thing_form("Northern Ferry Line Union", "organisation", "Norway")
    of_another = thing_form("NFLU", "organisation", "Iceland")
    assert other is not None
    assert of_another is not None
    assert likeness(Known(other), Known(of_another)).score < LINE
