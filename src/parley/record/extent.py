"""How much a record has, counted by its indexes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from parley.record.copy_tables import copy_members
from parley.record.schema import SHOWN_BY, readings
from parley.record.standing import UNDATED


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is.

    Attributes:
        reports: how many reports.
        families: how many families of copies they are in; one that nobody copied is in one alone.
        published: the dates they were published, EDTF, each once.
    """

    reports: int
    families: int
    published: tuple[str, ...]


def extent(connection: Connection) -> Extent:
    """How much there is, and of which days."""
    count, here = func.count(), readings.c.current
    reports = connection.scalar(select(count).select_from(readings).where(here)) or 0
    families = connection.scalar(select(func.count(copy_members.c.family.distinct()))) or 0
    dates = connection.scalars(select(SHOWN_BY).select_from(readings).where(here).distinct())
    return Extent(reports, families, tuple(sorted(date for date in dates if date != UNDATED)))
