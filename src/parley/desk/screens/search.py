"""Search: one box and its filters; every result is a sentence with its speaker."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from parley.copies.statements import FoldedStatement
from parley.desk.narrowing import CHECKED, OUTLET, has_words, is_checked
from parley.desk.quoting import Quote, quote
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.model import Speech
from parley.record import LedgerFilter, StoredFinding
from parley.views.folding import fold_found

_ON_PAGE = 30
_MOST = 3000
_LOOKED_AT, _MORE = 20_000, 8
"""Of how many statements the outlet is looked at; how many more each time too few of them fit."""

_FIELDS = (
    Field("id", "string", "Id of the statement."),
    Field("report", "string", "Id of its report."),
    Field("words", "string", "What is said, parts joined by “ … ”."),
    Field("speaker", "string", "Who says it, or null."),
    Field("role", "string", "The speaker's role, or null."),
    Field("speech", "string", "direct, mixed, indirect or withheld."),
    Field("said_on", "string", "EDTF date of the saying, or null."),
    Field("said_on_words", "string", "The report's own words for that date, with hour and zone, or null."),
    Field("published", "string", "EDTF date of the report, or null."),
    Field("outlet", "string", "Who published the report, or null."),
    Field("verbatim", "boolean", "Whether its quotation marks can be trusted."),
    Field("checked", "string", "machine, confirmed or corrected."),
    Field("sources", "integer", "How many independent sources of these results tell it."),
    Field("copies", "integer", "How many copies of these results tell it again."),
)
_PARAMETERS = (
    Parameter("q", "Words", "Words that all must be there; “quoted words” stand together."),
    Parameter("speaker", "Speaker", "Words of the speaker's name."),
    Parameter("party", "Party", "The party spoken for."),
    Parameter("since", "Since", "Said on this day or later.", Kind.DATE),
    Parameter("until", "Until", "Said on this day or earlier.", Kind.DATE),
    Parameter("speech", "How", "How it was said.", Kind.CHOICE, tuple(Speech)),
    OUTLET,
    CHECKED,
    Parameter("part", "Part", "Which part of the results.", Kind.NUMBER, hidden=True),
)


def _answer(asked: Asked) -> Answer:
    """The statements that answer, the latest first."""
    part = asked.number("part", 1)
    found = wanted_statements(asked, min(part * _ON_PAGE + 1, _MOST))
    told = fold_found(asked.store.record, found[(part - 1) * _ON_PAGE : part * _ON_PAGE])
    here = [(quote(one.shown), one.folded) for one in told]
    more = len(found) > part * _ON_PAGE
    shown = {"results": here, "part": part, "more": more}
    narrowed = any(asked.get(one.name) for one in _PARAMETERS if not one.hidden)
    anything = not here and narrowed and bool(asked.store.record.statements(LedgerFilter(limit=1)))
    total = (part - 1) * _ON_PAGE + len(here) + more
    return Answer([_row(one, folded) for one, folded in here], total=total, anything=anything, shown=shown)


def wanted_statements(asked: Asked, most: int) -> list[StoredFinding]:
    """The statements asked for, the latest first, at most so many."""
    speech = asked.get("speech")
    wanted = LedgerFilter(
        text=asked.get("q"),
        speaker=asked.get("speaker"),
        party=asked.get("party"),
        since=asked.get("since"),
        until=asked.get("until"),
        speech=Speech(speech) if speech else None,
        limit=most,
    )
    while True:
        looked_at = asked.store.record.statements(wanted)[::-1]
        fitting = [one for one in looked_at if _fits(asked, one)]
        enough = len(fitting) >= most or len(looked_at) < (wanted.limit or 0)
        if enough or (wanted.limit or 0) >= _LOOKED_AT:
            return fitting[:most]
        wanted = replace(wanted, limit=(wanted.limit or 1) * _MORE)


def _fits(asked: Asked, one: StoredFinding) -> bool:
    """What no index of the record tells: the outlet, and whether a person looked at it."""
    return is_checked(asked, one.checked.value) and has_words(one.report.outlet, asked.get("outlet"))


def _row(one: Quote, folded: FoldedStatement) -> dict[str, Any]:
    return {
        "id": one.id,
        "report": one.report,
        "words": one.words,
        "speaker": one.speaker,
        "role": one.role,
        "speech": one.speech,
        "said_on": one.said_on,
        "said_on_words": one.dated_words if one.said_on else None,
        "published": one.published,
        "outlet": one.outlet,
        "verbatim": one.verbatim,
        "checked": one.checked,
        "sources": folded.sources,
        "copies": folded.copies,
    }


SEARCH = View(
    "search",
    "/search",
    "Search",
    "Every statement of the record, by its words, its speaker, its party and its day.",
    _FIELDS,
    _answer,
    _PARAMETERS,
    ((".jsonld", "application/ld+json"),),
)
