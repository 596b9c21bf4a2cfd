"""Who tells what a report gives: journalists, media that speak for a state, people who are nobody's."""

from __future__ import annotations

from itertools import pairwise

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
    if not _OF_STATE & set(words) and words[-2:] != ["news", "agency"]:
        return None
    bare = name.replace("’s", "").replace("'s", "").split()
    pairs = (" ".join(pair) for pair in pairwise(bare))
    named = (naming(part) for part in (*pairs, *bare))
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


def insider(scene: Scene, statement: Statement, *, in_passing: bool) -> bool:
    """Whether a source without a name or side knows of what was done ("two people familiar with the talks").

    Analysts and the like only judge from outside, and sources of a trade or camp speak for it.

    Args:
        scene: the report.
        statement: what is said.
        in_passing: whether a relative clause only tells more of somebody: known, whoever says it.
    """
    source = statement.source
    assert source is not None
    if source.on_behalf_of or scene.cast.named(source.name) is not None:
        return False
    said = source.name.lower().split()
    words = {singulars().get(word, word.removesuffix("s")) for word in said}
    if not words & stance_words("watchers"):
        return False
    return in_passing or not (words & stance_words("outsiders") or "sources" in said)
