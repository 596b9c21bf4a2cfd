"""The events of a record by day: who did what to whom, where, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.codec import Object
from parley.model.rulings import Checked
from parley.record import Record
from parley.record.days import asked_days, check_order, days
from parley.record.histories.asking import History, HistoryFilter
from parley.vocabulary.events import folded_codes

FACTUALITIES = ("asserted", "attributed", "denied", "hypothetical", "future")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for; None and empty leave all in.

    Attributes:
        party: words of the name of a side, in any order.
        code: a root class of PLOVER, in any case; YIELD stands for CONCEDE and RETREAT.
        since: EDTF date; leaves out what was over before.
        until: EDTF date; leaves out what began after.
        factuality: one of `FACTUALITIES`.
        place: words of the place.
        text: words of the evidence.
    """

    party: str | None = None
    code: str | None = None
    since: str | None = None
    until: str | None = None
    factuality: str | None = None
    place: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event as the record's reports tell it.

    Attributes:
        on: EDTF date; None where no report gives one.
        published: day of publication of the first report that tells of it, or None.
        code: PLOVER root class.
        actor: who, or None.
        target: to whom, or None.
        place: where, or None.
        factuality: asserted, attributed, denied, hypothetical or future.
        claimed_by: who says so, when not the report.
        words: the words of the first report that show it.
        reports: ids of the reports that tell of it.
        findings: ids of their findings, in the same order.
        checked: whether a person has looked at it.
    """

    on: str | None
    published: str | None
    code: str
    actor: str | None
    target: str | None
    place: str | None
    factuality: str
    claimed_by: str | None
    words: str
    reports: tuple[str, ...]
    findings: tuple[str, ...]
    checked: Checked = Checked.MACHINE


def events(record: Record, wanted: Wanted | None = None, *, limit: int | None = None) -> list[EventEntry]:
    """The events of a record in the order of their days; what has no date stands at its report's day.

    Reports that tell of the same class of event by the same actor against the same target on the same day,
    and give the same factuality and teller, tell of one.

    Args:
        record: an open record.
        wanted: which events; default: all.
        limit: at most so many, those of the latest days; None: all.
    """
    wanted = wanted or Wanted()
    first, last = asked_days(wanted.since), asked_days(wanted.until)
    check_order(wanted.since, wanted.until)
    narrowed = wanted.code is not None or wanted.place is not None or wanted.text is not None
    asked = HistoryFilter(
        "event",
        since=first and first[0],
        until=last and last[1],
        within=tuple((wanted.party or "").split()),
        statuses=(wanted.factuality,) if wanted.factuality is not None else (),
        limit=None if narrowed else limit,
    )
    found = [_entry(one) for one in record.histories(asked) if _fits(one.content, wanted)]
    return sorted(found, key=_order)[-(limit or 0) :]


def _fits(content: Object, wanted: Wanted) -> bool:
    if wanted.code is not None and content["code"] not in folded_codes(wanted.code.upper()):
        return False
    return _has_words(content["place"] or "", wanted.place) and _has_words(content["words"], wanted.text)


def _has_words(text: str, wanted: str | None) -> bool:
    """Whether a text has all the words wanted, in any order and case."""
    if wanted is None:
        return True
    held = text.casefold()
    return all(word in held for word in wanted.casefold().split())


def _entry(found: History) -> EventEntry:
    content = found.content
    return EventEntry(
        on=content["on"],
        published=content["published"],
        code=content["code"],
        actor=content["actor"],
        target=content["target"],
        place=content["place"],
        factuality=content["factuality"],
        claimed_by=content["claimed_by"],
        words=content["words"],
        reports=tuple(content["reports"]),
        findings=tuple(content["findings"]),
        checked=Checked(content["checked"]),
    )


def _order(entry: EventEntry) -> tuple[bool, str, str, str]:
    held = days(entry.on or entry.published)
    return held is None, held[0] if held else "", entry.code, entry.words
