"""`parley ground neck`: is a force nearly cut off?"""

from __future__ import annotations

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import FORMATS, ground_option, open_ground, place_in, write_answers
from parley.cli.options import examples, format_option
from parley.cli.table import Column

_COLUMNS = (
    Column("group", "bold"),
    Column("state", "cyan"),
    Column("narrowest km"),
    Column("widest km"),
    Column("pocket km2"),
    Column("reason", wide=True),
)
_FIELDS = (
    "group", "state", "narrowest_km", "widest_km", "pocket_km2", "latitude", "longitude", "closing_m",
    "reason",
)  # fmt: skip


@click.command(
    "neck",
    short_help="How wide the neck behind a force is, as an interval.",
    epilog=examples('parley ground neck --actor UA --place "Kursk Oblast" --on 2025-03-10'),
)
@click.option("--actor", metavar="SIDE", required=True, help="Whose force.")
@click.option(
    "--place", metavar="NAME", required=True, help="Where it stands: a region, or a point in its pocket."
)
@click.option("--on", type=DAY, required=True, help="The day.")
@click.option("--closing", metavar="M", type=click.FloatRange(0, 5000), default=100.0, show_default=True,
              help="Close gaps of up to twice this first; the width moves with it.")  # fmt: skip
@format_option(*FORMATS)
@ground_option
def neck_command(closing: float, form: str, ground_path: str | None, **asked: str) -> None:
    """Gives the width of the neck by each group's map: with contested ground as the enemy's, and as a
    friend's.

    It is never one number: it moves with who holds contested ground, and with the gaps that are closed.
    """
    from parley.ground.check import side_for
    from parley.ground.neck import neck

    day = asked["on"]
    with open_ground(ground_path) as store:
        found = neck(store, side_for(store, asked["actor"]), place_in(store, asked["place"]), day, closing)
    write_answers(found, _COLUMNS, form, _FIELDS)
