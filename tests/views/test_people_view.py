"""One person in full: said, said about, met with, from the latest reports where only some are asked for."""

from __future__ import annotations

from pathlib import Path

from made_record import report, statement
from parley.model import Encounter, EncounterStatus, Mention, Span
from parley.record import open_record
from parley.views.people import portrait

SAID = "Lena Dahl said that the quay stays shut."
ABOUT = "Omar Reyes said that Lena Dahl was wrong."


def person(text: str, name: str) -> Mention:
    start = text.index(name)
    return Mention((Span(start, start + len(name)),), 0.9, "test", name, "person")


def talks(text: str, on: str, *who: str) -> Encounter:
    return Encounter((Span(0, len(text)),), 0.8, "test", "talks", who, EncounterStatus.HELD, on=on)


def test_what_is_said_by_and_about_somebody_and_whom_it_met(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        said = statement(SAID, "Lena Dahl", "said", "that the quay stays shut")
        record.add(report(SAID, "2024-05-01", said, person(SAID, "Lena Dahl")))
        about = statement(ABOUT, "Omar Reyes", "said", "that Lena Dahl was wrong", about=("Lena Dahl",))
        named = (person(ABOUT, "Lena Dahl"), person(ABOUT, "Omar Reyes"))
        record.add(report(ABOUT, "2024-05-02", about, *named))
        for day in (3, 4):
            text = f"Lena Dahl met Omar Reyes at the quay on May {day}."
            named = (person(text, "Lena Dahl"), person(text, "Omar Reyes"))
            met = talks(text, f"2024-05-0{day}", "Lena Dahl", "Omar Reyes")
            record.add(report(text, f"2024-05-0{day + 1}", met, *named))
        found = portrait(record, "dahl")
        assert [one.report.published for one in found.said] == ["2024-05-01"]
        assert [one.report.published for one in found.about] == ["2024-05-02"]
        assert [one.on for one in found.encounters] == ["2024-05-03", "2024-05-04"]
        assert [(one.name, one.times, one.last) for one in found.met] == [("Omar Reyes", 2, "2024-05-04")]
        latest = portrait(record, "dahl", limit=1)
        assert latest.said == ()
        assert [one.on for one in latest.encounters] == ["2024-05-04"]
        assert latest.entity == found.entity
