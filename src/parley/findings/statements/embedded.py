"""Who a "he" is within somebody's words: "Petrou said he had told the Turks to stop"; it was Petrou."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.statements.quotations import Quotation
from parley.language.tree import Doc
from parley.model import Source, Span, Statement
from parley.vocabulary.offices import Sex, sex_of_given_name

_SEXES = {"he": Sex.HE, "she": Sex.SHE}


def with_outer_speaker(
    doc: Doc, statement: Statement, before: Sequence[Statement], quoted: tuple[Quotation, ...]
) -> Statement:
    """A statement within another, its "he" or "she" being that other's speaker where nothing forbids it.

    Somebody quoted says "I" of himself, so within quotation marks a "he" is another; and a "she" is not him.

    Args:
        doc: the parsed report.
        statement: the statement.
        before: the statements before it; `statement.via` indexes them.
        quoted: the quoted passages.
    """
    source = statement.source
    outer = before[statement.via] if statement.via is not None and statement.via < len(before) else None
    if source is None or outer is None or outer.source is None or outer.source.name == source.name:
        return statement
    sex = _SEXES.get(source.mention.of(doc.text).lower())
    if sex is None or _is_quoted(source.mention, outer, quoted) or not _may_be(doc, outer.source, sex):
        return statement
    if not _opens(doc, source.mention, outer):
        return statement
    return replace(statement, source=replace(outer.source, mention=source.mention))


def _is_quoted(mention: Span, outer: Statement, quoted: tuple[Quotation, ...]) -> bool:
    """Whether a pronoun stands within quotation marks that the outer cue does not share."""
    return any(
        quotation.span.contains(mention)
        and not (outer.cue is not None and quotation.span.contains(outer.cue))
        for quotation in quoted
    )


def _may_be(doc: Doc, speaker: Source, sex: Sex) -> bool:
    """Whether a speaker can be meant by "he" or "she": one person, not known for the other sex."""
    words = speaker.mention.of(doc.text)
    if words.lower() in _SEXES:
        return _SEXES[words.lower()] is sex
    tokens = doc.char_span(speaker.mention.start, speaker.mention.end)
    person = tokens is not None and any(token.ent_type_ == "PERSON" for token in tokens)
    if not person or " and " in words:
        return False
    other = Sex.SHE if sex is Sex.HE else Sex.HE
    titled = {"Mr.": Sex.HE, "Mr": Sex.HE, "Ms.": Sex.SHE, "Mrs.": Sex.SHE, "Ms": Sex.SHE, "Mrs": Sex.SHE}
    told = {titled[word] for word in words.split() if word in titled}
    return other not in told and sex_of_given_name(speaker.name.split()[0]) is not other


def _opens(doc: Doc, mention: Span, outer: Statement) -> bool:
    """Whether nobody else is named between the outer words' beginning and the pronoun."""
    part = next((part for part in outer.content if part.contains(mention)), None)
    if part is None:
        return False
    tokens = doc.char_span(part.start, mention.start) if mention.start > part.start else None
    return tokens is None or not any(token.ent_type_ == "PERSON" for token in tokens)
