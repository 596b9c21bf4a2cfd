"""Read reports made by hand, for tests of everything that keeps or shows them."""

from __future__ import annotations

from dataclasses import replace

from parley.model import Mention, Paraphrase, ReadReport, Report, Source, Span, Speech, Statement

ENGINE = "parley 0.1.0; model 1a2b3c4d"

HARBOUR = (
    "Marta Reyes, the leader of the dockers' union, said on Monday that no crane would move before the port "
    "“signs what it promised.” A spokesman for the port declined to comment."
)
TRUCE = (
    "The army of Lowland has agreed to a truce of ten days, José Núñez, envoy of Lowland, told reporters. "
    "Highland said its guns were silent."
)


def span(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def harbour(**changes: object) -> ReadReport:
    """A report on a strike: a mixed statement, a withheld one, two people; `changes` are the report's."""
    reyes = Source("Marta Reyes", span(HARBOUR, "Marta Reyes"), "leader of the union", "dockers' union")
    spokesman = span(HARBOUR, "A spokesman for the port")
    said = Statement(
        evidence=(span(HARBOUR, HARBOUR[:158]),),
        confidence=0.9,
        rule="attribution head",
        speech=Speech.MIXED,
        source=reyes,
        cue=span(HARBOUR, "said"),
        content=(span(HARBOUR, "no crane would move before the port “signs what it promised"),),
        said_on="2024-09-30",
    )
    silent = Statement(
        evidence=(span(HARBOUR, "A spokesman for the port declined to comment"),),
        confidence=0.8,
        rule="withheld",
        speech=Speech.WITHHELD,
        source=Source("A spokesman for the port", spokesman, "spokesman", "the port"),
        cue=span(HARBOUR, "declined"),
        content=(span(HARBOUR, "to comment"),),
    )
    who = Mention((reyes.mention,), 0.95, "names", "Marta Reyes", "person", "leader", "dockers' union")
    report = Report(
        HARBOUR,
        title="No crane moves",
        outlet="Harbour News",
        published="2024-10-01",
        published_from="given",
        origin="news/harbour.txt",
    )
    changed = replace(report, **changes)  # type: ignore[arg-type]
    return ReadReport(changed, ENGINE, (said, silent, who), Paraphrase(0.0))


def truce() -> ReadReport:
    """A report on a cease-fire without a date: an indirect statement, one of a party itself."""
    nunez = Source("José Núñez", span(TRUCE, "José Núñez"), "envoy", "Lowland")
    told = Statement(
        evidence=(span(TRUCE, TRUCE[:100]),),
        confidence=0.9,
        rule="attribution head",
        speech=Speech.INDIRECT,
        source=nunez,
        cue=span(TRUCE, "told"),
        content=(span(TRUCE, "The army of Lowland has agreed to a truce of ten days"),),
        addressee="reporters",
    )
    silent_guns = Statement(
        evidence=(span(TRUCE, "Highland said its guns were silent"),),
        confidence=0.7,
        rule="attribution head",
        speech=Speech.INDIRECT,
        source=Source("Highland", span(TRUCE, "Highland")),
        cue=span(TRUCE, "said"),
        content=(span(TRUCE, "its guns were silent"),),
        said_on="2023-05",
    )
    report = Report(TRUCE, outlet="Valley Post", url="https://valley.example/truce")
    return ReadReport(report, ENGINE, (told, silent_guns), Paraphrase(0.4))


def numbered(number: int, engine: str = ENGINE) -> ReadReport:
    """One of any number of reports that differ in their text: ten statements each."""
    sentence = "The mediator of round {0} said that point {1} was settled. "
    text = "".join(sentence.format(number, point) for point in range(10))
    statements = []
    for point in range(10):
        words = sentence.format(number, point).strip()
        whole = span(text, words)
        content = span(text, f"point {point} was settled")
        source = Source("The mediator", Span(whole.start, whole.start + 12))
        cue = Span(whole.start + words.index("said"), whole.start + words.index("said") + 4)
        statements.append(Statement((whole,), 0.5, "test", Speech.INDIRECT, source, cue, (content,)))
    return ReadReport(Report(text, origin=f"{number}.txt"), engine, tuple(statements), Paraphrase(0.0))
