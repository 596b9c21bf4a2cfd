"""`parley ground disagree`: where groups show different things, and how long that has lasted."""

from __future__ import annotations

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import FORMATS, ground_option, open_ground, write_answers
from parley.cli.options import examples, format_option
from parley.cli.table import Column

_COLUMNS = (
    Column("area", "bold"),
    Column("km2"),
    Column("since"),
    Column("days"),
    Column("latitude", spare=True),
    Column("longitude", spare=True),
    Column("groups", "cyan"),
    Column("shows", wide=True),
)
_FIELDS = ("area", "groups", "shows", "km2", "latitude", "longitude", "since", "days")


@click.command(
    "disagree",
    short_help="Where groups disagree near the line, and how long.",
    epilog=examples("parley ground disagree --on 2025-03-12 --least 10"),
)
@click.option("--on", type=DAY, required=True, help="The day.")
@click.option("--least", metavar="KM2", type=click.FloatRange(0), default=5.0, show_default=True,
              help="Leave out smaller pieces.")  # fmt: skip
@click.option("--most", metavar="N", type=click.IntRange(1, 500), default=20, show_default=True,
              help="How many to give.")  # fmt: skip
@format_option(*FORMATS)
@ground_option
def disagree_command(on: str, least: float, most: int, form: str, ground_path: str | None) -> None:
    """Lists ground of which two groups show different things, where both look, largest first.

    Ground nowhere wider than half a kilometre is left out, and so is what one of the two does not cover.
    """
    from parley.ground.disagree import disagreements

    with open_ground(ground_path) as store:
        found = disagreements(store, on, least, most)
    write_answers(found, _COLUMNS, form, _FIELDS)
