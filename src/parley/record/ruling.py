"""Keeping rulings, and answering which there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select

from parley.model.rulings import Ruling, RulingKind, in_force
from parley.record import applying
from parley.record.anchors import anchored
from parley.record.applying import ON_FINDINGS, as_ruling
from parley.record.deciding import report_of, worded
from parley.record.decisions import Decision
from parley.record.errors import BadRuling
from parley.record.loading import batches
from parley.record.rows import storable
from parley.record.ruling_tables import rulings
from parley.record.schema import findings, readings


@dataclass(frozen=True, slots=True)
class KeptRuling:
    """A ruling of the record and how it stands.

    Attributes:
        ruling: the ruling.
        undone: whether a later one undid it.
        found: whether what it is about is in the current readings; False for an orphan.
        finding: the id of the finding it now holds for, or None.
    """

    ruling: Ruling
    undone: bool
    found: bool
    finding: str | None


def make(connection: Connection, decision: Decision, by: str, why: str) -> Ruling:
    """Sign, date and keep a decision, and write anew what it changes.

    Args:
        connection: inside a transaction that may write.
        decision: what is decided.
        by: who decides.
        why: the reason.

    Raises:
        NotFound: when what it is about is not in the record.
        Ambiguous: when it could be several.
        BadRuling: when it is not signed, or cannot be decided so.
    """
    signed = (storable(by) or "").strip()
    if not signed:
        raise BadRuling("A ruling needs to say who made it.")
    kind, target, value = worded(connection, decision)
    ruling = Ruling(kind, signed, _next_moment(connection), (storable(why) or "").strip(), target, value)
    keep(connection, [ruling])
    return ruling


def keep(connection: Connection, made: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Keep rulings that the record does not have, and write anew what they change; those that were new.

    Args:
        connection: inside a transaction that may write.
        made: by whomever, in any order.
    """
    new = []
    for ruling in made:
        if connection.scalar(select(rulings.c.number).where(rulings.c.id == ruling.id)) is None:
            connection.execute(insert(rulings), _row(ruling))
            new.append(ruling)
    touched = {report_of(ruling.kind, dict(ruling.target)) for ruling in new}
    for report in sorted(report for report in touched if report is not None):
        applying.apply(connection, report)
    _derive(connection, new, {report for report in touched if report is not None})
    return tuple(new)


def _derive(connection: Connection, new: Iterable[Ruling], reports: set[str]) -> None:
    """Make the families and the people anew that rulings touch, or touch no longer."""
    from parley.record import identifying, standing  # identifying imports this module
    from parley.record.copying import regroup  # what compares is heavy, and imports this module
    from parley.record.histories import keeping as histories

    about = _with_undone(connection, new)
    moves = [ruling for ruling in about if ruling.kind is RulingKind.MOVE]
    if moves:
        ends = [end for move in moves for end in (move.target.get("report"), move.value.get("family"))]
        regroup(connection, {str(end) for end in ends if end is not None})
    tied = [ruling for ruling in about if ruling.kind in (RulingKind.MERGE, RulingKind.SPLIT)]
    things = [thing for ruling in tied for thing in ruling.target.get("things", ())]
    decided = {str(thing["report"]) for thing in things if "report" in thing}
    for ruling in tied:
        reports.update(str(report) for report in ruling.target.get("reports", ()))
    for report in sorted(reports):
        identifying.take_in(connection, report)
        standing.take_in(connection, report)
    for report in sorted(reports | decided):
        histories.take_in(connection, report, ruled=report in decided)
    names = {str(thing["name"]) for ruling in tied for thing in ruling.target["things"] if "name" in thing}
    if names:
        identifying.link_names(connection, names)


def _with_undone(connection: Connection, new: Iterable[Ruling]) -> list[Ruling]:
    """Rulings and all that they undo, or undo the undoing of."""
    about = {ruling.id: ruling for ruling in new}
    waiting = list(about.values())
    while waiting:
        ruling = waiting.pop()
        if ruling.kind is not RulingKind.UNDO or str(ruling.target.get("ruling")) in about:
            continue
        query = select(rulings).where(rulings.c.id == str(ruling.target.get("ruling")))
        row = connection.execute(query).first()
        if row is not None:
            about[row.id] = as_ruling(row)
            waiting.append(about[row.id])
    return list(about.values())


def kept_rulings(connection: Connection) -> list[KeptRuling]:
    """All rulings in the order they were made, each with how it stands."""
    rows = connection.execute(select(rulings).order_by(rulings.c.at, rulings.c.id)).all()
    made = tuple(as_ruling(row) for row in rows)
    holding = {ruling.id for ruling in in_force(made)}
    return [_standing(connection, ruling, ruling.id not in holding) for ruling in made]


def rulings_on(connection: Connection, finding: str) -> list[KeptRuling]:
    """The rulings on the finding with this id, in the order they were made."""
    report = (
        select(readings.c.report)
        .join(findings, findings.c.reading == readings.c.number)
        .where(findings.c.id == finding)
        .limit(1)
    )
    rows = connection.execute(
        select(rulings).where(rulings.c.report.in_(report)).order_by(rulings.c.at, rulings.c.id)
    ).all()
    made = tuple(as_ruling(row) for row in rows)
    holding = {ruling.id for ruling in in_force(made)}
    kept = [_standing(connection, ruling, ruling.id not in holding) for ruling in made]
    return [one for one in kept if one.finding == finding]


def all_rulings(connection: Connection, kinds: Sequence[RulingKind] = ()) -> tuple[Ruling, ...]:
    """The rulings in force of some kinds (all, when none is named), in the order they were made."""
    wanted = set(kinds or RulingKind)
    sought = {*(kind.value for kind in wanted), RulingKind.UNDO.value}
    rows = connection.execute(select(rulings).where(rulings.c.kind.in_(sorted(sought)))).all()
    return tuple(one for one in in_force(tuple(map(as_ruling, rows))) if one.kind in wanted)


def _standing(connection: Connection, ruling: Ruling, undone: bool) -> KeptRuling:
    if ruling.kind not in ON_FINDINGS:
        return KeptRuling(ruling, undone, True, None)
    finding = _anchored(connection, ruling.target)
    return KeptRuling(ruling, undone, finding is not None, finding)


def _row(ruling: Ruling) -> dict[str, object]:
    return {
        "id": ruling.id,
        "kind": ruling.kind.value,
        "by": ruling.by,
        "at": ruling.at,
        "why": ruling.why,
        "target": dict(ruling.target),
        "value": dict(ruling.value),
        "report": report_of(ruling.kind, dict(ruling.target)),
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _next_moment(connection: Connection) -> str:
    """Now, or just after the latest ruling where the clock has gone back: later rulings must prevail."""
    now = datetime.now(UTC)
    latest = connection.scalar(select(func.max(rulings.c.at)))
    if latest is not None:
        now = max(now, datetime.fromisoformat(latest) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")


def pairs(connection: Connection, type: str) -> list[tuple[RulingKind, str, str]]:
    """The merges and splits in force of two findings of a type, each with what they are now called."""
    tied = []
    for ruling in all_rulings(connection, (RulingKind.MERGE, RulingKind.SPLIT)):
        things = [one for one in ruling.target.get("things", ()) if one.get("type") == type]
        if len(things) == 2:
            tied.append((ruling.kind, things))
    ids = {str(thing.get("finding")) for _, things in tied for thing in things}
    there: set[str] = set()
    for batch in batches(sorted(ids)):
        query = select(findings.c.id).join(readings, readings.c.number == findings.c.reading)
        there.update(connection.scalars(query.where(findings.c.id.in_(batch), readings.c.current)))
    found = []
    for kind, things in tied:
        named = [str(one.get("finding")) for one in things]
        first, second = (
            name if name in there else _anchored(connection, thing)
            for name, thing in zip(named, things, strict=True)
        )
        if first is not None and second is not None:
            found.append((kind, first, second))
    return found


def ruled_pairs(connection: Connection, type: str) -> dict[str, list[tuple[str, bool]]]:
    """By a finding's id the others of its type that people held for one with it (True), or not, in order."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for kind, first, second in pairs(connection, type):
        one = kind is RulingKind.MERGE
        found.setdefault(first, []).append((second, one))
        found.setdefault(second, []).append((first, one))
    return found


def _anchored(connection: Connection, target: Mapping[str, Any]) -> str | None:
    """The id of the finding of a current reading that a target is about, or None."""
    rows = connection.execute(
        select(findings.c.id, findings.c.type, findings.c.payload)
        .join(readings, readings.c.number == findings.c.reading)
        .where(readings.c.report == target.get("report"), readings.c.current)
    ).all()
    row = anchored(target, rows)
    return row.id if row is not None else None


def has_any(connection: Connection) -> bool:
    """Whether there is any ruling."""
    return connection.scalar(select(rulings.c.number).limit(1)) is not None
