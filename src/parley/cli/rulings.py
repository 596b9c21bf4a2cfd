"""`parley rulings`: what people decided; taken from one record to another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import IO, TYPE_CHECKING

import click

from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.model.rulings import Ruling
    from parley.record.comparing import Comparison, Pair

_COLUMNS = (
    Column("at", "cyan", cut=16),
    Column("by", "bold", most=16),
    Column("kind"),
    Column("standing"),
    Column("finding", "dim", cut=9),
    Column("id", "dim", cut=9),
    Column("decided", most=36),
    Column("why", spare=True, most=24),
    Column("about", wide=True),
)
_CONFLICT_COLUMNS = (
    Column("about", most=44),
    Column("differing", "bold"),
    Column("one", most=40),
    Column("other", most=40),
    Column("ids", "dim", wide=True),
)


@click.group(
    "rulings",
    short_help="List what people decided; export and import it.",
    invoke_without_command=True,
    epilog=examples(
        "parley rulings",
        "parley rulings --orphaned                  # those that find nothing any more",
        "parley rulings export mine.jsonl",
        "parley rulings import hers.jsonl --dry-run # agreement and conflicts, nothing kept",
    ),
)
@click.option("--orphaned", is_flag=True, help="Only those whose finding is no longer there.")
@click.option("--conflicts", "conflicting", is_flag=True, help="Where people decided differently.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
@click.pass_context
def rulings_command(
    context: click.Context, orphaned: bool, conflicting: bool, form: str, record_path: str | None
) -> None:
    """Lists all rulings: in force, undone, and orphaned (the report no longer has what they are about)."""
    if context.invoked_subcommand is not None:
        return
    from parley.cli.rows import write_rows
    from parley.record import open_record
    from parley.record.comparing import conflicts
    from parley.views.rulings import RulingLine, rulings

    with open_record(record_path, create=False) as record:
        if conflicting:
            _write_conflicts(conflicts(record.rulings_in_force()), Format(form))
            return
        lines = [asdict(line) for line in rulings(record)]
    if orphaned:
        lines = [line for line in lines if line["standing"] == "orphaned"]
    none = "No ruling was found. `parley rule --help` says how to make one."
    if form == Format.TABLE:
        lines = [{**line, "at": line["at"][:16].replace("T", " ")} for line in lines]
    write_rows([field.name for field in fields(RulingLine)], lines, _COLUMNS, Format(form), none)


@rulings_command.command(
    "export", short_help="Write all rulings to a file.", epilog=examples("parley rulings export mine.jsonl")
)
@click.argument("file", type=click.File("w", encoding="utf-8"))
@record_option
def export(file: IO[str], record_path: str | None) -> None:
    """Writes all rulings, in force or not, to FILE (- for the standard output), one JSON object a line."""
    from parley.cli.output import as_json
    from parley.model.rulings import encode_ruling
    from parley.record import open_record

    with open_record(record_path, create=False) as record:
        kept = record.rulings()
    for one in kept:
        click.echo(as_json(encode_ruling(one.ruling)), file=file)
    click.echo(f"{_count(len(kept))} written.", err=True)


@rulings_command.command(
    "import",
    short_help="Take over rulings from a file.",
    epilog=examples("parley rulings import hers.jsonl --dry-run"),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Only compare: nothing is kept.")
@format_option(Format.TABLE, Format.JSON)
@record_option
def import_(file: str, dry_run: bool, form: str, record_path: str | None) -> None:
    """Takes over the rulings of FILE, as `parley rulings export` wrote them, all or none.

    Says first how far they agree with those of this record, and lists where both cannot hold. All are kept;
    of two that conflict the later one holds until somebody undoes it.
    """
    from parley.record import open_record
    from parley.record.comparing import compare

    theirs = _decoded(file)
    with open_record(record_path, create=False) as record:
        comparison = compare([kept.ruling for kept in record.rulings()], theirs)
        if not dry_run:
            record.take_rulings(comparison.new)
        orphaned = [] if dry_run else [one for one in record.rulings() if not one.found and not one.undone]
    if Format(form) is Format.JSON:
        _write_comparison(comparison)
        return
    _write_conflicts(comparison.conflicts, Format.TABLE)
    click.echo(_told(comparison, dry_run), err=True)
    if orphaned:
        click.echo(f"{_count(len(orphaned))} find nothing here: see parley rulings --orphaned.", err=True)


def _decoded(file: str) -> list[Ruling]:
    """The rulings of a file.

    Raises:
        ParleyError: when a line of it is none.
    """
    from parley.errors import ParleyError
    from parley.model.codec import NotInFormat
    from parley.model.rulings import decode_ruling

    found = []
    with click.open_file(file, encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                found.append(decode_ruling(json.loads(line)))
            except (UnicodeDecodeError, json.JSONDecodeError) as error:
                raise ParleyError(f"{file}, line {number}: this is no line of JSON.") from error
            except (NotInFormat, AttributeError) as error:
                raise ParleyError(f"{file}, line {number} is no ruling: {error}") from error
    return found


def _told(comparison: Comparison, dry_run: bool) -> str:
    """How a comparison went, in a few sentences."""
    new = len(comparison.new)
    told = [
        f"{_count(new)} new{', none kept (--dry-run)' if dry_run else ''}, {len(comparison.known)} known."
    ]
    if comparison.agreement is not None:
        both = len(comparison.agreements) + len(comparison.conflicts)
        told.append(
            f"Of {both} things both decided on, {len(comparison.agreements)} alike"
            f" ({comparison.agreement:.0%}), {len(comparison.conflicts)} in conflict."
        )
    else:
        told.append("No thing was decided on by both.")
    return " ".join(told)


def _write_comparison(comparison: Comparison) -> None:
    from parley.cli.output import as_json

    value = {
        "new": [ruling.id for ruling in comparison.new],
        "known": [ruling.id for ruling in comparison.known],
        "agreements": [[pair.ours.id, pair.theirs.id] for pair in comparison.agreements],
        "conflicts": [_conflict(pair) for pair in comparison.conflicts],
        "agreement": comparison.agreement,
    }
    click.echo(as_json(value))


def _write_conflicts(pairs: Sequence[Pair], form: Format) -> None:
    from parley.cli.rows import write_rows

    if not pairs and form is Format.TABLE:
        return
    rows = [_conflict(pair) for pair in pairs]
    names = [column.heading for column in _CONFLICT_COLUMNS]
    write_rows(names, rows, _CONFLICT_COLUMNS, form)


def _conflict(pair: Pair) -> dict[str, object]:
    from parley.views.rulings import about

    return {
        "about": about(pair.ours),
        "differing": pair.why,
        "one": _side(pair.ours),
        "other": _side(pair.theirs),
        "ids": f"{pair.ours.id} {pair.theirs.id}",
    }


def _side(ruling: Ruling) -> str:
    from parley.views.rulings import decided

    words = [f"{ruling.by}, {ruling.at[:10]}: {ruling.kind.value}", decided(ruling), ruling.why]
    return "; ".join(filter(None, words))


def _count(number: int) -> str:
    return "1 ruling" if number == 1 else f"{number} rulings"
