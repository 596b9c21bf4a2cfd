"""How much a record has, counted by its indexes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from parley.record.copy_tables import copy_members
from parley.record.courses import FOLDED
from parley.record.schema import SHOWN_BY, readings
from parley.record.standing import UNDATED


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is.

    Attributes:
        reports: how many reports.
        folded: how many of them only copy another.
        published: the dates they were published, EDTF, each once.
    """

    reports: int
    folded: int
    published: tuple[str, ...]


def extent(connection: Connection) -> Extent:
    """How much there is, and of which days."""
    count, here = func.count(), readings.c.current
    reports = connection.scalar(select(count).select_from(readings).where(here)) or 0
    copies = copy_members.c.relation.in_(FOLDED)
    folded = connection.scalar(select(count).select_from(copy_members).where(copies)) or 0
    dates = connection.scalars(select(SHOWN_BY).select_from(readings).where(here).distinct())
    return Extent(reports, folded, tuple(sorted(date for date in dates if date != UNDATED)))
