"""Who asks, accuses, strikes and sends troops, where only common words name him; and what is none of it."""

from __future__ import annotations

import pytest

import parley
from parley.model import Event


def _found(text: str) -> list[tuple[str, str | None, str | None, str]]:
    read = parley.read(text.replace(" | ", "\n\n"), published="2025-06-10")
    found = (one for one in read.findings if isinstance(one, Event))
    return [(one.code, one.actor, one.target, one.factuality) for one in found]


@pytest.mark.parametrize(
    ("text", "code", "actor", "target"),
    [
        ("A week ago seamen began a national strike.", "PROTEST", "seamen", None),
        (
            "Yesterday hundreds of thousands of farmers held rallies in Lima.",
            "PROTEST",
            "hundreds of thousands of farmers",
            None,
        ),
        (
            "Most of Peru’s 70,000 bankworkers began an indefinite strike on Monday.",
            "PROTEST",
            "Peru’s 70,000 bankworkers",
            None,
        ),
        ("The seamen have rejected offers of up to 10 percent.", "REJECT", "seamen", None),
        ("Chile has also protested the Peruvian limits.", "ACCUSE", "Chile", "Peru"),
        (
            "Norwegian officials complained that Peru has no intention of cutting its catch.",
            "ACCUSE",
            "Norwegian officials",
            "Peru",
        ),
        ("The Security Council called for a cease-fire in Chad.", "REQUEST", "United Nations", None),
        ("The union is asking for a five percent rise in wages.", "REQUEST", "union", None),
        (
            "King Olav of Norway called on other producers to avoid a price war.",
            "REQUEST",
            "Olav",
            "other producers",
        ),
        (
            "Peru retaliated with levies on Norwegian goods.",
            "SANCTION",
            "Peru",
            None,
        ),
        ("The Peruvian government reneged on the fisheries accord.", "REJECT", "Peru", None),
        ("Marines and police occupied one ship in Lima on Monday.", "ASSAULT", "Marines; police", "one ship"),
    ],
)
def test_who_does_what_to_whom(text: str, code: str, actor: str, target: str | None) -> None:
    assert (code, actor, target, "asserted") in _found(text)


def test_the_government_is_that_which_the_words_before_tell_of() -> None:
    found = _found(
        "The Peruvian government met on Sunday. | On Monday the government sent troops to occupy refineries."
    )
    assert ("MOBILIZE", "Peru", None, "asserted") in found


def test_the_government_of_two_is_nobodys() -> None:
    found = _found(
        "The Peruvian government and the Chilean government met on Sunday. | "
        "On Monday the government accused the unions of theft."
    )
    assert not [one for one in found if one[0] == "ACCUSE" and one[1] in {"Peru", "Chile"}]


def test_a_plan_lies_ahead_of_who_announced_it() -> None:
    found = _found("Norway announced plans to put 300 million dollars in tariffs on imports of fish.")
    assert ("SANCTION", "Norway", None, "future") in found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norway agreed to shelve plans to impose tariffs on fish.", "SANCTION"),
        ("Expressing regret over Peru’s decision to impose tariffs, Lund of Norway left.", "CONCEDE"),
        ("“The Peruvians must be ready to trade,” said analyst Nick Holm of Holm Securities.", "REQUEST"),
        ("Negotiators agreed to a phased end of the duties.", "AGREE"),
        ("A resolution of the council called for an end to the conflict.", "REQUEST"),
    ],
)
def test_what_is_no_event(text: str, code: str) -> None:
    assert code not in [one[0] for one in _found(text)]


@pytest.mark.parametrize(
    ("text", "code", "actor", "target", "factuality"),
    [
        ("Lund laid the blame for the violence at the door of Peru.", "ACCUSE", "Lund", "Peru", "asserted"),
        ("Lund called Ana Ruiz of Peru a liar.", "ACCUSE", "Lund", "Ana Ruiz", "asserted"),
        ("Chad and Niger traded accusations over the raid.", "ACCUSE", "Chad", "Niger", "asserted"),
        ("Niger condemned the shelling of Kukawa.", "ACCUSE", "Niger", None, "asserted"),
        (
            "Lund threatened last month that Peru would lose its quota.",
            "THREATEN",
            "Lund",
            "Peru",
            "asserted",
        ),
        ("Lund has repeatedly demanded an election.", "REQUEST", "Lund", None, "asserted"),
        ("Opposition leaders warned against the deal.", "REJECT", "Opposition leaders", None, "asserted"),
        ("The union appealed the ruling on Tuesday.", "REJECT", "union", None, "asserted"),
        ("The court ordered the union to halt its strike.", "COERCE", "court", "union", "asserted"),
        ("The court barred the union from holding its congress.", "COERCE", "court", "union", "asserted"),
        ("Unions plan a one-day strike on Friday.", "PROTEST", "Unions", None, "future"),
        ("Norway said it had test-fired a new missile.", "MOBILIZE", "Norway", None, "attributed"),
        ("A column of tanks rolled into Niger last week.", "ASSAULT", "tanks", "Niger", "asserted"),
        (
            "The arrest of Ali Deby by Chadian police deepened mistrust.",
            "COERCE",
            "Chad",
            "Ali Deby",
            "asserted",
        ),
        (
            "About 300 people have been arrested, a Chadian minister said.",
            "COERCE",
            None,
            "300 people",
            "attributed",
        ),
    ],
)
def test_deeds_told_in_other_words(
    text: str, code: str, actor: str | None, target: str | None, factuality: str
) -> None:
    assert (code, actor, target, factuality) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Three Americans detained without charge wrote to Lund.",
        "Lund asked all countries in the area to wait.",
        "Lund called the union’s leader a good man.",
    ],
)
def test_what_tells_of_no_deed_against_anybody(text: str) -> None:
    assert not {"COERCE", "ACCUSE", "REQUEST"} & {one[0] for one in _found(text)}


@pytest.mark.parametrize(
    ("text", "code", "actor", "target"),
    [
        ("Peru’s army denied the allegations of theft.", "REJECT", "Peru’s army", None),
        (
            "The tribunal dismissed the complaint by Northern Ferries.",
            "REJECT",
            "tribunal",
            "Northern Ferries",
        ),
        ("The Chadian air force is helping Niger.", "AID", "Chad", "Niger"),
        ("Norway has upgraded its relations with Peru.", "SUPPORT", "Norway", "Peru"),
    ],
)
def test_deeds_of_politics(text: str, code: str, actor: str, target: str | None) -> None:
    assert (code, actor, target, "asserted") in _found(text)


def test_a_capital_that_is_helped_is_no_place() -> None:
    read = parley.read("Norway’s air force is helping Lima.", published="2025-06-10")
    assert [(one.target, one.place) for one in read.findings if isinstance(one, Event)] == [("Peru", None)]


def test_a_day_of_something_else_is_not_that_of_the_deed() -> None:
    read = parley.read(
        "Norway imposed duties on Peru as the talks, which fell apart in May, resumed.",
        published="2025-06-10",
    )
    assert [one.on for one in read.findings if isinstance(one, Event) and one.code == "SANCTION"] == [None]


def test_who_says_that_he_will_not_do_it_denies_nothing() -> None:
    found = _found("Norway will not impose new duties on Peru, Norway’s minister Ida Lund said.")
    assert "SANCTION" not in [one[0] for one in found]


@pytest.mark.parametrize(
    ("text", "code", "actor", "target"),
    [
        ("Niger and Mali have accused each other of breaking the truce.", "ACCUSE", "Niger", "Mali"),
        (
            "The town of Kukawa came under heavy fire from rebel forces on Tuesday.",
            "ASSAULT",
            "rebel forces",
            "town of Kukawa",
        ),
        ("Norway dispatched several ships to the eastern Baltic.", "MOBILIZE", "Norway", "Baltic"),
        ("Norwegian officials had requested a meeting with Peru.", "REQUEST", "Norwegian officials", "Peru"),
    ],
)
def test_deeds_on_both_sides_and_under_fire(text: str, code: str, actor: str, target: str) -> None:
    assert (code, actor, target, "asserted") in _found(text)


def test_what_will_not_be_accepted_is_rejected() -> None:
    assert ("REJECT", "Norway", None, "attributed") in _found(
        "Norway will not accept the truce, Norway’s minister Ida Lund said."
    )


def test_a_body_has_its_whole_name() -> None:
    assert ("REQUEST", "Executive Council", "Bergen City Government", "asserted") in _found(
        "The Executive Council asked the Bergen City Government to set aside a budget."
    )


def test_who_votes_against_somebody_rejects_him() -> None:
    assert ("REJECT", "Six Labour MPs", "Ida Lund", "asserted") in _found(
        "Six Labour MPs voted against Interior Minister Ida Lund on Saturday."
    )
