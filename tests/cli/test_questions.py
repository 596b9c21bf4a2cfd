"""Commands that ask the record."""

import csv
import io
import json

import pytest

from command_line import CommandLine
from made_record import position, report
from parley.model import Stance
from parley.model.codec import encode
from parley.record import open_record
from small_report import TEXT, small_report

OBJECTS = json.loads(json.dumps(encode(small_report())))
STATEMENTS = [value for value in OBJECTS if value["type"] == "statement"]


def lines(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_ledger_gives_the_findings_format(filled: CommandLine) -> None:
    shown = filled.run("ledger", "--format", "jsonl")
    assert shown.exit_code == 0
    assert sorted(lines(shown.stdout), key=str) == sorted(STATEMENTS, key=str)
    assert json.loads(filled.run("ledger", "--format", "json").stdout) == lines(shown.stdout)


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--speaker", "lind"], [0, 1]),
        (["--party", "ferrand"], [2, 3]),
        (["--speech", "withheld"], [3]),
        (["--text", "sign friday"], [0]),
        (["--since", "2025-06-03"], []),
        (["--until", "2025-06"], [0, 1, 2, 3]),
        (["--report", OBJECTS[0]["id"][:6], "--speech", "mixed"], [1, 2]),
    ],
)
def test_ledger_filters(filled: CommandLine, options: list[str], numbers: list[int]) -> None:
    shown = lines(filled.run("ledger", "--format", "jsonl", *options).stdout)
    assert {value["id"] for value in shown} == {STATEMENTS[number]["id"] for number in numbers}


def test_ledger_limit(filled: CommandLine) -> None:
    assert len(lines(filled.run("ledger", "--format", "jsonl", "--limit", "2").stdout)) == 2


def test_ledger_as_csv(filled: CommandLine) -> None:
    rows = list(csv.DictReader(io.StringIO(filled.run("ledger", "--format", "csv").stdout)))
    first = next(row for row in rows if row["id"] == STATEMENTS[0]["id"])
    assert first["speaker"] == "Asta Lind"
    assert first["words"] == "We will sign on Friday"
    assert first["said_on"] == "2025-06-02"
    assert first["verbatim"] == "true"
    assert (first["outlet"], first["published"]) == ("The Valborg Post", "2025-06-02")
    assert TEXT[int(first["start"]) : int(first["end"])] == STATEMENTS[0]["evidence"][0]["text"]


def test_ledger_as_plain_columns(filled: CommandLine) -> None:
    head, *rows = filled.run("ledger", "--speaker", "okoro", "--speech", "withheld").stdout.splitlines()
    headings = "SAID ON REPORTED SPEAKER FOR SPEECH TO CHECKED ID WORDS"
    assert head.split() == headings.split()
    assert [row.split("  ")[-1] for row in rows] == ["to comment"]


@pytest.mark.parametrize("command", [["ledger"], ["people"], ["reports"], ["show", "abc"], ["explain", "s1"]])
def test_asking_a_record_that_is_not_there(terminal: CommandLine, command: list[str]) -> None:
    shown = terminal.run(*command)
    assert shown.exit_code == 1
    assert shown.stderr.startswith(f"Error: There is no record at {terminal.record}: make one with")
    assert not terminal.record.exists()


def test_asking_a_file_that_is_no_record(terminal: CommandLine) -> None:
    terminal.record.write_text("a shopping list, long enough to be anything")
    shown = terminal.run("ledger")
    assert shown.exit_code == 1
    assert "is not a record: it is not a SQLite database; name another with --record" in shown.stderr
    assert terminal.record.read_text().startswith("a shopping list")


def test_show_the_stored_text_exactly(filled: CommandLine) -> None:
    assert filled.run("show", OBJECTS[0]["id"], "--format", "text").stdout == TEXT


def test_show_by_file_name_in_the_findings_format(filled: CommandLine) -> None:
    shown = filled.run("show", "2025-06-02-lind.txt", "--format", "json")
    own, *found = OBJECTS
    assert json.loads(shown.stdout) == [{**own, "family": own["id"]}, *found]


def test_show_piped_is_plain(filled: CommandLine) -> None:
    shown = filled.run("show", OBJECTS[0]["id"][:5]).stdout
    assert "[1d We will sign on Friday]" in shown
    assert "\x1b" not in shown


def test_show_in_colour_when_asked(filled: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    asked = ("show", OBJECTS[0]["id"], "--format", "ansi")
    assert "\x1b[32mWe will sign on Friday" in filled.run(*asked).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    uncoloured = filled.run(*asked).stdout
    assert "\x1b[32m" not in uncoloured and "We will sign on Friday" in uncoloured


def test_show_an_unknown_report(filled: CommandLine) -> None:
    shown = filled.run("show", "ffff")
    assert shown.exit_code == 1
    assert shown.stderr.startswith(
        "Error: The record has no report 'ffff': “parley reports” lists those it has"
    )


@pytest.mark.parametrize(
    ("asked", "next_step"),
    [
        (
            ("explain", "s0000"),
            "no finding 's0000': its tables (“parley ledger”, “board”, “search”) have the ids",
        ),
        (("explain", "r41d5"), "no finding 'r41d5': that is a ruling; “parley rulings” lists them"),
        (("explain", "w41d5"), "no finding 'w41d5': that is a name; see “parley people”"),
        (("rule", "undo", "r41d5"), "no ruling 'r41d5': “parley rulings” lists those it has"),
    ],
)
def test_what_is_not_there_says_where_to_look(
    filled: CommandLine, asked: tuple[str, ...], next_step: str
) -> None:
    shown = filled.run(*asked)
    assert shown.exit_code == 1
    assert next_step in shown.stderr and shown.stderr.count("\n") == 1


def test_explain(filled: CommandLine) -> None:
    shown = filled.run("explain", STATEMENTS[0]["id"][:7]).stdout
    assert shown.splitlines()[0].startswith(f"statement {STATEMENTS[0]['id']} of report")
    assert "  | VALBORG — “We will sign on Friday,” the trade minister" in shown
    place = f"{TEXT.index('told')}     {TEXT.index('told') + 4}"
    assert any(
        line.startswith("cue") and place in line and line.endswith("told") for line in shown.splitlines()
    )
    assert "made by       attribution" in shown
    assert "confidence    0.96" in shown


def test_explain_as_json_is_the_finding(filled: CommandLine) -> None:
    shown = filled.run("explain", STATEMENTS[2]["id"], "--format", "json")
    assert json.loads(shown.stdout) == STATEMENTS[2]


def test_people(filled: CommandLine) -> None:
    shown = json.loads(filled.run("people", "--format", "json").stdout)
    by_name = {person["name"]: person for person in shown}
    assert by_name["Asta Lind"]["statements"] == 2
    assert by_name["Paul Okoro"]["role"] == "envoy"
    assert by_name["Paul Okoro"]["party"] == "Ferrand"
    head = filled.run("people").stdout.splitlines()[0]
    assert head.split() == ["NAME", "KIND", "PARTY", "STATEMENTS", "REPORTS", "ID", "ROLE"]


def test_one_person_in_full(filled: CommandLine) -> None:
    shown = filled.run("people", "okoro")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Paul Okoro, person w")
    for section in ("Names (", "Roles (1)", "Said (2)"):
        assert section in shown.stdout
    objects = lines(filled.run("people", "okoro", "--format", "jsonl").stdout)
    assert {value["type"] for value in objects} == {"person", "alias", "role", "said"}


def test_nobody_of_that_name_is_one_sentence(filled: CommandLine) -> None:
    shown = filled.run("people", "nobody at all")
    assert shown.exit_code == 1
    told = "Nobody is called 'nobody at all' in the reports of the record; “parley people” lists who is."
    assert shown.stderr == f"Error: {told}\n"


def test_reports(filled: CommandLine) -> None:
    [entry] = json.loads(filled.run("reports", "--format", "json").stdout)
    assert entry["id"] == OBJECTS[0]["id"]
    assert entry["statements"] == 4
    rows = list(csv.DictReader(io.StringIO(filled.run("reports", "--format", "csv").stdout)))
    assert rows[0]["title"] == "Lind: signature on Friday"


def test_the_id_of_a_report_where_that_of_a_finding_is_asked_for(filled: CommandLine) -> None:
    report = OBJECTS[0]["id"]
    shown = filled.run("explain", report)
    assert shown.exit_code == 1
    assert (
        shown.stderr
        == f"Error: The record has no finding '{report}': that is a report; see it with “parley show”.\n"
    )
    finding = STATEMENTS[0]["id"]
    shown = filled.run("show", finding)
    assert shown.exit_code == 1
    assert f"no report '{finding}': that is a finding; lay it open with “parley explain”." in shown.stderr


def test_search_shows_of_a_statement_what_is_said(filled: CommandLine) -> None:
    _, line = filled.run("search", '"sign on friday"').stdout.splitlines()
    assert line.split("  ")[-1].strip() == "We will sign on Friday"
    [row] = csv.DictReader(io.StringIO(filled.run("search", '"sign on friday"', "--format", "csv").stdout))
    assert row["words"].startswith("“We will sign on Friday,” the trade minister, Asta Lind, told")


def test_a_stance_of_its_own_is_called_so(terminal: CommandLine) -> None:
    text = "Norsund backs the accord."
    with open_record(terminal.record) as record:
        stance = position(text, "backs the accord", "Norsund", Stance.ACCEPTS, "the accord")
        record.add(report(text, "2025-03-03", stance))
    _, line = terminal.run("timeline").stdout.splitlines()
    assert line.split()[:5] == ["by", "2025-03-03", "position", "Norsund", "own"]


def test_changes_show_the_words_before_and_after(filled: CommandLine) -> None:
    old, new = "Norsund turned the accord down.", "Norsund now backs the accord."
    with open_record(filled.record) as record:
        for text, shown, day, stance in (
            (old, "turned the accord down", "2025-06-01", Stance.REJECTS),
            (new, "now backs the accord", "2025-06-08", Stance.ACCEPTS),
        ):
            record.add(report(text, day, position(text, shown, "Norsund", stance, "the accord")))
    shown = filled.run("changes", "--since", "2025-06-05").stdout
    assert "softened" in shown
    assert "“turned the accord down” → “now backs the accord”" in shown
