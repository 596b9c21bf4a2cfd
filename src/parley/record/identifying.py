"""Keeping who is who: what one report adds or takes away, and the blocks of names this touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, select, text, tuple_

from parley.identity.appearing import Appearance
from parley.identity.appearing import appearances as appearing
from parley.identity.forms import Form, form_of_key
from parley.identity.names import folded
from parley.model.findings import Statement
from parley.model.rulings import Ruling, RulingKind
from parley.record.attaching import HOLDS, office_block
from parley.record.entity_rows import drop_entities
from parley.record.identity_tables import appearances, form_features, identified, name_forms
from parley.record.linking import bucket, relink
from parley.record.loading import FINDING_COLUMNS, as_finding, batches
from parley.record.ruling import all_rulings
from parley.record.schema import NOT_REJECTED, findings, readings

if TYPE_CHECKING:
    from parley.record.database import AnyRow

SCHEME = "parley-identity-4"
"""Names the way names are brought into forms and linked; changed whenever that is."""

IN_REPORTS = "reports"
"""The feature that counts in how many reports a form stands."""

_NAMING = ("mention", "statement", "encounter", "position", "commitment")
_SET = text(
    "INSERT INTO form_features (form, feature, times) VALUES (:form, :feature, :times)"
    " ON CONFLICT (form, feature) DO UPDATE SET times = excluded.times"
)

Counts = Counter[tuple[int, str]]
"""How often a feature of a form is said, by the form's number and the feature."""


def take_in(connection: Connection, report: str) -> None:
    """Bring who is who up to date with the current reading of a report.

    Args:
        connection: inside a transaction that may write.
        report: the report's whole id.
    """
    current = connection.execute(
        select(readings.c.number, readings.c.published).where(readings.c.report == report, readings.c.current)
    ).first()
    ruled = all_rulings(connection, (RulingKind.MERGE, RulingKind.SPLIT))
    found = _found(connection, report, current, ruled)
    _mark(connection, report, current)
    before = _kept(connection, report)
    if sorted(map(_content, before)) == sorted(_content_of(one) for one in found):
        return
    tied = _tied(connection, {row.form for row in before})
    numbers, new = _forms(connection, found)
    connection.execute(delete(appearances).where(appearances.c.report == report))
    _write(connection, report, numbers, found)
    touched = {row.form: row.key for row in before} | {numbers[one.form.key]: one.form.key for one in found}
    changed, offices = _count(connection, before, [(numbers[one.form.key], one) for one in found])
    gone = _drop_unused(connection, set(touched) - set(numbers.values()))
    blocks = {form_of_key(touched[number]).block for number in changed | gone | new}
    relink(connection, blocks | offices | tied, ruled)


def link_names(connection: Connection, names: Iterable[str]) -> None:
    """Say anew who some names are, after rulings on them.

    Args:
        connection: inside a transaction that may write.
        names: as rulings have them.
    """
    blocks: set[str] = set()
    for batch in batches(sorted({folded(name) for name in names})):
        query = (
            select(name_forms.c.block)
            .join(appearances, appearances.c.form == name_forms.c.number)
            .where(appearances.c.words.in_(batch))
        )
        blocks.update(connection.scalars(query))
    relink(connection, blocks, all_rulings(connection, (RulingKind.MERGE, RulingKind.SPLIT)))


def _found(
    connection: Connection, report: str, current: AnyRow | None, ruled: Sequence[Ruling]
) -> tuple[Appearance, ...]:
    """Who and what the current reading of a report names."""
    if current is None:
        return ()
    rows = connection.execute(
        select(*FINDING_COLUMNS)
        .where(findings.c.reading == current.number, findings.c.type.in_(_NAMING), NOT_REJECTED)
        .order_by(findings.c.position)
    ).all()
    read = [as_finding(row) for row in rows]
    given = (
        finding.source.name
        for row, finding in zip(rows, read, strict=True)
        if row.ruled is not None and isinstance(finding, Statement) and finding.source is not None
    )
    return appearing(read, current.published or None, _apart(report, ruled), frozenset(given))


def _apart(report: str, ruled: Iterable[Ruling]) -> dict[str, str]:
    """Names that in this report are somebody else's, with the ruling that says so."""
    return {
        folded(str(thing["name"])): ruling.id
        for ruling in ruled
        if report in ruling.target.get("reports", ())
        for thing in ruling.target["things"]
        if "name" in thing
    }


def _mark(connection: Connection, report: str, current: AnyRow | None) -> None:
    connection.execute(delete(identified).where(identified.c.report == report))
    if current is not None:
        row = {"report": report, "reading": current.number, "scheme": SCHEME}
        connection.execute(insert(identified), row)


def _kept(connection: Connection, report: str) -> Sequence[AnyRow]:
    """What a report was known to name."""
    return connection.execute(
        select(appearances, name_forms.c.key)
        .join(name_forms, name_forms.c.number == appearances.c.form)
        .where(appearances.c.report == report)
    ).all()


def _tied(connection: Connection, forms: Iterable[int]) -> set[str]:
    """The blocks of all that are held for one with some forms: a ruling may tie them by a name that goes."""
    blocks: set[str] = set()
    for batch in batches(sorted(forms)):
        whose = select(name_forms.c.entity).where(name_forms.c.number.in_(batch))
        blocks.update(connection.scalars(select(name_forms.c.block).where(name_forms.c.entity.in_(whose))))
    return blocks


def _content(row: AnyRow) -> tuple[object, ...]:
    return row.key, row.name, row.said, row.by_office, tuple(row.features)


def _content_of(one: Appearance) -> tuple[object, ...]:
    return one.form.key, one.name, one.said, one.by_office, tuple(sorted(one.features))


def _forms(connection: Connection, found: Iterable[Appearance]) -> tuple[dict[str, int], set[int]]:
    """The numbers of all forms of a report by their keys, and those of new ones."""
    forms: dict[str, Form] = {one.form.key: one.form for one in found}
    numbers: dict[str, int] = {}
    for batch in batches(forms):
        query = select(name_forms.c.key, name_forms.c.number).where(name_forms.c.key.in_(batch))
        numbers.update({row.key: row.number for row in connection.execute(query)})
    new = sorted(forms.keys() - numbers.keys())
    rows = [{"key": key, "block": forms[key].block, "kind": forms[key].kind.value} for key in new]
    if rows:
        returned = insert(name_forms).returning(name_forms.c.number, sort_by_parameter_order=True)
        numbers.update(zip(new, connection.scalars(returned, rows), strict=True))
    return numbers, {numbers[key] for key in new}


def _write(connection: Connection, report: str, numbers: dict[str, int], found: Iterable[Appearance]) -> None:
    rows = [
        {
            "report": report,
            "form": numbers[one.form.key],
            "name": one.name,
            "words": folded(one.name),
            "features": sorted(one.features),
            "said": one.said,
            "by_office": one.by_office,
        }
        for one in found
    ]
    if rows:
        connection.execute(insert(appearances), rows)


def _count(
    connection: Connection, before: Iterable[AnyRow], found: Iterable[tuple[int, Appearance]]
) -> tuple[set[int], set[str]]:
    """Count features anew.

    Returns:
        The forms of which one is said clearly more or less often than before, and the blocks of offices of
        which somebody is said to be the holder, or no longer.
    """
    change: Counts = Counter()
    change.update(_features((number, one.features) for number, one in found))
    change.subtract(_features((row.form, row.features) for row in before))
    pairs = [pair for pair, by in change.items() if by]
    counts: Counts = Counter()
    for batch in batches(pairs):
        place = tuple_(form_features.c.form, form_features.c.feature)
        for row in connection.execute(select(form_features).where(place.in_(batch))):
            counts[row.form, row.feature] = row.times
    new = {pair: counts[pair] + change[pair] for pair in pairs}
    kept = [{"form": pair[0], "feature": pair[1], "times": count} for pair, count in new.items() if count > 0]
    if kept:
        connection.execute(_SET, kept)
    for batch in batches(pair for pair, count in new.items() if count <= 0):
        place = tuple_(form_features.c.form, form_features.c.feature)
        connection.execute(delete(form_features).where(place.in_(batch)))
    clearly = [pair for pair, count in new.items() if bucket(count) != bucket(counts[pair])]
    offices = {office_block(feature) for _, feature in clearly if feature.startswith(HOLDS)}
    return {number for number, _ in clearly}, offices


def _features(pairs: Iterable[tuple[int, Iterable[str]]]) -> set[tuple[int, str]]:
    """Each feature a report says of each form, once."""
    found: set[tuple[int, str]] = set()
    for number, features in pairs:
        found.add((number, IN_REPORTS))
        found.update((number, feature) for feature in features)
    return found


def _drop_unused(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Take away forms that no report has any more; gives those that went."""
    gone = set()
    whose: set[str] = set()
    for number in sorted(numbers):
        used = select(appearances.c.form).where(appearances.c.form == number).limit(1)
        if connection.scalar(used) is None:
            connection.execute(
                name_forms.update().where(name_forms.c.refers_to == number).values(refers_to=None)
            )
            connection.execute(delete(form_features).where(form_features.c.form == number))
            dropped = delete(name_forms).where(name_forms.c.number == number).returning(name_forms.c.entity)
            whose.update(connection.scalars(dropped))
            gone.add(number)
    drop_entities(connection, whose)
    return gone
