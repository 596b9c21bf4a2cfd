"""Findings as Parquet files, one a kind. Needs pyarrow, an extra: it is larger than all of Parley."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from parley.errors import ParleyError
from parley.exports.rows import Row


class NoParquet(ParleyError):
    """The library for Parquet is not installed."""


def write(folder: Path, tables: Mapping[str, Sequence[Row]], about: Mapping[str, Any]) -> None:
    """Writes ``KIND.parquet`` for each kind; what the export says of itself is in each file's metadata.

    Args:
        folder: where to; it must exist.
        tables: rows by kind, from `parley.exports.rows.tables`.
        about: from `parley.exports.about.material`.

    Raises:
        NoParquet: when pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise NoParquet("Parquet needs a library more: pip install 'parley-record[parquet]'.") from error
    for kind, rows in tables.items():
        table = pyarrow.Table.from_pylist(list(rows))
        stamped = {f"parley.{name}": str(value) for name, value in about.items()}
        table = table.replace_schema_metadata(stamped)
        parquet.write_table(table, folder / f"{kind}.parquet")
