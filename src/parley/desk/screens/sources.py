"""Sources: which reports carry the same text, why they were folded, and what is being read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from parley.desk.families import Family, Member, all_families, lately_read
from parley.desk.keeping import is_large
from parley.desk.narrowing import has_words
from parley.desk.showing import short
from parley.desk.undoing import last_ruling
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record import Record
from parley.record.copied_record import Source
from parley.record.days import days
from parley.views.titles import called

_ON_PAGE = 50
_MOST_OF_TITLE = 60
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
    Field("statements", "integer", "How many statements it has; null where a large record was not asked."),
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which families are asked for: words of the headline and of the outlet, a relation, days, the part."""

    q: str | None = None
    outlet: str | None = None
    relation: str | None = None
    since: str | None = None
    until: str | None = None
    part: int = 1

    @property
    def narrowed(self) -> bool:
        """Whether not all are."""
        return self.by_words or self.relation is not None

    @property
    def by_words(self) -> bool:
        """Whether headlines, outlets or days have to be looked at."""
        return any((self.q, self.outlet, self.since, self.until))


@dataclass(frozen=True, slots=True)
class Found:
    """A part of the families asked for, how many they and their reports are, how many there are in all."""

    here: tuple[Family, ...]
    families: int
    reports: int
    all_families: int
    all_reports: int


def _answer(asked: Asked) -> Answer:
    """The families asked for, the latest first."""
    given = {one.name: asked.get(one.name) for one in _PARAMETERS if not one.hidden}
    wanted = Wanted(**given, part=asked.number("part", 1))
    found = asked.store.kept(("sources", wanted), partial(found_families, wanted=wanted))
    rows = [_row(family, member) for family in found.here for member in family.members]
    shown = {
        "families": found.here,
        "family_count": found.families,
        "why": why,
        "last_ruling": last_ruling(asked),
        "feeds": asked.store.here("feeds", lambda record: record.followed_feeds()),
        "all_reports": found.all_reports,
        "all_families": found.all_families,
        "part": wanted.part,
        "parts_count": max(1, -(-found.families // _ON_PAGE)),
    }
    return Answer(rows, total=found.reports, anything=bool(found.all_families), shown=shown)


def why(family: Family, member: Member) -> str:
    """Why a report was folded, with what other reports of its family are called instead of their ids."""
    told = "; ".join(member.reasons)
    for other in family.members:
        if other.title:
            told = told.replace(other.report, f"“{short(other.title, _MOST_OF_TITLE)}”")
    return told or "a person said so"


def found_families(record: Record, wanted: Wanted) -> Found:
    """The part of the families that is wanted; of a large record by the order they were read in."""
    start, end = (wanted.part - 1) * _ON_PAGE, wanted.part * _ON_PAGE
    if is_large(record.version()):
        fits = partial(_came_as_wanted, wanted=wanted) if wanted.by_words else None
        lately = lately_read(record, wanted.relation, slice(start, end), fits)
        return Found(lately.here, lately.families, lately.reports, lately.all_families, lately.all_reports)
    every = all_families(record)
    found = every.families[::-1]
    if wanted.narrowed:
        found = tuple(one for one in found if any(_is_wanted(member, wanted) for member in one.members))
    here = found[start:end]
    reports = sum(len(one.members) for one in found)
    return Found(here, len(found), reports, len(every.families), len(every.of))


def _is_wanted(one: Member, wanted: Wanted) -> bool:
    return _is_of(one.title, one.outlet, one.published, wanted) and wanted.relation in (None, one.relation)


def _came_as_wanted(one: Source, wanted: Wanted) -> bool:
    return _is_of(called(one.title, one.origin or one.url), one.outlet, one.published, wanted)


def _is_of(title: str | None, outlet: str | None, day: str | None, wanted: Wanted) -> bool:
    """Whether a headline, an outlet and a day are asked for."""
    since, until = days(wanted.since), days(wanted.until)
    if since or until:
        published = days(day)
        if published is None or (since and published[1] < since[0]) or (until and published[0] > until[1]):
            return False
    return has_words(outlet, wanted.outlet) and has_words(title, wanted.q)


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
