"""Keeping histories: what one report tells, and every history that this touches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, insert, select

from parley.model import Mention
from parley.model.rulings import Checked
from parley.record import who
from parley.record.copy_tables import copy_members
from parley.record.courses import FOLDED
from parley.record.dating import best_origin
from parley.record.histories import claims
from parley.record.histories.commitments import CommitmentWay
from parley.record.histories.disputes import AccusationWay, DenialWay
from parley.record.histories.encounters import EncounterWay
from parley.record.histories.events import EventWay
from parley.record.histories.lines import write_lines
from parley.record.histories.placing import Placing
from parley.record.histories.proposals import ProposalWay
from parley.record.histories.tables import ALL_TABLES, history_handles, history_tellings
from parley.record.histories.ways import Seen, Told, Way
from parley.record.loading import as_finding, batches, load_origins
from parley.record.ruling import ruled_pairs
from parley.record.schema import NOT_REJECTED, findings, readings, reports

if TYPE_CHECKING:
    from parley.record.database import AnyRow

WAYS: tuple[Way, ...] = (
    EncounterWay(),
    CommitmentWay(),
    ProposalWay(),
    EventWay(),
    DenialWay(),
    AccusationWay(),
)
_OF_STATEMENTS = "statement"
_TYPES = tuple(sorted({way.type for way in WAYS}))
_RULED = frozenset({"encounter", "proposal"})
"""Types of findings of which people may say that two are one."""


def take_in(connection: Connection, report: str, *, ruled: bool = False) -> None:
    """Bring histories up to date with the current reading of a report.

    Args:
        connection: inside a transaction that may write.
        report: the report's whole id.
        ruled: whether people have just decided what its findings are one with.
    """
    seen = _seen(connection, report)
    copied = _is_copy(connection, report)
    voices = [one for one in seen if _is_statement(one) and not copied]
    # What a mere copy tells otherwise than its original, the copying has changed; people may know better.
    own = (one for one in seen if not copied or one.checked != Checked.MACHINE)
    others = [one for one in own if not _is_statement(one)]
    kept: dict[str, dict[int, AnyRow]] = {}
    for row in connection.execute(select(history_tellings).where(history_tellings.c.report == report)):
        kept.setdefault(row.kind, {})[row.finding] = row
    for way in WAYS:
        of_type = voices if way.type == _OF_STATEMENTS else others
        again = ruled and way.type in _RULED
        placing, touched = _take_in(connection, way, of_type, kept.get(way.kind, {}), again)
        if way.kind == "denial":
            touched |= claims.take_in(connection, report, voices)
        if touched:
            write_lines(connection, way, placing, touched)


def renew(connection: Connection, among: Iterable[str]) -> None:
    """Make anew what some reports tell; those that tell nothing of what has a history cost a look."""
    for report in sorted(among):
        take_in(connection, report)


def forget(connection: Connection) -> None:
    """Take away all that is derived here."""
    for table in ALL_TABLES:
        connection.execute(delete(table))


def _take_in(
    connection: Connection, way: Way, seen: Sequence[Seen], kept: Mapping[int, AnyRow], again: bool
) -> tuple[Placing, set[int]]:
    """Keep what a report tells of one kind, beside what it told before; the histories that this touches."""
    told = {row["finding"]: row for one in seen if (row := _row(way, one)) is not None}
    gone = {number for number, row in kept.items() if not _is_same(row, told.get(number))}
    new = [row for number, row in told.items() if number not in kept or number in gone]
    if not gone and not new and not (again and kept):
        return Placing(connection, way, {}), set()
    ruled = ruled_pairs(connection, way.type) if way.type in _RULED else {}
    dirty: set[int] = set(kept) if again else set()
    if gone:
        dirty |= Placing(connection, way, ruled).dependents(gone)
        _drop(connection, way, gone)
    if new:
        _keep(connection, way, new)
    dirty = (dirty - gone) | {row["finding"] for row in new}
    touched = {kept[number].history for number in gone if kept[number].history is not None}
    placing = Placing(connection, way, ruled)
    return placing, touched | placing.place(dirty)


def _drop(connection: Connection, way: Way, numbers: Iterable[int]) -> None:
    for batch in batches(sorted(numbers)):
        here = (history_tellings.c.kind == way.kind) & history_tellings.c.finding.in_(batch)
        connection.execute(delete(history_tellings).where(here))
        low, high = f"{way.kind}|", f"{way.kind}}}"
        found = history_handles.c.finding.in_(batch)
        of_kind = (history_handles.c.handle >= low) & (history_handles.c.handle < high)
        connection.execute(delete(history_handles).where(found, of_kind))


def _keep(connection: Connection, way: Way, rows: Sequence[Mapping[str, Any]]) -> None:
    connection.execute(insert(history_tellings), list(rows))
    handles = {
        (f"{way.kind}|{handle}", anchor, row["finding"]): row["sort"]
        for row in rows
        for handle, anchor in way.handles(_told(way, row))
    }
    listed = [
        {"handle": handle, "anchor": anchor, "finding": finding, "sort": sort}
        for (handle, anchor, finding), sort in handles.items()
    ]
    if listed:
        connection.execute(insert(history_handles), listed)


def _told(way: Way, row: Mapping[str, Any]) -> Told:
    told = Told(row["finding"], row["id"], row["report"], row["sort"], json.loads(row["facts"]), None)
    return Told(told.finding, told.id, told.report, told.sort, told.facts, way.read(told))


def _row(way: Way, seen: Seen) -> dict[str, Any] | None:
    found = way.told(seen)
    if found is None:
        return None
    sort, facts = found
    return {
        "kind": way.kind,
        "finding": seen.number,
        "id": seen.id,
        "report": seen.report,
        "sort": sort,
        "history": None,
        "facts": json.dumps(facts, ensure_ascii=False),
    }


def _is_same(row: AnyRow, other: Mapping[str, Any] | None) -> bool:
    return other is not None and (row.id, row.sort, row.facts) == (other["id"], other["sort"], other["facts"])


def _seen(connection: Connection, report: str) -> list[Seen]:
    """The findings of the current reading of a report that tell of what has a history."""
    current = connection.execute(
        select(readings.c.number, readings.c.published, readings.c.read, reports.c.text)
        .join(reports, reports.c.id == readings.c.report)
        .where(readings.c.report == report, readings.c.current)
    ).first()
    if current is None:
        return []
    rows = _rows(connection, current.number, _TYPES)
    if not rows:
        return []
    way = best_origin(load_origins(connection, [report])[report], current.published)
    types = {row.type for row in rows}
    known = who.entity_ids(connection, [report]) if "encounter" in types else {}
    names = {name: entity for (_, name), entity in known.items()}
    spoken_for = _affiliations(connection, current.number) if "event" in types else {}
    return [
        Seen(
            row.number, row.id, as_finding(row), row.position, row.checked, report, way.published,
            current.read, current.text, names, spoken_for,
        )
        for row in rows
    ]  # fmt: skip


def _rows(connection: Connection, reading: int, types: Sequence[str]) -> Sequence[AnyRow]:
    columns = findings.c
    return connection.execute(
        select(
            columns.number,
            columns.id,
            columns.type,
            columns.position,
            columns.payload,
            columns.ruled,
            columns.checked,
        )
        .where(columns.reading == reading, columns.type.in_(types), NOT_REJECTED)
        .order_by(columns.position)
    ).all()


def _affiliations(connection: Connection, reading: int) -> dict[str, str]:
    """Whom the people of a report speak for, by their names."""
    mentions = (as_finding(row) for row in _rows(connection, reading, ("mention",)))
    return {one.name: one.affiliation for one in mentions if isinstance(one, Mention) and one.affiliation}


def _is_statement(seen: Seen) -> bool:
    return seen.id.startswith("s")


def _is_copy(connection: Connection, report: str) -> bool:
    query = select(copy_members.c.relation).where(copy_members.c.report == report)
    return connection.scalar(query) in FOLDED
