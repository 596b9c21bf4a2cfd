"""Planned in one report, held in the next: one encounter; another of the same people: two."""

from itertools import permutations

import pytest

from parley.identity.encounters import threads
from parley.identity.standing import standing
from parley.identity.telling import Telling
from parley.model import EncounterStatus

MONDAY = 739_000


def told(  # noqa: PLR0913 - a telling has so many parts
    id: str,
    day: int | None,
    status: str = "scheduled",
    *,
    on: int | tuple[int, int] | None = None,
    who: str = "Lind:Valborg Okoro:Ferrand",
    form: str = "meeting",
    where: str = "",
) -> Telling:
    """A telling of a report that came out `day` days after Monday, of an encounter `on` days after it.

    Tellings whose ids begin with the same letter are of one report.
    """
    span = None if on is None else (on, on) if isinstance(on, int) else on
    return Telling(
        id=id,
        report=f"report {id[0]}",
        published=None if day is None else MONDAY + day,
        place=0,
        form=form,
        status=EncounterStatus(status),
        participants=dict(name.rpartition(":")[::2] for name in who.split()),
        on=None if span is None else (MONDAY + span[0], MONDAY + span[1]),
        where=where,
    )


def grouped(*tellings: Telling) -> set[frozenset[str]]:
    """Which are of one encounter; the same in whatever order they are given."""
    results = {
        frozenset(frozenset(one.id for one in group) for group in threads(order))
        for order in permutations(tellings)
    }
    assert len(results) == 1
    return set(results.pop())


@pytest.mark.parametrize(
    "tellings",
    [
        (told("a", 0, on=1), told("b", 2, "held", on=1)),
        (told("a", 0, on=1), told("b", 1, "held")),
        (told("a", 0), told("b", 2, "held", on=1)),
        (told("a", 0), told("b", 1, "held")),
        (told("a", 0, on=1, form="talks"), told("b", 2, "held", on=1, form="meeting")),
        (told("a", 0, on=1, who="party:Valborg:Valborg party:Ferrand:Ferrand"), told("b", 2, "held", on=1)),
        (told("a", 0, on=1), told("b", 1, "postponed", on=4), told("c", 5, "held", on=4)),
        (told("a", 0, on=3), told("b", 1, "cancelled"), told("c", 2, on=3)),
        (told("a", 0, on=(0, 6)), told("b", 3, "held", on=2)),
        # Planned for a month, held on a day of it.
        (told("a", 0, on=(10, 39), form="summit"), told("b", 30, "held", on=29, form="meeting")),
        # Undated and alike: talks of a party told twice at a time, a summit at one place.
        (
            told("a", 0, form="talks", who="party:Valborg:Valborg"),
            told("b", 1, form="talks", who="party:Valborg:Valborg"),
        ),
        (
            told("a", 0, "held", form="summit", who="name:league:", where="accra"),
            told("b", 1, "held", form="summit", who="name:league:", where="accra"),
        ),
    ],
)
def test_one_encounter(tellings: tuple[Telling, ...]) -> None:
    assert len(grouped(*tellings)) == 1


@pytest.mark.parametrize(
    "tellings",
    [
        (told("a", 0, "held", on=0), told("b", 8, "held", on=7)),
        (told("a", 0, on=1), told("b", 0, on=8)),
        (told("a", 0, "held"), told("b", 1, "scheduled")),
        (told("a", 0, "held"), told("a2", 0, "scheduled")),
        (told("a", 0, on=1, form="call"), told("b", 2, "held", on=1, form="meeting")),
        (told("a", 0, on=1), told("b", 2, "held", on=1, who="Reyes:Tarn Okoro:Ferrand")),
        (told("a", 0, "held", on=(-200, 165)), told("b", 0, "held", on=0)),
        (told("a", None), told("b", None, "held")),
        # Talks go on for months: a day of the month they were planned for need not be theirs.
        (told("a", 0, on=(10, 39), form="talks"), told("b", 30, "held", on=29, form="talks")),
        (told("a", 0, on=(10, 39), form="summit"), told("b", 60, "held", on=45, form="summit")),
        (
            told("a", 0, form="talks", who="party:Valborg:Valborg"),
            told("b", 0, "held", form="talks", who="party:Valborg:Valborg"),
        ),
        (
            told("a", 0, form="talks", who="party:Valborg:Valborg"),
            told("b", 9, form="talks", who="party:Valborg:Valborg"),
        ),
        (
            told("a", 0, "held", form="summit", who="name:league:", where="accra"),
            told("b", 1, "held", form="summit", who="name:league:", where="lima"),
        ),
    ],
)
def test_two_encounters(tellings: tuple[Telling, ...]) -> None:
    assert len(grouped(*tellings)) == 2


@pytest.mark.parametrize(
    ("tellings", "status"),
    [
        ((told("a", 0, on=1), told("b", 2, "held", on=1)), "held"),
        ((told("a", 0, on=3), told("b", 1, "cancelled")), "cancelled"),
        ((told("a", 0, on=3), told("b", 1, "cancelled"), told("c", 2, on=3)), "scheduled"),
        ((told("a", 1, "held", on=1), told("b", 2, on=1)), "held"),
        ((told("a", 1, "held", on=1), told("b", 2, "denied", on=1)), "denied"),
    ],
)
def test_how_far_it_has_come(tellings: tuple[Telling, ...], status: str) -> None:
    [group] = threads(tellings)
    assert standing(group).status == status


def test_people_decide() -> None:
    first, second = told("a", 0, "held", on=0), told("b", 20, "held", on=19)
    assert len(threads([first, second], [("a", "b", True)])) == 1
    assert len(threads([first, second], [("a", "b", True), ("b", "a", False)])) == 2
    alike = told("a", 0, on=1), told("b", 2, "held", on=1)
    assert len(threads(alike, [("a", "b", False)])) == 2
