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
