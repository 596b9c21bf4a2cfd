"""`parley explain`: the words a finding rests on, and the rule or score that made it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column
from parley.cli.terminal import one_line, printable

if TYPE_CHECKING:
    from parley.record.ruling import KeptRuling
    from parley.views.explain import Explanation

_PART_COLUMNS = (Column("part", "bold"), Column("start"), Column("end"), Column("words", wide=True))


@click.command(
    "explain",
    short_help="Show the words a finding rests on, and what made it.",
    epilog=examples(
        "parley explain s41d2                   # the beginning of an id will do",
        "parley explain s41d2 --format json | jq .rule",
    ),
)
@click.argument("finding")
@format_option(Format.TABLE, Format.JSON)
@record_option
def explain_command(finding: str, form: str, record_path: str | None) -> None:
    """Explains FINDING: its words, each part with its place in the text, and what made it.

    FINDING is an id, or the beginning of one, as `parley ledger` and `parley show` print it.
    """
    from parley.cli.output import as_json
    from parley.record import open_record
    from parley.views.explain import explain

    with open_record(record_path, create=False) as record:
        explanation = explain(record.finding(finding))
        decided = record.rulings_on(explanation.value["id"])
    if form == Format.JSON:
        click.echo(as_json(explanation.value))
    else:
        write_explanation(explanation)
        _write_rulings(decided)


def _write_rulings(decided: Sequence[KeptRuling]) -> None:
    """Writes what people decided on the finding, in the order they did."""
    from parley.views.rulings import decided as what

    for kept in decided:
        ruling = kept.ruling
        words = [f"{ruling.kind.value}, {ruling.by}, {ruling.at[:10]}", what(ruling), ruling.why]
        undone = " (undone)" if kept.undone else ""
        click.echo(f"  ruled  {one_line('; '.join(filter(None, words)))}{undone}  {ruling.id[:9]}")


def write_explanation(explanation: Explanation) -> None:
    """Writes an explanation for a person to read."""
    from parley.cli.table import write_table
    from parley.views.titles import called

    value, report = explanation.value, explanation.report
    where = ", ".join(filter(None, [called(report.title, report.origin), report.outlet, report.published]))
    click.echo(f"{value['type']} {value['id']} of report {report.id}: {one_line(where)}")
    if not explanation.current:
        click.echo("A later reading of the report has taken the place of this one.")
    passage = printable(explanation.passage.of(report.text)).strip()
    click.echo("\n" + "\n".join(f"  | {line}" for line in passage.split("\n")) + "\n")
    rows = [(part.name, part.span.start, part.span.end, part.words) for part in explanation.parts]
    write_table(_PART_COLUMNS, rows)
    click.echo()
    facts = [*explanation.facts, ("made by", value["rule"]), ("confidence", f"{value['confidence']:.2f}")]
    facts += [("engine", value["engine"]), ("checked", value["checked"])]
    width = max(len(name) for name, _ in facts)
    for name, fact in facts:
        click.echo(f"  {name.ljust(width)}  {one_line(fact)}")
