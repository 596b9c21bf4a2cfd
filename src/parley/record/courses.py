"""How things went on: of each thing that is told of in a span of days the last telling then and before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, null, select

from parley.copies.kinds import ONLY_COPIES
from parley.record.copy_tables import copy_members
from parley.record.entries import StoredFinding
from parley.record.loading import FINDING_COLUMNS, batches, stored_findings
from parley.record.schema import findings
from parley.record.standing_tables import tellings

if TYPE_CHECKING:
    from parley.record.database import AnyRow

FOLDED = tuple(sorted(relation.value for relation in ONLY_COPIES))
"""What only copies another report, as the tables have it."""


@dataclass(frozen=True, slots=True)
class Course:
    """Tellings of one thing, by reports that are no copies.

    Attributes:
        first: the first of them all; None where it was not asked for.
        before: the last of those that were over before the span of days, or None.
        after: the last of those in it.
    """

    first: StoredFinding | None
    before: StoredFinding | None
    after: StoredFinding


def courses(connection: Connection, kind: str, start: str, end: str) -> list[Course]:
    """The courses of things that are told of in a span of days.

    Args:
        connection: inside a transaction.
        kind: position, proposal or encounter.
        start: the first day, YYYY-MM-DD.
        end: the last.
    """
    # The first day is hidden from the index of topics: by it, a database that knows how often topics are told
    # of would look through all there ever were, and not only through those of these days.
    within = (tellings.c.last_day >= start) & (tellings.c.first_day.concat("").between("0", end))
    touched = _not_copied(select(tellings.c.topic)).where(tellings.c.type == kind, within)
    topics = touched.where(tellings.c.topic.is_not(None)).distinct().subquery("topics")
    then = (_alias.c.last_day >= start) & (_alias.c.first_day <= end)
    rows = connection.execute(
        select(
            (_one(topics, latest=False) if kind in _BEGUN else null()).label("first"),
            _one(topics, _alias.c.last_day < start).label("before"),
            _one(topics, then).label("after"),
        ).select_from(topics)
    ).all()
    loaded = _loaded(connection, rows)
    return [Course(loaded.get(row.first), loaded.get(row.before), loaded[row.after]) for row in rows]


_BEGUN = frozenset({"proposal"})
"""Kinds of which it counts when they were first told of."""

_alias = tellings.alias("told")
_copies = copy_members.alias("copies")


def _not_copied(query: Select[Any]) -> Select[Any]:
    """Tellings without those of copies."""
    return query.outerjoin(copy_members, copy_members.c.report == tellings.c.report).where(
        copy_members.c.relation.is_(None) | copy_members.c.relation.not_in(FOLDED)
    )


def _one(topics: Subquery, *conditions: ColumnElement[bool], latest: bool = True) -> Any:
    """The latest telling of a thing, or the first."""
    order = (
        _alias.c.first_day,
        _alias.c.last_day,
        _alias.c.published,
        _alias.c.reading,
        _alias.c.position,
    )
    return (
        select(_alias.c.finding)
        .outerjoin(_copies, _copies.c.report == _alias.c.report)
        .where(_alias.c.topic == topics.c.topic, _alias.c.first_day > "", *conditions)
        .where(_copies.c.relation.is_(None) | _copies.c.relation.not_in(FOLDED))
        .order_by(*(column.desc() if latest else column for column in order))
        .limit(1)
        .correlate(topics)
        .scalar_subquery()
    )


def _loaded(connection: Connection, rows: Any) -> dict[int | None, StoredFinding]:
    numbers = sorted({number for row in rows for number in row if number is not None})
    found: list[AnyRow] = []
    for batch in batches(numbers):
        query = select(findings.c.number, *FINDING_COLUMNS).where(findings.c.number.in_(batch))
        found += connection.execute(query).all()
    return dict(zip((row.number for row in found), stored_findings(connection, found), strict=True))
