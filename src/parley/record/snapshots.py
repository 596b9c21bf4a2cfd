"""What is derived, whole, to hold one record against another: by tests, and by the bench of faults."""

from __future__ import annotations

from sqlalchemy import Connection, select

from parley.record.identity_tables import entities, form_features, identity_suggestions, name_forms


def who_is_who(connection: Connection) -> tuple[object, ...]:
    """All of who is who, in a form that does not depend on the order reports came in."""
    forms = connection.execute(
        select(name_forms.c.key, name_forms.c.entity, name_forms.c.score, name_forms.c.reasons)
    ).all()
    known = connection.execute(select(entities)).all()
    features = connection.execute(
        select(name_forms.c.key, form_features.c.feature, form_features.c.times).join(
            form_features, form_features.c.form == name_forms.c.number
        )
    ).all()
    suggested = connection.execute(select(identity_suggestions)).all()
    return tuple(
        sorted(map(str, rows))
        for rows in (map(tuple, forms), map(tuple, known), map(tuple, features), map(tuple, suggested))
    )
