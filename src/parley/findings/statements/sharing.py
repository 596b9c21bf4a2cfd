"""Words that two statements would share: each goes to one of them, and nobody quotes himself as another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.statements.constructions import CLAUSE_RULE
from parley.findings.statements.drafts import Draft
from parley.findings.statements.quotations import Quotation
from parley.findings.statements.sources import Cast, resolved
from parley.language.tree import Doc
from parley.model import Span

_OTHERS = frozenset({"he", "she", "they"})


def shared_once(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each part that two of them have given to the one whose cue stands nearer.

    (“A,” Ruiz says, “but B,” she observes. “C.”: what stands before the first cue is not said by the second.)
    What is said within the words of another takes none of them.
    """
    kept = []
    for draft in drafts:
        others = [other for other in drafts if other is not draft and other.cue is not None]
        parts = tuple(part for part in draft.content if not _is_anothers(part, draft, others))
        kept.append(replace(draft, content=parts) if parts else draft)
    return kept


def _is_anothers(part: Span, draft: Draft, others: Sequence[Draft]) -> bool:
    if draft.cue is None or draft.withheld or len(draft.content) == 1:
        return False
    for other in others:
        if part not in other.content or other.withheld or other.cue is None or _within(other.cue, draft):
            continue
        if _within(draft.cue, other) or _distance(part, other.cue) < _distance(part, draft.cue):
            return True
    return False


def _within(cue: Span, draft: Draft) -> bool:
    return any(part.contains(cue) for part in draft.content)


def _distance(part: Span, cue: Span) -> int:
    return max(part.start - cue.end, cue.start - part.end, 0)


def told_of_others(doc: Doc, drafts: Sequence[Draft], quoted: Sequence[Quotation], cast: Cast) -> list[Draft]:
    """The drafts without those by which a quoted speaker would speak of himself as "he" ("He says so")."""
    return [draft for draft in drafts if not _quotes_himself(doc, draft, drafts, quoted, cast)]


def _quotes_himself(
    doc: Doc, draft: Draft, drafts: Sequence[Draft], quoted: Sequence[Quotation], cast: Cast
) -> bool:
    if draft.rule != CLAUSE_RULE or not draft.source or draft.source[0].of(doc.text).lower() not in _OTHERS:
        return False
    if not any(quotation.span.contains(draft.anchor) for quotation in quoted):
        return False
    own = resolved(doc, draft, cast)
    around = [one for one in drafts if any(part.contains(draft.anchor) for part in one.content)]
    speakers = [resolved(doc, one, cast) for one in around if one is not draft]
    return own is not None and any(one is not None and one.name == own.name for one in speakers)
