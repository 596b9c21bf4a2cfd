"""Who tells what a report gives: journalists, media that speak for a state, people who are nobody's."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.findings.positions.filled import Framed
from parley.model import Statement
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import singulars
from parley.vocabulary.sides import state_media
from parley.vocabulary.stances import stance_words

_LONG_WORD = 20
_OF_STATE = frozenset({"state", "state-run", "state-owned", "official", "government"})


def state_medium(scene: Scene, one: Framed) -> Statement | None:
    """The statement in which a state's medium tells what the words say ("Chad's state television said")."""
    told = scene.told_by(one.token)
    if told is None or told.source is None or state_of_medium(told.source.name) is None:
        return None
    return told if journalist(scene, told) else None


def state_of_medium(name: str) -> str | None:
    """The country for which a medium speaks ("Chadian state television"), or None."""
    words = name.lower().replace("’s", "").replace("'s", "").split()
    known = state_media()
    for size in (2, 1):
        for start in range(len(words) - size + 1):
            country = known.get(" ".join(words[start : start + size]))
            if country is not None:
                return country
    if not _OF_STATE & set(words):
        return None
    named = (naming(word) for word in name.replace("’s", "").replace("'s", "").split())
    return next((one.party for one in named if one is not None and one.kind == "country"), None)


def journalist(scene: Scene, statement: Statement) -> bool:
    """Whether the source of a statement is a journalist or an outlet."""
    assert statement.source is not None
    name = statement.source.name
    words = f"{statement.source.role or ''} {name}".lower().replace("’s", "").replace("'s", "").split()
    words += _just_before(scene, statement)
    if set(words) & stance_words("journalists"):
        return True
    member = scene.cast.named(name)
    bodies = [
        member.affiliation if member is not None else None,
        member.party if member is not None else None,
    ]
    known = [naming(body) for body in (*bodies, name, name.removeprefix("the ")) if body]
    return any(one is not None and one.kind == "media" for one in known)


def _just_before(scene: Scene, statement: Statement) -> list[str]:
    """The words of a source where it speaks and the one before, without genitives ("NPR's Ana Ruiz")."""
    assert statement.source is not None
    mention = statement.source.mention
    before = scene.doc.text[max(0, mention.start - _LONG_WORD) : mention.start].split() if mention else []
    named = mention.of(scene.doc.text).split() if mention else []
    return [word.lower().replace("’s", "").replace("'s", "") for word in (*before[-1:], *named)]


def nobody(scene: Scene, statement: Statement) -> bool:
    """Whether a source has neither a name nor a side ("two people familiar with the talks")."""
    source = statement.source
    assert source is not None
    if source.on_behalf_of or scene.cast.named(source.name) is not None:
        return False
    words = {singulars().get(word, word.removesuffix("s")) for word in source.name.lower().split()}
    return bool(words & stance_words("watchers"))
