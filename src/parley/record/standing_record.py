"""Where parties stand: the part of `Record` that answers for stances and for what is told through time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, func, select

from parley.record import courses, extent, standing, versions
from parley.record.courses import Course
from parley.record.database import reading, writing
from parley.record.extent import Extent
from parley.record.histories import keeping
from parley.record.standing_tables import stands, tellings, whole_stands
from parley.record.steps import Step, in_steps
from parley.record.telling import DayFrom

Order = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class StandPart:
    """What the positions of one stance, on one thing, by one teller, come to in a month.

    Attributes:
        stand: the same for the parts of one stance.
        row: the words of the party.
        column: the words of the topic, after whether it is no issue family.
        own: whether it is the party's own.
        teller: who ascribes it, or None.
        stance: see `parley.model.Stance`.
        times: how many positions it is.
        latest: what orders the latest of them.
        issue: the issue family of the latest, or None.
        day: EDTF date of the latest, or None.
        dated_by: `as_of` where a report dates it, `published` where only the report is dated, or None.
        checked: what people made of the latest.
        earliest: what orders the earliest of them.
        party: the party as the earliest names it.
        topic: the topic as the earliest words it.
        on: what it is on, each wording once, the latest first.
        conditions: of the latest day.
        reports: ids, the latest first.
        findings: ids, the latest first.
        families: ids of the originals of the reports' families, each once.
    """

    stand: str
    row: str
    column: tuple[bool, str]
    own: bool
    teller: str | None
    stance: str
    times: int
    latest: Order
    issue: str | None
    day: str | None
    dated_by: DayFrom | None
    checked: str
    earliest: Order
    party: str
    topic: str
    on: Sequence[str]
    conditions: Sequence[str]
    reports: Sequence[str]
    findings: Sequence[str]
    families: Sequence[str]


@dataclass(frozen=True, slots=True)
class StandFilter:
    """Which positions are asked for.

    Attributes:
        until: a day, YYYY-MM-DD; leaves out positions that begin later, and those without a day.
        party: words that the party's name must have.
        topic: words that the topic must have.
        rows: at most so many parties, those with most positions; None: all.
    """

    until: str | None = None
    party: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    rows: int | None = None


class StandingRecord:
    """What is told of where parties stand."""

    _engine: Engine
    _found_whole: dict[str, str | None]
    place: str

    def stand(self) -> None:
        """Bring in the reports that an older version kept, or an interrupted rebuild left out.

        Done by every question about where parties stand; it costs a look where there are none.
        """
        for _ in self._stand():
            pass

    def _stand(self) -> Iterator[Step]:
        """The same, giving how far it has come."""
        with reading(self._engine, self.place) as connection:
            state = versions.settled(connection)
            if state is not None and self._found_whole.get("standing") == state:
                return
            anew = standing.is_outdated(connection)
            waiting = [] if anew else standing.pending(connection)
        self._found_whole["standing"] = state if not anew and not waiting else None
        if anew:
            with writing(self._engine, self.place) as connection:
                standing.forget(connection)
                keeping.forget(connection)
                waiting = standing.pending(connection)
        yield from in_steps(self._engine, self.place, waiting, _take_in)

    def extent(self) -> Extent:
        """How much there is, and of which days."""
        with reading(self._engine, self.place) as connection:
            return extent.extent(connection)

    def courses(self, kind: str, start: str, end: str) -> list[Course]:
        """Of each thing told of in some days its tellings then and before, by reports that are no copies.

        Args:
            kind: position, proposal or encounter; of an encounter the days are those its reports came out.
            start: the first day, YYYY-MM-DD.
            end: the last.
        """
        self.stand()
        with reading(self._engine, self.place) as connection:
            return courses.courses(connection, kind, start, end)

    def stand_parts(self, asked: StandFilter) -> list[StandPart]:
        """What the positions asked for come to, the latest month of each stance first.

        Where no day is asked for, what a stance comes to in all months is one part.
        """
        self.stand()
        with reading(self._engine, self.place) as connection:
            if asked.until is None:
                return [_as_part(row._mapping) for row in connection.execute(_of_all_days(connection, asked))]
            rows = _until(connection, asked, asked.until)
        if asked.rows is not None:
            kept = _ranked(((row["row_words"], row["times"]) for row in rows), asked.rows)
            rows = [row for row in rows if row["row_words"] in kept]
        rows.sort(key=lambda row: row["month"], reverse=True)
        return [_as_part(row) for row in rows]


def _take_in(connection: Connection, report: str) -> None:
    standing.take_in(connection, report)
    keeping.take_in(connection, report)


def _of_all_days(connection: Connection, asked: StandFilter) -> Select[Any]:
    """The question for what positions come to in all months."""
    query = _narrowed(select(whole_stands), whole_stands, asked)
    if asked.rows is None:
        return query
    column = whole_stands.c
    counted = _narrowed(
        select(column.row_words, func.sum(column.times)).group_by(column.row_words), whole_stands, asked
    )
    most = _ranked(((words, number) for words, number in connection.execute(counted)), asked.rows)
    return query.where(column.row_words.in_(most))


def _until(connection: Connection, asked: StandFilter, until: str) -> list[Mapping[Any, Any]]:
    """What positions come to as of a day: in all, where none is later or undated, else month by month."""
    over = (whole_stands.c.first_day > "") & (whole_stands.c.last_first_day <= until)
    whole = _narrowed(select(whole_stands), whole_stands, asked).where(over)
    rows: list[Mapping[Any, Any]] = [
        {**row._mapping, "month": row.last_first_day[:7]} for row in connection.execute(whole)
    ]
    rest = stands.c.stand.not_in(select(whole_stands.c.stand).where(over))
    query = _narrowed(select(stands), stands, asked).where(rest)
    months = query.where(stands.c.last_first_day > "", stands.c.last_first_day <= until)
    rows += [row._mapping for row in connection.execute(months)]
    return rows + _partly(connection, query, until)


def _ranked(times: Iterable[tuple[str, int]], most: int) -> list[str]:
    counts: Counter[str] = Counter()
    for words, number in times:
        counts[words] += number
    return sorted(counts, key=lambda words: (-counts[words], words))[:most]


def _narrowed(query: Select[Any], table: Table, asked: StandFilter) -> Select[Any]:
    for word in asked.party:
        query = query.where(table.c.row_words.contains(f" {word} ", autoescape=True))
    for word in asked.topic:
        query = query.where(table.c.column_words.contains(f" {word} ", autoescape=True))
    return query


def _partly(connection: Connection, query: Select[Any], until: str) -> list[Mapping[Any, Any]]:
    """What positions come to in the months that a day is in the midst of, as of that day."""
    cut = query.where(stands.c.first_day > "", stands.c.first_day <= until, stands.c.last_first_day > until)
    chunks = {(row.stand, row.month) for row in connection.execute(cut)}
    if not chunks:
        return []
    told = standing.told_positions().where(
        tellings.c.month == until[:7], tellings.c.first_day <= until, tellings.c.stand.is_not(None)
    )
    rows = [row for row in connection.execute(told) if (row.stand, row.month) in chunks]
    return [part for _, part in standing.parts(rows)]


def _as_part(row: Mapping[Any, Any]) -> StandPart:
    latest, issue, day, dated_by, checked = row["latest"]
    earliest, party, topic = row["earliest"]
    on, conditions = row["wordings"]
    return StandPart(
        stand=row["stand"],
        row=row["row_words"],
        column=(row["unnamed"], row["column_words"]),
        own=row["own"],
        teller=row["teller"],
        stance=row["stance"],
        times=row["times"],
        latest=tuple(latest),
        issue=issue,
        day=day,
        dated_by=dated_by,
        checked=checked,
        earliest=tuple(earliest),
        party=party,
        topic=topic,
        on=on,
        conditions=conditions,
        reports=row["reports"].split(),
        findings=row["findings"].split(),
        families=row["families"].split(),
    )
