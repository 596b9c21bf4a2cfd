"""A deal that is called just that is of the family that the report's fuller names of it are of."""

import pytest

import parley
from parley.model import Position
from parley.vocabulary.issues import issue_of_report


def issues(text: str, title: str | None = None) -> set[str | None]:
    read = parley.read(text, published="2031-05-07", title=title)
    return {one.issue for one in read.findings if isinstance(one, Position) and one.party == "Norway"}


@pytest.mark.parametrize(
    ("before", "family"),
    [
        ("The nuclear deal was struck in Vienna. Talks on the nuclear accord took two years.", "nuclear"),
        ("The wage agreement covers nine ports. Dockers had asked for a wage deal since May.", "labour"),
        ("The fishing pact ends in June. A new fishing agreement would cut the quota.", "trade"),
        ("The climate talks opened in Accra. The climate accord has ninety parties.", "climate"),
    ],
)
def test_fuller_names_tell(before: str, family: str) -> None:
    assert issues(before + " Norway accepts the deal, Norway’s foreign minister Ida Lund said.") == {family}


@pytest.mark.parametrize(
    "before",
    [
        "The harbour is quiet on Sundays, and the weather was fine.",
        "The nuclear deal was struck in Vienna. The trade deal was struck in Accra.",
        "The NATO summit opened in Oslo. Another NATO summit will be held in May.",
    ],
)
def test_none_where_nothing_or_several_things_are_named(before: str) -> None:
    assert issues(before + " Norway accepts the deal, Norway’s foreign minister Ida Lund said.") == {None}


def test_the_headline_counts() -> None:
    told = "Norway accepts the deal, Norway’s foreign minister Ida Lund said on Monday."
    assert issues(told, "Norway joins wage deal") == {"labour"}
    assert issues(told, "Norway joins deal") == {None}


def test_what_most_of_a_report_is_about() -> None:
    assert issue_of_report({"centrifuge": 3, "uranium": 3, "tariff": 2}) == "nuclear"
    assert issue_of_report({"centrifuge": 2, "uranium": 2}) is None
    assert issue_of_report({"centrifuge": 5, "tariff": 5}) is None
    assert issue_of_report({"election": 30, "uranium": 5}) == "nuclear"


def test_what_it_stands_for_has_its_family() -> None:
    told = (
        "Norway’s foreign minister Ida Lund spoke in Oslo on Monday of the trade negotiations with Peru. "
        "“We support them,” she said."
    )
    assert issues(told) == {"trade"}


def test_a_thing_that_is_no_deal_is_not_of_the_family_of_the_deals() -> None:
    told = (
        "The wage deal was struck in May, and a second wage deal in June. Norway rejected the lighthouse "
        "fee on Monday. “We reject it,” Norway’s minister Ida Lund said."
    )
    assert issues(told) == {None}
