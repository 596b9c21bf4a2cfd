"""Random reports with findings of every type, for property tests."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, settings
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

PROPERTY = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
"""For tests over random reports: a busy machine is no reason to fail."""

SHORTEST = 12
"""All texts are at least so long, and all spans lie within."""

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=SHORTEST, max_size=60)
_NAMES = st.sampled_from(["Amina Diallo", "the union", "Kuala Lumpur", "“M. Núñez”", "", "名前"])
_MAYBE = st.none() | _NAMES
_DATES = st.sampled_from([None, "2024-02-29", "2024-03", "2024~", "2024-03-04/2024-03-01", "soon"])
_SPANS = st.builds(
    lambda start, length: Span(start, min(start + length, SHORTEST)),
    st.integers(0, SHORTEST - 1),
    st.integers(1, SHORTEST),
)
_SEVERAL = st.lists(_SPANS, max_size=3).map(tuple)
_LISTED = st.lists(_NAMES, max_size=2).map(tuple)
_SCORES = st.floats(0, 1)
_COMMON = {
    "evidence": st.lists(_SPANS, min_size=1, max_size=3).map(tuple),
    "confidence": _SCORES,
    "rule": _NAMES,
}
_VIAS = st.none() | st.integers(0, 3)

_STATEMENTS = st.builds(
    Statement,
    **_COMMON,
    speech=st.sampled_from(Speech),
    source=st.none() | st.builds(Source, _NAMES, _SPANS, _MAYBE, _MAYBE),
    cue=st.none() | _SPANS,
    content=_SEVERAL,
    addressee=_MAYBE,
    venue=_MAYBE,
    medium=_MAYBE,
    said_on=_DATES,
    via=_VIAS,
    about=_LISTED,
    verbatim=st.booleans(),
)
_ENCOUNTERS = st.builds(
    Encounter,
    **_COMMON,
    form=_NAMES,
    participants=_LISTED,
    status=st.sampled_from(EncounterStatus),
    place=_MAYBE,
    on=_DATES,
    duration=_MAYBE,
    agenda=_LISTED,
    agenda_withheld_by=_MAYBE,
)
_PROPOSALS = st.builds(Proposal, **_COMMON, label=_NAMES, terms=_LISTED, proposed_by=_MAYBE, on=_DATES)
_POSITIONS = st.builds(
    Position,
    **_COMMON,
    party=_NAMES,
    on=_NAMES,
    stance=st.sampled_from(Stance),
    conditions=_LISTED,
    holder=st.sampled_from(Holder),
    ascribed_by=_MAYBE,
    as_of=_DATES,
    issue=_MAYBE,
)
_COMMITMENTS = st.builds(
    Commitment,
    **_COMMON,
    party=_NAMES,
    act=_NAMES,
    conditions=_LISTED,
    status=_NAMES,
    awaits=_LISTED,
    claimed_by=_MAYBE,
    as_of=_DATES,
    issue=_MAYBE,
)
_EVENTS = st.builds(
    Event,
    **_COMMON,
    code=_NAMES,
    actor=_MAYBE,
    target=_MAYBE,
    place=_MAYBE,
    on=_DATES,
    factuality=_NAMES,
    claimed_by=_MAYBE,
)
_MENTIONS = st.builds(Mention, **_COMMON, name=_NAMES, kind=_NAMES, role=_MAYBE, affiliation=_MAYBE)
_OTHERS = st.one_of(_ENCOUNTERS, _PROPOSALS, _POSITIONS, _COMMITMENTS, _EVENTS, _MENTIONS)


def _joined(statements: list[Statement], others: list[Finding]) -> tuple[Finding, ...]:
    """Findings whose statements are embedded in statements that are there."""
    count = len(statements)
    fitted = (replace(one, via=None if one.via is None else one.via % count) for one in statements)
    return (*fitted, *others)


_FINDINGS = st.builds(_joined, st.lists(_STATEMENTS, max_size=4), st.lists(_OTHERS, max_size=6))
_REPORTS = st.builds(
    Report,
    text=_TEXTS,
    title=_MAYBE,
    outlet=_MAYBE,
    byline=_MAYBE,
    url=_MAYBE,
    published=_DATES,
    published_from=st.sampled_from([None, "given", "metadata", "file name"]),
    retrieved=_MAYBE,
    origin=_MAYBE,
    language=st.sampled_from(["en", "fr"]),
    furniture=st.lists(st.builds(Furniture, _SPANS, _NAMES), max_size=2).map(tuple),
)
_PHRASES = st.lists(st.builds(SpunPhrase, _SPANS, _MAYBE), max_size=2).map(tuple)

READ_REPORTS = st.builds(
    ReadReport,
    report=_REPORTS,
    engine=st.sampled_from(["parley 0.1.0; model 1a2b3c4d", "parley 0.2.0; model 99887766"]),
    findings=_FINDINGS,
    paraphrase=st.builds(Paraphrase, _SCORES, _PHRASES),
)
"""Reports with everything a report and its findings can hold."""
