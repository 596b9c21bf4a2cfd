"""The proposals on the table, from the positions taken on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from parley.model import Position, Proposal, Stance
from parley.vocabulary.issues import general_words
from parley.vocabulary.stances import stance_words

_TABLING = frozenset({Stance.PROPOSES, Stance.OFFERS})
_LINKING = frozenset({"of", "for", "in", "with", "on", "to", "between", "by", "from", "as", "that"})
_LONGEST_LABEL = 40
_LEADING = re.compile(r"^[a-z]+ (?:an?|the|its|their|his|her|any) ")


def proposals(taken: Sequence[Position], text: str = "") -> tuple[Proposal, ...]:
    """What is on the table: each thing that a party proposed, or that several positions are on.

    "The 30-day cease-fire", "a cease-fire" and "the truce" in one report are one proposal.

    Args:
        taken: the positions of one report, from `positions`.
        text: the report's text, in whose words the terms are; without it terms come from the labels alone.

    Returns:
        The proposals in the order in which the report first comes to them; the words that told of them as
        evidence.
    """
    found: dict[str, Proposal] = {}
    for position in taken:
        key = thing_of(position.on)
        if key is None or key in general_words("encounters"):
            continue
        known = found.get(key)
        found[key] = _proposal(position) if known is None else _again(known, position)
    return tuple(
        replace(proposal, terms=_terms(proposal, taken, text))
        for proposal in found.values()
        if proposal.proposed_by or len(proposal.evidence) > 1
    )


@cache
def thing_of(label: str) -> str | None:
    """What tells one proposal from another: its head noun, with words that mean the same taken as one.

    None where a label names nothing that is put on a table.
    """
    words = label.lower().replace("cease - fire", "cease-fire").split()
    stop = next((number for number, word in enumerate(words) if number and word in _LINKING), len(words))
    head = words[stop - 1].strip(",.;") if words else ""
    for one in (head, head.removesuffix("s")):
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
        label=_named(position.on),
        proposed_by=position.party if tabled else None,
        on=position.as_of if tabled else None,
    )


def _again(known: Proposal, position: Position) -> Proposal:
    evidence = tuple(sorted({*known.evidence, *position.evidence}))
    tabled = position.stance in _TABLING and known.proposed_by is None
    label = _named(position.on)
    shorter = len(label) > len(known.label) and len(label) <= _LONGEST_LABEL
    return replace(
        known,
        evidence=evidence,
        label=label if shorter else known.label,
        proposed_by=position.party if tabled else known.proposed_by,
        on=position.as_of if tabled else known.on,
    )


def _named(label: str) -> str:
    """A label without the verb that leads to the thing ("see a deal")."""
    return _LEADING.sub("", label)


def _terms(proposal: Proposal, taken: Sequence[Position], text: str) -> tuple[str, ...]:
    """How long, how far and with what exceptions, as the report words it, each once."""
    key = thing_of(proposal.label)
    labels = [position.on for position in taken if thing_of(position.on) == key]
    places = [span.of(text) for span in proposal.evidence] if text else []
    found: list[str] = []
    for words in (*labels, *places):
        found.extend(" ".join(term.group(0).split()) for term in _term_words().finditer(words))
    first: dict[str, str] = {}
    for term in found:
        first.setdefault(term.lower().replace("-", "").replace(" ", ""), term)
    return tuple(first.values())


@cache
def _term_words() -> re.Pattern[str]:
    number = r"(?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|several)"
    unit = r"(?:hours?|days?|weeks?|months?|years?)"
    length = rf"\b{number}[ -]{unit}\b|\b(?:day|week|month|year)-?long\b|\bfor {number} {unit}\b"
    scope = r"\b(?:" + "|".join(map(re.escape, sorted(stance_words("scopes")))) + r")\b"
    except_for = r"\b(?:except|excluding|except for|not including|other than)\b[^.;,]{3,60}"
    return re.compile(rf"{length}|{scope}|{except_for}", re.IGNORECASE)
