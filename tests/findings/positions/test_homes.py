"""Officials whom a report names without their country."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def _parties(text: str) -> set[str]:
    read = parley.read(text, published="2024-05-06")
    return {finding.party for finding in read.findings if isinstance(finding, Position)}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            'LIMA, May 6 - Finance Secretary Ana Ruiz met bankers from Chile on the loan. "We reject the '
            'new rate on the loan," Ruiz said.',
            "Peru",
        ),
        (
            "Norway and its neighbour Sweden share the cod. Norway wants more, and Norway has boats, which "
            'Norway keeps in port. "We reject the quota on cod," Fisheries Minister Ida Lund said.',
            "Norway",
        ),
    ],
)
def test_an_office_of_state_is_the_home_country_s(text: str, party: str) -> None:
    assert party in _parties(text)


@pytest.mark.parametrize(
    "text",
    [
        # Within one country a minister speaks for a government, not for the country.
        'Norway votes in May. "We reject the plan for the port," Fisheries Minister Ida Lund said.',
        # A union has presidents and secretaries, too.
        'LIMA, May 6 - Union Secretary Ana Ruiz met bankers from Chile. "We reject the offer," Ruiz said.',
        # Once in office, now for himself.
        'LIMA, May 6 - Former minister Ana Ruiz met bankers from Chile. "We reject the offer," Ruiz said.',
        # Two countries named alike often.
        'Norway and Chile share the cod. "We reject the quota on cod," Fisheries Minister Ida Lund said.',
    ],
)
def test_others_have_no_country_by_it(text: str) -> None:
    assert not _parties(text) & {"Peru", "Norway", "Chile"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ('"We reject the quota on cod," said Omar Saleh of Chad, who came late.', "Chad"),
        (
            "“We reject the lower quota on cod,” Ida Lund, acting secretary of the European Union, told "
            "reporters from abroad.",
            "European Union",
        ),
        (
            "She spoke on Sunday. On Monday the Norwegian ambassador to Chad, Ida Lund, rejected the quota.",
            "Norway",
        ),
    ],
)
def test_the_words_beside_a_name_tell_the_side(text: str, party: str) -> None:
    assert party in _parties(text)


def test_who_presides_over_talks_speaks_for_them() -> None:
    text = 'The chairman of the cod talks, Omar Saleh of Chad, said: "We reject the delay of the quota."'
    assert "Chad" not in _parties(text)


def test_who_once_held_an_office_speaks_for_himself_and_the_us_is_no_pronoun() -> None:
    former = "“We must open the ports,” said Omar Saleh, a former president of Chad."
    assert "Chad" not in _parties(former)
    assert {"United States", "Peru"} <= _parties("The US, Norway and Peru supported the quota on cod.")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "The National Assembly sat on Monday. Speaker Omar Saleh welcomed the ceasefire deal.",
            "National Assembly",
        ),
        (
            "The Fisheries Commission met. Chief Fisheries Commissioner Omar Saleh urged boat owners to "
            "keep to the quota.",
            "Fisheries Commission",
        ),
    ],
)
def test_some_offices_are_a_body_s(text: str, party: str) -> None:
    assert party in _parties(text)


def test_of_two_parliaments_no_speaker_is_one_s() -> None:
    text = (
        "The Knesset and the House of Commons sat on Monday. Speaker Omar Saleh welcomed the ceasefire deal."
    )
    assert not _parties(text) & {"House of Commons", "Israel"}
