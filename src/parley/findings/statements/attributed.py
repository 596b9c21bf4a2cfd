"""From what the language engine attributes to drafts: cleaned, and without what is no statement."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.findings.statements.drafts import HEAD_RULE, Draft, tokens_of, trimmed_parts
from parley.language.syntax import agent, passive, span_root, subject
from parley.model import Attribution, Span
from parley.vocabulary.cues import inferring_words

# Characters: about four words. Longer gaps are real interruptions of what is said.
_SMALL_GAP = 25


def engine_drafts(doc: Doc) -> list[Draft]:
    """The engine's attributions as drafts, in text order, without the reporter's own judgements."""
    drafts = []
    for attribution in doc._.attributions:
        draft = _draft(doc, attribution)
        if draft is not None and not _is_inference(doc, draft):
            drafts.append(draft)
    return drafts


def _draft(doc: Doc, attribution: Attribution) -> Draft | None:
    content = trimmed_parts(doc.text, attribution.content)
    if not content:
        return None
    cues = trimmed_parts(doc.text, (attribution.cue,)) if attribution.cue is not None else ()
    source = trimmed_parts(doc.text, attribution.source)
    content = _without_small_gaps(doc.text, content, (*source, *cues))
    return Draft(cues[0] if cues else None, source, content, HEAD_RULE, attribution.score)


def _without_small_gaps(text: str, parts: tuple[Span, ...], others: tuple[Span, ...]) -> tuple[Span, ...]:
    """Parts of a content joined where only a few words of the same sentence are missing between them."""
    joined = [parts[0]]
    for part in parts[1:]:
        gap_start, gap_end = joined[-1].end, part.start
        gap = text[gap_start:gap_end]
        held = any(other.start < gap_end and gap_start < other.end for other in others)
        if held or len(gap) > _SMALL_GAP or any(mark in gap for mark in '.!?\n“”"'):
            joined.append(part)
        else:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, part.end))
    return tuple(joined)


def cue_root(doc: Doc, draft: Draft) -> Token | None:
    """The word that heads a draft's cue; None where it has no cue."""
    if draft.cue is None:
        return None
    tokens = tokens_of(doc, draft.cue)
    return span_root(tokens) if tokens is not None else None


def _is_inference(doc: Doc, draft: Draft) -> bool:
    """Whether the report itself judges ("X seems to want"), or nobody in particular ("is expected to")."""
    root = cue_root(doc, draft)
    if root is None or root.pos_ not in {"VERB", "ADJ", "AUX"}:
        return False
    words = inferring_words()
    lemma = root.lemma_.lower()
    if lemma in words.verbs:
        return True
    if lemma not in words.expecting or not passive(root) or agent(root) is not None:
        return False
    found = subject(root)
    return not draft.source or (
        found is not None and any(span.start <= found.idx < span.end for span in draft.source)
    )
