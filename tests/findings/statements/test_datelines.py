"""Datelines on lines of their own cost no statement."""

from __future__ import annotations

import parley

TEXT = (
    "LIMA\n Peru’s grain harvest fell by a third this year, a farm union spokesman said, blaming a dry spell."
    "\n\nThe ministry hopes for rain."
)


def test_the_first_statement_stands_below_its_dateline() -> None:
    read = parley.read(TEXT, published="2025-06-04")
    first = read.statements[0]
    assert first.source is not None
    assert "farm union spokesman" in first.source.name
    assert first.content[0].of(read.report.text).startswith("Peru’s grain harvest fell")
