"""What is on the table, from the positions taken on it."""

from __future__ import annotations

from parley.findings.positions import proposals
from parley.model import Position, Span, Stance


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
