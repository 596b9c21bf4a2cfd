"""The twins of a page: the same rows as JSON and as comma-separated values."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from starlette.responses import Response, StreamingResponse

from parley.desk.view import Answer, Asked, Row, View, state_of

_ACTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets."""


def as_json(view: View, answer: Answer, asked: Asked, address: str) -> Response:
    """The JSON twin: what was asked, of which version of the record, and the rows."""
    value = {
        "view": view.name,
        "address": address,
        "version": asked.store.version(),
        "filters": dict(asked.values),
        "state": state_of(answer, asked),
        "total": answer.count,
        "truncated": answer.truncated,
        "rows": [_of_fields(view, row) for row in answer.rows],
    }
    return Response(json.dumps(value, ensure_ascii=True, indent=1) + "\n", media_type="application/json")


def as_csv(view: View, answer: Answer, asked: Asked) -> Response:
    """The CSV twin: a line of field names, then the rows; lists are joined with "; "."""
    headers = {
        "Content-Disposition": f'attachment; filename="{view.name}.csv"',
        "X-Parley-Version": asked.store.version(),
        "X-Parley-Truncated": "true" if answer.truncated else "false",
    }
    return StreamingResponse(_lines(view, answer), media_type="text/csv", headers=headers)


def _lines(view: View, answer: Answer) -> Iterator[str]:
    names = [one.name for one in view.fields]
    for row in ([*names], *([_cell(row.get(name)) for name in names] for row in answer.rows)):
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow(row)
        yield line.getvalue()


def _of_fields(view: View, row: Row) -> Mapping[str, Any]:
    """The documented fields of a row and no others."""
    return {one.name: row.get(one.name) for one in view.fields}


def _cell(value: object) -> str:
    """A value as the text of a cell, led by an apostrophe where a spreadsheet would run it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        value = "; ".join(map(_inner, value))
    elif isinstance(value, Mapping):
        value = json.dumps(value, ensure_ascii=False)
    text = str(value).replace("\0", "")
    return "'" + text if text.startswith(_ACTS) else text


def _inner(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, Mapping) else str(value)
