"""What is on the table, from the positions taken on it."""

from __future__ import annotations

import parley
from parley.findings.positions import proposals
from parley.model import Position, Proposal, Span, Stance


def _position(party: str, on: str, stance: Stance, start: int, as_of: str | None = None) -> Position:
    return Position((Span(start, start + 9),), 0.8, "stance.verb propose", party, on, stance, as_of=as_of)


def test_one_thing_under_several_names_is_one_proposal() -> None:
    taken = (
        _position("Chad", "30-day cease-fire", Stance.PROPOSES, 10, "2024-05-06"),
        _position("Niger", "truce", Stance.ACCEPTS, 60),
        _position("Niger", "ceasefire in the north", Stance.ACCEPTS, 90),
    )
    (found,) = proposals(taken)
    assert (found.proposed_by, found.on) == ("Chad", "2024-05-06")
    assert found.evidence == (Span(10, 19), Span(60, 69), Span(90, 99))


def test_different_things_are_different_proposals() -> None:
    taken = (
        _position("Chad", "fishing treaty", Stance.PROPOSES, 10),
        _position("Niger", "border plan", Stance.PROPOSES, 40),
    )
    assert [(one.label, one.proposed_by) for one in proposals(taken)] == [
        ("fishing treaty", "Chad"),
        ("border plan", "Niger"),
    ]


def test_a_single_mention_that_nobody_proposed_is_none() -> None:
    assert proposals((_position("Chad", "fishing treaty", Stance.ACCEPTS, 10),)) == ()


def test_who_rejects_first_did_not_table_it() -> None:
    taken = (
        _position("Niger", "fishing treaty", Stance.REJECTS, 10),
        _position("Chad", "fishing treaty", Stance.OFFERS, 40),
    )
    (found,) = proposals(taken)
    assert found.proposed_by == "Chad"


def test_changed_terms_are_versions_of_one_proposal() -> None:
    taken = (
        _position("Norway", "30-day truce", Stance.PROPOSES, 10, "2024-05-06"),
        _position("Peru", "truce", Stance.REJECTS, 40),
        _position("Norway", "revised 60-day truce", Stance.PROPOSES, 90, "2024-05-09"),
        _position("Peru", "revised truce", Stance.ACCEPTS, 140),
    )
    (found,) = proposals(taken)
    assert [(one.label, one.terms, one.on, one.span.start) for one in found.versions] == [
        ("30-day truce", ("30-day",), "2024-05-06", 10),
        ("revised 60-day truce", ("60-day",), "2024-05-09", 90),
    ]
    assert (found.terms, found.proposed_by, found.on) == (("60-day",), "Norway", "2024-05-06")


def test_one_length_in_two_wordings_is_no_new_version() -> None:
    taken = (
        _position("Norway", "month-long truce", Stance.PROPOSES, 10),
        _position("Peru", "30-day truce", Stance.ACCEPTS, 60),
    )
    (found,) = proposals(taken)
    assert found.versions == ()


def test_what_is_called_the_original_comes_first() -> None:
    taken = (
        _position("Norway", "new truce", Stance.PROPOSES, 10),
        _position("Peru", "original truce", Stance.REJECTS, 60),
    )
    (found,) = proposals(taken)
    assert [one.label for one in found.versions] == ["original truce", "new truce"]


def test_each_side_has_its_own_offer() -> None:
    taken = (
        _position("Dockers' Union", "demand for 9 percent", Stance.DEMANDS, 5),
        _position("Harbour Lines", "4 percent offer", Stance.OFFERS, 30),
        _position("Dockers' Union", "counter-offer", Stance.PROPOSES, 60),
        _position("Dockers' Union", "Harbour Lines' offer", Stance.REJECTS, 90),
        _position("Harbour Lines", "offer of 6 percent", Stance.OFFERS, 120),
    )
    lines, union = proposals(taken)
    assert [one.terms for one in lines.versions] == [("4 percent",), ("6 percent",)]
    assert (union.label, union.versions) == ("counter-offer", ())


def test_terms_are_those_told_of_the_thing_in_the_next_sentence() -> None:
    read = parley.read(
        "Norway proposed a limited truce. The truce would last 45 days and would exclude fishing boats. "
        "The war has killed thousands in 20 years."
    )
    (found,) = (one for one in read.findings if isinstance(one, Proposal))
    assert found.terms == ("limited", "45 days", "would exclude fishing boats")
