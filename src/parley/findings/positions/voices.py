"""Whose words are heard: the side that speaks, and what it calls itself."""

from __future__ import annotations

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind, Member
from parley.findings.positions.filled import Framed
from parley.findings.positions.groups import class_of_one, own_group, represented, spoken_for
from parley.findings.positions.homes import at_home
from parley.findings.positions.pairs import both_sides, side_of_name
from parley.findings.positions.sides import country_of_ministry
from parley.findings.positions.tellers import journalist, state_of_medium
from parley.findings.positions.whose import LONGEST, nameless, onlooker, private, sides
from parley.language.syntax import known_lemma, passive, relation, subject
from parley.language.tree import Token
from parley.model import Position, Source, Speech, Statement
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import Sex, sex_of_given_name, singulars, standings
from parley.vocabulary.sides import side_words
from parley.vocabulary.stances import named_bodies, stance_words

_NEXT = 300
_OTHERS = frozenset({"they", "you"})
_SENTENCES = 2
_COLLECTIVE = frozenset({"GPE", "ORG", "NORP"})
_PERSON = frozenset({"PERSON"})
_OWNERS = frozenset({"the", "our", "its", "their", "my", "his", "her"})


def speaking_parties(scene: Scene, statement: Statement | None) -> tuple[str, ...]:
    """The sides for which the source of a statement speaks; empty where it speaks for none."""
    source = statement.source if statement is not None else None
    if source is None or _watches(source):
        return ()
    country = state_of_medium(source.name)
    if country is not None and statement is not None and journalist(scene, statement):
        return (country,)
    member = scene.cast.named(source.name)
    if (member is None or source.name.lower() in standings()) and not source.on_behalf_of:
        group = _group(source.name)
        return (group,) if group is not None else _group_heard(scene, source)
    ministry = of_other_ministry(scene, statement)
    if ministry is not None:
        return (ministry,)
    speaks = member is not None and not private(member) and not _only_once(member)
    own = (member.affiliation or at_home(scene, member)) if member is not None and speaks else None
    named = source.on_behalf_of.split("; ") if source.on_behalf_of else [own]
    known = {party: naming(party) for party in named if party}
    return tuple(party for party, name in known.items() if name is None or name.kind != "media")


def of_other_ministry(scene: Scene, statement: Statement | None) -> str | None:
    """The country of an official without a name whose ministry was taken for that of a state without any.

    "A Foreign Ministry official" speaks for the other side in talks with the United States.
    """
    source = statement.source if statement is not None else None
    if source is None or source.on_behalf_of not in stance_words("with_departments"):
        return None
    return country_of_ministry(scene, "the ministry") if "ministry" in source.name.lower().split() else None


def speaking_party(scene: Scene, statement: Statement) -> str | None:
    """The side for which the source of a statement speaks, or None; the first of several."""
    return next(iter(speaking_parties(scene, statement)), None)


def spoken_of(
    scene: Scene, statement: Statement | None, head: Token, speakers: tuple[str, ...]
) -> tuple[str, ...]:
    """The other side, where a speaker's own words say "they" or "you" of it; else empty."""
    if statement is None or statement.speech is not Speech.DIRECT or head.lower_ not in _OTHERS:
        return ()
    return other_side(scene, head, speakers)


def other_side(scene: Scene, near: Token, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Of the two sides spoken of near a word, the one that does not speak; empty where none of them does."""
    both = both_sides(scene, near)
    return tuple(side for side in both if side not in speakers) if set(both) & set(speakers) else ()


def last_other(scene: Scene, near: Token, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The known side named last before a speaker's "he" or "they", not the speaker's own; else empty."""
    first, _ = scene.bounds_of[max(0, scene.sentence_of[near.i] - _SENTENCES)]
    kinds = _COLLECTIVE if near.lower_ == "they" else _PERSON
    for name in reversed(scene.doc.ents):
        if name.end <= near.i and name.label_ in kinds:
            if name.start < first:
                return ()
            side = side_of_name(scene, name)
            if side is not None and side not in speakers and naming(side) is not None:
                return (side,)
    return ()


def _only_once(member: Member) -> bool:
    """Whether somebody held offices only once ("a former president of Chad"), and now speaks for himself."""
    return bool(member.roles) and member.party is None and all(role.past for role in member.roles)


def _watches(source: Source) -> bool:
    """Whether somebody only watches the sides from outside ("an analyst with Chad's bank")."""
    words = f"{source.role or ''} {source.name}".lower().replace(",", " ").split()
    return bool(set(words) & stance_words("outsiders"))


def _group_heard(scene: Scene, source: Source) -> tuple[str, ...]:
    """Those for whom somebody without a name speaks ("one consumer", "spokesmen for the dockers")."""
    mention = source.mention
    words = scene.doc.char_span(mention.start, mention.end) if mention is not None else None
    if words is None:
        return ()
    head = words.root
    return (
        represented(head)
        or spoken_for(scene, head)
        or own_group(scene, head)
        or class_of_one(head)
        or _class(head)
    )


def _class(head: Token) -> tuple[str, ...]:
    """People of a kind, in the report's words ("bankers"), as the source of a statement."""
    known = known_lemma(head, side_words("classes"))
    bare = head.lower_ if head.tag_ == "NNS" and known in side_words("classes") else None
    return (bare,) if bare is not None and not onlooker(bare) else ()


def _group(name: str) -> str | None:
    """A source that is a group without a name ("the rebels"), in the report's words."""
    bare = name.removeprefix("The ").removeprefix("the ").partition(" for ")[0]
    last = bare.split()[-1] if bare else ""
    one_kind = last.lower() in singulars() and last[-1:].islower() and len(bare.split()) <= LONGEST
    return bare if one_kind and not onlooker(bare) and " and " not in bare else None


def of_teller(scene: Scene, one: Framed) -> tuple[str, ...]:
    """The side that is told to say it of itself ("the rebels said they would leave")."""
    if one.frame.category == "doubt" and relation(one.predicate) == "acl":
        above = subject(one.predicate.head.head)
        return sides(scene, actors(scene, above)) or nameless(scene, above) if above is not None else ()
    teller = _teller(one.predicate)
    return sides(scene, actors(scene, teller)) or nameless(scene, teller) if teller is not None else ()


def _teller(predicate: Token) -> Token | None:
    """The subject of the verb by which a clause is told."""
    current = predicate
    for _ in range(4):
        if relation(current) == "ccomp" and (teller := subject(current.head)) is not None:
            return teller
        if relation(current) not in {"xcomp", "conj", "ccomp"}:
            break
        current = current.head
    return None


def of_cue(scene: Scene, one: Framed) -> tuple[str, ...]:
    """The side of whoever is heard, where the stance word itself is the cue ("questioned whether")."""
    if one.frame.category != "verb" or one.owner is not None or passive(one.predicate):
        return ()
    place = one.predicate.idx
    for statement in scene.statements:
        if statement.cue is None or not statement.cue.start <= place < statement.cue.end:
            continue
        known = statement.source is not None and statement.source.on_behalf_of
        return speaking_parties(scene, statement) if known else ()
    return ()


def of_himself(scene: Scene, one: Framed, head: Token) -> tuple[str, ...]:
    """The side of somebody named who tells of a "he": himself, where nothing says otherwise.

    "The envoy welcomed the plan as President Roe indicates he is willing to wait": he is Roe.
    """
    teller = _teller(one.predicate) if head.lower_ in {"he", "she"} else None
    office = teller is not None and teller.tag_ == "NN" and teller.lemma_.lower() in standings()
    if teller is None or not (teller.ent_type_ == "PERSON" or office):
        return ()
    named = actors(scene, teller)
    other = Sex.SHE if head.lower_ == "he" else Sex.HE
    if any(sex_of_given_name(actor.name.split()[0]) is other for actor in named):
        return ()
    return sides(scene, named)


def is_own_body(head: Token, speaker: str) -> bool:
    """Whether a noun that names a body without saying whose is the speaker's own ("the company")."""
    if not is_plain_body(head):
        return False
    telling = named_bodies(_body(head))
    return not telling or bool(telling & set(speaker.lower().split()))


def _body(head: Token) -> str:
    return known_lemma(head, stance_words("bodies"))


def is_plain_body(head: Token) -> bool:
    """Whether a noun names a body without saying whose ("the delegation", "the government")."""
    if head.tag_ != "NN" or _body(head) not in stance_words("bodies"):
        return False
    return all(child.is_space or child.lower_ in _OWNERS for child in head.lefts)


def bodies_named(scene: Scene, head: Token) -> tuple[str, ...]:
    """The one organisation of the report that "the union" or "the company" can mean."""
    if not is_plain_body(head):
        return ()
    telling = named_bodies(_body(head))
    meant = [
        member
        for member in scene.cast.members
        if member.kind in {Kind.ORGANISATION, Kind.GROUP} and telling & set(member.name.lower().split())
    ]
    nearest = max(meant, key=lambda member: _last_before(member, head), default=None)
    return (nearest.party or nearest.name,) if nearest is not None else ()


def _last_before(member: Member, head: Token) -> tuple[bool, int]:
    """Where somebody is named last before a word; those named only after it come last."""
    before = [span.start for span in member.mentions if span.start < head.idx]
    return (True, before[-1]) if before else (False, -member.mentions[0].start)


def just_before(scene: Scene, one: Framed, before: Position) -> bool:
    """Whether a position was told in the sentence before, in the same paragraph."""
    between = scene.doc.text[before.evidence[-1].end : one.token.idx]
    return 0 < len(between) < _NEXT and "\n\n" not in between
