"""The board: where each side stands on each issue, and what changed between two dates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from parley.desk.families import voices
from parley.desk.narrowing import CHECKED, OUTLET, is_checked, is_told_by, of_outlet
from parley.desk.screens.board_parts import Matter, Shown, board_of, gone, shown_stand
from parley.desk.screens.brief_parts import MOST_PARTIES
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.desk.wording import worded
from parley.views.board import Board, Cell, Stand
from parley.views.brief import coverage

CHANGES = ("new", "hardened", "softened", "changed", "withdrawn", "same")
_MOST_TOPICS = 16
_MOST_IN_CELL, _MOST_OF_FEW = 3, 40
"""Stances shown of a cell; of the few parties somebody asks for, all that a page can bear."""
_OTHER = "other matters"
"""The column of what has no issue family."""

_FIELDS = (
    Field("party", "string", "The side whose row it is."),
    Field("topic", "string", "The column: the issue family, or what the stance is on where it has none."),
    Field("issue", "string", "The issue family, or null."),
    Field(
        "holder", "string", "“self” for the party's own stance, “ascribed” for what somebody else says of it."
    ),
    Field("ascribed_by", "string", "Who says so when ascribed; “reporter” for the report itself; else null."),
    Field("stance", "string", "The stance, no stronger than the words."),
    Field("on", "strings", "What it is on, each wording of the reports once."),
    Field("conditions", "strings", "Its conditions, as the reports word them."),
    Field("as_of", "string", "EDTF date of its latest telling, or null."),
    Field(
        "dated_by", "string", "“as_of” where the report dates it, “published” where only the report is dated."
    ),
    Field("change", "string", "Against the earlier date: new, hardened, softened, changed, withdrawn, same."),
    Field("before", "string", "The stance it was at the earlier date, where it changed; else null."),
    Field("checked", "string", "machine, confirmed or corrected: whether a person looked at the latest."),
    Field("reports", "strings", "Ids of the reports that tell of it, the latest first."),
    Field("sources", "integer", "How many independent sources these are, copies folded."),
    Field("findings", "strings", "Ids of the findings, the latest first."),
)
_PARAMETERS = (
    Parameter("as_of", "As of", "Leaves out what is later than this date.", Kind.DATE),
    Parameter("against", "Compared with", "An earlier date; says what changed since.", Kind.DATE),
    Parameter("party", "Party", "Words of the party's name, in any order."),
    Parameter("issue", "Issue", "Words of the issue, in any order."),
    OUTLET,
    CHECKED,
    Parameter("only", "Show", "Only what is not as it was at the earlier date.", Kind.CHOICE, ("changed",)),
    Parameter("part", "Part", "Which part of the parties, thirty each.", Kind.NUMBER, hidden=True),
)


Cells = dict[tuple[str, str], list[Matter]]
"""What stands in each cell of the page, by party and column."""


def _answer(asked: Asked) -> Answer:
    """The board as it was on a day, laid out for the page and row by row for the twins."""
    part = asked.number("part", 1)
    against, narrow = asked.get("against"), (asked.get("party"), asked.get("issue"))
    found = board_of(asked, asked.get("as_of"), *narrow, part)
    before = board_of(asked, against, *narrow, part) if against else None
    here = found.parties[(part - 1) * MOST_PARTIES : part * MOST_PARTIES]
    matters, left_out = _matters(asked, found, frozenset(here), before)
    lost = [_row(cell, one) for cell, one in gone(found, before)] if before else []
    rows = [_row(one.cell, shown) for one in matters for shown in (*one.own, *one.ascribed)]
    rows += lost
    cells: Cells = {}
    for one in matters:
        cells.setdefault((one.cell.party, one.cell.issue or _OTHER), []).append(one)
    filled = {party for party, _ in cells}
    issues = [topic for topic in found.topics if any((party, topic) in cells for party in here)]
    other = [_OTHER] if any(topic == _OTHER for _, topic in cells) else []
    last = asked.store.kept("extent", coverage).last
    shown = {
        "cells": cells,
        "other": _OTHER,
        "parties": [party for party in here if party in filled],
        "topics": [*issues[:_MOST_TOPICS], *other],
        "part": part,
        "parts_count": max(1, -(-len(found.parties) // MOST_PARTIES)),
        "more_topics": max(0, len(issues) - _MOST_TOPICS),
        "gone": lost,
        "left_out": left_out,
        "most": _MOST_OF_FEW if asked.get("party") else _MOST_IN_CELL,
        "week_before": (date.fromisoformat(last) - timedelta(days=7)).isoformat() if last else None,
    }
    anything = bool(rows) or bool(board_of(asked, None, None, None).cells)
    total = len(rows) if shown["parts_count"] == 1 else sum(map(_stances_of, found.cells))
    return Answer(rows, total=max(total, len(rows)), anything=anything, shown=shown)


def _matters(
    asked: Asked, found: Board, here: frozenset[str], before: Board | None
) -> tuple[list[Matter], int]:
    """What stands in the cells of some parties, and how many stances only rewordings tell of."""
    outlet = of_outlet(asked)
    cells = [cell for cell in found.cells if cell.party in here]
    told_by = (report for cell in cells for one in _shown_stands(cell) for report in one.reports)
    known = voices(asked.store, told_by)
    matters, left_out = [], 0
    for cell in cells:
        wanted = [
            one
            for one in _shown_stands(cell)
            if is_checked(asked, one.checked.value) and is_told_by(one.reports, outlet)
        ]
        clean = [worded(asked.store, known, one) for one in wanted if not known.only_altered(one.reports)]
        left_out += len(wanted) - len(clean)
        shown = [shown_stand(cell, one, before) for one in clean]
        if asked.get("only") and before is not None:
            shown = [one for one in shown if one.change not in (None, "same")]
        own = tuple(one for one in shown if one.teller is None)
        ascribed = tuple(one for one in shown if one.teller is not None)
        if own or ascribed:
            matters.append(Matter(cell, own, ascribed))
    return matters, left_out


def _shown_stands(cell: Cell) -> tuple[Stand, ...]:
    return (*cell.latest, *cell.ascribed)


def _stances_of(cell: Cell) -> int:
    return len(cell.latest) + len(cell.ascribed)


def _row(cell: Cell, one: Shown) -> dict[str, Any]:
    stand = one.stand
    return {
        "party": cell.party,
        "topic": cell.topic,
        "issue": cell.issue,
        "holder": "self" if stand.ascribed_by is None else "ascribed",
        "ascribed_by": stand.ascribed_by,
        "stance": str(stand.stance),
        "on": list(stand.on),
        "conditions": list(stand.conditions),
        "as_of": stand.day,
        "dated_by": stand.day_from,
        "change": one.change,
        "before": str(one.was.stance) if one.was else None,
        "checked": stand.checked.value,
        "reports": list(stand.reports),
        "sources": one.sources,
        "findings": list(stand.findings),
    }


BOARD = View(
    "board",
    "/board",
    "Board",
    "Where each side stands on each issue by its own words, and apart from that what others say of it.",
    _FIELDS,
    _answer,
    _PARAMETERS,
)
