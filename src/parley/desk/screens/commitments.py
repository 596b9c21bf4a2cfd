"""The ledger of commitments: who will do what, if what, and who is waiting for whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from parley.desk.drawing.graph import graph
from parley.desk.families import Asking, Families, counted_voices, voices
from parley.desk.narrowing import CHECKED, OUTLET, has_words, is_checked, is_told_by, of_outlet
from parley.desk.quoting import Quote, quotes, teller
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record import Record
from parley.record.names import searchable
from parley.views.commitments import STATUSES, CommitmentLine, commitments
from parley.views.waiting import Waiting, waiting

_ON_PAGE = 40
_MOST_QUOTES = 2
_LOOKED_AT, _WAITS_LOOKED_AT = 2_000, 400
"""How many commitments of a large record are looked at when a filter needs more than its indexes."""

_FIELDS = (
    Field("party", "string", "Who commits itself."),
    Field("act", "string", "To what, as the latest report words it."),
    Field("conditions", "strings", "If, unless or until what, as the reports word it."),
    Field("awaits", "strings", "Whose acts the conditions name: for whom it is waiting."),
    Field("status", "string", "By the latest report: offered, accepted, met, withdrawn or breach_alleged."),
    Field("claimed_by", "string", "Who says so, where it is not the party itself; else null."),
    Field("as_of", "string", "EDTF date of the latest telling, or null."),
    Field("issue", "string", "The issue family, or null."),
    Field("history", "strings", "Each telling's status with its date, oldest first."),
    Field("checked", "string", "machine, confirmed or corrected: whether a person looked at it."),
    Field("findings", "strings", "Ids of the findings, the one that gives the status first."),
    Field("reports", "strings", "Ids of the reports, the latest first."),
    Field("sources", "integer", "How many independent sources these are."),
)
_PARAMETERS = (
    Parameter("party", "Party", "Words of the party's name."),
    Parameter("awaits", "Waits for", "Words of the name of whoever is waited for."),
    Parameter("as_of", "As of", "Leaves out what is told of later days.", Kind.DATE),
    Parameter("status", "Status", "In this status only.", Kind.CHOICE, STATUSES),
    OUTLET,
    CHECKED,
    Parameter("part", "Part", "Which part of the list.", Kind.NUMBER, hidden=True),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which commitments the record is asked for.

    Attributes:
        as_of: EDTF date, or None.
        party: words of the party's name, or None.
        status: one of `STATUSES`, or None.
        limit: at most so many, the latest; None: all.
    """

    as_of: str | None = None
    party: str | None = None
    status: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A commitment on the page."""

    commitment: CommitmentLine
    quotes: tuple[Quote, ...]
    teller: str | None
    sources: int
    copies: int

    @property
    def steps(self) -> list[tuple[str, str | None]]:
        """Each status with the day it was first told of, oldest first."""
        found: list[tuple[str, str | None]] = []
        for one in self.commitment.history:
            if not found or found[-1][0] != one.status:
                found.append((one.status, one.day))
        return found


def _answer(asked: Asked) -> Answer:
    """The commitments asked for, those that wait first."""
    wanted = _wanted(asked)
    every = asked.store.kept(("commitments", wanted), partial(found_commitments, wanted=wanted))
    outlet = of_outlet(asked)
    found = [one for one in every if _is_wanted(one, asked, outlet)] if _narrowed(asked) else every
    part = asked.number("part", 1)
    shown_lines = found[(part - 1) * _ON_PAGE : part * _ON_PAGE]
    known = voices(asked.store, (report for one in shown_lines for report in one.reports))
    here = [_line(asked, one, known) for one in shown_lines]
    limit = _WAITS_LOOKED_AT if asked.store.large else None
    waits = asked.store.kept(("waiting", wanted.as_of), partial(waiting, as_of=wanted.as_of, limit=limit))
    pairs = _pairs(waits, asked)
    shown = {
        "lines": here,
        "graph": graph(pairs),
        "pairs": _counted(pairs),
        "deadlocks": waits.deadlocks,
        "part": part,
        "parts_count": max(1, -(-len(found) // _ON_PAGE)),
    }
    return Answer([_row(one) for one in here], total=len(found), anything=bool(every), shown=shown)


def _wanted(asked: Asked) -> Wanted:
    """What the record is asked: all of a small one, of a large one as much as somebody looks through."""
    as_of, party, status = asked.get("as_of"), asked.get("party"), asked.get("status")
    if not asked.store.large:
        return Wanted(as_of)
    beyond = any(asked.get(name) for name in ("awaits", "outlet", "checked"))
    most = max(_LOOKED_AT if beyond else 0, (asked.number("part", 1) + 1) * _ON_PAGE)
    return Wanted(as_of, party if searchable(party or "").strip() else None, status, most)


def found_commitments(record: Record, wanted: Wanted) -> list[CommitmentLine]:
    """The commitments wanted, those that wait first."""
    found = commitments(record, wanted.as_of, party=wanted.party, status=wanted.status, limit=wanted.limit)
    return sorted(found, key=_waits_first)


def _waits_first(one: CommitmentLine) -> bool:
    return not (one.open and one.awaits)


def _pairs(waits: Waiting, asked: Asked) -> list[tuple[str, str]]:
    """Who waits for whom, once for each deed that would be unlocked."""
    found = []
    for wait in waits.waits:
        behind, ahead = waits.deeds[wait.deed].party, waits.deeds[wait.awaits].party
        if wait.effect != "unlocks" or not behind or not ahead or behind == ahead:
            continue
        if has_words(behind, asked.get("party")) and has_words(ahead, asked.get("awaits")):
            found.append((behind, ahead))
    return found


def _narrowed(asked: Asked) -> bool:
    return any(asked.get(name) for name in ("party", "awaits", "status", "outlet", "checked"))


def _is_wanted(one: CommitmentLine, asked: Asked, outlet: frozenset[str] | None) -> bool:
    awaits = asked.get("awaits")
    return (
        has_words(one.party, asked.get("party"))
        and (not awaits or any(has_words(name, awaits) for name in one.awaits))
        and asked.get("status") in (None, one.status)
        and is_checked(asked, one.checked.value)
        and is_told_by(one.reports, outlet)
    )


def _line(asked: Asked, one: CommitmentLine, known: Families | Asking) -> Line:
    counts = counted_voices(known, one.reports)
    words = quotes(asked.store, one.findings[:_MOST_QUOTES])
    return Line(one, words, teller(one.claimed_by), counts["sources"], counts["copies"])


def _counted(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str, int, bool]]:
    """Each pair once, with how many commitments it stands for, and whether the other waits too."""
    counts: dict[tuple[str, str], int] = {}
    for pair in pairs:
        counts[pair] = counts.get(pair, 0) + 1
    listed = [(one, other, number, (other, one) in counts) for (one, other), number in counts.items()]
    return sorted(listed, key=lambda item: (-item[2], item[0], item[1]))


def _row(line: Line) -> dict[str, Any]:
    one = line.commitment
    return {
        "party": one.party,
        "act": one.act,
        "conditions": list(one.conditions),
        "awaits": list(one.awaits),
        "status": one.status,
        "claimed_by": one.claimed_by,
        "as_of": one.day,
        "issue": one.issue,
        "history": [f"{telling.status} {telling.day or 'undated'}" for telling in one.history],
        "checked": one.checked.value,
        "findings": list(one.findings),
        "reports": list(one.reports),
        "sources": line.sources,
    }


COMMITMENTS = View(
    "commitments",
    "/commitments",
    "Commitments",
    "Who will do what, if, unless or until what; what became of it; and who is waiting for whom.",
    _FIELDS,
    _answer,
    _PARAMETERS,
)
