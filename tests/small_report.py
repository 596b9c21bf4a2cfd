"""One short report with findings of all kinds that are shown, put together by hand."""

from __future__ import annotations

from parley.model import (
    Furniture,
    Mention,
    Paraphrase,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    SpunPhrase,
    Statement,
)

TEXT = """VALBORG — “We will sign on Friday,” the trade minister, Asta Lind, told reporters on Monday.

She said that Ferrand’s envoy had promised “a short list” during a telephone name.

The envoy, Paul Okoro, declined to comment.

Sign up to our newsletter.
"""


def span(words: str, text: str = TEXT) -> Span:
    """Where words stand that occur once in a text."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


def small_report(verbatim: bool = True, engine: str = "parley test") -> ReadReport:
    """The report, as a person would read it."""
    report = Report(
        TEXT,
        title="Lind: signature on Friday",
        outlet="The Valborg Post",
        published="2025-06-02",
        published_from="file name",
        origin="2025-06-02-lind.txt",
        furniture=(Furniture(span("Sign up to our newsletter."), "newsletter"),),
    )
    spun = (SpunPhrase(span("telephone name"), "telephone call"),)
    return ReadReport(
        report, engine, (*statements(verbatim), mention()), Paraphrase(0.0 if verbatim else 0.9, spun)
    )


def statements(verbatim: bool = True) -> tuple[Statement, ...]:
    """Its statements: one direct, one of a statement in a statement, one withheld."""
    lind = Source("Asta Lind", span("the trade minister, Asta Lind"), "trade minister", "Valborg")
    direct = Statement(
        evidence=(
            span("“We will sign on Friday,” the trade minister, Asta Lind, told reporters on Monday."),
        ),
        confidence=0.96,
        rule="attribution",
        speech=Speech.DIRECT,
        source=lind,
        cue=span("told"),
        content=(span("We will sign on Friday"),),
        addressee="reporters",
        said_on="2025-06-02",
        verbatim=verbatim,
    )
    outer = Statement(
        evidence=(span("She said that Ferrand’s envoy had promised “a short list” during a telephone name"),),
        confidence=0.9,
        rule="attribution",
        speech=Speech.MIXED,
        source=Source("Asta Lind", span("She"), "trade minister", "Valborg"),
        cue=span("said"),
        content=(span("that Ferrand’s envoy had promised “a short list” during a telephone name"),),
        verbatim=verbatim,
    )
    inner = Statement(
        evidence=(span("Ferrand’s envoy had promised “a short list”"),),
        confidence=0.7,
        rule="attribution",
        speech=Speech.MIXED,
        source=Source("Paul Okoro", span("Ferrand’s envoy"), "envoy", "Ferrand"),
        cue=span("promised"),
        content=(span("“a short list”"),),
        via=1,
        verbatim=verbatim,
    )
    withheld = Statement(
        evidence=(span("The envoy, Paul Okoro, declined to comment"),),
        confidence=0.88,
        rule="withheld",
        speech=Speech.WITHHELD,
        source=Source("Paul Okoro", span("The envoy, Paul Okoro"), "envoy", "Ferrand"),
        cue=span("declined"),
        content=(span("to comment"),),
        verbatim=verbatim,
    )
    return direct, outer, inner, withheld


def mention() -> Mention:
    """A person it names."""
    return Mention((span("Paul Okoro"),), 0.8, "names", "Paul Okoro", "person", "envoy", "Ferrand")
