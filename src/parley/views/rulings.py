"""The rulings of a record as lines: what was decided about what, and whether it still holds."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.rulings import Ruling, RulingKind
from parley.record import Record


@dataclass(frozen=True, slots=True)
class RulingLine:
    """A ruling as a person reads it.

    Attributes:
        at: when it was made, ISO 8601 in UTC.
        by: who made it.
        kind: confirm, reject, correct, merge, split, move or undo.
        standing: `in force`, `undone`, or `orphaned`: the report no longer has what it is about.
        finding: the id of the finding it holds for (of an orphan: held for), or None.
        report: the id of that finding's report, or None.
        about: the finding's words, the names, the ruling undone.
        decided: what is to hold: "said_on: 2025-03-16, was 2025-03-17"; empty where the kind says it all.
        why: the reason.
        id: the ruling's id.
    """

    at: str
    by: str
    kind: str
    standing: str
    finding: str | None
    report: str | None
    about: str
    decided: str
    why: str
    id: str


def rulings(record: Record) -> list[RulingLine]:
    """The rulings of a record in the order they were made."""
    lines = []
    for kept in record.rulings():
        ruling = kept.ruling
        standing = "undone" if kept.undone else "in force" if kept.found else "orphaned"
        finding = kept.finding or ruling.target.get("finding")
        report = ruling.target.get("report")
        lines.append(
            RulingLine(
                at=ruling.at,
                by=ruling.by,
                kind=ruling.kind.value,
                standing=standing,
                finding=finding,
                report=report if isinstance(report, str) else None,
                about=about(ruling),
                decided=decided(ruling),
                why=ruling.why,
                id=ruling.id,
            )
        )
    return lines


def about(ruling: Ruling) -> str:
    """What a ruling is about, in words."""
    target = ruling.target
    if ruling.kind is RulingKind.UNDO:
        return str(target.get("ruling"))
    if ruling.kind is RulingKind.MOVE:
        return f"report {target.get('report')}"
    if ruling.kind in (RulingKind.MERGE, RulingKind.SPLIT):
        named = [str(one.get("name") or one.get("quote")) for one in target.get("things", ())]
        where = target.get("reports", ())
        return " | ".join(named) + (f" in {', '.join(where)}" if where else "")
    return str(target.get("quote", ""))


def decided(ruling: Ruling) -> str:
    """What is to hold by a ruling, in words."""
    value = ruling.value
    if ruling.kind is RulingKind.CORRECT:
        field = _field(str(value.get("field")))
        return f"{field}: {_shown(value.get('to'))}, was {_shown(value.get('from'))}"
    if ruling.kind is RulingKind.MOVE:
        return f"family of {value['family']}" if value.get("family") else "on its own"
    return f"shown as {value['name']}" if value.get("name") else ""


def _field(path: str) -> str:
    """A field as whoever corrects it writes it."""
    return "speaker" if path == "source.name" else path.rpartition(".")[2]


def _shown(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value)) or "nothing"
    return "nothing" if value is None else str(value)
