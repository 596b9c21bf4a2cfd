"""Disputes: what one says and another denies, and sides that accuse each other; no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from parley.desk.quoting import Quote, quotes_of
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record import Record
from parley.views.disputes import Dispute, Voice, disputes

_ON_PAGE = 25
_MOST_VOICES = 6
"""Voices shown of each side of a dispute."""
KINDS = ("denial", "mutual accusation")

_FIELDS = (
    Field("kind", "string", "“denial”, or “mutual accusation” of two sides."),
    Field("about", "string", "What it is about, in the words of whoever is answered."),
    Field("day", "string", "EDTF date of the latest word in it, or null."),
    Field(
        "claimed_by", "strings", "Who says so; empty where no report of the record carries the claim itself."
    ),
    Field("claims", "strings", "In which words."),
    Field("denied_by", "strings", "Who says that it is not so, or accuses back."),
    Field("denials", "strings", "In which words."),
    Field("findings", "strings", "Ids of the statements, claims first."),
    Field("reports", "strings", "Ids of their reports."),
)
_PARAMETERS = (
    Parameter("since", "Since", "Disputes in which something was said from this day on.", Kind.DATE),
    Parameter("until", "Until", "Leaves out what was said after this day.", Kind.DATE),
    Parameter("party", "Party", "Words of the name of a side, or of somebody who speaks for one."),
    Parameter("kind", "Kind", "Disputes of this kind only.", Kind.CHOICE, KINDS),
    Parameter("part", "Part", "Which part of the list.", Kind.NUMBER, hidden=True),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which disputes the record is asked for: days, words of a name, at most how many; None: all."""

    since: str | None = None
    until: str | None = None
    party: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a dispute says: voices with their words in their sentence, and how many more."""

    voices: tuple[tuple[Voice, Quote | None], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A dispute on the page."""

    dispute: Dispute
    claims: Side
    denials: Side


def _answer(asked: Asked) -> Answer:
    """The disputes asked for, the latest first."""
    part = asked.number("part", 1)
    limit = part * _ON_PAGE + 1 if asked.store.large and not asked.get("kind") else None
    wanted = Wanted(asked.get("since"), asked.get("until"), asked.get("party"), limit)
    every = asked.store.kept(("disputes", wanted), partial(found_disputes, wanted=wanted))
    found = [one for one in every if asked.get("kind") in (None, one.kind)]
    here = found[(part - 1) * _ON_PAGE : part * _ON_PAGE]
    named = [
        voice.finding for one in here for side in (one.claims, one.denials) for voice in side[:_MOST_VOICES]
    ]
    words = {one.id: one for one in quotes_of(asked.store, dict.fromkeys(named))}
    shown = {
        "disputes": [Shown(one, _side(one.claims, words), _side(one.denials, words)) for one in here],
        "part": part,
        "parts_count": max(1, -(-len(found) // _ON_PAGE)),
    }
    narrowed = any(asked.get(one.name) for one in _PARAMETERS if not one.hidden)
    anything = bool(here) or (narrowed and bool(asked.store.kept("any dispute", _any)))
    return Answer([_row(one) for one in here], total=len(found), anything=anything, shown=shown)


def found_disputes(record: Record, wanted: Wanted) -> tuple[Dispute, ...]:
    """The disputes that are wanted, the latest first."""
    return tuple(disputes(record, wanted.since, wanted.until, party=wanted.party or None, limit=wanted.limit))


def _any(record: Record) -> bool:
    """Whether anything is disputed in a record."""
    return bool(disputes(record, limit=1))


def _side(voices: tuple[Voice, ...], words: dict[str, Quote]) -> Side:
    shown = voices[:_MOST_VOICES]
    return Side(tuple((one, words.get(one.finding)) for one in shown), len(voices) - len(shown))


def _row(one: Dispute) -> dict[str, Any]:
    both = (*one.claims, *one.denials)
    return {
        "kind": one.kind,
        "about": one.about,
        "day": one.day,
        "claimed_by": list(_names(one.claims)),
        "claims": [voice.words for voice in one.claims],
        "denied_by": list(_names(one.denials)),
        "denials": [voice.words for voice in one.denials],
        "findings": [voice.finding for voice in both],
        "reports": list(dict.fromkeys(voice.report for voice in both)),
    }


def _names(voices: tuple[Voice, ...]) -> Iterator[str]:
    yield from (voice.who or "somebody not named" for voice in voices)


DISPUTES = View(
    "disputes",
    "/disputes",
    "Disputes",
    "What one says and another denies, and sides that accuse each other: both in their words, no verdict.",
    _FIELDS,
    _answer,
    _PARAMETERS,
)
