"""The log of what people decided, with a way back."""

from __future__ import annotations

from dataclasses import asdict

from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.model.rulings import RulingKind
from parley.views.rulings import rulings

_ON_PAGE = 100

_FIELDS = (
    Field("id", "string", "Id of the ruling."),
    Field("kind", "string", "What it does: confirm, reject, correct, merge, split, move or undo."),
    Field("standing", "string", "“in force”, “undone”, or “orphaned” where its words are no longer found."),
    Field("about", "string", "What it is about: a finding's words, names, the ruling undone."),
    Field("decided", "string", "What is to hold; empty where the kind says it all."),
    Field("by", "string", "Who decided."),
    Field("at", "string", "When, ISO 8601 in UTC."),
    Field("why", "string", "The reason, perhaps empty."),
    Field("finding", "string", "Id of the finding it holds for, or null."),
    Field("report", "string", "Id of that finding's report, or null."),
)
_PARAMETERS = (
    Parameter("kind", "Kind", "Rulings of this kind.", Kind.CHOICE, tuple(RulingKind)),
    Parameter("by", "By", "Signed with these words."),
    Parameter("part", "Part", "Which part of the list.", Kind.NUMBER, hidden=True),
)


def _answer(asked: Asked) -> Answer:
    """The rulings asked for, the latest first."""
    every = asked.store.here("rulings", rulings)[::-1]
    kind, by = asked.get("kind"), (asked.get("by") or "").casefold()
    found = [one for one in every if kind in (None, one.kind) and by in one.by.casefold()]
    part = asked.number("part", 1)
    here = found[(part - 1) * _ON_PAGE : part * _ON_PAGE]
    shown = {"lines": here, "part": part, "parts_count": max(1, -(-len(found) // _ON_PAGE))}
    return Answer([asdict(one) for one in here], total=len(found), anything=bool(every), shown=shown)


RULINGS = View(
    "rulings",
    "/rulings",
    "Rulings",
    "What people confirmed, rejected, corrected, merged and split, by whom and when; each can be undone.",
    _FIELDS,
    _answer,
    _PARAMETERS,
)
