"""People and parties: who speaks, who is spoken of."""

from __future__ import annotations

from dataclasses import asdict

from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record import Record
from parley.record.names import searchable

_ON_PAGE = 100
KINDS = ("person", "organisation", "country", "group", "place", "site")

_FIELDS = (
    Field("name", "string", "As the reports have it."),
    Field(
        "kind", "string", "person, organisation, country, group, place, site, or null where no report says."
    ),
    Field("role", "string", "The role given most often, or null."),
    Field("party", "string", "The party spoken for or belonged to most often, or null."),
    Field("statements", "integer", "How many statements are attributed to the name."),
    Field("reports", "integer", "How many reports quote or name it."),
)
_PARAMETERS = (
    Parameter("name", "Name", "Words of the name, in any order."),
    Parameter("party", "Party", "Words of the party's name."),
    Parameter("kind", "Kind", "Of this kind only.", Kind.CHOICE, KINDS),
    Parameter("part", "Part", "Which part of the list.", Kind.NUMBER, hidden=True),
)


def _answer(asked: Asked) -> Answer:
    """Everybody who speaks or is named, those with most statements first."""
    everybody = asked.store.kept("people", _everybody)
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
    shown = {"part": part, "parts_count": max(1, -(-len(found) // _ON_PAGE))}
    return Answer(rows, total=len(found), anything=bool(everybody), shown=shown)


def _everybody(record: Record) -> list[tuple[str, str, dict[str, object]]]:
    listed = record.people()
    return [(searchable(one.name), searchable(one.party or ""), asdict(one)) for one in listed]


def _words(asked: str | None) -> list[str]:
    return searchable(asked).split() if asked else []


PEOPLE = View(
    "people",
    "/people",
    "People and parties",
    "Who speaks and who is spoken of, with role and party as the reports give them most often.",
    _FIELDS,
    _answer,
    _PARAMETERS,
)
