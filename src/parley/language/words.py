"""What spaCy computes anew at every call, kept with the document: its text, and where its tokens stand."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

_TEXT, _STARTS = "parley_text", "parley_starts"


def text_of(doc: Doc) -> str:
    """The text of `doc`. spaCy's own ``doc.text`` joins all tokens at every call."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.text
        doc.user_data[_TEXT] = text
    return text


def token_before(doc: Doc, offset: int) -> int:
    """Index of the last token that starts at or before the character at `offset`; -1 if none does."""
    starts: list[int] | None = doc.user_data.get(_STARTS)
    if starts is None:
        starts = [token.idx for token in doc]
        doc.user_data[_STARTS] = starts
    return bisect_right(starts, offset) - 1
