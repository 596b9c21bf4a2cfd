"""`parley ground export`: a day's maps as GeoJSON, SVG or a table, as far as licences allow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.ground_options import day_of, ground_option, open_ground
from parley.cli.options import examples

if TYPE_CHECKING:
    from parley.ground.export import Sheet
    from parley.ground.store import GroundStore


@click.command(
    "export",
    short_help="Write a day's maps as GeoJSON or SVG, honouring licences.",
    epilog=examples(
        "parley ground export --on 2025-06-04 > maps.geojson",
        'parley ground export --on 2025-06-04 --format svg --around "Lowland Province" --output map.svg',
    ),
)
@click.option("--on", metavar="DATE", required=True, help="The day.")
@click.option(
    "--group", "groups", metavar="NAME", multiple=True, help="Only this group; may be given more than once."
)
@click.option("--around", metavar="PLACE", help="In a picture, show this place only.")
@click.option("--delay", metavar="DAYS", type=click.IntRange(0, 3650), default=3, show_default=True,
              help="Show nothing of the last so many days.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["geojson", "svg"]), default="geojson", show_default=True)
@click.option(
    "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file."
)
@ground_option
def export_command(
    groups: tuple[str, ...], delay: int, output: Path | None, ground_path: str | None, **asked: str | None
) -> None:
    """Writes what the groups' maps show on a day.

    A layer is exported only if its licence, as given on import, lets others have it. What is left out is
    said on the standard error. Layers younger than the delay are not shown, for they may show troops.
    """
    from parley.ground.export import geojson, sheet
    from parley.ground.hiding import Discretion

    day = day_of(str(asked["on"]), "--on")
    with open_ground(ground_path) as store:
        shown = sheet(store, day, groups, Discretion(delay_days=delay))
        if asked["form"] == "svg":
            text = _picture(store, shown, asked["around"])
        else:
            import json

            text = json.dumps(geojson(shown), ensure_ascii=False) + "\n"
    for sentence in shown.withheld:
        click.echo(sentence, err=True)
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        click.echo(f"Wrote {output}.", err=True)


def _picture(store: GroundStore, shown: Sheet, around: str | None) -> str:
    from parley.ground.places import find_place
    from parley.ground.svg import picture

    regions = [place for place in store.places() if place.kind == "region"]
    ground = None if around is None else find_place(store, around).shape
    return picture(shown, ground, regions) + "\n"
