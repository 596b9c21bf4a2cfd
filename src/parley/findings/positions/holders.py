"""Who gives a position: the party itself, or somebody else of it."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.findings.positions.frames import Framed
from parley.model import Holder, Statement

REPORTER = "reporter"


def holding(scene: Scene, one: Framed, party: str) -> tuple[Holder, str | None]:
    """Whether a party gives a position itself, and who says it of the party otherwise.

    What a party said or did in public a reporter can tell; what it wants or thinks a reporter only ascribes.

    Args:
        scene: the report.
        one: the framed word.
        party: whose position it is.
    """
    statement = scene.told_by(one.token)
    if statement is None:
        statement = _own_statement(scene, one)
        if statement is not None or not one.frame.mind:
            return Holder.SELF, None
        return Holder.ASCRIBED, REPORTER
    if _speaks_for(scene, statement, party):
        return Holder.SELF, None
    assert statement.source is not None
    return Holder.ASCRIBED, statement.source.name


def _own_statement(scene: Scene, one: Framed) -> Statement | None:
    """The statement whose cue the stance word is ("demanded", "wants")."""
    place = scene.span(one.token.i, one.token.i + 1)
    return next((one for one in scene.statements if one.cue is not None and one.cue.overlaps(place)), None)


def _speaks_for(scene: Scene, statement: Statement, party: str) -> bool:
    source = statement.source
    assert source is not None
    if source.on_behalf_of and party in source.on_behalf_of.split("; "):
        return True
    member = scene.cast.named(source.name)
    if member is not None and party in {member.affiliation, member.party, member.name}:
        return True
    return party.removeprefix("the ") == source.name.removeprefix("the ")
