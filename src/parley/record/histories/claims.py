"""What is claimed beside a denial: statements by their words, and the denials that a statement answers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, case, delete, insert, literal, or_, select

from parley.model.codec import Object
from parley.record.histories.disputes import beside, just_before
from parley.record.histories.said import FEWEST, Said, answers, claims, facts_of, said_of
from parley.record.histories.tables import history_handles, history_tellings, said_words
from parley.record.histories.ways import NO_ANCHOR, Line, Seen, Told
from parley.record.loading import batches

if TYPE_CHECKING:
    from parley.record.database import AnyRow

_KIND = "denial"


def take_in(connection: Connection, report: str, seen: Iterable[Seen]) -> set[int]:
    """Keep what the statements of a report are compared by.

    Returns:
        The denials of which what is claimed beside them may have changed, by their first telling.
    """
    rows = [row for one in seen if (row := _row(one)) is not None]
    kept = connection.execute(select(said_words).where(said_words.c.report == report)).all()
    before = [dict(row._mapping) for row in kept]
    if sorted(before, key=_number) == sorted(rows, key=_number):
        return set()
    connection.execute(delete(said_words).where(said_words.c.report == report))
    if rows:
        connection.execute(insert(said_words), rows)
    changed = [row for row in before if row not in rows] + [row for row in rows if row not in before]
    own = select(history_tellings.c.history).where(
        history_tellings.c.kind == _KIND, history_tellings.c.report == report
    )
    touched = {number for number in connection.scalars(own) if number is not None}
    plain = [said_of(json.loads(row["facts"])) for row in changed if not row["denies"]]
    return touched | _answered(connection, [said for said in plain if len(said.words) >= FEWEST])


def with_claims(connection: Connection, members: Sequence[Told]) -> Line:
    """A denial with what is claimed beside it."""
    denial = members[0]
    own: Said = denial.read
    found = [one for one in _like(connection, own) if claims(one.read, own)]
    if own.points:
        # "The allegations" are those of its own report; elsewhere, what says the same as they do.
        here = just_before(_of_report(connection, denial.report), denial)
        known = {one.finding for one in here}
        found = here + [
            one
            for one in found
            if one.finding not in known and (not here or answers(one.read, here[-1].read))
        ]
        found.sort(key=lambda one: one.sort)
    return beside(members, found)


def _of_report(connection: Connection, report: str) -> list[Told]:
    """What a report that is no copy says, in its order."""
    query = select(said_words).where(said_words.c.report == report, said_words.c.denies.is_(False))
    return [_told(row) for row in connection.execute(query.order_by(said_words.c.sort))]


def _like(connection: Connection, own: Said) -> list[Told]:
    """What others say at about the time of a denial that has words of its own."""
    if len(own.words) < FEWEST:
        return []
    low, high = own.reach
    column = said_words.c
    near = column.anchor.between(low, high) | (column.anchor == NO_ANCHOR)
    if own.negated:  # it must be in a claim, and few rows have it: the others need not be looked at further
        near &= or_(*map(_has, sorted(own.negated)))
    has = map(_has, sorted(own.words - own.names))
    shared: Any = sum((case((one, 1), else_=0) for one in has), literal(0))
    plain = column.denies.is_(False) & (column.side != own.side)
    # Read from the index of days and words alone; the rest of a row only where it is wanted.
    found = select(column.finding).where(near, plain, shared >= FEWEST)
    query = select(said_words).where(column.finding.in_(found)).order_by(column.sort)
    return [_told(row) for row in connection.execute(query)]


def _has(word: str) -> ColumnElement[bool]:
    return said_words.c.words.contains(f" {word} ", autoescape=True)


def _answered(connection: Connection, plain: Sequence[Said]) -> set[int]:
    """The denials, each the first of its history, that some statements answer."""
    if not plain:
        return set()
    reached = [said.reach for said in plain]
    whole = min(low for low, _ in reached), max(high for _, high in reached)
    handles = sorted({f"{_KIND}|{word}" for said in plain for word in said.words})
    column = history_handles.c
    shared: Counter[int] = Counter()
    for low, high in {whole, (NO_ANCHOR, NO_ANCHOR)}:
        for batch in batches(handles):
            here = column.handle.in_(batch) & column.anchor.between(low, high)
            shared.update(connection.scalars(select(column.finding).where(here)))
    touched = set()
    for numbers in batches(sorted(number for number, times in shared.items() if times >= FEWEST)):
        query = select(history_tellings).where(
            history_tellings.c.kind == _KIND,
            history_tellings.c.finding.in_(numbers),
            history_tellings.c.finding == history_tellings.c.history,
        )
        for row in connection.execute(query):
            denial = said_of(json.loads(row.facts))
            if any(claims(said, denial) for said in plain):
                touched.add(row.history)
    return touched


def _row(seen: Seen) -> Object | None:
    found = facts_of(seen)
    if found is None:
        return None
    sort, facts = found
    return {
        "finding": seen.number,
        "report": seen.report,
        "anchor": said_of(facts).anchor,
        "sort": sort,
        "denies": facts["denies"] or facts["negated"] is not None,
        "side": facts["side"],
        "words": f" {' '.join(sorted(said_of(facts).words))} ",
        "facts": json.dumps(facts, ensure_ascii=False),
    }


def _told(row: AnyRow) -> Told:
    facts = json.loads(row.facts)
    return Told(row.finding, "", row.report, row.sort, facts, said_of(facts))


def _number(row: Object) -> int:
    return int(row["finding"])
