"""From what a person types to the one report or finding it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from parley.model.identifiers import ID_DIGITS
from parley.record.errors import Ambiguous, NotFound
from parley.record.loading import FINDING_COLUMNS
from parley.record.rows import storable
from parley.record.schema import findings, origins, readings, reports

if TYPE_CHECKING:
    from parley.record.database import AnyRow

_HEXADECIMAL = re.compile(rf"[0-9a-f]{{1,{ID_DIGITS}}}")
_FINDING_ID = re.compile(rf"[a-z][0-9a-f]{{0,{ID_DIGITS}}}")
_ENOUGH = 4
"""Characters of an id from which on it is told which kind of thing it is of."""

_LISTED = 10
"""How many candidates an error lists."""

_LISTED_BY = "“parley reports” lists those it has, “parley read” takes another in"
_LAID_OPEN = "that is a finding; lay it open with “parley explain”"
_SHOWN = "that is a report; see it with “parley show”"
_TABLES = "its tables (“parley ledger”, “board”, “search”) have the ids of all there are"
_OTHERS = {"r": "that is a ruling; “parley rulings” lists them", "w": "that is a name; see “parley people”"}
"""What to do next, by the letter that ids of other things begin with."""


def find_report(connection: Connection, name: str) -> str:
    """The id of the report that `name` names.

    Args:
        connection: to the record.
        name: an id or the beginning of one, the path or address it came by (the newest report that came by
            it), or the last part of that path.

    Raises:
        NotFound: when there is none.
        Ambiguous: when there are several.
    """
    sought = storable(name.strip()) or ""
    if not sought:
        raise NotFound("A report needs a name: its id, the beginning of it, or its path or address.")
    for look_up in (_by_origin, _by_id, _by_file):
        found = look_up(connection, sought)
        if len(found) == 1:
            return found[0]
        if found:
            raise Ambiguous(_could_be(sought, "reports", [_described(connection, one) for one in found]))
    next_step = _LISTED_BY if not _is_finding(connection, sought) else _LAID_OPEN
    raise NotFound(f"The record has no report {sought!r}: {next_step}.")


def find_finding(connection: Connection, name: str) -> AnyRow:
    """The row of the finding with this id or beginning of one: of a current reading if any has it.

    Raises:
        NotFound: when there is none.
        Ambiguous: when there are several.
    """
    sought = name.strip()
    # Where both ids stand side by side, as in a footnote, the wrong one is easily taken.
    meant = _SHOWN if _is_report(connection, sought) else ""
    if not meant and not _FINDING_ID.fullmatch(sought):
        raise NotFound(
            f"{sought!r} is not a finding's id: a letter and up to {ID_DIGITS} hexadecimal digits."
        )
    query = (
        select(*FINDING_COLUMNS, readings.c.report, readings.c.current)
        .join(readings, readings.c.number == findings.c.reading)
        .where(findings.c.id >= sought, findings.c.id < _after(sought))
        .order_by(readings.c.current.desc(), findings.c.number.desc())
    )
    rows = connection.execute(query).all()
    shown = [row for row in rows if row.current] or rows
    several = {row.id: row for row in reversed(shown)}
    if not several:
        next_step = meant or _OTHERS.get(sought[0], _TABLES)
        raise NotFound(f"The record has no finding {sought!r}: {next_step}.")
    if len(several) > 1:
        described = [f"{row.id} in report {row.report}" for row in several.values()]
        raise Ambiguous(_could_be(sought, "findings", described))
    return shown[0]


def _is_report(connection: Connection, sought: str) -> bool:
    """Whether what was given for a finding's id is a report's, or enough of one to be meant as such."""
    return len(sought) >= _ENOUGH and bool(_by_id(connection, sought))


def _is_finding(connection: Connection, sought: str) -> bool:
    """Whether what was given for a report's name is a finding's id, or enough of one to be meant as such."""
    if len(sought) < _ENOUGH or not _FINDING_ID.fullmatch(sought):
        return False
    query = select(findings.c.id).where(findings.c.id >= sought, findings.c.id < _after(sought)).limit(1)
    return connection.execute(query).first() is not None


def _by_origin(connection: Connection, sought: str) -> Sequence[str]:
    """The newest report that came by exactly this path or address."""
    query = (
        select(origins.c.report)
        .where((origins.c.origin == sought) | (origins.c.url == sought))
        .order_by(origins.c.number.desc())
        .limit(1)
    )
    return connection.scalars(query).all()


def _by_id(connection: Connection, sought: str) -> Sequence[str]:
    """The reports whose id begins like this."""
    if not _HEXADECIMAL.fullmatch(sought):
        return ()
    within = (reports.c.id >= sought) & (reports.c.id < _after(sought))
    return connection.scalars(select(reports.c.id).where(within).order_by(reports.c.id)).all()


def _by_file(connection: Connection, sought: str) -> Sequence[str]:
    """The reports that came by a path which ends with this one."""
    ending = "/" + sought
    query = select(origins.c.report, origins.c.origin).where(
        origins.c.origin.endswith(ending, autoescape=True)
    )
    return sorted({row.report for row in connection.execute(query) if row.origin.endswith(ending)})


def _after(prefix: str) -> str:
    """The first string, in the order of ids, behind all that begin with `prefix`."""
    return prefix + "g"


def _described(connection: Connection, report: str) -> str:
    """A report's id and what it is best known by."""
    query = (
        select(origins.c.title, origins.c.origin).where(origins.c.report == report).order_by(origins.c.number)
    )
    way = connection.execute(query.limit(1)).one()
    return f"{report} ({way.title or way.origin})" if way.title or way.origin else report


def _could_be(sought: str, kind: str, candidates: Sequence[str]) -> str:
    """One sentence that lists what a name could mean."""
    listed = ", ".join(candidates[:_LISTED]) + (", …" if len(candidates) > _LISTED else "")
    return f"{sought!r} could be any of {len(candidates)} {kind}: {listed}."
