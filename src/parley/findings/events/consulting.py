"""Encounters as events: whoever meets, calls or visits consults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.findings.encounters.scene import Scene
from parley.model import Encounter, EncounterStatus, Event

_FACTUALITY = {
    EncounterStatus.HELD: "asserted",
    EncounterStatus.UNDERWAY: "asserted",
    EncounterStatus.SCHEDULED: "future",
    EncounterStatus.PROPOSED: "hypothetical",
    EncounterStatus.DENIED: "denied",
}
# What is told only in passing, once and without a date, may mean many encounters or none.
_SURE = 0.7
_RULE = "event.CONSULT"
# Forms in which one side speaks to the public.
_PUBLIC = frozenset({"briefing", "news conference"})


def consultations(scene: Scene, encounters: Sequence[Encounter]) -> Iterator[Event]:
    """One event for each encounter of two sides or more that is planned, under way, held or denied.

    Args:
        scene: the report.
        encounters: its encounters.
    """
    for met in encounters:
        factuality = _FACTUALITY.get(met.status)
        named = _sides(scene, met)
        known = met.on is not None or (
            factuality != "hypothetical" and (met.confidence >= _SURE or len(met.evidence) > 1)
        )
        if factuality is None or met.form in _PUBLIC or len(named) < 2 or not known:
            continue
        by = _claimed_by(scene, met)
        if by is not None and len(met.evidence) == 1 and not (met.on or met.place or met.duration):
            continue
        yield Event(
            evidence=met.evidence,
            confidence=met.confidence,
            rule=f"{_RULE}.{met.form}",
            code="CONSULT",
            actor=named[0],
            target="; ".join(named[1:]),
            place=met.place,
            on=met.on,
            factuality="attributed" if by is not None and factuality == "asserted" else factuality,
            claimed_by=by,
        )


def _sides(scene: Scene, met: Encounter) -> list[str]:
    """Who takes part by name, without the side that the first one speaks for itself."""
    named = [name for name in met.participants if name[:1].isupper()]
    first = scene.cast.named(named[0]) if named else None
    own = {first.party, first.affiliation} if first is not None else set()
    return named[:1] + [name for name in named[1:] if name not in own]


def _claimed_by(scene: Scene, met: Encounter) -> str | None:
    """Who tells of an encounter that the report itself nowhere tells of."""
    told = [scene.told_by(scene.doc[scene.token_at(span.start)]) for span in met.evidence]
    first = told[0]
    if any(one is None for one in told) or first is None or first.source is None:
        return None
    return first.source.name
