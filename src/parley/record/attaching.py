"""Whom offices mean that reports name without a name, as far as the record's own reports know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, select, update

from parley.identity.forms import FormKind, form_of_key
from parley.identity.offices import bearer
from parley.record.entity_rows import drop_entities, entity_id
from parley.record.histories.following import Moved
from parley.record.identity_tables import entities, form_features, name_forms

if TYPE_CHECKING:
    from parley.record.database import AnyRow

HOLDS = "holds:"
"""Begins a feature that says which office a form's bearer holds, and when."""


def office_block(feature: str) -> str:
    """The block of the office a feature says somebody holds: "holds:president|Valborg|2025-03"."""
    return f"{FormKind.OFFICE.value}|{feature[len(HOLDS) :].rpartition('|')[0]}"


def attach_offices(connection: Connection, blocks: Iterable[str]) -> list[Moved]:
    """Say whom offices mean that reports name without a name, as far as the record's reports know.

    Returns:
        The forms whose bearer is another now.
    """
    moved = []
    for block in sorted(blocks):
        rows = connection.execute(select(name_forms).where(name_forms.c.block == block)).all()
        if not rows:
            continue
        held = _held(connection, block.partition("|")[2])
        for row in rows:
            bearer_now = _attach(connection, row, held)
            if bearer_now != row.entity:
                moved.append(Moved(row.number, row.entity, bearer_now))
    return moved


def _held(connection: Connection, office: str) -> dict[str, list[str]]:
    """Who holds an office by the record's reports: forms by key, each with the months it is said."""
    low = f"{HOLDS}{office}|"
    rows = connection.execute(
        select(name_forms.c.key, form_features.c.feature)
        .join(name_forms, name_forms.c.number == form_features.c.form)
        .where(
            form_features.c.feature >= HOLDS,
            form_features.c.feature < "holds;",
            form_features.c.feature >= low,
            form_features.c.feature < f"{HOLDS}{office}}}",
            name_forms.c.kind == FormKind.PERSON.value,
        )
    )
    held: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        held[row.key].append(row.feature[len(low) :])
    return held


def _attach(connection: Connection, row: AnyRow, held: dict[str, list[str]]) -> str:
    """Say whom one office means; the id of its bearer."""
    form = form_of_key(row.key)
    whom = bearer(form.apart, held, {key: form_of_key(key).block for key in held})
    old = row.entity
    target = None
    if whom is not None:
        query = select(name_forms.c.number, name_forms.c.entity).where(name_forms.c.key == whom)
        target = connection.execute(query).one()
    identifier = entity_id(row.key) if target is None else target.entity
    reasons = (
        [] if target is None else [f"{form.name} of {form.party} in {form.apart}, by the record's reports"]
    )
    connection.execute(
        update(name_forms)
        .where(name_forms.c.number == row.number)
        .values(
            refers_to=None if target is None else target.number,
            entity=identifier,
            score=1.0 if target is None else 0.85,
            reasons=reasons,
        )
    )
    if target is None:
        connection.execute(delete(entities).where(entities.c.id == identifier))
        name = f"{form.name} of {form.party}"
        named = {"id": identifier, "kind": FormKind.PERSON.value, "name": name, "party": form.party}
        connection.execute(insert(entities), named)
    drop_entities(connection, {old} - {None, identifier})
    return str(identifier)
