"""What histories come to, written whenever a telling of them has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from parley.record.histories import claims
from parley.record.histories.placing import Placing
from parley.record.histories.tables import histories, history_parties, history_sides
from parley.record.histories.ways import Line, Way
from parley.record.loading import batches
from parley.record.names import searchable
from parley.record.rows import storable

_NO_DAYS = ("", "")


def write_lines(connection: Connection, way: Way, placing: Placing, touched: Iterable[int]) -> None:
    """Write anew what some histories of a kind come to; those without a telling go.

    Args:
        connection: inside a transaction that may write.
        way: of the kind.
        placing: knows which tellings are of which history.
        touched: the histories.
    """
    numbers = sorted(touched)
    made: dict[int, Line] = {}
    for number in numbers:
        members = placing.members(number)
        if members:
            denied = way.kind == "denial"
            made[number] = claims.with_claims(connection, members) if denied else way.line(members)
    for batch in batches(numbers):
        for table in (histories, history_sides):
            here = (table.c.kind == way.kind) & table.c.history.in_(batch)
            connection.execute(delete(table).where(here))
    if made:
        connection.execute(insert(histories), [_row(way, *one) for one in made.items()])
        _write_sides(connection, way, made)


def _row(way: Way, number: int, line: Line) -> dict[str, Any]:
    first, last = line.days or _NO_DAYS
    begun, ended = line.told or _NO_DAYS
    return {
        "kind": way.kind,
        "history": number,
        "first_day": first,
        "last_day": last,
        "begun": begun,
        "ended": ended,
        "status": line.status,
        "content": json.dumps(line.content, ensure_ascii=False),
    }


def _write_sides(connection: Connection, way: Way, made: dict[int, Line]) -> None:
    named = {name: storable(name) or "" for line in made.values() for name in line.sides}
    numbers = _parties(connection, way.kind, sorted(set(named.values())))
    sides = {(numbers[named[name]], number) for number, line in made.items() for name in line.sides}
    rows = [{"party": party, "history": number, "kind": way.kind} for party, number in sorted(sides)]
    if rows:
        connection.execute(insert(history_sides), rows)


def _parties(connection: Connection, kind: str, names: list[str]) -> dict[str, int]:
    """The numbers of names, new ones given."""
    found: dict[str, int] = {}
    for batch in batches(names):
        query = select(history_parties.c.name, history_parties.c.number).where(
            history_parties.c.kind == kind, history_parties.c.name.in_(batch)
        )
        found.update((row.name, row.number) for row in connection.execute(query))
    new = [{"kind": kind, "name": name, "words": searchable(name)} for name in names if name not in found]
    if new:
        returned = insert(history_parties).returning(history_parties.c.number, sort_by_parameter_order=True)
        given = connection.scalars(returned, new)
        found.update(zip((str(row["name"]) for row in new), given, strict=True))
    return found
