"""What one report says: the findings, one frozen type a kind.

Every finding cites words of the report's text. `Words` carries its text beside its offsets only on the
way out (see `parley.model.codec`); in memory the text is derived, so that it can never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parley.model.span import Span


class Speech(StrEnum):
    """How the words of a statement are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    WITHHELD = "withheld"


class EncounterStatus(StrEnum):
    """How far an encounter has come."""

    PROPOSED = "proposed"
    SCHEDULED = "scheduled"
    UNDERWAY = "underway"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Stance(StrEnum):
    """Where a party stands, no stronger than its words."""

    PROPOSES = "proposes"
    ACCEPTS = "accepts"
    ACCEPTS_IF = "accepts_if"
    ACCEPTS_IN_PRINCIPLE = "accepts_in_principle"
    UNDECIDED = "undecided"
    REJECTS = "rejects"
    DEMANDS = "demands"
    OFFERS = "offers"
    SEEKS = "seeks"
    WITHHOLDS = "withholds"


class Holder(StrEnum):
    """Who gives a position: the party itself, or somebody else of it."""

    SELF = "self"
    ASCRIBED = "ascribed"


@dataclass(frozen=True, slots=True)
class Source:
    """Who a statement is attributed to.

    Attributes:
        name: the fullest name the report gives ("Vladimir Putin"); a metonym stays as written.
        mention: the words that name the source where the statement is made ("he").
        role: role as the report gives it ("the Kremlin's spokesman").
        on_behalf_of: the party the source speaks for ("Russia"), or None.
    """

    name: str
    mention: Span
    role: str | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What every finding carries.

    Attributes:
        evidence: the words that show it, in text order, at least one span.
        confidence: 0 to 1.
        rule: the name of the rule or model head that made it.
    """

    evidence: tuple[Span, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Statement(Finding):
    """Words or thoughts attributed to a source.

    Attributes:
        speech: direct, indirect, mixed or withheld.
        source: who; None where the report names nobody.
        cue: the attributing words, or None.
        content: what is attributed, in text order.
        addressee: to whom ("CNN", "a news conference"), or None.
        venue: where ("aboard Air Force One"), or None.
        medium: through what ("social media", "a statement"), or None.
        said_on: EDTF date of the saying, or None where the report gives no way to know.
        via: index, within the report's list of statements, of the statement this one is embedded in.
        about: who or what the statement is about: names, in text order.
        verbatim: False where the report is a machine paraphrase, whose quotation marks prove nothing.
    """

    speech: Speech
    source: Source | None
    cue: Span | None
    content: tuple[Span, ...]
    addressee: str | None = None
    venue: str | None = None
    medium: str | None = None
    said_on: str | None = None
    via: int | None = None
    about: tuple[str, ...] = ()
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Encounter(Finding):
    """A call, meeting, talks, summit, visit, briefing or news conference.

    Attributes:
        form: one of the forms of `vocabulary/data/encounters.toml`.
        participants: names of parties, people and mediators.
        status: see `EncounterStatus`.
        place: where, as the report names it, or None.
        on: EDTF date or interval, or None.
        duration: as the report words it ("three to four hours"), or None.
        agenda: items, as the report words them.
        agenda_withheld_by: who refused to give the agenda, or None.
    """

    form: str
    participants: tuple[str, ...]
    status: EncounterStatus
    place: str | None = None
    on: str | None = None
    duration: str | None = None
    agenda: tuple[str, ...] = ()
    agenda_withheld_by: str | None = None


@dataclass(frozen=True, slots=True)
class ProposalVersion:
    """What a proposal was at one time, where its terms change within a report.

    Attributes:
        label: short name ("revised offer").
        terms: as the report words them.
        proposed_by: the party that tabled this version, or None.
        on: EDTF date it was tabled, or None.
        span: the words that first tell of it.
    """

    label: str
    terms: tuple[str, ...]
    proposed_by: str | None
    on: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Proposal(Finding):
    """Something on the table.

    Attributes:
        label: short name ("30-day cease-fire").
        terms: as the report words them; where they change, those of the latest version.
        proposed_by: the party that tabled it, or None.
        on: EDTF date it was tabled, or None.
        where: the place where it was tabled, or None.
        versions: what it was before and is now, the earliest first; empty where its terms do not change.
    """

    label: str
    terms: tuple[str, ...] = ()
    proposed_by: str | None = None
    on: str | None = None
    where: str | None = None
    versions: tuple[ProposalVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class Position(Finding):
    """A party's stance on a proposal or issue.

    Attributes:
        party: the side, not the individual ("Russia").
        on: the proposal or issue, as a short name.
        stance: see `Stance`.
        conditions: as the report words them.
        holder: self, or ascribed by somebody else.
        ascribed_by: who says so when ascribed ("reporter" for the report itself), else None.
        as_of: EDTF date, or None.
        issue: issue family of `vocabulary/data/issues.toml`, or None.
    """

    party: str
    on: str
    stance: Stance
    conditions: tuple[str, ...] = ()
    holder: Holder = Holder.SELF
    ascribed_by: str | None = None
    as_of: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment(Finding):
    """A party will do something, perhaps only if another does.

    Attributes:
        party: who.
        act: what, as the report words it.
        conditions: if, unless, until, as long as what; as the report words it.
        status: offered, accepted, met, withdrawn or breach_alleged.
        awaits: the parties whose acts the conditions name, resolved as `party` is.
        claimed_by: who says that it was met, broken or withdrawn, when not the party itself ("reporter" for
            the report), else None.
        as_of: EDTF date, or None.
        issue: issue family of `vocabulary/data/issues.toml`, or None.
    """

    party: str
    act: str
    conditions: tuple[str, ...] = ()
    status: str = "offered"
    awaits: tuple[str, ...] = ()
    claimed_by: str | None = None
    as_of: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Event(Finding):
    """What happened on the ground or in politics.

    Attributes:
        code: PLOVER root class ("ASSAULT").
        actor: who, or None.
        target: to whom, or None.
        place: where, or None.
        on: EDTF date, or None.
        factuality: asserted, attributed, denied, hypothetical or future.
        claimed_by: who says so, when not the reporter.
    """

    code: str
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    on: str | None = None
    factuality: str = "asserted"
    claimed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Finding):
    """Somebody or something the report names.

    Attributes:
        name: the fullest name the report gives.
        kind: person, organisation, country, group, place or site.
        role: role as the report gives it, or None (people only).
        affiliation: the country or organisation the person belongs to, or None.
    """

    name: str
    kind: str
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class SpunPhrase:
    """A phrase that betrays a synonym spinner, and what it likely was.

    Attributes:
        span: where it stands in the report's text.
        likely: the likely original words, or None.
    """

    span: Span
    likely: str | None


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """Whether a report went through a synonym spinner.

    Attributes:
        score: 0 (as a person wrote it) to 1.
        phrases: what betrays it, in text order.
    """

    score: float
    phrases: tuple[SpunPhrase, ...] = ()
