"""`parley ground changes`: what changed between two days, by group."""

from __future__ import annotations

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import FORMATS, ground_option, open_ground, write_answers
from parley.cli.options import examples, format_option
from parley.cli.table import Column

_COLUMNS = (
    Column("group", "bold"),
    Column("area"),
    Column("side", "cyan"),
    Column("gained km2"),
    Column("lost km2"),
    Column("relabelled km2"),
    Column("net km2"),
    Column("start", spare=True),
    Column("end", spare=True),
    Column("notes", wide=True),
)
_FIELDS = (
    "group", "area", "side", "gained_km2", "lost_km2", "net_km2", "from_contested_km2", "relabelled_km2",
    "start",
    "end", "notes",
)  # fmt: skip


@click.command(
    "changes",
    short_help="What changed between two days, by group and area.",
    epilog=examples("parley ground changes --from 2025-03-01 --to 2025-03-19 --by area"),
)
@click.option("--from", "start", type=DAY, required=True, help="The first day.")
@click.option("--to", "end", type=DAY, required=True, help="The last day.")
@click.option("--by", type=click.Choice(["area"]), help="One line an area, too.")
@format_option(*FORMATS)
@ground_option
def changes_command(start: str, end: str, by: str | None, form: str, ground_path: str | None) -> None:
    """Says what each side gained and lost by each group's map.

    Where ground of more than one country changed there is a line a country too: maps often leave a country's
    own ground unpainted, so only lines of one country can be compared.

    NET leaves out what a group only moved from one heading to another. NOTES say which layers were carried
    forward, which repeat others, which were drawn for periods, and what was left out because only one of the
    days has it.
    """
    from parley.ground.changes import changes

    if end < start:
        raise click.BadParameter("the last day lies before the first.", param_hint="--to")
    with open_ground(ground_path) as store:
        found = changes(store, start, end, by_area=by == "area")
    write_answers(found, _COLUMNS, form, _FIELDS)
