"""Gives quoted passages that nothing attributes yet to whom the text around them shows."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.statements.constructions import verb_cue
from parley.findings.statements.drafts import Draft, characters, share_covered, tokens_of, trimmed
from parley.findings.statements.quotations import Quotation
from parley.language.syntax import children, noun_phrase, relation, span_root, subject
from parley.language.tree import Doc, Token
from parley.language.tree import Span as TokenSpan
from parley.model import Span

_COMPLEMENT = frozenset({"ccomp", "parataxis", "obj", "obl", "xcomp", "dep", "advcl"})
_ENOUGH_WORDS = 3
_COVERED = 0.5
# Characters of a passage: words that run into it so far go on to its end.
_BEGUN = 3
_NEAR_SCORE = 0.55
_CONTINUED = "rule: continued quotation"
_SENTENCE_ENDS = frozenset(".!?…")


def with_quotations(doc: Doc, drafts: list[Draft], quoted: tuple[Quotation, ...]) -> list[Draft]:
    """Adds what quotation marks show: whole passages, their cues, and passages that go on without a cue.

    1. A content that covers the larger part of a passage takes all of it.
    2. A passage nobody has is given to the verb the parse hangs it on.
    3. A passage without such a verb continues the statement before it where that is quoted too.
    """
    kept = [_whole_passages(doc, draft, drafts, quoted) for draft in drafts]
    for quotation in quoted:
        if quotation.depth or _is_taken(kept, quotation):
            continue
        words = tokens_of(doc, quotation.inner)
        if words is None:
            continue
        hung = _hung_on_verb(doc, words, quotation)
        if hung is not None and not _cue_taken(kept, hung):
            kept.append(hung)
        else:
            kept = _continued(doc, kept, quotation, quoted)
    return kept


def _is_taken(drafts: list[Draft], quotation: Quotation) -> bool:
    inner = (quotation.inner,)
    return any(share_covered(inner, draft.content) >= _COVERED for draft in drafts)


def _cue_taken(drafts: list[Draft], found: Draft) -> bool:
    return any(
        draft.cue is not None and found.cue is not None and draft.cue.overlaps(found.cue) for draft in drafts
    )


def _whole_passages(doc: Doc, draft: Draft, drafts: list[Draft], quoted: tuple[Quotation, ...]) -> Draft:
    """The draft with quoted passages it covers for the larger part taken whole."""
    parts = []
    for part in draft.content:
        for quotation in quoted:
            if not quotation.inner.overlaps(part) or _holds_other(quotation, draft):
                continue
            begun = part.start <= quotation.inner.start and part.end > quotation.inner.start + _BEGUN
            if begun or share_covered((quotation.inner,), (part,)) >= _COVERED:
                whole = trimmed(doc.text, quotation.inner)
                if whole is not None:
                    part = Span(min(part.start, whole.start), max(part.end, whole.end))
        parts.append(part)
    return replace(draft, content=_disjoint(parts))


def _holds_other(quotation: Quotation, draft: Draft) -> bool:
    """Whether the draft's own cue or source stands within the passage."""
    own = (*draft.source, draft.cue) if draft.cue is not None else draft.source
    return any(quotation.span.overlaps(span) for span in own)


def _disjoint(parts: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for part in sorted(parts):
        if joined and part.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, part.end))
        else:
            joined.append(part)
    return tuple(joined)


def _hung_on_verb(doc: Doc, words: TokenSpan, quotation: Quotation) -> Draft | None:
    verb = _verb_above(words) or _verb_beside(words)
    if verb is None or quotation.span.start <= verb.idx < quotation.span.end:
        return None
    said_by = subject(verb)
    content = trimmed(doc.text, quotation.inner)
    if said_by is None or content is None or content.start <= said_by.idx < content.end:
        return None
    source = characters(noun_phrase(said_by, appositions=True, conjuncts=True))
    return Draft(verb_cue(verb), (source,), (content,), "rule: quotation with verb", _NEAR_SCORE)


def _verb_above(words: TokenSpan) -> Token | None:
    """The verb a passage is the complement of."""
    root = span_root(words)
    if len(words) < _ENOUGH_WORDS or relation(root) not in {"ccomp", "parataxis", "dep"}:
        return None
    above = root.head
    return above if above.pos_ == "VERB" and above.i != root.i else None


def _verb_beside(words: TokenSpan) -> Token | None:
    """The verb of a clause set beside a passage ("..., he said")."""
    root = span_root(words)
    for child in children(root, "parataxis"):
        if not words.start <= child.i < words.end and child.pos_ == "VERB":
            return child
    return None


def _continued(
    doc: Doc, drafts: list[Draft], quotation: Quotation, quoted: tuple[Quotation, ...]
) -> list[Draft]:
    """Joins a passage to the quoted statement right before it, where there is one."""
    content = trimmed(doc.text, quotation.inner)
    if content is None or not _stands_alone(doc.text, quotation):
        return drafts
    number = _draft_before(doc.text, drafts, quotation, quoted)
    if number is None:
        return drafts
    before = drafts[number]
    changed = list(drafts)
    changed[number] = replace(before, content=_disjoint([*before.content, content]))
    return changed


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Whether a passage is a sentence of its own: nothing of its sentence before or after the marks."""
    before = text[: quotation.span.start].rstrip(" \t“\"‘'")
    opens = not before or before[-1] in _SENTENCE_ENDS or before[-1] in "\n”\"’'"
    last = text[quotation.inner.end - 1]
    return opens and (last in _SENTENCE_ENDS or quotation.continued)


def _draft_before(
    text: str, drafts: list[Draft], quotation: Quotation, quoted: tuple[Quotation, ...]
) -> int | None:
    """The quoted statement that ends right before a passage, with nothing but its own words between."""
    best: tuple[int, int] | None = None
    for number, draft in enumerate(drafts):
        end = draft.whole.end
        if draft.withheld or end > quotation.span.start or not _is_quoted(draft, quoted):
            continue
        if best is None or end > best[0]:
            best = (end, number)
    if best is None:
        return None
    between = text[best[0] : quotation.span.start]
    sentences = sum(1 for mark in between.strip(" ”\"’'“‘\n") if mark in _SENTENCE_ENDS)
    near = between.count("\n\n") <= 1 and len(between) < 200
    return best[1] if near and sentences <= 1 else None


def _is_quoted(draft: Draft, quoted: tuple[Quotation, ...]) -> bool:
    return any(quotation.span.overlaps(part) for quotation in quoted for part in draft.content)
