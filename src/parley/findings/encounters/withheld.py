"""Who refused to give an encounter's agenda or details."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.scene import Scene
from parley.findings.encounters.subjects import subject_of
from parley.findings.encounters.told import Told
from parley.findings.encounters.words import base_form
from parley.language.syntax import noun_phrase
from parley.model import Speech, Statement
from parley.vocabulary.encounters import encounter_words

_REACH = 2


def withholders(scene: Scene, encounters: Sequence[Told]) -> dict[int, str]:
    """For the number of each encounter whose agenda somebody would not give, who that was."""
    found: dict[int, str] = {}
    for statement in scene.statements:
        if statement.speech is not Speech.WITHHELD:
            continue
        number = _about(scene, statement, encounters)
        name = statement.source.name if statement.source is not None else _subject(scene, statement)
        if number is not None and name is not None:
            found.setdefault(number, name)
    return found


def _subject(scene: Scene, statement: Statement) -> str | None:
    """Who withholds, by the subject of the refusing verb or of the verb before it."""
    if statement.cue is None:
        return None
    verb = scene.doc[scene.token_at(statement.cue.start)]
    head = subject_of(verb) or subject_of(verb.head)
    if head is None:
        return None
    phrase = noun_phrase(head)
    return scene.cast.resolve(scene.span(phrase.start, phrase.end)).name


def _about(scene: Scene, statement: Statement, encounters: Sequence[Told]) -> int | None:
    """The number of the encounter that a refusal is about: the nearest in its sentence or just before."""
    words = encounter_words().lists["withheld.words"]
    parts = (*statement.evidence, *statement.content)
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    first, last = scene.token_at(start), scene.token_at(end - 1)
    if not any(base_form(token) in words or token.lower_ in words for token in scene.doc[first : last + 1]):
        return None
    here = scene.sentence_of[first]
    near: list[tuple[int, int, int]] = []
    for number, told in enumerate(encounters):
        if told.kind == "press":
            continue
        for sketch in told.sketches:
            distance = here - sketch.sentence
            if 0 <= distance <= _REACH:
                near.append((distance, abs(sketch.start - last), number))
    return min(near)[2] if near else None
