"""Where what is said begins and ends: pieces that the engine left off at an edge are taken back.

Only what nobody else says or is named by is taken: no words of another's cue or source, none across a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parley.findings.statements.drafts import Draft, cue_root, tokens_of, trimmed
from parley.findings.statements.lexicon import lemma
from parley.language.syntax import children, noun_phrase, relation, span_root
from parley.language.tree import Doc, Token
from parley.language.tree import Span as Tokens
from parley.model import Span
from parley.vocabulary.cues import attributing_words

_MARKS = frozenset('“”"«»„')
_CLOSING = frozenset('”"»')
_STOPS = frozenset(".?!;\n")
# Characters from an opened bracket to its close.
_BRACKET = 120
# Relations of a word that cannot end a phrase: what it belongs to comes after it.
_LEADING = frozenset({"det", "case", "amod", "compound", "nummod", "aux", "cop", "mark", "cc"})
_NOMINAL = frozenset({"det", "case", "amod", "compound", "nummod"})
# What a word at the edge governs, and cannot be told without.
_GOVERNED = frozenset({"obj", "xcomp", "ccomp", "fixed", "flat", "iobj", "compound:prt"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WDT", "WP"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
_LOOSE = frozenset({"and", "but", "or", "while", "because", "although", "though"})
# Words a content has at least that is cut at its end.
_LONG = 4
# Words that name what is judged, where its "as" is missing.
_FEW = 4
_OPENING = frozenset('“"«‘')
# Characters behind the cue that may still follow in its sentence, and words left off at least.
_TRAILING, _LEAST = 40, 3
_DASHES = frozenset({",", "-", "--", "—", "–"})


def with_edges(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with its words whole: to the end of a phrase, of a bracket, from their subject on.

    Args:
        doc: the parsed report.
        drafts: what is attributed, in any order; those withheld are left as they are.
    """
    taken = _Taken(doc, tuple(span for draft in drafts for span in _own(draft)))
    return [draft if draft.withheld else _mended(doc, draft, taken) for draft in drafts]


@dataclass(frozen=True, slots=True)
class _Taken:
    """The words by which anybody is named or attributes."""

    doc: Doc
    spans: tuple[Span, ...]

    def free(self, start: int, end: int) -> bool:
        """Whether the characters may be taken into what is said."""
        tokens = tokens_of(self.doc, Span(start, end)) if start < end else None
        if tokens is None or any(token.text in _STOPS or "\n" in token.text for token in tokens):
            return False
        words = self.doc.text[start:end]
        if _MARKS.intersection(words) and (words.count("“") != words.count("”") or words.count('"') % 2):
            return False
        return not any(span.start < end and start < span.end for span in self.spans)


def _own(draft: Draft) -> tuple[Span, ...]:
    return (*draft.source, draft.cue) if draft.cue is not None else draft.source


def _mended(doc: Doc, draft: Draft, taken: _Taken) -> Draft:
    parts = list(draft.content)
    parts = _joined(parts, taken)
    parts[0] = _with_subject(doc, _from_the_start(doc, parts[0], draft, taken), taken)
    parts[-1] = _to_the_end(doc, parts[-1], draft, taken)
    parts[-1] = _with_joined(doc, parts[-1], draft, taken)
    parts[-1] = _without_loose_end(doc, parts[-1])
    parts = [_in_brackets(doc.text, part) for part in parts]
    parts = _before_insertion(doc, parts, draft, taken)
    return replace(draft, content=tuple(parts))


def _joined(parts: list[Span], taken: _Taken) -> list[Span]:
    """The parts, those of one sentence joined where nothing but words of nobody else stands between them."""
    joined = parts[:1]
    for part in parts[1:]:
        if taken.free(joined[-1].end, part.start):
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            joined.append(part)
    return joined


def _in_brackets(text: str, part: Span) -> Span:
    """The part with the end of a bracket that it breaks off in, and the start of one it closes."""
    words = part.of(text)
    start, end = part.start, part.end
    if words.count("(") > words.count(")"):
        close = text.find(")", end, end + _BRACKET)
        if close >= 0 and "\n" not in text[end:close] and "(" not in text[end:close]:
            end = close + 1
    elif words.count(")") > words.count("(") and start and text[start - 1] == "(":
        start -= 1
    return Span(start, end)


def _to_the_end(doc: Doc, part: Span, draft: Draft, taken: _Taken) -> Span:
    """The part to the end of the phrase that its last word opens ("in the | race", "to have | access")."""
    tokens = tokens_of(doc, part)
    if tokens is None:
        return part
    last, root = tokens[-1], cue_root(doc, draft)
    end = _phrase_end(last, root) or _clause_end(tokens, root) or _judged_as(tokens, root)
    if end is None or end.i <= last.i:
        return part
    stop = end.idx + len(end)
    stop += stop < len(doc.text) and doc.text[stop] in _CLOSING
    return Span(part.start, stop) if taken.free(part.end, stop) else part


def _without_loose_end(doc: Doc, part: Span) -> Span:
    """The part without a conjunction that joins nothing more of it ("the price had risen but")."""
    tokens = tokens_of(doc, part)
    if tokens is None or len(tokens) < _LONG or tokens[-1].lower_ not in _LOOSE:
        return part
    return trimmed(doc.text, Span(part.start, tokens[-1].idx)) or part


def _phrase_end(last: Token, cue: Token | None) -> Token | None:
    head = last.head
    if last.relation in _LEADING and head.i > last.i and (cue is None or head.i != cue.i):
        if head.tag_ in _RELATIVE:
            return head.head.right_edge if head.head.i > head.i else None
        if last.relation in _NOMINAL and head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
            phrase = noun_phrase(head)
            return phrase[-1]
        return head.right_edge
    for child in last.rights:
        if child.dep_ in _GOVERNED and child.left_edge.i == last.i + 1:
            return child.right_edge
    return None


def _judged_as(tokens: Tokens, cue: Token | None) -> Token | None:
    """Where the "as" ends by which a thing is judged ("dismissed it | as a trap")."""
    marker = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    if cue is None or marker is None or marker.lower_ != "as" or len(tokens) > _FEW:
        return None
    judged = marker.head
    own = judged.i > marker.i and judged.head.i == cue.i and judged.relation in {"obl", "xcomp", "advcl"}
    return judged.right_edge if own and judged.relation != "advcl" else None


def _clause_end(tokens: Tokens, cue: Token | None) -> Token | None:
    """Where the clause ends of which the words are only the subject ("that the pact | will hold")."""
    root = span_root(tokens)
    verb = root.head
    if (
        relation(root) not in _SUBJECTS
        or verb.i < tokens.end
        or verb.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}
    ):
        return None
    return None if cue is not None and verb.i == cue.i else verb.right_edge


def _with_joined(doc: Doc, part: Span, draft: Draft, taken: _Taken) -> Span:
    """The part with what is joined to its words by "and" or "or" right behind it."""
    tokens = tokens_of(doc, part)
    root = cue_root(doc, draft)
    if tokens is None or tokens.end >= len(doc):
        return part
    opening = doc[tokens.end]
    if opening.text == "," and tokens.end + 1 < len(doc):
        opening = doc[tokens.end + 1]
    joined = opening.head
    if opening.relation != "cc" or opening.lower_ not in {"and", "or", "nor"} or joined.dep_ != "conj":
        return part
    first = joined.head
    if not tokens.start <= first.i < tokens.end or (root is not None and first.i == root.i):
        return part
    if joined.tag_ in _FINITE and not _is_full(joined):
        return part
    if lemma(joined) in attributing_words().verbs and joined.pos_ == "VERB":
        return part
    end = joined.right_edge
    stop = end.idx + len(end)
    return Span(part.start, stop) if taken.free(part.end, stop) else part


def _is_full(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in verb.lefts)


def _with_subject(doc: Doc, part: Span, taken: _Taken) -> Span:
    """The part with the subject right before it, of the verb that it begins with."""
    tokens = tokens_of(doc, part)
    if tokens is None or tokens.start == 0:
        return part
    root = span_root(tokens)
    found = next(children(root, "nsubj", "nsubj:pass"), None)
    # "Told reporters the pier was shut": the reporters are no subject, whatever the parse makes of them.
    others = [child for child in root.lefts if child.i >= tokens.start and relation(child) in _SUBJECTS]
    if found is None or others or found.i >= tokens.start or found.right_edge.i != tokens.start - 1:
        return part
    start = found.left_edge.idx
    return Span(start, part.end) if taken.free(start, part.start) else part


def _from_the_start(doc: Doc, part: Span, draft: Draft, taken: _Taken) -> Span:
    """The part from the start of its sentence on, where a cue ends it ("What we won | is ours, she said")."""
    tokens = tokens_of(doc, part)
    if tokens is None or draft.cue is None or len(draft.content) > 1 or draft.cue.start < part.end:
        return part
    if not draft.source or min(span.start for span in draft.source) < part.end:
        return part
    sentence = tokens.sent
    ends = max(span.end for span in _own(draft))
    start = sentence.start_char
    near = sentence.start_char < part.start and ends <= sentence.end_char <= ends + _TRAILING
    if not near or doc.text[part.start - 1] in _OPENING or not taken.free(start, part.start):
        return part
    gap = doc[sentence.start : tokens.start]
    inner, outer = span_root(tokens), span_root(gap)
    joined = sentence.start <= inner.head.i < tokens.start or tokens.start <= outer.head.i < tokens.end
    words = trimmed(doc.text, Span(start, part.end))
    return words if joined and words is not None and len(gap) >= _LEAST else part


def _before_insertion(doc: Doc, parts: list[Span], draft: Draft, taken: _Taken) -> list[Span]:
    """The parts with the words of the sentence before an inserted cue ("The truth, she said, was ...")."""
    own = _own(draft)
    if draft.cue is None or not draft.source or len(parts) != 1:
        return parts
    start, end = min(span.start for span in own), max(span.end for span in own)
    text = doc.text
    before, after = text[:start].rstrip(), text[end : parts[0].start]
    if parts[0].start < end or after.strip(" ") not in _DASHES or before[-1:] not in _DASHES:
        return parts
    root = cue_root(doc, draft)
    sentence = root.sent if root is not None else None
    if root is None or sentence is None or sentence.start_char >= start:
        return parts
    words = trimmed(text, Span(sentence.start_char, start))
    tokens = tokens_of(doc, words) if words is not None else None
    if words is None or tokens is None or not taken.free(words.start, words.end):
        return parts
    if tokens[-1].tag_ in _RELATIVE:
        # "A pact which, she said, would hold": of what stands before it, the report speaks itself.
        return [Span(tokens[-1].idx, words.end), *parts]
    above = span_root(tokens)
    if root.i in (above.i, above.head.i):
        return parts
    return [words, *parts]
