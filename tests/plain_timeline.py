"""A timeline of every finding of a record: slow, and what the fast way must agree with."""

from __future__ import annotations

from collections.abc import Iterable

from parley.copies.kinds import Relation
from parley.record import Record
from parley.record.days import asked_days
from parley.record.names import searchable
from parley.views.timeline import KINDS, TimelineEntry, _entry

_FOLDED = frozenset({Relation.REPRINT, Relation.PARTIAL, Relation.PARAPHRASE})


def plain_timeline(
    record: Record,
    since: str | None = None,
    until: str | None = None,
    *,
    kinds: Iterable[str] = KINDS[:-1],
    who: str | None = None,
) -> list[TimelineEntry]:
    """What `timeline` gives."""
    first, last = asked_days(since), asked_days(until)
    wanted = list(dict.fromkeys(kinds))
    record.fold()
    copies = {name for name, (_, relation) in record.family_ids().items() if relation in _FOLDED}
    found = [
        entry
        for kind in wanted
        for stored in record.findings_of_type(kind)
        if stored.report.id not in copies and (entry := _entry(kind, stored)) is not None
    ]
    words = searchable(who or "").split()
    kept = [
        one
        for one in found
        if (first is None or one.last >= first[0])
        and (last is None or one.first <= last[1])
        and all(f" {word} " in searchable(one.who) for word in words)
    ]
    return sorted(kept, key=lambda one: (one.first, one.last, KINDS.index(one.kind)))
