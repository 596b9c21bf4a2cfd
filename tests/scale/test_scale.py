"""A corpus cut into shards, read, and loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from parley.record import open_record
from parley.scale.loading import NoResults, load
from parley.scale.shards import ROWS, NoCorpus, Shard, shards
from parley.scale.work import read_shard

TEXTS = (
    "The harbour union said on Tuesday that it would accept the offer if the night shift was paid double.",
    "",
    "The port's owners told reporters they had made their last offer, and that talks would go on in May.",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    rows = [
        {"text": text, "published": "2025-03-05", "outlet": "The Gull", "origin": f"gull/{number}"}
        for number, text in enumerate(TEXTS)
    ]
    path = tmp_path / "corpus.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    return path


def test_rows_are_cut_so_that_each_is_in_one_shard(tmp_path: Path) -> None:
    path = tmp_path / "many.parquet"
    parquet.write_table(pyarrow.table({"text": ["a"] * (2 * ROWS + 1)}), path)
    cut = shards([path])
    assert [(one.start, one.stop) for one in cut] == [(0, ROWS), (ROWS, 2 * ROWS), (2 * ROWS, 2 * ROWS + 1)]


def test_archives_stand_alone_and_small_files_together(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.warc.gz", ".hidden"):
        (tmp_path / name).write_text("x")
    cut = shards([tmp_path])
    assert [[Path(path).name for path in one.paths] for one in cut] == [["c.warc.gz"], ["a.txt", "b.html"]]


@pytest.mark.parametrize("name", ["none", "empty", "text.parquet", "wordless.parquet"])
def test_what_cannot_be_cut_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.parquet").write_text("no parquet at all")
    parquet.write_table(pyarrow.table({"title": ["a"]}), tmp_path / "wordless.parquet")
    with pytest.raises(NoCorpus):
        shards([tmp_path / name])


def test_a_shard_is_read_once_and_a_bad_report_costs_nothing_else(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    [shard] = shards([corpus])
    first = read_shard(shard, str(out))
    assert (first.read, first.bad, first.skipped) == (2, 1, False)
    [named] = (out / f"{first.key}.bad.jsonl").read_text().splitlines()
    assert json.loads(named)["origin"] == "gull/1"
    assert read_shard(shard, str(out)).skipped
    assert list(out.glob("*.half")) == []


def test_results_are_loaded_once(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    read_shard(shards([corpus])[0], str(out))
    with open_record(tmp_path / "record.db") as record:
        assert [one.new for one in load(record, out)] == [True, True]
        assert [one.new for one in load(record, out)] == [False, False]
        assert {entry.outlet for entry in record.reports()} == {"The Gull"}
        assert record.statements() != []


def test_a_folder_without_results_is_said(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record, pytest.raises(NoResults):
        list(load(record, tmp_path))


def test_other_engines_and_other_parts_have_other_names() -> None:
    shard = Shard(("a.parquet",), 0, 5)
    keys = {shard.key("one"), shard.key("two"), Shard(("a.parquet",), 5, 9).key("one"), shard.key("one")}
    assert len(keys) == 3
