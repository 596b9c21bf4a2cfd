"""One cell of the board through time, with the words of every stance."""

from __future__ import annotations

from typing import Any

from parley.desk.quoting import quotes, teller
from parley.desk.screens.board_parts import board_of
from parley.desk.showing import stance
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.views.board import Cell, Stand

_ON_PAGE = 30
"""Stances; the first part has the latest."""
_MOST_QUOTES = 5

_FIELDS = (
    Field("party", "string", "The side."),
    Field("topic", "string", "The issue, or what the stance is on."),
    Field("holder", "string", "“self” or “ascribed”."),
    Field("ascribed_by", "string", "Who says so when ascribed, else null."),
    Field("stance", "string", "The stance, no stronger than the words."),
    Field("on", "strings", "What it is on, in the reports' words."),
    Field("conditions", "strings", "Its conditions, in the reports' words."),
    Field("as_of", "string", "EDTF date of its latest telling, or null."),
    Field(
        "dated_by", "string", "“as_of” where the report dates it, “published” where only the report is dated."
    ),
    Field("latest", "boolean", "Whether no later stance of the party's own is known."),
    Field("reports", "strings", "Ids of the reports that tell of it."),
    Field("findings", "strings", "Ids of the findings."),
    Field("words", "strings", "The words it rests on, one for each finding."),
)


def _answer(asked: Asked) -> Answer:
    """The stances of a cell from the oldest to the newest, part by part; what others say stands apart."""
    party, topic = asked.get("party") or "", asked.get("topic") or ""
    cell = board_of(asked, None, party, topic).cell(party, topic)
    if cell is None:
        nothing = {"own": [], "ascribed": [], "party": party, "topic": topic, "part": 1, "parts_count": 1}
        return Answer((), shown=nothing)
    part = asked.number("part", 1)
    every = (*cell.own, *cell.ascribed)
    here = every[(part - 1) * _ON_PAGE : part * _ON_PAGE]
    rows: list[dict[str, Any]] = []
    own: list[dict[str, Any]] = []
    ascribed: list[dict[str, Any]] = []
    for stand in here[::-1]:
        words = quotes(asked.store, stand.findings[:_MOST_QUOTES])
        shown = {"stand": stand, "words": stance(stand.stance), "teller": teller(stand.ascribed_by)}
        copies = len(stand.reports) - stand.sources
        shown |= {"quotes": words, "latest": stand in cell.latest, "sources": stand.sources, "copies": copies}
        (own if stand.ascribed_by is None else ascribed).append(shown)
        rows.append(_row(cell, stand, [one.words for one in words]))
    shown_all = {"own": own, "ascribed": ascribed, "party": party, "topic": topic, "part": part}
    shown_all["parts_count"] = max(1, -(-len(every) // _ON_PAGE))
    title = f"{party} on {topic}"
    return Answer(rows, total=len(every), anything=True, shown=shown_all, title=title)


def _row(cell: Cell, stand: Stand, words: list[str]) -> dict[str, Any]:
    return {
        "party": cell.party,
        "topic": cell.topic,
        "holder": "self" if stand.ascribed_by is None else "ascribed",
        "ascribed_by": stand.ascribed_by,
        "stance": str(stand.stance),
        "on": list(stand.on),
        "conditions": list(stand.conditions),
        "as_of": stand.day,
        "dated_by": stand.day_from,
        "latest": stand in cell.latest,
        "reports": list(stand.reports),
        "findings": list(stand.findings),
        "words": words,
    }


CELL = View(
    "cell",
    "/board/cell",
    "Through time",
    "Every stance of one side on one issue, oldest first, with the words it rests on.",
    _FIELDS,
    _answer,
    (
        Parameter("party", "Party", "The party, as the board names it.", hidden=True),
        Parameter("topic", "Issue", "The column, as the board names it.", hidden=True),
        Parameter("part", "Part", "Which part of the stances, the latest first.", Kind.NUMBER, hidden=True),
    ),
)
