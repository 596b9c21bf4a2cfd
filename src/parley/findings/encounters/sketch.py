"""One place where a report tells of an encounter, before the places that tell of the same one are joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from parley.findings.encounters.circumstances import Circumstances
from parley.model import EncounterStatus, Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part.

    Attributes:
        name: as the finding gives it.
        party: the country or organisation behind it, or the name itself.
        person: whether it is one person.
        member: whether the report names it, so that others may refer back to it.
    """

    name: str
    party: str
    person: bool = False
    member: bool = True


@dataclass(frozen=True, slots=True)
class Sketch:
    """An encounter as one clause tells it.

    Attributes:
        form: the form of encounter.
        start: the token that names it, or the verb.
        sentence: number of its sentence.
        actors: who takes part, in text order.
        status: how far it has come; None where the clause does not say.
        around: when, where, for how long, about what.
        sure: whether the clause says so of this very encounter, not in passing.
        evidence: the words that tell of it.
        back: whether it refers back to what was told before ("the talks").
        again: whether it is told as one more ("another round").
        neutral: whether its word may mean a call as well as a meeting.
        will: whether it is told with "will".
        was: whether it had once been due, and that time is over ("had been due to meet").
        begun: whether the clause says that it began, and nothing of its end.
        broken: whether it was broken off once it had begun.
        revived: whether it is told to be after all ("is back on").
        pending: whether what follows it has yet to be done ("will decide after the talks").
        case: the preposition before its noun.
        ahead: whether it is what somebody prepares for, or is called upcoming.
        aside: whether something else happens on its sidelines.
        bare: whether it is named without article, owner, participant or day ("talks").
        many: whether several are told of at once ("a week of meetings").
        attending: whether the clause only adds somebody to what was told before.
        ordinal: which of several it is called ("second"), or empty.
        rule: the frame that found it.
    """

    form: str
    start: int
    sentence: int
    evidence: Span
    rule: str
    actors: tuple[Actor, ...] = ()
    status: EncounterStatus | None = None
    sure: bool = True
    around: Circumstances = field(default_factory=Circumstances)
    back: bool = False
    again: bool = False
    neutral: bool = False
    will: bool = False
    was: bool = False
    begun: bool = False
    broken: bool = False
    revived: bool = False
    pending: bool = False
    case: str = ""
    ahead: bool = False
    aside: bool = False
    bare: bool = False
    many: bool = False
    attending: bool = False
    ordinal: str = ""

    @property
    def on(self) -> str | None:
        """EDTF date, or None."""
        return self.around.on


def merged_actors(found: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors without repetition, the first of each name."""
    first: dict[str, Actor] = {}
    for actor in found:
        first.setdefault(actor.name, actor)
    return tuple(first.values())


def told_once(found: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors without those for whom others stand: a country beside its leader, an office by its holder."""
    everybody = merged_actors(found)
    named = {actor.party for actor in everybody if actor.person and actor.member}
    return tuple(actor for actor in everybody if (actor.person and actor.member) or actor.party not in named)
