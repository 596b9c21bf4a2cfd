"""Putting what a run wrote into a record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.errors import ParleyError
from parley.model import ReadReport
from parley.model.codec import NotInFormat, decode
from parley.record import Record, UnstorableReport

_AT_ONCE = 100


class NoResults(ParleyError):
    """There are no results in a folder."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one report: added, known already, or refused with a reason."""

    report: str
    new: bool
    reason: str | None = None


def load(record: Record, folder: Path) -> Iterator[Loaded]:
    """Adds every report of a folder of results to a record; what is there already is passed over.

    Args:
        record: an open record.
        folder: where `parley.scale.running.run` wrote.

    Raises:
        NoResults: when there is no result in it.
    """
    files = sorted(folder.glob("*.parquet"))
    if not files:
        raise NoResults(f"There are no results in {folder}: run `parley scale run` first.")
    from pyarrow import parquet

    for path in files:
        for batch in parquet.ParquetFile(path).iter_batches(_AT_ONCE):
            for row in batch.to_pylist():
                yield _add(record, row)


def _add(record: Record, row: dict[str, Any]) -> Loaded:
    name = str(row["report"])
    try:
        read: ReadReport = decode(json.loads(row["objects"]), row["text"])
        return Loaded(name, record.add(read).new_reading)
    except (NotInFormat, UnstorableReport, ValueError) as error:
        return Loaded(name, new=False, reason=str(error))
