"""What two reports can be to each other, and a report in its family. Knows nothing else of copies."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What two reports are to each other."""

    COPY = "copy"
    TWINS = "twins"
    PASSAGES = "passages"
    NOTHING = "nothing"


class Relation(StrEnum):
    """What a report is in its family."""

    ORIGINAL = "original"
    REPRINT = "reprint"
    PARTIAL = "partial"
    UPDATE = "update"
    REWRITE = "rewrite"
    PARAPHRASE = "paraphrase"


ONLY_COPIES = frozenset({Relation.REPRINT, Relation.PARTIAL, Relation.PARAPHRASE})
"""Reports that only carry words of another; updates and rewrites add their own."""
