"""The record in the formats of others."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from made_record import encounter, position, report, statement
from parley.exports.about import Material, material
from parley.exports.geojson import feature_collection
from parley.exports.json_ld import document
from parley.exports.locating import spot
from parley.exports.network import graphml
from parley.exports.parquet import write
from parley.exports.rows import tables
from parley.exports.snapshot import page
from parley.exports.writing import CannotExport, csv_text, write_file, write_folder
from parley.model import EncounterStatus, Stance
from parley.record import Record, open_record
from parley.views.selection import Selection, selection_of

TEXT = "Norsund said that Ostmark <i>waits</i>. Talks between the two are due, it added. The accord is fine."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    found = (
        statement(
            TEXT, "Norsund", "said", "that Ostmark <i>waits</i>", about=("Ostmark",), venue="in Norsund"
        ),
        encounter(TEXT, "Talks", ("Norsund", "Ostmark"), EncounterStatus.SCHEDULED, "2025-03-07"),
        position(TEXT, "The accord is fine", "Ostmark", Stance.ACCEPTS, "the accord"),
    )
    with open_record(tmp_path / "record.db") as opened:
        opened.add(report(TEXT, "2025-03-03", *found, outlet="The Gull"))
        yield opened


@pytest.fixture
def everything(record: Record) -> Material:
    return material(record, Selection())


def test_an_export_says_which_record_it_is_of_and_what_was_asked(record: Record) -> None:
    found = material(record, selection_of("kind:position"))
    assert found.about["record_version"] == record.version()
    assert (found.about["filters"], found.about["findings"]) == ("kind:position", 1)


def test_rows_have_the_words_and_say_whether_anybody_looked(everything: Material) -> None:
    made = tables(everything.findings, "7")
    [row] = csv.DictReader(io.StringIO(csv_text(made["position"])))
    assert (row["words"], row["stance"], row["checked"]) == ("The accord is fine", "accepts", "machine")
    assert TEXT[int(row["start"]) : int(row["end"])] == row["words"]
    assert row["record_version"] == "7"


def test_an_annotation_finds_its_words_by_offset_and_by_quotation(everything: Material) -> None:
    items = document(everything)["items"]
    assert len(items) == 3
    for item in items:
        for target in item["target"]:
            place, quote = target["selector"]
            assert TEXT[place["start"] : place["end"]] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert around in TEXT


def test_a_place_without_coordinates_gets_no_pin(everything: Material) -> None:
    found = feature_collection(everything)
    [feature] = found["features"]
    assert (found["parley"]["findings"], found["parley"]["without_place"]) == (1, 2)
    assert feature["geometry"] is None
    assert feature["properties"]["place"] == "in Norsund"
    assert found["parley"]["located"] == 0


def test_a_town_that_is_meant_beyond_doubt_is_a_point(tmp_path: Path) -> None:
    text = "Talks were held in Geneva on Friday."
    held = replace(
        encounter(text, "Talks", ("Norsund", "Ostmark"), EncounterStatus.HELD, "2025-03-07"), place="Geneva"
    )
    with open_record(tmp_path / "located.db") as opened:
        opened.add(report(text, "2025-03-08", held))
        found = feature_collection(material(opened, Selection()))
    [feature] = found["features"]
    assert feature["geometry"]["type"] == "Point"
    longitude, latitude = feature["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (6, 46)
    assert (feature["properties"]["town"], feature["properties"]["country"]) == ("Geneva", "CH")
    assert found["parley"]["located"] == 1 and "GeoNames" in found["parley"]["coordinates"]


@pytest.mark.parametrize(
    ("words", "town"),
    [
        ("at a news conference in Oslo", "Oslo NO"),
        ("during a visit to Nairobi on Tuesday", "Nairobi KE"),
        ("Lausanne, Switzerland", "Lausanne CH"),
        ("Saudi Arabia’s Jeddah", "Jeddah SA"),
        ("Brussels", "Brussels BE"),
        ("the White House", None),
        ("in the Oval Office", None),
        ("Georgia", None),
        ("southern Norway", None),
        ("Springfield", None),
        ("Athens, Ohio", None),
        ("from Oslo to Nairobi", None),
        ("at a briefing", None),
        ("", None),
    ],
)
def test_only_towns_beyond_doubt_are_located(words: str, town: str | None) -> None:
    found = spot(words)
    assert (found and f"{found.name} {found.country}") == town


def test_the_network_joins_who_met_and_who_spoke_of_whom(everything: Material) -> None:
    root = ElementTree.fromstring(graphml(everything))
    names = {"g": "http://graphml.graphdrawing.org/xmlns"}
    nodes = {node.get("id"): node.findtext("g:data", "", names) for node in root.iterfind(".//g:node", names)}
    edges = {
        (
            nodes[edge.get("source")],
            edge.findtext("g:data[@key='relation']", "", names),
            nodes[edge.get("target")],
        )
        for edge in root.iterfind(".//g:edge", names)
    }
    assert edges == {("Norsund", "met", "Ostmark"), ("Norsund", "spoke_of", "Ostmark")}


def test_the_snapshot_keeps_words_words(record: Record, everything: Material) -> None:
    made = page(record, everything)
    assert "&lt;i&gt;waits&lt;/i&gt;" in made
    assert "<i>" not in made and "<script" not in made and "http:" not in made and "https:" not in made


def test_parquet_has_the_rows_and_what_it_is_of(everything: Material, tmp_path: Path) -> None:
    from pyarrow import parquet

    write(tmp_path, tables(everything.findings, "7"), everything.about)
    read = parquet.read_table(tmp_path / "position.parquet")
    assert read.to_pylist()[0]["party"] == "Ostmark"
    assert read.schema.metadata[b"parley.findings"] == b"3"


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match="no folder"):
        write_file(tmp_path / "none" / "a.json", "{}")

    def fail(folder: Path) -> None:
        (folder / "half.csv").write_text("a")
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        write_folder(tmp_path / "tables", fail)
    assert list(tmp_path.glob("**/*half*")) == []
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "file").touch()
    with pytest.raises(CannotExport, match="already"):
        write_folder(tmp_path / "taken", lambda folder: None)


def test_lines_of_json_hold_one_object_each(everything: Material) -> None:
    from parley.exports.writing import json_lines

    lines = json_lines([everything.about, *(one.object for one in everything.findings)]).splitlines()
    assert [json.loads(line)["type"] for line in lines] == ["export", "statement", "position", "encounter"]


def test_what_a_killed_export_left_is_taken_away_a_day_later(tmp_path: Path) -> None:
    names = (".out.csv.abcd1234", ".out.csv.abcd1235", ".out.csv.mine")
    old, new, other = (tmp_path / name for name in names)
    for one in (old, new, other):
        one.write_text("half")
    for one in (old, other):
        os.utime(one, (0, 0))
    write_file(tmp_path / "out.csv", "whole")
    assert not old.exists()
    assert new.exists()
    assert other.exists()
    assert (tmp_path / "out.csv").read_text() == "whole"
