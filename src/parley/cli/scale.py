"""`parley scale`: a corpus, read side by side."""

from __future__ import annotations

from pathlib import Path

import click

from parley.cli.options import examples, record_option

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(
    "scale",
    short_help="Read a corpus of millions of reports.",
    epilog=examples(
        "parley scale run corpus/*.parquet --out results --workers 8",
        "parley scale load results --record corpus.db",
    ),
)
def scale_command() -> None:
    """Reads many reports side by side on Ray, into Parquet files that can be loaded into a record.

    Needs `pip install 'parley-record[scale]'`.
    """


@scale_command.command(
    "run",
    short_help="Read a corpus into Parquet files.",
    epilog=examples("parley scale run news.warc.gz archive/ --out results"),
)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to write."
)
@click.option("--workers", type=click.IntRange(min=1), help="Shards read at a time; default: all cores.")
@click.option("--address", metavar="ADDRESS", help="A running Ray cluster; default: this machine.")
def run_command(inputs: tuple[Path, ...], out: Path, workers: int | None, address: str | None) -> None:
    """Reads Parquet files (a column `text`), web archives and folders of reports.

    One file is written a shard; a run that was stopped goes on where it was. A report that cannot be read is
    named with its reason beside the results, and costs nothing else.
    """
    from parley.scale.running import Cluster, Lost, run

    read = bad = skipped = 0
    lost: list[Lost] = []
    for result in run(inputs, out, Cluster(workers, address)):
        if isinstance(result, Lost):
            lost.append(result)
            click.echo(
                f"Lost: {result.shard.paths[0]} from row {result.shard.start}: {result.reason}", err=True
            )
            continue
        read, bad, skipped = read + result.read, bad + result.bad, skipped + result.skipped
        click.echo(f"{result.key}: {result.read} read, {result.bad} not readable", err=True)
    click.echo(
        f"Read {read} reports, {bad} not readable, {skipped} shards from before. Results: {out}", err=True
    )
    if lost:
        raise click.ClickException(f"{len(lost)} shards were lost; run the same command again to try them.")


@scale_command.command(
    "load",
    short_help="Put the results of a run into a record.",
    epilog=examples("parley scale load results --record corpus.db"),
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@record_option
def load_command(folder: Path, record_path: str | None) -> None:
    """Adds every report of a run to the record; what is there already is passed over."""
    from parley.record import open_record
    from parley.scale.loading import load

    new = known = 0
    with open_record(record_path) as record:
        for one in load(record, folder):
            new, known = new + one.new, known + (not one.new and one.reason is None)
            if one.reason is not None:
                click.echo(f"{one.report}: {one.reason}", err=True)
    click.echo(f"Added {new} reports, {known} were there. The record: {record.place}", err=True)
