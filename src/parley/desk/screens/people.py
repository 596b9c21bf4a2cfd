"""People and parties: who speaks, who is spoken of, and which names may be one's."""

from __future__ import annotations

from dataclasses import asdict

from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record import Record
from parley.record.names import searchable

_ON_PAGE = 100
_MOST_SUGGESTIONS = 5
KINDS = ("person", "organisation", "country", "place")

_FIELDS = (
    Field("id", "string", "Who it is, whatever it is called."),
    Field("name", "string", "The name to show."),
    Field("kind", "string", "person, organisation, country or place."),
    Field("party", "string", "Country or bloc, or null."),
    Field("statements", "integer", "How many statements are attributed to it."),
    Field("reports", "integer", "How many reports name it."),
)
_PARAMETERS = (
    Parameter("name", "Name", "Words of the name, in any order."),
    Parameter("party", "Party", "Words of the party's name."),
    Parameter("kind", "Kind", "Of this kind only.", Kind.CHOICE, KINDS),
    Parameter("part", "Part", "Which part of the list.", Kind.NUMBER, hidden=True),
)


def _answer(asked: Asked) -> Answer:
    """Everybody the reports name or quote, those with most statements first."""
    everybody = asked.store.kept("entities", _everybody)
    name, party = _words(asked.get("name")), _words(asked.get("party"))
    kind = asked.get("kind")
    found = [
        row
        for words, of, row in everybody
        if all(f" {word} " in words for word in name)
        and all(f" {word} " in of for word in party)
        and kind in (None, row["kind"])
    ]
    part = asked.number("part", 1)
    rows = found[(part - 1) * _ON_PAGE : part * _ON_PAGE]
    suggested = asked.store.kept("suggestions", Record.suggestions)
    shown = {
        "part": part,
        "parts_count": max(1, -(-len(found) // _ON_PAGE)),
        "suggestions": suggested[:_MOST_SUGGESTIONS],
        "suggestion_count": len(suggested),
    }
    return Answer(rows, total=len(found), anything=bool(everybody), shown=shown)


def _everybody(record: Record) -> list[tuple[str, str, dict[str, object]]]:
    listed = record.entities()
    return [(searchable(one.name), searchable(one.party or ""), asdict(one)) for one in listed]


def _words(asked: str | None) -> list[str]:
    return searchable(asked).split() if asked else []


PEOPLE = View(
    "people",
    "/people",
    "People and parties",
    "Who speaks and who is spoken of, each once, whatever the reports call them.",
    _FIELDS,
    _answer,
    _PARAMETERS,
)
