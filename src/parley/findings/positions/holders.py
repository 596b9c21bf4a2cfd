"""Who gives a position: the party itself, or somebody else of it."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind
from parley.findings.positions.filled import Framed
from parley.findings.positions.sides import is_short_for, known_side
from parley.language.syntax import children, controllers, known_lemma, modality, negated, relation, subject
from parley.language.tree import Token
from parley.model import Holder, Span, Speech, Statement
from parley.vocabulary.geography import naming
from parley.vocabulary.inflections import base_forms
from parley.vocabulary.offices import singulars, standings
from parley.vocabulary.sides import side_words, state_media
from parley.vocabulary.stances import frames_of_form, stance_words

REPORTER = "reporter"
_LONG_WORD = 20
_ACTS = frozenset({"verb", "noun"})
# Who put a plan forward is told in passing: not the news, but known ("a draft sent by Chad").
_PUT_FORWARD = frozenset({"proposes", "offers"})
# These only tell, though with other words they take a stand ("said yes").
_TELLING = frozenset({"said", "says", "say", "saying", "according", "announced", "announces", "announcing"})
_OF_STATE = frozenset({"state", "state-run", "state-owned", "official", "government"})
_WHEN, _DEEP = frozenset({"after", "when", "since"}), 6
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
        told = teller is not None and teller.source is not None and not _journalist(scene, teller)
        return Holder.ASCRIBED, teller.source.name if told and teller and teller.source else REPORTER
    medium = _state_medium(scene, one)
    if medium is not None and medium.source is not None:
        own = state_of_medium(medium.source.name) == party
        return (Holder.SELF, None) if own else (Holder.ASCRIBED, medium.source.name)
    if _only_heard(scene, one):
        return Holder.ASCRIBED, REPORTER
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
    own = not _journalist(scene, statement) and _speaks_for(scene, statement, party)
    if own or _own_body(statement, one):
        return Holder.SELF, None
    assert statement.source is not None
    return Holder.ASCRIBED, statement.source.name


def _state_medium(scene: Scene, one: Framed) -> Statement | None:
    """The statement in which a state's medium tells what the words say ("Chad's state television said")."""
    told = scene.told_by(one.token)
    if told is None or told.source is None or state_of_medium(told.source.name) is None:
        return None
    return told if _journalist(scene, told) else None


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


def _only_heard(scene: Scene, one: Framed) -> bool:
    """Whether the reporter marks as hearsay what is told ("the firm reportedly agreed")."""
    if scene.told_by(one.token) is not None:
        return False
    return any(child.lower_ in side_words("hearsay") for child in children(one.predicate, "advmod"))


def _teller(scene: Scene, one: Framed) -> Statement | None:
    """The statement in whose words the stance stands; None where the reporter tells it.

    What stands in "rejected Oslo's demand" after the cue "rejected" is named by the reporter, and what a
    journalist says of public acts counts as told by the reporter.
    """
    statement = scene.told_by(one.token)
    if statement is None or statement.source is None:
        return None
    if one.predicate.tag_ == "VBN" and relation(one.predicate) == "acl" and one.frame.stance in _PUT_FORWARD:
        return None
    named_in_passing = one.owner is not None or relation(one.predicate) == "acl"
    if named_in_passing and statement.speech is not Speech.DIRECT and _takes_a_stand(scene, statement):
        return None
    if set(statement.source.name.lower().split()) & stance_words("joint") or _background(one, statement):
        return None
    if statement.cue is not None and _within(one.predicate, statement.cue):
        return None
    if _journalist(scene, statement) or (_nobody(scene, statement) and one.frame.category in _ACTS):
        return None if not one.frame.mind else statement
    return statement


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
        marks = {mark.lower_ for mark in children(current, "mark")}
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


def _journalist(scene: Scene, statement: Statement) -> bool:
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


def _nobody(scene: Scene, statement: Statement) -> bool:
    """Whether a source has neither a name nor a side ("two people familiar with the talks")."""
    source = statement.source
    assert source is not None
    if source.on_behalf_of or scene.cast.named(source.name) is not None:
        return False
    words = {singulars().get(word, word.removesuffix("s")) for word in source.name.lower().split()}
    return bool(words & stance_words("watchers"))


def _only_seems(one: Framed) -> bool:
    """Whether the reporter only judges by appearance ("does not appear to want a deal")."""
    return any(above.lemma_.lower() in {"appear", "seem", "look"} for above in controllers(one.predicate))


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
    minds = stance_words("minds")
    return collective and any(base in minds for base in base_forms(_cue_word(scene, statement)))


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
    office = bearer.tag_ == "NN" and bearer.lemma_.lower() in standings()
    return bearer.ent_type_ == "PERSON" or bearer.lower_ in {"he", "she", "his", "her"} or office


def _speaks_for(scene: Scene, statement: Statement, party: str) -> bool:
    source = statement.source
    assert source is not None
    if source.on_behalf_of and party in source.on_behalf_of.split("; "):
        return True
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
    if party.islower() and source.name.split()[-1].startswith(party.removesuffix("s")):
        return True
    own = source.name.replace("’s", "").replace("'s", "").removeprefix("the ")
    return party.removeprefix("the ").lower() == own.lower() or set(party.split()) <= set(own.split()[:-1])
