"""Asking for histories: by their days, by whom they are about, by how far they have come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, func, select

from parley.model.codec import Object
from parley.record.copy_tables import copy_members
from parley.record.courses import FOLDED
from parley.record.entries import StoredFinding
from parley.record.histories.keeping import WAYS
from parley.record.histories.placing import read
from parley.record.histories.tables import histories, history_parties, history_sides, history_tellings
from parley.record.identity_tables import entities
from parley.record.loading import FINDING_COLUMNS, batches, stored_findings
from parley.record.schema import findings

if TYPE_CHECKING:
    from parley.record.database import AnyRow


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which histories are asked for; None leaves all in.

    Attributes:
        kind: encounter, commitment, proposal, event, denial or accusation.
        since: a day, YYYY-MM-DD; leaves out what was over before, and what has no day.
        until: a day; leaves out what begins later, and what has no day.
        told_until: a day; only what was told until then, as it stood then; tellings without a day left out.
        party: words of a name it is about, as names are searched.
        names: the very names of those it is about; it is about one of them at least.
        within: parts of a name it is about, in any case, not only whole words.
        statuses: how far it has come.
        limit: at most so many, those of the latest days.
    """

    kind: str
    since: str | None = None
    until: str | None = None
    told_until: str | None = None
    party: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Something that reports tell of, by all of them.

    Attributes:
        number: tells it from others of its kind.
        first_day: YYYY-MM-DD of what it is found by, or the empty string.
        last_day: likewise.
        status: how far it has come.
        content: all that is shown of it; see the modules of the kinds.
    """

    number: int
    first_day: str
    last_day: str
    status: str
    content: Object


def found(connection: Connection, asked: HistoryFilter) -> list[History]:
    """The histories asked for, by their days, those without one last."""
    query = _query(connection, asked)
    if query is None:
        return []
    if asked.told_until is not None:
        return _in_order(_as_of(connection, asked, query, asked.told_until))[-(asked.limit or 0) :]
    if asked.limit is not None:
        column = histories.c
        query = query.order_by(column.first_day.desc(), column.last_day.desc(), column.history.desc())
        query = query.limit(asked.limit)
    return _in_order(map(_history, connection.execute(query)))


def telling(connection: Connection, kind: str, told: Iterable[tuple[str, str]]) -> list[History]:
    """The histories that some findings tell of, by their days.

    Args:
        connection: inside a transaction.
        kind: of history.
        told: reports and ids of findings of theirs.
    """
    wanted = set(told)
    numbers: set[int] = set()
    column = history_tellings.c
    for batch in batches(sorted({report for report, _ in wanted})):
        query = select(column.report, column.id, column.history)
        for row in connection.execute(query.where(column.kind == kind, column.report.in_(batch))):
            if (row.report, row.id) in wanted and row.history is not None:
                numbers.add(row.history)
    rows: list[AnyRow] = []
    for several in batches(sorted(numbers)):
        here = (histories.c.kind == kind) & histories.c.history.in_(several)
        rows += connection.execute(select(histories).where(here)).all()
    return _in_order(map(_history, rows))


def names_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """What the record calls people, bodies and places, by their ids."""
    called: dict[str, str] = {}
    for batch in batches(sorted(set(ids))):
        query = select(entities.c.id, entities.c.name).where(entities.c.id.in_(batch))
        called.update((row.id, row.name) for row in connection.execute(query))
    return called


def numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, StoredFinding]:
    """Findings by their numbers."""
    rows: list[AnyRow] = []
    for batch in batches(sorted(set(numbers))):
        query = select(findings.c.number, *FINDING_COLUMNS).where(findings.c.number.in_(batch))
        rows += connection.execute(query).all()
    return dict(zip((row.number for row in rows), stored_findings(connection, rows), strict=True))


def copies(connection: Connection, reports: Iterable[str]) -> dict[str, int]:
    """How many reports only copy an original."""
    counted: dict[str, int] = {}
    for batch in batches(sorted(set(reports))):
        query = (
            select(copy_members.c.family, func.count().label("times"))
            .where(copy_members.c.family.in_(batch), copy_members.c.relation.in_(FOLDED))
            .group_by(copy_members.c.family)
        )
        counted.update((row.family, row.times) for row in connection.execute(query))
    return counted


def _query(connection: Connection, asked: HistoryFilter) -> Select[Any] | None:
    """What is asked, but for days of telling; None where nobody goes by the name."""
    column = histories.c
    query = select(histories).where(column.kind == asked.kind)
    if asked.since is not None:
        query = query.where(column.last_day >= asked.since)
    if asked.until is not None:
        query = query.where(column.first_day > "", column.first_day <= asked.until)
    if asked.statuses and asked.told_until is None:
        query = query.where(column.status.in_(asked.statuses))
    if asked.party or asked.within or asked.names:
        parties = _parties(connection, asked)
        if not parties:
            return None
        of_these = select(history_sides.c.history).where(
            history_sides.c.kind == asked.kind, history_sides.c.party.in_(parties)
        )
        query = query.where(column.history.in_(of_these))
    return query


def _parties(connection: Connection, asked: HistoryFilter) -> list[int]:
    """The numbers of the names asked for."""
    query = select(history_parties.c.number, history_parties.c.name).where(
        history_parties.c.kind == asked.kind
    )
    for word in asked.party:
        query = query.where(history_parties.c.words.contains(f" {word} ", autoescape=True))
    if asked.names:
        query = query.where(history_parties.c.name.in_(asked.names))
    parts = [part.casefold() for part in asked.within]
    return [
        row.number for row in connection.execute(query) if all(part in row.name.casefold() for part in parts)
    ]


def _as_of(connection: Connection, asked: HistoryFilter, query: Select[Any], day: str) -> Iterable[History]:
    """Histories as they stood on a day: those told of later, too, from what was told until then."""
    column = histories.c
    whole = query.where(column.begun > "", column.ended <= day)
    cut = query.where((column.begun == "") | ((column.begun <= day) & (column.ended > day)))
    numbers = [row.history for row in connection.execute(cut)]
    stood = [*map(_history, connection.execute(whole)), *_stood(connection, asked.kind, numbers, day)]
    return (one for one in stood if not asked.statuses or one.status in asked.statuses)


def _stood(connection: Connection, kind: str, numbers: Sequence[int], day: str) -> Iterable[History]:
    way = next(way for way in WAYS if way.kind == kind)
    told: dict[int, list[AnyRow]] = {}
    for batch in batches(numbers):
        here = (history_tellings.c.kind == kind) & history_tellings.c.history.in_(batch)
        query = select(history_tellings).where(here).order_by(history_tellings.c.sort)
        for row in connection.execute(query):
            told.setdefault(row.history, []).append(row)
    for number, rows in told.items():
        members = [one for row in rows if _was_told((one := read(way, row)).facts, day)]
        if members:
            line = way.line(members)
            first, last = line.days or ("", "")
            yield History(number, first, last, line.status, line.content)


def _was_told(facts: Object, day: str) -> bool:
    spread = facts["days"]
    return spread is not None and spread[0] <= day


def _history(row: AnyRow) -> History:
    return History(row.history, row.first_day, row.last_day, row.status, json.loads(row.content))


def _in_order(listed: Iterable[History]) -> list[History]:
    return sorted(listed, key=lambda one: (not one.first_day, one.first_day, one.last_day, one.number))
