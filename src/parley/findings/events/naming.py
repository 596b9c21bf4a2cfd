"""Who did a deed and to whom, by the names the record uses."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.events.classes import counted, is_part, of_class
from parley.findings.events.deed import Deed
from parley.findings.events.slots import owners
from parley.findings.people import Kind
from parley.language.syntax import case_of, conjuncts, noun_phrase, relation
from parley.language.tree import Token
from parley.model import Speech
from parley.vocabulary.events import base_in, code_words, telling_words, word_class
from parley.vocabulary.geography import Form, naming
from parley.vocabulary.stances import stance_words

_LONGEST = 7
_PLURAL = frozenset({"they", "them", "their", "both", "those", "these"})
_FIRST = frozenset({"i", "me", "we", "us", "our", "my", "you", "your", "who", "which", "that", "it", "this"})
_BY_FORCE = frozenset({"ASSAULT", "COERCE"})
_AFFECTED = ("people", "bodies", "forces", "numbers")
_HIT = (*_AFFECTED, "territory", "property", "media", "crowds", "things", "places", "names")
_ON_GROUND = _BY_FORCE | {"MOBILIZE", "RETREAT"}
_DOING = ("forces", "crowds", "labour", "bodies")
_LEADING = frozenset({"DET", "ADV", "ADP", "PUNCT", "PRON", "CCONJ"})
_OWN_LAND = frozenset({"country", "nation", "government", "administration", "side"})
_BUILT = frozenset({"GPE", "LOC", "FAC"})


def doers_named(scene: Scene, deed: Deed) -> tuple[Actor, ...]:
    """Who did a deed; empty where the report does not say, or names nobody that can act."""
    head = deed.actor
    if head is None:
        return ()
    found: list[Actor] = []
    for one in conjuncts(head) if not deed.noun else [head]:
        if one.i >= head.i and one.pos_ not in {"VERB", "AUX"}:
            many = deed.code == "PROTEST" and one.tag_ == "NNS" and _takes_part(one)
            found.extend(_described(one) if many else _acting(scene, one))
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
    for head, _ in deed.targets:
        found: dict[str, Actor] = {}
        for one in conjuncts(head):
            if one.i < head.i or one.pos_ in {"VERB", "AUX"}:
                continue
            for actor in _acted_on(scene, one, deed):
                if actor.name not in mine and not actor.name.startswith(own):
                    found.setdefault(actor.name, actor)
        if found:
            return tuple(found.values())
    return ()


def _acted_on(scene: Scene, head: Token, deed: Deed) -> tuple[Actor, ...]:
    if head.lower_ in {"it", "this", "that"}:
        return ()
    if deed.code in code_words("verbal"):
        return _acting(scene, head) or _of_owner(scene, head, pronouns=True)
    place = place_name(head) if deed.code in _ON_GROUND else None
    if place is not None:
        return _of_owner(scene, head) or (Actor(place, place, member=False),)
    if of_class(head, "territory") and not head.ent_type_:
        return _of_owner(scene, head) or _described(head)
    named = _acting(scene, head)
    if named and not of_class(head, "refugees"):
        return named
    hit = _HIT if deed.code in _BY_FORCE else _AFFECTED
    return _described(head) if any(of_class(head, name) for name in hit) else _of_owner(scene, head)


def place_name(head: Token) -> str | None:
    """A town, capital or site as what was hit: it does not stand for its country."""
    if head.ent_type_ not in _BUILT:
        inner = head.nbor(-1) if head.i else head
        named = of_class(head, "territory") and inner.ent_type_ in _BUILT and inner.head.i == head.i
        return f"{_name_at(inner)} {head.text}" if named else None
    words = _name_at(head)
    known = naming(words)
    return words if known is None or known.form in {Form.CAPITAL, Form.SEAT} else None


def _name_at(head: Token) -> str:
    """The whole name a token is part of, without whose it is."""
    for entity in head.doc.ents:
        if entity.start <= head.i < entity.end:
            start = max(
                [entity.start, *(token.i + 1 for token in entity if token.tag_ == "POS" and token.i < head.i)]
            )
            words = head.doc[start : entity.end].text
            return " ".join(words.split()).removeprefix("the ").removesuffix("'s").removesuffix("’s")
    return head.text


def _acting(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """Who acts: a party or person the report names, whose forces they are, or a described group."""
    if head.lower_ in _PLURAL:
        return _by_pronoun(scene, head)
    whole = counted(head)
    if whole.i != head.i:
        return _acting(scene, whole)
    if head.pos_ == "NUM" or (is_anybody(head.lower_) and not _names_within(head)):
        return ()
    if head.lower_ == "it" and (_quoted(scene, head) or _many_named_before(head)):
        return ()
    weapon = of_class(head, "weapons") and not of_class(head, "forces")
    if not head.ent_type_ and (weapon or of_class(head, "agreements")):
        return _of_owner(scene, head)
    if not head.ent_type_ and (_allied(head) or _counting(head)):
        return _described(head)
    if head.lower_ in _OWN_LAND and any(child.tag_ == "PRP$" for child in head.lefts):
        return _of_owner(scene, head, pronouns=True)
    return _named(scene, head) or _grouped(scene, head)


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
    found = tuple(one for one in actors(scene, head) if _known(scene, one))
    if len(conjuncts(head)) > 1 and head.tag_ not in {"NNS", "NNPS"}:
        found = found[:1]
    if found and not head.ent_type_ and _of_another_side(head, found):
        return _described(head)
    adjectives = {token.text for token in noun_phrase(head) if token.pos_ == "ADJ"}
    told_by = {word for actor in found if naming(actor.name) is None for word in actor.name.split()}
    return _described(head) if found and told_by and told_by <= adjectives else found


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
        words = _name_at(head)
        known = naming(words) or naming(head.text)
        return (Actor(known.party, known.party) if known is not None else Actor(words, words),)
    if not any(of_class(head, name) for name in _DOING):
        return ()
    found = _of_owner(scene, head, pronouns=True) or _described(head)
    return () if any(is_anybody(actor.name) for actor in found) else found


def _allied(head: Token) -> bool:
    """Whether a noun is told by whom it sides with ("pro-Chadian rebels", "the Chad-led force")."""
    phrase = noun_phrase(head)
    words = [token.lower_ for token in head.doc[phrase.start : head.i]]
    if words and (words[0] in {"pro", "anti"} or any(word.startswith(("pro-", "anti-")) for word in words)):
        return True
    return any(
        word in telling_words("siding") or word.rpartition("-")[2] in telling_words("siding")
        for word in words
    )


def _names_within(head: Token) -> bool:
    """Whether the phrase of a noun says by name whom it means ("the Chadian group")."""
    phrase = noun_phrase(head)
    return any(token.ent_type_ or token.pos_ == "PROPN" for token in head.doc[phrase.start : phrase.end])


def _counting(head: Token) -> bool:
    """Whether a noun only counts who it means ("the two leaders", "all three countries")."""
    before = {child.lower_ for child in head.lefts}
    return head.tag_ == "NNS" and bool(before & telling_words("counting"))


def is_anybody(name: str) -> bool:
    """Whether a name is one bare word that may mean anybody ("countries", "some")."""
    return base_in(name.removeprefix("the ").lower(), word_class("anybody")) is not None


def _known(scene: Scene, actor: Actor) -> bool:
    """Whether a name is that of somebody, not of a medium or of anything a noun describes."""
    known = naming(actor.name)
    if known is not None:
        return known.kind != "media"
    if actor.name.lower() in _FIRST | _PLURAL:
        return False
    member = scene.cast.named(actor.name)
    if member is not None:
        return member.kind is not Kind.NATIONALITY
    return actor.name[:1].isupper() or any(word[:1].isupper() for word in actor.name.split())


def _by_pronoun(scene: Scene, head: Token) -> tuple[Actor, ...]:
    resolution = scene.cast.resolve(scene.span(head.i, head.i + 1))
    if resolution.how != "pronoun" or resolution.member is None:
        return ()
    party = resolution.member.party or resolution.member.name
    found = Actor(resolution.member.name, party)
    return (found,) if _known(scene, found) else ()


def _of_owner(scene: Scene, head: Token, *, pronouns: bool = False) -> tuple[Actor, ...]:
    """The party or person whose something is ("Chadian missiles", "the premier's plan").

    Args:
        scene: the report.
        head: the noun.
        pronouns: whether "its forces" counts too.
    """
    for owner in owners(head):
        known = naming(owner.text)
        seat = known is not None and known.form is Form.CAPITAL and owner.dep_ != "nmod:poss"
        if known is not None and (seat or known.kind == "media"):
            continue
        if known is not None:
            return (Actor(known.party, known.party),)
        if owner.tag_ == "PRP$":
            return _of_pronoun(scene, owner) if pronouns else ()
        found = tuple(one for one in actors(scene, owner) if _known(scene, one))
        if found:
            return found[:1]
    return ()


def _of_pronoun(scene: Scene, owner: Token) -> tuple[Actor, ...]:
    """The party of "its", "his" or "our": that of whom it means, or of who speaks."""
    resolution = scene.cast.resolve(scene.span(owner.i, owner.i + 1))
    member = resolution.member
    if resolution.how == "pronoun" and member is not None:
        party = member.party or member.affiliation or member.name
        return (Actor(party, party),)
    statement = scene.told_by(owner)
    if statement is None or statement.source is None or not statement.source.on_behalf_of:
        return ()
    party = statement.source.on_behalf_of.split("; ")[0]
    return (Actor(party, party),)


def _described(head: Token) -> tuple[Actor, ...]:
    """What only the report's words describe ("a hospital", "masked gunmen"): the phrase, no article."""
    if head.pos_ not in {"NOUN", "PROPN"} or head.lower_ in stance_words("vague") or is_part(head):
        return ()
    phrase = noun_phrase(head)
    start, end = phrase.start, min(phrase.end, counted(head).i + 1)
    if any(child.tag_ == "PRP$" for child in head.lefts) and of_class(head, "forces"):
        return ()
    doc = head.doc
    for child in head.rights:
        if relation(child) == "nmod" and child.i - head.i <= 3 and case_of(child) == "of" and child.ent_type_:
            end = max(end, child.i + 1)
    while start < min(head.i, end - 1) and (doc[start].pos_ in _LEADING or doc[start].lower_ == "least"):
        start += 1
    if end - start > _LONGEST:
        start = head.i
    words = " ".join(doc[start:end].text.split()).removesuffix("'s").removesuffix("’s")
    return (Actor(words, words, member=False),) if words else ()
