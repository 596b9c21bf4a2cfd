"""Who speaks and who is named in the reports, counted: each once, whatever reports call them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import Connection, and_, case, func, or_, select

from parley.record.copy_tables import copy_members
from parley.record.courses import FOLDED
from parley.record.entries import Person
from parley.record.identity_tables import appearances, entities, name_forms
from parley.record.schema import NOT_REJECTED, findings, readings

if TYPE_CHECKING:
    from parley.record.database import AnyRow

_NAMING = ("statement", "mention")
_PLACES = ("place", "site")

_FITS = or_(
    and_(findings.c.type == "statement", name_forms.c.kind != "place"),
    and_(
        findings.c.type == "mention",
        case((findings.c.kind.in_(_PLACES), "place"), else_="")
        == case((name_forms.c.kind == "place", "place"), else_=""),
    ),
)
"""A capital that speaks is its government, one that is only named is a place."""

_NO_COPY = copy_members.c.relation.is_(None) | copy_members.c.relation.not_in(FOLDED)


def people(connection: Connection) -> list[Person]:
    """Everybody who speaks or is named as a person, those with most statements first.

    What reports tell that only copy others is not counted: a statement counts once a family. Names that are
    one's are one line; who is named by nothing but a role ("an official") goes by those words.
    """
    grouped: dict[str, list[AnyRow]] = defaultdict(list)
    who = func.coalesce(entities.c.id, findings.c.name)
    columns = (
        who.label("who"),
        func.coalesce(entities.c.name, findings.c.name).label("called"),
        entities.c.id,
        entities.c.kind.label("entity_kind"),
        findings.c.type,
        findings.c.kind,
        findings.c.role,
        findings.c.party,
    )
    query = (
        select(
            *columns, func.count().label("times"), func.count(readings.c.report.distinct()).label("reports")
        )
        .join(readings, readings.c.number == findings.c.reading)
        .outerjoin(
            appearances, (appearances.c.report == readings.c.report) & (appearances.c.name == findings.c.name)
        )
        .outerjoin(name_forms, name_forms.c.number == appearances.c.form)
        .outerjoin(entities, entities.c.id == name_forms.c.entity)
        .outerjoin(copy_members, copy_members.c.report == readings.c.report)
        .where(
            readings.c.current,
            _NO_COPY,
            findings.c.type.in_(_NAMING),
            findings.c.name.is_not(None),
            NOT_REJECTED,
            name_forms.c.number.is_(None) | _FITS,
        )
        .group_by(*columns)
    )
    for row in connection.execute(query):
        grouped[row.who].append(row)
    reports = _report_counts(connection)
    everybody = [_person(rows, reports.get(who)) for who, rows in grouped.items()]
    shown = [one for one in everybody if one.statements or one.kind == "person"]
    return sorted(shown, key=lambda one: (-one.statements, -one.reports, one.name))


def _report_counts(connection: Connection) -> dict[str, int]:
    """In how many reports each of those that have a name is quoted or named."""
    query = (
        select(name_forms.c.entity, func.count(appearances.c.report.distinct()))
        .join(appearances, appearances.c.form == name_forms.c.number)
        .outerjoin(copy_members, copy_members.c.report == appearances.c.report)
        .where(_NO_COPY)
        .group_by(name_forms.c.entity)
    )
    return {entity: count for entity, count in connection.execute(query)}


def _person(rows: list[AnyRow], reports: int | None) -> Person:
    """One with what is said of it most often."""
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
    first = rows[0]
    return Person(
        name=first.called,
        kind="country" if first.entity_kind == "country" else _most(kinds) or first.entity_kind,
        role=_most(roles),
        party=_most(parties),
        statements=said,
        reports=reports if reports is not None else max(row.reports for row in rows),
        id=first.id,
    )


def _most(counted: Counter[str]) -> str | None:
    """What was counted most often; of equals the longer, then the first by letter."""
    if not counted:
        return None
    return min(counted, key=lambda words: (-counted[words], -len(words), words))
