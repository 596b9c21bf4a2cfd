"""The brief: what stands, what is new, what is disputed, what comes next, and how much was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from parley.desk.families import families, told
from parley.desk.quoting import Quote, quotes
from parley.desk.showing import short, spoken_date, stance
from parley.desk.view import Answer, Asked, Field, View
from parley.model import EncounterStatus
from parley.record import Record
from parley.record.days import days
from parley.views.board import Board, Cell, Stand, board
from parley.views.calendar import CalendarEntry, calendar
from parley.views.disputes import Dispute, disputes

_MOST_FINDINGS, _MOST_OTHERS, _MOST_QUOTES = 7, 5, 4
_COMING = frozenset({EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED, EncounterStatus.UNDERWAY})

_FIELDS = (
    Field("kind", "string", "“finding”, “dispute”, “next” or “new”: the part of the brief it stands in."),
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

    @property
    def sentence(self) -> str:
        """The line as plain words."""
        conditions = "".join(f" [{one}]" for one in self.conditions)
        return f"{self.who} {self.verb}: {self.what}{conditions}" if self.what else f"{self.who} {self.verb}"


def _answer(asked: Asked) -> Answer:
    """The parts of the brief."""
    record = asked.store.record
    found = asked.store.kept(("board", None, None, None), board)
    entries = asked.store.kept("calendar", calendar)
    all_families = families(asked.store)
    latest = max((one.members[0].published or "" for one in all_families.families), default="") or None
    lines = list(_findings(asked, found))
    disputed = asked.store.kept("disputes", disputes)
    coming = list(_coming(asked, entries, latest))
    rows = [_row(line) for line in lines]
    rows += _dispute_rows(disputed[:_MOST_OTHERS])
    rows += [_row(line) for line in coming]
    new = record.read_since(asked.visit.since) if asked.visit.since else []
    shown = {
        "lines": lines,
        "disputes": disputed[:_MOST_OTHERS],
        "dispute_count": len(disputed),
        "coming": coming,
        "latest": latest,
        "new": [record.report(one) for one in new[:_MOST_OTHERS]],
        "new_count": len(new),
        "families": all_families,
        "coverage": asked.store.kept("coverage", _coverage),
    }
    return Answer(rows, shown=shown)


def _coverage(record: Record) -> dict[str, int]:
    """How much was read, counted."""
    entries = record.reports()
    return {"reports": len(entries), "statements": sum(entry.statements for entry in entries)}


def _findings(asked: Asked, found: Board) -> Iterator[Line]:
    """The latest own stances, one a cell, those of the latest day and most sources first."""
    counts = {}
    latest: list[tuple[Cell, Stand]] = []
    every = families(asked.store)
    for cell in found.cells:
        clean = [one for one in cell.latest if not every.only_altered(one.reports)]
        for stand in clean[:1]:
            counts[stand.findings] = told(asked.store, stand.reports)["sources"]
            latest.append((cell, stand))
    latest.sort(key=lambda one: (_last_day(one[1].day), counts[one[1].findings]), reverse=True)
    for cell, stand in latest[:_MOST_FINDINGS]:
        yield _stance_line(asked, "finding", cell.party, stand)


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


def _stance_line(asked: Asked, kind: str, who: str, stand: Stand) -> Line:
    counts = told(asked.store, stand.reports)
    words = quotes(asked.store.record, stand.findings[:_MOST_QUOTES])
    return Line(
        kind=kind,
        who=who,
        verb=stance(stand.stance),
        what=short(stand.on[0]),
        conditions=tuple(map(short, stand.conditions)),
        day=stand.day,
        findings=stand.findings,
        reports=stand.reports,
        quotes=words,
        sources=counts["sources"],
        copies=counts["copies"],
    )


def _coming(asked: Asked, entries: Iterable[CalendarEntry], latest: str | None) -> Iterator[Line]:
    """The encounters that lie ahead of the latest report."""
    ahead = []
    for entry in entries:
        span = days(entry.on)
        if span and entry.status in _COMING and (latest is None or span[1] >= latest):
            ahead.append(entry)
    for entry in ahead[:_MOST_OTHERS]:
        counts = told(asked.store, entry.reports)
        where = f" in {entry.place}" if entry.place else ""
        yield Line(
            kind="next",
            who=f"{entry.form.capitalize()}{where}",
            verb=str(entry.status),
            what=", ".join(entry.participants),
            conditions=(),
            day=entry.on,
            findings=entry.findings,
            reports=entry.reports,
            quotes=quotes(asked.store.record, entry.findings[:_MOST_QUOTES]),
            sources=counts["sources"],
            copies=counts["copies"],
        )


def _last_day(edtf: str | None) -> str:
    return (days(edtf) or ("", ""))[1]


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
