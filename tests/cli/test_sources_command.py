import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from copied_stories import FERRIES, FERRIES_BY_ANOTHER, LETTER, LETTER_PRINTED, LETTER_QUOTED
from parley.cli.program import parley
from parley.model import Finding, Mention, Paraphrase, ReadReport, Report, Source, Span, Speech, Statement
from parley.record import open_record
from spinner import spun

TEXTS = {
    "ferries": FERRIES,
    "spun": spun(FERRIES),
    "another": FERRIES_BY_ANOTHER,
    "quoted": LETTER_QUOTED,
    "printed": LETTER_PRINTED,
}


def said(text: str, words: str, name: str, verbatim: bool) -> Statement:
    start, at = text.index(words), text.index(name)
    return Statement(
        evidence=(Span(start, start + len(words)),),
        confidence=0.9,
        rule="by hand",
        speech=Speech.DIRECT,
        source=Source(name, Span(at, at + len(name))),
        cue=None,
        content=(Span(start, start + len(words)),),
        verbatim=verbatim,
    )


@pytest.fixture
def place(tmp_path: Path) -> str:
    with open_record(tmp_path / "record.db") as record:
        for number, (name, text) in enumerate(TEXTS.items(), 1):
            findings: tuple[Finding, ...] = ()
            if name in ("ferries", "spun"):
                start, end = text.index("“") + 1, text.index("”") - 1
                at = text.index("Morag Tennant")
                findings = (
                    said(text, text[start:end], "Morag Tennant", name == "ferries"),
                    Mention((Span(at, at + 13),), 0.9, "by hand", "Morag Tennant", "person"),
                )
            report = Report(
                text=text,
                title=name,
                outlet=f"Outlet {number}",
                published=f"2025-03-{number:02}",
                origin=f"{name}.txt",
            )
            record.add(ReadReport(report, "by hand", findings, Paraphrase(0.9 if name == "spun" else 0.0)))
    return str(tmp_path / "record.db")


def run(*arguments: str) -> str:
    done = CliRunner().invoke(parley, [*arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_one_family_a_line_then_shared_passages(place: str) -> None:
    lines = [json.loads(line) for line in run("sources", "--record", place, "--format", "jsonl").splitlines()]
    families = [line for line in lines if line["type"] == "family"]
    assert [[member["origin"] for member in family["reports"]] for family in families] == [
        ["ferries.txt", "spun.txt"],
        ["another.txt"],
        ["quoted.txt"],
        ["printed.txt"],
    ]
    assert all(family.keys() == {"type", "reports"} for family in families)
    original, copy = families[0]["reports"]
    assert original == {**original, "relation": "original", "reasons": []}
    assert copy.keys() == {"report", "origin", "relation", "reasons"}
    assert copy["relation"] == "paraphrase"
    assert any("words are swapped" in reason for reason in copy["reasons"])
    [shared] = [line for line in lines if line["type"] == "shared_passage"]
    assert {side["origin"] for side in shared["reports"]} == {"quoted.txt", "printed.txt"}
    for side in shared["reports"]:
        text = TEXTS[side["origin"].removesuffix(".txt")]
        assert all(text[span["start"] : span["end"]] == span["text"] for span in side["spans"])
        assert LETTER[1][:60] in " ".join(span["text"] for span in side["spans"])


def test_json_is_the_same_in_one_array(place: str) -> None:
    lines = [json.loads(line) for line in run("sources", "--record", place, "--format", "jsonl").splitlines()]
    assert json.loads(run("sources", "--record", place, "--format", "json")) == lines


def test_csv_has_a_row_a_report(place: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("sources", "--record", place, "--format", "csv"))))
    assert [row["relation"] for row in rows] == ["original", "paraphrase", "original", "original", "original"]
    assert rows[0]["family"] == rows[1]["family"] == rows[0]["report"]


def test_a_table_names_the_copies(place: str) -> None:
    shown = run("sources", "--record", place, "--copies")
    assert "paraphrase" in shown
    assert "Outlet 3" not in shown


def test_one_report_and_its_family(place: str) -> None:
    shown = run("sources", "--record", place, "--report", "spun.txt", "--format", "jsonl").splitlines()
    assert len(shown) == 1
    assert len(json.loads(shown[0])["reports"]) == 2


def test_a_report_that_is_not_there(place: str) -> None:
    done = CliRunner().invoke(parley, ["sources", "--record", place, "--report", "nowhere.txt"])
    assert done.exit_code == 1
    assert "nowhere.txt" in done.output


def test_the_ledger_tells_a_statement_once_in_clean_words(place: str) -> None:
    [told] = [
        json.loads(line)
        for line in run("ledger", "--record", place, "--folded", "--format", "jsonl").splitlines()
    ]
    assert (told["sources"], told["copies"], told["altered"], told["verbatim"]) == (1, 1, False, True)
    assert len(told["tellings"]) == 2
    assert "1 source, 1 copy" in run("ledger", "--record", place, "--folded")
    [row] = csv.DictReader(io.StringIO(run("ledger", "--record", place, "--folded", "--format", "csv")))
    assert (row["sources"], row["copies"], row["altered"]) == ("1", "1", "False")
    assert json.loads(run("ledger", "--record", place, "--folded", "--format", "json")) == [told]


def test_clean_words_are_shown_where_the_spun_copy_is_asked_for(place: str) -> None:
    [told] = [
        json.loads(line)
        for line in run(
            "ledger", "--record", place, "--folded", "--report", "spun.txt", "--format", "jsonl"
        ).splitlines()
    ]
    assert (told["altered"], told["copies"]) == (False, 1)
    assert told["content"][0]["text"] in FERRIES


def test_words_that_only_a_spun_copy_has_are_called_altered(tmp_path: Path) -> None:
    place, text = str(tmp_path / "spun.db"), TEXTS["spun"]
    start, end = text.index("“") + 1, text.index("”") - 1
    findings = (said(text, text[start:end], "Morag Tennant", False),)
    with open_record(place) as record:
        record.add(ReadReport(Report(text=text, origin="spun.txt"), "by hand", findings, Paraphrase(0.9)))
    [told] = [
        json.loads(line)
        for line in run("ledger", "--record", place, "--folded", "--format", "jsonl").splitlines()
    ]
    assert told["altered"]
    assert "1 source, altered" in run("ledger", "--record", place, "--folded")


def test_people_are_counted_once_a_family(place: str) -> None:
    everybody = json.loads(run("people", "--record", place, "--format", "json"))
    [tennant] = [one for one in everybody if one["name"] == "Morag Tennant"]
    assert tennant["statements"] == 1
    shown = run("people", "tennant", "--record", place)
    assert "1 statement, named by 1 source, 1 copy" in shown and "Said (1)" in shown
    objects = [
        json.loads(line)
        for line in run("people", "tennant", "--record", place, "--format", "jsonl").splitlines()
    ]
    [statement] = [one["statement"] for one in objects if one["type"] == "said"]
    assert (statement["sources"], statement["copies"], statement["altered"]) == (1, 1, False)
    start = FERRIES.index("“") + 1
    assert statement["content"][0]["text"] == FERRIES[start : FERRIES.index("”") - 1]


def test_search_marks_what_a_machine_reworded_and_what_is_a_copy(place: str) -> None:
    found = run("search", "kind:statement", "speaker:tennant", "--record", place)
    assert found.count("direct, reworded") == 1 and "COPY OF" in found
    rows = list(
        csv.DictReader(io.StringIO(run("search", "speaker:tennant", "--record", place, "--format", "csv")))
    )
    [original] = [row["report"] for row in rows if not row["copy of"]]
    assert [row["copy of"] for row in rows if row["report"] != original] == [original]
    left = run("search", "speaker:tennant", "--folded", "--record", place, "--format", "csv")
    assert [row["report"] for row in csv.DictReader(io.StringIO(left))] == [original]
