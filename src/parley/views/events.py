"""The events of a record by day: who did what to whom, where, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.model import Event, Mention
from parley.model.rulings import Checked, checked_of
from parley.record import Record
from parley.record.days import days
from parley.record.entries import StoredFinding
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


def events(record: Record, wanted: Wanted | None = None) -> list[EventEntry]:
    """The events of a record in the order of their days; what has no date stands at its report's day.

    Reports that tell of the same class of event by the same actor against the same target on the same day,
    and give the same factuality and teller, tell of one.

    Args:
        record: an open record.
        wanted: which events; default: all.
    """
    wanted = wanted or Wanted()
    groups: dict[object, list[tuple[StoredFinding, Event]]] = {}
    parties = _affiliations(record.findings_of_type("mention")) if wanted.party is not None else {}
    for stored in record.findings_of_type("event"):
        known = parties.get(stored.report.id, {})
        if isinstance(stored.finding, Event) and _fits(stored, stored.finding, wanted, known):
            groups.setdefault(_key(stored, stored.finding), []).append((stored, stored.finding))
    return sorted((_entry(told) for told in groups.values()), key=_order)


def _affiliations(mentions: Iterable[StoredFinding]) -> dict[str, dict[str, str]]:
    """Whom the people of each report speak for, by their names."""
    found: dict[str, dict[str, str]] = {}
    for stored in mentions:
        one = stored.finding
        if isinstance(one, Mention) and one.affiliation:
            found.setdefault(stored.report.id, {})[one.name] = one.affiliation
    return found


def _fits(stored: StoredFinding, event: Event, wanted: Wanted, parties: dict[str, str]) -> bool:
    if wanted.code is not None and event.code not in folded_codes(wanted.code.upper()):
        return False
    if wanted.factuality is not None and event.factuality != wanted.factuality:
        return False
    sides = [name for side in (event.actor, event.target) if side for name in side.split("; ")]
    known = [*sides, *(parties[name] for name in sides if name in parties)]
    if not any(_has_words(name, wanted.party) for name in known or [""]):
        return False
    if not _has_words(event.place or "", wanted.place) or not _has_words(_words(stored, event), wanted.text):
        return False
    return _within(event.on or stored.report.published, wanted)


def _has_words(text: str, wanted: str | None) -> bool:
    """Whether a text has all the words wanted, in any order and case."""
    if wanted is None:
        return True
    held = text.casefold()
    return all(word in held for word in wanted.casefold().split())


def _words(stored: StoredFinding, event: Event) -> str:
    text = stored.report.text
    return " … ".join(" ".join(span.of(text).split()) for span in event.evidence)


def _within(on: str | None, wanted: Wanted) -> bool:
    first, last = days(wanted.since), days(wanted.until)
    if first is None and last is None:
        return True
    held = days(on)
    if held is None:
        return False
    return (first is None or held[1] >= first[0]) and (last is None or held[0] <= last[1])


def _key(stored: StoredFinding, event: Event) -> object:
    """What makes two findings one event; one without a date or without both sides stands alone."""
    if event.on is None or event.actor is None or event.target is None:
        return stored.id
    return event.code, event.actor, event.target, event.on, event.factuality, event.claimed_by


def _entry(told: Sequence[tuple[StoredFinding, Event]]) -> EventEntry:
    stored, event = told[0]
    return EventEntry(
        on=event.on,
        published=stored.report.published,
        code=event.code,
        actor=event.actor,
        target=event.target,
        place=next((one.place for _, one in told if one.place), None),
        factuality=event.factuality,
        claimed_by=event.claimed_by,
        words=_words(stored, event),
        reports=tuple(dict.fromkeys(one.report.id for one, _ in told)),
        findings=tuple(dict.fromkeys(one.id for one, _ in told)),
        checked=checked_of(one.checked for one, _ in told),
    )


def _order(entry: EventEntry) -> tuple[bool, str, str, str]:
    held = days(entry.on or entry.published)
    return held is None, held[0] if held else "", entry.code, entry.words
