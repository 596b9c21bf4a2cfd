"""Filters that several pages share: which outlet tells of it, and whether a person looked at it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial

from parley.desk.keeping import state
from parley.desk.view import Asked, Kind, Parameter
from parley.record import Record
from parley.record.names import searchable

OUTLET = Parameter("outlet", "Outlet", "Words of the name of an outlet that tells of it.")
CHECKED = Parameter(
    "checked",
    "Checked",
    "“confirmed”: a person confirmed or corrected it; “machine”: nobody looked at it.",
    Kind.CHOICE,
    ("confirmed", "machine"),
)
_BY_PEOPLE = frozenset({"confirmed", "corrected"})


def has_words(name: str | None, words: str | None) -> bool:
    """Whether a name has all the words looked for, in any order."""
    return all(f" {word} " in searchable(name or "") for word in searchable(words or "").split())


def is_checked(asked: Asked, checked: str) -> bool:
    """Whether a finding is checked as is asked for.

    Args:
        asked: the question.
        checked: what people made of the finding: machine, confirmed or corrected.
    """
    wanted = asked.get("checked")
    return wanted is None or wanted == ("confirmed" if checked in _BY_PEOPLE else "machine")


def of_outlet(asked: Asked) -> frozenset[str] | None:
    """The reports of the outlet asked for; None where none is.

    Raises:
        NotYet: when the record is large and they were never looked for.
    """
    words = searchable(asked.get("outlet") or "").strip()
    if not words:
        return None
    return asked.store.kept(("outlet", words), partial(reports_of, words=words))


def is_told_by(reports: Iterable[str], outlet: frozenset[str] | None) -> bool:
    """Whether one of some reports is of the outlet asked for, if one is."""
    return outlet is None or not outlet.isdisjoint(reports)


def reports_of(record: Record, words: str) -> frozenset[str]:
    """The ids of the reports of an outlet with these words in its name."""
    return frozenset(report for report, name in _outlets(record, state(record)) if has_words(name, words))


@lru_cache(maxsize=1)
def _outlets(record: Record, version: str) -> tuple[tuple[str, str], ...]:
    """Each report with its outlet, kept until the version is another."""
    return tuple((entry.id, entry.outlet) for entry in record.reports() if entry.outlet)
