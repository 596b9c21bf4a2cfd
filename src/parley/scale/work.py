"""Reading one shard: its reports, one after the other, none at the cost of another; one Parquet file out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from parley.language import Engine, load_engine
from parley.model import Report
from parley.model.codec import encode
from parley.reading import engine_name, read_report
from parley.reports import BadDate, NotReadable, Unreadable, read_paths, report_from_text
from parley.scale.shards import Shard

_FIELDS = ("published", "outlet", "url", "title")
COLUMNS = ("report", "text", "objects", *_FIELDS, "byline", "published_from", "retrieved", "origin", "engine")
"""Columns of what is written: the report's stored text, and its findings in the findings format as JSON."""


@dataclass(frozen=True, slots=True)
class ShardResult:
    """What came of a shard.

    Attributes:
        key: by what its files are known.
        read: how many reports were read.
        bad: how many could not be read; the reasons are in ``KEY.bad.jsonl``.
        words: how many words were read.
        skipped: whether it was there from an earlier run.
    """

    key: str
    read: int
    bad: int
    words: int
    skipped: bool = False


def read_shard(shard: Shard, folder: str) -> ShardResult:
    """Reads a shard and writes ``KEY.parquet`` into a folder; ``KEY.bad.jsonl`` names what could not be read.

    A shard whose file is there is not read again. The file is there whole or not at all.

    Args:
        shard: what to read.
        folder: where to write.
    """
    engine = _alone(load_engine())
    name = engine_name(engine)
    key = shard.key(name)
    out = Path(folder) / f"{key}.parquet"
    if out.exists():
        return ShardResult(key, 0, 0, 0, skipped=True)
    rows: list[dict[str, Any]] = []
    bad: list[dict[str, str]] = []
    words = 0
    for found in _reports(shard):
        if isinstance(found, Unreadable):
            bad.append({"origin": found.origin, "reason": found.reason})
            continue
        try:
            rows.append(_row(found, engine))
        except Exception as error:  # noqa: BLE001  one bad report never stops a run; it is named with its reason
            bad.append({"origin": found.origin or found.id, "reason": f"{type(error).__name__}: {error}"})
            continue
        words += len(found.text.split())
    _write(out, rows, bad)
    return ShardResult(key, len(rows), len(bad), words)


def _alone(engine: Engine) -> Engine:
    """The engine on one thread: its neighbours on the other cores read other shards."""
    return replace(engine, network=replace(engine.network, threads=1))


def _reports(shard: Shard) -> Iterator[Report | Unreadable]:
    if shard.stop is None:
        yield from read_paths(shard.paths)
        return
    from pyarrow import parquet

    [path] = shard.paths
    table = parquet.read_table(path).slice(shard.start, shard.stop - shard.start)
    for number, row in enumerate(table.to_pylist(), start=shard.start):
        origin = str(row.get("origin") or f"{path}#{number}")
        given = {name: _worded(row.get(name)) for name in _FIELDS}
        try:
            yield report_from_text(str(row["text"] or ""), origin=origin, **given)
        except (NotReadable, BadDate) as error:
            yield Unreadable(origin, str(error))


def _worded(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def _row(report: Report, engine: Engine) -> dict[str, Any]:
    read = read_report(report, engine)
    plain = {name: value for name, value in asdict(report).items() if name in COLUMNS}
    objects = json.dumps(encode(read), ensure_ascii=False)
    return {"report": report.id, **plain, "objects": objects, "engine": read.engine}


def _write(out: Path, rows: list[dict[str, Any]], bad: list[dict[str, str]]) -> None:
    import pyarrow
    from pyarrow import parquet

    if bad:
        text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in bad)
        out.with_suffix(".bad.jsonl").write_text(text, encoding="utf-8")
    schema = pyarrow.schema([(name, pyarrow.string()) for name in COLUMNS])
    half = out.with_suffix(f".{os.getpid()}.half")
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema), half)
    os.replace(half, out)
