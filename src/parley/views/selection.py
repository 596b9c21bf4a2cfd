"""One way of asking everywhere: which findings of a record are meant, as fields or as one line of words.

A line reads ``reservoir "stop filling" kind:position party:solane since:2025-06-01 checked:machine``: plain
words and quoted phrases must stand in the words that show the finding; each field narrows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from parley.model import Commitment, Encounter, Event, Finding, Mention, Position, Proposal, Statement
from parley.model.rulings import Checked
from parley.record import LedgerFilter, Record
from parley.record.days import asked_days, check_order, days
from parley.record.entries import StoredFinding
from parley.record.errors import BadFilter
from parley.record.names import searchable
from parley.record.seeking import Sought
from parley.views.board import day_of

KINDS = ("statement", "position", "encounter", "proposal", "commitment", "event", "mention")
"""The types of findings, in the order they are shown."""
FIELDS = (
    "kind",
    "party",
    "speaker",
    "issue",
    "value",
    "place",
    "outlet",
    "report",
    "since",
    "until",
    "checked",
)
"""The fields a line may narrow by."""
_TERM = re.compile(r'(?:(\w+):(?:"([^"]*)"|(\S+)))|"([^"]*)"|(\S+)')
_MORE = 8
"""How many times as many findings are looked at when too few of the latest fit."""
_CURLY = str.maketrans("“”„«»", '"""""')
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings are asked for; what is None or empty leaves all in.

    Attributes:
        words: words and phrases that the words showing the finding must have, in any order.
        kind: types of findings.
        party: words of a party's name: whose position, who takes part, on whose behalf.
        speaker: words of a speaker's name.
        issue: words of the issue or of what it is on.
        value: stance, status, speech, factuality or code.
        place: words of the place.
        outlet: words of the outlet's name.
        report: the beginning of a report's id.
        since: EDTF date; leaves out what was over before.
        until: EDTF date; leaves out what began after.
        checked: machine, confirmed, corrected or rejected.
    """

    words: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    party: str | None = None
    speaker: str | None = None
    issue: str | None = None
    value: str | None = None
    place: str | None = None
    outlet: str | None = None
    report: str | None = None
    since: str | None = None
    until: str | None = None
    checked: str | None = None

    def line(self) -> str:
        """The selection as one line of words, for showing what was asked."""
        parts = [f'"{word}"' if " " in word else word for word in self.words]
        parts += [f"kind:{kind}" for kind in self.kind]
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name not in {"words", "kind"} and value:
                parts.append(f'{field.name}:"{value}"' if " " in value else f"{field.name}:{value}")
        return " ".join(parts)


def selection_of(line: str) -> Selection:
    """What a line of words asks for.

    Raises:
        BadFilter: when it has a field that there is none of, or asks for a kind, date or mark that is none.
    """
    asked = Selection()
    for name, quoted, plain, phrase, word in _TERM.findall(line.translate(_CURLY)):
        value = quoted or plain
        if name in FIELDS:
            asked = (
                replace(asked, kind=(*asked.kind, value))
                if name == "kind"
                else replace(asked, **{name: value})
            )
        elif name and name.isidentifier() and not value.startswith("//"):
            raise BadFilter(f"There is no field {name!r} to narrow by; there are {', '.join(FIELDS)}.")
        elif _LETTER.search(phrase or word or f"{name}:{value}"):
            asked = replace(asked, words=(*asked.words, phrase or word or f"{name}:{value}"))
    return checked_selection(asked)


def checked_selection(asked: Selection) -> Selection:
    """The selection itself, when all its values can be looked for.

    Raises:
        BadFilter: when a kind, date or mark is none.
    """
    for kind in asked.kind:
        if kind not in KINDS:
            raise BadFilter(f"There is no kind {kind!r}; there are {', '.join(KINDS)}.")
    for date in (asked.since, asked.until):
        asked_days(date)
    check_order(asked.since, asked.until)
    if asked.checked is not None and asked.checked not in set(Checked):
        raise BadFilter(f"There is no mark {asked.checked!r}; there are {', '.join(Checked)}.")
    return asked


def select(record: Record, asked: Selection, limit: int | None = None) -> list[StoredFinding]:
    """The findings asked for, by kind, then by day of publication.

    Args:
        record: an open record.
        asked: which; see `selection_of`.
        limit: at most so many of each kind, the latest; None: all.

    Raises:
        BadFilter: see `checked_selection`.
    """
    checked_selection(asked)
    return [stored for kind in asked.kind or KINDS[:-1] for stored in _of_kind(record, kind, asked, limit)]


def _of_kind(record: Record, kind: str, asked: Selection, limit: int | None) -> list[StoredFinding]:
    """The findings of a kind that fit; where only some are wanted, more are looked at until there are."""
    most = limit
    while True:
        found = _looked_up(record, kind, asked, most)
        fitting = [stored for stored in found if _fits(stored, asked)]
        if limit is None or most is None or len(found) < most or len(fitting) >= limit:
            return fitting if limit is None else fitting[-limit:]
        most *= _MORE


def _looked_up(record: Record, kind: str, asked: Selection, most: int | None) -> list[StoredFinding]:
    """At least the findings of a kind that fit, as the indexes of the record tell."""
    if kind == "statement" and asked.words:
        text = " ".join(f'"{word}"' for word in asked.words)
        rejected = asked.checked == Checked.REJECTED
        return record.statements(LedgerFilter(text=text, rejected=rejected, limit=most))
    sought = Sought(
        kind,
        words=asked.words,
        party=asked.party,
        speaker=asked.speaker,
        value=asked.value,
        since=asked.since,
        until=asked.until,
        checked=asked.checked,
        limit=most,
    )
    return record.seek(sought)


def _fits(stored: StoredFinding, asked: Selection) -> bool:
    finding = stored.finding
    facts = facts_of(finding)
    if asked.checked is not None and stored.checked.value != asked.checked:
        return False
    if asked.report is not None and not stored.report.id.startswith(asked.report):
        return False
    if asked.value is not None and asked.value.casefold() != (facts.value or "").casefold():
        return False
    named = (
        _has(facts.parties, asked.party)
        and _has((facts.speaker,), asked.speaker)
        and _has(facts.topics, asked.issue)
        and _has((facts.place,), asked.place)
        and _has((stored.report.outlet,), asked.outlet)
    )
    return named and _in_time(stored, facts.on, asked) and _worded(stored, asked)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a finding of any kind can be narrowed by.

    Attributes:
        parties: the sides it names.
        speaker: who says it, or None.
        topics: issue, and what it is on.
        value: stance, status, speech, factuality, code or kind of name.
        place: where, or None.
        on: its own EDTF date, or None.
    """

    parties: tuple[str | None, ...] = ()
    speaker: str | None = None
    topics: tuple[str | None, ...] = ()
    value: str | None = None
    place: str | None = None
    on: str | None = None


def facts_of(finding: Finding) -> Facts:
    """What a finding can be narrowed by."""
    topics: tuple[str | None, ...]
    who: tuple[str | None, ...]
    match finding:
        case Statement(source=source):
            name = source.name if source is not None else None
            parties = (source.on_behalf_of if source is not None else None, name)
            return Facts(parties, name, finding.about, finding.speech, finding.venue, finding.said_on)
        case Position(party=party):
            topics = (finding.issue, finding.on)
            return Facts((party,), finding.ascribed_by, topics, finding.stance, None, finding.as_of)
        case Encounter(participants=who, place=place):
            topics = (finding.form, *finding.agenda)
            return Facts(who, finding.agenda_withheld_by, topics, finding.status, place, finding.on)
        case Proposal(label=label):
            return Facts((finding.proposed_by,), None, (label, *finding.terms), None, None, finding.on)
        case Commitment():
            return Facts((finding.party,), None, (finding.act,), finding.status)
        case Event(code=code, place=place):
            who = (finding.actor, finding.target)
            return Facts(who, finding.claimed_by, (code,), finding.factuality, place, finding.on)
        case Mention():
            return Facts((finding.name, finding.affiliation), None, (), finding.kind)
        case _:
            return Facts()


def _has(names: Iterable[str | None], wanted: str | None) -> bool:
    """Whether one of the names has all words wanted."""
    if wanted is None:
        return True
    words = searchable(wanted).split()
    return any(all(f" {word} " in searchable(name) for word in words) for name in names if name)


def _in_time(stored: StoredFinding, on: str | None, asked: Selection) -> bool:
    if asked.since is None and asked.until is None:
        return True
    day = on if isinstance(stored.finding, Encounter) and on else day_of(on, stored.report.published)[0]
    held, first, last = days(day), days(asked.since), days(asked.until)
    if held is None:
        return False
    return (first is None or held[1] >= first[0]) and (last is None or held[0] <= last[1])


def _worded(stored: StoredFinding, asked: Selection) -> bool:
    """Whether all words stand in what shows the finding; the index has answered for statements."""
    if not asked.words or isinstance(stored.finding, Statement):
        return True
    text = stored.report.text
    shown = " ".join(searchable(span.of(text)) for span in stored.finding.evidence)
    return all(f" {' '.join(searchable(word).split())} " in shown for word in asked.words)
