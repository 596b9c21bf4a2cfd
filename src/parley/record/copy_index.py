"""Which reports could share something with a new one: looked up by numbers, not by going through all.

Two reports are compared when they have a number in common, and at least one of them is a hub of it: one of
the first `HUBS` reports that have it, by their ids. So a line that thirty thousand reports carry costs each
of them no more than `HUBS` comparisons; and which pairs are compared depends on which reports there are, not
on the order they came in. That is why a comparison is taken back where a newcomer takes a hub's place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import BigInteger, Connection, column, func, insert, select, values

from parley.copies.signatures import SCHEME, signature
from parley.copies.words import Words, story_words
from parley.record.copy_tables import copy_keys, copy_signatures
from parley.record.loading import batches
from parley.record.schema import reports

HUBS = 16
"""How many of the reports that have a number are compared with all others that have it."""

_LAST = 2**63 - 1
_SIGN_BITS = 1


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the arrival of a report changes.

    Attributes:
        near: the reports to compare with it.
        parted: pairs that are no longer compared, unless by another number they share.
    """

    near: frozenset[str]
    parted: frozenset[tuple[str, str]]


def rank_of(report: str) -> int:
    """A report's id as a number that databases keep."""
    return int(report, 16) >> _SIGN_BITS


def note(connection: Connection, report: str, hubs: int = HUBS) -> Neighbours:
    """Enter a report into the index, and say what it is to be compared with.

    Args:
        connection: inside a transaction that may write.
        report: the id of a report of the record that is not in the index.
        hubs: see `HUBS`.
    """
    words = words_of(connection, report)
    keys = sorted(signature(words))
    rank = rank_of(report)
    connection.execute(
        insert(copy_signatures), {"report": report, "rank": rank, "scheme": SCHEME, "words": len(words)}
    )
    if not keys:
        return Neighbours(frozenset(), frozenset())
    connection.execute(insert(copy_keys), [{"key": key, "rank": rank} for key in keys])
    near: set[int] = set()
    parted: set[tuple[int, int]] = set()
    for key, first in _first_of(connection, keys, hubs + 1).items():
        near.update(first[:hubs])
        if len(first) > hubs and rank in first[:hubs]:
            everyone = _all_of(connection, key)
            near.update(everyone)
            parted.update((first[hubs], other) for other in everyone[hubs + 1 :])
    names = _names(connection, near.union(*parted) - {rank})
    return Neighbours(
        frozenset(names[other] for other in near - {rank}),
        frozenset((min(pair), max(pair)) for pair in ((names[a], names[b]) for a, b in parted)),
    )


def still_near(connection: Connection, first: str, second: str, hubs: int = HUBS) -> bool:
    """Whether two reports are to be compared: whether either is a hub of a number both have."""
    shared = signature(words_of(connection, first)) & signature(words_of(connection, second))
    ranks = {rank_of(first), rank_of(second)}
    found = _first_of(connection, sorted(shared), hubs)
    return any(not ranks.isdisjoint(reports_) for reports_ in found.values())


def words_of(connection: Connection, report: str) -> Words:
    """The words of a report of the record."""
    text = connection.scalar(select(reports.c.text).where(reports.c.id == report))
    return _words(str(text))


@lru_cache(maxsize=128)
def _words(text: str) -> Words:
    """The words of a text; those of the last reports are kept, since a copy seldom comes alone."""
    return story_words(text)


def _first_of(connection: Connection, keys: Collection[int], count: int) -> dict[int, list[int]]:
    """For each number the first `count` reports that have it, in order."""
    first: dict[int, list[int]] = defaultdict(list)
    for batch in batches(keys):
        wanted = values(column("key", BigInteger), name="wanted").data([(key,) for key in batch]).cte()
        other = copy_keys.alias("other")
        last = (
            select(other.c.rank)
            .where(other.c.key == wanted.c.key)
            .order_by(other.c.rank)
            .limit(1)
            .offset(count - 1)
            .scalar_subquery()
        )
        query = (
            select(copy_keys.c.key, copy_keys.c.rank)
            .select_from(wanted.join(copy_keys, copy_keys.c.key == wanted.c.key))
            .where(copy_keys.c.rank <= func.coalesce(last, _LAST))
            .order_by(copy_keys.c.key, copy_keys.c.rank)
        )
        for row in connection.execute(query):
            first[row.key].append(row.rank)
    return first


def _all_of(connection: Connection, key: int) -> list[int]:
    """All reports that have a number, in order."""
    query = select(copy_keys.c.rank).where(copy_keys.c.key == key).order_by(copy_keys.c.rank)
    return list(connection.scalars(query))


def _names(connection: Connection, ranks: Iterable[int]) -> dict[int, str]:
    """The ids of reports by their ranks."""
    names: dict[int, str] = {}
    for batch in batches(ranks):
        query = select(copy_signatures.c.rank, copy_signatures.c.report).where(
            copy_signatures.c.rank.in_(batch)
        )
        names.update((row.rank, row.report) for row in connection.execute(query))
    return names
