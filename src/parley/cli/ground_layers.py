"""`parley ground layers`: the layers of the store."""

from __future__ import annotations

from dataclasses import dataclass

import click

from parley.cli.ground_options import FORMATS, ground_option, open_ground, write_answers
from parley.cli.options import examples, format_option
from parley.cli.table import Column

_COLUMNS = (
    Column("group", "bold"),
    Column("series", spare=True),
    Column("effective", "cyan"),
    Column("published"),
    Column("captured"),
    Column("caught"),
    Column("exported"),
    Column("licence", wide=True),
)
_FIELDS = (
    "group", "series", "effective", "published", "captured", "window_from", "terms", "caught", "exported",
    "licence",
    "raw_sha256", "origin",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A layer as it is written."""

    group: str
    series: str
    effective: str
    published: str | None
    captured: str | None
    window_from: str | None
    terms: tuple[str, ...]
    caught: int
    exported: bool
    licence: str
    raw_sha256: str
    origin: str


@click.command(
    "layers",
    short_help="List the layers: days, licences, what was caught.",
    epilog=examples("parley ground layers", "parley ground layers --group northmap --format jsonl"),
)
@click.option("--group", metavar="NAME", help="Only this group.")
@format_option(*FORMATS)
@ground_option
def layers_command(group: str | None, form: str, ground_path: str | None) -> None:
    """Lists layers by group and day: the day each shows, when it was published, when it was captured."""
    with open_ground(ground_path) as store:
        series = {one.name: one for one in store.series() if group is None or one.group == group}
        terms: dict[int, list[str]] = {}
        for layer, term, status, side in store.connection.execute(
            "SELECT layer, term, status, side FROM terms"
        ):
            terms.setdefault(layer, []).append(f"{term}: {status} {side}".strip())
        query = "SELECT layer, count(*) FROM problems WHERE layer IS NOT NULL GROUP BY layer"
        caught = dict(store.connection.execute(query).fetchall())
        lines = [
            Line(
                series[layer.series].group,
                layer.series,
                layer.dates.effective,
                layer.dates.published,
                layer.dates.captured,
                layer.dates.window_from,
                tuple(terms.get(layer.number, ())),
                caught.get(layer.number, 0),
                series[layer.series].redistribute,
                series[layer.series].licence,
                layer.raw,
                layer.origin,
            )
            for layer in store.layers()
            if layer.series in series
        ]
    write_answers(sorted(lines, key=lambda line: (line.group, line.effective)), _COLUMNS, form, _FIELDS)
