"""Whose a stance is: the side behind the subject or owner of a stance word."""

from __future__ import annotations

from collections.abc import Iterable

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.people import Kind
from parley.findings.positions.filled import Framed, of_thing
from parley.findings.positions.noun_frames import owner_of
from parley.findings.positions.pairs import agreed_together, main_sides, means_both, was_made
from parley.findings.positions.sides import acts_as_country
from parley.language.syntax import (
    agent,
    children,
    known_lemma,
    noun_phrase,
    objects,
    obliques,
    passive,
    relation,
    subject,
)
from parley.language.tree import Token
from parley.model import Position, Statement
from parley.vocabulary.geography import naming
from parley.vocabulary.issues import names_issue
from parley.vocabulary.offices import singulars, standings
from parley.vocabulary.stances import named_bodies, stance_words

_LONGEST = 7
_NEXT = 300
_MANY = frozenset({"many", "several", "other", "some", "most", "few", "more", "various", "all"})
_LONGEST_LIST = 16
_OF_A_LIST = frozenset({"PROPN", "NOUN", "DET", "ADJ", "CCONJ", "PRON", "NUM"})
_THIRD = frozenset({"he", "she", "it", "they"})
_OWNING = frozenset({"its", "their", "his", "her", "our", "my"})


def parties(scene: Scene, one: Framed, before: Position | None = None) -> tuple[str, ...]:
    """The sides whose stance a framed word gives, in text order; empty where it is nobody's.

    Args:
        scene: the report.
        one: the framed word.
        before: the position told before this one: whose it is, a pronoun can go on with.
    """
    statement = scene.told_by(one.token)
    speaker = speaking_party(scene, statement) if statement is not None else None
    if one.frame.speaker:
        return (speaker,) if speaker else ()
    head = _bearer(one) or _name_before(one)
    if one.frame.category == "undertaking" and of_thing(one, head):
        thing = subject(one.predicate) or head
        spoken = thing is not None and thing.pos_ == "NOUN" and not _of_another(scene, thing, speaker)
        return (speaker,) if speaker and spoken else ()
    if one.frame.category == "undertaking" and statement is None and not _country(head):
        return ()
    if head is None:
        return _of_deal(scene, one, speaker)
    head = _on_behalf(head) or head
    if means_both(one, head) or agreed_together(one, head):
        return main_sides(scene, one.token)
    found = _named_after(scene, head) or _sides(scene, actors(scene, head)) or _nameless(scene, head)
    listed = _listed(scene, one)
    if len(listed) > 1 or (listed and head.pos_ == "NOUN"):
        found = tuple(dict.fromkeys((*listed, *(side for side in found if side not in listed))))
    found = tuple(dict.fromkeys((*found, *_joined(scene, one))))
    own = speaker is not None and _is_own_body(head, speaker)
    if found and not own:
        return (_bodies_named(scene, head) or found) if _is_plain_body(head) else found
    if speaker and (own or (head.lower_ in _THIRD and not found)):
        return (speaker,)
    if head.lower_ in _THIRD and (telling := _of_teller(scene, one)):
        return telling
    if head.lower_ in {"he", "she"} and statement is None and before is not None:
        return (before.party,) if _just_before(scene, one, before) else ()
    owner = owner_of(head) if head.pos_ == "NOUN" else None
    if owner is not None and speaker and owner.lower_ in _OWNING:
        return (speaker,)
    return _sides(scene, actors(scene, owner)) if owner is not None else ()


def _of_teller(scene: Scene, one: Framed) -> tuple[str, ...]:
    """The side that is told to say it of itself ("the rebels said they would leave")."""
    current = one.predicate
    for _ in range(4):
        if relation(current) == "ccomp" and (teller := subject(current.head)) is not None:
            return _sides(scene, actors(scene, teller)) or _nameless(scene, teller)
        if relation(current) not in {"xcomp", "conj", "ccomp"}:
            break
        current = current.head
    return ()


def _joined(scene: Scene, one: Framed) -> tuple[str, ...]:
    """With whom somebody reached a deal ("an accord he signed with Chad"): those reached it too."""
    if one.frame.stance != "accepts" or one.frame.word not in stance_words("joint_acts"):
        return ()
    others = [oblique.head for oblique in obliques(one.predicate, "with")]
    if one.topic.slot == "obj" and not one.topic.clause:
        others += [oblique.head for oblique in obliques(one.topic.head, "with")]
    return _sides(scene, [actor for other in others for actor in actors(scene, other)])


def _is_own_body(head: Token, speaker: str) -> bool:
    """Whether a noun that names a body without saying whose is the speaker's own ("the company")."""
    if not _is_plain_body(head):
        return False
    telling = named_bodies(head.lemma_.lower())
    return not telling or bool(telling & set(speaker.lower().split()))


def _just_before(scene: Scene, one: Framed, before: Position) -> bool:
    """Whether a position was told in the sentence before, in the same paragraph."""
    between = scene.doc.text[before.evidence[-1].end : one.token.idx]
    return 0 < len(between) < _NEXT and "\n\n" not in between


def _bodies_named(scene: Scene, head: Token) -> tuple[str, ...]:
    """The one organisation of the report that "the union" or "the company" can mean."""
    if not _is_plain_body(head):
        return ()
    telling = named_bodies(head.lemma_.lower())
    meant = [
        member.party or member.name
        for member in scene.cast.members
        if member.kind in {Kind.ORGANISATION, Kind.GROUP} and telling & set(member.name.lower().split())
    ]
    return (meant[0],) if meant else ()


def _bearer(one: Framed) -> Token | None:
    if one.owner is not None:
        return one.owner
    predicate = one.predicate
    if predicate.pos_ == "VERB" and one.frame.category == "verb" and passive(predicate):
        return agent(predicate)
    found = _accused(predicate) or subject(predicate)
    if found is not None and found.i == one.topic.head.i:
        return None
    return found


def _of_another(scene: Scene, thing: Token, speaker: str | None) -> bool:
    """Whether a thing is said to be another side's ("Chad's talks")."""
    owner = owner_of(thing)
    owners = _sides(scene, actors(scene, owner)) if owner is not None else ()
    return bool(owners) and speaker not in owners


def _country(head: Token | None) -> bool:
    return head is not None and head.ent_type_ in {"GPE", "ORG"}


def _accused(predicate: Token) -> Token | None:
    """Who is accused of a deed ("accused Chad of rejecting the plan")."""
    above = predicate.head
    of = any(child.lower_ == "of" for child in children(predicate, "mark", "case"))
    if predicate.tag_ != "VBG" or not of or above.i == predicate.i:
        return None
    return next(iter(objects(above)), None)


def _name_before(one: Framed) -> Token | None:
    """The name or pronoun right before the verb, where the parse gives the verb no subject."""
    if one.frame.category == "noun" and one.frame.about != "predicate":
        return None
    if one.predicate.tag_ in {"VBN", "VBG"} and not any(True for _ in children(one.predicate, "aux")):
        return None
    doc = one.predicate.doc
    index = min([one.predicate.i, *(child.i for child in children(one.predicate, "aux", "cop", "case"))]) - 1
    while index > 0 and doc[index].pos_ in {"AUX", "ADV", "PART"}:
        index -= 1
    before = doc[max(index, 0)]
    return before if before.pos_ in {"PROPN", "NOUN"} or before.tag_ == "PRP" else None


def _listed(scene: Scene, one: Framed) -> tuple[str, ...]:
    """The names of a list that stands right before the verb ("the U.S., its allies and Iran seek ...")."""
    if one.frame.category == "noun" or passive(one.predicate):
        return ()
    doc = one.predicate.doc
    start, _ = scene.bounds_of[scene.sentence_of[one.predicate.i]]
    index = one.predicate.i - 1
    while index > start and doc[index].pos_ in {"AUX", "ADV", "PART"}:
        index -= 1
    last = index
    while index >= start and (doc[index].pos_ in _OF_A_LIST or doc[index].text == ","):
        index -= 1
    run = doc[index + 1 : last + 1]
    if len(run) > _LONGEST_LIST or not any(token.lower_ == "and" for token in run[:-1]):
        return ()
    names = [entity.root for entity in run.ents if entity.label_ in {"GPE", "ORG"}]
    plain = [name for name in names if relation(name) not in {"compound", "amod", "nmod", "flat"}]
    return _sides(scene, [actor for name in plain for actor in actors(scene, name)])


def _of_deal(scene: Scene, one: Framed, speaker: str | None) -> tuple[str, ...]:
    """The sides of a deal that was reached, where nobody is said to reach it ("a truce with Chad")."""
    if one.frame.stance != "accepts" or (one.frame.about != "agreement" and one.frame.word != "agree"):
        return ()
    found: list[str] = []
    for holder in (one.predicate, one.topic.head):
        for oblique in obliques(holder, "between", "with"):
            found.extend(_sides(scene, actors(scene, oblique.head)))
            if oblique.case == "with" and speaker:
                found.append(speaker)
    both = () if found or not was_made(one) else main_sides(scene, one.token)
    return tuple(dict.fromkeys([*found, *both]))


def _on_behalf(head: Token) -> Token | None:
    """The group for which a delegation speaks ("Fiji, for the island states, proposed ...")."""
    for child in children(head, "nmod", "appos"):
        opening = next((mark for mark in children(child, "case") if mark.lower_ == "for"), None)
        if opening is not None and opening.i > head.i and opening.nbor(-1).text == ",":
            return child
    return None


def _named_after(scene: Scene, head: Token) -> tuple[str, ...]:
    """The countries named after a plural noun that stands for them ("its allies Chad and Niger")."""
    if head.tag_ != "NNS" or head.i + 1 >= len(head.doc):
        return ()
    following = head.nbor()
    if following.ent_type_ != "GPE" or _begins_something_else(following, head):
        return ()
    return _sides(scene, actors(scene, following))


def _begins_something_else(name: Token, noun: Token) -> bool:
    """Whether a name after a noun begins something else."""
    return name.head.i != noun.i and name.head.head.i != noun.i


def _is_plain_body(head: Token) -> bool:
    """Whether a noun names a body without saying whose ("the delegation", "the government")."""
    if head.tag_ != "NN" or head.lemma_.lower() not in stance_words("bodies"):
        return False
    return all(child.is_space or child.lower_ in {"the", "our", "its", "their"} for child in head.lefts)


def _nameless(scene: Scene, head: Token) -> tuple[str, ...]:
    """The side of a group that the report only describes ("the teachers", "lawmakers"), in its words."""
    words = noun_phrase(head)
    bare = words.text.removeprefix("The ").removeprefix("the ")
    if words[0].tag_ == "PRP$":
        return ()
    for name in (bare, bare.title() if bare.isupper() else head.text):
        named = naming(name)
        if named is not None and head.pos_ == "PROPN":
            return (named.party,) if named.kind != "media" else ()
    bodies = stance_words("animate") | stance_words("bodies") | stance_words("vague")
    lemma = singulars().get(head.lower_, known_lemma(head, bodies))
    plural = head.tag_ == "NNS" and _animate(lemma)
    if not (plural or lemma in stance_words("bodies")) or words[0].lower_ in {"any", "no", "such", "these"}:
        return ()
    vague = lemma in stance_words("vague") and not any(
        relation(child) in {"amod", "compound", "nmod"} and child.lower_ not in _MANY for child in head.lefts
    )
    return (bare,) if len(words) <= _LONGEST and not vague and not _onlooker(bare) else ()


def _animate(noun: str) -> bool:
    """Whether a noun is one for people or bodies of people."""
    known = noun in standings() or noun in stance_words("animate") or noun in stance_words("bodies")
    return known or noun.endswith(tuple(stance_words("animate_endings")))


def _onlooker(name: str) -> bool:
    last = name.lower().split()[-1] if name else ""
    known = stance_words("onlookers")
    return singulars().get(last, last.removesuffix("s")) in known or last in known


def _sides(scene: Scene, found: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(side for actor in found if (side := side_of(scene, actor)) is not None))


def side_of(scene: Scene, actor: Actor) -> str | None:
    """The side somebody belongs to; None for people who speak for nobody, for media and onlookers."""
    if actor.person and actor.party == actor.name:
        return actor.name if acts_as_country(scene, actor.name) else None
    member = scene.cast.named(actor.name)
    if member is not None and member.kind is Kind.ORGANISATION and member.party is None:
        return None
    known = naming(actor.party)
    if known is not None:
        return None if known.kind == "media" else known.party
    name = actor.party.removeprefix("the ").removeprefix("The ")
    if _onlooker(name) or (name.islower() and names_issue([name])):
        return None
    return name


def speaking_party(scene: Scene, statement: Statement) -> str | None:
    """The side for which the source of a statement speaks, or None."""
    source = statement.source
    if source is None:
        return None
    member = scene.cast.named(source.name)
    if member is None and not source.on_behalf_of:
        return _group(source.name)
    party = source.on_behalf_of.split("; ")[0] if source.on_behalf_of else member and member.affiliation
    known = naming(party) if party else None
    return party if party and (known is None or known.kind != "media") else None


def _group(name: str) -> str | None:
    """A source that is a group without a name ("the rebels"), in the report's words."""
    bare = name.removeprefix("The ").removeprefix("the ")
    last = bare.split()[-1] if bare else ""
    one_kind = last.islower() and last in singulars() and len(bare.split()) <= _LONGEST
    return bare if one_kind and not _onlooker(bare) and " and " not in bare else None
