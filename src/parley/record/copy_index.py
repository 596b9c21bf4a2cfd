"""Which reports could share something with a new one: looked up by numbers, not by going through all.

A number that at most `HUBS` reports have is rare: two reports that share one passage, or two sequences of
names, by rare numbers are compared. Of a common number the first `HUBS` reports that have it, by their ids,
are its hubs: two reports that share `MANY` numbers of which either is a hub are compared too. So a line
that thirty thousand reports carry costs none of them much, and of a thousand copies of one story each is
compared with a few; and which pairs are compared depends on which reports there are, not on the order they
came in. Numbers only become more common, and hubs only lose their place: what was found of two reports may
have to be taken back, but nothing is ever to be looked for later.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sqlalchemy import Connection, TextClause, insert, select, text

from parley.copies.signatures import SCHEME, is_passage, signature
from parley.copies.words import Words, story_words
from parley.record.copy_tables import copy_keys, copy_signatures
from parley.record.loading import batches
from parley.record.schema import reports

HUBS = 8
"""How many reports may have a rare number; how many hubs a common one has."""

MANY = 6
"""How many common numbers two reports share that are more than a line both were given."""

_RARE_ENOUGH = 2
_OF_PASSAGE, _OF_NAMES = 2, 1
_LAST = 2**63 - 1
_SIGN_BITS = 1
_ASKED = 64
_NO_KEY = -1
_KEPT = 160  # a report's words take some 200 bytes each


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the arrival of a report changes.

    Attributes:
        near: the reports to compare with it.
        unsure: for a report, those with which it may no longer be compared.
    """

    near: frozenset[str]
    unsure: Mapping[str, frozenset[str]]


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
    keys = enter(connection, report)
    rank = rank_of(report)
    tally = _Tally()
    unsure: dict[int, set[int]] = defaultdict(set)
    for key, first in _first_of(connection, keys, hubs + 2).items():
        everyone = first if len(first) <= hubs + 1 else first[:hubs]
        if len(first) > hubs + 1 and rank in everyone:
            everyone = _all_of(connection, key)
        tally.count(other for other in everyone if len(first) <= hubs or _met(rank, other, first[:hubs]))
        if len(first) <= hubs:
            tally.count_rare(key, first)
        elif len(first) == hubs + 1:
            for other in first:
                unsure[other].update(first)
        elif rank in first[:hubs]:
            unsure[first[hubs]].update(everyone[hubs + 1 :])
    near = tally.near() - {rank}
    names = _names(connection, near.union(unsure, *unsure.values()))
    return Neighbours(
        frozenset(names[other] for other in near),
        {names[one]: frozenset(names[other] for other in others) for one, others in unsure.items()},
    )


def enter(connection: Connection, report: str) -> list[int]:
    """Write a report's numbers into the index, and give them.

    Args:
        connection: inside a transaction that may write.
        report: the id of a report of the record that is not in the index.
    """
    content = _text_of(connection, report)
    words, keys = _words(content), sorted(_signature(content))
    rank = rank_of(report)
    connection.execute(
        insert(copy_signatures), {"report": report, "rank": rank, "scheme": SCHEME, "words": len(words)}
    )
    if keys:
        connection.execute(insert(copy_keys), [{"key": key, "rank": rank} for key in keys])
    return keys


def still_near(connection: Connection, first: str, second: str, hubs: int = HUBS) -> bool:
    """Whether two reports are to be compared, as the index now is."""
    shared = _signature(_text_of(connection, first)) & _signature(_text_of(connection, second))
    one, other = rank_of(first), rank_of(second)
    tally = _Tally()
    for key, holders in _first_of(connection, sorted(shared), hubs + 1).items():
        if len(holders) <= hubs:
            tally.count_rare(key, (other,))
        if len(holders) <= hubs or _met(one, other, holders[:hubs]):
            tally.count((other,))
    return bool(tally.near())


def _met(one: int, other: int, hubs: Sequence[int]) -> bool:
    """Whether either of two is a hub."""
    return one in hubs or other in hubs


class _Tally:
    """What other reports share with one: numbers in all, and rare ones by their weight."""

    def __init__(self) -> None:
        self._all: Counter[int] = Counter()
        self._rare: Counter[int] = Counter()

    def count(self, others: Iterable[int]) -> None:
        """Some reports share a number."""
        self._all.update(others)

    def count_rare(self, key: int, others: Iterable[int]) -> None:
        """Some reports share a rare number."""
        weight = _OF_PASSAGE if is_passage(key) else _OF_NAMES
        for other in others:
            self._rare[other] += weight

    def near(self) -> frozenset[int]:
        """The reports that share enough."""
        rare = (other for other, weight in self._rare.items() if weight >= _RARE_ENOUGH)
        return frozenset((*rare, *(other for other, count in self._all.items() if count >= MANY)))


def words_of(connection: Connection, report: str) -> Words:
    """The words of a report of the record."""
    return _words(_text_of(connection, report))


def _text_of(connection: Connection, report: str) -> str:
    return str(connection.scalar(select(reports.c.text).where(reports.c.id == report)))


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> Words:
    """The words of a text; those of the last reports are kept, since a copy seldom comes alone."""
    return story_words(text)


@lru_cache(maxsize=_KEPT)
def _signature(text: str) -> frozenset[int]:
    """The numbers of a text, kept as its words are."""
    return signature(_words(text))


def _first_of(connection: Connection, keys: Collection[int], count: int) -> dict[int, list[int]]:
    """For each number the first `count` reports that have it, in order."""
    first: dict[int, list[int]] = defaultdict(list)
    asked = sorted(keys)
    for start in range(0, len(asked), _ASKED):
        batch = asked[start : start + _ASKED]
        named = {f"key_{place}": key for place, key in enumerate(batch)}
        named |= {f"key_{place}": _NO_KEY for place in range(len(batch), _ASKED)}
        for key, rank in connection.execute(_first_holders(), {**named, "last": count - 1, "all": _LAST}):
            first[key].append(rank)
    return first


@cache
def _first_holders() -> TextClause:
    """The question for the first reports that have some numbers. Written out, so that it is made ready once.

    The inner question finds the last of them by the primary key; the outer one reads no further.
    """
    wanted = ", ".join(f"(CAST(:key_{place} AS BIGINT))" for place in range(_ASKED))
    return text(
        f"WITH wanted(key) AS (VALUES {wanted})"
        " SELECT copy_keys.key, copy_keys.rank FROM wanted JOIN copy_keys ON copy_keys.key = wanted.key"
        " WHERE copy_keys.rank <= coalesce((SELECT other.rank FROM copy_keys AS other"
        " WHERE other.key = wanted.key ORDER BY other.rank LIMIT 1 OFFSET :last), :all)"
        " ORDER BY copy_keys.key, copy_keys.rank"
    )


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
