"""From what the language engine attributes to drafts: cleaned, and without what is no statement."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.statements.drafts import HEAD_RULE, Draft, cue_root, tokens_of, trimmed_parts
from parley.findings.statements.lexicon import is_measure, lemma
from parley.findings.statements.quotations import Quotation
from parley.findings.statements.unsaid import is_quoted, says_nothing, voices
from parley.language.syntax import agent, children, is_predicate, passive, relation, span_root, subject
from parley.language.tree import Doc, Token
from parley.model import Attribution, Span
from parley.vocabulary.cues import attributing_words, inferring_words
from parley.vocabulary.times import time_words

_RELATIVE = frozenset({"WDT", "WP"})
_MARKS = frozenset('“”"«»‘')
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Words that stand for a speaker within a quotation, or for nobody who could speak.
_SELF = frozenset({"i", "we"})
_NOBODY = frozenset(
    {"us", "me", "you", "my", "our", "your", "this", "these", "those", "what", "let", "anyone"}
)
_CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "INTJ", "ADV"})
# Words: a part of a content that is shorter, beside a part of at least this many, is a slip of the engine.
_STRAY = 5
# What may open a clause behind a day.
_OPENING = frozenset({"PRON", "DET", "NOUN", "ADJ", "NUM", "SCONJ"})
# Words from a helping verb to its own.
_HELPED = 4
# Characters: about four words. Longer gaps are real interruptions of what is said.
_SMALL_GAP = 25


def engine_drafts(doc: Doc, quoted: tuple[Quotation, ...]) -> list[Draft]:
    """The engine's attributions as drafts, in text order, without the reporter's own judgements.

    Args:
        doc: the parsed report.
        quoted: its quoted passages.
    """
    judged = (_is_inference, is_put_to, _is_pointed_at, says_nothing)
    unlike = (*judged, _is_only_manner, _is_measured, _is_term, _is_partaking)
    drafts = []
    for attribution in doc.attributions:
        draft = _with_its_verb(doc, _draft(doc, attribution))
        if draft is None or any(unsaid(doc, draft) for unsaid in unlike):
            continue
        if not _is_self(doc, draft, quoted):
            drafts.append(draft)
        elif _told_of_another(doc, draft):
            drafts.append(replace(draft, source=()))
    return drafts


def _draft(doc: Doc, attribution: Attribution) -> Draft | None:
    content = trimmed_parts(doc.text, attribution.content)
    if not content:
        return None
    cues = trimmed_parts(doc.text, (attribution.cue,)) if attribution.cue is not None else ()
    source = trimmed_parts(doc.text, attribution.source)
    content = _without_strays(doc, _without_small_gaps(doc.text, content, (*source, *cues)))
    content = _without_its_day(doc, content, cues)
    if not content:
        return None
    return Draft(cues[0] if cues else None, source, content, HEAD_RULE, attribution.score)


def _without_its_day(doc: Doc, parts: tuple[Span, ...], cues: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts without a day right behind the cue, which is of the saying ("said Saturday ports opened")."""
    tokens = tokens_of(doc, parts[0]) if parts and cues else None
    if tokens is None or len(tokens) < _STRAY or doc.text[cues[-1].end : parts[0].start].strip():
        return parts
    day, following = time_words().words.get(tokens[0].lower_), tokens[1]
    # "Said Tuesday would decide": there the day is part of what is said.
    if day is None or day.family != "weekday" or following.pos_ not in _OPENING:
        return parts
    return (Span(following.idx, parts[0].end), *parts[1:])


def _with_its_verb(doc: Doc, draft: Draft | None) -> Draft | None:
    """The draft with the verb its cue lacks, where the engine took an adverb or a helping verb alone."""
    root = cue_root(doc, draft) if draft is not None else None
    if draft is None or root is None or not _is_only_manner(doc, draft):
        return draft
    verb = root.head
    end = verb.idx + len(verb)
    beside = root.i < verb.i <= root.i + _HELPED and verb.pos_ == "VERB"
    if draft.cue is None or not beside or any(part.start < end <= part.end for part in draft.content):
        return draft
    return replace(draft, cue=Span(draft.cue.start, end))


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


def _without_strays(doc: Doc, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts that say something: no lone article or preposition, no lone word beside a whole clause."""
    sizes = [_words(doc, part) for part in parts]
    longest = max(sizes, default=0)
    return tuple(
        part for part, size in zip(parts, sizes, strict=True) if size > 1 or (size == 1 and longest < _STRAY)
    )


def _words(doc: Doc, part: Span) -> int:
    """How many words a part has, none where no word of it says anything by itself."""
    tokens = tokens_of(doc, part)
    if tokens is None or not any(token.pos_ in _CONTENT_WORDS for token in tokens):
        return 0
    return sum(1 for token in tokens if not token.is_punct and not token.is_space)


def _is_self(doc: Doc, draft: Draft, quoted: tuple[Quotation, ...]) -> bool:
    """Whether a draft's source is a speaker's "we", or a word that names nobody."""
    words = {span.of(doc.text).lower() for span in draft.source}
    if words & _SELF and draft.cue is not None:
        # A quoted speaker may tell of their own thoughts; the reporter's "we" is no source.
        return not any(quotation.span.contains(draft.cue) for quotation in quoted)
    return bool(words) and words <= _NOBODY | _SELF


def _told_of_another(doc: Doc, draft: Draft) -> bool:
    """Whether the parse gives the cue another subject than a speaker's "we"."""
    root = cue_root(doc, draft)
    found = subject(root) if root is not None else None
    return found is not None and found.lower_ not in _NOBODY | _SELF and found.ent_type_ != ""


def _is_pointed_at(doc: Doc, draft: Draft) -> bool:
    """Whether the source is only a "that" or "this" for what was told before ("That threatens the truce")."""
    tokens = tokens_of(doc, draft.source[0]) if len(draft.source) == 1 else None
    if tokens is None or len(tokens) > 1 or tokens[0].lower_ not in {"that", "this"}:
        return False
    return tokens[0].tag_ == "DT" or tokens[0].is_sent_start


def _is_only_manner(doc: Doc, draft: Draft) -> bool:
    """Whether all there is of a cue is an adverb or a helping verb ("secretly", "would")."""
    root = cue_root(doc, draft)
    return root is not None and root.tag_ in {"RB", "MD"}


def _is_measured(doc: Doc, draft: Draft) -> bool:
    """Whether the source only says by what something goes ("according to schedule")."""
    tokens = tokens_of(doc, draft.source[0]) if len(draft.source) == 1 else None
    return tokens is not None and len(tokens) == 1 and is_measure(tokens[0])


def _is_partaking(doc: Doc, draft: Draft) -> bool:
    """Whether somebody only has a part in something ("has been concerned in the talks")."""
    root = cue_root(doc, draft)
    if root is None or lemma(root) not in inferring_words().partaking:
        return False
    after = doc[root.i + 1] if root.i + 1 < len(doc) else None
    return after is not None and after.lower_ in inferring_words().partaking_in


def _is_term(doc: Doc, draft: Draft) -> bool:
    """Whether a deal only has something among its terms ("the deal calls for inspections")."""
    root, tokens = cue_root(doc, draft), tokens_of(doc, draft.source[0]) if len(draft.source) == 1 else None
    if root is None or tokens is None or root.pos_ != "VERB":
        return False
    if _MARKS.intersection(doc.text[draft.whole.start : draft.whole.end + 1]):
        return False
    words, noun = inferring_words(), span_root(tokens)
    if noun.tag_ in _RELATIVE:
        noun = subject(root) or noun
    return lemma(noun) in words.terms and lemma(root) not in words.quoting_terms


def is_put_to(doc: Doc, draft: Draft) -> bool:
    """Whether a question is put to the one given as its source ("Asked whether ..., the minister said")."""
    root = cue_root(doc, draft)
    if root is None or root.tag_ not in {"VBN", "VBD"} or lemma(root) not in attributing_words().questioning:
        return False
    helped = any(True for _ in children(root, "aux"))
    asked = passive(root) or (root.tag_ == "VBN" and not helped) or relation(root) == "advcl"
    return asked and agent(root) is None and next(children(root, "nsubj"), root).dep_ != "nsubj"


def _is_inference(doc: Doc, draft: Draft) -> bool:
    """Whether the report itself judges ("X seems to want"), nobody in particular does ("is expected to"),
    or something is done rather than said ("agreed to return").
    """
    root = cue_root(doc, draft)
    if root is None or root.pos_ not in {"VERB", "ADJ", "AUX"}:
        return False
    words = inferring_words()
    word = lemma(root)
    if word in words.verbs:
        return True
    if _is_phrasal(root) and not is_quoted(doc.text, draft):
        return True
    if word in words.provoking and root.tag_ == "VBG" and not is_quoted(doc.text, draft):
        return True
    if word in words.binding and passive(root) and not draft.source:
        return True
    if word in words.acting and not _is_stance(doc, draft, root) and _is_plain_verb(doc, draft):
        return not is_quoted(doc.text, draft)
    if word not in words.expecting or not passive(root) or agent(root) is not None:
        return False
    found = subject(root)
    return not draft.source or (
        found is not None and any(span.start <= found.idx < span.end for span in draft.source)
    )


def _is_phrasal(root: Token) -> bool:
    """Whether a verb with its particle is done and not said ("called off")."""
    particles = (child.lower_ for child in root.rights if child.dep_ == "compound:prt")
    return any(f"{lemma(root)} {particle}" in inferring_words().phrasal for particle in particles)


def _is_stance(doc: Doc, draft: Draft, root: Token) -> bool:
    """Whether a verb of doing stands with one of speaking ("began by stressing"), or is "agree with"."""
    cue = tokens_of(doc, draft.cue) if draft.cue is not None else ()
    others = [token for token in cue or () if token.i != root.i]
    if lemma(root) == "agree" and others and others[-1].lower_ == "with":
        return True
    return any(token.pos_ == "VERB" and voices(token) for token in others)


def _is_plain_verb(doc: Doc, draft: Draft) -> bool:
    """Whether a cue is only a verb with its helpers, and what follows is no clause of its own."""
    assert draft.cue is not None
    cue = tokens_of(doc, draft.cue)
    content = tokens_of(doc, draft.extent)
    if cue is None or content is None or any(_adds(token) for token in cue):
        return False
    root = span_root(content)
    if content[0].lower_ == "to" or (root.pos_ in {"NOUN", "PROPN"} and not is_predicate(root)):
        return True
    return not any(token.tag_ in _FINITE for token in content)


def _adds(token: Token) -> bool:
    """Whether a word of a cue is a noun or an adjective by which somebody speaks ("made a promise")."""
    return token.pos_ in {"NOUN", "ADJ"} and voices(token)
