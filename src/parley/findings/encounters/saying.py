"""What is said at an encounter, which tells when it was and who was there."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.findings.encounters.words import base_form
from parley.language.syntax import children, relation
from parley.language.tree import Token
from parley.model import Statement
from parley.vocabulary.encounters import encounter_words


def said_there(scene: Scene, noun: Token) -> Statement | None:
    """The statement made there: its cue stands in the noun's sentence, the noun not in its words."""
    first, last = scene.bounds_of[scene.sentence_of[noun.i]]
    low, high = scene.doc[first].idx, scene.doc[last - 1].idx + len(scene.doc[last - 1])
    found: list[tuple[int, Statement]] = []
    for statement in scene.statements:
        mark = statement.cue or (statement.source.mention if statement.source else None)
        if mark is None or statement.source is None or not low <= mark.start < high:
            continue
        if any(part.start <= noun.idx < part.end for part in statement.content):
            continue
        found.append((abs(mark.start - noun.idx), statement))
    return min(found, key=lambda one: one[0])[1] if found else None


def said_on_at(scene: Scene, governor: Token | None, noun: Token) -> str | None:
    """When a meeting was at which somebody spoke: "speaking at a meeting with the envoy, she said"."""
    if governor is None or not encounter_words().has("speaking.words", base_form(governor)):
        return None
    statement = said_there(scene, noun)
    return statement.said_on if statement is not None else None


def remarked_before(scene: Scene, verb: Token) -> str | None:
    """When they met, where "the remarks came hours before they met": the day of the remarks."""
    if relation(verb) != "advcl" or verb.head.pos_ != "VERB":
        return None
    subject = next(children(verb.head, "nsubj"), None)
    if subject is None or not encounter_words().has("roles.remarks", base_form(subject)):
        return None
    earlier = [one for one in scene.statements if one.cue is not None and one.cue.start < subject.idx]
    return max(earlier, key=lambda one: one.evidence[-1].end).said_on if earlier else None
