"""`parley ground check`: a claim about the ground against every group's map."""

from __future__ import annotations

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import FORMATS, ground_option, open_ground, place_in, write_answers
from parley.cli.options import examples, format_option
from parley.cli.table import Column

VERDICT_COLUMNS = (
    Column("group", "bold"),
    Column("verdict", "cyan"),
    Column("since"),
    Column("area km2"),
    Column("depth km"),
    Column("reason", wide=True),
)
VERDICT_FIELDS = ("group", "verdict", "since", "area_km2", "depth_km", "reason")


@click.command(
    "check",
    short_help="Hold a claim against every group's map.",
    epilog=examples(
        'parley ground check --actor RU --claim entered --place "Sumy Oblast" --as-of 2025-03-16',
        'parley ground check --actor UA --claim left --place "Kursk Oblast" --as-of 2025-03-16 --format csv',
    ),
)
@click.option("--actor", metavar="SIDE", required=True, help="The side: RU, Russia, Russian.")
@click.option("--claim", "movement", type=click.Choice(["entered", "holds", "left"]), required=True)
@click.option("--place", metavar="NAME", required=True, help="A place, or a latitude and longitude.")
@click.option("--as-of", type=DAY, required=True, help="Look at no ground of a later day.")
@click.option(
    "--tolerance", metavar="KM", type=click.FloatRange(0, 100), help="How deep border noise may reach."
)
@format_option(*FORMATS)
@ground_option
def check_command(tolerance: float | None, form: str, ground_path: str | None, **asked: str) -> None:
    """Says what each group's map makes of a claim: one line a group.

    supports: shown as held. contested: shown as contested, as claimed, or divided. not_shown: looked at and
    not there. not_covered: the group cannot say. border_noise: there, but no more than the way a border was
    drawn: a crossing needs a new connected piece that grows beyond the border's tolerance. Both borders and
    maps are one to two kilometres off.

    A town is held when nearly all of it is; of a province a large and deep part can be held, and the reason
    says how much of it that is. Left means that nothing of it is held any more.
    """
    from parley.ground.check import check, side_for
    from parley.ground.claim import Claim, Movement
    from parley.ground.pieces import Tolerance

    day = asked["as_of"]
    with open_ground(ground_path) as store:
        actor, place = side_for(store, asked["actor"]), place_in(store, asked["place"])
        claim = Claim(actor, Movement(asked["movement"]), place, day)
        verdicts = check(store, claim, None if tolerance is None else Tolerance(depth_km=tolerance))
    write_answers(verdicts, VERDICT_COLUMNS, form, VERDICT_FIELDS)
