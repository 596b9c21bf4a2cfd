"""The proposals on the table, from the positions taken on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.model import Position, Proposal, Stance
from parley.vocabulary.issues import general_words

_TABLING = frozenset({Stance.PROPOSES, Stance.OFFERS})
_LINKING = frozenset({"of", "for", "in", "with", "on", "to", "between", "by", "from"})


def proposals(taken: Sequence[Position]) -> tuple[Proposal, ...]:
    """What is on the table: each thing that a party proposed, or that several positions are on.

    "The 30-day cease-fire", "a cease-fire" and "the truce" in one report are one proposal.

    Args:
        taken: the positions of one report, from `positions`.

    Returns:
        The proposals in the order in which the report first comes to them; the words that told of them as
        evidence.
    """
    found: dict[str, Proposal] = {}
    for position in taken:
        key = _key(position.on)
        if key is None:
            continue
        known = found.get(key)
        found[key] = _proposal(position) if known is None else _again(known, position)
    return tuple(
        proposal for key, proposal in found.items() if proposal.proposed_by or len(proposal.evidence) > 1
    )


def _key(label: str) -> str | None:
    """What tells one proposal from another: its head noun, with words that mean the same taken as one."""
    words = label.lower().replace("cease - fire", "cease-fire").split()
    stop = next((number for number, word in enumerate(words) if number and word in _LINKING), len(words))
    head = words[stop - 1] if words else ""
    singular = head.removesuffix("s")
    for one in (head, singular):
        if one in general_words("same-cease-fire"):
            return "cease-fire"
        if one in general_words("agreement"):
            return one
    return None


def _proposal(position: Position) -> Proposal:
    tabled = position.stance in _TABLING
    return Proposal(
        evidence=position.evidence,
        confidence=position.confidence,
        rule="proposal." + position.rule.removeprefix("stance."),
        label=position.on,
        proposed_by=position.party if tabled else None,
        on=position.as_of if tabled else None,
    )


def _again(known: Proposal, position: Position) -> Proposal:
    evidence = tuple(sorted({*known.evidence, *position.evidence}))
    tabled = position.stance in _TABLING and known.proposed_by is None
    shorter = len(position.on) > len(known.label) and len(position.on) <= 40
    return replace(
        known,
        evidence=evidence,
        label=position.on if shorter else known.label,
        proposed_by=position.party if tabled else known.proposed_by,
        on=position.as_of if tabled else known.on,
    )
