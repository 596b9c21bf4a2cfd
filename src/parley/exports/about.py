"""What every export says of itself: which record, in which state, and what was asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from parley.model.codec import Object
from parley.record import Record, StoredFinding
from parley.views.selection import Selection, select

CAUTION = "A finding is what a report says, not what is true; `checked` says whether a person looked at it."


@dataclass(frozen=True, slots=True)
class Material:
    """What an export is made of.

    Attributes:
        findings: those asked for, by kind.
        about: what the export says of itself.
    """

    findings: tuple[StoredFinding, ...]
    about: Object


def material(record: Record, asked: Selection) -> Material:
    """The findings asked for, with the record's version and the question.

    Args:
        record: an open record.
        asked: which findings.

    Raises:
        BadFilter: when the selection cannot be asked.
    """
    found = tuple(select(record, asked))
    about: Object = {
        "type": "export",
        "program": f"parley {version('parley-record')}",
        "record_version": record.version(),
        "filters": asked.line(),
        "findings": len(found),
        "reports": len({one.report.id for one in found}),
        "note": CAUTION,
    }
    return Material(found, about)
