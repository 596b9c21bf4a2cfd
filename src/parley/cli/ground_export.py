"""`parley ground export`: a day's maps as GeoJSON, SVG or PNG, as far as licences allow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import discretion_of, ground_option, open_ground
from parley.cli.options import dossier_option, examples

if TYPE_CHECKING:
    from parley.ground.export import Sheet
    from parley.ground.store import GroundStore


@click.command(
    "export",
    short_help="Write a day's maps as GeoJSON, SVG or PNG, honouring licences.",
    epilog=examples(
        "parley ground export --on 2025-06-04 > maps.geojson",
        'parley ground export --on 2025-06-04 --format svg --around "Lowland Province" --output map.svg',
    ),
)
@click.option("--on", type=DAY, required=True, help="The day.")
@click.option(
    "--group", "groups", metavar="NAME", multiple=True, help="Only this group; may be given more than once."
)
@click.option("--around", metavar="PLACE", help="In a picture, show this place only.")
@click.option(
    "--delay",
    metavar="DAYS",
    type=click.IntRange(0, 3650),
    help="Show nothing of the last so many days. Default: what the dossier says, else 3.",
)
@dossier_option
@click.option(
    "--format", "form", type=click.Choice(["geojson", "svg", "png"]), default="geojson", show_default=True
)
@click.option(
    "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file."
)
@ground_option
def export_command(
    groups: tuple[str, ...],
    delay: int | None,
    output: Path | None,
    ground_path: str | None,
    **asked: str | None,
) -> None:
    """Writes what the groups' maps show on a day.

    A layer is exported only if its licence, as given on import, lets others have it. What is left out is
    said on the standard error. Layers younger than the delay are not shown, for they may show troops, and
    coordinates are rounded: both as the dossier says under [ground].
    """
    from dataclasses import replace

    from parley.ground.export import geojson, sheet

    discretion = discretion_of(asked["dossier"])
    if delay is not None:
        discretion = replace(discretion, delay_days=delay)
    day = str(asked["on"])
    with open_ground(ground_path) as store:
        shown = sheet(store, day, groups, discretion)
        if asked["form"] == "geojson":
            import json

            data = (json.dumps(geojson(shown), ensure_ascii=False) + "\n").encode()
        else:
            data = _picture(store, shown, asked["around"], str(asked["form"]))
    for sentence in shown.withheld:
        click.echo(sentence, err=True)
    if output is None:
        click.echo(data, nl=False)
    else:
        output.write_bytes(data)
        click.echo(f"Wrote {output}.", err=True)


def _picture(store: GroundStore, shown: Sheet, around: str | None, form: str) -> bytes:
    from parley.ground.places import find_place

    regions = [place for place in store.places() if place.kind == "region"]
    ground = None if around is None else find_place(store, around).shape
    if form == "png":
        from parley.ground.png import picture_png

        return picture_png(shown, ground, regions)
    from parley.ground.svg import picture

    return (picture(shown, ground, regions) + "\n").encode()
