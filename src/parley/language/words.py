"""Where a document's tokens stand in its text."""

from __future__ import annotations

from bisect import bisect_right

from parley.language.tree import Doc


def token_before(doc: Doc, offset: int) -> int:
    """Index of the last token that starts at or before the character at `offset`; -1 if none does."""
    return bisect_right(doc.starts, offset) - 1
