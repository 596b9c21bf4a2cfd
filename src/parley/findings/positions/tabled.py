"""The proposals on the table, from the positions taken on them, by version where their terms change."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.findings.positions.passages import passages, place_of
from parley.language.tree import Doc
from parley.model import Position, Proposal, ProposalVersion, Stance
from parley.vocabulary.issues import general_words
from parley.vocabulary.proposals import head_of, thing_of
from parley.vocabulary.stances import stance_words
from parley.vocabulary.terms import measures_of, terms_in

_TABLING = frozenset({Stance.PROPOSES, Stance.OFFERS})
_LONGEST_LABEL = 40
_LEADING = re.compile(r"^[a-z]+ (?:an?|the|its|their|his|her|any) ")


@dataclass(frozen=True, slots=True)
class _Telling:
    """One position on a thing, with the terms that its words give."""

    position: Position
    terms: tuple[str, ...]

    @property
    def tables(self) -> bool:
        return self.position.stance in _TABLING


def proposals(taken: Sequence[Position], text: str = "", doc: Doc | None = None) -> tuple[Proposal, ...]:
    """What is on the table: each thing that a party proposed, or that several positions are on.

    "The 30-day cease-fire", "a cease-fire" and "the truce" in one report are one proposal. Where a later
    telling gives other terms ("a revised offer of 6 percent"), each is a version of it.

    Args:
        taken: the positions of one report, from `positions`.
        text: the report's text, in whose words the terms are; without it terms come from the labels alone.
        doc: the parsed report, which tells what else is said of the thing, and where it was tabled.

    Returns:
        The proposals in the order in which the report first comes to them; the words that told of them as
        evidence.
    """
    found: dict[str, list[_Telling]] = {}
    for position in sorted(taken, key=lambda one: one.evidence):
        key = _key(position, found)
        if key is not None:
            found.setdefault(key, []).append(_Telling(position, _terms(position, text, doc)))
    return tuple(
        _proposal(told, doc)
        for told in found.values()
        if any(one.tables for one in told) or sum(len(one.position.evidence) for one in told) > 1
    )


def _key(position: Position, known: Mapping[str, Sequence[_Telling]]) -> str | None:
    """What thing a position is on: a deal by its kind, an offer by its kind and whose it is."""
    thing = thing_of(position.on)
    if thing is not None:
        return None if thing in general_words("encounters") else thing
    head = head_of(position.on)
    offer = head in general_words("offers")
    kind = "offer" if offer else head
    if position.stance in _TABLING and (offer or measures_of(terms_in([position.on]))):
        return f"{position.party}:{kind}"
    if not offer:
        return None
    whose = [key for key in known if key.endswith(f":{kind}")]
    named = [key for key in whose if _names(position.on, key.partition(":")[0])]
    return (named or whose)[0] if len(named or whose) == 1 else None


def _names(label: str, party: str) -> bool:
    """Whether a label names its owner ("the union's offer")."""
    return any(word in label.lower().split() for word in party.lower().replace("'s", "").split())


def _plain(label: str) -> list[str]:
    return label.lower().replace("-", " ").split()


def _proposal(told: Sequence[_Telling], doc: Doc | None) -> Proposal:
    """The proposal that several positions are on."""
    first = told[0].position
    tabled = next((one.position for one in told if one.tables), None)
    versions = _versions(told)
    evidence = tuple(sorted({span for one in told for span in one.position.evidence}))
    latest = versions[-1] if len(versions) > 1 else None
    every = tuple(dict.fromkeys(term for one in told for term in one.terms))
    return Proposal(
        evidence=evidence,
        confidence=first.confidence,
        rule="proposal." + first.rule.removeprefix("stance."),
        label=_label(told),
        terms=latest.terms if latest is not None else _each_once(every),
        proposed_by=tabled.party if tabled is not None else None,
        on=tabled.as_of if tabled is not None else None,
        where=place_of(doc, tabled.evidence) if tabled is not None and doc is not None else None,
        versions=versions if latest is not None else (),
    )


def _label(told: Sequence[_Telling]) -> str:
    """The fullest name that is not too long."""
    named = [_LEADING.sub("", one.position.on) for one in told]
    short = [label for label in named if len(label) <= _LONGEST_LABEL]
    return max(short, key=len) if short else named[0]


def _terms(position: Position, text: str, doc: Doc | None) -> tuple[str, ...]:
    told = [span.of(text) for span in position.evidence] if text else []
    return terms_in([position.on, *told, *(passages(doc, position.evidence) if doc is not None else ())])


def _each_once(terms: Sequence[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for term in terms:
        first.setdefault(term.lower().replace("-", "").replace(" ", ""), term)
    return tuple(first.values())


def _versions(told: Sequence[_Telling]) -> tuple[ProposalVersion, ...]:
    """The versions a report tells of, the earliest first; one where the terms do not change.

    What is called revised, or has another length or sum than before, is a later version; what is called the
    original is the first.
    """
    versions: list[list[_Telling]] = []
    for one in told:
        words = set(_plain(one.position.on))
        place = next((number for number, known in enumerate(versions) if _agrees(known, one)), None)
        if not versions:
            versions.append([one])
        elif words & stance_words("superseded") and not _is_first(versions[0]):
            versions.insert(0, [one])
        elif (words & stance_words("revising") and not _is_revised(versions[-1])) or place is None:
            versions.append([one])
        else:
            versions[_meant(versions, one, place)].append(one)
    return tuple(_version(known) for known in versions)


def _meant(versions: Sequence[Sequence[_Telling]], one: _Telling, first: int) -> int:
    """Which version a telling goes on with: the one whose measures it repeats, or the latest that agrees."""
    own = measures_of(one.terms)
    for number, known in enumerate(versions):
        if own and own.items() & _measures(known).items():
            return number
    return next(
        (number for number in range(len(versions) - 1, first, -1) if _agrees(versions[number], one)), first
    )


def _agrees(known: Sequence[_Telling], one: _Telling) -> bool:
    measures = _measures(known)
    return all(measures.get(kind, number) == number for kind, number in measures_of(one.terms).items())


def _measures(known: Sequence[_Telling]) -> dict[str, float]:
    return measures_of(term for told in known for term in told.terms)


def _is_first(known: Sequence[_Telling]) -> bool:
    return _called(known, "superseded")


def _is_revised(known: Sequence[_Telling]) -> bool:
    return _called(known, "revising")


def _called(known: Sequence[_Telling], name: str) -> bool:
    words = {word for told in known for word in _plain(told.position.on)}
    return bool(words & stance_words(name))


def _version(known: Sequence[_Telling]) -> ProposalVersion:
    tabled = next((one.position for one in known if one.tables), None)
    return ProposalVersion(
        label=_label(known),
        terms=_each_once([term for one in known for term in one.terms]),
        proposed_by=tabled.party if tabled is not None else None,
        on=tabled.as_of if tabled is not None else None,
        span=known[0].position.evidence[0],
    )
