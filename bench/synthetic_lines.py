"""The sentences of made-up reports, each with the finding that an engine would have made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bench.syllables import clause
from parley.model import (
    Commitment,
    Encounter,
    EncounterStatus,
    Event,
    Finding,
    Position,
    Proposal,
    Source,
    Span,
    Speech,
    Stance,
    Statement,
)

STORIES_OF_ONE = 400
"""How many stories a negotiation has."""

ISSUES = ("prisoners", "ceasefire", "inspections", "tariffs", "wages", "borders", "grain", "water")
_DEEDS = ("open", "release", "inspect", "lower", "guard", "withdraw from")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and what it makes of the places in it; `make` is None where nothing is found in it."""

    words: str
    make: Callable[[str, int], Finding] | None = None


@dataclass(frozen=True, slots=True)
class Talks:
    """A negotiation: two parties, who speaks for whom, where, about what."""

    parties: tuple[str, str]
    people: tuple[tuple[str, str, str], ...]
    towns: tuple[str, ...]
    background: str = field(default="")


def narrative(chance: Random, talks: Talks, count: int) -> list[Line]:
    """Sentences in which nobody says anything."""
    lines = []
    for _ in range(count):
        said = clause(chance, talks.towns)
        party, other = chance.sample(talks.parties, 2)
        opening = chance.choice(
            (f"In {chance.choice(talks.towns)},", f"{party} wrote to {other} while", "Later")
        )
        lines.append(Line(f"{opening} {said}."))
    return lines


def quotation(chance: Random, talks: Talks) -> Line:
    """What somebody says, in quotation marks."""
    speaker, role, party = chance.choice(talks.people)
    said = clause(chance, talks.towns)
    said = f"We know that {said}"

    def make(words: str, at: int) -> Finding:
        end = words.index("”", 1)
        mention = words.index(speaker)
        cue = words.index("said", end)
        return Statement(
            evidence=(Span(at, at + len(words)),),
            confidence=0.9,
            rule="synthetic",
            speech=Speech.DIRECT,
            source=Source(
                speaker, Span(at + mention, at + mention + len(speaker)), f"the {role} of {party}", party
            ),
            cue=Span(at + cue, at + cue + 4),
            content=(Span(at + 1, at + end - 1),),
        )

    return Line(f"“{said},” said {speaker}, the {role} of {party}.", make)


def position(chance: Random, talks: Talks) -> Line:
    """Where a party stands."""
    party = chance.choice(talks.parties)
    issue, stance = chance.choice(ISSUES), chance.choice((Stance.ACCEPTS_IF, Stance.REJECTS, Stance.DEMANDS))
    said = clause(chance, talks.towns)

    def make(words: str, at: int) -> Finding:
        return Position(
            evidence=(Span(at, at + len(words)),),
            confidence=0.8,
            rule="synthetic",
            party=party,
            on=issue,
            stance=stance,
            conditions=(said,) if stance is Stance.ACCEPTS_IF else (),
            issue=issue,
        )

    return Line(f"{party} {stance.value.replace('_', ' ')} the plan on {issue} when {said}.", make)


def encounter(chance: Random, talks: Talks, day: date) -> Line:
    """Talks of the days around a report: planned, held or put off."""
    town, apart = chance.choice(talks.towns), chance.randint(-3, 6)
    on = (day + timedelta(days=apart)).isoformat() if chance.random() < 0.7 else None
    status = EncounterStatus.HELD if apart <= 0 else EncounterStatus.SCHEDULED
    if chance.random() < 0.05:
        status = EncounterStatus.POSTPONED
    said = clause(chance, talks.towns)

    def make(words: str, at: int) -> Finding:
        return Encounter(
            evidence=(Span(at, at + len(words)),),
            confidence=0.8,
            rule="synthetic",
            form="talks",
            participants=talks.parties,
            status=status,
            place=town,
            on=on,
        )

    both = " and ".join(talks.parties)
    when = f" on {on}" if on else ""
    return Line(f"{both}: talks {status.value} while {said}, in {town}{when}.", make)


def commitment(chance: Random, talks: Talks, story: int) -> Line:
    """One of a few acts of a party: offered, then accepted, then met, as the stories go on."""
    party, other = chance.sample(talks.parties, 2)
    deed, thing = chance.choice(_DEEDS), chance.choice(ISSUES)
    status = ("offered", "offered", "accepted", "met")[story % STORIES_OF_ONE * 4 // STORIES_OF_ONE]
    condition = f"if {other} will on {chance.choice(ISSUES)}"

    def make(words: str, at: int) -> Finding:
        return Commitment(
            evidence=(Span(at, at + len(words)),),
            confidence=0.8,
            rule="synthetic",
            party=party,
            act=f"{deed} the {thing}",
            conditions=(condition,),
            status=status,
            awaits=(other,),
        )

    return Line(
        f"{party} {deed}s the {thing} as {clause(chance, talks.towns)}, {condition} ({status}).", make
    )


def proposal(chance: Random, talks: Talks) -> Line:
    """What a party has tabled; its terms change from story to story."""
    party, month = chance.choice(talks.parties), chance.randint(1, 3)
    label, term = f"{chance.choice(talks.towns)} plan", f"a pause of {month} months"

    def make(words: str, at: int) -> Finding:
        evidence = (Span(at, at + len(words)),)
        return Proposal(evidence, 0.8, "synthetic", label, (term,), party)

    return Line(f"{party}, {clause(chance, talks.towns)}, tabled the {label} with {term}.", make)


def event(chance: Random, talks: Talks, day: date) -> Line:
    """What one party did to the other in the last days."""
    actor, target = chance.sample(talks.parties, 2)
    on = (day - timedelta(days=chance.randint(0, 2))).isoformat()
    town, code = chance.choice(talks.towns), chance.choice(("ASSAULT", "MOBILIZE", "AID"))

    def make(words: str, at: int) -> Finding:
        evidence = (Span(at, at + len(words)),)
        return Event(evidence, 0.8, "synthetic", code, actor, target, town, on)

    return Line(f"{actor} moved as {clause(chance, talks.towns)} on {target} at {town} on {on}.", make)


def dispute(chance: Random, talks: Talks) -> list[Line]:
    """What one party says of the other, and that the other denies it."""
    one, other = chance.sample(talks.parties, 2)
    said = clause(chance, talks.towns)
    return [reported(one, "said", f"that {other} knows {said}"), reported(other, "denied", f"that {said}")]


def reported(party: str, cue: str, said: str) -> Line:
    """What a party says, in other words."""

    def make(words: str, at: int) -> Finding:
        start, told = at + len(party) + 1, len(party) + len(cue) + 2
        return Statement(
            evidence=(Span(at, at + len(words)),),
            confidence=0.9,
            rule="synthetic",
            speech=Speech.INDIRECT,
            source=Source(party, Span(at, at + len(party)), None, party),
            cue=Span(start, start + len(cue)),
            content=(Span(at + told, at + len(words) - 1),),
        )

    return Line(f"{party} {cue} {said}.", make)
