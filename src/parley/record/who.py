"""Who the record knows: asked of the tables of who is who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from parley.identity.forms import FormKind, form_of_key
from parley.identity.names import folded
from parley.record.entity_entries import Alias, Entity, IdentitySuggestion, Role
from parley.record.errors import Ambiguous, NotFound
from parley.record.identifying import SCHEME
from parley.record.identity_tables import (
    appearances,
    entities,
    form_features,
    identified,
    identity_suggestions,
    name_forms,
)
from parley.record.loading import batches
from parley.record.schema import NOT_REJECTED, SHOWN_BY, findings, readings
from parley.vocabulary.geography import Form as NameForm
from parley.vocabulary.geography import naming

if TYPE_CHECKING:
    from parley.record.database import AnyRow

_LISTED = 10
_BY_FORM = {
    NameForm.NAME: "another name of {party}",
    NameForm.ADJECTIVE: "of {party}",
    NameForm.PEOPLE: "the people of {party}",
    NameForm.CAPITAL: "the capital, for the government of {party}",
    NameForm.SEAT: "a seat of {party}",
}


def unidentified(connection: Connection) -> list[str]:
    """Reports whose current reading is not yet in the tables of who is who."""
    there = and_(
        identified.c.report == readings.c.report,
        identified.c.reading == readings.c.number,
        identified.c.scheme == SCHEME,
    )
    count, current = func.count(), readings.c.current
    here = connection.scalar(select(count).select_from(readings).where(current))
    known = select(count).select_from(identified).where(identified.c.scheme == SCHEME)
    if here == connection.scalar(known):  # as in all but a record that is brought up to date
        return []
    query = (
        select(readings.c.report)
        .outerjoin(identified, there)
        .where(readings.c.current, identified.c.report.is_(None))
        .order_by(readings.c.number)
    )
    return list(connection.scalars(query))


def known_entities(connection: Connection, kind: str | None = None) -> list[Entity]:
    """Everybody, those with most statements first."""
    query = _counted()
    if kind is not None:
        query = query.where(entities.c.kind == kind)
    found = [_entity(row) for row in connection.execute(query)]
    return sorted(found, key=lambda one: (-one.statements, -one.reports, one.name, one.id))


def _counted(*conditions: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            entities,
            func.coalesce(func.sum(appearances.c.said), 0).label("said"),
            func.count(appearances.c.report.distinct()).label("in_reports"),
        )
        .join(name_forms, name_forms.c.entity == entities.c.id)
        .join(appearances, appearances.c.form == name_forms.c.number)
        .where(*conditions)
        .group_by(entities.c.id, entities.c.kind, entities.c.name, entities.c.party)
    )


def _entity(row: AnyRow) -> Entity:
    return Entity(row.id, row.kind, row.name, row.party or None, int(row.said), row.in_reports)


def find_entity(connection: Connection, called: str, kind: str | None = None) -> Entity:
    """The one that goes by a name, or words of it, or an id; where several do, the one named in most reports.

    Raises:
        NotFound: when nobody does.
        Ambiguous: when several of about equal weight do.
    """
    found = _called(connection, called, kind)
    if not found:
        raise NotFound(
            f"Nobody is called {called!r} in the reports of the record; “parley people” lists who is."
        )
    if len(found) > 1 and found[0].reports < 2 * found[1].reports:
        listed = ", ".join(f"{one.name} ({one.party or one.kind}, {one.id[:7]})" for one in found[:_LISTED])
        raise Ambiguous(f"{called!r} could be any of {len(found)}: {listed}.")
    return found[0]


def _called(connection: Connection, called: str, kind: str | None) -> list[Entity]:
    """All that go by a name: wholly, else by words of it; those in most reports first."""
    words = folded(called)
    exact = [entities.c.id.startswith(called.strip(), autoescape=True), appearances.c.words == words]
    parted = [f" {word} " for word in words.split()]
    padded = " " + appearances.c.words + " "
    by_words = [and_(*(padded.contains(part, autoescape=True) for part in parted))] if parted else []
    for condition in (*(exact if words else exact[:1]), *by_words):
        ids = select(name_forms.c.entity).join(appearances, appearances.c.form == name_forms.c.number)
        if condition is exact[0]:
            if not called.strip().startswith("w") or not set(called.strip()[1:]) <= set("0123456789abcdef"):
                continue
            query = _counted(condition)
        else:
            query = _counted(entities.c.id.in_(ids.where(condition)))
        if kind is not None:
            query = query.where(entities.c.kind == kind)
        found = [_entity(row) for row in connection.execute(query)]
        if found:
            return sorted(found, key=lambda one: (-one.reports, one.name, one.id))
    return []


def aliases(connection: Connection, entity: str) -> tuple[Alias, ...]:
    """All names somebody goes by, those of most reports first."""
    query = (
        select(
            name_forms.c.key,
            name_forms.c.score,
            name_forms.c.reasons,
            appearances.c.name,
            appearances.c.by_office,
            func.count().label("times"),
        )
        .join(appearances, appearances.c.form == name_forms.c.number)
        .where(name_forms.c.entity == entity)
        .group_by(name_forms.c.number, appearances.c.name, appearances.c.by_office)
    )
    found = [
        Alias(
            row.name,
            form_of_key(row.key).party or None,
            row.times,
            row.score,
            _why(row.key, row.name, row.by_office, tuple(row.reasons)),
            row.by_office,
        )
        for row in connection.execute(query)
    ]
    return tuple(sorted(found, key=lambda one: (-one.reports, one.name, one.party or "")))


def _why(key: str, name: str, by_office: bool, reasons: tuple[str, ...]) -> tuple[str, ...]:
    """Why a name is held for somebody's: as it was linked, else as the vocabulary knows it."""
    if by_office:
        return reasons or ("who held the office then",)
    form = form_of_key(key)
    known = naming(name)
    if form.kind is FormKind.PERSON or known is None or folded(known.party) == folded(name):
        return reasons
    return (*reasons, _BY_FORM[known.form].format(party=known.party))


def roles(connection: Connection, entity: str) -> tuple[Role, ...]:
    """What reports call somebody, in the order they began to."""
    query = (
        select(
            findings.c.role,
            findings.c.party,
            func.min(func.nullif(readings.c.published, "")).label("first"),
            func.max(func.nullif(readings.c.published, "")).label("last"),
            func.count(readings.c.report.distinct()).label("times"),
        )
        .join(readings, readings.c.number == findings.c.reading)
        .join(
            appearances, (appearances.c.report == readings.c.report) & (appearances.c.name == findings.c.name)
        )
        .join(name_forms, name_forms.c.number == appearances.c.form)
        .where(
            name_forms.c.entity == entity,
            readings.c.current,
            findings.c.type == "mention",
            findings.c.role.is_not(None),
            NOT_REJECTED,
        )
        .group_by(findings.c.role, findings.c.party)
    )
    found = [Role(row.role, row.party, row.first, row.last, row.times) for row in connection.execute(query)]
    return tuple(sorted(found, key=lambda one: (one.first or "9", one.last or "9", one.role)))


def appearing_in(connection: Connection, entity: str) -> dict[str, frozenset[str]]:
    """The reports that name somebody, each with the names it uses."""
    query = (
        select(appearances.c.report, appearances.c.name)
        .join(name_forms, name_forms.c.number == appearances.c.form)
        .where(name_forms.c.entity == entity)
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(query):
        found[row.report].add(row.name)
    return {report: frozenset(names) for report, names in found.items()}


def latest_appearances(connection: Connection, entity: str, most: int) -> dict[str, frozenset[str]]:
    """The reports of the latest days that name somebody, each with the names it uses."""
    own = select(name_forms.c.number).where(name_forms.c.entity == entity)
    query = (
        select(appearances.c.report)
        .join(readings, (readings.c.report == appearances.c.report) & readings.c.current)
        .where(appearances.c.form.in_(own))
        .order_by(SHOWN_BY.desc(), readings.c.number.desc())
        .limit(most)
    )
    latest = list(dict.fromkeys(connection.scalars(query)))
    found: dict[str, set[str]] = defaultdict(set)
    for batch in batches(latest):
        named = select(appearances.c.report, appearances.c.name)
        for row in connection.execute(
            named.where(appearances.c.report.in_(batch), appearances.c.form.in_(own))
        ):
            found[row.report].add(row.name)
    return {report: frozenset(found[report]) for report in latest}


def names_of(connection: Connection, entity: str) -> frozenset[str]:
    """All names that reports use of somebody."""
    query = (
        select(appearances.c.name)
        .join(name_forms, name_forms.c.number == appearances.c.form)
        .where(name_forms.c.entity == entity)
        .distinct()
    )
    return frozenset(connection.scalars(query))


def entity_ids(connection: Connection, reports: Iterable[str]) -> dict[tuple[str, str], Entity]:
    """Who is meant by each name in some reports; a capital that speaks is its government."""
    found: dict[tuple[str, str], Entity] = {}
    for batch in batches(reports):
        query = (
            select(entities, appearances.c.report, appearances.c.name.label("written"))
            .join(name_forms, name_forms.c.entity == entities.c.id)
            .join(appearances, appearances.c.form == name_forms.c.number)
            .where(appearances.c.report.in_(batch))
        )
        for row in connection.execute(query):
            place = row.report, row.written
            if place not in found or row.kind != FormKind.PLACE.value:
                found[place] = Entity(row.id, row.kind, row.name, row.party or None, 0, 0)
    return found


def suggestions(connection: Connection) -> list[IdentitySuggestion]:
    """Names that may be one's, the likeliest first."""
    rows = connection.execute(select(identity_suggestions)).all()
    spelt = _spellings(connection, {key for row in rows for key in (row.first, row.second)})
    found = []
    for row in rows:
        first, second = form_of_key(row.first), form_of_key(row.second)
        found.append(
            IdentitySuggestion(
                spelt.get(row.first, first.name),
                spelt.get(row.second, second.name),
                first.kind.value,
                first.party or None,
                second.party or None,
                row.score,
                tuple(row.reasons),
            )
        )
    return sorted(found, key=lambda one: (-one.score, one.first, one.second))


def _spellings(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """How forms are written most often."""
    counted: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for batch in batches(sorted(keys)):
        query = (
            select(name_forms.c.key, form_features.c.feature, form_features.c.times)
            .join(form_features, form_features.c.form == name_forms.c.number)
            .where(name_forms.c.key.in_(batch), form_features.c.feature.startswith("spelling:"))
        )
        for row in connection.execute(query):
            counted[row.key].append((-row.times, row.feature.partition(":")[2]))
    return {key: min(several)[1] for key, several in counted.items()}
