"""Rows of `entities`: what they are called, and when they go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, delete, select

from parley.record.identity_tables import entities, name_forms
from parley.record.loading import batches

ENTITY_LETTER = "w"
"""First letter of the id of a person, body or place."""


def entity_id(key: str) -> str:
    """The id of whoever the form with this key stands first for."""
    return ENTITY_LETTER + hashlib.sha256(f"parley-entity-1|{key}".encode()).hexdigest()[:16]


def drop_entities(connection: Connection, candidates: Iterable[str]) -> None:
    """Take away those that no form stands for any more."""
    for batch in batches(sorted(candidates)):
        used = set(connection.scalars(select(name_forms.c.entity).where(name_forms.c.entity.in_(batch))))
        unused = [identifier for identifier in batch if identifier not in used]
        if unused:
            connection.execute(delete(entities).where(entities.c.id.in_(unused)))
