"""Commitments of whole reports: who undertakes what if what, what became of it, and what is none."""

from __future__ import annotations

from functools import cache

import pytest

import commitment_reports
import parley
from parley.model import Commitment, ReadReport


@cache
def _read(name: str) -> ReadReport:
    return parley.read(getattr(commitment_reports, name), published="2024-05-07")


def _found(name: str) -> list[Commitment]:
    return [one for one in _read(name).findings if isinstance(one, Commitment)]


def _one(name: str, party: str, act: str) -> Commitment:
    found = [one for one in _found(name) if (one.party, one.act) == (party, act)]
    assert len(found) == 1, [(one.party, one.act) for one in _found(name)]
    return found[0]


@pytest.mark.parametrize(
    ("name", "party", "act", "conditions", "awaits"),
    [
        (
            "FERRIES",
            "Northern Ferries",
            "reinstate 40 dismissed deckhands",
            ("as soon as the Seafarers’ Union ends its walkout",),
            ("Seafarers’ Union",),
        ),
        ("FERRIES", "Seafarers’ Union", "not end the strike", ("until the crews are back at work",), ()),
        ("FERRIES", "Northern Ferries", "raise wages by 4 percent", (), ()),
        ("TARIFFS", "Canada", "lift its tariffs on steel", ("in exchange for a quota on lumber",), ()),
        ("TARIFFS", "Canada", "suspend exports of electricity", ("Unless the tariffs are lifted",), ()),
        (
            "TARIFFS",
            "Japan",
            "lower its duties on beef",
            ("if Washington exempts Japanese cars",),
            ("United States",),
        ),
        ("TRUCE", "Hamas", "free the hostages", ("once Israel withdraws its troops",), ("Israel",)),
        ("TRUCE", "Israel", "not withdraw", ("until Hamas frees all hostages",), ("Hamas",)),
        (
            "URANIUM",
            "Iran",
            "ship its uranium abroad",
            ("provided that Britain does the same",),
            ("Britain",),
        ),
        (
            "URANIUM",
            "European Union",
            "release frozen assets",
            ("if Iran admits inspectors",),
            ("Iran",),
        ),
    ],
)
def test_what_a_party_undertakes_with_its_conditions(
    name: str, party: str, act: str, conditions: tuple[str, ...], awaits: tuple[str, ...]
) -> None:
    found = _one(name, party, act)
    assert (found.conditions, found.awaits) == (conditions, awaits)
    assert (found.status, found.claimed_by) == ("offered", None)


@pytest.mark.parametrize(
    ("name", "party", "act"),
    [
        ("TARIFFS", "Mexico", "open its market to American corn"),
        ("URANIUM", "Iran", "dilute its stockpile of uranium"),
        ("URANIUM", "United States", "ease sanctions"),
        ("URANIUM", "Iran", "dismantle two reactors"),
    ],
)
def test_what_was_agreed_is_accepted(name: str, party: str, act: str) -> None:
    assert _one(name, party, act).status == "accepted"


@pytest.mark.parametrize(
    ("name", "party", "act", "status", "claimed_by"),
    [
        ("TRUCE", "Russia", "cease-fire", "breach_alleged", "Ukraine"),
        ("TRUCE", "Israel", "truce", "breach_alleged", "Hamas"),
        ("TRUCE", "Hamas", "truce", "breach_alleged", "Israel"),
        ("TRUCE", "Chad", "release 30 prisoners", "met", "reporter"),
        ("TARIFFS", "United States", "freeze new duties", "breach_alleged", "Kenji Mori"),
        ("URANIUM", "United States", "nuclear treaty", "withdrawn", None),
    ],
)
def test_what_became_of_it_and_who_says_so(
    name: str, party: str, act: str, status: str, claimed_by: str | None
) -> None:
    found = _one(name, party, act)
    assert (found.status, found.claimed_by) == (status, claimed_by)


def test_a_withdrawn_offer_is_no_offer_any_more() -> None:
    found = [one for one in _found("FERRIES") if one.act.startswith("extend the contract")]
    assert [(one.party, one.status) for one in found] == [("Northern Ferries", "withdrawn")]


def test_an_agreement_not_to_act_keeps_its_not() -> None:
    assert {one.act for one in _found("URANIUM") if "raise tariffs" in one.act} == {"not raise tariffs"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("FERRIES", "delays"),  # what passengers could face
        ("FERRIES", "Fares"),  # a plain future of things
        ("FERRIES", "ships"),  # what the mayor says a company will do
        ("TARIFFS", "summit"),  # "might"
        ("TARIFFS", "resume"),  # a plan for an encounter
        ("TARIFFS", "wheat"),  # a pledge that is only demanded
        ("TRUCE", "town"),  # what a rival says was promised
        ("TRUCE", "border"),  # a supposed pledge
        ("URANIUM", "unfreeze"),  # readiness without a condition
        ("URANIUM", "embargo"),  # what a rival says will be done
        ("URANIUM", "inspections"),  # what a draft would require
    ],
)
def test_what_is_no_commitment(name: str, words: str) -> None:
    assert words in getattr(commitment_reports, name)
    assert [one.act for one in _found(name) if words in one.act] == []


def test_a_denied_agreement_is_none() -> None:
    assert [one for one in _found("TRUCE") if one.party == "Niger"] == []


def test_every_commitment_cites_its_words_and_its_conditions() -> None:
    for name in ("FERRIES", "TARIFFS", "TRUCE", "URANIUM"):
        text = _read(name).report.text
        for one in _found(name):
            shown = [" ".join(span.of(text).split()) for span in one.evidence]
            assert all(condition in shown for condition in one.conditions), one
            assert one.rule.startswith("commitment.")


def test_dates_and_issues_come_from_the_report() -> None:
    tariffs = _one("TARIFFS", "Canada", "lift its tariffs on steel")
    assert (tariffs.as_of, tariffs.issue) == ("2024-05-07", "trade")
    assert _one("URANIUM", "United States", "nuclear treaty").as_of == "2018"
    assert _one("TRUCE", "Russia", "cease-fire").as_of == "2024-05-05"


@pytest.mark.parametrize(
    ("sentence", "act", "condition"),
    [
        ("Chad agreed to a truce so long as Niger does the same.", "truce", "so long as Niger does the same"),
        (
            "Chad promised to reopen the border after Niger pays its debt.",
            "reopen the border",
            "after Niger pays its debt",
        ),
        ("Chad vowed to close the border unless Niger pays.", "close the border", "unless Niger pays"),
        (
            "Chad refused to free the crew until Niger apologises.",
            "not free the crew",
            "until Niger apologises",
        ),
        (
            "Chad pledged to lift the embargo as soon as possible.",
            "lift the embargo as soon as possible",
            None,
        ),
        ("Chad promised to lift the embargo after talks in Geneva.", "lift the embargo", None),
        ("Chad agreed to extend the truce until June 30.", "extend the truce until June 30", None),
        ("Chad pledged to send troops, if necessary, to the border.", "send troops", None),
    ],
)
def test_what_is_a_condition_and_what_is_only_a_time(sentence: str, act: str, condition: str | None) -> None:
    text = f"{sentence} The talks went on for days, said officials who were there."
    read = parley.read(text, published="2024-05-07")
    [found] = [one for one in read.findings if isinstance(one, Commitment)]
    assert found.act.startswith(act)
    assert found.conditions == (() if condition is None else (condition,))
    assert found.status == ("accepted" if "agreed" in sentence and condition is None else "offered")
