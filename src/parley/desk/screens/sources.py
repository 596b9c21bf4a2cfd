"""Sources: which reports carry the same text, why they were folded, and what is being read."""

from __future__ import annotations

from typing import Any

from parley.desk.families import Family, Member, families
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record.days import days
from parley.record.names import searchable

_ON_PAGE = 60
RELATIONS = ("original", "reprint", "partial", "update", "rewrite", "paraphrase")

_FIELDS = (
    Field("family", "string", "Id of the report that stands for the family."),
    Field("report", "string", "Id of the report."),
    Field("title", "string", "Its headline, or where it came from."),
    Field("outlet", "string", "Who published it, or null."),
    Field("published", "string", "EDTF date, or null."),
    Field(
        "relation",
        "string",
        "What it is to its family: original, reprint, partial, update, rewrite, paraphrase.",
    ),
    Field("reasons", "strings", "Why it was folded."),
    Field("statements", "integer", "How many statements it has."),
    Field("paraphrase", "number", "How much it looks as if a machine had swapped its words, 0 to 1."),
)
_PARAMETERS = (
    Parameter("q", "Title", "Words of the headline, in any order."),
    Parameter("outlet", "Outlet", "Words of the outlet's name."),
    Parameter("relation", "Relation", "Families with such a report.", Kind.CHOICE, RELATIONS),
    Parameter("since", "Since", "Published on this day or later.", Kind.DATE),
    Parameter("until", "Until", "Published on this day or earlier.", Kind.DATE),
    Parameter("part", "Part", "Which part of the list.", Kind.NUMBER, hidden=True),
)


def _answer(asked: Asked) -> Answer:
    """The families asked for, the latest first."""
    every = families(asked.store)
    narrowed = any(asked.get(one.name) for one in _PARAMETERS if not one.hidden)
    found = every.families[::-1]
    if narrowed:
        found = tuple(one for one in found if any(_is_wanted(member, asked) for member in one.members))
    part = asked.number("part", 1)
    here = found[(part - 1) * _ON_PAGE : part * _ON_PAGE]
    rows = [_row(family, member) for family in here for member in family.members]
    total = sum(len(one.members) for one in found)
    shown = {
        "families": here,
        "family_count": len(found),
        "feeds": asked.store.here("feeds", lambda record: record.followed_feeds()),
        "all_reports": len(every.of),
        "all_families": len(every.families),
        "part": part,
        "parts_count": max(1, -(-len(found) // _ON_PAGE)),
    }
    return Answer(rows, total=total, anything=bool(every.families), shown=shown)


def _is_wanted(one: Member, asked: Asked) -> bool:
    since, until, published = days(asked.get("since")), days(asked.get("until")), days(one.published)
    if (since or until) and published is None:
        return False
    if published and ((since and published[1] < since[0]) or (until and published[0] > until[1])):
        return False
    return (
        _has(one.title, asked.get("q"))
        and _has(one.outlet, asked.get("outlet"))
        and asked.get("relation") in (None, one.relation)
    )


def _has(name: str | None, words: str | None) -> bool:
    return all(f" {word} " in searchable(name or "") for word in searchable(words or "").split())


def _row(family: Family, member: Member) -> dict[str, Any]:
    return {
        "family": family.lead,
        "report": member.report,
        "title": member.title,
        "outlet": member.outlet,
        "published": member.published,
        "relation": member.relation,
        "reasons": list(member.reasons),
        "statements": member.statements,
        "paraphrase": member.paraphrase,
    }


SOURCES = View(
    "sources",
    "/sources",
    "Sources",
    "Which reports were read, which of them carry the same text, and why they count as one voice.",
    _FIELDS,
    _answer,
    _PARAMETERS,
)
