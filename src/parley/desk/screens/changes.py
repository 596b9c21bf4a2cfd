"""What changed: stances, encounters and proposals that are not as they were, with the words of both times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from parley.desk.quoting import Quote, quotes_of
from parley.desk.showing import short_date, stance
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record import Record
from parley.record.days import days
from parley.record.names import searchable
from parley.views.brief import coverage
from parley.views.changes import Change, ChangeKind, Side, changes

_ON_PAGE = 25
_MOST_NEW = 200
"""Reports come in since a visit, of which each one's day is looked up."""
_FRIDAY = 4
_STEPS = tuple(kind.value for kind in ChangeKind)
CHECKED = ("confirmed", "machine")

_SIDE = (
    ("value", "string", "The stance, the encounter's status, or the proposal's label"),
    ("on", "string", "What it is on, in the report's words"),
    ("conditions", "strings", "Its conditions, in the report's words"),
    ("day", "string", "EDTF date it is of, or of publication"),
    ("words", "string", "The words of the report that show it"),
    ("report", "string", "Id of the report"),
    ("outlet", "string", "Who published it"),
    ("finding", "string", "Id of the finding"),
    ("checked", "string", "machine, confirmed or corrected"),
)
_FIELDS = (
    Field("kind", "string", "new, hardened, softened, withdrawn, changed, encounter or proposal."),
    Field("who", "string", "The party, or who takes part in the encounter."),
    Field("topic", "string", "The issue family, or what it is on."),
    *(Field(f"before_{name}", kind, f"{means}, before; null if new.") for name, kind, means in _SIDE),
    *(Field(f"after_{name}", kind, f"{means}, now.") for name, kind, means in _SIDE),
)
_PARAMETERS = (
    Parameter("since", "Since", "The first day that counts as after.", Kind.DATE),
    Parameter("until", "Until", "Leaves out what is later than this date.", Kind.DATE),
    Parameter("party", "Party", "Words of the party's or a participant's name."),
    Parameter("kind", "What", "Changes of this kind only.", Kind.CHOICE, _STEPS),
    Parameter("outlet", "Outlet", "Words of the outlet that tells of the change."),
    Parameter("checked", "Checked", "“confirmed”: a person looked at what is now.", Kind.CHOICE, CHECKED),
    Parameter(
        "visit", "Since your last visit", "Only what came in since then.", Kind.CHOICE, ("last",), hidden=True
    ),
    Parameter("part", "Part", "Which part of the list.", Kind.NUMBER, hidden=True),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes are asked for.

    Attributes:
        since: EDTF date; None: the first of the last seven days that there are reports of.
        until: EDTF date, or None.
        party: words of a name.
        kind: a kind of change, or None.
        outlet: words of an outlet's name.
        checked: ``confirmed``, ``machine`` or None.
        reports: only what these reports tell; None: all.
        part: which part of the list.
    """

    since: str | None = None
    until: str | None = None
    party: str = ""
    kind: str | None = None
    outlet: str = ""
    checked: str | None = None
    reports: frozenset[str] | None = None
    part: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """A part of the changes asked for.

    Attributes:
        since: the first day that counts as after; None where no report is dated.
        total: how many are asked for.
        anything: whether there are any without the filters.
        counts: how many of each kind.
        here: this part of them.
        quotes: by finding, its words in their sentence.
    """

    since: str | None
    total: int
    anything: bool
    counts: Mapping[str, int]
    here: tuple[Change, ...]
    quotes: Mapping[str, Quote]


@dataclass(frozen=True, slots=True)
class Pick:
    """A day to begin from that is one click away."""

    label: str
    since: str


def _answer(asked: Asked) -> Answer:
    """The changes since a day, or since the visit before this one."""
    latest = asked.store.kept("extent", coverage).last
    visit = _visit(asked) if asked.get("visit") else None
    picks = list(_picks(latest)) if latest else []
    wanted = Wanted(
        since=asked.get("since") or (visit[0] if visit else None),
        until=asked.get("until"),
        party=asked.get("party") or "",
        kind=asked.get("kind"),
        outlet=asked.get("outlet") or "",
        checked=asked.get("checked"),
        reports=visit[1] if visit else None,
        part=asked.number("part", 1),
    )
    found = asked.store.kept(("changes", wanted), partial(found_changes, wanted=wanted))
    shown = {
        "since": found.since,
        "picks": picks,
        "visit_new": visit and visit[1],
        "changes": found.here,
        "counts": found.counts,
        "quotes": found.quotes,
        "part": wanted.part,
        "parts_count": max(1, -(-found.total // _ON_PAGE)),
        "verb": verb,
    }
    return Answer([_row(one) for one in found.here], found.total, found.anything, shown)


def found_changes(record: Record, wanted: Wanted) -> Found:
    """The part of the changes that is wanted."""
    since = wanted.since or _week_before(coverage(record).last)
    if since is None:
        return Found(None, 0, False, {}, (), {})
    every = [
        one
        for one in changes(record, since, wanted.until)
        if wanted.reports is None or one.after.report in wanted.reports
    ]
    named = [one for one in every if _is_wanted(one, wanted)]
    counts: dict[str, int] = {}
    for one in named:
        counts[one.kind.value] = counts.get(one.kind.value, 0) + 1
    fitting = [one for one in named if wanted.kind in (None, one.kind.value)]
    here = tuple(fitting[(wanted.part - 1) * _ON_PAGE : wanted.part * _ON_PAGE])
    named_findings = [side.finding for one in here for side in (one.before, one.after) if side is not None]
    words = {one.id: one for one in quotes_of(record, named_findings)}
    return Found(since, len(fitting), bool(every), counts, here, words)


def _is_wanted(one: Change, wanted: Wanted) -> bool:
    looked_at = one.after.checked in ("confirmed", "corrected")
    return (
        _has(one.who, wanted.party)
        and _has(one.after.outlet or "", wanted.outlet)
        and wanted.checked in (None, "confirmed" if looked_at else "machine")
    )


def _has(name: str, words: str) -> bool:
    return all(f" {word} " in searchable(name) for word in searchable(words).split())


def _visit(asked: Asked) -> tuple[str, frozenset[str]] | None:
    """What came in since the last visit: its first day, and its reports; None where nothing did."""
    if asked.visit.since is None:
        return None
    record = asked.store.record
    new = record.read_since(asked.visit.since)
    if not new:
        return None
    if len(new) > _MOST_NEW:
        return asked.visit.since[:10], frozenset(new)
    published = [
        span[0]
        for name in new
        for member in record.family_of(name)
        if member.source.report == name and (span := days(member.source.published))
    ]
    return min(published, default=asked.visit.since[:10]), frozenset(new)


def _week_before(latest: str | None) -> str | None:
    """The first of the last seven days that there are reports of."""
    return (date.fromisoformat(latest) - timedelta(days=6)).isoformat() if latest else None


def _picks(latest: str) -> Iterator[Pick]:
    """Days to begin from, counted back from the day of the latest report."""
    last = date.fromisoformat(latest)
    friday = last - timedelta(days=(last.weekday() - _FRIDAY) % 7 or 7)
    yield Pick(f"on the last day, {short_date(last)}", latest)
    yield Pick(f"since {short_date(friday)}", friday.isoformat())
    yield Pick("in the last week", (last - timedelta(days=6)).isoformat())
    yield Pick("in the last month", (last - timedelta(days=30)).isoformat())


def verb(side: Side) -> str:
    """A stance or a status as people say it."""
    return stance(side.value)


def _row(one: Change) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "who": one.who,
        "topic": one.topic,
        **dict(_side("before", one.before)),
        **dict(_side("after", one.after)),
    }


def _side(when: str, side: Side | None) -> Iterable[tuple[str, object]]:
    for name, _, _ in _SIDE:
        value = getattr(side, name) if side is not None else None
        yield f"{when}_{name}", list(value) if isinstance(value, tuple) else value


CHANGES = View(
    "changes",
    "/changes",
    "What changed",
    "Stances, encounters and proposals that are not as they were: the words before, and the words now.",
    _FIELDS,
    _answer,
    _PARAMETERS,
)
