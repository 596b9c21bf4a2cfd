"""Claims beside denials."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from made_record import report, statement
from parley.model import Finding
from parley.record import Record, open_record
from parley.views.disputes import disputes

CLAIM = "Norsund said that Ostmark had moved trawlers into the closed bay on Sunday night."
DENIAL = "Ostmark denied that any of its trawlers were in the closed bay."
BACK = "Ostmark accused Norsund of breaking the truce in the strait with patrol boats."
FORTH = "Norsund accused Ostmark of breaking the truce in the strait with drones."
OTHER = "Ostmark denied that its prime minister was ill."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def claim() -> Finding:
    said = "that Ostmark had moved trawlers into the closed bay on Sunday night"
    return statement(CLAIM, "Norsund", "said", said, party="Norsund")


def denial() -> Finding:
    return statement(
        DENIAL, "Ostmark", "denied", "that any of its trawlers were in the closed bay", party="Ostmark"
    )


def test_a_claim_stands_beside_its_denial(record: Record) -> None:
    record.add(report(CLAIM, "2025-03-03", claim()))
    record.add(report(DENIAL, "2025-03-04", denial()))
    [found] = disputes(record)
    assert [voice.who for voice in found.claims] == ["Norsund"]
    assert [voice.who for voice in found.denials] == ["Ostmark"]
    assert found.day == "2025-03-04"


def test_a_denial_of_something_else_has_no_claim(record: Record) -> None:
    record.add(report(CLAIM, "2025-03-03", claim()))
    record.add(
        report(OTHER, "2025-03-04", statement(OTHER, "Ostmark", "denied", "that its prime minister was ill"))
    )
    [found] = disputes(record)
    assert found.claims == ()


def test_a_denial_long_after_is_of_something_else(record: Record) -> None:
    record.add(report(CLAIM, "2025-01-03", claim()))
    record.add(report(DENIAL, "2025-03-04", denial()))
    [found] = disputes(record)
    assert found.claims == ()


def test_sides_that_accuse_each_other_of_the_same_stand_together(record: Record) -> None:
    said = "Norsund of breaking the truce in the strait with patrol boats"
    record.add(report(BACK, "2025-03-03", statement(BACK, "Ostmark", "accused", said)))
    said = "Ostmark of breaking the truce in the strait with drones"
    record.add(report(FORTH, "2025-03-03", statement(FORTH, "Norsund", "accused", said)))
    [found] = disputes(record)
    assert found.kind == "mutual accusation"
    assert {found.claims[0].who, found.denials[0].who} == {"Norsund", "Ostmark"}


def test_who_is_among_the_accusers_does_not_answer(record: Record) -> None:
    said = "Norsund of breaking the truce in the strait with patrol boats"
    record.add(report(BACK, "2025-03-03", statement(BACK, "Ostmark", "accused", said, party="Ostmark")))
    both = "Norsund and Ostmark accused each other of breaking the truce in the strait."
    others = "each other of breaking the truce in the strait"
    told = statement(both, "Norsund and Ostmark", "accused", others, party="Norsund and Ostmark")
    record.add(report(both, "2025-03-03", told))
    assert disputes(record) == []


def test_a_copy_is_no_second_voice(record: Record) -> None:
    record.add(report(CLAIM, "2025-03-03", claim()))
    record.add(report(DENIAL, "2025-03-04", denial(), outlet="The Gull"))
    record.add(report(DENIAL, "2025-03-04", denial(), outlet="The Tern"))
    [found] = disputes(record)
    assert len(found.denials) == 1


def test_older_disputes_can_be_left_out(record: Record) -> None:
    record.add(report(DENIAL, "2025-03-04", denial()))
    assert disputes(record, "2025-03-05") == []
    assert len(disputes(record, "2025-03-04")) == 1


def test_a_denial_that_only_points_back_is_of_what_was_said_just_before(record: Record) -> None:
    text = (
        "Norsund said the harbour had been mined in May. "
        "Norsund accused Ostmark of hiding three patrol boats there. Ostmark denied that, and left."
    )
    record.add(
        report(
            text,
            "2025-03-03",
            statement(text, "Norsund", "said", "the harbour had been mined in May", party="Norsund"),
            statement(
                text, "Norsund", "accused", "Ostmark of hiding three patrol boats there", party="Norsund"
            ),
            statement(text, "Ostmark", "denied", "that", party="Ostmark"),
        )
    )
    [found] = disputes(record)
    assert found.about == "Ostmark of hiding three patrol boats there"
    assert [voice.words for voice in found.claims] == [found.about]
    assert [voice.words for voice in found.denials] == ["that"]


def test_what_is_denied_in_its_own_sentence_is_not_sought_before_it(record: Record) -> None:
    text = (
        "Aurland would hold Ostmark to account for the pact. "
        "Norsund accused Ostmark of mining the harbour in May; Ostmark denied it."
    )
    record.add(
        report(
            text,
            "2025-03-03",
            statement(text, "Aurland", "hold", "Ostmark to account for the pact", party="Aurland"),
            statement(text, "Norsund", "accused", "Ostmark of mining the harbour in May", party="Norsund"),
            statement(text, "Ostmark", "denied", "it", party="Ostmark"),
        )
    )
    [found] = disputes(record)
    assert [voice.who for voice in found.claims] == ["Norsund"]


def test_a_denial_at_the_start_of_a_sentence_is_of_the_one_before(record: Record) -> None:
    text = "Norsund accused Ostmark of mining the harbour in May. Asked on Friday, Ostmark denied it."
    record.add(
        report(
            text,
            "2025-03-03",
            statement(text, "Norsund", "accused", "Ostmark of mining the harbour in May", party="Norsund"),
            statement(text, "Ostmark", "denied", "it", party="Ostmark"),
        )
    )
    [found] = disputes(record)
    assert [voice.who for voice in found.claims] == ["Norsund"]


@pytest.mark.parametrize(
    ("claimed", "denied"),
    [
        ("that its president had spoken by phone with the premier", "that the two hadn't spoken by phone"),
        ("that the army had shelled a market in Tamsin", "that it had not shelled any market in Tamsin"),
        ("the envoys held secret talks in Gullhaven", "there were no secret talks in Gullhaven"),
        ("its envoys met the bishop on Monday", "no envoys had met the bishop"),
        ("that the terminal had offered six per cent", "that the terminal never offered six per cent"),
        (
            "that Ostmark signed the fisheries protocol",
            "claims that it signed the fisheries protocol were false",
        ),
    ],
)
def test_who_says_that_it_was_not_so_denies_it(record: Record, claimed: str, denied: str) -> None:
    claim, denial = f"Norsund said {claimed}.", f"Ostmark said {denied}."
    record.add(report(claim, "2025-03-03", statement(claim, "Norsund", "said", claimed)))
    record.add(report(denial, "2025-03-04", statement(denial, "Ostmark", "said", denied)))
    [found] = disputes(record)
    assert [voice.words for voice in found.claims] == [claimed]
    assert [voice.words for voice in found.denials] == [denied]


@pytest.mark.parametrize(
    ("claimed", "other"),
    [
        # Of the same, but not of what happened.
        ("that it would sign the fisheries protocol", "that it had not signed the fisheries protocol"),
        ("that Ostmark had signed the fisheries protocol", "that it will not sign the fisheries protocol"),
        ("that Ostmark had signed the fisheries protocol", "that it did not want the fisheries protocol"),
        # Of something else.
        ("that Ostmark had fired on the harbour fence", "that it had not closed the harbour fence"),
        ("that Ostmark had shelled the market", "that it had not received a reply from Norsund"),
    ],
)
def test_what_is_not_so_without_a_claim_is_no_dispute(record: Record, claimed: str, other: str) -> None:
    claim, denial = f"Norsund said {claimed}.", f"Ostmark said {other}."
    record.add(report(claim, "2025-03-03", statement(claim, "Norsund", "said", claimed)))
    record.add(report(denial, "2025-03-04", statement(denial, "Ostmark", "said", other)))
    assert disputes(record) == []


def test_names_of_countries_put_no_claim_beside_a_denial(record: Record) -> None:
    text = "Norway accused Sweden of cutting a cable off Bergen. Sweden denied the allegations."
    said = "Sweden of cutting a cable off Bergen"
    record.add(
        report(
            text,
            "2025-03-03",
            statement(text, "Norway", "accused", said, party="Norway"),
            statement(text, "Sweden", "denied", "the allegations", party="Sweden"),
        )
    )
    other = "Finland regretted the quarrel of Norway with Sweden."
    quarrel = "the quarrel of Norway with Sweden"
    record.add(
        report(other, "2025-03-03", statement(other, "Finland", "regretted", quarrel, party="Finland"))
    )
    [found] = disputes(record)
    assert [voice.words for voice in found.claims] == [said]
    assert found.about == said


def test_a_word_in_a_countrys_name_that_tells_something_counts(record: Record) -> None:
    claim, denial = (
        "Norsund said that Ostmark had struck the port.",
        "Ostmark denied that it struck the port.",
    )
    said = "that Ostmark had struck the port"
    record.add(report(claim, "2025-03-03", statement(claim, "Norsund", "said", said)))
    record.add(
        report(denial, "2025-03-04", statement(denial, "Ostmark", "denied", "that it struck the port"))
    )
    [found] = disputes(record)
    assert [voice.words for voice in found.claims] == [said]


def test_a_wish_is_no_claim(record: Record) -> None:
    wish = "Norsund urged Ostmark to move its trawlers out of the closed bay."
    said = "to move its trawlers out of the closed bay"
    record.add(report(wish, "2025-03-03", statement(wish, "Norsund", "urged", said, party="Norsund")))
    record.add(report(DENIAL, "2025-03-04", denial()))
    [found] = disputes(record)
    assert found.claims == ()
