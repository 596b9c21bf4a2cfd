"""Keeping where parties stand: what one report tells, and the stances of the months this touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, func, insert, select, tuple_

from parley.model import Holder, Position
from parley.model.rulings import Checked
from parley.record.copy_tables import copy_members
from parley.record.courses import FOLDED
from parley.record.dating import best_origin
from parley.record.days import days
from parley.record.loading import as_finding, batches, load_origins
from parley.record.rows import storable
from parley.record.schema import NOT_REJECTED, findings, readings
from parley.record.standing_tables import TOLD_TYPES, stands, tellings, told_reports, whole_stands
from parley.record.telling import NO_DAY, standing, told_day, topic_of

if TYPE_CHECKING:
    from parley.record.database import AnyRow

SCHEME = "parley-standing-7"
"""Names the way findings are brought into tellings; changed whenever that is."""

UNDATED = "9999"
"""Stands for the day of publication where none is known: such reports come last."""

Row = dict[str, Any]
Chunk = tuple[str, str]
"""A stance and a month."""

_FINDING = (
    findings.c.number,
    findings.c.id,
    findings.c.type,
    findings.c.position,
    findings.c.payload,
    findings.c.ruled,
    findings.c.checked,
)


def take_in(connection: Connection, report: str) -> None:
    """Bring where parties stand up to date with the current reading of a report.

    Args:
        connection: inside a transaction that may write.
        report: the report's whole id.
    """
    current = connection.execute(
        select(readings.c.number, readings.c.published).where(readings.c.report == report, readings.c.current)
    ).first()
    of_report = tellings.c.report == report
    before = connection.execute(
        select(tellings.c.stand, tellings.c.month).where(of_report, tellings.c.stand.is_not(None))
    ).all()
    connection.execute(delete(tellings).where(of_report))
    connection.execute(delete(told_reports).where(told_reports.c.report == report))
    made = []
    if current is not None:
        made = _tellings(connection, report, current)
        connection.execute(insert(told_reports), {"report": report, "scheme": SCHEME})
    if made:
        connection.execute(insert(tellings), made)
    touched = {(row.stand, row.month) for row in before}
    _renew(connection, touched | {(row["stand"], row["month"]) for row in made if row["stand"]})


def renew(connection: Connection, reports: Iterable[str]) -> None:
    """Make anew what some reports tell of where parties stand: they are in other families than they were."""
    touched: set[Chunk] = set()
    for batch in batches(sorted(reports)):
        query = select(tellings.c.stand, tellings.c.month).where(
            tellings.c.report.in_(batch), tellings.c.stand.is_not(None)
        )
        touched |= {(row.stand, row.month) for row in connection.execute(query)}
    _renew(connection, touched)


def pending(connection: Connection) -> list[str]:
    """The reports that were not taken in: of a record that an older version made."""
    current = connection.scalar(select(func.count()).select_from(readings).where(readings.c.current))
    if current == connection.scalar(select(func.count()).select_from(told_reports)):
        return []
    query = (
        select(readings.c.report)
        .outerjoin(told_reports, told_reports.c.report == readings.c.report)
        .where(readings.c.current, told_reports.c.report.is_(None))
        .order_by(readings.c.number)
    )
    return list(connection.scalars(query))


def is_outdated(connection: Connection) -> bool:
    """Whether some reports were taken in in an older way."""
    query = select(told_reports.c.report).where(
        (told_reports.c.scheme < SCHEME) | (told_reports.c.scheme > SCHEME)
    )
    return connection.execute(query.limit(1)).first() is not None


def forget(connection: Connection) -> None:
    """Take away all that is derived here; `pending` then names every report."""
    for table in (whole_stands, stands, tellings, told_reports):
        connection.execute(delete(table))


def _tellings(connection: Connection, report: str, current: AnyRow) -> list[Row]:
    """What the current reading of a report tells of, as rulings leave it."""
    rows = connection.execute(
        select(*_FINDING).where(
            findings.c.reading == current.number, findings.c.type.in_(TOLD_TYPES), NOT_REJECTED
        )
    ).all()
    if not rows:
        return []
    way = best_origin(load_origins(connection, [report])[report], current.published)
    return [_telling(row, report, current.number, way.published) for row in rows]


def _telling(row: AnyRow, report: str, reading: int, published: str | None) -> Row:
    finding = as_finding(row)
    day, dated_by = told_day(finding, published)
    first, last = days(day) or NO_DAY
    return {
        "finding": row.number,
        "report": report,
        "type": row.type,
        "topic": topic_of(finding, row.id),
        "stand": standing(finding).stand if isinstance(finding, Position) else None,
        "month": first[:7],
        "first_day": first,
        "last_day": last,
        "day": storable(day),
        "dated_by": dated_by,
        "published": storable(published) or UNDATED,
        "reading": reading,
        "position": row.position,
    }


def _renew(connection: Connection, touched: Collection[Chunk]) -> None:
    """Make what positions come to anew, for some stances in some months."""
    for batch in batches(sorted(touched)):
        connection.execute(delete(stands).where(tuple_(stands.c.stand, stands.c.month).in_(batch)))
        rows = connection.execute(told_positions().where(chunk_in(batch))).all()
        made = [part for _, part in parts(rows)]
        if made:
            connection.execute(insert(stands), made)
    renew_whole(connection, {stand for stand, _ in touched})


def renew_whole(connection: Connection, touched: Collection[str]) -> None:
    """Make what positions come to in all months anew, for some stances."""
    for batch in batches(sorted(touched)):
        connection.execute(delete(whole_stands).where(whole_stands.c.stand.in_(batch)))
        query = (
            select(stands).where(stands.c.stand.in_(batch)).order_by(stands.c.stand, stands.c.month.desc())
        )
        months: dict[str, list[AnyRow]] = {}
        for row in connection.execute(query):
            months.setdefault(row.stand, []).append(row)
        if months:
            connection.execute(insert(whole_stands), [_whole(rows) for rows in months.values()])


def _whole(months: Sequence[AnyRow]) -> Row:
    """One row of `whole_stands`, from the months, the latest first."""
    latest = months[0]
    row = {name: value for name, value in latest._mapping.items() if name != "month"}
    row["times"] = sum(month.times for month in months)
    row["first_day"] = min(month.first_day for month in months)
    row["last_first_day"] = max(month.last_first_day for month in months)
    row["earliest"] = min((month.earliest for month in months), key=lambda earliest: earliest[0])
    row["wordings"] = [_each(on for month in months for on in month.wordings[0]), latest.wordings[1]]
    for name in ("reports", "findings", "families"):
        row[name] = " ".join(_each(one for month in months for one in getattr(month, name).split()))
    return row


def chunk_in(chunks: Sequence[Chunk]) -> Any:
    """The condition that a telling is of one of some stances and months."""
    return tuple_(tellings.c.stand, tellings.c.month).in_(chunks)


def told_positions() -> Any:
    """The positions that are told of, with what a stand is made of."""
    return (
        select(
            *(column for column in _FINDING if column.name != "position"),
            *(column for column in tellings.columns if column.name not in ("type", "finding")),
            func.coalesce(copy_members.c.family, tellings.c.report).label("family"),
            copy_members.c.relation,
        )
        .select_from(tellings)
        .join(findings, findings.c.number == tellings.c.finding)
        .outerjoin(copy_members, copy_members.c.report == tellings.c.report)
    )


def parts(rows: Iterable[AnyRow]) -> list[tuple[Chunk, Row]]:
    """What positions come to: a row of `stands` for each stance and month.

    What only copies tell is left out, unless a person has looked at it: either the original tells it in its
    own words, or the copying has changed it.
    """
    grouped: dict[Chunk, list[AnyRow]] = {}
    for row in rows:
        grouped.setdefault((row.stand, row.month), []).append(row)
    return [
        (chunk, _part(chunk, told))
        for chunk, told in sorted(grouped.items())
        if not all(map(_is_shadow, told))
    ]


def _is_shadow(row: AnyRow) -> bool:
    """Whether a position is told by a mere copy, and no person has looked at it."""
    return row.relation in FOLDED and row.checked == Checked.MACHINE


def order_of(row: AnyRow) -> list[Any]:
    """What orders tellings: a later report, then a later place in the text, tells the later of one day."""
    published = "" if row.published == UNDATED else row.published
    return [row.first_day, row.last_day, published, row.reading, row.position]


def _part(chunk: Chunk, told: Sequence[AnyRow]) -> Row:
    """One row of `stands`; copies are counted, but never shown in place of an original."""
    told = sorted(told, key=lambda row: (not _is_shadow(row), order_of(row)), reverse=True)
    shown = [row for row in told if not _is_shadow(row)]
    positions = [_position(row) for row in shown]
    latest, earliest = positions[0], positions[-1]
    where = standing(latest)
    same_day = [(row, one) for row, one in zip(shown, positions, strict=True) if row.day == shown[0].day]
    dated = any(row.dated_by == "as_of" for row, _ in same_day)
    dated_by = "as_of" if dated else shown[0].dated_by
    conditions = (words for _, one in same_day for words in one.conditions)
    return {
        "stand": chunk[0],
        "month": chunk[1],
        "row_words": storable(where.row),
        "column_words": storable(where.column),
        "unnamed": where.unnamed,
        "own": latest.holder is Holder.SELF,
        "teller": storable(latest.ascribed_by),
        "stance": latest.stance.value,
        "times": len(told),
        "first_day": min(row.first_day for row in told),
        "last_first_day": max(row.first_day for row in told),
        "latest": [order_of(shown[0]), latest.issue, shown[0].day, dated_by, shown[0].checked],
        "earliest": [order_of(shown[-1]), earliest.party, standing(earliest).topic],
        "wordings": [_each(one.on for one in positions), _each(conditions)],
        "reports": " ".join(_each(row.report for row in told)),
        "findings": " ".join(_each(row.id for row in told)),
        "families": " ".join(_each(row.family for row in told)),
    }


def _position(row: AnyRow) -> Position:
    found = as_finding(row)
    assert isinstance(found, Position)
    return found


def _each(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
