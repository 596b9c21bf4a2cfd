"""Random reports with findings of every type, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from parley.model import (
    Commitment,
    Encounter,
    EncounterStatus,
    Event,
    Finding,
    Furniture,
    Holder,
    Mention,
    Paraphrase,
    Position,
    Proposal,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    SpunPhrase,
    Stance,
    Statement,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=4, max_size=120)
NAMES = st.sampled_from(["Amina Diallo", "the union", "Kuala Lumpur", "“M. Núñez”", "", "名前"])
MAYBE = st.none() | NAMES
SCORES = st.floats(0, 1)


def spans(length: int) -> st.SearchStrategy[Span]:
    """Spans of a text of this length."""
    return st.integers(0, length - 1).flatmap(
        lambda start: st.builds(Span, st.just(start), st.integers(start + 1, length))
    )


@st.composite
def findings(draw: st.DrawFn, length: int, statements: int) -> tuple[Finding, ...]:
    """Findings of every type about a text of `length` characters, `statements` of them statements."""
    span = spans(length)
    several = st.lists(span, max_size=3).map(tuple)
    names = st.lists(NAMES, max_size=2).map(tuple)
    common = {
        "evidence": st.lists(span, min_size=1, max_size=3).map(tuple),
        "confidence": SCORES,
        "rule": NAMES,
    }
    source = st.builds(Source, NAMES, span, MAYBE, MAYBE)
    via = st.none() | st.integers(0, statements - 1) if statements else st.none()
    statement = st.builds(
        Statement,
        **common,
        speech=st.sampled_from(Speech),
        source=st.none() | source,
        cue=st.none() | span,
        content=several,
        addressee=MAYBE,
        venue=MAYBE,
        medium=MAYBE,
        said_on=MAYBE,
        via=via,
        about=names,
        verbatim=st.booleans(),
    )
    encounter = st.builds(
        Encounter,
        **common,
        form=NAMES,
        participants=names,
        status=st.sampled_from(EncounterStatus),
        place=MAYBE,
        on=MAYBE,
        duration=MAYBE,
        agenda=names,
        agenda_withheld_by=MAYBE,
    )
    proposal = st.builds(Proposal, **common, label=NAMES, terms=names, proposed_by=MAYBE, on=MAYBE)
    position = st.builds(
        Position,
        **common,
        party=NAMES,
        on=NAMES,
        stance=st.sampled_from(Stance),
        conditions=names,
        holder=st.sampled_from(Holder),
        ascribed_by=MAYBE,
        as_of=MAYBE,
        issue=MAYBE,
    )
    commitment = st.builds(Commitment, **common, party=NAMES, act=NAMES, conditions=names, status=NAMES)
    event = st.builds(
        Event,
        **common,
        code=NAMES,
        actor=MAYBE,
        target=MAYBE,
        place=MAYBE,
        on=MAYBE,
        factuality=NAMES,
        claimed_by=MAYBE,
    )
    mention = st.builds(Mention, **common, name=NAMES, kind=NAMES, role=MAYBE, affiliation=MAYBE)
    others = st.one_of(encounter, proposal, position, commitment, event, mention)
    first = draw(st.lists(statement, min_size=statements, max_size=statements))
    return tuple(first) + tuple(draw(st.lists(others, max_size=8)))


@st.composite
def read_reports(draw: st.DrawFn) -> ReadReport:
    """Reports with everything a report and its findings can hold."""
    text = draw(TEXTS)
    span = spans(len(text))
    report = Report(
        text=text,
        title=draw(MAYBE),
        outlet=draw(MAYBE),
        byline=draw(MAYBE),
        url=draw(MAYBE),
        published=draw(st.none() | st.sampled_from(["2024-02-29", "2024-03", "2024~"])),
        published_from=draw(st.sampled_from([None, "given", "metadata", "file name"])),
        retrieved=draw(MAYBE),
        origin=draw(MAYBE),
        language=draw(st.sampled_from(["en", "fr"])),
        furniture=tuple(draw(st.lists(st.builds(Furniture, span, NAMES), max_size=2))),
    )
    phrases = tuple(draw(st.lists(st.builds(SpunPhrase, span, MAYBE), max_size=2)))
    return ReadReport(
        report=report,
        engine=draw(st.sampled_from(["parley 0.1.0; model 1a2b3c4d", "parley 0.2.0; model 99887766"])),
        findings=draw(findings(len(text), draw(st.integers(0, 4)))),
        paraphrase=Paraphrase(draw(SCORES), phrases),
    )
