"""Findings as flat rows, one table a kind: the shape of CSV and Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from parley.model import cover, words_at
from parley.record import StoredFinding

Row = dict[str, str | int | float | bool | None]
_FIRST = ("id", "report", "outlet", "published", "title", "url")
_LAST = ("words", "start", "end", "confidence", "rule", "engine", "checked", "record_version")


def tables(findings: Iterable[StoredFinding], record_version: str) -> dict[str, list[Row]]:
    """For each kind of finding its rows; all rows of a kind have the same columns.

    Lists become cells of words joined by "; ", spans their words; `words` are those that show the finding,
    `start` and `end` their half-open character offsets in the report's stored text.

    Args:
        findings: what to write.
        record_version: stamped on each row, so that it can be cited alone.
    """
    found: dict[str, list[Row]] = {}
    for stored in findings:
        value = stored.object
        found.setdefault(value["type"], []).append(_row(stored, value, record_version))
    return found


def _row(stored: StoredFinding, value: Mapping[str, Any], record_version: str) -> Row:
    report = stored.report
    row: Row = {
        "id": stored.id,
        "report": report.id,
        "outlet": report.outlet,
        "published": report.published,
        "title": report.title,
        "url": report.url,
    }
    row |= {
        name: _cell(cell) for name, cell in value.items() if name not in {*_FIRST, *_LAST, "type", "evidence"}
    }
    evidence = stored.finding.evidence
    row |= {
        "words": words_at(evidence, report.text),
        "start": cover(evidence).start,
        "end": cover(evidence).end,
        "confidence": stored.finding.confidence,
        "rule": stored.finding.rule,
        "engine": stored.engine,
        "checked": stored.checked.value,
        "record_version": record_version,
    }
    return row


def _cell(value: Any) -> str | int | float | bool | None:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Mapping):
        return str(value.get("name") or value.get("text") or json.dumps(value, ensure_ascii=False))
    return "; ".join(str(_cell(one)) for one in value)
