"""`parley commitments`: who will do what if what, how far it has come, and who is waiting for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.views.commitments import CommitmentLine
    from parley.views.waiting import Deadlock, Deed, Wait, Waiting

_SHADES = (
    ("offered", "yellow"),
    ("accepted", "green"),
    ("met", "bold green"),
    ("withdrawn", "red"),
    ("breach alleged", "bold red"),
)
_COLUMNS = (
    Column("party", "bold", most=16),
    Column("status", most=24, shades=_SHADES),
    Column("as of", "cyan", most=13),
    Column("told"),
    Column("awaits", most=16),
    Column("checked", most=9, spare=True),
    Column("id", "dim", spare=True, cut=9),
    Column("what, and if what", wide=True),
)
_WAITING_COLUMNS = (
    Column("party", "bold", most=16),
    Column("awaits", "bold", most=16),
    Column("effect", most=9),
    Column("as of", "cyan", most=13),
    Column("awaited deed", most=12),
    Column("id", "dim", spare=True, cut=9),
    Column("what, and if what", wide=True),
)
_NO_COMMITMENT = (
    "Nobody was found to undertake anything that answers this. `parley board` has what sides demand."
)
_NO_WAIT = "Nobody was found to wait for another. `parley commitments` also has what hangs on no condition."
_FIELDS = (
    "party",
    "act",
    "status",
    "claimed_by",
    "conditions",
    "awaits",
    "issue",
    "day",
    "day_from",
    "reports",
    "findings",
    "checked",
)
_WAIT_FIELDS = (
    "party",
    "act",
    "status",
    "awaits",
    "awaited_act",
    "awaited_status",
    "effect",
    "condition",
    "day",
    "findings",
    "deadlock",
)


@click.command(
    "commitments",
    short_help="List who will do what if what; with --waiting, who waits for whom.",
    epilog=examples(
        "parley commitments --status offered",
        "parley commitments --party kardeva --as-of 2025-06-03",
        "parley commitments --waiting",
        "parley commitments --format graphml > waiting.graphml",
    ),
)
@click.option("--as-of", type=DATE, help="Leave out what is later than this date (YYYY[-MM[-DD]]).")
@click.option("--party", metavar="NAME", help="Words of the party's name, in any order.")
@click.option(
    "--status",
    type=click.Choice(["offered", "accepted", "met", "withdrawn", "breach_alleged"]),
    help="Only those that have come so far.",
)
@click.option("--waiting", is_flag=True, help="Show who is waiting for whom, and the deadlocks.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV, Format.GRAPHML)
@record_option
def commitments_command(
    as_of: str | None,
    party: str | None,
    status: str | None,
    waiting: bool,
    form: str,
    record_path: str | None,
) -> None:
    """Lists what parties undertook, how far it has come, and [on which conditions].

    Only a party's own word counts; what others say it will do does not. That it broke its word, or kept it,
    is told with who says so. "by" before a date means that the report gives none: it is the day it came out.
    TOLD is the number of reports that tell of it.

    With --waiting, each line is a condition: PARTY waits for AWAITS. The awaited deed unlocks the party's
    act, averts it, or stops it (EFFECT); AWAITED DEED says how far it has come ("awaited": nobody was found
    to promise it). A circle of deeds that wait for each other is a deadlock.
    """
    from parley.cli.asked import asked_record
    from parley.views.commitments import commitments
    from parley.views.waiting import waiting as waits_for

    graph = waiting or form == Format.GRAPHML
    if graph and status is not None:
        raise click.UsageError("--status chooses commitments; it does not go with --waiting or graphml.")
    with asked_record(record_path) as record:
        if graph:
            _write_waiting(waits_for(record, as_of), party, Format(form))
        else:
            _write_lines(commitments(record, as_of, party=party, status=status), Format(form))


def _write_lines(lines: list[CommitmentLine], form: Format) -> None:
    from parley.cli import output
    from parley.cli.table import write_table

    if form is Format.JSON:
        output.write_json(asdict(line) for line in lines)
    elif form is Format.JSONL:
        output.write_jsonl(asdict(line) for line in lines)
    elif form is Format.CSV:
        output.write_csv(_FIELDS, (_joined(asdict(line), _FIELDS) for line in lines))
    else:
        write_table(_COLUMNS, [_row(line) for line in lines], none=_NO_COMMITMENT)


def _joined(values: Mapping[str, Any], names: Iterable[str]) -> tuple[object, ...]:
    """The cells of a flat row; lists become one cell."""
    return tuple(
        "; ".join(values[name]) if isinstance(values[name], tuple) else values[name] for name in names
    )


def _row(line: CommitmentLine) -> tuple[object, ...]:
    status = line.status.replace("_", " ")
    if line.claimed_by is not None:
        status += f", says {'the report' if line.claimed_by == 'reporter' else line.claimed_by}"
    words = " ".join([line.act, *(f"[{condition}]" for condition in line.conditions)])
    day = line.day if line.day_from != "published" else f"by {line.day}"
    told = len(line.reports), ", ".join(line.awaits), line.checked, line.findings[0], words
    return line.party, status, day, *told


def _write_waiting(found: Waiting, party: str | None, form: Format) -> None:
    from parley.cli import output
    from parley.cli.table import write_table

    waits = [wait for wait in found.waits if _concerns(party, _sides(found, wait))]
    deadlocks = [one for one in found.deadlocks if _concerns(party, one.parties)]
    if form is Format.GRAPHML:
        from parley.views.graphml import graphml

        click.echo(graphml(found), nl=False)
    elif form in {Format.JSON, Format.JSONL}:
        objects = [*_wait_objects(found, waits), *(_deadlock_object(found, one) for one in deadlocks)]
        (output.write_json if form is Format.JSON else output.write_jsonl)(objects)
    elif form is Format.CSV:
        rows = (_joined(value, _WAIT_FIELDS) for value in _wait_objects(found, waits))
        output.write_csv(_WAIT_FIELDS, rows)
    else:
        write_table(_WAITING_COLUMNS, [_wait_row(found, wait) for wait in waits], none=_NO_WAIT)
        for one in deadlocks:
            click.echo(_deadlock_line(found, one))


def _concerns(party: str | None, sides: Iterable[str | None]) -> bool:
    """Whether one of the sides has all words of the name asked for."""
    from parley.record.names import searchable

    words = searchable(party or "").split()
    return any(all(f" {word} " in searchable(side or "") for word in words) for side in sides)


def _sides(found: Waiting, wait: Wait) -> tuple[str | None, str | None]:
    return found.deeds[wait.deed].party, found.deeds[wait.awaits].party


def _wait_objects(found: Waiting, waits: Iterable[Wait]) -> Iterator[dict[str, Any]]:
    """Each wait as an object, with the parties and acts of both deeds."""
    kinds = {number: one.kind for one in reversed(found.deadlocks) for number in one.deeds}
    for wait in waits:
        deed, awaited = found.deeds[wait.deed], found.deeds[wait.awaits]
        both = kinds.get(wait.deed) if wait.deed in kinds and wait.awaits in kinds else None
        yield {
            "type": "wait",
            "party": deed.party,
            "act": deed.act,
            "status": deed.status,
            "awaits": awaited.party,
            "awaited_act": awaited.act,
            "awaited_status": awaited.status,
            "effect": wait.effect,
            "condition": wait.condition,
            "day": wait.day,
            "findings": wait.findings,
            "deadlock": both,
        }


def _deadlock_object(found: Waiting, one: Deadlock) -> dict[str, Any]:
    deeds = [{"party": deed.party, "act": deed.act, "status": deed.status} for deed in _deeds(found, one)]
    return {"type": "deadlock", "kind": one.kind, "parties": list(one.parties), "deeds": deeds}


def _deeds(found: Waiting, one: Deadlock) -> list[Deed]:
    return [found.deeds[number] for number in one.deeds]


def _wait_row(found: Waiting, wait: Wait) -> tuple[object, ...]:
    deed, awaited = found.deeds[wait.deed], found.deeds[wait.awaits]
    act = f"not {deed.act}" if deed.status == "refused" else deed.act
    awaited_status = awaited.status.replace("_", " ")
    words = f"{act} [{wait.condition}]"
    named = awaited.party or "(not named)"
    return deed.party, named, wait.effect, wait.day, awaited_status, wait.findings[0], words


def _deadlock_line(found: Waiting, one: Deadlock) -> str:
    """A circle in one sentence."""
    from parley.cli.terminal import one_line

    sides = f"{', '.join(one.parties[:-1])} and {one.parties[-1]}"
    acts = "; ".join(f"{deed.party}: {deed.act}" for deed in _deeds(found, one))
    return one_line(f"{one.kind.capitalize()}: {sides} wait for each other ({acts}).")
