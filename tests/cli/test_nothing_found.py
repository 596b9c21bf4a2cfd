"""What is said where nothing answers, and what to do then."""

from pathlib import Path

import pytest

from command_line import CommandLine
from parley.cli.near import meant, there_are


def test_a_name_is_like_another_by_one_of_its_words() -> None:
    names = ["Ines Vale", "Asta Lind", None, "Harbour Union"]
    assert meant("Lindt", names) == "Did you mean Asta Lind?"
    assert meant("harbour unoin", names) == "Did you mean Harbour Union?"
    assert meant("Okoro", names) == ""


def test_only_the_first_names_are_listed() -> None:
    assert there_are("Issues", []) == ""
    assert there_are("Issues", ["wages", None, "wages", "tariffs"]) == "Issues: wages, tariffs."
    assert there_are("Sides", [f"side {number}" for number in range(11)]).endswith("side 7 and 3 more.")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("ledger", "--speaker", "okorro"), "Did you mean Paul Okoro?"),
        (("ledger", "--until", "1999"), "No statement was found"),
        (("board", "--party", "nobody"), "No stance was found"),
        (("disputes",), "No denial was found"),
        (("disputes", "--party", "lind", "--until", "2030"), "No denial was found"),
        (("changes", "--since", "1999", "--party", "nobody"), "new since 1999"),
        (("brief", "--party", "nobody"), "No stance of 'nobody' was found for these days."),
        (("commitments", "--waiting"), "Nobody was found to wait"),
        (("calendar", "--status", "cancelled"), "No encounter was found"),
        (("changes", "--since", "2030"), "new since 2030"),
        (("sources", "--copies"), "each is a source of its own"),
        (("search", "zeppelin"), "No finding holds all of this"),
        (("rulings",), "No ruling was found"),
        (("people", "okorro"), "Did you mean Paul Okoro?"),
    ],
)
def test_an_empty_answer_says_so(filled: CommandLine, asked: tuple[str, ...], told: str) -> None:
    assert told in filled.run(*asked).stderr


def test_formats_for_programs_stay_silent(filled: CommandLine) -> None:
    shown = filled.run("ledger", "--speaker", "nobody", "--format", "jsonl")
    assert (shown.stdout, shown.stderr) == ("", "")


def test_a_file_that_is_no_record_leaves_none_behind(terminal: CommandLine, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>not a record</p>")
    shown = terminal.run("import", str(page))
    assert shown.exit_code == 1
    assert "give a file that `parley export record` wrote" in shown.stderr
    assert not terminal.record.exists()
    page.write_text("")
    assert "is empty" in terminal.run("import", str(page)).stderr


def test_a_ruling_says_how_to_undo_it(filled: CommandLine) -> None:
    finding = filled.run("ledger", "--format", "csv").stdout.splitlines()[1].split(",")[0]
    shown = filled.run("rule", "correct", finding, "speaker", "Asta Lind")
    ruling = shown.stdout.split()[0]
    assert shown.stderr.endswith(f"To undo it: parley rule undo {ruling}\n")
    assert "Asta Lind" in shown.stderr


def test_dates_by_file_name_are_told_at_once(terminal: CommandLine, tmp_path: Path) -> None:
    for day, who in (("2025-06-02", "Lind"), ("2025-06-03", "Okoro")):
        path = tmp_path / f"{day}-talks.txt"
        path.write_text(
            f"“We will sign the ferry agreement before the winter,” said {who}, the trade minister.\n"
        )
    shown = terminal.run("read", str(tmp_path))
    assert "The dates of 2 reports are taken from their file names." in shown.stderr


def test_a_file_is_not_written_over_a_folder(filled: CommandLine, tmp_path: Path) -> None:
    shown = filled.run("export", "html", str(tmp_path))
    assert shown.exit_code == 2
    assert "is a folder, and html is one file" in shown.stderr


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("geojson", "Wrote 0 with a place, of 4 findings asked for, to"),
        ("graphml", "links between names, of 4 findings asked for, to"),
        ("ics", "Wrote 0 encounters, of 4 findings asked for, to"),
        ("jsonl", "Wrote 4 findings to"),
    ],
)
def test_an_export_counts_what_it_wrote(filled: CommandLine, tmp_path: Path, form: str, told: str) -> None:
    shown = filled.run("export", form, str(tmp_path / "out"), "kind:statement")
    assert told in shown.stderr
