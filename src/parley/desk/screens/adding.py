"""Adding reports: a file dropped or a text pasted, and how far each has come."""

from __future__ import annotations

from parley.desk.taking_in import Input, Stage
from parley.desk.view import Answer, Asked, Field, View

_FIELDS = (
    Field("number", "integer", "In the order they came."),
    Field("name", "string", "The file's name, or the beginning of the text."),
    Field("stage", "string", "waiting, opening, reading, kept, known before, or not readable."),
    Field("reports", "strings", "Ids of the reports it held."),
    Field("findings", "integer", "How many findings they have."),
    Field("reason", "string", "Why it, or a part of it, could not be read; else null."),
)


def _answer(asked: Asked) -> Answer:
    """What came to this desk since it was started, the latest first."""
    inputs = asked.store.taking_in.inputs
    counts = {stage.value: sum(one.stage is stage for one in inputs) for stage in Stage}
    waiting = asked.store.unread
    shown = {
        "inputs": inputs,
        "counts": counts,
        "waiting": waiting,
        "done": len(inputs) - waiting,
        "stages": [stage.value for stage in Stage],
    }
    return Answer([_row(one) for one in inputs], shown=shown)


def _row(one: Input) -> dict[str, object]:
    return {
        "number": one.number,
        "name": one.name,
        "stage": one.stage.value,
        "reports": list(one.reports),
        "findings": one.findings,
        "reason": one.reason,
    }


ADDING = View(
    "adding",
    "/add",
    "Add reports",
    "Drop files or paste a text; what is read can be looked at while the rest is still being read.",
    _FIELDS,
    _answer,
)
