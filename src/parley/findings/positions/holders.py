"""Who gives a position: the party itself, or somebody else of it."""

from __future__ import annotations

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind
from parley.findings.positions.authors import author_of
from parley.findings.positions.bearers import accuser_of
from parley.findings.positions.filled import Framed, content_clause
from parley.findings.positions.sides import is_short_for, known_side
from parley.findings.positions.tellers import insider, journalist, state_medium, state_of_medium
from parley.findings.positions.voices import speaking_parties
from parley.language.syntax import (
    children,
    controllers,
    known_lemma,
    modality,
    negated,
    passive,
    relation,
    subject,
)
from parley.language.tree import Token
from parley.model import Holder, Span, Speech, Statement
from parley.vocabulary.geography import naming
from parley.vocabulary.inflections import base_forms
from parley.vocabulary.offices import standings
from parley.vocabulary.sides import side_words
from parley.vocabulary.stances import frames_of_form, stance_words

REPORTER = "reporter"
_ACTS = frozenset({"verb", "noun"})
# Who put a plan forward is told in passing: not the news, but known ("a draft sent by Chad").
_PUT_FORWARD = frozenset({"proposes", "offers"})
# These only tell, though with other words they take a stand ("said yes").
_TELLING = frozenset({"said", "says", "say", "saying", "according", "announced", "announces", "announcing"})
_THIRD = frozenset({"he", "she", "it", "they"})
_SIGNS = frozenset({"sign", "indication"})
_APPEARING = frozenset({"appear", "seem", "look"})
# What a side "is expected to" do, or "is said to" want, is not the side's own word.
_HELD = frozenset({"expect", "believe", "think", "say", "report", "understand", "suppose", "presume", "know"})
_WHEN, _DEEP = frozenset({"after", "when", "since"}), 6
_MANY = frozenset({"all", "almost", "most", "many", "some", "several", "few", "nearly", "virtually"})
_SHARED = frozenset({"agree", "concur", "share", "accept"})
_SUPPOSED = frozenset({"would", "may", "might", "could"})


def holding(scene: Scene, one: Framed, party: str) -> tuple[Holder, str | None]:
    """Whether a party gives a position itself, and who says it of the party otherwise.

    What a party said or did in public a reporter can tell; what it wants or thinks a reporter only ascribes.

    Args:
        scene: the report.
        one: the framed word.
        party: whose position it is.
    """
    if one.frame.category == "doubt" or _only_seems(one):
        teller = scene.told_by(one.token)
        told = teller is not None and teller.source is not None and not journalist(scene, teller)
        return Holder.ASCRIBED, teller.source.name if told and teller and teller.source else REPORTER
    medium = state_medium(scene, one)
    if medium is not None and medium.source is not None:
        own = state_of_medium(medium.source.name) == party
        return (Holder.SELF, None) if own else (Holder.ASCRIBED, medium.source.name)
    if _only_heard(scene, one):
        return Holder.ASCRIBED, REPORTER
    accuser = accuser_of(one.predicate) if one.owner is None else None
    if accuser is not None:
        return Holder.ASCRIBED, next((actor.name for actor in actors(scene, accuser)), REPORTER)
    author = author_of(scene, one.token)
    if author is not None:
        return (Holder.SELF, None) if author.side == party else (Holder.ASCRIBED, author.name)
    statement = _teller(scene, one) or _goes_on(scene, one, party)
    if statement is not None and _mind_of_many(scene, statement) and _speaks_for(scene, statement, party):
        return Holder.ASCRIBED, REPORTER
    if statement is None:
        supposed = set(modality(one.predicate)) & _SUPPOSED and not negated(one.predicate)
        if supposed and one.frame.category != "undertaking":
            return Holder.ASCRIBED, REPORTER
        if not one.frame.mind or _of_person(scene, one) or _put_into_words(one):
            return Holder.SELF, None
        return Holder.ASCRIBED, REPORTER
    own = not journalist(scene, statement) and _speaks_for(scene, statement, party)
    outer = _outer(scene, statement) if own else None
    if outer is not None and outer.source is not None and not _speaks_for(scene, outer, party):
        return Holder.ASCRIBED, outer.source.name
    if own or _own_body(statement, one):
        return Holder.SELF, None
    assert statement.source is not None
    return Holder.ASCRIBED, statement.source.name


def _only_heard(scene: Scene, one: Framed) -> bool:
    """Whether the reporter marks as hearsay what is told ("the firm reportedly agreed")."""
    if scene.told_by(one.token) is not None:
        return False
    return any(child.lower_ in side_words("hearsay") for child in children(one.predicate, "advmod"))


def is_hearsay(predicate: Token) -> bool:
    """Whether a verb tells what somebody is said, believed or reported to do."""
    above = predicate.head
    return relation(predicate) == "xcomp" and passive(above) and known_lemma(above, _HELD) in _HELD


def _teller(scene: Scene, one: Framed) -> Statement | None:
    """The statement in whose words the stance stands; None where the reporter tells it.

    What stands in "rejected Oslo's demand" after the cue "rejected" is named by the reporter, and what a
    journalist says of public acts counts as told by the reporter.
    """
    statement = scene.told_by(one.token)
    if (
        statement is None
        or statement.source is None
        or statement.source.name.lower() in side_words("of_a_page")
    ):
        return None
    if one.predicate.tag_ == "VBN" and relation(one.predicate) == "acl" and one.frame.stance in _PUT_FORWARD:
        return None
    if _named_in_passing(one, statement) and _takes_a_stand(scene, statement):
        return None
    if set(statement.source.name.lower().split()) & stance_words("joint") or _background(one, statement):
        return None
    if statement.cue is not None and _within(one.predicate, statement.cue):
        return _outer(scene, statement)
    known = one.frame.category in _ACTS and insider(
        scene, statement, in_passing=one.predicate.dep_.endswith("relcl")
    )
    if known or journalist(scene, statement):
        return None if not one.frame.mind else statement
    return statement


def _outer(scene: Scene, statement: Statement) -> Statement | None:
    """The statement of somebody who is no journalist in which a statement is told, or None."""
    for _ in range(_DEEP):
        if statement.via is None:
            return None
        statement = scene.statements[statement.via]
        source = statement.source
        if source is None or journalist(scene, statement):
            continue
        # "Lund said she was ready, he added": the pronoun is hers, whoever it was taken for.
        again = source.mention is not None and source.mention.of(scene.doc.text).lower() in _THIRD
        return statement if source.on_behalf_of and not again else None
    return None


def _named_in_passing(one: Framed, statement: Statement) -> bool:
    """Whether a stance is only named in what a cue takes a stand on ("rejected Oslo's demand")."""
    bare = one.predicate.dep_ == "acl:relcl" or (
        relation(one.predicate) == "acl" and subject(one.predicate) is None
    )
    if statement.speech is Speech.DIRECT or statement.cue is None or not (bare or one.owner is not None):
        return False
    # What was put forward, or which clause only tells more of a thing, is known whoever speaks of it.
    known = one.frame.stance in _PUT_FORWARD or one.predicate.dep_ == "acl:relcl"
    current = one.predicate
    for _ in range(_DEEP):
        if current.head.i == current.i or relation(current) in {"ccomp", "advcl", "parataxis"}:
            return known
        if _within(current.head, statement.cue):
            return not any(mark.lower_ == "as" for mark in children(current, "case"))
        current = current.head
    return known


def _goes_on(scene: Scene, one: Framed, party: str) -> Statement | None:
    """A party's own statement that a verb goes on with ("says it wants a truce, and wants to sign")."""
    if not one.frame.mind or relation(one.predicate) != "conj" or scene.told_by(one.token) is not None:
        return None
    before = one.predicate.head
    inside = (child for child in children(before, "ccomp") if child.i < one.token.i)
    told = scene.told_by(next(inside, before))
    own = told is not None and told.source is not None and told.speech is not Speech.DIRECT
    return told if told is not None and own and _speaks_for(scene, told, party) else None


def _background(one: Framed, statement: Statement) -> bool:
    """Whether it is told when something happened ("said it was sad after Chad had rejected the plan")."""
    if statement.speech is Speech.DIRECT or one.frame.mind:
        return False
    current = one.token
    for _ in range(_DEEP):
        marks = {mark.lower_ for mark in children(current, "mark", "advmod")}
        if relation(current) == "advcl":
            return current.tag_ in {"VBD", "VBN"} and bool(marks & _WHEN)
        if current.head.i == current.i or relation(current) in {"ccomp", "parataxis"}:
            return False
        current = current.head
    return False


def _takes_a_stand(scene: Scene, statement: Statement) -> bool:
    """Whether the cue of a statement is itself a stance word ("rejected", "has not agreed to")."""
    words = statement.cue.of(scene.doc.text).lower().split() if statement.cue is not None else []
    return any(
        frame.stance and frame.category in _ACTS and (not frame.particle or frame.particle in words)
        for word in words
        if word not in _TELLING
        for frame in frames_of_form(word)
    )


def _within(token: Token, span: Span) -> bool:
    """Whether a word is the cue of a statement itself, so that a reporter tells it as an act."""
    return span.start <= token.idx < span.end


def _only_seems(one: Framed) -> bool:
    """Whether the reporter only judges by appearance ("does not appear to want a deal", "signs that ...")."""
    clause = one.predicate
    if clause.head.pos_ == "NOUN" and known_lemma(clause.head, _SIGNS) in _SIGNS and content_clause(clause):
        return True
    return any(
        above.lemma_.lower() in _APPEARING or (passive(above) and known_lemma(above, _HELD) in _HELD)
        for above in controllers(one.predicate)
    )


def _own_body(statement: Statement, one: Framed) -> bool:
    """Whether somebody without a known side speaks of a body as the own one ("the company is ready")."""
    bearer = subject(one.predicate)
    if bearer is None or one.owner is not None or statement.source is None or statement.source.on_behalf_of:
        return False
    if any(True for _ in children(bearer, "nmod", "acl")):
        return False
    before = {child.lower_ for child in bearer.lefts if not child.is_space}
    return (
        bearer.tag_ == "NN" and bearer.lemma_.lower() in stance_words("bodies") and before <= {"the", "our"}
    )


def _mind_of_many(scene: Scene, statement: Statement) -> bool:
    """Whether a reporter tells the mind of a country or group ("Chad believes ...")."""
    assert statement.source is not None
    if statement.cue is None or statement.speech is not Speech.INDIRECT:
        return False
    member = scene.cast.named(statement.source.name)
    collective = member is not None and member.kind is not Kind.PERSON
    many = member is None and statement.source.name.lower().split()[0] in _MANY
    minds = stance_words("minds") | _SHARED if many else stance_words("minds")
    return (many or collective) and any(base in minds for base in base_forms(_cue_word(scene, statement)))


def _cue_word(scene: Scene, statement: Statement) -> str:
    assert statement.cue is not None
    return statement.cue.of(scene.doc.text).split()[-1].lower()


def _put_into_words(one: Framed) -> bool:
    """Whether what is in a mind was said in public ("expressed their desire for a truce")."""
    words = stance_words("voicing")
    return known_lemma(one.predicate, words) in words


def _of_person(scene: Scene, one: Framed) -> bool:
    """Whether what is wanted is told of one named person, who can be heard and quoted."""
    bearer = one.owner if one.owner is not None else subject(one.predicate)
    if bearer is None:
        return False
    office = bearer.tag_ == "NN" and bearer.lemma_.lower() in standings().keys() - stance_words("bodies")
    return bearer.ent_type_ == "PERSON" or bearer.lower_ in {"he", "she", "his", "her"} or office


def _speaks_for(scene: Scene, statement: Statement, party: str) -> bool:
    source = statement.source
    assert source is not None
    if party.lower() in {side.lower() for side in speaking_parties(scene, statement)}:
        return True
    if source.name.lower() in side_words("both"):
        return True  # "the two sides said they had signed"
    member = scene.cast.named(source.name)
    if member is not None and party in {member.affiliation, member.party, member.name}:
        return True
    known = naming(source.name)
    if known is not None and known.party == party:
        return True
    if any(known_side(scene, side) == party for side in (source.on_behalf_of or "").split("; ") if side):
        return True
    if any(is_short_for(side, party) for side in (source.on_behalf_of or source.name).split("; ")):
        return True
    if not source.on_behalf_of and member is None and known_side(scene, source.name) == party:
        return True
    if party.islower() and source.name.split()[-1].startswith(party.removesuffix("s")):
        return True
    own = source.name.replace("’s", "").replace("'s", "").removeprefix("the ")
    return party.removeprefix("the ").lower() == own.lower() or set(party.split()) <= set(own.split()[:-1])
