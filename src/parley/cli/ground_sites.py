"""`parley ground sites`: protected sites, who holds the ground, how far the edge is."""

from __future__ import annotations

from dataclasses import replace

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import FORMATS, ground_option, open_ground, write_answers
from parley.cli.options import examples, format_option
from parley.cli.output import Format
from parley.cli.table import Column

_COLUMNS = (
    Column("site", "bold"),
    Column("group", "cyan"),
    Column("shows"),
    Column("since", spare=True),
    Column("edge low km"),
    Column("edge high km"),
    Column("edge stands still", spare=True),
    Column("claims", wide=True),
)
_FIELDS = (
    "site", "kind", "group", "shows", "since", "edge_km", "edge_low_km", "edge_high_km", "edge_stands_still",
    "claims", "reason",
)  # fmt: skip


@click.command(
    "sites",
    short_help="Protected sites: claims of their state, who holds the ground.",
    epilog=examples("parley ground sites --on 2025-03-16 --kind nuclear"),
)
@click.option("--on", type=DAY, required=True, help="The day.")
@click.option("--name", metavar="WORDS", help="Words of the site's name.")
@click.option("--kind", metavar="WORDS", help="Words of its kind: nuclear, power plant, crossing.")
@format_option(*FORMATS)
@ground_option
def sites_command(on: str, name: str | None, kind: str | None, form: str, ground_path: str | None) -> None:
    """Says of each site, a line a group: who holds the ground, and how far the edge of held ground is.

    The distance is an interval: sites have a size, and maps are drawn to a kilometre or so. An edge that
    never
    moves is likely a bank or shore, and no distance to troops.
    """
    from parley.ground.sites import standings

    with open_ground(ground_path) as store:
        found = standings(store, on, name, kind)
    if form == Format.TABLE:
        found = [
            replace(standing, claims=tuple(claim[:90] for claim in standing.claims[-1:]))
            for standing in found
        ]
    write_answers(found, _COLUMNS, form, _FIELDS)
