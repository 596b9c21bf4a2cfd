"""`parley ground incidents`: incidents of several feeds, repeated reports merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from parley.cli.dates import DAY
from parley.cli.ground_import import import_command
from parley.cli.ground_options import FORMATS, ground_option, open_ground, write_answers
from parley.cli.options import examples, format_option
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.ground.incidents.asking import Merged

_COLUMNS = (
    Column("day", "cyan"),
    Column("place", "bold", most=20),
    Column("kind", most=24),
    Column("by"),
    Column("within m"),
    Column("reports"),
    Column("text", wide=True),
)
_FIELDS = (
    "id", "day", "day_to", "time", "place", "latitude", "longitude", "within_m", "kind", "by", "target",
    "reports",
    "reasons", "doubts", "sources", "licence", "text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One merged incident as it is written."""

    id: str
    day: str
    day_to: str
    time: str | None
    place: str
    latitude: float
    longitude: float
    within_m: float
    kind: str
    by: str
    target: str
    reports: int
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    sources: tuple[str, ...]
    licence: str
    text: str


@click.group("incidents", short_help="Import incidents; list them with repeated reports merged.")
def incidents_command() -> None:
    """Incidents of ACLED, UCDP GED, VIINA, Bellingcat, GeoConfirmed and FIRMS, in the columns of each.

    A place is where a feed puts it, no finer than its precision class, which is turned into metres.
    """


incidents_command.add_command(import_command, "import")


@incidents_command.command(
    "list",
    short_help="List incidents, repeated reports merged.",
    epilog=examples("parley ground incidents list --since 2025-03-01 --until 2025-03-20 --format jsonl"),
)
@click.option("--since", type=DAY, help="The first day.")
@click.option("--until", type=DAY, help="The last day.")
@click.option("--apart", is_flag=True, help="Do not merge reports.")
@format_option(*FORMATS)
@ground_option
def list_command(
    since: str | None, until: str | None, apart: bool, form: str, ground_path: str | None
) -> None:
    """Lists incidents by day. Reports that are taken for one incident are counted once, each with the
    reason.
    """
    from parley.ground.incidents.asking import Merged, incidents, merge

    with open_ground(ground_path) as store:
        reports = incidents(store, since, until)
    merged = [Merged(f"{one.feed}:{one.feed_id}", (one,)) for one in reports] if apart else merge(reports)
    write_answers([_line(one) for one in merged], _COLUMNS, form, _FIELDS)


def _line(merged: Merged) -> Line:
    best = merged.best
    sources = tuple(dict.fromkeys(source for report in merged.reports for source in report.sources))
    return Line(
        id=merged.name,
        day=min(report.day for report in merged.reports),
        day_to=min(report.day_to for report in merged.reports),
        time=best.time,
        place=best.place,
        latitude=best.latitude,
        longitude=best.longitude,
        within_m=best.precision_m,
        kind=best.kind,
        by=best.side,
        target=best.target,
        reports=len(merged.reports),
        reasons=merged.reasons,
        doubts=merged.doubts,
        sources=sources,
        licence=best.licence,
        text=best.text,
    )
