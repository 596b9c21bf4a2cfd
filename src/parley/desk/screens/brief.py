"""The brief: what stands, what is new, what is disputed, what comes next, and how much was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from parley.desk.families import told, voices
from parley.desk.quoting import Quote, quotes
from parley.desk.screens.brief_parts import (
    MOST_OTHERS,
    Standing,
    coming,
    coverage,
    disputed,
    latest_stands,
    waits,
)
from parley.desk.showing import matter, short, spoken_date, stance
from parley.desk.view import Answer, Asked, Field, View
from parley.desk.wording import worded
from parley.record import Record
from parley.record.copied_record import FamilyMember
from parley.views.board import Stand
from parley.views.calendar import CalendarEntry
from parley.views.disputes import Dispute

_MOST_QUOTES, _MOST_VOICES = 3, 2

_FIELDS = (
    Field("kind", "string", "“finding”, “dispute”, “next” or “waits”: the part of the brief it stands in."),
    Field("sentence", "string", "What is said, in one sentence."),
    Field("day", "string", "EDTF date, or null."),
    Field("findings", "strings", "Ids of the findings it rests on."),
    Field("reports", "strings", "Ids of the reports that tell of it."),
    Field("sources", "integer", "How many independent sources these are."),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the brief with what it rests on.

    Attributes:
        kind: the part of the brief.
        who: the party or the form of encounter it begins with.
        verb: the stance or status.
        what: what it is on.
        conditions: if what.
        day: EDTF date.
        findings: what it rests on.
        reports: what tells of it.
        quotes: the words.
        sources: independent sources.
        copies: reports beyond those.
        awaited: whom it waits for, or None.
    """

    kind: str
    who: str
    verb: str
    what: str
    conditions: tuple[str, ...]
    day: str | None
    findings: tuple[str, ...]
    reports: tuple[str, ...]
    quotes: tuple[Quote, ...]
    sources: int
    copies: int
    awaited: str | None = None

    @property
    def sentence(self) -> str:
        """The line as plain words."""
        conditions = "".join(f" [{one}]" for one in self.conditions)
        waits = f"; waits for {self.awaited}" if self.awaited else ""
        if not self.what:
            return f"{self.who} {self.verb}{waits}"
        return f"{self.who} {self.verb}: {self.what}{conditions}{waits}"


def _answer(asked: Asked) -> Answer:
    """The parts of the brief."""
    store = asked.store
    stands = store.kept("latest stands", latest_stands)
    known = voices(store, (report for _, one in stands for report in one.reports))
    lines = [_stance_line(asked, party, worded(store, known, one).stand) for party, one in stands]
    found = store.kept("disputed", disputed)
    ahead = [_coming_line(asked, one) for one in store.kept("coming", coming)]
    waiting = [_waiting_line(asked, one) for one in store.kept("waits", waits)]
    rows = [*map(_row, lines), *_dispute_rows(found.latest), *map(_row, ahead), *map(_row, waiting)]
    since = asked.visit.since
    new = store.record.read_since(since, MOST_OTHERS) if since else []
    shown = {
        "groups": [list(group) for _, group in groupby(lines, attrgetter("who"))],
        "disputes": found.latest,
        "more_disputes": found.more,
        "voices": _voices(asked, found.latest),
        "coming": ahead,
        "waiting": waiting,
        "coverage": store.kept("extent", coverage),
        "new": list(_members(store.record, new)),
        "new_count": store.record.count_since(since) if since and new else 0,
    }
    return Answer(rows, shown=shown)


def _members(record: Record, reports: Iterable[str]) -> Iterator[FamilyMember]:
    """Reports with their headlines and outlets."""
    for report in reports:
        yield from [one for one in record.family_of(report) if one.source.report == report][:1]


def _voices(asked: Asked, found: Iterable[Dispute]) -> Mapping[str, Quote]:
    """The words of disputes, each in its sentence."""
    named = [
        voice.finding for one in found for voice in (*one.claims[:_MOST_VOICES], *one.denials[:_MOST_VOICES])
    ]
    return {one.id: one for one in quotes(asked.store, named)}


def _dispute_rows(found: Iterable[Dispute]) -> Iterator[dict[str, Any]]:
    """Disputes as rows of the twins."""
    for one in found:
        voices = (*one.claims, *one.denials)
        says = "; ".join(f"{voice.who or 'somebody'}: {short(voice.words)}" for voice in voices)
        yield {
            "kind": "dispute",
            "sentence": f"{one.kind}: {says}",
            "day": one.day,
            "findings": [voice.finding for voice in voices],
            "reports": list(dict.fromkeys(voice.report for voice in voices)),
            "sources": len({voice.report for voice in voices}),
        }


def _stance_line(asked: Asked, who: str, stand: Stand) -> Line:
    return Line(
        kind="finding",
        who=who,
        verb=stance(stand.stance),
        what=short(matter(stand.on[0], stand.stance)),
        conditions=tuple(map(short, stand.conditions)),
        day=stand.day,
        findings=stand.findings,
        reports=stand.reports,
        quotes=quotes(asked.store, stand.findings[:_MOST_QUOTES]),
        sources=stand.sources,
        copies=len(stand.reports) - stand.sources,
    )


def _coming_line(asked: Asked, entry: CalendarEntry) -> Line:
    counts = told(asked.store, entry.reports)
    where = f" in {entry.place}" if entry.place else ""
    return Line(
        kind="next",
        who=f"{entry.form.capitalize()}{where}",
        verb=str(entry.status),
        what=", ".join(entry.participants),
        conditions=(),
        day=entry.on,
        findings=entry.findings,
        reports=entry.reports,
        quotes=quotes(asked.store, entry.findings[:_MOST_QUOTES]),
        sources=counts["sources"],
        copies=counts["copies"],
    )


def _waiting_line(asked: Asked, one: Standing) -> Line:
    words = quotes(asked.store, one.wait.findings[:_MOST_QUOTES])
    reports = tuple(dict.fromkeys(quote.report for quote in words))
    counts = told(asked.store, reports)
    return Line(
        kind="waits",
        who=one.party,
        verb="would",
        what=short(one.act),
        conditions=(short(one.wait.condition),),
        day=one.wait.day,
        findings=one.wait.findings,
        reports=reports,
        quotes=words,
        sources=counts["sources"],
        copies=counts["copies"],
        awaited=one.awaited,
    )


def _row(line: Line) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "sentence": line.sentence + (f" ({spoken_date(line.day)})" if line.day else ""),
        "day": line.day,
        "findings": list(line.findings),
        "reports": list(line.reports),
        "sources": line.sources,
    }


BRIEF = View(
    "brief",
    "/brief",
    "Brief",
    "What stands, what is disputed and what comes next; every sentence opens the words it rests on.",
    _FIELDS,
    _answer,
)
