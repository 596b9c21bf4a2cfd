"""Timeline and map: encounters and events by day and place, one selection for drawing, map and table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from parley.desk.drawing.line import STYLES, Item, timeline
from parley.desk.drawing.map import Placed, world
from parley.desk.families import Asking, Families, counted_voices, voices
from parley.desk.happenings import Happening, Wanted, happenings, words_of_date
from parley.desk.narrowing import CHECKED, OUTLET, is_checked, is_told_by, of_outlet
from parley.desk.quoting import quotes
from parley.desk.showing import short, spoken_date
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record.days import days
from parley.record.names import searchable

_ON_PAGE = 80
_LOOKED_AT = 2_000
"""How many happenings of a large record are looked at when a filter needs more than its indexes."""
LANES = ("Calls", "Meetings and talks", "Visits", "Briefings", "Events as reported")
_LANE_OF = {
    "call": "Calls",
    "visit": "Visits",
    "briefing": "Briefings",
    "news conference": "Briefings",
    "event": "Events as reported",
}
STATUSES = ("planned", "held", "claimed", "off", "disputed")
KINDS = ("encounter", "event")

_FIELDS = (
    Field("kind", "string", "“encounter” or “event”."),
    Field("form", "string", "The form of encounter, or the event's class."),
    Field(
        "status",
        "string",
        "How far it has come by the latest report; of an event its factuality.",
    ),
    Field(
        "drawn",
        "string",
        "planned, held, claimed (somebody says so), off (postponed, cancelled) or disputed.",
    ),
    Field("on", "string", "EDTF date or interval, or null."),
    Field("on_words", "string", "A report's own words for that date, with hour and zone, or null."),
    Field("history", "strings", "Of encounters: status, date and day told, as they changed, oldest first."),
    Field("participants", "strings", "Who takes part."),
    Field("place", "string", "Where, as the reports name it, or null."),
    Field("longitude", "number", "Of the place, where the offline gazetteer knows it beyond doubt."),
    Field("latitude", "number", "The same."),
    Field(
        "precision",
        "string",
        "What the place is known to: city, country, or null where it is not on the map.",
    ),
    Field("duration", "string", "In a report's words, or null."),
    Field("agenda", "strings", "Items, in the reports' words."),
    Field("agenda_withheld_by", "string", "Who refused to give the agenda, or null."),
    Field("checked", "string", "machine, confirmed or corrected: whether a person looked at it."),
    Field("findings", "strings", "Ids of the findings."),
    Field("reports", "strings", "Ids of the reports."),
    Field("sources", "integer", "How many independent sources these are."),
)
_PARAMETERS = (
    Parameter("since", "Since", "Leaves out what ended before this date.", Kind.DATE),
    Parameter("until", "Until", "Leaves out what begins after this date.", Kind.DATE),
    Parameter("who", "Who", "Words of a participant's name."),
    Parameter("status", "Status", "Drawn in this way only.", Kind.CHOICE, STATUSES),
    Parameter("kind", "Kind", "Encounters or events only.", Kind.CHOICE, KINDS),
    OUTLET,
    CHECKED,
    Parameter("selected", "Selected", "Id of the finding that is selected.", hidden=True),
    Parameter("part", "Part", "Which part of the table.", Kind.NUMBER, hidden=True),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A happening with how often it is told and where it is on the map."""

    happening: Happening
    drawn: str
    placed: Placed | None
    sources: int
    copies: int
    dated_words: str | None = None

    @property
    def key(self) -> str:
        """What it is known by in the address."""
        return self.happening.findings[0]

    @property
    def label(self) -> str:
        """A few words for the drawing."""
        between = " → " if self.happening.kind == "event" else ", "
        who = between.join(self.happening.participants[:2])
        return short(f"{self.happening.form}: {who}" if who else self.happening.form, 46)


def _answer(asked: Asked) -> Answer:
    """The happenings asked for, the latest first."""
    every = asked.store.kept(("happenings", wanted := _wanted(asked)), partial(happenings, wanted=wanted))
    narrowed = any(asked.get(one.name) for one in _PARAMETERS if not one.hidden)
    outlet = of_outlet(asked)
    found = [one for one in every if _is_wanted(one, asked, outlet)] if narrowed else every
    parts = max(1, -(-len(found) // _ON_PAGE))
    part = asked.number("part", _part_of(found, asked.get("selected")) or 1)
    places = world()
    here = found[(part - 1) * _ON_PAGE : part * _ON_PAGE]
    known = voices(asked.store, (report for one in here for report in one.reports))
    entries = [_entry(asked, one, known, places.find) for one in here]
    selected = next((one for one in entries if asked.get("selected") in one.happening.findings), None)
    shown = {
        "entries": entries,
        "line": timeline(list(_items(entries)), LANES),
        "map": places.drawn([(one.key, one.placed) for one in entries if one.placed]),
        "unplaced": _unplaced(entries),
        "undated": sum(days(one.happening.on) is None for one in entries),
        "selected": selected,
        "selected_quotes": quotes(asked.store, selected.happening.findings) if selected else (),
        "part": part,
        "parts_count": parts,
    }
    return Answer([_row(one) for one in entries], total=len(found), anything=bool(every), shown=shown)


def _wanted(asked: Asked) -> Wanted:
    """What the record is asked: all of a small one, of a large one as much as somebody looks through."""
    if not asked.store.large:
        return Wanted()
    most = max(_LOOKED_AT, (asked.number("part", 1) + 1) * _ON_PAGE)
    if not any(asked.get(name) for name in ("who", "status", "outlet", "checked")):
        most = (asked.number("part", 1) + 1) * _ON_PAGE
    return Wanted(asked.get("since"), asked.get("until"), asked.get("kind"), most)


def _part_of(found: Sequence[Happening], selected: str | None) -> int | None:
    """The part of the table that has the selected one; None where none is."""
    if selected is None:
        return None
    places = (place for place, one in enumerate(found) if selected in one.findings)
    place = next(places, None)
    return None if place is None else place // _ON_PAGE + 1


def _is_wanted(one: Happening, asked: Asked, outlet: frozenset[str] | None) -> bool:
    since, until = days(asked.get("since")), days(asked.get("until"))
    span = days(one.on)
    if (since or until) and span is None:
        return False
    if span and ((since and span[1] < since[0]) or (until and span[0] > until[1])):
        return False
    words = searchable(asked.get("who") or "").split()
    names = " ".join(map(searchable, one.participants))
    return (
        all(f" {word} " in names for word in words)
        and asked.get("status") in (None, _drawn(one))
        and asked.get("kind") in (None, one.kind)
        and is_checked(asked, one.checked)
        and is_told_by(one.reports, outlet)
    )


def _drawn(one: Happening) -> str:
    return "disputed" if one.disputed else STYLES.get(one.status, one.status)


def _entry(
    asked: Asked, one: Happening, known: Families | Asking, find: Callable[[str], Placed | None]
) -> Entry:
    counts = counted_voices(known, one.reports)
    placed = find(one.place) if one.place else None
    words = one.dated_words if asked.store.large else words_of_date(partial(quotes, asked.store), one)
    return Entry(one, _drawn(one), placed, counts["sources"], counts["copies"], words)


def _items(entries: Iterable[Entry]) -> Iterator[Item]:
    for one in entries:
        if one.happening.on:
            lane = _LANE_OF.get(
                one.happening.form if one.happening.kind == "encounter" else "event", LANES[1]
            )
            told_whole = f"{one.label}, {one.happening.status}, {spoken_date(one.happening.on)}"
            yield Item(one.key, lane, one.happening.on, one.drawn, one.label, told_whole)


def _unplaced(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    """Places that reports name and the map does not have, with how often."""
    found: dict[str, int] = {}
    for one in entries:
        if one.happening.place and one.placed is None:
            found[one.happening.place] = found.get(one.happening.place, 0) + 1
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def _row(one: Entry) -> dict[str, Any]:
    told_of = one.happening
    return {
        "kind": told_of.kind,
        "form": told_of.form,
        "status": told_of.status,
        "drawn": one.drawn,
        "on": told_of.on,
        "on_words": one.dated_words,
        "history": [
            f"{one.status}, on {one.on or 'no date'}, told {one.told or 'undated'}" for one in told_of.history
        ],
        "participants": list(told_of.participants),
        "place": told_of.place,
        "longitude": one.placed.longitude if one.placed else None,
        "latitude": one.placed.latitude if one.placed else None,
        "precision": one.placed.precision if one.placed else None,
        "duration": told_of.duration,
        "agenda": list(told_of.agenda),
        "agenda_withheld_by": told_of.agenda_withheld_by,
        "checked": told_of.checked,
        "findings": list(told_of.findings),
        "reports": list(told_of.reports),
        "sources": one.sources,
    }


TIMELINE = View(
    "timeline",
    "/timeline",
    "Timeline and map",
    "What was planned, held, called off or is disputed, drawn as exactly as the reports date and place it.",
    _FIELDS,
    _answer,
    _PARAMETERS,
    ((".geojson", "application/geo+json"), (".ics", "text/calendar")),
)
