"""Findings and reports made by hand, for tests of what is asked of a record."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import (
    Encounter,
    EncounterStatus,
    Finding,
    Holder,
    Paraphrase,
    Position,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    Stance,
    Statement,
)


def report(text: str, published: str | None, *findings: Finding, outlet: str | None = None) -> ReadReport:
    """A report read by an engine that finds just this."""
    return ReadReport(
        Report(text, published=published, outlet=outlet), "parley test", findings, Paraphrase(0.0)
    )


def words(text: str, part: str) -> Span:
    """Where a part of a text stands."""
    start = text.index(part)
    return Span(start, start + len(part))


def position(text: str, shown: str, party: str, stance: Stance, on: str, **more: object) -> Position:
    """A position; `by` names who ascribes it."""
    teller = more.pop("by", None)
    return Position(
        evidence=(words(text, shown),),
        confidence=0.8,
        rule="test",
        party=party,
        on=on,
        stance=stance,
        holder=Holder.SELF if teller is None else Holder.ASCRIBED,
        ascribed_by=teller,  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def statement(text: str, who: str, cue: str, said: str, **more: object) -> Statement:
    """An indirect statement; its words are looked up in the text."""
    party = more.pop("party", None)
    return Statement(
        evidence=(words(text, said),),
        confidence=0.9,
        rule="test",
        speech=Speech.INDIRECT,
        source=Source(who, words(text, who), on_behalf_of=party),  # type: ignore[arg-type]
        cue=words(text, cue),
        content=(words(text, said),),
        **more,  # type: ignore[arg-type]
    )


def encounter(
    text: str, shown: str, who: Iterable[str], status: EncounterStatus, on: str | None, form: str = "talks"
) -> Encounter:
    """An encounter."""
    return Encounter(
        evidence=(words(text, shown),),
        confidence=0.9,
        rule="test",
        form=form,
        participants=tuple(who),
        status=status,
        on=on,
    )
