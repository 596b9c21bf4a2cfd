"""`parley search`: findings of any kind by one line of words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.record import Record, StoredFinding

_COLUMNS = (
    Column("kind", "cyan"),
    Column("who", "bold", most=24),
    Column("value", most=20),
    Column("day"),
    Column("copy of", "dim", spare=True, cut=8),
    Column("checked", spare=True),
    Column("id", "dim", spare=True, cut=9),
    Column("words", wide=True),
)
_NONE = "No finding holds all of this; ask with fewer words, or `parley search --help` for the fields."
_NAMES = (
    "kind",
    "id",
    "who",
    "value",
    "day",
    "place",
    "outlet",
    "report",
    "start",
    "end",
    "checked",
    "copy of",
    "words",
)


@click.command(
    "search",
    short_help="Find statements, positions, encounters and events by words.",
    epilog=examples(
        "parley search reservoir",
        "parley search '\"stop filling\" kind:position party:solane'",
        "parley search kind:encounter value:cancelled since:2025-06-01 --format csv",
    ),
)
@click.argument("asked", nargs=-1, required=True, metavar="WORDS...")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many of each kind, the latest.")
@click.option("--folded", is_flag=True, help="Leave out reports that only copy another of the record.")
@record_option
def search_command(
    asked: tuple[str, ...], form: str, limit: int | None, folded: bool, record_path: str | None
) -> None:
    """Lists the findings whose words hold all of WORDS, a "quoted phrase" as it stands.

    Fields narrow: kind:, party:, speaker:, issue:, value: (a stance, status, speech, code or factuality),
    place:, outlet:, report:, since:, until:, checked:. The same line works in exports and on the desk.
    """
    from parley.cli.output import write_json, write_jsonl
    from parley.cli.rows import write_rows
    from parley.record import open_record
    from parley.views.selection import select, selection_of

    with open_record(record_path, create=False) as record:
        found = select(record, selection_of(" ".join(asked)), limit)
        originals = _originals(record, found)
    if folded:
        found = [one for one in found if one.report.id not in originals]
    if form == Format.JSON:
        write_json(one.object for one in found)
    elif form == Format.JSONL:
        write_jsonl(one.object for one in found)
    else:
        rows = [{**_row(one), "copy of": originals.get(one.report.id)} for one in found]
        if form == Format.TABLE:
            rows = [{**row, **_shown(one)} for row, one in zip(rows, found, strict=True)]
        write_rows(_NAMES, rows, _COLUMNS, Format(form), _NONE)


def _originals(record: Record, found: Iterable[StoredFinding]) -> dict[str, str]:
    """For the reports that only copy another, the id of their original."""
    from parley.copies.kinds import ONLY_COPIES

    families = record.family_ids({one.report.id for one in found})
    return {report: family for report, (family, relation) in families.items() if relation in ONLY_COPIES}


def _shown(stored: StoredFinding) -> dict[str, str]:
    """What a table shows otherwise: codes as words, and of a statement only what is said."""
    from parley.model import Statement, words_at
    from parley.views.selection import facts_of

    finding = stored.finding
    spans = finding.content if isinstance(finding, Statement) and finding.content else finding.evidence
    value = (facts_of(finding).value or "").replace("_", " ")
    if isinstance(finding, Statement) and not finding.verbatim:
        value += ", reworded"
    return {"value": value, "words": words_at(spans, stored.report.text)}


def _row(stored: StoredFinding) -> dict[str, Any]:
    """A finding of any kind as one row."""
    from parley.model import cover, words_at
    from parley.model.identifiers import type_name
    from parley.views.board import day_of
    from parley.views.selection import facts_of

    facts, text, evidence = facts_of(stored.finding), stored.report.text, stored.finding.evidence
    return {
        "kind": type_name(stored.finding),
        "id": stored.id,
        "who": facts.speaker or ", ".join(name for name in facts.parties if name),
        "value": facts.value,
        "day": facts.on or day_of(None, stored.report.published)[0],
        "place": facts.place,
        "outlet": stored.report.outlet,
        "report": stored.report.id,
        "start": cover(evidence).start,
        "end": cover(evidence).end,
        "checked": stored.checked.value,
        "words": words_at(evidence, text),
    }
