"""What rulings make of the findings of a report: derived, and written anew whenever either changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, func, insert, select, update

from parley.model.codec import NotInFormat, from_object, to_object
from parley.model.corrections import CannotCorrect, corrected
from parley.model.findings import Finding
from parley.model.identifiers import FINDING_TYPES
from parley.model.rulings import Checked, Ruling, RulingKind, in_force
from parley.record import search
from parley.record.anchors import anchored
from parley.record.rows import asked_columns, kept_row, span_rows, words_row
from parley.record.ruling_tables import rulings
from parley.record.schema import findings, readings, reports, spans

if TYPE_CHECKING:
    from parley.record.database import AnyRow

ON_FINDINGS = frozenset({RulingKind.CONFIRM, RulingKind.REJECT, RulingKind.CORRECT})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What rulings make of one finding.

    Attributes:
        finding: with every correction.
        checked: whether people confirmed, corrected or rejected it.
    """

    finding: Finding
    checked: Checked


def outcome(finding: Finding, about: Iterable[Ruling]) -> Outcome:
    """What rulings, in the order they were made, make of a finding.

    The last of confirmations, rejections and corrections says whether it stands; of several corrections of
    one field the last holds. A correction that no longer fits the finding is passed over. Who confirms a
    finding confirms what it said: where a later engine says something else, what was confirmed stands.
    """
    changed, standing = False, Checked.MACHINE
    for ruling in about:
        if ruling.kind is RulingKind.REJECT:
            standing = Checked.REJECTED
        elif ruling.kind is RulingKind.CONFIRM:
            finding = _as_seen(finding, ruling.target)
            standing = Checked.CORRECTED if changed else Checked.CONFIRMED
        elif ruling.kind is RulingKind.CORRECT:
            try:
                finding = corrected(finding, str(ruling.value["field"]), ruling.value["to"])
            except (CannotCorrect, KeyError):
                continue
            changed, standing = True, Checked.CORRECTED
    return Outcome(finding, standing)


def _as_seen(finding: Finding, target: Mapping[str, Any]) -> Finding:
    """The fields a person confirmed, on the words the engine now cites."""
    seen = target.get("seen")
    if not isinstance(seen, Mapping):
        return finding
    now = to_object(finding)
    where = ("evidence", "confidence", "rule", "content", "cue", "via", "verbatim")
    merged = {**seen, **{name: now[name] for name in where if name in now}}
    if now.get("source") and merged.get("source"):
        merged["source"] = {**merged["source"], "mention": now["source"]["mention"]}
    try:
        return from_object(type(finding), merged)
    except NotInFormat:
        return finding


def apply(connection: Connection, report: str) -> tuple[str, ...]:
    """Write anew what rulings make of a report's current findings.

    Args:
        connection: inside a transaction that may write.
        report: the report's whole id.

    Returns:
        The ids of rulings in force that found no finding.
    """
    about = [ruling for ruling in in_force(rulings_about(connection, report)) if ruling.kind in ON_FINDINGS]
    if not _reset(connection, report) and not about:
        return ()
    current = connection.execute(
        select(readings.c.number, readings.c.published).where(readings.c.report == report, readings.c.current)
    ).first()
    if current is None:
        return tuple(ruling.id for ruling in about)
    rows = connection.execute(select(findings).where(findings.c.reading == current.number)).all()
    grouped, orphans = _grouped(about, rows)
    for row, group in grouped:
        _write(connection, row, outcome(as_read(row), group), current.published or None)
    kept = _keep_orphans(connection, report, current, orphans)
    return tuple(ruling.id for ruling in orphans if ruling.id not in kept)


def rulings_about(connection: Connection, report: str) -> tuple[Ruling, ...]:
    """All rulings about the findings of a report, in force or not, with those that undo them."""
    rows = connection.execute(select(rulings).where(rulings.c.report == report)).all()
    return tuple(as_ruling(row) for row in rows)


def as_ruling(row: AnyRow) -> Ruling:
    """The ruling of a row of `rulings`."""
    return Ruling(RulingKind(row.kind), row.by, row.at, row.why, row.target, row.value)


def _grouped(
    about: Sequence[Ruling], rows: Sequence[AnyRow]
) -> tuple[list[tuple[AnyRow, list[Ruling]]], list[Ruling]]:
    """Rulings by the finding they are about, and those that are about none."""
    grouped: dict[int, tuple[AnyRow, list[Ruling]]] = {}
    orphans = []
    for ruling in about:
        row = anchored(ruling.target, rows)
        if row is None:
            orphans.append(ruling)
        else:
            grouped.setdefault(row.number, (row, []))[1].append(ruling)
    return list(grouped.values()), orphans


def as_read(row: AnyRow) -> Finding:
    """The finding as the engine read it."""
    return from_object(FINDING_TYPES[row.type], row.payload)


def _write(connection: Connection, row: AnyRow, made: Outcome, published: str | None) -> None:
    """Write what a finding has become, and what it is asked by."""
    ruled = to_object(made.finding)
    connection.execute(
        update(findings)
        .where(findings.c.number == row.number)
        .values(
            checked=made.checked.value,
            ruled=None if ruled == row.payload else ruled,
            **asked_columns(made.finding, published),
        )
    )


def _reset(connection: Connection, report: str) -> bool:
    """Take back what rulings made of a report's findings; whether they had made anything."""
    rows = connection.execute(
        select(findings, readings.c.published)
        .join(readings, readings.c.number == findings.c.reading)
        .where(readings.c.report == report, (findings.c.checked != Checked.MACHINE.value) | findings.c.kept)
    ).all()
    for row in rows:
        if row.kept:
            _drop(connection, row, report)
        else:
            _write(connection, row, Outcome(as_read(row), Checked.MACHINE), row.published or None)
    return bool(rows)


def _keep_orphans(
    connection: Connection, report: str, current: AnyRow, orphans: Sequence[Ruling]
) -> frozenset[str]:
    """Put back what people vouched for and the engine no longer finds; the rulings that this serves."""
    grouped: dict[str, list[Ruling]] = {}
    for ruling in orphans:
        grouped.setdefault(str(ruling.target.get("finding")), []).append(ruling)
    served: set[str] = set()
    for identifier, group in sorted(grouped.items()):
        try:
            found: Finding = from_object(FINDING_TYPES[group[0].target["type"]], group[0].target["seen"])
        except (NotInFormat, KeyError, TypeError):
            continue
        made = outcome(found, group)
        if made.checked in (Checked.CONFIRMED, Checked.CORRECTED):
            _keep(connection, report, current, (identifier, found, made))
            served.update(ruling.id for ruling in group)
    return frozenset(served)


def _keep(connection: Connection, report: str, current: AnyRow, what: tuple[str, Finding, Outcome]) -> None:
    """Write a finding that only rulings vouch for."""
    identifier, found, made = what
    last = connection.scalar(
        select(func.max(findings.c.position)).where(findings.c.reading == current.number)
    )
    row = kept_row(found, identifier, current.number, 0 if last is None else last + 1)
    ruled = to_object(made.finding)
    row |= {"checked": made.checked.value, "ruled": None if ruled == row["payload"] else ruled}
    row |= asked_columns(made.finding, current.published or None)
    number = connection.execute(insert(findings).returning(findings.c.number), row).scalar_one()
    connection.execute(insert(spans), span_rows(found, number))
    search.keep(connection, [words_row(found, number, _text(connection, report))])


def _drop(connection: Connection, row: AnyRow, report: str) -> None:
    """Take away a finding that only rulings vouched for."""
    found = as_read(row)
    search.forget(connection, [words_row(found, row.number, _text(connection, report))])
    connection.execute(delete(spans).where(spans.c.finding == row.number))
    connection.execute(delete(findings).where(findings.c.number == row.number))


def _text(connection: Connection, report: str) -> str:
    return str(connection.scalar(select(reports.c.text).where(reports.c.id == report)))
