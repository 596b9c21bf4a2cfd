"""The board: where each side stands on each issue, and what changed between two dates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from parley.desk.families import told, voices
from parley.desk.quoting import teller
from parley.desk.showing import stance
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.desk.wording import Worded, worded
from parley.record import Record
from parley.record.names import searchable
from parley.views.board import Board, Cell, Stand, board
from parley.views.changes import contradict, step

CHANGES = ("new", "hardened", "softened", "changed", "withdrawn", "same")
_MOST_PARTIES, _MOST_TOPICS = 30, 16
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
    Field("reports", "strings", "Ids of the reports that tell of it, the latest first."),
    Field("sources", "integer", "How many independent sources these are, copies folded."),
    Field("findings", "strings", "Ids of the findings, the latest first."),
)
_PARAMETERS = (
    Parameter("as_of", "As of", "Leaves out what is later than this date.", Kind.DATE),
    Parameter("against", "Compared with", "An earlier date; says what changed since.", Kind.DATE),
    Parameter("party", "Party", "Words of the party's name, in any order."),
    Parameter("issue", "Issue", "Words of the issue, in any order."),
    Parameter("part", "Part", "Which part of the parties, thirty each.", Kind.NUMBER, hidden=True),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A stance in a cell of the page.

    Attributes:
        stand: the stance.
        words: the stance as people say it.
        teller: who says so, where it is not the party.
        change: against the earlier date, or None.
        sources: independent sources.
        copies: reports beyond those.
        conflict: whether another own stance of the same cell and day says otherwise.
        altered: whether only a machine's rewording tells of it.
    """

    stand: Stand
    words: str
    teller: str | None
    change: str | None
    sources: int
    copies: int
    conflict: bool
    altered: bool = False


def _answer(asked: Asked) -> Answer:
    """The board as it was on a day, laid out for the page and row by row for the twins."""
    found = _board(asked, asked.get("as_of"))
    against = asked.get("against")
    before = _board(asked, against) if against else None
    part = asked.number("part", 1)
    here = found.parties[(part - 1) * _MOST_PARTIES : part * _MOST_PARTIES]
    cells, rows, left_out = _cells_of(asked, found, frozenset(here), before)
    gone = _gone(found, before) if before else []
    rows += gone
    filled, families = {party for party, _ in cells}, {cell.issue for cell in found.cells}
    issues = [topic for topic in found.topics if topic in families]
    other = [_OTHER] if any(topic == _OTHER for _, topic in cells) else []
    shown = {
        "cells": cells,
        "other": _OTHER,
        "parties": [party for party in here if party in filled],
        "topics": [*issues[:_MOST_TOPICS], *other],
        "part": part,
        "parts_count": max(1, -(-len(found.parties) // _MOST_PARTIES)),
        "more_topics": max(0, len(issues) - _MOST_TOPICS),
        "gone": gone,
        "left_out": left_out,
    }
    anything = bool(found.cells) or bool(board_of(asked).cells)
    total = len(rows) if shown["parts_count"] == 1 else sum(map(_stances_of, found.cells))
    return Answer(rows, total=total, anything=anything, shown=shown)


Cells = dict[tuple[str, str], list[dict[str, Any]]]
"""What stands in each cell of the page, by party and column."""


def _cells_of(
    asked: Asked, found: Board, here: frozenset[str], before: Board | None
) -> tuple[Cells, list[dict[str, Any]], int]:
    """The cells of some parties, their rows, and how many stances only rewordings tell of."""
    known = voices(asked.store)
    cells: Cells = {}
    rows: list[dict[str, Any]] = []
    left_out = 0
    for cell in found.cells:
        if cell.party not in here:
            continue
        clean = [stand for stand in cell.latest if not known.only_altered(stand.reports)]
        others = [stand for stand in cell.ascribed if not known.only_altered(stand.reports)]
        left_out += _stances_of(cell) - len(clean) - len(others)
        if not clean and not others:
            continue
        own = [_shown(asked, cell, worded(asked.store, known, one), before) for one in clean]
        ascribed = [_shown(asked, cell, worded(asked.store, known, one), None) for one in others]
        matters = cells.setdefault((cell.party, cell.issue or _OTHER), [])
        matters.append({"cell": cell, "own": own, "ascribed": ascribed, "earlier": len(cell.earlier)})
        rows += [_row(cell, one) for one in (*own, *ascribed)]
    return cells, rows, left_out


def _stances_of(cell: Cell) -> int:
    return len(cell.latest) + len(cell.ascribed)


def board_of(asked: Asked, as_of: str | None = None) -> Board:
    """The whole board as of a day."""
    return asked.store.kept(("board", as_of), partial(board, as_of=as_of) if as_of else whole_board)


def whole_board(record: Record) -> Board:
    """The board of all there is."""
    return _whole_board(record, record.version())


@lru_cache(maxsize=1)
def _whole_board(record: Record, version: str) -> Board:
    """The same, kept until the version is another."""
    return board(record)


def _board(asked: Asked, as_of: str | None) -> Board:
    """The board as of a day, of the parties and issues asked for."""
    whole = board_of(asked, as_of)
    party, issue = _words(asked.get("party")), _words(asked.get("issue"))
    if not party and not issue:
        return whole
    cells = tuple(cell for cell in whole.cells if _has(cell.party, party) and _has(cell.topic, issue))
    names, topics = {cell.party for cell in cells}, {cell.topic for cell in cells}
    return Board(
        as_of,
        tuple(one for one in whole.parties if one in names),
        tuple(one for one in whole.topics if one in topics),
        cells,
    )


def _words(asked: str | None) -> list[str]:
    return searchable(asked or "").split()


def _has(name: str, words: list[str]) -> bool:
    return all(f" {word} " in searchable(name) for word in words)


def _shown(asked: Asked, cell: Cell, shown: Worded, before: Board | None) -> Shown:
    stand = shown.stand
    counts = told(asked.store, stand.reports)
    change = change_of(stand, before.cell(cell.party, cell.topic)) if before else None
    own = cell.latest
    same = [one.stance for one in own if _is_on_the_same(one, stand)]
    conflict = stand.ascribed_by is None and contradict(same)
    words = stance(stand.stance)
    return Shown(
        stand=stand,
        words=words,
        teller=teller(stand.ascribed_by),
        change=change,
        sources=counts["sources"],
        copies=counts["copies"],
        conflict=conflict,
        altered=shown.altered,
    )


def _is_on_the_same(one: Stand, other: Stand) -> bool:
    return bool({words.casefold() for words in one.on} & {words.casefold() for words in other.on})


def change_of(stand: Stand, before: Cell | None) -> str:
    """What became of a stance since an earlier cell: one of `CHANGES`."""
    known = before.own if before else ()
    if any(set(one.findings) >= set(stand.findings) for one in known):
        return "same"
    latest = before.latest if before else ()
    same = next((one for one in latest if _is_on_the_same(one, stand)), None)
    if same is None:
        return "new"
    kind = step(same.stance, same.conditions, stand.stance, stand.conditions)
    return kind.value if kind is not None else "same"


def _gone(found: Board, before: Board) -> list[dict[str, Any]]:
    """Cells that stood before and have nothing of their own now: the twin says so too."""
    gone = []
    for cell in before.cells:
        now = found.cell(cell.party, cell.topic)
        if cell.own and (now is None or not now.own):
            gone.append({**_row(cell, Shown(cell.own[0], "", None, "withdrawn", 0, 0, False))})
    return gone


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
