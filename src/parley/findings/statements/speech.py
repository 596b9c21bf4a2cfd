"""Whether a statement's words are quoted: direct, mixed, indirect or withheld."""

from __future__ import annotations

import re

from parley.findings.statements.drafts import Draft, share_covered
from parley.findings.statements.quotations import Quotation
from parley.model import Span, Speech

# Words before a quotation that belong to the attribution rather than to what is quoted.
_LEADING = re.compile(r"(?:that|whether|as|with|and|but|because|if|the|a|an)\s+", re.IGNORECASE)
_ALMOST_ALL = 0.97
_ALMOST_NOTHING = 0.02


def speech(text: str, draft: Draft, quoted: tuple[Quotation, ...]) -> Speech:
    """How the words of a draft are given.

    Only quotation marks that do not also enclose the cue count: what a quoted speaker reports of others in
    plain words is indirect, even though it stands within the speaker's quotation marks.
    """
    if draft.withheld:
        return Speech.WITHHELD
    own = own_quotations(draft, quoted)
    parts = tuple(_without_leading(text, part) for part in draft.content)
    share = share_covered(parts, tuple(quotation.span for quotation in own if _outermost(quotation, own)))
    if share >= _ALMOST_ALL:
        return Speech.DIRECT
    return Speech.INDIRECT if share <= _ALMOST_NOTHING else Speech.MIXED


def own_quotations(draft: Draft, quoted: tuple[Quotation, ...]) -> list[Quotation]:
    """The quoted passages that touch a draft's content and do not enclose its cue (or source)."""
    return [
        quotation
        for quotation in quoted
        if any(quotation.span.overlaps(part) for part in draft.content) and not _encloses(quotation, draft)
    ]


def _encloses(quotation: Quotation, draft: Draft) -> bool:
    if draft.cue is not None:
        return quotation.span.contains(draft.cue)
    return bool(draft.source) and quotation.span.contains(draft.source[0])


def _outermost(quotation: Quotation, others: list[Quotation]) -> bool:
    return not any(other is not quotation and other.span.contains(quotation.span) for other in others)


def _without_leading(text: str, part: Span) -> Span:
    match = _LEADING.match(text, part.start, part.end)
    if match is None or match.end() >= part.end:
        return part
    following = text[match.end()]
    return Span(match.end(), part.end) if not following.isalnum() else part
