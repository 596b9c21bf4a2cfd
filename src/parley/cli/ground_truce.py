"""`parley ground truce`: incidents inside a truce's terms."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import FORMATS, ground_option, open_ground, write_answers
from parley.cli.options import examples, format_option
from parley.cli.table import Column

_COLUMNS = (
    Column("day", "cyan"),
    Column("state", "bold"),
    Column("certain"),
    Column("place", most=20),
    Column("by"),
    Column("target", most=16),
    Column("reports", spare=True),
    Column("reasons", wide=True),
)
_FIELDS = (
    "id", "state", "certain", "day", "place", "latitude", "longitude", "within_m", "by", "target", "reports",
    "reasons", "text",
)  # fmt: skip


@click.command(
    "truce",
    short_help="Which incidents fall inside a truce's terms.",
    epilog=examples("parley ground truce energy-truce.toml --until 2025-03-31"),
)
@click.argument("terms", metavar="TERMS", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--until", type=DAY, required=True, help="The last day to look at.")
@click.option("--rejected", is_flag=True, help="Give incidents outside the terms too, with the reasons.")
@format_option(*FORMATS)
@ground_option
def truce_command(terms: Path, until: str, rejected: bool, form: str, ground_path: str | None) -> None:
    """Lists candidates for violations of a truce; whether they are violations is for people to say.

    TERMS is a TOML file: name, parties, from, until, timezone, places, except_places, targets (energy,
    civilian,
    health, ports, military, or words), line_km, feeds. A candidate is observed (told), verified (borne out
    by a second
    source or a geolocation) or attributed (verified, and told which side did it). Days without any report
    could
    not be observed, which is no sign of quiet. CERTAIN is no where its place or time leaves it open.
    """
    from parley.ground.terms import read_terms
    from parley.ground.truce import candidates

    with open_ground(ground_path) as store:
        found = candidates(store, read_terms(terms), until, rejected=rejected)
    write_answers(found, _COLUMNS, form, _FIELDS)
