"""One person or party: what it said, what is said about it, whom it met, in which roles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from parley.desk.quoting import Quote, quote, quotes
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.model import Statement
from parley.record import LedgerFilter, NotFound, StoredFinding
from parley.record.days import days
from parley.record.names import searchable
from parley.views.board import board
from parley.views.calendar import calendar

_MOST = 50
_MOST_MET = 40

_FIELDS = (
    Field("relation", "string", "“said”, “said about” or “met with”."),
    Field("day", "string", "EDTF date, or null."),
    Field("words", "string", "The words."),
    Field("other", "strings", "Who says it about the name; who else took part."),
    Field("speech", "string", "How it was said, of statements."),
    Field("finding", "string", "Id of the finding."),
    Field("report", "string", "Id of the report."),
)


def _answer(asked: Asked) -> Answer:
    """What the reports have of a name."""
    name = asked.get("name")
    if not name:
        raise NotFound("Whom do you look for? Choose a name under People and parties.")
    record = asked.store.record
    known = next((one for one in record.people() if one.name == name), None)
    said = _said_by(asked, name)
    about = _about(asked, name)
    met = [entry for entry in asked.store.kept("calendar", calendar) if name in entry.participants]
    met_quotes = {entry.findings: quotes(record, entry.findings[:1]) for entry in met[-_MOST_MET:]}
    rows = [_said(quote(one), "said", ()) for one in reversed(said)]
    rows += [_said(quote(one), "said about", (_name(one),)) for one in reversed(about)]
    for entry in reversed(met[-_MOST_MET:]):
        others = [other for other in entry.participants if other != name]
        words = met_quotes[entry.findings]
        row = {"relation": "met with", "day": entry.on, "other": others, "speech": None}
        row |= {"words": words[0].words if words else entry.form, "finding": entry.findings[0]}
        rows.append({**row, "report": entry.reports[0]})
    cells = asked.store.kept(("board", None, None, None), board).cells
    stances = [cell for cell in cells if cell.party == name]
    if known is None and not rows and not stances:
        raise NotFound(f"The record has nobody called {name!r}.")
    shown = {
        "name": name,
        "known": known,
        "said": [quote(one) for one in reversed(said)],
        "about": [quote(one) for one in reversed(about)],
        "met": list(reversed(met[-_MOST_MET:])),
        "met_quotes": met_quotes,
        "roles": _roles(said),
        "stances": stances,
    }
    return Answer(rows, anything=True, shown=shown, title=name)


def _said_by(asked: Asked, name: str) -> list[StoredFinding]:
    """The statements of a name, and those made on its behalf, in the order they were made."""
    record, whole = asked.store.record, searchable(name)
    if not whole.strip():
        return []
    own = record.statements(LedgerFilter(speaker=name, limit=_MOST))
    found = {one.id: one for one in own if _speaker(one) == whole}
    for one in record.statements(LedgerFilter(party=name, limit=_MOST)):
        if searchable(_party(one)) == whole:
            found.setdefault(one.id, one)
    return sorted(found.values(), key=_day)[-_MOST:]


def _day(stored: StoredFinding) -> str:
    finding = stored.finding
    said_on = finding.said_on if isinstance(finding, Statement) else None
    return (days(said_on) or days(stored.report.published) or ("", ""))[1]


def _party(stored: StoredFinding) -> str:
    finding = stored.finding
    source = finding.source if isinstance(finding, Statement) else None
    return (source.on_behalf_of if source else None) or ""


def _about(asked: Asked, name: str) -> list[StoredFinding]:
    """Statements by others in whose words the name stands."""
    words = searchable(name).split()
    if not words:
        return []
    found = asked.store.record.statements(LedgerFilter(text=f'"{name}"', limit=_MOST * 2))
    return [one for one in found if _speaker(one) != searchable(name)][-_MOST:]


def _speaker(stored: StoredFinding) -> str:
    return searchable(_name(stored))


def _name(stored: StoredFinding) -> str:
    finding = stored.finding
    return finding.source.name if isinstance(finding, Statement) and finding.source else ""


def _roles(said: Iterable[StoredFinding]) -> list[tuple[str, list[str]]]:
    """The roles the reports give, each with the days it was given on."""
    found: dict[str, list[str]] = {}
    for one in said:
        finding = one.finding
        if isinstance(finding, Statement) and finding.source and finding.source.role:
            found.setdefault(finding.source.role, []).append(finding.said_on or one.report.published or "")
    return [(role, sorted(filter(None, on))) for role, on in found.items()]


def _said(one: Quote, relation: str, other: tuple[str, ...]) -> dict[str, Any]:
    return {
        "relation": relation,
        "day": one.said_on or one.published,
        "words": one.words,
        "other": [name for name in other if name],
        "speech": one.speech,
        "finding": one.id,
        "report": one.report,
    }


PERSON = View(
    "person",
    "/person",
    "Person or party",
    "What one person or party said, what others say about them, and whom they met.",
    _FIELDS,
    _answer,
    (Parameter("name", "Name", "The whole name, as the list of people has it.", Kind.TEXT, hidden=True),),
)
