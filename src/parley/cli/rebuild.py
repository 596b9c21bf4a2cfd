"""`parley rebuild`: makes all that is derived anew."""

from __future__ import annotations

import click

from parley.cli.options import examples, record_option


@click.command(
    "rebuild",
    short_help="Make all that is derived anew: who is who, families, what rulings change.",
    epilog=examples("parley rebuild", "parley rebuild --record talks.db"),
)
@record_option
def rebuild_command(record_path: str | None) -> None:
    """Makes anew all that follows from reports, findings and rulings; none of these is touched.

    The record keeps this up to date by itself; a rebuild gives the same. Stop it whenever you like: the next
    rebuild, or the next question about people or sources, goes on where it stopped.
    """
    from parley.cli.progress import Progress
    from parley.record import open_record

    with open_record(record_path, create=False) as record:
        steps = record.rebuild()
        first = next(steps)
        if first.done:
            click.echo(f"Going on: {first.done} of {first.reports} reports were done.", err=True)
        last = first
        with Progress(first.reports - first.done, "reports") as progress:
            for step in steps:
                for _ in range(step.done - last.done):
                    progress.step("")
                last = step
    click.echo(f"Made anew: {last.reports} reports.", err=True)
