"""What names of things on the table say, whatever they are dressed up in."""

import pytest

from parley.vocabulary.proposals import extent_of, kind_of, marks_of, thing_named
from parley.vocabulary.terms import terms_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deal", "landmark agreement"),
        ("historic deal", "Sunday’s deal"),
        ("30-day ceasefire", "monthlong truce"),
        ("truce", "halt in the fighting"),
        ("minerals deal", "proposed minerals accord"),
        ("wage plan", "the wage plan"),
        ("Phase One trade deal", "86-page phase 1 trade agreement at a palace ceremony"),
        ("trade deal", "signing our very large trade deal"),
    ],
)
def test_names_of_one_thing(one: str, other: str) -> None:
    assert thing_named(one) == thing_named(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("interim deal", "final deal"),
        ("30-day truce", "90-day truce"),
        ("partial truce", "full truce"),
        ("minerals deal", "nuclear deal"),
        ("peace plan", "peace deal"),
        ("truce in Gaza", "truce in Darfur"),
        ("phase one deal", "phase two deal"),
        ("phase one deal", "deal"),
    ],
)
def test_names_of_two_things(one: str, other: str) -> None:
    assert thing_named(one) != thing_named(other)


@pytest.mark.parametrize(
    "label", ["release of prisoners", "peace talks", "sign the deal and then sail the whole fleet home", ""]
)
def test_what_names_nothing_on_the_table(label: str) -> None:
    assert thing_named(label) is None


def test_parts_of_a_name() -> None:
    assert kind_of("Norwegian ceasefire proposal") == "cease-fire"
    assert kind_of("suspension of hostilities") == "cease-fire"
    assert marks_of("the draft fisheries deal with Chad") == {"fisheries", "chad"}
    assert extent_of("limited truce") == "partial"
    assert extent_of("truce", ["full", "partial"]) is None
    assert terms_in(["the 3-year-old war", "a 3-year truce"]) == ("3-year",)
