"""Sides told by their number alone: "the three countries", "leaders of all four states"."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.findings.positions.pairs import side_of_name, sides_counted
from parley.language.syntax import known_lemma
from parley.language.tree import Token
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import singulars
from parley.vocabulary.stances import stance_words

_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6}
_NAMES = frozenset({"PERSON", "GPE", "LOC", "ORG", "NORP"})
_NEAR = 7
# So many sentences back the sides may be named together; a further one is named so much less often.
_BACK, _RIVAL = 8, 1.5


def several_sides(scene: Scene, head: Token) -> tuple[str, ...]:
    """The countries that a number means, where a sentence before names just so many, or a report often.

    Args:
        scene: the report.
        head: the noun, beside or before the number ("the three countries", "leaders of the three").
    """
    noun = singulars().get(head.lower_, known_lemma(head, stance_words("pairs")))
    if noun not in stance_words("pairs"):
        return ()
    near = (child.lower_ for child in head.subtree if abs(child.i - head.i) < _NEAR)
    number = next((_NUMBERS[word] for word in near if word in _NUMBERS), None)
    if number is None or not {child.lower_ for child in head.subtree} & {"the", "all", "these"}:
        return ()
    return _named_together(scene, head, number) or _named_most(scene, number)


def _named_together(scene: Scene, head: Token, number: int) -> tuple[str, ...]:
    """The countries of the last sentence before a word that names just so many."""
    sentence = scene.sentence_of[head.i]
    for place in range(sentence, max(-1, sentence - _BACK), -1):
        start, end = scene.bounds_of[place]
        names = [name for name in scene.doc.ents if start <= name.start < min(end, head.i)]
        named = [side_of_name(scene, name) for name in names if name.label_ in _NAMES]
        found = tuple(dict.fromkeys(side for side in named if side is not None and _country(side)))
        if len(found) == number:
            return found
    return ()


def _named_most(scene: Scene, number: int) -> tuple[str, ...]:
    """The countries that a report names most, where it names a further one far less often."""
    ranked = [(side, often) for side, often in sides_counted(scene).most_common() if _country(side)]
    if len(ranked) < number or (len(ranked) > number and ranked[number][1] * _RIVAL > ranked[number - 1][1]):
        return ()
    return tuple(side for side, _ in ranked[:number])


def _country(side: str) -> bool:
    known = naming(side)
    return known is not None and known.kind == "country"
