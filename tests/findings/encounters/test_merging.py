"""Which places tell of the same encounter."""

from __future__ import annotations

import pytest

from parley.findings.encounters.circumstances import Circumstances
from parley.findings.encounters.merging import merged, shared
from parley.findings.encounters.sketch import Actor, Sketch
from parley.model import EncounterStatus, Span

LIND = Actor("Asta Lind", "Valborg", person=True)
OKORO = Actor("Paul Okoro", "Ferrand", person=True)
VALBORG = Actor("Valborg", "Valborg")
FERRAND = Actor("Ferrand", "Ferrand")
STATUS = EncounterStatus


def sketch(
    form: str,
    *actors: Actor,
    status: EncounterStatus | None = STATUS.HELD,
    on: str | None = None,
    **changes: object,
) -> Sketch:
    return Sketch(
        form=form,
        start=0,
        sentence=0,
        evidence=Span(0, 4),
        rule="test",
        actors=actors,
        status=status,
        around=Circumstances(on=on),
        **changes,  # type: ignore[arg-type]
    )


def test_the_same_people_on_the_same_day_meet_once() -> None:
    [told] = merged(
        [sketch("meeting", LIND, OKORO, on="2025-06-02"), sketch("talks", OKORO, LIND, on="2025-06-02")]
    )
    assert told.actors == (LIND, OKORO)


@pytest.mark.parametrize(
    "second",
    [
        sketch("meeting", LIND, OKORO, on="2025-06-03"),
        sketch("call", LIND, OKORO, on="2025-06-02"),
        sketch("meeting", LIND, FERRAND, on=None),
        sketch("meeting", LIND, OKORO, status=STATUS.SCHEDULED),
    ],
    ids=["another day", "another form", "a country for its envoy", "still to come"],
)
def test_what_differs_is_another_encounter(second: Sketch) -> None:
    assert len(merged([sketch("meeting", LIND, OKORO, on="2025-06-02"), second])) == 2


def test_the_talks_mean_the_last_talks() -> None:
    [first, last] = merged(
        [
            sketch("talks", LIND, OKORO, on="2025-06-01"),
            sketch("talks", VALBORG, FERRAND, on="2025-06-02"),
            sketch("talks", status=None, back=True, sure=False),
        ]
    )
    assert (len(first.sketches), len(last.sketches)) == (1, 2)


def test_nobody_and_no_day_is_no_encounter() -> None:
    assert merged([sketch("talks", back=True), sketch("meeting")]) == []


def test_planned_then_held_is_one_with_a_history() -> None:
    [told] = merged(
        [
            sketch("call", LIND, OKORO, status=STATUS.SCHEDULED, on="2025-06-02"),
            sketch("call", LIND, OKORO, status=STATUS.HELD, on="2025-06-02"),
        ]
    )
    assert told.status is STATUS.HELD


def test_what_is_called_off_and_wanted_back_is_two() -> None:
    [lost, wanted] = merged(
        [
            sketch("summit", LIND, OKORO, status=STATUS.CANCELLED),
            sketch("summit", status=STATUS.PROPOSED, back=True),
        ]
    )
    assert (lost.status, wanted.status) == (STATUS.CANCELLED, STATUS.PROPOSED)
    assert wanted.actors == (LIND, OKORO)


def test_what_is_said_in_passing_counts_only_alone() -> None:
    [told] = merged(
        [
            sketch("talks", LIND, OKORO, status=STATUS.SCHEDULED),
            sketch("talks", status=STATUS.HELD, sure=False, back=True),
        ]
    )
    assert told.status is STATUS.SCHEDULED


def test_a_person_counts_as_the_country_only_loosely() -> None:
    assert shared([LIND], [VALBORG, FERRAND], loosely=False) is None
    assert shared([LIND], [VALBORG, FERRAND], loosely=True) is not None
