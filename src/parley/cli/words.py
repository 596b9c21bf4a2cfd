"""Findings as words: the cells and lines that several commands print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.model import ReadReport, Report

Object = Mapping[str, Any]
"""A finding or report in the findings format."""

STATEMENT_COLUMNS = (
    Column("said on", "cyan", most=11),
    Column("reported", spare=True, most=11),
    Column("speaker", "bold", most=20),
    Column("for", spare=True, most=14),
    Column("speech", most=9),
    Column("to", spare=True, most=14),
    Column("checked", most=9),
    Column("id", "dim", cut=9),
    Column("words", wide=True),
)
STATEMENT_FIELDS = (
    "id",
    "report",
    "speech",
    "speaker",
    "role",
    "on_behalf_of",
    "source_words",
    "cue",
    "words",
    "addressee",
    "venue",
    "medium",
    "said_on",
    "via",
    "verbatim",
    "confidence",
    "rule",
    "checked",
    "start",
    "end",
    "outlet",
    "published",
    "title",
    "url",
)
"""Columns of a statement as comma-separated values; `start` and `end` cover all of its evidence."""


def statement_row(statement: Object, report: Report) -> tuple[object, ...]:
    """A statement, and the report it is of, as a row of a table for people."""
    source = statement["source"] or {}
    addressed = [statement["addressee"], statement["venue"], statement["medium"]]
    return (
        statement["said_on"],
        report.published,
        source.get("name") or "(not named)",
        source.get("on_behalf_of"),
        statement["speech"] if statement["verbatim"] else f"{statement['speech']}, reworded",
        ", ".join(filter(None, addressed)),
        statement["checked"],
        statement["id"],
        words_of(statement),
    )


def statement_fields(statement: Object, report: Report) -> tuple[object, ...]:
    """A statement, and the report it is of, as one row of `STATEMENT_FIELDS`."""
    source = statement["source"] or {"mention": {}}
    evidence = statement["evidence"]
    special = {
        "speaker": source.get("name"),
        "role": source.get("role"),
        "on_behalf_of": source.get("on_behalf_of"),
        "source_words": source["mention"].get("text"),
        "cue": (statement["cue"] or {}).get("text"),
        "words": words_of(statement),
        "verbatim": "true" if statement["verbatim"] else "false",
        "start": min(span["start"] for span in evidence),
        "end": max(span["end"] for span in evidence),
        "outlet": report.outlet,
        "published": report.published,
        "title": report.title,
        "url": report.url,
    }
    return tuple(special[name] if name in special else statement[name] for name in STATEMENT_FIELDS)


def words_of(statement: Object) -> str:
    """What a statement says: its content, parts joined by an ellipsis; without any, its evidence."""
    spans = statement["content"] or statement["evidence"]
    return " … ".join(span["text"] for span in spans)


def heading(report: Report) -> str:
    """A report in one line: title, outlet, date."""
    from parley.views.titles import called

    dated = report.published or "date unknown"
    return ", ".join(filter(None, [called(report.title, report.origin), report.outlet, dated]))


def notes(read: ReadReport) -> list[str]:
    """What a reader must know of a report before trusting what was read from it, a sentence each."""
    found = []
    if read.report.published is None:
        found.append("Its date is not known, so no weekday could be counted; give it with --published.")
    elif read.report.published_from == "file name":
        found.append(f"Its date, {read.report.published}, is taken from its file name.")
    if not all(statement.verbatim for statement in read.statements):
        score = f"{read.paraphrase.score:.2f}"
        found.append(f"A machine has changed words of this text (score {score}): no quotation is verbatim.")
    return found
