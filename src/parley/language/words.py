"""The text of a parsed document, made once."""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "parley_text"


def text_of(doc: Doc) -> str:
    """The text of `doc`. spaCy's own ``doc.text`` joins all tokens anew at every call."""
    text: str | None = doc.user_data.get(_KEY)
    if text is None:
        text = doc.text
        doc.user_data[_KEY] = text
    return text
