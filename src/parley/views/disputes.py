"""Claims beside their denials, and sides that accuse each other. Who says which; no verdict.

Two statements are put side by side where one denies what the other says, by their words; a denial whose claim
no report of the record carries stands alone, which is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model import Statement, words_at
from parley.record import Record
from parley.record.days import Days, asked_days, check_order, days
from parley.record.entries import StoredFinding
from parley.record.histories.asking import History, HistoryFilter
from parley.record.names import asked_words
from parley.record.telling import day_of

DisputeKind = Literal["denial", "mutual accusation"]
_KINDS: tuple[tuple[DisputeKind, str, tuple[str, ...]], ...] = (
    ("denial", "denial", ("denied",)),
    ("mutual accusation", "accusation", ("mutual",)),
)
_SIDES = ("claims", "denials")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something in a dispute.

    Attributes:
        who: the source, or None where the report names nobody.
        party: on whose behalf, or None.
        words: what is said, in the report's words.
        day: EDTF date it was said, or of publication, or None.
        outlet: who published it, or None.
        report: the report's id.
        finding: the statement's id.
        checked: whether a person looked at it.
        copies: how many further reports carry the same text.
    """

    who: str | None
    party: str | None
    words: str
    day: str | None
    outlet: str | None
    report: str
    finding: str
    checked: str
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something that one says and another denies.

    Attributes:
        kind: a denial, or two sides that accuse each other.
        about: what it is about, in the words of the denial or of the first accusation.
        claims: who says so; empty where the record has the denial only.
        denials: who says that it is not so, or accuses back.
        day: EDTF date of the latest of them, or None.
    """

    kind: DisputeKind
    about: str
    claims: tuple[Voice, ...]
    denials: tuple[Voice, ...]
    day: str | None


def disputes(
    record: Record,
    since: str | None = None,
    until: str | None = None,
    *,
    party: str | None = None,
    limit: int | None = None,
) -> list[Dispute]:
    """What is disputed in a record, the latest first.

    Args:
        record: an open record.
        since: EDTF date; leaves out disputes in which nothing was said from its first day on.
        until: EDTF date; leaves out what was said after its last day, and disputes of which that is all.
        party: words of the name of a side, or of somebody who speaks for one, in any order.
        limit: at most so many, the latest; None: all.

    Raises:
        BadFilter: when a date is not one, both are in the wrong order, or `party` has no word to look for.
    """
    first, last = asked_days(since), asked_days(until)
    check_order(since, until)
    record.fold()
    words = asked_words(party)
    found: list[tuple[DisputeKind, History]] = []
    for kind, named, statuses in _KINDS:
        asked = HistoryFilter(
            named, first and first[0], last and last[1], party=words, statuses=statuses, limit=limit
        )
        found += [(kind, one) for one in record.histories(asked)]
    found.sort(key=lambda one: one[1].content["day"] or "", reverse=True)
    shown = found if limit is None else found[:limit]
    numbers = {number for _, one in shown for name in _SIDES for number in one.content[name]}
    stored = record.findings_numbered(numbers)
    copies = record.copies_of({one.report.id for one in stored.values()})
    voices = {number: _voice(one, copies.get(one.report.id, 0)) for number, one in stored.items()}
    if last is not None:
        voices = {number: one for number, one in voices.items() if _days_of(one)[0] <= last[1]}
    return [one for kind, history in shown if (one := _dispute(kind, history, voices)) is not None]


def _days_of(voice: Voice) -> Days:
    return days(voice.day) or ("", "")


def _dispute(kind: DisputeKind, found: History, voices: dict[int, Voice]) -> Dispute | None:
    """A dispute of those who are to be heard; None where nobody denies anything."""
    claims, denials = (
        tuple(voices[number] for number in found.content[name] if number in voices) for name in _SIDES
    )
    if not denials or (kind != "denial" and not claims):
        return None
    # A denial may only say "the allegations": then the claim tells what is disputed.
    points = kind == "denial" and claims and found.content.get("points", False)
    about = claims if points or kind != "denial" else denials
    latest = max((*claims, *denials), key=lambda voice: _days_of(voice)[1])
    return Dispute(kind, about[0].words, claims, denials, latest.day)


def _voice(stored: StoredFinding, copies: int) -> Voice:
    statement, report = stored.finding, stored.report
    assert isinstance(statement, Statement)
    source = statement.source
    day, _ = day_of(statement.said_on, report.published)
    return Voice(
        who=source.name if source is not None else None,
        party=source.on_behalf_of if source is not None else None,
        words=words_at(statement.content, report.text),
        day=day,
        outlet=report.outlet,
        report=report.id,
        finding=stored.id,
        checked=stored.checked.value,
        copies=copies,
    )
