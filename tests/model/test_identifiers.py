import re
from dataclasses import replace

from hypothesis import given

from parley.model import (
    Encounter,
    EncounterStatus,
    Paraphrase,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    Statement,
)
from parley.model.identifiers import FINDING_TYPES, ID_LETTERS, finding_ids
from random_reports import PROPERTY, READ_REPORTS

TEXT = "The mediator said the talks would resume on Friday; he added that both delegations would come."
SAID = Statement(
    evidence=(Span(0, 50),),
    confidence=0.7,
    rule="attribution head",
    speech=Speech.INDIRECT,
    source=Source("The mediator", Span(0, 12)),
    cue=Span(13, 17),
    content=(Span(18, 50),),
)
MEETING = Encounter((Span(18, 50),), 0.6, "encounter noun", "talks", (), EncounterStatus.SCHEDULED)


def read(*findings: Statement | Encounter, text: str = TEXT, engine: str = "parley 0.1.0") -> ReadReport:
    return ReadReport(Report(text), engine, findings, Paraphrase(0.0))


def test_an_id_is_a_letter_and_sixteen_digits() -> None:
    said, meeting = finding_ids(read(SAID, MEETING))
    assert re.fullmatch("s[0-9a-f]{16}", said)
    assert re.fullmatch("n[0-9a-f]{16}", meeting)


def test_ids_never_change() -> None:
    assert finding_ids(read(SAID, MEETING)) == ("s88d32919f2b10b07", "n3ed605822e1441d9")


def test_every_type_has_its_own_letter_which_is_no_hexadecimal_digit() -> None:
    assert set(ID_LETTERS) == set(FINDING_TYPES)
    assert len(set(ID_LETTERS.values())) == len(ID_LETTERS)
    assert not set(ID_LETTERS.values()) & set("0123456789abcdef")


def test_what_a_later_engine_may_do_better_leaves_the_id_alone() -> None:
    better = replace(
        SAID,
        confidence=0.99,
        rule="a better head",
        evidence=(Span(0, 17), Span(18, 50)),
        source=Source("Ingrid Solheim", Span(0, 12), "mediator", "Norway"),
        said_on="2024-05-02",
        speech=Speech.MIXED,
    )
    assert finding_ids(read(SAID)) == finding_ids(read(better, engine="parley 9.0.0"))


def test_other_words_another_cue_another_report_another_type_give_another_id() -> None:
    [first] = finding_ids(read(SAID))
    assert finding_ids(read(replace(SAID, content=(Span(18, 49),)))) != (first,)
    assert finding_ids(read(replace(SAID, cue=Span(55, 60)))) != (first,)
    assert finding_ids(read(SAID, text=TEXT + " ")) != (first,)
    assert finding_ids(read(MEETING)) != finding_ids(read(replace(MEETING, form="summit")))


def test_a_withheld_statement_without_content_is_known_by_its_evidence() -> None:
    silent = replace(SAID, content=(), speech=Speech.WITHHELD)
    elsewhere = replace(silent, evidence=(Span(52, 60),))
    assert finding_ids(read(silent)) != finding_ids(read(elsewhere))


def test_findings_on_the_same_words_are_numbered_in_order() -> None:
    twin = replace(SAID, source=Source("Both delegations", Span(66, 82)))
    first, second, third = finding_ids(read(SAID, twin, SAID))
    assert len({first, second, third}) == 3
    assert finding_ids(read(SAID)) == (first,)
    assert finding_ids(read(twin, SAID)) == (first, second)


@PROPERTY
@given(READ_REPORTS)
def test_ids_are_unique_within_a_report_and_the_same_each_time(report: ReadReport) -> None:
    ids = finding_ids(report)
    assert len(set(ids)) == len(report.findings)
    assert ids == finding_ids(replace(report, engine="another"))
