"""One person or party: what it said, what is said about it, whom it met, in which roles, by which names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from parley.desk.families import voices
from parley.desk.quoting import Quote, quote, quotes
from parley.desk.screens.board_parts import board_of
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record import Ambiguous, NotFound, StoredFinding
from parley.record.names import searchable
from parley.views.board import Cell
from parley.views.calendar import CalendarEntry, calendar
from parley.views.people import Portrait, portrait

_MOST, _MOST_NAMES = 60, 3
_LATEST = 200
"""Reports of a large record that are looked at for one person: the latest."""

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
    """What the reports have of a name; copies of reports are left out where their originals are there."""
    name = asked.get("name")
    if not name:
        raise NotFound("Whom do you look for? Choose a name under People and parties.")
    found = _portrait(asked, name)
    shown_name = found.entity.name if found else name
    stances = _stances(asked, {name, shown_name, *(one.name for one in found.aliases)} if found else {name})
    met = found.encounters[::-1][:_MOST] if found else _encounters(asked, name)
    said = _latest(asked, found.said) if found else []
    about = _latest(asked, found.about) if found else []
    words = {entry.findings: quotes(asked.store, entry.findings[:1]) for entry in met}
    rows = [_said(one, "said", ()) for one in said]
    rows += [_said(one, "said about", (one.speaker,)) for one in about]
    rows += [_met(entry, shown_name, words[entry.findings]) for entry in met]
    shown = {
        "name": shown_name,
        "portrait": found,
        "said": said,
        "about": about,
        "met": met,
        "met_quotes": words,
        "stances": stances,
    }
    return Answer(rows, shown=shown, title=shown_name)


def _portrait(asked: Asked, name: str) -> Portrait | None:
    """Who goes by exactly this name, or by it best; None where it is the name of a party alone."""
    record, limit = asked.store.record, _LATEST if asked.store.large else None
    try:
        return asked.store.kept(("portrait", name), partial(portrait, called=name, limit=limit))
    except Ambiguous:
        same = [one for one in record.entities() if one.name == name]
        if not same:
            raise
        by_id = partial(portrait, called=same[0].id, limit=limit)
        return asked.store.kept(("portrait", same[0].id), by_id)
    except NotFound:
        return None


def _encounters(asked: Asked, name: str) -> tuple[CalendarEntry, ...]:
    """The encounters of a name that is nobody's, such as "the ministers of both sides"."""
    if not searchable(name).strip():
        return ()
    with_words = partial(calendar, party=name, limit=_LATEST)
    entries = asked.store.kept(("calendar", name), with_words)
    return tuple(entry for entry in entries if name in entry.participants)[::-1][:_MOST]


def _stances(asked: Asked, names: set[str]) -> list[Cell]:
    if not asked.store.large:
        return [cell for cell in board_of(asked, None, None, None).cells if cell.party in names]
    listed = sorted(names)[:_MOST_NAMES]
    found = (board_of(asked, None, name, None).cells for name in listed if searchable(name).strip())
    return [cell for cells in found for cell in cells if cell.party in names][:_MOST]


def _latest(asked: Asked, found: Iterable[StoredFinding]) -> list[Quote]:
    """The latest first; what only copies a report that is there is left out."""
    found = tuple(found)
    known = voices(asked.store, (one.report.id for one in found))
    clean = [one for one in found if known.lead(one.report.id) == one.report.id]
    return [quote(one) for one in clean[::-1][:_MOST]]


def _said(one: Quote, relation: str, other: tuple[str | None, ...]) -> dict[str, Any]:
    return {
        "relation": relation,
        "day": one.said_on or one.published,
        "words": one.words,
        "other": [name for name in other if name],
        "speech": one.speech,
        "finding": one.id,
        "report": one.report,
    }


def _met(entry: CalendarEntry, name: str, words: tuple[Quote, ...]) -> dict[str, Any]:
    return {
        "relation": "met with",
        "day": entry.on,
        "words": words[0].words if words else entry.form,
        "other": [other for other in entry.participants if other != name],
        "speech": None,
        "finding": entry.findings[0],
        "report": entry.reports[0],
    }


PERSON = View(
    "person",
    "/person",
    "Person or party",
    "What one person or party said, what others say about them, and whom they met.",
    _FIELDS,
    _answer,
    (Parameter("name", "Name", "A name, or an id of the list of people.", Kind.TEXT, hidden=True),),
)
