"""Where the reports of a record come from: families of copies, and what independent reports share.

The objects here are those of `parley sources --format jsonl`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.copies.kinds import Relation
from parley.model.codec import Object
from parley.model.span import Span
from parley.record import Record
from parley.record.copied_record import FamilyMember, SharedPassages, StoredFamily

_QUOTED = "the same words in both"
_TEMPLATED = "made by one template: other names or figures stand in most of what is alike"


@dataclass(frozen=True, slots=True)
class Sources:
    """The families of a record, and what reports of different families share.

    Attributes:
        families: every report is in exactly one, by the date of their originals.
        passages: pairs of otherwise independent reports.
    """

    families: tuple[StoredFamily, ...]
    passages: tuple[SharedPassages, ...]


def sources(record: Record, report: str | None = None) -> Sources:
    """The families of a record and the passages that independent reports share.

    Args:
        record: an open record.
        report: only the family of this report and what its members share with others; an id, the beginning
            of one, or a path or address. None: everything.

    Raises:
        NotFound: when the record has no such report.
        Ambiguous: when it has several.
    """
    record.fold()
    families, passages = record.families(), record.shared_passages()
    if report is not None:
        wanted = record.report(report).report.id
        families = [family for family in families if wanted in _reports_of(family)]
        within = {name for family in families for name in _reports_of(family)}
        passages = [shared for shared in passages if within & {shared.first.report, shared.second.report}]
    return Sources(tuple(families), tuple(passages))


def objects(found: Sources) -> Iterator[Object]:
    """Families and shared passages as JSON has them, one object each."""
    for family in found.families:
        yield {"type": "family", "reports": [_member_object(member) for member in family.members]}
    for shared in found.passages:
        yield {
            "type": "shared_passage",
            "reports": [
                _side(shared, first=True),
                _side(shared, first=False),
            ],
            "reasons": [_TEMPLATED if shared.templated else _QUOTED],
        }


def independent(family: StoredFamily) -> str:
    """One phrase that counts a family: "1 source, 3 copies at 2 outlets"."""
    copies = len(family.members) - 1
    if not copies:
        return "1 source, no copies"
    outlets = {member.source.outlet for member in family.members[1:] if member.source.outlet}
    at = f" at {len(outlets)} outlet{'' if len(outlets) == 1 else 's'}" if outlets else ""
    return f"1 source, {copies} {'copy' if copies == 1 else 'copies'}{at}"


def relations(family: StoredFamily) -> dict[Relation, int]:
    """How many members of a family are what to its original, the original left out."""
    counted: dict[Relation, int] = {}
    for member in family.members[1:]:
        counted[member.relation] = counted.get(member.relation, 0) + 1
    return counted


def _reports_of(family: StoredFamily) -> frozenset[str]:
    return frozenset(member.source.report for member in family.members)


def _member_object(member: FamilyMember) -> Object:
    return {
        "report": member.source.report,
        "origin": member.source.origin,
        "relation": member.relation.value,
        "reasons": list(member.reasons),
    }


def _side(shared: SharedPassages, first: bool) -> Object:
    """One report of two, with the places of what it shares."""
    source = shared.first if first else shared.second
    places = [pair[0] if first else pair[1] for pair in shared.spans]
    words = shared.words if first else shared.second_words
    return {
        "report": source.report,
        "origin": source.origin,
        "spans": [_span(span, text) for span, text in zip(places, words, strict=True)],
    }


def _span(span: Span, words: str) -> Object:
    return {"start": span.start, "end": span.end, "text": words}
