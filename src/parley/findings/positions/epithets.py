"""Names set beside a noun that only describes them ("the carrier, Aer Baile, signed")."""

from __future__ import annotations

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.positions.whose import animate, faction_of, sides, singular
from parley.language.syntax import children
from parley.language.tree import Token
from parley.vocabulary.sides import side_words
from parley.vocabulary.stances import stance_words

_NAMES = frozenset({"ORG", "GPE", "NORP"})
_COMMAS = frozenset({",", "(", "–", "—", "-", "--"})


def called(scene: Scene, head: Token) -> tuple[str, ...]:
    """The side whose name is set off behind a noun for it ("the world football body, FIFA,"); else empty.

    A person's name stands for the side whose people the noun means ("a top opposition figure, Ida Lund").
    """
    if head.ent_type_ or head.tag_ != "NN":
        return ()
    name = next((child for child in children(head, "appos") if child.i > head.i and _set_off(child)), None)
    if name is None:
        return ()
    if name.ent_type_ in _NAMES and (animate(head) or _body(head)):
        return sides(scene, actors(scene, name))
    return faction_of(scene, head) if name.ent_type_ == "PERSON" else ()


def _set_off(name: Token) -> bool:
    first = name.left_edge
    return first.text in _COMMAS or name.doc[max(0, first.i - 1)].text in _COMMAS


def _body(head: Token) -> bool:
    known = side_words("private") | side_words("epithets") | stance_words("bodies") | side_words("wholes")
    return singular(head, known) in known
