"""Making all that is derived anew, from reports, readings and rulings alone.

What is derived is taken away at once and made again report by report, some in a transaction: an interrupted
rebuild leaves a record that is whole as far as it goes, and the next one, or the next question, goes on where
it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from parley.record import applying, copying, identifying, standing, who
from parley.record.copy_tables import copy_keys, copy_links, copy_members, copy_signatures
from parley.record.database import reading, writing
from parley.record.dating import current_reading
from parley.record.histories import keeping
from parley.record.histories.tables import ALL_TABLES
from parley.record.identity_tables import (
    appearances,
    entities,
    form_features,
    identified,
    identity_suggestions,
    name_forms,
)
from parley.record.loading import load_origins
from parley.record.rebuild_tables import rebuilds
from parley.record.rows import asked_columns
from parley.record.schema import findings, readings
from parley.record.standing_tables import stands, tellings, told_reports, whole_stands
from parley.record.steps import AT_ONCE, Step

_DERIVED = (
    *ALL_TABLES,
    whole_stands,
    stands,
    tellings,
    told_reports,
    identity_suggestions,
    entities,
    appearances,
    form_features,
    identified,
    copy_members,
    copy_links,
    copy_keys,
    copy_signatures,
)


def rebuild(engine: Engine, place: str) -> Iterator[Step]:
    """Make all that is derived anew; gives a step after each transaction.

    Goes on with a rebuild that was interrupted. May be stopped at any step, and then gone on with.
    """
    with writing(engine, place) as connection:
        number = _begun(connection)
        total = connection.scalar(select(func.count()).select_from(readings).where(readings.c.current)) or 0
    with reading(engine, place) as connection:
        waiting = _waiting(connection)
    yield Step(total - len(waiting), total)
    for start in range(0, len(waiting), AT_ONCE):
        batch = waiting[start : start + AT_ONCE]
        with writing(engine, place) as connection:
            _make(connection, batch)
        yield Step(total - len(waiting) + start + len(batch), total)
    with writing(engine, place) as connection:
        _make(connection, _waiting(connection))
        connection.execute(update(rebuilds).where(rebuilds.c.number == number).values(finished=_now()))


def _begun(connection: Connection) -> int:
    """The number of the rebuild: an interrupted one, or a new one, with all that is derived taken away."""
    query = select(rebuilds.c.number).where(rebuilds.c.finished.is_(None)).order_by(rebuilds.c.number)
    unfinished = connection.scalar(query.limit(1))
    if unfinished is not None:
        return int(unfinished)
    for table in _DERIVED:
        connection.execute(delete(table))
    connection.execute(update(name_forms).values(refers_to=None))
    connection.execute(delete(name_forms))
    row = insert(rebuilds).values(started=_now()).returning(rebuilds.c.number)
    return int(connection.execute(row).scalar_one())


def _waiting(connection: Connection) -> list[str]:
    """The reports still to be made anew, in the order the record met them."""
    pending = (who.unidentified(connection), copying.pending(connection), standing.pending(connection))
    return list(dict.fromkeys(chain.from_iterable(pending)))


def _make(connection: Connection, reports: Sequence[str]) -> None:
    for report in reports:
        _mark_current(connection, report)
        _ask_anew(connection, report)
        applying.apply(connection, report)
        copying.take_in(connection, report)
        identifying.take_in(connection, report)
        standing.take_in(connection, report)
        keeping.take_in(connection, report)


def _mark_current(connection: Connection, report: str) -> None:
    """Say anew which reading of a report is shown."""
    complete = (readings.c.report == report) & readings.c.complete
    candidates = connection.execute(
        select(readings.c.number, readings.c.engine, readings.c.published, readings.c.current).where(complete)
    ).all()
    if not candidates:
        return
    chosen = current_reading(candidates, load_origins(connection, [report])[report])
    if not chosen.current:
        connection.execute(update(readings).where(readings.c.report == report).values(current=False))
        connection.execute(update(readings).where(readings.c.number == chosen.number).values(current=True))


def _ask_anew(connection: Connection, report: str) -> None:
    """Write anew what a report's findings are asked by, where it is not what their fields say."""
    rows = connection.execute(
        select(findings, readings.c.published)
        .join(readings, readings.c.number == findings.c.reading)
        .where(readings.c.report == report, findings.c.kept.is_(False))
    ).all()
    for row in rows:
        asked = asked_columns(applying.as_read(row), row.published or None)
        if row.ruled is None and any(getattr(row, name) != value for name, value in asked.items()):
            connection.execute(update(findings).where(findings.c.number == row.number).values(asked))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
