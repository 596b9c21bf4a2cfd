"""`parley brief`: one page on where the negotiation stands."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, record_option

if TYPE_CHECKING:
    from parley.record import Record


@click.command(
    "brief",
    short_help="Write one page on where the negotiation stands.",
    epilog=examples(
        "parley brief",
        "parley brief --since 2025-06-04 --format html > brief.html",
        "parley brief --party kardeva --until 2025-06-03",
    ),
)
@click.option(
    "--since", type=DATE, help="What is told from this date on is new; default: the last week read."
)
@click.option(
    "--until", type=DATE, help="Leave out what is of a later day. What comes next: as planned then."
)
@click.option("--party", metavar="NAME", help="Words of a party's name, in any order: only what is of it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "html", "json"]),
    default="markdown",
    show_default=True,
    help="How the page is written to the standard output.",
)
@record_option
def brief_command(
    since: str | None, until: str | None, party: str | None, form: str, record_path: str | None
) -> None:
    """Writes three to seven findings with footnotes, what is disputed, what comes next, and what it rests on.

    Every sentence has a footnote with the words of the report that it comes from. "Next" is what lies after
    the latest report. Of a record with several negotiations the page has all; keep one record for each.
    """
    from parley.cli.asked import asked_record
    from parley.cli.output import as_json
    from parley.exports.brief_html import html
    from parley.exports.brief_markdown import markdown
    from parley.views.brief import brief

    with asked_record(record_path, copies=True) as record:
        found = brief(record, since, until, party=party)
        none = "" if found.findings or party is None else _none(record, party)
    if since is None and found.since is not None:
        click.echo(f"Since {found.since}, the last week read; --since begins elsewhere.", err=True)
    if none:
        click.echo(none, err=True)
    if form == "json":
        click.echo(as_json(asdict(found)))
    else:
        click.echo(html(found) if form == "html" else markdown(found), nl=False)


def _none(record: Record, party: str) -> str:
    """What to say of a party without a stance: who has one."""
    from parley.cli.near import meant, there_are
    from parley.views.board import board

    names = [cell.party for cell in board(record).cells]
    told = meant(party, names) or there_are("Parties with a stance", names)
    return f"No stance of {party!r} was found for these days. {told}".rstrip()
