"""What is selected, by looking at every finding of a record: slow, and what the fast way must agree with."""

from __future__ import annotations

from parley.model.rulings import Checked
from parley.record import LedgerFilter, Record, StoredFinding
from parley.views.selection import KINDS, Selection, _fits


def plain_select(record: Record, asked: Selection) -> list[StoredFinding]:
    """What `select` gives."""
    found: list[StoredFinding] = []
    for kind in asked.kind or KINDS[:-1]:
        rejected = asked.checked == Checked.REJECTED
        if kind == "statement" and asked.words:
            text = " ".join(f'"{word}"' for word in asked.words)
            every = record.statements(LedgerFilter(text=text, rejected=rejected))
        else:
            every = record.findings_of_type(kind, rejected=rejected)
        found += [one for one in every if _fits(one, asked)]
    return found
