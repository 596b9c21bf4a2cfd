"""Dates on the command line: options that take one, and the one sentence about what is none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    _Words = click.ParamType[str]
else:
    _Words = click.ParamType  # of click 8.1, too, which knows no types of it


class DateType(_Words):
    """A year, a month or a day, or an interval of them, as EDTF writes it."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as it was written."""
        from parley.record.days import days, not_a_date

        if days(value) is None:
            self.fail(not_a_date(value), param, ctx)
        return value.strip()


class DayType(DateType):
    """One day, as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day as YYYY-MM-DD."""
        try:
            return date.fromisoformat(value.strip()).isoformat()
        except ValueError:
            self.fail(f"{value!r} is not a day: write YYYY-MM-DD.", param, ctx)


class PublishedType(DateType):
    """A day of publication, as people and pages write it."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as EDTF."""
        from parley.record.days import not_a_date
        from parley.reports.dates import publication_date
        from parley.reports.unreadable import BadDate

        try:
            return publication_date(value)
        except BadDate:
            self.fail(not_a_date(value), param, ctx)


DATE = DateType()
DAY = DayType()
PUBLISHED = PublishedType()
