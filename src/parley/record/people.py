"""Who speaks and who is named in the reports, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from parley.record.entries import Person
from parley.record.schema import NOT_REJECTED, findings, readings

if TYPE_CHECKING:
    from parley.record.database import AnyRow

_NAMING = ("statement", "mention")


def people(connection: Connection) -> list[Person]:
    """Everybody who speaks or is named as a person, those with most statements first.

    Names are taken as the reports have them: one person under two spellings is two lines.
    """
    grouped: dict[str, list[AnyRow]] = defaultdict(list)
    columns = (findings.c.name, findings.c.type, findings.c.kind, findings.c.role, findings.c.party)
    query = (
        select(*columns, func.count().label("times"))
        .join(readings, readings.c.number == findings.c.reading)
        .where(readings.c.current, findings.c.type.in_(_NAMING), findings.c.name.is_not(None), NOT_REJECTED)
        .group_by(*columns)
    )
    for row in connection.execute(query):
        grouped[row.name].append(row)
    reports = _report_counts(connection)
    everybody = [_person(name, rows, reports[name]) for name, rows in grouped.items()]
    shown = [one for one in everybody if one.statements or one.kind == "person"]
    return sorted(shown, key=lambda one: (-one.statements, -one.reports, one.name))


def _report_counts(connection: Connection) -> dict[str, int]:
    """In how many reports each name speaks or is named."""
    query = (
        select(findings.c.name, func.count(readings.c.report.distinct()))
        .join(readings, readings.c.number == findings.c.reading)
        .where(readings.c.current, findings.c.type.in_(_NAMING), findings.c.name.is_not(None), NOT_REJECTED)
        .group_by(findings.c.name)
    )
    return {name: count for name, count in connection.execute(query)}


def _person(name: str, rows: Iterable[AnyRow], reports: int) -> Person:
    """One name with what is said of it most often."""
    said, kinds, roles, parties = 0, Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        if row.type == "statement":
            said += row.times
        elif row.kind is not None:
            kinds[row.kind] += row.times
        if row.role is not None:
            roles[row.role] += row.times
        if row.party is not None:
            parties[row.party] += row.times
    return Person(name, _most(kinds), _most(roles), _most(parties), said, reports)


def _most(counted: Counter[str]) -> str | None:
    """What was counted most often; of equals the longer, then the first by letter."""
    if not counted:
        return None
    return min(counted, key=lambda words: (-counted[words], -len(words), words))
