"""`parley ground who`: who holds a place, by group."""

from __future__ import annotations

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import FORMATS, ground_option, open_ground, place_in, write_answers
from parley.cli.options import examples, format_option
from parley.cli.table import Column

_COLUMNS = (
    Column("group", "bold"),
    Column("shows", "cyan"),
    Column("since"),
    Column("first"),
    Column("area km2"),
    Column("reason", wide=True),
)
_FIELDS = ("group", "shows", "since", "first", "area_km2", "layer", "reason")


@click.command(
    "who",
    short_help="Who holds a place on a day, by group, and since when.",
    epilog=examples(
        'parley ground who --place "Sumy Oblast" --on 2025-03-16',
        "parley ground who --place '47.51, 34.59' --on 2025-03-16 --format jsonl",
    ),
)
@click.option("--place", metavar="NAME", required=True, help="A place, or a latitude and longitude.")
@click.option("--on", type=DAY, required=True, help="The day.")
@format_option(*FORMATS)
@ground_option
def who_command(place: str, on: str, form: str, ground_path: str | None) -> None:
    """Says who holds a place, a line a group, since when, and whether the group was the first to show it.

    FIRST is empty where one of the groups shows it in its first layer already, for then nobody can tell.
    """
    from parley.ground.who import who

    with open_ground(ground_path) as store:
        holdings = who(store, place_in(store, place), on)
    write_answers(holdings, _COLUMNS, form, _FIELDS)
