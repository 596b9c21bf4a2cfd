"""From a decision, as a person gives it, to a ruling that says what it is about for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from parley.model.codec import Object, to_object
from parley.model.corrections import DATE_FIELDS, CannotCorrect, corrected, field_of, parsed, value_at
from parley.model.findings import Position
from parley.model.rulings import RulingKind
from parley.model.span import cover
from parley.record.anchors import anchor
from parley.record.days import days, not_a_date
from parley.record.decisions import Apart, Confirm, Correct, Decision, Merge, Move, Reject, Split, Undo
from parley.record.errors import Ambiguous, BadRuling, NotFound
from parley.record.loading import as_finding
from parley.record.lookup import find_finding, find_report
from parley.record.names import searchable
from parley.record.ruling_tables import rulings
from parley.record.schema import findings, readings, reports

if TYPE_CHECKING:
    from parley.record.database import AnyRow

Wording = tuple[RulingKind, Object, Object]
"""A ruling's kind, target and value."""

_THINGS = frozenset({"encounter", "proposal"})
"""Types of findings of which two can be one, or not."""


def worded(connection: Connection, decision: Decision) -> Wording:
    """What a ruling on this decision says.

    Raises:
        NotFound: when what it is about is not in the record.
        Ambiguous: when it could be several.
        BadRuling: when it cannot be decided so.
    """
    match decision:
        case Confirm(finding=name):
            return RulingKind.CONFIRM, _target(connection, name), {}
        case Reject(finding=name):
            return RulingKind.REJECT, _target(connection, name), {}
        case Correct():
            return _correction(connection, decision)
        case Merge(first=first, second=second):
            return RulingKind.MERGE, _pair(connection, first, second), {"name": first}
        case Split(first=first, second=second):
            return RulingKind.SPLIT, _pair(connection, first, second), {}
        case Apart(name=name, reports=several):
            ids = sorted({find_report(connection, report) for report in several})
            return RulingKind.SPLIT, {"things": [_thing(connection, name)], "reports": ids}, {}
        case Move(report=report, family=family):
            whole = None if family is None else find_report(connection, family)
            return RulingKind.MOVE, {"report": find_report(connection, report)}, {"family": whole}
        case Undo(ruling=name):
            undone = find_ruling(connection, name)
            return RulingKind.UNDO, {"ruling": undone.id, "report": undone.report}, {}


def find_ruling(connection: Connection, name: str) -> AnyRow:
    """The row of the ruling with this id or beginning of one.

    Raises:
        NotFound: when there is none.
        Ambiguous: when there are several.
    """
    sought = name.strip()
    query = select(rulings).where(rulings.c.id >= sought, rulings.c.id < sought + "g")
    rows = connection.execute(query.order_by(rulings.c.id)).all() if sought.startswith("r") else []
    if not rows:
        raise NotFound(f"The record has no ruling {sought!r}: “parley rulings” lists those it has.")
    if len(rows) > 1:
        raise Ambiguous(f"{sought!r} could be any of the rulings {', '.join(row.id for row in rows)}.")
    return rows[0]


def report_of(kind: RulingKind, target: Object) -> str | None:
    """The report whose findings a ruling is about, or None."""
    about = kind in (RulingKind.CONFIRM, RulingKind.REJECT, RulingKind.CORRECT, RulingKind.UNDO)
    report = target.get("report") if about else None
    return report if isinstance(report, str) else None


def _target(connection: Connection, name: str) -> Object:
    """A finding as a ruling keeps it."""
    row = find_finding(connection, name)
    finding = as_finding(row)
    text = connection.scalar(select(reports.c.text).where(reports.c.id == row.report))
    return anchor(row.report, row, cover(finding.evidence).of(str(text)), to_object(finding))


def _correction(connection: Connection, decision: Correct) -> Wording:
    row = find_finding(connection, decision.finding)
    finding = as_finding(row)
    field = field_of(row.type, decision.field)
    try:
        before = value_at(finding, field)
        given = decision.value
        value: Any = parsed(finding, field, given) if isinstance(given, str) else given
        to_object(corrected(finding, field, value))
    except CannotCorrect as error:
        raise BadRuling(str(error)) from error
    dated = field in DATE_FIELDS and not (isinstance(finding, Position) and field == "on")
    if dated and value is not None and days(value) is None:
        raise BadRuling(not_a_date(value))
    after = list(value) if isinstance(value, tuple) else value
    return (
        RulingKind.CORRECT,
        _target(connection, row.id),
        {"field": field, "from": to_object(before), "to": after},
    )


def _pair(connection: Connection, first: str, second: str) -> Object:
    things = [_thing(connection, first), _thing(connection, second)]
    if things[0] == things[1]:
        raise BadRuling(f"{first!r} and {second!r} are the same already.")
    if ("name" in things[0]) != ("name" in things[1]):
        raise BadRuling("A name can be merged with a name, an encounter with an encounter.")
    if "type" in things[0] and things[0]["type"] != things[1]["type"]:
        raise BadRuling("An encounter can be merged with an encounter, a proposal with a proposal.")
    return {"things": things}


def _thing(connection: Connection, called: str) -> Object:
    """A name, or a finding, as a ruling keeps it."""
    try:
        row = find_finding(connection, called)
    except NotFound:
        return {"name": _known_name(connection, called)}
    if row.type not in _THINGS:
        name = row.payload.get("name") or (row.payload.get("source") or {}).get("name")
        if not name:
            raise BadRuling(f"Finding {row.id} names nobody.")
        return {"name": str(name)}
    return _target(connection, row.id)


def _known_name(connection: Connection, called: str) -> str:
    """A name of the record, as its reports have it."""
    words = searchable(called)
    query = (
        select(findings.c.name)
        .join(readings, readings.c.number == findings.c.reading)
        .where(readings.c.current, findings.c.name_words == words)
        .order_by(findings.c.name)
        .limit(1)
    )
    name = connection.scalar(query) if words else None
    if name is None:
        raise NotFound(
            f"Nobody is called {called!r} in the reports of the record; “parley people” lists who is."
        )
    return str(name)
