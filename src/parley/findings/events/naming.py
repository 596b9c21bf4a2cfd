"""Who did a deed and to whom, by the names the record uses."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.events.classes import counted, of_class
from parley.findings.events.deed import Deed
from parley.findings.events.owned import PLURAL, by_pronoun, is_somebody, of_owner, told_before
from parley.findings.events.slots import owners
from parley.findings.events.wording import (
    described,
    is_allied,
    is_anybody,
    is_bare,
    is_counted,
    is_people,
    name_at,
    place_name,
)
from parley.language.syntax import case_of, conjuncts, noun_phrase, relation, subject
from parley.language.tree import Token
from parley.model import Speech
from parley.vocabulary.events import base_in, code_words, telling_words, word_class
from parley.vocabulary.geography import Form, naming

_BY_FORCE = frozenset({"ASSAULT", "COERCE"})
# Deeds that are only ever done to people, whatever noun tells them.
_DONE_TO_ANYBODY = frozenset({"killing", "abducting", "detaining"})
_AFFECTED = ("people", "bodies", "forces", "numbers")
_HIT = (*_AFFECTED, "territory", "property", "media", "crowds", "things", "places", "names")
_ON_GROUND = _BY_FORCE | {"MOBILIZE", "RETREAT"}
_THIRD = frozenset({"he", "she", "him", "her"})
_DOING = ("forces", "crowds", "labour", "bodies")
# Endings of plurals for people and firms by what they do ("producers", "unionists", "investors").
_DOERS = ("ers", "ors", "ists", "men", "ees", "ians")
_OWN_LAND = frozenset({"country", "nation", "government", "administration", "side"})


def doers_named(scene: Scene, deed: Deed) -> tuple[Actor, ...]:
    """Who did a deed; empty where the report does not say, or names nobody that can act."""
    head = _meant(deed)
    if head is None or (head.lower_ in PLURAL and deed.code not in code_words("verbal")):
        return ()
    found: list[Actor] = []
    for one in conjuncts(head) if not deed.noun else [head]:
        if one.i >= head.i and one.pos_ not in {"VERB", "AUX"}:
            whole = counted(one)
            many = deed.code == "PROTEST" and whole.tag_ == "NNS" and _takes_part(whole)
            found.extend((described(one) or described(whole)) if many else _acting(scene, one))
    names = {actor.name for actor in found}
    # "European Union leaders" are no Europeans besides.
    unique = {
        actor.name: actor
        for actor in found
        if not any(name != actor.name and name.startswith(actor.name) for name in names)
    }
    if len(unique) > 1 and any(slot == "other" for _, slot in deed.targets[:1]):
        return tuple(unique.values())[:1]
    return tuple(unique.values())


def _meant(deed: Deed) -> Token | None:
    """The doer of a deed; who says that "they" did or will do it, where many say so ("rebels said they")."""
    head = deed.actor
    if head is None or head.lower_ != "they" or relation(deed.predicate) != "ccomp":
        return head
    speaker = subject(deed.predicate.head)
    return speaker if speaker is not None and speaker.tag_ == "NNS" else head


def _takes_part(head: Token) -> bool:
    """Whether a noun is one for those who strike or protest, whoever they work for."""
    return of_class(head, "labour") or of_class(head, "crowds")


def others_named(scene: Scene, deed: Deed, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The other side of a deed: parties and people; of what is done by force also what was hit.

    Args:
        scene: the report.
        deed: the deed.
        actors: who did it; nobody is on both sides.
    """
    mine = {actor.name for actor in actors} | {actor.party for actor in actors}
    own = tuple(f"{actor.name}{ending}" for actor in actors for ending in ("’s", "'s"))
    for head, slot in deed.targets:
        own_thing = head.tag_ == "PRP$" and deed.code not in code_words("verbal")
        if own_thing or _is_time(scene, head) or _of_deal(deed, head) or _is_victim(deed, head, slot):
            continue
        found: dict[str, Actor] = {}
        for one in conjuncts(head):
            if one.i < head.i or one.pos_ in {"VERB", "AUX"}:
                continue
            for actor in _acted_on(scene, one, deed):
                if not {actor.name, actor.party} & mine and not actor.name.startswith(own):
                    found.setdefault(actor.name, actor)
        if found:
            return tuple(found.values())
    return ()


def _is_victim(deed: Deed, head: Token, slot: str) -> bool:
    """Whether "of" names who suffered what is condemned ("condemned the shelling of Kukawa")."""
    return deed.code == "ACCUSE" and slot == "of" and of_class(head.head, "attacks")


def _is_time(scene: Scene, head: Token) -> bool:
    """Whether a word is a day, not a side ("on Friday")."""
    times = scene.times_in(scene.sentence_of[head.i])
    return any(first <= head.i < after for first, after, _ in times)


def _of_deal(deed: Deed, head: Token) -> bool:
    """Whether a name only says which deal is praised ("the Lima deal"); nobody there is."""
    if deed.code != "SUPPORT":
        return False
    if relation(head) == "compound":
        return of_class(head.head, "agreements")
    named = any(relation(child) == "compound" for child in owners(head))
    owned = any(child.dep_ == "nmod:poss" or case_of(child) for child in owners(head))
    return not head.ent_type_ and named and not owned and of_class(head, "agreements")


def _acted_on(scene: Scene, head: Token, deed: Deed) -> tuple[Actor, ...]:
    if head.lower_ in {"it", "this", "that"}:
        return ()
    if head.lower_ == "control":
        head = counted(head)
    if deed.code in code_words("verbal"):
        found = _acting(scene, head)
        if not found and not _of_deal(deed, head):
            found = of_owner(scene, head, pronouns=True)
        return found or _addressed(deed, head)
    place = place_name(head) if deed.code in _ON_GROUND else None
    if place is not None:
        return of_owner(scene, head) or (Actor(place, place, member=False),)
    if of_class(head, "territory") and not head.ent_type_:
        return of_owner(scene, head) or described(head)
    named = _acting(scene, head)
    if named and not is_people(head):
        return named
    hit = _HIT if deed.code in _BY_FORCE else _AFFECTED
    if deed.name in _DONE_TO_ANYBODY or any(of_class(head, name) for name in hit):
        return described(head)
    return of_owner(scene, head)


def _addressed(deed: Deed, head: Token) -> tuple[Actor, ...]:
    """A group that is only described as who is asked or accused ("urged producers to cut output")."""
    if deed.code not in code_words("addressed") or head.pos_ != "NOUN":
        return ()
    described_before = any(relation(child) in {"amod", "compound", "nmod"} for child in head.lefts)
    if is_anybody(head.lower_) and not described_before:
        return ()
    named = of_class(head, "people") or of_class(head, "bodies") or head.lower_.endswith(_DOERS)
    many = head.tag_ == "NNS" or (head.tag_ == "NN" and described_before and of_class(head, "people"))
    return described(head) if named and many else ()


def _acting(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """Who acts: a party or person the report names, whose forces they are, or a described group."""
    if head.lower_ in PLURAL:
        return by_pronoun(scene, head)
    whole = counted(head)
    if whole.i != head.i:
        return _acting(scene, whole)
    if head.pos_ == "NUM" or (is_anybody(head.lower_) and is_bare(head)):
        return ()
    if head.lower_ == "it" and (_quoted(scene, head) or _many_named_before(head)):
        return ()
    weapon = of_class(head, "weapons")
    if not head.ent_type_ and (weapon or of_class(head, "agreements")):
        found = of_owner(scene, head)
        return described(head) if weapon and not found and of_class(head, "forces") else found
    if not head.ent_type_ and (is_allied(head) or is_counted(head)):
        return described(head)
    if head.lower_ in _OWN_LAND and any(child.tag_ == "PRP$" for child in head.lefts):
        return of_owner(scene, head, pronouns=True)
    return tuple(_whole(head, actor) for actor in _named(scene, head) or _grouped(scene, head))


def _whole(head: Token, actor: Actor) -> Actor:
    """A body by its whole name where only the end was taken for it ("Bergen *City Government*")."""
    words = actor.name.split()
    common = base_in(words[-1].lower(), word_class("bodies")) is not None if words else False
    if not common or not words[0][:1].isupper() or head.text != words[-1]:
        return actor
    first = start = max(0, head.i - len(words) + 1)
    while start > 0 and head.doc[start - 1].pos_ == "PROPN" and start <= head.doc[start - 1].head.i <= head.i:
        start -= 1
    if start == first:
        return actor
    known = naming(head.doc[start].text)
    if known is not None and known.kind == "country" and known.form is not Form.CAPITAL:
        return Actor(known.party, known.party)
    name = head.doc[start : head.i + 1].text
    return Actor(name, name)


def _many_named_before(head: Token) -> bool:
    """Whether a sentence names two parties or more before a pronoun, which then may mean either."""
    start = head.sent.start
    named = (
        naming(token.text) for token in head.doc[start : head.i] if token.ent_type_ in {"GPE", "NORP", "ORG"}
    )
    return len({known.party for known in named if known is not None}) > 1


def _quoted(scene: Scene, head: Token) -> bool:
    statement = scene.told_by(head)
    return statement is not None and statement.speech is Speech.DIRECT


def _named(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """The parties and people a phrase names, by the cast."""
    found = tuple(one for one in actors(scene, head) if is_somebody(scene, one))
    if head.lower_ in _THIRD and any(one.name == _speaker(scene, head) for one in found):
        return ()
    if head.tag_ == "NNS" and not head.ent_type_ and found and not any(one.member for one in found):
        return described(head)
    if len(conjuncts(head)) > 1 and head.tag_ not in {"NNS", "NNPS"}:
        found = found[:1]
    if found and not head.ent_type_ and _of_another_side(head, found):
        return described(head)
    adjectives = {token.text for token in noun_phrase(head) if token.pos_ == "ADJ"}
    told_by = {word for actor in found if naming(actor.name) is None for word in actor.name.split()}
    return described(head) if found and told_by and told_by <= adjectives else found


def _speaker(scene: Scene, head: Token) -> str | None:
    """Who says what a word stands in; nobody calls himself "he" there."""
    statement = scene.told_by(head)
    quoted = statement is not None and statement.speech in {Speech.DIRECT, Speech.MIXED}
    return statement.source.name if statement is not None and quoted and statement.source else None


def _of_another_side(head: Token, found: tuple[Actor, ...]) -> bool:
    """Whether fighters or an opposition are told by a country, faith or people that they do not act for."""
    known = [naming(actor.name) for actor in found]
    if of_class(head, "forces") and not any(known):
        return True
    phrase = noun_phrase(head)
    words = {token.lower_ for token in head.doc[phrase.start : head.i + 1]}
    countries = all(one is not None and one.kind == "country" for one in known)
    return countries and bool(words & telling_words("opposing"))


def _grouped(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """A name the cast has no party for, or a group the report only describes."""
    if head.ent_type_ in {"GPE", "ORG", "NORP"}:
        words = name_at(head)
        known = naming(words) or naming(head.text)
        return (Actor(known.party, known.party) if known is not None else Actor(words, words),)
    if not any(of_class(head, name) for name in _DOING):
        return ()
    found = of_owner(scene, head, pronouns=True) or told_before(scene, head) or described(head)
    return () if any(is_anybody(actor.name) for actor in found) else found
