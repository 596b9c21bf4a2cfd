"""Looking for findings of one kind, as far as indexes tell which fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, TextClause, and_, func, or_, select

from parley.record import search
from parley.record.days import days
from parley.record.entries import StoredFinding
from parley.record.loading import FINDING_COLUMNS, stored_findings
from parley.record.names import searchable
from parley.record.schema import IS_STATEMENT, NOT_REJECTED, NOT_STATEMENT, SHOWN_BY, findings, readings

_BY_NAME = frozenset({"statement", "mention"})
"""Kinds whose parties are all among the columns of name and party."""
_BY_PARTY = frozenset({"position", "proposal", "commitment"})
_VALUED = frozenset({"statement", "position", "commitment", "mention"})
"""Kinds whose value is the column of the kind."""
_DATED = frozenset({"statement", "position", "proposal", "encounter", "event", "mention"})
"""Kinds whose day is never later than what the columns of days say."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for. What the indexes do not tell, they leave in: look at what is found.

    Attributes:
        kind: a type of findings.
        words: words and phrases that the words showing the finding have.
        party: words of a party's name.
        speaker: words of the speaker's name.
        value: stance, speech, status or kind of name.
        since: EDTF date; nothing that was over before.
        until: EDTF date; nothing that began after.
        checked: what people made of it; None: anything but rejected.
        limit: at most so many, the latest; None: all.
    """

    kind: str
    words: tuple[str, ...] = ()
    party: str | None = None
    speaker: str | None = None
    value: str | None = None
    since: str | None = None
    until: str | None = None
    checked: str | None = None
    limit: int | None = None


def day_back(connection: Connection, kinds: Iterable[str], number: int) -> str | None:
    """The latest day from which on there are about so many findings of one of some kinds, or None.

    Args:
        connection: to the record.
        kinds: types of findings.
        number: how many; those that are shown no more count, too.
    """
    found = []
    for kind in kinds:
        column = findings.c.first_day if kind == "statement" else findings.c.last_day
        others = IS_STATEMENT if kind == "statement" else NOT_STATEMENT & (findings.c.type == kind)
        query = select(column).where(others, column.is_not(None)).order_by(column.desc())
        found.append(connection.scalar(query.offset(number).limit(1)))
    return max((day for day in found if day is not None), default=None)


def seek(connection: Connection, sought: Sought) -> list[StoredFinding]:
    """At least the findings that fit, by day of publication, those of undated reports last."""
    query: Select[Any] = (
        select(*FINDING_COLUMNS)
        .join(readings, readings.c.number == findings.c.reading)
        .where(readings.c.current, findings.c.type == sought.kind, *_conditions(connection, sought))
    )
    # Not the bare position: an index in that order would have every finding of a report looked at.
    latest_first = (SHOWN_BY.desc(), readings.c.number.desc(), (findings.c.position + 0).desc())
    query = query.order_by(*latest_first)
    if sought.limit is not None:
        query = query.limit(sought.limit)
    found = stored_findings(connection, connection.execute(query).all()[::-1])
    return sorted(found, key=lambda one: one.report.published or "9999")


def _conditions(connection: Connection, sought: Sought) -> list[ColumnElement[bool] | TextClause]:
    found: list[ColumnElement[bool] | TextClause] = [
        NOT_REJECTED if sought.checked is None else findings.c.checked == sought.checked
    ]
    shown = search.might_match(sought.words, connection.dialect.name) if sought.kind != "statement" else None
    if shown is not None:
        soon = sought.limit is not None and search.is_common(connection, shown, sought.kind)
        whole = search.of_type(shown, sought.kind, connection.dialect.name)
        found.append(search.walked(shown) if soon else whole)
    if sought.party is not None and sought.kind in _BY_NAME | _BY_PARTY:
        named = _has_words(findings.c.party_words, sought.party)
        if sought.kind in _BY_NAME:
            named = or_(named, _has_words(findings.c.name_words, sought.party))
        found.append(named)
    if sought.speaker is not None and sought.kind == "statement":
        found.append(_has_words(findings.c.name_words, sought.speaker))
    if sought.value is not None and sought.kind in _VALUED:
        found.append(func.lower(findings.c.kind) == sought.value.casefold())
    return [*found, *_in_time(sought)]


def _in_time(sought: Sought) -> Iterator[ColumnElement[bool]]:
    """That a finding may be of the days asked for: by its own date, or by the day its report came out."""
    since, until = days(sought.since), days(sought.until)
    if since is not None and sought.kind != "statement" and not sought.words:
        yield NOT_STATEMENT  # the condition of the index by days
    spread = readings.c.published.contains("/")
    if since is not None and sought.kind in _DATED:
        yield findings.c.last_day >= since[0]
    elif since is not None:
        yield or_(findings.c.last_day >= since[0], readings.c.published >= since[0][:4], spread)
    if until is not None:
        year = func.substr(readings.c.published, 1, 4)
        yield or_(findings.c.first_day <= until[1], year <= until[1][:4], spread)


def _has_words(column: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    words = searchable(wanted).split()
    return and_(column.is_not(None), *(column.contains(f" {word} ", autoescape=True) for word in words))
