"""The ruling that "undo" takes back."""

from __future__ import annotations

from parley.desk.view import Asked
from parley.views.rulings import RulingLine, rulings


def last_ruling(asked: Asked) -> RulingLine | None:
    """The last ruling in force that can be undone, if the visitor may rule."""
    if "rule" not in asked.visit.may:
        return None
    listed = asked.store.here("rulings", rulings)
    return next((one for one in reversed(listed) if one.standing == "in force" and one.kind != "undo"), None)
