"""`parley ground …` as a person runs it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from command_line import CommandLine
from parley.cli.ground import QUESTIONS
from parley.cli.program import parley


class Ground:
    """A command line whose ground store is `path`, with the bundled sample in it."""

    def __init__(self, path: Path, sample: Path) -> None:
        self.path = path
        self.sample = sample

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(parley, ["ground", *arguments, "--ground", str(self.path)])


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    with as_file(files("parley.samples").joinpath("ground")) as folder:
        command_line = Ground(tmp_path / "ground.db", Path(folder))
        imported = command_line.run("import", str(folder))
        assert imported.exit_code == 0, imported.output
        yield command_line


CHECK = (
    "check",
    "--actor",
    "Solane",
    "--claim",
    "entered",
    "--place",
    "Tamsin Province",
    "--as-of",
    "2025-06-06",
)


def test_check_writes_one_line_a_group_with_just_these_keys(ground: Ground) -> None:
    lines = [json.loads(line) for line in ground.run(*CHECK, "--format", "jsonl").stdout.splitlines()]
    assert [line["group"] for line in lines] == ["northmap", "riverwatch"]
    for line in lines:
        assert list(line) == ["group", "verdict", "since", "area_km2", "depth_km", "reason"]
    assert [line["verdict"] for line in lines] == ["supports", "contested"]
    assert lines[0]["since"] == "2025-06-03" and lines[0]["area_km2"] == pytest.approx(32.2, rel=0.02)


def test_check_as_table_json_and_csv_says_the_same(ground: Ground) -> None:
    table = ground.run(*CHECK).stdout
    assert "northmap" in table and "supports" in table
    listed = json.loads(ground.run(*CHECK, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(ground.run(*CHECK, "--format", "csv").stdout)))
    assert [row["verdict"] for row in rows] == [one["verdict"] for one in listed]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (("--place", "Ozzymandria"), "There is no place called 'Ozzymandria'"),
        (("--actor", "Nobody"), "Nobody knows the side 'Nobody'"),
        (("--as-of", "June"), "is not a day"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    ground: Ground, changed: tuple[str, str], sentence: str
) -> None:
    arguments = list(CHECK)
    arguments[arguments.index(changed[0]) + 1] = changed[1]
    result = ground.run(*arguments)
    assert result.exit_code != 0 and sentence in result.output


def test_without_a_store_a_question_says_how_to_make_one(tmp_path: Path) -> None:
    result = Ground(tmp_path / "absent.db", tmp_path).run(*CHECK)
    assert result.exit_code == 1 and "parley ground import" in result.output


def test_the_store_lies_beside_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from parley.cli.ground_options import default_ground

    monkeypatch.setenv("PARLEY_RECORD", str(tmp_path / "record.db"))
    assert default_ground() == tmp_path / "ground.db"


def test_import_twice_keeps_everything_once_and_a_bad_file_ends_with_status_1(
    ground: Ground, tmp_path: Path
) -> None:
    again = ground.run("import", str(ground.sample))
    assert again.exit_code == 0 and "there before" in again.stdout
    bad = tmp_path / "cut.geojson"
    bad.write_text('{"type": "FeatureCollection", "features": [')
    result = ground.run("import", str(bad))
    assert result.exit_code == 1 and "is cut off" in result.output
    assert ground.run("import", str(tmp_path / "nowhere")).exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("who", "--place", "Merrow", "--on", "2025-06-06"),
        ("changes", "--from", "2025-06-01", "--to", "2025-06-06", "--by", "area"),
        ("disagree", "--on", "2025-06-06"),
        ("neck", "--actor", "Solane", "--place", "Tamsin Province", "--on", "2025-06-06"),
        ("sites", "--on", "2025-06-06"),
        ("incidents", "list"),
        ("layers",),
    ],
)
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_every_question_answers_in_every_format(
    ground: Ground, arguments: tuple[str, ...], form: str
) -> None:
    result = ground.run(*arguments, "--format", form)
    assert result.exit_code == 0, result.output
    if form == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in result.stdout.splitlines())
    assert result.stdout.strip()


def test_a_truce_lists_candidates(ground: Ground) -> None:
    terms = ground.sample / "truce.toml"
    lines = ground.run("truce", str(terms), "--until", "2025-06-09", "--format", "jsonl").stdout.splitlines()
    states = {json.loads(line)["state"] for line in lines}
    assert states == {"verified", "could_not_be_observed"}


def test_export_leaves_out_what_its_licence_keeps_and_says_so(ground: Ground, tmp_path: Path) -> None:
    result = ground.run("export", "--on", "2025-06-06")
    groups = {feature["properties"]["group"] for feature in json.loads(result.stdout)["features"]}
    assert groups == {"northmap"} and "riverwatch-layers is not exported" in result.stderr
    drawn = tmp_path / "map.svg"
    ground.run(
        "export",
        "--on",
        "2025-06-06",
        "--format",
        "svg",
        "--around",
        "Tamsin Province",
        "--output",
        str(drawn),
    )
    assert drawn.read_text(encoding="utf-8").startswith("<svg")


def test_claims_of_the_record_are_held_against_the_maps(
    ground: Ground, terminal: CommandLine, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Solane's army entered Tamsin Province on June 4, the monitors said.\n")
    assert terminal.run("read", str(report), "--published", "2025-06-06").exit_code == 0
    result = ground.run("claims", "--record", str(terminal.record), "--format", "jsonl")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert {(one["group"], one["verdict"]) for one in answers if one["place"] == "Tamsin Province"} == {
        ("northmap", "supports"),
        ("riverwatch", "contested"),
    }
    assert {one["claimed_by"] for one in answers} == {"the monitors"}


def test_help_of_every_question_has_examples(ground: Ground) -> None:
    for question in QUESTIONS:
        page = CliRunner().invoke(parley, ["ground", question, "--help"])
        assert page.exit_code == 0
        assert question == "incidents" or "Examples:" in page.output, question
