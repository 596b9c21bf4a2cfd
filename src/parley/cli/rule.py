"""`parley rule`: decide, for good, what is right about a finding or who is who."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from parley.cli.options import examples, record_option
from parley.cli.terminal import one_line

if TYPE_CHECKING:
    from parley.record.decisions import Decision

_SIGNATURE = "PARLEY_BY"


def signed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --by, --why and --record."""
    why = click.option("--why", metavar="TEXT", default="", help="The reason.")
    by = click.option(
        "--by",
        metavar="NAME",
        envvar=_SIGNATURE,
        show_envvar=True,
        default=getpass.getuser,
        help="Who decides. Without it, the name you are logged in by.",
    )
    return by(why(record_option(command)))


@click.group(
    "rule",
    short_help="Confirm, reject or correct a finding; merge or split names; undo.",
    epilog=examples(
        "parley rule confirm s41d2 --by 'A. Diallo'",
        "parley rule correct s41d2 speaker 'Asta Lind' --why 'the pronoun is hers'",
        "parley rule correct o7c01 stance accepts_if",
        "parley rule reject n90ab --why 'a meeting of 2019'",
        "parley rule merge 'Asta Lind' 'A. Lindh'",
        "parley rule undo r5e1f",
    ),
)
def rule_command() -> None:
    """Keeps a decision: who made it, when and why. Nothing is overwritten, and everything can be undone.

    Rulings hold when the reports are read again by a later version of Parley. FINDING is an id, or the
    beginning of one, as `parley ledger` and other tables print it. `parley rulings` lists what was decided.
    """


@rule_command.command(
    "confirm",
    short_help="A finding is right.",
    epilog=examples(
        "parley rule confirm s41d2 --why 'heard the recording'",
    ),
)
@click.argument("findings", metavar="FINDING...", nargs=-1, required=True)
@signed
def confirm(findings: tuple[str, ...], **signature: Any) -> None:
    """Confirms that FINDING is right as it stands."""
    from parley.record.decisions import Confirm

    _keep([Confirm(finding) for finding in findings], **signature)


@rule_command.command(
    "reject",
    short_help="A finding is wrong; it is shown no more.",
    epilog=examples(
        "parley rule reject n90ab --why 'a meeting of 2019'",
    ),
)
@click.argument("findings", metavar="FINDING...", nargs=-1, required=True)
@signed
def reject(findings: tuple[str, ...], **signature: Any) -> None:
    """Rejects FINDING: it is no longer shown nor counted, unless asked for with --rejected."""
    from parley.record.decisions import Reject

    _keep([Reject(finding) for finding in findings], **signature)


@rule_command.command(
    "correct",
    short_help="A field of a finding is wrong: speaker, date, stance, any.",
    epilog=examples(
        "parley rule correct s41d2 speaker 'Asta Lind' --why 'the pronoun is hers'",
        "parley rule correct o7c01 stance accepts_if",
    ),
)
@click.argument("finding")
@click.argument("field")
@click.argument("value")
@signed
def correct(finding: str, field: str, value: str, **signature: Any) -> None:
    """Sets FIELD of FINDING to VALUE; an empty VALUE for "the report does not say".

    FIELD is speaker, role, for or date of a statement, stance of a position, status of an encounter, or any
    other field of the findings format. Where a field holds several, part them by ";".
    """
    from parley.record.decisions import Correct

    _keep([Correct(finding, field, value)], **signature)


@rule_command.command(
    "merge",
    short_help="Two names, encounters or proposals are one.",
    epilog=examples(
        "parley rule merge 'Asta Lind' 'A. Lindh'",
    ),
)
@click.argument("first")
@click.argument("second")
@signed
def merge(first: str, second: str, **signature: Any) -> None:
    """Merges FIRST and SECOND: names as the reports have them, or ids of two encounters or proposals.

    The name that is given first is the one to show.
    """
    from parley.record.decisions import Merge

    _keep([Merge(first, second)], **signature)


@rule_command.command(
    "split",
    short_help="Two names are not one; or one name is two people.",
    epilog=examples(
        "parley rule split 'Asta Lind' 'Anna Lind'",
        "parley rule split Lind --in 2025-06-02-talks.html   # somebody else there",
    ),
)
@click.argument("first")
@click.argument("second", required=False)
@click.option("--in", "reports", metavar="REPORT", multiple=True, help="Where FIRST is somebody else.")
@signed
def split(first: str, second: str | None, reports: tuple[str, ...], **signature: Any) -> None:
    """Keeps FIRST and SECOND apart; or FIRST in some reports (--in) from FIRST in all others."""
    from parley.record.decisions import Apart, Split

    if (second is None) == (not reports):
        raise click.UsageError("Give either a second name, or the reports with --in.")
    _keep([Split(first, second) if second is not None else Apart(first, reports)], **signature)


@rule_command.command(
    "move",
    short_help="A report is a copy of another, or of none.",
    epilog=examples(
        "parley rule move 2025-06-05-copy.html --family 2025-06-04-talks.html",
        "parley rule move 2025-06-05-copy.html --alone",
    ),
)
@click.argument("report")
@click.option("--family", metavar="REPORT", help="A report of the family it belongs to.")
@click.option("--alone", is_flag=True, help="It is a copy of none.")
@signed
def move(report: str, family: str | None, alone: bool, **signature: Any) -> None:
    """Moves REPORT into the family of another report, or out of any."""
    from parley.record.decisions import Move

    if (family is None) != alone:
        raise click.UsageError("Give either --family REPORT or --alone.")
    _keep([Move(report, family)], **signature)


@rule_command.command(
    "undo",
    short_help="A ruling no longer holds.",
    epilog=examples(
        "parley rule undo r5e1f",
    ),
)
@click.argument("rulings", metavar="RULING...", nargs=-1, required=True)
@signed
def undo(rulings: tuple[str, ...], **signature: Any) -> None:
    """Undoes RULING, which is kept and listed as undone; an undoing can itself be undone."""
    from parley.record.decisions import Undo

    _keep([Undo(ruling) for ruling in rulings], **signature)


def _keep(decisions: list[Decision], by: str, why: str, record_path: str | None) -> None:
    """Keeps decisions and says under which ids."""
    from parley.record import open_record
    from parley.views.rulings import decided

    with open_record(record_path, create=False) as record:
        for decision in decisions:
            ruling = record.rule(decision, by=by, why=why)
            click.echo(f"{ruling.id}  {ruling.kind.value}, {ruling.by}, {ruling.at[:19]}Z")
            told = ". ".join(
                filter(None, [one_line(decided(ruling)), f"To undo it: parley rule undo {ruling.id}"])
            )
            click.echo(told, err=True)
