"""What a person can decide: given to `Record.rule`, which signs, dates and keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.corrections import FieldValue


@dataclass(frozen=True, slots=True)
class Confirm:
    """A finding is right as it stands. `finding`: its id or the beginning of it."""

    finding: str


@dataclass(frozen=True, slots=True)
class Reject:
    """A finding is wrong and not to be shown. `finding`: its id or the beginning of it."""

    finding: str


@dataclass(frozen=True, slots=True)
class Correct:
    """A field of a finding is wrong.

    Attributes:
        finding: its id or the beginning of it.
        field: what is wrong: ``speaker``, ``role``, ``for``, ``date``, ``stance``, or any field of the
            findings format.
        value: what is right; several parted by ";" where the field holds several; None or "" for nothing.
    """

    finding: str
    field: str
    value: FieldValue


@dataclass(frozen=True, slots=True)
class Merge:
    """Two are one: two names of people or bodies, two encounters, two proposals.

    Attributes:
        first: a name, or the id of a finding; a name that is to be shown.
        second: the other.
    """

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Split:
    """Two are not one; see `Merge`."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Apart:
    """In some reports a name is somebody else's than in the others.

    Attributes:
        name: the name.
        reports: the reports in which it is another's, each by what `Record.report` takes.
    """

    name: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A report belongs to another family of copies.

    Attributes:
        report: the report.
        family: a report of the family it belongs to; None where it is a family of its own.
    """

    report: str
    family: str | None


@dataclass(frozen=True, slots=True)
class Undo:
    """A ruling no longer holds. `ruling`: its id or the beginning of it."""

    ruling: str


Decision = Confirm | Reject | Correct | Merge | Split | Apart | Move | Undo
