"""Claims beside their denials, and sides that accuse each other. Who says which; no verdict.

Two statements are put side by side where one denies what the other says, by their words; a denial whose claim
no report of the record carries stands alone, which is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.copies.kinds import ONLY_COPIES, Relation
from parley.model import Statement
from parley.record import Record
from parley.record.days import days
from parley.record.entries import StoredFinding
from parley.record.names import searchable
from parley.views.board import day_of
from parley.vocabulary.disputes import bases_of, dispute_words

DisputeKind = Literal["denial", "mutual accusation"]
# How many days a claim and its denial may lie apart: what is denied later is hardly the same news.
_APART = 14
# Of the words of the shorter of the two, so many must stand in the other for both to speak of the same.
_ALIKE = 0.5
_FEWEST = 2


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


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with what is compared of it."""

    stored: StoredFinding
    statement: Statement
    words: frozenset[str]
    denies: bool
    accuses: bool
    day: str | None
    copies: int

    @property
    def who(self) -> str:
        return self.statement.source.name if self.statement.source is not None else ""

    @property
    def side(self) -> str:
        """For whom it is said: two of one side do not contradict each other here."""
        source = self.statement.source
        return searchable((source.on_behalf_of or source.name) if source is not None else "")


def disputes(record: Record, since: str | None = None) -> list[Dispute]:
    """What is disputed in a record, the latest first.

    Args:
        record: an open record.
        since: EDTF date; leaves out disputes in which nothing was said from its first day on.
    """
    said = _said(record)
    found = [*_denials(said), *_mutual(said)]
    first = days(since)
    if first is not None:
        found = [one for one in found if (days(one.day) or ("", ""))[1] >= first[0]]
    return sorted(found, key=lambda one: one.day or "", reverse=True)


def _said(record: Record) -> list[_Said]:
    """The statements of a record that somebody made, those of copies folded away."""
    record.fold()
    families = record.family_ids()
    copies: dict[str, int] = {}
    for family, relation in families.values():
        copies[family] = copies.get(family, 0) + (relation in ONLY_COPIES)
    found = []
    for stored in record.findings_of_type("statement"):
        statement = stored.finding
        _, relation = families.get(stored.report.id, ("", Relation.ORIGINAL))
        if not isinstance(statement, Statement) or relation in ONLY_COPIES or not statement.content:
            continue
        cue = _bases(statement.cue.of(stored.report.text) if statement.cue is not None else "")
        words = dispute_words()
        day, _ = day_of(statement.said_on, stored.report.published)
        said = _content(statement, stored.report.text)
        found.append(
            _Said(
                stored,
                statement,
                _telling(said),
                bool(cue & words.denying),
                bool(cue & words.accusing),
                day,
                copies.get(stored.report.id, 0),
            )
        )
    return found


def _content(statement: Statement, text: str) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in statement.content)


def _bases(words: str) -> frozenset[str]:
    return frozenset(base for word in searchable(words).split() for base in bases_of(word))


def _telling(words: str) -> frozenset[str]:
    """The words that tell what a content is about, each by its shortest base form."""
    lists = dispute_words()
    plain = (word for word in searchable(words).split() if word not in lists.common)
    shortest = (min(bases_of(word), key=lambda base: (len(base), base)) for word in plain)
    return frozenset(word for word in shortest if word not in lists.wrapping | lists.common)


def _denials(said: Sequence[_Said]) -> Iterable[Dispute]:
    denials = [one for one in said if one.denies and one.who]
    taken: set[str] = set()
    for denial in denials:
        if denial.stored.id in taken:
            continue
        same = [
            one
            for one in denials
            if one.stored.id not in taken
            and (one is denial or (one.side == denial.side and _alike(one, denial)))
        ]
        taken |= {one.stored.id for one in same}
        claims = [one for one in said if not one.denies and one.side != denial.side and _answers(one, denial)]
        if not claims and len(denial.words) < _FEWEST:
            claims = _just_before(said, denial)
        yield _dispute("denial", _content(denial.statement, denial.stored.report.text), claims, same)


def _just_before(said: Sequence[_Said], denial: _Said) -> list[_Said]:
    """What "the allegations" means: the last thing said of the denying side before, in the same report."""
    place = denial.stored.finding.evidence[0].start
    before = [
        one
        for one in said
        if one.stored.report.id == denial.stored.report.id
        and one.stored.finding.evidence[0].start < place
        and one.side != denial.side
        and (one.accuses or _speaks_of(one, denial))
    ]
    return before[-1:]


def _mutual(said: Sequence[_Said]) -> Iterable[Dispute]:
    """Sides that accuse each other of much the same within two weeks."""
    accusing = [one for one in said if one.accuses and one.side]
    taken: set[str] = set()
    for number, one in enumerate(accusing):
        if one.stored.id in taken:
            continue
        back = [
            other
            for other in accusing[number + 1 :]
            if other.side != one.side and other.stored.id not in taken and _answers(one, other)
            and (_speaks_of(one, other) or _speaks_of(other, one))
        ]  # fmt: skip
        if back:
            taken |= {one.stored.id, *(other.stored.id for other in back)}
            yield _dispute("mutual accusation", _content(one.statement, one.stored.report.text), [one], back)


def _speaks_of(one: _Said, other: _Said) -> bool:
    """Whether a statement is about the other's side."""
    return any(word in one.words for word in other.side.split()) or other.side in {
        searchable(name) for name in one.statement.about
    }


def _answers(one: _Said, other: _Said) -> bool:
    """Whether two statements speak of the same at about the same time."""
    return _alike(one, other) and _near(one.day, other.day)


def _alike(one: _Said, other: _Said) -> bool:
    shared = one.words & other.words
    return len(shared) >= _FEWEST and len(shared) >= _ALIKE * min(len(one.words), len(other.words))


def _near(one: str | None, two: str | None) -> bool:
    first, second = days(one), days(two)
    if first is None or second is None:
        return True
    gap = max(_number(first[0]) - _number(second[1]), _number(second[0]) - _number(first[1]))
    return gap <= _APART


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _dispute(kind: DisputeKind, about: str, claims: Sequence[_Said], denials: Sequence[_Said]) -> Dispute:
    latest = max((one.day for one in (*claims, *denials) if one.day), default=None, key=_end)
    return Dispute(kind, about, tuple(map(_voice, claims)), tuple(map(_voice, denials)), latest)


def _end(day: str) -> str:
    return (days(day) or ("", ""))[1]


def _voice(one: _Said) -> Voice:
    source, report = one.statement.source, one.stored.report
    return Voice(
        who=source.name if source is not None else None,
        party=source.on_behalf_of if source is not None else None,
        words=_content(one.statement, report.text),
        day=one.day,
        outlet=report.outlet,
        report=report.id,
        finding=one.stored.id,
        checked=one.stored.checked.value,
        copies=one.copies,
    )
