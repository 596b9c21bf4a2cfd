"""A large record made of a small one: its rows again and again, each time with other ids on other days.

    python -m bench.grown SMALL LARGE TIMES

For measuring what pages cost. Made by SQL in minutes where adding each report would take an hour; each copy
lies as many days earlier as the small record spans, names come back in every copy, families and histories do
not mix.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert

from parley.record import open_record, standing
from parley.record.database import writing
from parley.record.names import searchable
from parley.record.standing_tables import stands, tellings

_COPIED = ("reports", "origins", "readings", "findings", "spans", "appearances", "copy_members")
_COPIED_TOO = ("copy_links", "copy_signatures", "identified", "tellings", "told_reports")
_OF_HISTORIES = ("history_tellings", "history_handles", "history_sides", "said_words")
_REPORT_COLUMNS = frozenset({"report", "family", "first", "second"})
_DATES = frozenset({"published", "first_day", "last_day", "day", "begun", "ended"})
_NUMBERS = {"origins": "number", "readings": "number", "findings": "number", "spans": "number"}
_REFERENCES = {"reading": "readings", "finding": "findings", "history": "findings"}
_NUMBERED = ("claims", "denials")
"""Of a dispute's content: numbers of findings."""


def grown(small: Path, large: Path, times: int) -> int:
    """Writes the large record; how many reports it has."""
    shutil.copy(small, large)
    connection = sqlite3.connect(large, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("ATTACH ? AS small", (str(small),))
    tables = {name: _columns(connection, name) for name in (*_COPIED, *_COPIED_TOO, *_OF_HISTORIES)}
    days = _span(connection)
    room = {name: connection.execute(f"SELECT max(number) FROM {name}").fetchone()[0] for name in _NUMBERS}
    words = _words(connection)
    for copy in range(1, times):
        connection.execute("BEGIN")
        for name, columns in tables.items():
            made = ", ".join(_value(name, column, copy, room, days) for column in columns)
            connection.execute(
                f"INSERT OR IGNORE INTO {name} ({', '.join(columns)}) SELECT {made} FROM small.{name}"
            )
        connection.executemany(
            "INSERT INTO statement_words (rowid, words) VALUES (?, ?)",
            [(number + copy * room["findings"], said) for number, said in words],
        )
        connection.executemany(
            "INSERT INTO histories VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _histories(connection, copy, room, days)
        )
        connection.execute("COMMIT")
        print(f"\r{copy + 1} of {times}", end="", file=sys.stderr)
    connection.execute("UPDATE tellings SET month = substr(first_day, 1, 7)")
    connection.execute("ANALYZE")
    count: int = connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    connection.close()
    _stands(large)
    return count


def _stands(large: Path) -> None:
    """Makes anew what the positions of each month come to."""
    with open_record(large) as record, writing(record._engine, record.place) as transaction:
        transaction.execute(delete(stands))
        told = standing.told_positions().where(tellings.c.stand.is_not(None))
        made = [part for _, part in standing.parts(transaction.execute(told))]
        transaction.execute(insert(stands), made)
        standing.renew_whole(transaction, {part["stand"] for part in made})


def _span(connection: sqlite3.Connection) -> int:
    """How many days the small record spans."""
    query = "SELECT min(published), max(published) FROM small.readings WHERE published <> ''"
    first, last = connection.execute(query).fetchone()
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def _histories(
    connection: sqlite3.Connection, copy: int, room: dict[str, int], days: int
) -> Iterator[tuple[Any, ...]]:
    """The rows of histories of a copy: the days they are found by, and the reports and findings they cite."""
    shifted = ", ".join(
        f"coalesce(date({name}, '-{copy * days} days'), {name})"
        for name in ("first_day", "last_day", "begun", "ended")
    )
    more = copy * room["findings"]
    query = f"SELECT kind, history + {more}, {shifted}, status, content FROM small.histories"
    for *columns, content in connection.execute(query):
        shown = json.loads(content)
        for name in _NUMBERED:
            if name in shown:
                shown[name] = [number + more for number in shown[name]]
        if "reports" in shown:
            shown["reports"] = [f"{copy:03x}{one[3:]}" for one in shown["reports"]]
            shown["findings"] = [f"{one[0]}{copy:03x}{one[4:]}" for one in shown["findings"]]
        yield (*columns, json.dumps(shown, ensure_ascii=False))


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _value(table: str, column: str, copy: int, room: dict[str, int], days: int) -> str:
    """What stands in a column of a copied row."""
    if column == _NUMBERS.get(table):
        return f"{column} + {copy * room[table]}"
    if column in _REFERENCES and table != "origins":
        return f"{column} + {copy * room[_REFERENCES[column]]}"
    if (table == "reports" and column == "id") or column in _REPORT_COLUMNS:
        return f"printf('%03x', {copy}) || substr({column}, 4)"
    if table in ("findings", "history_tellings") and column in ("id", "via"):
        return f"substr({column}, 1, 1) || printf('%03x', {copy}) || substr({column}, 5)"
    if (table, column) == ("copy_signatures", "rank"):
        return f"rank - {copy * 1_000_003}"  # a rank is one report's only
    if column in _DATES:
        return f"coalesce(date({column}, '-{copy * days} days'), {column})"
    if column == "anchor":
        return f"CASE anchor WHEN -1 THEN -1 ELSE anchor - {copy * days} END"
    return column


def _words(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """The words of each statement, by its number: the search index keeps none."""
    rows = connection.execute(
        "SELECT findings.number, type, substr(text, start + 1, stop - start) FROM findings"
        " JOIN readings ON readings.number = findings.reading JOIN reports ON reports.id = readings.report"
    )
    return [(number, said if kind == "statement" else searchable(said)) for number, kind, said in rows]


if __name__ == "__main__":
    print(f"\n{grown(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])):,} reports")
