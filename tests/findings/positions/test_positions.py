"""Positions from single sentences: who stands where on what, and how sure the words are of it."""

from __future__ import annotations

import pytest

import position_sentences
from documents import document, place
from parley.findings.people import build_cast
from parley.findings.positions import positions
from parley.model import Furniture, Holder, Position, Report, Source, Span, Speech, Stance, Statement

_COUNTRIES = (
    "Brazil", "Canada", "Chad", "Chile", "Cuba", "Egypt", "Fiji", "France", "Ghana", "Iran", "Japan", "Kenya",
    "Niger", "Norway", "Peru", "Qatar", "Spain", "Sweden", "Turkey",
)  # fmt: skip


def _read(name: str, *statements: Statement, furniture: tuple[Furniture, ...] = ()) -> tuple[Position, ...]:
    table = getattr(position_sentences, name.upper())
    words = table.split()
    doc = document(table, ents=[(country, "GPE") for country in _COUNTRIES if country in words])
    report = Report(doc.text, furniture=furniture)
    return positions(doc, report, build_cast(doc, report), (), statements)


def _text(name: str) -> str:
    return document(getattr(position_sentences, name.upper())).text


def _said(name: str, source: str, party: str | None, words: str) -> Statement:
    """A statement of which the sentence's `words` are the content; its source is named nowhere."""
    content = place(_text(name), words)
    return Statement(
        evidence=(content,),
        confidence=1.0,
        rule="test",
        speech=Speech.DIRECT,
        source=Source(source, Span(0, 1), on_behalf_of=party),
        cue=None,
        content=(content,),
        said_on="2024-05-06",
    )


@pytest.mark.parametrize(
    ("name", "party", "stance", "topic"),
    [
        ("accepts_if", "Chad", Stance.ACCEPTS_IF, "truce"),
        ("rejects", "Norway", Stance.REJECTS, "quota offer"),
        ("undecided", "Brazil", Stance.UNDECIDED, "quota deal"),
        ("ready", "Kenya", Stance.ACCEPTS_IN_PRINCIPLE, "treaty"),
        ("wants_other", "Sweden", Stance.ACCEPTS_IN_PRINCIPLE, "lift the tariffs"),
        ("but", "France", Stance.ACCEPTS_IN_PRINCIPLE, "plan"),
        ("behalf", "island states", Stance.PROPOSES, "carbon levy"),
        ("refused", "Japan", Stance.REJECTS, "accord"),
        ("may", "Iran", Stance.UNDECIDED, "inspections"),
        ("urged", "Egypt", Stance.SEEKS, "accept the truce"),
        ("out", "Canada", Stance.REJECTS, "climate treaty"),
        ("principle", "Ghana", Stance.ACCEPTS_IN_PRINCIPLE, "treaty"),
        ("would", "Ghana", Stance.ACCEPTS_IN_PRINCIPLE, "treaty"),
        ("insists", "Cuba", Stance.DEMANDS, "embargo must end"),
        ("union", "Teachers", Stance.REJECTS, "contract"),
    ],
)
def test_one_sentence_one_position(name: str, party: str, stance: Stance, topic: str) -> None:
    (found,) = _read(name)
    assert (found.party, found.stance, found.on) == (party, stance, topic)
    # What a party may or would do, and does not say of itself, is the reporter's view of it.
    supposed = name in {"may", "would"}
    assert found.holder is (Holder.ASCRIBED if supposed else Holder.SELF)
    assert found.ascribed_by == ("reporter" if supposed else None)


@pytest.mark.parametrize("name", ["supposed", "asked"])
def test_what_is_supposed_or_asked_is_no_position(name: str) -> None:
    assert _read(name) == ()


def test_a_condition_is_kept_in_the_words_of_the_report() -> None:
    (found,) = _read("accepts_if")
    assert found.conditions == ("so long as Niger withdraws its troops",)


def test_what_holds_an_acceptance_back_is_its_condition() -> None:
    (found,) = _read("but")
    assert found.conditions == ("but there are questions about verification",)


def test_both_sides_of_a_deal_had_accepted_it() -> None:
    assert [(one.party, one.stance) for one in _read("together")] == [
        ("Chad", Stance.ACCEPTS),
        ("Niger", Stance.ACCEPTS),
    ]


def test_a_rejected_demand_is_the_demand_of_its_owner() -> None:
    found = {one.party: one.stance for one in _read("owned")}
    assert found == {"Lawmakers": Stance.REJECTS, "Norway": Stance.DEMANDS}


def test_a_plan_studied_by_one_is_proposed_by_the_other() -> None:
    found = {one.party: one.stance for one in _read("tabled")}
    assert found == {"Peru": Stance.UNDECIDED, "Chile": Stance.PROPOSES}


def test_what_a_party_wants_a_reporter_only_ascribes() -> None:
    (found,) = _read("wants")
    assert (found.stance, found.holder, found.ascribed_by) == (Stance.SEEKS, Holder.ASCRIBED, "reporter")


def test_what_a_rival_says_of_a_party_is_ascribed_to_it() -> None:
    said = _said("rejects", "Ola Berg", "Denmark", "Norway rejected the quota offer")
    (found,) = _read("rejects", said)
    assert (found.party, found.holder, found.ascribed_by) == ("Norway", Holder.ASCRIBED, "Ola Berg")


def test_what_a_party_says_of_itself_is_its_own_and_of_that_day() -> None:
    said = _said("rejects", "Kari Dahl", "Norway", "Norway rejected the quota offer")
    (found,) = _read("rejects", said)
    assert (found.holder, found.ascribed_by, found.as_of) == (Holder.SELF, None, "2024-05-06")


def test_what_must_be_is_demanded_by_whoever_says_so() -> None:
    said = _said("must", "Ann Wood", "Dockers’ Union", "The wage cuts must be withdrawn")
    (found,) = _read("must", said)
    assert (found.party, found.stance) == ("Dockers’ Union", Stance.DEMANDS)
    assert _read("must") == ()


def test_a_refusal_with_a_way_out_is_an_acceptance_with_a_condition() -> None:
    said = _said(
        "unless", "Ann Wood", "Dockers’ Union", "The union will not end the strike unless the company"
    )
    (found,) = _read("unless", said)
    assert (found.party, found.stance) == ("Dockers’ Union", Stance.ACCEPTS_IF)
    assert found.conditions == ("unless the company raises wages",)


def test_furniture_takes_no_position() -> None:
    whole = Furniture(Span(0, len(_text("rejects"))), "headline")
    assert _read("rejects", furniture=(whole,)) == ()


def test_a_position_cites_its_frame_its_words_and_its_issue() -> None:
    (found,) = _read("rejects")
    assert found.rule == "stance.verb reject"
    assert found.evidence[0].of(_text("rejects")) == "Norway rejected the quota offer"
    assert found.issue == "trade"
