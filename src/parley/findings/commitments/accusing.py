"""Whose word it was, and who says what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parley.findings.encounters.scene import Scene
from parley.findings.positions.filled import Framed
from parley.findings.positions.holders import REPORTER
from parley.findings.positions.owners import owner_of
from parley.findings.positions.pairs import both_sides
from parley.findings.positions.parties import parties
from parley.findings.positions.sides import known_side
from parley.findings.positions.voices import speaking_party
from parley.language.syntax import known_lemma, noun_phrase, objects, relation, subject
from parley.language.tree import Token
from parley.vocabulary.commitments import commitment_words, is_form_of

_THIRD = frozenset({"he", "she", "it", "they"})
_COUNTING = frozenset({"all", "both", "each", "every", "some"})
_OWN_WORDS = frozenset({"its", "their", "his", "her", "our", "my"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a verb tells of a commitment.

    Attributes:
        noun: the word for the commitment.
        status: what became of it.
        one: the verb, as a framed word whose topic is the noun.
    """

    noun: Token
    status: str
    one: Framed


def joined(token: Token) -> bool:
    """Whether a word is the second of "cease-fire"."""
    return (
        token.i > 1 and token.doc[token.i - 1].text in {"-", "‑"} and token.doc[token.i - 2].lower_ == "cease"
    )


def is_arrangement(noun: Token) -> bool:
    """Whether a noun names what sides entered together ("truce"), not what one of them said ("pledge")."""
    return joined(noun) or is_form_of(noun.lower_, "arrangements")


def charges(verb: Token) -> bool:
    """Whether a verb charges somebody with a deed ("accused")."""
    return known_lemma(verb, commitment_words("charging")) in commitment_words("charging")


def charge_over(word: Token) -> Token | None:
    """The verb that charges somebody with what a verb or noun says, or None."""
    return next((above for above in (word.head, word.head.head) if charges(above)), None)


def whose(scene: Scene, told: Told) -> Iterator[tuple[str, str | None]]:
    """Whose commitment it is, with who says what became of it: None where the party itself does."""
    one = told.one
    charge = charge_over(one.predicate) if one.owner is None else one.predicate
    if charge is not None:
        accused = one.owner or next(iter(objects(charge)), None)
        if accused is not None and accused.lower_ in {"each", "other"}:
            accusing = replace(one, owner=None, token=charge, predicate=charge)
            sides = _known(scene, parties(scene, accusing)) or list(both_sides(scene, charge))
            for side in sides:
                yield side, "; ".join(other for other in sides if other != side) or REPORTER
            return
    owner = owner_of(told.noun)
    own = owner is None or owner.lower_ in _OWN_WORDS or is_arrangement(told.noun)
    bearer = one if own else replace(one, token=told.noun, owner=owner)
    for party in _known(scene, parties(scene, bearer)):
        if party.split()[0].lower() in _COUNTING:
            continue
        other = _other(scene, told, party) if own else party
        if other is not None:
            yield other, _teller(scene, told, other)


def _other(scene: Scene, told: Told, party: str) -> str | None:
    """Who is said to break its word, where a noun or pronoun gives the speaker; None where nobody knows."""
    statement = scene.told_by(told.one.token)
    doer = subject(told.one.predicate)
    if told.status != "breach_alleged" or statement is None or doer is None:
        return party
    if party != speaking_party(scene, statement):
        return party
    if doer.lower_ in _THIRD:
        return None
    if any(token.pos_ != "NOUN" for token in (doer, *noun_phrase(doer)[1:])):
        return party
    return known_side(scene, noun_phrase(doer).text.removeprefix("the ")) or party


def _punishing(told: Told) -> Token | None:
    """The verb by which somebody answers a failure, and so alleges it ("imposed duties over its failure")."""
    if told.one.owner is None or relation(told.one.token) != "acl":
        return None
    current = told.one.token.head
    while current.pos_ != "VERB" and current.head.i != current.i:
        current = current.head
    return current if current.pos_ == "VERB" and subject(current) is not None else None


def _known(scene: Scene, names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(side for name in names if (side := known_side(scene, name)) is not None))


def _teller(scene: Scene, told: Told, party: str) -> str | None:
    """Who says so; None where the party does, by its words or by a deed done in public."""
    statement = scene.told_by(told.one.token)
    if statement is not None and statement.source is not None:
        speaks = party in {speaking_party(scene, statement), statement.source.name}
        # Nobody accuses itself: a breach always has somebody who says so.
        return None if speaks and told.status != "breach_alleged" else statement.source.name
    charge = charge_over(told.one.token) or _punishing(told)
    if charge is not None:
        accusing = replace(told.one, owner=None, token=charge, predicate=charge)
        return next(iter(_known(scene, parties(scene, accusing))), REPORTER)
    return None if told.status in {"withdrawn", "accepted"} else REPORTER
