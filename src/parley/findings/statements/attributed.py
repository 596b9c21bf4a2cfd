"""From what the language engine attributes to drafts: cleaned, and without what is no statement."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.findings.statements.drafts import HEAD_RULE, Draft, tokens_of, trimmed_parts
from parley.language.syntax import agent, passive, span_root, subject
from parley.model import Attribution
from parley.vocabulary.cues import inferring_words


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
    return Draft(cues[0] if cues else None, source, content, HEAD_RULE, attribution.score)


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
