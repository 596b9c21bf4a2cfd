"""From a parsed report to its statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.findings.dating import dated
from parley.findings.statements.attributed import engine_drafts
from parley.findings.statements.denials import with_denials
from parley.findings.statements.drafts import Draft, cue_root, tokens_of
from parley.findings.statements.edges import with_edges
from parley.findings.statements.embedded import with_outer_speaker
from parley.findings.statements.labels import with_speaker
from parley.findings.statements.lexicon import lemma
from parley.findings.statements.phrases import phrase_drafts, with_phrases
from parley.findings.statements.quotations import Quotation, quotations
from parley.findings.statements.quoted import with_quotations
from parley.findings.statements.quoting import with_quoted
from parley.findings.statements.relayed import with_relayed
from parley.findings.statements.reticent import with_reticence
from parley.findings.statements.second_cues import at_second_cues
from parley.findings.statements.sharing import shared_once, told_of_others
from parley.findings.statements.signed import with_signed
from parley.findings.statements.sources import Cast, resolved, with_sources
from parley.findings.statements.speech import own_quotations, speech
from parley.findings.statements.surroundings import surroundings
from parley.findings.statements.turns import outside, turn_drafts, turn_quotations, turns
from parley.findings.statements.withheld import with_withheld, withheld_drafts
from parley.language.syntax import passive
from parley.language.times import TimeExpression
from parley.language.tree import Doc
from parley.language.tree import Span as Tokens
from parley.model import Report, Span, Statement
from parley.vocabulary.cues import attributing_words, credit_phrases, inferring_words

# Longer sentences that hold such a phrase are stories about credits, not credits.
_CREDIT_LENGTH = 300
# How many statements before one may have the same words, and what part of them.
_TWINS = 2
_ALIKE = 0.8
# How sure the engine must be of what a headline attributes.
_HEADLINE = 0.9
_NAMES = frozenset({"PERSON", "ORG", "GPE"})


def statements(
    doc: Doc, report: Report, cast: Cast, times: Sequence[TimeExpression]
) -> tuple[Statement, ...]:
    """Every statement a report attributes, in text order.

    Args:
        doc: the parsed report; its text is the report's.
        report: the report; what its `furniture` covers gives no statements.
        cast: who is who in the report.
        times: the report's time expressions, from `parley.language.times.find_times`.

    Returns:
        The statements; `Statement.via` indexes into this tuple.
    """
    spoken = turns(doc, report)
    quoted = quotations(doc.text)
    drafts = with_withheld(engine_drafts(doc, quoted), withheld_drafts(doc))
    drafts = with_denials(doc, with_phrases(doc, drafts, phrase_drafts(doc), quoted))
    drafts = with_relayed(doc, at_second_cues(doc, drafts))
    drafts = with_quotations(doc, with_edges(doc, drafts), quoted)
    quoted = (*quoted, *turn_quotations(spoken))
    drafts = with_quoted(doc, drafts)
    drafts = with_reticence(doc, with_sources(doc, drafts, quoted))
    drafts = with_signed(doc, drafts, quoted)
    drafts = [*outside(doc.text, drafts, spoken), *turn_drafts(doc.text, spoken)]
    drafts = sorted(_of_the_story(doc, report, drafts, quoted), key=lambda draft: (draft.whole, draft.anchor))
    drafts = told_of_others(doc, _once(_without_twins(doc, shared_once(drafts), cast)), quoted, cast)
    undated = tuple(
        _statement(doc, draft, quoted, cast, _enclosing(drafts, number))
        for number, draft in enumerate(drafts)
    )
    heard: list[Statement] = []
    for statement in undated:
        named = with_speaker(statement, report, cast)
        heard.append(with_outer_speaker(doc, named, heard, quoted))
    return dated(doc, tuple(heard), times, report.published)


def _statement(
    doc: Doc, draft: Draft, quoted: tuple[Quotation, ...], cast: Cast, via: int | None
) -> Statement:
    scene = surroundings(doc, draft)
    return Statement(
        evidence=_evidence(draft),
        confidence=round(draft.score, 3),
        rule=draft.rule,
        speech=speech(doc.text, draft, quoted),
        source=resolved(doc, draft, cast),
        cue=draft.cue,
        content=draft.content,
        addressee=scene.addressee,
        venue=scene.venue,
        medium=scene.medium,
        via=via,
        about=_about(doc, draft, cast),
    )


def _evidence(draft: Draft) -> tuple[Span, ...]:
    cue = (draft.cue,) if draft.cue is not None else ()
    return tuple(sorted({*draft.source, *cue, *draft.content}))


def _of_the_story(
    doc: Doc, report: Report, drafts: list[Draft], quoted: tuple[Quotation, ...]
) -> list[Draft]:
    """The drafts that somebody says, neither in furniture nor in a line that thanks colleagues."""
    furniture = [part.span for part in report.furniture]
    return [
        draft
        for draft in (_past_furniture(doc.text, draft, furniture) for draft in drafts)
        if (draft.source or draft.withheld or _is_quoted(draft, quoted) or _is_reported(doc, draft))
        and (
            _is_in_a_headline(doc, report, draft)
            or not any(part.overlaps(draft.anchor) or part.overlaps(draft.content[0]) for part in furniture)
        )
        and not _is_credit(doc, draft)
    ]


def _is_in_a_headline(doc: Doc, report: Report, draft: Draft) -> bool:
    """Whether a headline tells what somebody says, with a verb of its own ("Port Says Ferries Will Sail")."""
    whole = [
        part.span for part in report.furniture if part.kind == "heading" and part.span.contains(draft.whole)
    ]
    return bool(whole) and draft.score >= _HEADLINE and any(_tells(doc, part) for part in draft.content)


def _past_furniture(text: str, draft: Draft, furniture: list[Span]) -> Draft:
    """The draft without the furniture its words begin with: a dateline parsed with the sentence below it."""
    first, *others = draft.content or (None,)
    for part in furniture:
        if first is not None and first.start >= part.start and first.start < part.end < first.end:
            start = part.end + len(text[part.end : first.end]) - len(text[part.end : first.end].lstrip())
            return replace(draft, content=(Span(start, first.end), *others))
    return draft


def _once(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those within the words of another that the very same mention of a source says.

    ("These raids, she said, showed that ...": there is one "she", and she says all of it.)
    """
    parted = [draft for draft in drafts if len(draft.content) > 1]
    return [
        draft
        for draft in drafts
        if draft.withheld or not any(other is not draft and _says_all(other, draft) for other in parted)
    ]


def _without_twins(doc: Doc, drafts: list[Draft], cast: Cast) -> list[Draft]:
    """The drafts without those whose words another gives the same source by a cue beside it, or by the same.

    ("He wrote a letter saying that ...", "she expressed her hope that ...": said once.)
    """
    kept: list[Draft] = []
    for draft in drafts:
        beside = [other for other in kept[-_TWINS:] if _same_words(other, draft)]
        same_cue = any(
            other.cue == draft.cue and other.extent == draft.extent and other.rule == draft.rule
            for other in beside
        )
        if not same_cue and not any(_same_source(doc, other, draft, cast) for other in beside):
            kept.append(draft)
    return kept


def _same_words(one: Draft, other: Draft) -> bool:
    if one.withheld or other.withheld or one.cue is None or other.cue is None:
        return False
    shared = min(one.extent.end, other.extent.end) - max(one.extent.start, other.extent.start)
    longest = max(one.extent.end - one.extent.start, other.extent.end - other.extent.start)
    return shared > _ALIKE * longest


def _same_source(doc: Doc, one: Draft, other: Draft, cast: Cast) -> bool:
    first, second = resolved(doc, one, cast), resolved(doc, other, cast)
    return first is not None and second is not None and first.name == second.name


def _says_all(other: Draft, draft: Draft) -> bool:
    same = bool(draft.source) and other.source == draft.source and len(other.content) > 1
    return same and any(part.contains(draft.anchor) and part.contains(draft.extent) for part in other.content)


def _is_quoted(draft: Draft, quoted: tuple[Quotation, ...]) -> bool:
    return any(
        quotation.span.overlaps(part) for quotation in own_quotations(draft, quoted) for part in draft.content
    )


def _is_reported(doc: Doc, draft: Draft) -> bool:
    """Whether words of an unnamed source are reported ("is said to"); a state of mind of nobody is not."""
    root = cue_root(doc, draft)
    if root is None or not any(_tells(doc, part) for part in draft.content):
        return False
    words = attributing_words()
    unsaid = words.accusing | words.telling | words.urging | inferring_words().expecting
    return passive(root) and lemma(root) in words.verbs - unsaid


def _tells(doc: Doc, part: Span) -> bool:
    """Whether words have a verb: a thing alone ("a deal was announced") is reported, not said."""
    tokens = tokens_of(doc, part)
    return tokens is not None and any(token.pos_ in {"VERB", "AUX"} for token in tokens)


def _is_credit(doc: Doc, draft: Draft) -> bool:
    tokens = tokens_of(doc, draft.anchor)
    if tokens is None:
        return True
    sentence = tokens.sent.text.lower()
    return len(sentence) < _CREDIT_LENGTH and any(phrase in sentence for phrase in credit_phrases())


def _enclosing(drafts: list[Draft], number: int) -> int | None:
    """The index of the innermost statement within whose words this one is made."""
    anchor = drafts[number].anchor
    best: tuple[int, int] | None = None
    for other, draft in enumerate(drafts):
        # Nobody withholds something within their own words: the content was taken too far there.
        own = drafts[number].withheld and draft.source == drafts[number].source
        if other == number or draft.withheld or own:
            continue
        for part in draft.content:
            holds = part.contains(anchor) and part.overlaps(drafts[number].extent)
            if holds and (best is None or part.end - part.start < best[0]):
                best = (part.end - part.start, other)
    return best[1] if best is not None else None


def _about(doc: Doc, draft: Draft, cast: Cast) -> tuple[str, ...]:
    """The names within the content, fullest form, each once, in text order."""
    names: dict[str, None] = {}
    for part in draft.content:
        tokens = tokens_of(doc, part)
        for start, end in _names_in(tokens) if tokens is not None else ():
            place = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            resolution = cast.resolve(place, place.start)
            names[resolution.name if resolution is not None else place.of(doc.text)] = None
    return tuple(names)


def _names_in(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Token ranges of the names that begin in `tokens`; spaCy's own ``ents`` walks the whole document."""
    doc, end = tokens.doc, tokens.start
    for token in tokens:
        place = token.i
        if token.ent_type_ not in _NAMES or place < end:
            continue
        end = place + 1
        while end < tokens.end and doc[end].ent_type_ == doc[place].ent_type_ and doc[end].ent_iob_ == "I":
            end += 1
        yield place, end
