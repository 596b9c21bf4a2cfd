"""People and parties: who speaks, who is spoken of, and which names may be one's."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache, partial

from parley.desk.keeping import state
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record import Record
from parley.record.entity_entries import IdentitySuggestion
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which names are asked for: words of the name, of the party, the kind, the part of the list."""

    name: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    kind: str | None = None
    part: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """A part of the names asked for, how many are, and whether there are any without the filters."""

    rows: tuple[dict[str, object], ...]
    total: int
    anything: bool


def _answer(asked: Asked) -> Answer:
    """Everybody the reports name or quote, those with most statements first."""
    wanted = Wanted(
        _words(asked.get("name")), _words(asked.get("party")), asked.get("kind"), asked.number("part", 1)
    )
    found = asked.store.kept(("entities", wanted), partial(found_people, wanted=wanted))
    count, suggested = asked.store.kept("suggestions", first_suggestions)
    shown = {
        "part": wanted.part,
        "parts_count": max(1, -(-found.total // _ON_PAGE)),
        "suggestions": suggested,
        "suggestion_count": count,
    }
    return Answer(found.rows, total=found.total, anything=found.anything, shown=shown)


def found_people(record: Record, wanted: Wanted) -> Found:
    """The part of the names that is wanted."""
    everybody = _everybody(record, state(record))
    found = [
        row
        for words, of, row in everybody
        if all(f" {word} " in words for word in wanted.name)
        and all(f" {word} " in of for word in wanted.party)
        and wanted.kind in (None, row["kind"])
    ]
    here = tuple(found[(wanted.part - 1) * _ON_PAGE : wanted.part * _ON_PAGE])
    return Found(here, len(found), bool(everybody))


def first_suggestions(record: Record) -> tuple[int, tuple[IdentitySuggestion, ...]]:
    """How many pairs of names may be one's, and the likeliest of them."""
    found = record.suggestions()
    return len(found), tuple(found[:_MOST_SUGGESTIONS])


@lru_cache(maxsize=1)
def _everybody(record: Record, version: str) -> tuple[tuple[str, str, dict[str, object]], ...]:
    """Each with the words of the name and of the party, kept until the version is another."""
    listed = record.entities()
    return tuple((searchable(one.name), searchable(one.party or ""), asdict(one)) for one in listed)


def _words(asked: str | None) -> tuple[str, ...]:
    return tuple(searchable(asked).split()) if asked else ()


PEOPLE = View(
    "people",
    "/people",
    "People and parties",
    "Who speaks and who is spoken of, each once, whatever the reports call them.",
    _FIELDS,
    _answer,
    _PARAMETERS,
)
