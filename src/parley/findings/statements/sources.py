"""The words that name a draft's source, and who that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from parley.findings.statements.drafts import Draft, characters, cue_root, tokens_of, trimmed
from parley.findings.statements.lexicon import lemma
from parley.findings.statements.quotations import Quotation
from parley.language.syntax import (
    agent,
    children,
    is_title,
    noun_phrase,
    obliques,
    passive,
    phrase_head,
    possessor,
    span_root,
    subject,
)
from parley.language.tree import Doc, Token
from parley.model import Source, Span, cover
from parley.vocabulary.cues import attributing_words

_LOOSE = frozenset({"ADP", "PART", "CCONJ", "SCONJ", "DET"})
_NAMED = frozenset({"PERSON", "GPE"})
_RELATIVE = frozenset({"WDT", "WP"})
_EXPLETIVE = frozenset({"it", "there"})
_NEAR = 3
# What stands behind a noun and a comma, and tells more of it.
_ADDED = frozenset({"appos", "nummod", "amod", "acl", "nmod"})
_DEPENDENT = frozenset({"DET"})
# What cannot end a noun phrase.
_BEFORE = frozenset({"compound", "amod", "det", "nummod"})
_JOINED = frozenset({"compound", "amod", "det"})


class Resolution(Protocol):
    """Who some words of a report mean."""

    @property
    def name(self) -> str:
        """The fullest name the report gives."""

    @property
    def role(self) -> str | None:
        """The role as the report gives it."""

    @property
    def on_behalf_of(self) -> str | None:
        """The party spoken for."""


class Cast(Protocol):
    """Who is who in one report."""

    def resolve(self, span: Span, position: int) -> Resolution | None:
        """Who the words at `span` mean, read at character `position`; None where nobody is named."""


def with_sources(doc: Doc, drafts: list[Draft], quoted: tuple[Quotation, ...]) -> list[Draft]:
    """Each draft with the words of its source, the engine's or the parse's."""
    found = [_with_source(doc, draft, quoted) for draft in drafts]
    return [_as_before(doc, draft, found) for draft in found]


def _as_before(doc: Doc, draft: Draft, drafts: list[Draft]) -> Draft:
    """Gives a withheld statement without a source that of who spoke just before in its sentence."""
    if draft.source or not draft.withheld:
        return draft
    tokens = tokens_of(doc, draft.anchor)
    start = tokens.sent.start_char if tokens is not None else draft.anchor.start
    before = [
        other
        for other in drafts
        if other.cue is not None and other.source and start <= other.cue.start < draft.anchor.start
    ]
    nearest = max(before, key=lambda other: other.anchor.start, default=None)
    return replace(draft, source=nearest.source) if nearest is not None else draft


def _with_source(doc: Doc, draft: Draft, quoted: tuple[Quotation, ...]) -> Draft:
    believable = tuple(
        span
        for span in draft.source
        if not (_inside_own_quotation(span, draft, quoted) or _is_spoken_to(span, draft, doc))
    )
    if believable and not _strays(doc, believable, draft):
        return replace(draft, source=tuple(_completed(doc, span, draft.cue) for span in believable))
    root = cue_root(doc, draft)
    if root is None:
        return replace(draft, source=())
    noun = source_noun(root)
    if noun is None or any(part.start <= noun.idx < part.end for part in draft.content):
        return replace(draft, source=())
    phrase = trimmed(doc.text, characters(noun_phrase(noun, appositions=True, conjuncts=True)))
    return replace(draft, source=(phrase,) if phrase is not None else ())


def _is_spoken_to(span: Span, draft: Draft, doc: Doc) -> bool:
    """Whether a source is the one who is told, urged or accused ("the crews were advised to wait")."""
    root = cue_root(doc, draft)
    if root is None or not passive(root) or agent(root) is not None:
        return False
    words = attributing_words()
    if lemma(root) not in words.telling | words.urging | words.accusing:
        return False
    return any(span.start <= child.idx < span.end for child in children(root, "nsubj:pass", "nsubj"))


def _strays(doc: Doc, source: tuple[Span, ...], draft: Draft) -> bool:
    """Whether a source stands in another sentence, while the cue's verb has a subject in its own."""
    root = cue_root(doc, draft)
    if root is None or root.pos_ not in {"VERB", "AUX"} or root.relation == "acl":
        return False
    sentence = root.sent
    if any(sentence.start_char <= span.start < sentence.end_char for span in source):
        return False
    noun = source_noun(root)
    if noun is None or not sentence.start <= noun.i < sentence.end or noun.tag_ in _RELATIVE:
        return False
    return not any(part.start <= noun.idx < part.end for part in draft.content)


def _completed(doc: Doc, span: Span, cue: Span | None) -> Span:
    """The source with the name or noun it was cut off from ("Mr.", "President", "rebel", half a name)."""
    tokens = tokens_of(doc, span)
    if tokens is None:
        return span
    start, end = tokens.start, tokens.end
    if tokens[0].tag_ == "POS" and start > 0 and doc[start - 1].head.i >= start:
        # "Chad's | ministry": a possessive ending is nobody's beginning.
        start = noun_phrase(doc[start - 1]).start
    if len(tokens) > 1 and tokens[0].tag_ in _RELATIVE:
        # "Who the president called a friend": the president called.
        start += 1
    end = _without_loose_end(doc, start, end)
    end = _with_of(doc, start, end)
    if end - start > 1 and doc[end - 1].pos_ == "ADV" and cue is not None and end < len(doc):
        # "The report further says": how it is said is no part of who says it.
        end -= doc[end].idx >= cue.start >= doc[end - 1].idx
    root = span_root(doc[start:end])
    behind = start > 1 and doc[start - 1].text == "," and root.head.i == start - 2
    if behind and root.dep_ in _ADDED and root.pos_ not in {"PROPN", "PRON"}:
        # "26 deputies, two more than needed, said": the deputies said it.
        start = noun_phrase(root.head).start
    last = doc[end - 1]
    if last.relation in _JOINED or all(token.pos_ in _DEPENDENT or is_title(token) for token in tokens):
        head = phrase_head(last)
        own = cue is not None and cue.start <= head.idx < cue.end
        if (
            end <= head.i <= end + _NEAR
            and not own
            and not any(token.is_punct for token in doc[end : head.i])
        ):
            end = head.i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end - 1].ent_type_ in _NAMED:
        end += 1
    while start > 0 and doc[start].ent_iob_ == "I" and doc[start].ent_type_ == "PERSON":
        start -= 1
    while start > 0 and start <= doc[start - 1].head.i < end and doc[start - 1].relation in _BEFORE:
        start -= 1
    if (start, end) == (tokens.start, tokens.end):
        return span
    return trimmed(doc.text, characters(doc[start:end])) or span


def _with_of(doc: Doc, start: int, end: int) -> int:
    """Where a source ends with the "of" it was cut off from ("the commander | of the fleet")."""
    if end >= len(doc) or doc[end].lower_ != "of":
        return end
    root, other = span_root(doc[start:end]), doc[end].head
    own = other.relation == "nmod" and other.head.i == root.i and root.pos_ == "NOUN" and root.i == end - 1
    return noun_phrase(root).end if own else end


def _without_loose_end(doc: Doc, start: int, end: int) -> int:
    """Where a source ends without words that belong to more than it holds ("Ruiz – who has sought to")."""
    last = end
    while last - start > 1 and (_is_loose(doc[last - 1]) or doc[last - 1].is_punct):
        last -= 1
    if last - start > 2 and doc[last - 1].pos_ == "ADV" and doc[last - 2].text == ",":
        # "Ruiz, now | 26": of the age only "now" was taken.
        return last - 2
    if last == end or doc[last - 1].pos_ not in {"VERB", "AUX"}:
        return last if last != end and _is_loose(doc[end - 1]) else end
    opening = next((token.i for token in doc[start:last] if token.tag_ in _RELATIVE), None)
    if opening is None or opening <= start:
        return end
    while opening > start + 1 and doc[opening - 1].is_punct:
        opening -= 1
    return opening


def _is_loose(token: Token) -> bool:
    return token.pos_ in _LOOSE and token.tag_ not in {"POS", "RP"}


def _inside_own_quotation(span: Span, draft: Draft, quoted: tuple[Quotation, ...]) -> bool:
    """Whether a source stands in quotation marks that do not enclose the cue ("we" is who is quoted)."""
    if draft.cue is None:
        return False
    return any(
        quotation.span.contains(span) and not quotation.span.overlaps(draft.cue) for quotation in quoted
    )


def source_noun(root: Token) -> Token | None:
    """Whose words a cue attributes, by the parse: its subject, the agent of a passive, its owner."""
    if root.pos_ in {"NOUN", "PROPN"} and not root.lower_.endswith("ing"):
        owner = possessor(root)
        if owner is not None:
            return owner
        return next((oblique.head for oblique in obliques(root, "by", "from")), None)
    by = agent(root)
    if by is not None:
        return by
    left_out = any(child.lower_ == "without" for child in children(root, "mark", "case"))
    found = subject(root) or (subject(root.head) if left_out else None)
    if found is None or (found.lower_ in _EXPLETIVE and found.dep_ == "expl"):
        return None
    if passive(root) and lemma(root) not in {"reach", "contact", "locate", "quote", "cite"}:
        return None
    return found


def resolved(doc: Doc, draft: Draft, cast: Cast) -> Source | None:
    """Who a draft's source is; None where the report names nobody."""
    if not draft.source:
        return None
    mention = _mention(draft)
    meant = _antecedent(doc, mention) or mention
    resolution = cast.resolve(meant, draft.anchor.start)
    if resolution is None:
        return Source(name=_spoken(doc, meant), mention=mention)
    return Source(
        name=resolution.name, mention=mention, role=resolution.role, on_behalf_of=resolution.on_behalf_of
    )


def _mention(draft: Draft) -> Span:
    """One span for a source that may be in parts: all of it where the parts are neighbours."""
    whole = cover(draft.source)
    gaps = _gaps(draft.source)
    if max(gaps, default=0) <= _NEAR:
        return whole
    return max(draft.source, key=lambda span: span.end - span.start)


def _gaps(spans: Iterable[Span]) -> list[int]:
    ordered = sorted(spans)
    return [later.start - earlier.end for earlier, later in pairwise(ordered)]


def _antecedent(doc: Doc, mention: Span) -> Span | None:
    """The noun a relative pronoun stands for ("the envoy, who said ..."); None for other words."""
    tokens = tokens_of(doc, mention)
    if tokens is None or len(tokens) > 1:
        return None
    word = tokens[0]
    if word.tag_ not in _RELATIVE and word.lower_ not in {"who", "which"}:
        return None
    found = subject(word.head)
    if found is None or found.i == word.i:
        return None
    return trimmed(doc.text, characters(noun_phrase(found, appositions=True)))


def _spoken(doc: Doc, span: Span) -> str:
    return " ".join(span.of(doc.text).split())


def source_head(doc: Doc, draft: Draft) -> Token | None:
    """The head word of a draft's source."""
    if not draft.source:
        return None
    tokens = tokens_of(doc, draft.source[0])
    return span_root(tokens) if tokens is not None else None
