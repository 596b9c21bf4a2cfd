"""Whose a stance is: the side behind the subject or owner of a stance word."""

from __future__ import annotations

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind
from parley.findings.positions.authors import written_by
from parley.findings.positions.bearers import accused_of, accusers, bearer, name_before
from parley.findings.positions.companions import (
    companions,
    left_out,
    meant_by,
)
from parley.findings.positions.epithets import called
from parley.findings.positions.filled import Framed, of_thing
from parley.findings.positions.groups import (
    of_ministry,
    one_of_many,
    own_group,
    own_office,
    some_of_them,
    spoken_for,
    unowned,
)
from parley.findings.positions.owners import owner_of
from parley.findings.positions.pairs import (
    agreed_together,
    both_sides,
    means_both,
    means_people,
    means_states,
    of_more_than_two,
    was_made,
)
from parley.findings.positions.several import several_sides
from parley.findings.positions.voices import (
    bodies_named,
    is_own_body,
    is_plain_body,
    just_before,
    last_other,
    of_cue,
    of_himself,
    of_other_ministry,
    of_teller,
    other_side,
    speaking_parties,
    speaking_party,
    spoken_of,
)
from parley.findings.positions.whose import (
    animate,
    delegates,
    faction_of,
    included,
    listed,
    named_after,
    nameless,
    of_continent,
    side_of,
    sides,
    subject_owning,
    with_its_name,
)
from parley.language.syntax import children, known_lemma, obliques, relation, subject
from parley.language.tree import Token
from parley.model import Holder, Position, Speech, Statement
from parley.vocabulary.sides import side_words
from parley.vocabulary.stances import stance_words

__all__ = ["parties", "side_of", "speaking_party"]

_THIRD = frozenset({"he", "she", "it", "they"})
_FIRST = frozenset({"i", "we", "us", "our"})
_PAIR = 2
_OWNING = frozenset({"its", "their", "his", "her", "our", "my"})


def parties(scene: Scene, one: Framed, before: Position | None = None) -> tuple[str, ...]:
    """The sides whose stance a framed word gives, in text order; empty where it is nobody's.

    Args:
        scene: the report.
        one: the framed word.
        before: the position told before this one: whose it is, a pronoun can go on with.
    """
    return _borne(scene, one, before) or of_cue(scene, one)


def _borne(scene: Scene, one: Framed, before: Position | None) -> tuple[str, ...]:
    """The sides that the subject or owner of a framed word means, or who speaks."""
    statement = scene.told_by(one.token)
    speakers = speaking_parties(scene, statement) or written_by(scene, one.token)
    if one.frame.speaker and not (one.frame.category == "noun" and one.predicate.i != one.token.i):
        return speakers or (of_teller(scene, one) if statement is None else ())
    head = bearer(one)
    if head is None or scene.in_furniture(head):  # a dateline is nobody's stance
        head = name_before(one)
    if one.frame.category == "undertaking":
        if of_thing(one, head):
            return speakers if _is_spoken_thing(scene, one, head, speakers) else ()
        if statement is None and not _country(head) and not _body_will(one, head):
            return ()
    if head is None or (head.i == one.topic.head.i and one.owner is None):
        return _of_deal(scene, one, speakers)
    head = meant_by(head) or subject_owning(head) or head
    if means_both(one, head) or agreed_together(one, head) or _told_by_both(statement, head):
        people = head.tag_ == "NNS" and means_people(head)
        return both_sides(scene, one.token, people=people, states=means_states(head))
    if of_more_than_two(head):
        return named_after(scene, head) or several_sides(scene, head) or nameless(scene, head)
    private = called(scene, head) or own_group(scene, head)
    if private is not None:
        return private
    accused = accused_of(one.predicate)
    if accused is not None and accused.i == head.i:
        return _of_head(scene, one, head, ())  # whoever is accused of it, it is not the one who speaks
    return _of_head(scene, one, head, speakers) or _carried_on(scene, one, head, before)


def _of_head(scene: Scene, one: Framed, head: Token, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The sides that the head of a subject or owner means."""
    statement = scene.told_by(one.token)
    others = spoken_of(scene, statement, head, speakers)
    if others:
        return others
    himself = of_himself(scene, one, head) if not _quoted(statement) else ()
    if himself:
        return himself
    if one_of_many(head):
        bloc = sides(scene, actors(scene, head))
        return tuple(side for side in listed(scene, one) if side not in bloc)
    found = _named(scene, one, head)
    first = head.lower_ in _FIRST and head.text != "US"
    if first and (not found or not speakers or of_other_ministry(scene, statement)):
        return speakers
    if unowned(head) and all(side.lower() == head.lower_ for side in found):
        return ()
    quoted = _of_quoted(scene, head, found, speakers) if _quoted(statement) else None
    if quoted is not None:
        return quoted
    accuser = sides(scene, [actor for above in accusers(one, head) for actor in actors(scene, above)])
    if found and set(found) <= set(accuser):
        return other_side(scene, head, accuser) or last_other(scene, head, accuser)
    if head.lower_ == "they" and len(found) == _PAIR and not set(found) & set(speakers):
        found = speakers if _told_by_one(scene, statement) else found
    own = bool(speakers) and is_own_body(head, speakers[0])
    telling = of_teller(scene, one) if head.lower_ == "they" else ()
    if len(telling) > 1 or (telling and one.frame.category == "doubt"):
        return telling
    if found and not own:
        return (bodies_named(scene, head) or found) if is_plain_body(head) else found
    if speakers and (own or (head.lower_ in _THIRD and not found and not _quoted(statement))):
        return speakers
    return of_teller(scene, one) if head.lower_ in _THIRD else ()


def _of_quoted(
    scene: Scene, head: Token, found: tuple[str, ...], speakers: tuple[str, ...]
) -> tuple[str, ...] | None:
    """The sides that a speaker's own words mean by "he", "they" or "the president"; None for other words."""
    statement = scene.told_by(head)
    if own_office(head) and speakers:
        return speakers
    another = head.lower_ in {"he", "she"} and not _somebody_else(scene, head, statement)
    if another or (head.lower_ == "they" and speakers and set(found) <= set(speakers)):
        both = () if head.lower_ == "they" else other_side(scene, head, speakers)
        return both or last_other(scene, head, speakers)
    return None


def _named(scene: Scene, one: Framed, head: Token) -> tuple[str, ...]:
    """The sides that words name: by name, by whom they speak for or what they are, alone or in a list."""
    if some := some_of_them(head):
        return some
    found = named_after(scene, head) or included(scene, head) or sides(scene, actors(scene, head))
    found = faction_of(scene, head) or found or nameless(scene, head) or of_ministry(scene, head)
    found = of_continent(head, found) or found
    if not found or found[0].split()[0].lower() == head.lower_:
        found = spoken_for(scene, head) or found
    if found == (head.text,) and (head.tag_ == "NNS" or relation(head) == "compound"):
        found = (with_its_name(head),)
    before_verb = listed(scene, one)
    if len(before_verb) > 1 or (before_verb and head.pos_ == "NOUN"):
        found = (*before_verb, *found)
    senders = delegates(scene, head)
    beside = (*_joined(scene, one), *companions(scene, one, head))
    senders = (*senders, *left_out(scene, head))
    return tuple(dict.fromkeys(side for side in (*found, *beside) if side not in senders))


def _told_by_both(statement: Statement | None, head: Token) -> bool:
    """Whether it is both sides who tell what "they" do ("the two sides said they had signed")."""
    source = statement.source if statement is not None else None
    return source is not None and head.lower_ == "they" and source.name.lower() in side_words("both")


def _told_by_one(scene: Scene, statement: Statement | None) -> bool:
    """Whether a side or somebody with a name tells, not quoted, what "they" want: the own side."""
    if statement is None or statement.speech is Speech.DIRECT or statement.source is None:
        return False
    member = scene.cast.named(statement.source.name)
    one_side = bool(statement.source.on_behalf_of) and "; " not in (statement.source.on_behalf_of or "")
    return one_side or (member is not None and member.kind is Kind.PERSON)


def _somebody_else(scene: Scene, head: Token, statement: Statement | None) -> bool:
    """Whether a "he" is taken for somebody with a name who is not the one who speaks."""
    source = statement.source if statement is not None else None
    names = {actor.name for actor in actors(scene, head)}
    return bool(names) and (source is None or source.name not in names)


def _quoted(statement: Statement | None) -> bool:
    """Whether the words are a speaker's own, who would not say "he" of himself."""
    return statement is not None and statement.speech is Speech.DIRECT


def _carried_on(scene: Scene, one: Framed, head: Token, before: Position | None) -> tuple[str, ...]:
    """The side of a pronoun or possessive, where nothing but what was told before tells it."""
    statement = scene.told_by(one.token)
    if head.lower_ in {"he", "she"} and statement is None and before is not None:
        if before.holder is Holder.ASCRIBED:
            return ()
        return (before.party,) if just_before(scene, one, before) else ()
    if head.pos_ != "NOUN":
        return ()
    owner = owner_of(head)
    if owner is None:
        return sides(scene, [actor for member in _members(head) for actor in actors(scene, member)])
    speakers = speaking_parties(scene, statement)
    if not animate(head):
        return ()
    return speakers if owner.lower_ in _OWNING and speakers else sides(scene, actors(scene, owner))


def _members(head: Token) -> list[Token]:
    """The body of which a plural noun names the members ("the countries remaining in the Union")."""
    if head.tag_ != "NNS" or known_lemma(head, side_words("of_countries")) not in side_words("of_countries"):
        return []
    bodies = (token for token in head.subtree if token.i > head.i and token.ent_type_ == "ORG")
    return [body for body in bodies if {mark.lower_ for mark in body.lefts} & {"in", "of", "the"}][:1]


def _is_spoken_thing(scene: Scene, one: Framed, head: Token | None, speakers: tuple[str, ...]) -> bool:
    """Whether whoever speaks tells what will become of a thing that is not another side's."""
    thing = subject(one.predicate) or head
    if thing is None or not (thing.pos_ == "NOUN" or thing.tag_ == "WDT"):
        return False
    if known_lemma(thing, stance_words("papers")) in stance_words("papers"):
        return False
    owner = owner_of(thing)
    owners = sides(scene, actors(scene, owner)) if owner is not None else ()
    return not owners or bool(set(owners) & set(speakers))


def _joined(scene: Scene, one: Framed) -> tuple[str, ...]:
    """With whom somebody reached a deal ("an accord he signed with Chad"): those reached it too."""
    if one.frame.stance != "accepts" or one.frame.word not in stance_words("joint_acts"):
        return ()
    others = [oblique.head for oblique in obliques(one.predicate, "with")]
    if one.topic.slot == "obj" and not one.topic.clause:
        others += [oblique.head for oblique in obliques(one.topic.head, "with")]
    return sides(scene, [actor for other in others for actor in actors(scene, other)])


def _body_will(one: Framed, head: Token | None) -> bool:
    """Whether it is told flatly what a body or group will or will not do ("the union will not return")."""
    plain = any(child.lower_ in {"will", "’ll", "'ll", "wo"} for child in children(one.predicate, "aux"))
    return plain and head is not None and animate(head)


def _country(head: Token | None) -> bool:
    return head is not None and head.ent_type_ in {"GPE", "ORG"}


def _of_deal(scene: Scene, one: Framed, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The sides of a deal that was reached, where nobody is said to reach it ("a truce with Chad")."""
    if one.frame.about == "left open":
        return both_sides(scene, one.token)
    if one.frame.stance != "accepts" or (one.frame.about != "agreement" and one.frame.word != "agree"):
        return ()
    found: list[str] = []
    for holder in (one.predicate, one.topic.head):
        for oblique in obliques(holder, "between", "with"):
            found.extend(sides(scene, actors(scene, oblique.head)))
            if oblique.case == "with":
                found.extend(speakers)
    both = () if found or not was_made(one) else both_sides(scene, one.token)
    return tuple(dict.fromkeys([*found, *both]))
