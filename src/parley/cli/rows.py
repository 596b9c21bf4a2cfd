"""Writing flat rows that have names for their cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from parley.cli.output import Format, write_csv, write_json, write_jsonl
from parley.cli.table import Column, write_table


def write_rows(
    names: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[Column],
    form: Format,
    none: str = "",
) -> None:
    """Writes rows; a table has the columns given, the other formats have all cells.

    Args:
        names: the names of all cells of a row, in order.
        rows: cells by name.
        columns: what a table shows, by the names of the cells.
        form: how to write them.
        none: what is said where a table has no rows.
    """
    if form is Format.JSON:
        write_json(rows)
    elif form is Format.JSONL:
        write_jsonl(rows)
    elif form is Format.CSV:
        write_csv(names, (tuple(row[name] for name in names) for row in rows))
    else:
        write_table(columns, [[row[column.heading] for column in columns] for row in rows], none=none)
