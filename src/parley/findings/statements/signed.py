"""Quotations signed below or behind by who said them: “We were never asked.” — Ingrid Aas, skipper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.findings.statements.drafts import Draft
from parley.findings.statements.quotations import Quotation
from parley.language.tree import Doc
from parley.model import Span

RULE = "signed quotation"
_WORD = r"[A-Z][\w.'’\-]*"
_SIGNED = re.compile(
    r"[.,!?…]?\s{0,3}(?P<dash>[—–―]|--?)[^\S\n]*"
    r"(?P<name>" + _WORD + r"(?:[^\S\n]+(?:(?:of|de|van|von|al|bin)[^\S\n]+)?" + _WORD + r"){0,4})"
    r"(?:[^\S\n]*[,(][^\n]{0,120})?[^\S\n]*(?=\n|$)"
)
_SCORE = 0.95


def with_signed(doc: Doc, drafts: Sequence[Draft], quoted: Sequence[Quotation]) -> list[Draft]:
    """The drafts and those of signed quotations, which take the place of what else was made of their words.

    Args:
        doc: the parsed report.
        drafts: the drafts so far.
        quoted: the quoted passages.
    """
    signed = [draft for draft in (_signed(doc, quotation) for quotation in quoted) if draft is not None]
    kept = [
        draft
        for draft in drafts
        if not any(other.content[0].contains(draft.extent) and _is_outside(draft, other) for other in signed)
    ]
    return [*kept, *signed]


def _signed(doc: Doc, quotation: Quotation) -> Draft | None:
    if quotation.depth or quotation.continued:
        return None
    match = _SIGNED.match(doc.text, quotation.span.end)
    if match is None:
        return None
    name = Span(*match.span("name"))
    if not _is_somebody(doc, name):
        return None
    return Draft(Span(*match.span("dash")), (name,), (quotation.inner,), RULE, _SCORE)


def _is_somebody(doc: Doc, name: Span) -> bool:
    tokens = doc.char_span(name.start, name.end)
    return tokens is not None and any(token.ent_type_ in {"PERSON", "ORG", "GPE"} for token in tokens)


def _is_outside(draft: Draft, other: Draft) -> bool:
    """Whether a draft is made outside the words of another, so that both tell who says the same words."""
    return draft.cue is None or not other.content[0].contains(draft.cue)
