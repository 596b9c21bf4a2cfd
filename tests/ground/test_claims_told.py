"""Claims of a record as questions to the maps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.ground.errors import GroundError
from parley.ground.store import GroundStore
from parley.ground.told import asked, told_claims
from parley.model import Event, Paraphrase, ReadReport, Report, Span
from parley.record import Record, open_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def keep(record: Record, words: str, rule: str, factuality: str, on: str | None) -> None:
    """Keeps a report of one sentence with one event."""
    event = Event((Span(0, len(words)),), 0.9, rule, "ASSAULT", "Solane", None, "Merrow", on, factuality)
    record.add(ReadReport(Report(words, published="2025-06-05"), "test 1", (event,), Paraphrase(0.0)))


def test_only_movements_told_as_done_are_claims(record: Record) -> None:
    keep(record, "Solane took Merrow.", "event.ASSAULT.capturing", "asserted", "2025-06-04")
    keep(record, "Solane may enter Merrow.", "event.ASSAULT.entering", "possible", "2025-06-04")
    keep(record, "Solane shelled Merrow.", "event.ASSAULT.shelling", "asserted", "2025-06-04")
    (found,) = told_claims(record)
    assert (found.movement, found.place, found.day) == ("holds", "Merrow", "2025-06-05")
    assert (found.words, found.claimed_by) == ("Solane took Merrow.", "the report")


def test_a_claim_without_a_day_is_of_the_day_of_its_report(record: Record, sample: GroundStore) -> None:
    keep(record, "Solane took Merrow.", "event.ASSAULT.capturing", "asserted", None)
    (found,) = told_claims(record)
    assert asked(sample, found).as_of == "2025-06-05"
    assert asked(sample, found, "2025-06-03").as_of == "2025-06-03"


@pytest.mark.parametrize(
    ("on", "asked_of"),
    [
        ("2025-06-03", "2025-06-05"),
        ("2025-05-01", "2025-05-01"),
        ("2025-02", "2025-02-28"),
        ("2024", "2024-12-31"),
        ("2025-06-30", "2025-06-30"),
        ("2025-06-01/2025-06-03", "2025-06-05"),
    ],
)
def test_maps_are_asked_as_of_the_report_or_the_end_of_what_was_long_before(
    record: Record, on: str, asked_of: str
) -> None:
    keep(record, "Solane took Merrow.", "event.ASSAULT.capturing", "asserted", on)
    (found,) = told_claims(record)
    assert found.day == asked_of


def keep_of(record: Record, actor: str, target: str | None, place: str | None, rule: str = "seizing") -> None:
    words = f"{actor} seized {target or 'it'} {place or ''}."
    event = Event(
        (Span(0, len(words)),),
        0.9,
        f"event.ASSAULT.{rule}",
        "ASSAULT",
        actor,
        target,
        place,
        None,
        "asserted",
    )
    record.add(ReadReport(Report(words, published="2025-06-05"), "test 1", (event,), Paraphrase(0.0)))


@pytest.mark.parametrize(
    ("target", "place", "why"),
    [
        ("village", "Tamsin region", "which 'village' in Tamsin region"),
        ("90 square km", None, "names no place"),
        (None, None, "does not say where"),
    ],
)
def test_what_names_no_place_is_not_asked(
    record: Record, sample: GroundStore, target: str | None, place: str | None, why: str
) -> None:
    keep_of(record, "Solane", target, place)
    (found,) = told_claims(record)
    with pytest.raises(GroundError, match=why):
        asked(sample, found)


def test_of_several_actors_the_one_on_the_maps_is_asked_about(record: Record, sample: GroundStore) -> None:
    keep_of(record, "Solane; North Korea", "Merrow", "the town of Merrow", "occupying")
    (found,) = told_claims(record)
    claim = asked(sample, found)
    assert (claim.actor, claim.place.name) == ("Solane", "Merrow")


def test_what_is_held_since_then_is_asked_as_of_its_report(record: Record) -> None:
    keep(record, "Solane has occupied Merrow since 2022.", "event.ASSAULT.occupying", "asserted", "2022")
    (found,) = told_claims(record)
    assert found.day == "2025-06-05"


def test_we_is_no_country(record: Record, sample: GroundStore) -> None:
    event = Event(
        (Span(0, 15),), 0.9, "event.ASSAULT.capturing", "ASSAULT", "We", None, "Merrow", None, "asserted"
    )
    report = Report("We have taken Merrow.", published="2025-06-05")
    record.add(ReadReport(report, "test 1", (event,), Paraphrase(0.0)))
    (found,) = told_claims(record)
    with pytest.raises(GroundError, match="Nobody knows the side 'We'"):
        asked(sample, found)


def test_the_words_tell_the_side_that_the_event_has_not(record: Record, sample: GroundStore) -> None:
    words = "Solane's 3rd Guards Brigade has captured Merrow."
    spans, kind = (Span(0, len(words)),), "event.ASSAULT.capturing"
    event = Event(spans, 0.9, kind, "ASSAULT", "Guards Brigade", None, "Merrow", None, "asserted")
    record.add(ReadReport(Report(words, published="2025-06-05"), "test 1", (event,), Paraphrase(0.0)))
    (found,) = told_claims(record)
    assert asked(sample, found).actor == "Solane"


@pytest.mark.parametrize(
    ("actor", "claimed_by", "side"),
    [
        ("We", "Solane's defence ministry", "Solane"),
        ("the army", "Solane", "Solane"),
        ("army", "a deputy", None),
        ("villagers", "Solane's defence ministry", None),
    ],
)
def test_the_army_is_that_of_who_speaks_of_it(
    record: Record, sample: GroundStore, actor: str, claimed_by: str, side: str | None
) -> None:
    words = "It was said that Merrow has been taken."
    spans, kind = (Span(0, len(words)),), "event.ASSAULT.capturing"
    event = Event(
        spans, 0.9, kind, "ASSAULT", actor, None, "Merrow", None, "attributed", claimed_by=claimed_by
    )
    record.add(ReadReport(Report(words, published="2025-06-05"), "test 1", (event,), Paraphrase(0.0)))
    (found,) = told_claims(record)
    if side is None:
        with pytest.raises(GroundError, match="Nobody knows the side"):
            asked(sample, found)
    else:
        assert asked(sample, found).actor == side
