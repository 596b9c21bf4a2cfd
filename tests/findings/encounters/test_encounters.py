"""Who meets whom, when, where, and how far it has come."""

from __future__ import annotations

import pytest

import encounter_sentences as sentences
from documents import document
from parley.findings.encounters import encounters
from parley.findings.people import build_cast
from parley.language.times import find_times
from parley.model import Encounter, EncounterStatus, Report, Source, Span, Speech, Statement

# A Friday.
PUBLISHED = "2024-03-01"
NAMES = [
    ("Chad", "GPE"),
    ("Niger", "GPE"),
    ("Norway", "GPE"),
    ("Vienna", "LOC"),
    ("Accra", "LOC"),
    ("Geneva", "LOC"),
    ("Oslo", "LOC"),
    ("Osei", "PERSON"),
    ("Ana Ruiz", "PERSON"),
    ("Dana Whitlock", "PERSON"),
]


def read(*tables: str, statements: tuple[Statement, ...] = ()) -> tuple[Encounter, ...]:
    """The encounters of a report made of parsed sentences."""
    doc = document("\n\n".join(tables), ents=NAMES)
    report = Report(doc.text, published=PUBLISHED)
    return encounters(doc, report, build_cast(doc, report), find_times(doc, PUBLISHED), statements)


def only(*tables: str, statements: tuple[Statement, ...] = ()) -> Encounter:
    """The one encounter of a report."""
    found = read(*tables, statements=statements)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("table", "form", "participants", "status", "on", "place"),
    [
        ("MINISTERS_MET", "meeting", ("Chad", "Niger"), "held", "2024-03-01", "Vienna"),
        ("WILL_MEET", "meeting", ("Osei", "Dana Whitlock"), "scheduled", "2024-03-05", None),
        ("BY_TELEPHONE", "call", ("Osei", "Ana Ruiz"), "held", "2024-02-24", None),
        ("PROPOSED", "summit", ("Norway", "Chad"), "proposed", None, None),
        ("ANOTHER_ROUND", "talks", ("Norway", "Chad"), "scheduled", None, "Oslo"),
    ],
)
def test_what_a_sentence_tells(
    table: str, form: str, participants: tuple[str, ...], status: str, on: str | None, place: str | None
) -> None:
    found = only(getattr(sentences, table))
    assert found.form == form
    assert set(found.participants) == set(participants)
    assert found.status == status
    assert found.on == on
    assert found.place == place
    assert found.rule.startswith("encounters.")


def test_what_was_due_yesterday_is_told_of_yesterday() -> None:
    found = only(sentences.DUE_TO_HOLD)
    assert (found.status, found.on) == (EncounterStatus.SCHEDULED, "2024-02-29")
    assert "Osei" in found.participants


@pytest.mark.parametrize("table", ["WEEKLY", "IF_THEY_MEET", "DEMANDS_MET"])
def test_habits_suppositions_and_demands_are_no_encounters(table: str) -> None:
    assert read(getattr(sentences, table)) == ()


def test_a_denied_meeting_is_denied() -> None:
    assert only(sentences.DENIED).status is EncounterStatus.DENIED


def test_postponed_talks() -> None:
    found = only(sentences.POSTPONED)
    assert found.status is EncounterStatus.POSTPONED
    assert found.participants == ("the two sides",)


def test_one_call_told_twice_is_one_finding() -> None:
    found = only(sentences.BY_TELEPHONE, sentences.CALL_LASTED)
    assert len(found.evidence) == 2
    assert found.duration == "40 minutes"


def test_a_planned_meeting_that_is_cancelled_is_one_finding() -> None:
    found = only(sentences.WILL_MEET, sentences.CANCELLED)
    assert found.status is EncounterStatus.CANCELLED
    assert found.on == "2024-03-05"
    assert len(found.evidence) == 2


def test_another_round_is_another_encounter() -> None:
    found = read(sentences.MINISTERS_MET, sentences.ANOTHER_ROUND)
    assert [one.status for one in found] == [EncounterStatus.HELD, EncounterStatus.SCHEDULED]


def test_a_visit_for_talks_is_one_finding() -> None:
    found = only(sentences.FLEW_FOR_TALKS)
    assert found.form == "visit"
    assert set(found.participants) == {"Ana Ruiz", "Osei"}
    assert (found.place, found.on) == ("Accra", "2024-02-26")


def test_who_speaks_at_a_news_conference_gives_it() -> None:
    text = document(sentences.TOLD_CONFERENCE, ents=NAMES).text
    said = Statement(
        evidence=(span(text, '"We will not talk," Ana Ruiz told a news conference'),),
        confidence=0.9,
        rule="test",
        speech=Speech.DIRECT,
        source=Source("Ana Ruiz", span(text, "Ana Ruiz")),
        cue=span(text, "told"),
        content=(span(text, '"We will not talk,"'),),
        said_on="2024-02-26",
    )
    found = only(sentences.TOLD_CONFERENCE, statements=(said,))
    assert (found.form, found.participants, found.on) == ("news conference", ("Ana Ruiz",), "2024-02-26")
    assert found.status is EncounterStatus.HELD


def test_who_keeps_the_agenda_back() -> None:
    text = document(sentences.REFUSED_AGENDA, ents=NAMES).text
    withheld = Statement(
        evidence=(span(text, "refused to disclose the agenda"),),
        confidence=0.9,
        rule="test",
        speech=Speech.WITHHELD,
        source=Source("the union", span(text, "The union")),
        cue=span(text, "refused"),
        content=(span(text, "to disclose the agenda of the meeting"),),
    )
    found = only(sentences.REFUSED_AGENDA, statements=(withheld,))
    assert found.agenda_withheld_by == "the union"
    assert "Osei" in found.participants


def test_evidence_is_words_of_the_report() -> None:
    text = document(sentences.MINISTERS_MET, ents=NAMES).text
    assert [one.of(text) for one in only(sentences.MINISTERS_MET).evidence] == [
        "ministers of Chad and Niger met in Vienna on Friday"
    ]


def span(text: str, words: str) -> Span:
    """Where words first stand."""
    start = text.index(words)
    return Span(start, start + len(words))
