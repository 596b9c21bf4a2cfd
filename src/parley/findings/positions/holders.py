"""Who gives a position: the party itself, or somebody else of it."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind
from parley.findings.positions.filled import Framed
from parley.language.syntax import relation, subject
from parley.model import Holder, Speech, Statement
from parley.vocabulary.geography import naming
from parley.vocabulary.inflections import base_forms
from parley.vocabulary.offices import standings
from parley.vocabulary.stances import frames_of_form, stance_words

REPORTER = "reporter"
_JOURNALISTS = ("correspondent", "reporter", "reporters", "editor", "news", "media", "newspaper")


def holding(scene: Scene, one: Framed, party: str) -> tuple[Holder, str | None]:
    """Whether a party gives a position itself, and who says it of the party otherwise.

    What a party said or did in public a reporter can tell; what it wants or thinks a reporter only ascribes.

    Args:
        scene: the report.
        one: the framed word.
        party: whose position it is.
    """
    statement = _teller(scene, one)
    if statement is not None and _mind_of_many(scene, statement) and _speaks_for(scene, statement, party):
        return Holder.ASCRIBED, REPORTER
    if statement is None:
        if not one.frame.mind or _of_person(scene, one):
            return Holder.SELF, None
        return Holder.ASCRIBED, REPORTER
    if _speaks_for(scene, statement, party):
        return Holder.SELF, None
    assert statement.source is not None
    return Holder.ASCRIBED, statement.source.name


def _teller(scene: Scene, one: Framed) -> Statement | None:
    """The statement in whose words the stance stands; None where the reporter tells it.

    What stands in "rejected Oslo's demand" after the cue "rejected" is named by the reporter, and what a
    journalist says of public acts counts as told by the reporter.
    """
    statement = scene.told_by(one.token)
    if statement is None or statement.source is None:
        return None
    named_in_passing = one.owner is not None or relation(one.predicate) == "acl"
    if named_in_passing and statement.cue is not None and frames_of_form(_cue_word(scene, statement)):
        return None
    beside = one.owner is not None or one.predicate.dep_ == "acl:relcl"
    if beside and statement.speech is Speech.INDIRECT and not one.frame.mind:
        return None
    if set(statement.source.name.lower().split()) & stance_words("joint"):
        return None
    role = f"{statement.source.role or ''} {statement.source.name}".lower()
    member = scene.cast.named(statement.source.name)
    outlet = naming(member.affiliation) if member is not None and member.affiliation else None
    journalist = any(word in role.split() for word in _JOURNALISTS)
    journalist = journalist or (outlet is not None and outlet.kind == "media")
    return None if journalist and not one.frame.mind else statement


def _mind_of_many(scene: Scene, statement: Statement) -> bool:
    """Whether a reporter tells the mind of a country or group ("Chad believes ...")."""
    assert statement.source is not None
    if statement.cue is None or statement.speech is not Speech.INDIRECT:
        return False
    member = scene.cast.named(statement.source.name)
    collective = member is not None and member.kind is not Kind.PERSON
    minds = stance_words("minds")
    return collective and any(base in minds for base in base_forms(_cue_word(scene, statement)))


def _cue_word(scene: Scene, statement: Statement) -> str:
    assert statement.cue is not None
    return statement.cue.of(scene.doc.text).split()[-1].lower()


def _of_person(scene: Scene, one: Framed) -> bool:
    """Whether what is wanted is told of one named person, who can be heard and quoted."""
    bearer = subject(one.predicate)
    if bearer is None:
        return False
    office = bearer.tag_ == "NN" and bearer.lemma_.lower() in standings()
    return bearer.ent_type_ == "PERSON" or bearer.lower_ in {"he", "she"} or office


def _speaks_for(scene: Scene, statement: Statement, party: str) -> bool:
    source = statement.source
    assert source is not None
    if source.on_behalf_of and party in source.on_behalf_of.split("; "):
        return True
    member = scene.cast.named(source.name)
    if member is not None and party in {member.affiliation, member.party, member.name}:
        return True
    return party.removeprefix("the ") == source.name.removeprefix("the ")
