"""From a parsed report to the commitments it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.commitments.arrangements import bound
from parley.findings.commitments.candidates import candidates
from parley.findings.commitments.conditional import conditional
from parley.findings.commitments.following import with_next_terms
from parley.findings.commitments.giving import given
from parley.findings.commitments.outcomes import outcome, told_of
from parley.findings.encounters.scene import scene_of
from parley.findings.people import Cast
from parley.language.times import TimeExpression
from parley.language.tree import Doc
from parley.model import Commitment, Report, Statement


def commitments(
    doc: Doc, report: Report, cast: Cast, times: Sequence[TimeExpression], statements: Sequence[Statement]
) -> tuple[Commitment, ...]:
    """Every commitment a report tells of: who will do what if what, and what became of it.

    Only what a party undertakes itself counts. What others say it will do is none; what they say it agreed
    to, or became of its word, is told with who says so.

    Args:
        doc: the parsed report; its text is the report's.
        report: the report; what its `furniture` covers gives no commitments.
        cast: who is who in the report.
        times: the report's time expressions, from `parley.language.times.find_times`.
        statements: the report's statements: who says what the words stand in.

    Returns:
        The commitments in text order, one a party and act at one place.
    """
    scene = scene_of(doc, report, cast, times, statements)
    ended = [told for told in told_of(doc) if not scene.in_furniture(told.one.token)]
    settled = {told.noun.i for told in ended}
    found = [
        one
        for one in (*bound(doc), *candidates(doc), *conditional(doc))
        if not scene.in_furniture(one.one.token)
    ]
    words = {one.one.token.i: one.one for one in found}
    made = [
        commitment
        for one in found
        if one.one.token.i not in settled
        for commitment in given(scene, one, words)
    ]
    made = with_next_terms(scene, made)
    made.sort(key=lambda commitment: commitment.evidence)
    for told in ended:
        made.extend(outcome(scene, told, _before(made, told.noun.idx)))
    return _distinct(made)


def _before(made: Sequence[Commitment], character: int) -> list[Commitment]:
    return [one for one in made if one.evidence[-1].end <= character]


def _distinct(found: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """One commitment a party and act at one place."""
    kept: list[Commitment] = []
    for one in sorted(found, key=lambda commitment: (commitment.evidence, commitment.party)):
        again = any(
            other.party == one.party
            and other.status == one.status
            and other.evidence[0].overlaps(one.evidence[0])
            and (other.act == one.act or other.act.endswith(one.act))
            for other in kept
        )
        if not again:
            kept.append(one)
    return tuple(kept)
