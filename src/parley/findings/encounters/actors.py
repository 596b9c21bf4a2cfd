"""Who an argument of an encounter's noun or verb stands for."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.counterparts import counterparts
from parley.findings.encounters.listing import OWNING, Member, before_place, listed_from
from parley.findings.encounters.naming import (
    elliptic,
    is_outlet,
    named_after,
    named_before,
    named_later,
)
from parley.findings.encounters.pairs import actor_of, pair, somebody_else, two_people
from parley.findings.encounters.roles import is_counted, is_listener, is_role
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, merged_actors
from parley.findings.encounters.within import known_party, named_within, parties_within
from parley.findings.encounters.words import base_form
from parley.findings.people import Kind, Resolution
from parley.findings.people.bodies import medium
from parley.language.syntax import conjuncts, noun_phrase
from parley.language.tree import Span, Token
from parley.model import Statement
from parley.vocabulary.encounters import encounter_words
from parley.vocabulary.offices import singulars
from parley.vocabulary.sides import side_words

_FIRST_PERSON = frozenset({"i", "me", "we", "us", "our", "my"})
_ACTING = frozenset({Kind.PERSON, Kind.COUNTRY, Kind.ORGANISATION, Kind.GROUP})
_ACTING_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_OWN_BODIES = frozenset({"administration", "government", "team", "camp", "cabinet", "side", "delegation"})
_FACTIONS = frozenset(
    {
        "rebel",
        "separatist",
        "insurgent",
        "militant",
        "guerrilla",
        "opposition",
        "fighter",
    }
)
_NEAR_LEADER = 8
_UNTOLD = frozenset({"DET", "NUM", "SPACE"})
# Which say nothing alone.
_VAGUE = frozenset(
    {"countries", "nations", "states", "leaders", "others", "members", "participants", "people"}
)
# How a phrase ends that the parse has cut.
_CUT = (" and", " or", ",")


def actors(scene: Scene, head: Token, recent: Sequence[tuple[Actor, ...]] = ()) -> tuple[Actor, ...]:
    """Who a noun phrase stands for, with what is joined to it, in text order; empty where it is nobody.

    Args:
        scene: the report.
        head: the head of the phrase.
        recent: who took part in the encounters told before, last one last.
    """
    found: list[Actor] = []
    for member in conjuncts(head):
        if member.i >= head.i and (member.i == head.i or _nominal(member)):
            found.extend(_of_phrase(scene, member, recent))
    return merged_actors(one for one in found if not _is_nobody(one))


def _is_nobody(actor: Actor) -> bool:
    """Whether a name says nothing: cut by the parse, an outlet, "countries" alone."""
    vague = not actor.member and actor.name.lower() in _VAGUE
    return vague or actor.name.endswith(_CUT) or (not actor.person and is_outlet(actor.name))


def listed_actors(
    scene: Scene, members: Sequence[Member], recent: Sequence[tuple[Actor, ...]] = ()
) -> tuple[Actor, ...]:
    """Who the members of a list stand for (see `listing`), in text order."""
    found: list[Actor] = []
    for start, end in members:
        named = [token for token in scene.doc[start:end] if token.ent_type_ == "PERSON"]
        if named and named[-1].i == end - 1:
            known = scene.cast.at(scene.span(end - 1, end))
            found.extend([actor_of(known)] if known is not None else _of_phrase(scene, named[-1], recent))
            continue
        owning = (token.i for token in scene.doc[start + 1 : end] if token.lower_ in OWNING)
        head = scene.doc[next(owning, end) - 1]
        acting = _of_phrase(scene, head, recent, (start, end))
        if not acting and head.i < end - 1:
            # What "the needs of producers" joins are needs, too.
            break
        found.extend(acting)
    return merged_actors(one for one in found if not _is_nobody(one))


def standing_at(
    scene: Scene,
    start: int,
    head: Token,
    recent: Sequence[tuple[Actor, ...]],
    *,
    closed: bool = False,
) -> tuple[Actor, ...]:
    """Who is named from a token on, by the parse or by the words, whichever names more of them.

    Args:
        scene: the report.
        start: the first token, after a verb or preposition.
        head: the head of the phrase by the parse.
        recent: who took part in the encounters told before.
        closed: whether a verb that follows is not theirs ("the talks between Lund and Vega began").
    """
    parsed = actors(scene, head, recent)
    listed = listed_actors(scene, listed_from(scene.doc, start, before_verb=closed), recent)
    if len(listed) == len(parsed) == 1 and listed[0].person and listed[0].member:
        return listed
    return listed if len(listed) > len(parsed) else parsed


def _nominal(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}


def _of_phrase(
    scene: Scene,
    head: Token,
    recent: Sequence[tuple[Actor, ...]],
    run: Member | None = None,
) -> list[Actor]:
    phrase = noun_phrase(head) if run is None else scene.doc[run[0] : run[1]]
    if (
        phrase.end - phrase.start > 40
        or is_listener(head)
        or phrase[0].lower_ in {"any", "every", "no", "each", "my", "our"}
    ):
        return []
    first = elliptic(phrase[0])
    if first is not None:
        last = f"{phrase[0].doc[phrase[0].i + 2].text} {head.text}"
        other = known_party(last) if head.i > phrase[0].i else None
        return [Actor(name, name) for name in (first, other) if name is not None]
    words = {token.lower_ for token in phrase}
    if head.tag_ in {"PRP", "PRP$", "WP", "WDT"} or head.lower_ == "both":
        return _of_pronoun(scene, head, recent)
    led = _leaders(scene, head, recent)
    if led:
        return list(led)
    if is_counted(head, words) and not named_within(scene, phrase.start, phrase.end):
        return list(pair(scene, head, recent)) or [
            Actor(" ".join(phrase.text.split()), phrase.text, member=False)
        ]
    colleagues = counterparts(scene, head, phrase.start, phrase.end)
    if colleagues:
        return colleagues
    many = _of_many(scene, head, phrase, run)
    if many:
        return many
    if head.tag_ in {"NN", "NNS"} and not head.ent_type_ and not is_role(head):
        return []
    office = head.tag_ in {"NN", "NNP"} and head.ent_type_ != "PERSON" and is_role(head)
    person = named_after(scene, head) if office else None
    span = scene.span(_with_owner(scene, phrase.start), phrase.end) if person is None else person
    if person is None and office and phrase[0].lower_ in {"its", "their"}:
        # "Its foreign minister" without a name is the country's.
        owner = scene.cast.resolve(scene.span(phrase.start, phrase.start + 1)).member
        if owner is not None and owner.kind is Kind.COUNTRY:
            return [actor_of(owner)]
    return _resolved(scene, scene.cast.resolve(span), head)


def _of_many(scene: Scene, head: Token, phrase: Span, run: Member | None) -> list[Actor]:
    """The parties whose people a plural or a delegation names ("Chadian and Nigerien envoys")."""
    if head.tag_ not in {"NNS", "NNPS"} and head.lower_ not in {"team", "delegation"}:
        return []
    whole = noun_phrase(head, conjuncts=True) if run is None else phrase
    parties = parties_within(scene, whole.start, before_place(whole, head))
    if parties and parties[0].name in side_words("continents"):
        # "A dozen European leaders" are not Europe.
        name = " ".join(token.text for token in phrase if token.i <= head.i and token.pos_ not in _UNTOLD)
        return [Actor(name, name, member=False)]
    known = is_role(head) and singulars().get(head.lower_, head.lower_) not in _FACTIONS
    return parties if known else []


def _leaders(scene: Scene, head: Token, recent: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Who leads a delegation ("delegations led by Lund and Vega")."""
    doc, lists = scene.doc, encounter_words().lists
    if head.i + 2 < len(doc) and doc[head.i + 1].lower_ == "representing" and is_role(head):
        return listed_actors(scene, listed_from(doc, head.i + 2, before_verb=True), recent)
    if singulars().get(head.lower_, head.lower_) not in lists["together.led"]:
        return ()
    for index in range(head.i + 1, min(head.i + _NEAR_LEADER, len(doc) - 2)):
        if doc[index].text in {".", ";"} or doc[index].tag_ in {"VBD", "VBZ", "MD"}:
            return ()
        if doc[index].lower_ in {"led", "headed"} and doc[index + 1].lower_ == "by":
            return listed_actors(scene, listed_from(doc, index + 2, before_verb=True), recent)
    return ()


def _with_owner(scene: Scene, start: int) -> int:
    """Where a phrase starts with the possessor before it ("Chad's leader") that the parse hung elsewhere."""
    doc = scene.doc
    if start > 1 and doc[start - 1].tag_ == "POS":
        start -= 2
        while start > 0 and doc[start - 1].ent_type_ and doc[start].ent_iob_ == "I":
            start -= 1
    return start


def _of_pronoun(scene: Scene, head: Token, recent: Sequence[tuple[Actor, ...]]) -> list[Actor]:
    word = head.lower_
    if word in _FIRST_PERSON:
        statement = scene.told_by(head)
        return [_of_speaker(scene, statement, word)] if statement is not None and statement.source else []
    named = named_later(scene, head) or named_before(scene, head)
    if named is not None:
        return [actor_of(named)]
    resolution = scene.cast.resolve(scene.span(head.i, head.i + 1))
    other = somebody_else(scene, head, resolution.member)
    if other is not None:
        return [actor_of(other)]
    if word == "their" and resolution.member is not None and resolution.member.kind is Kind.COUNTRY:
        people = two_people(scene, head)
        if people:
            return list(people)
    outlet = resolution.member is not None and is_outlet(resolution.member.name)
    if outlet and word != "their":
        return []
    if resolution.how == "pronoun" and not outlet:
        return _resolved(scene, resolution, head)
    if word in {"they", "both", "them", "their"}:
        return list(pair(scene, head, recent))
    return []


def _of_speaker(scene: Scene, statement: Statement, word: str) -> Actor:
    assert statement.source is not None
    source = statement.source
    if word in {"we", "us", "our"} and source.on_behalf_of:
        party = source.on_behalf_of.split("; ")[0]
        return Actor(party, party)
    member = scene.cast.named(source.name)
    return Actor(
        source.name,
        source.on_behalf_of or source.name,
        member is None or member.kind is Kind.PERSON,
    )


def _resolved(scene: Scene, resolution: Resolution, head: Token) -> list[Actor]:
    member = resolution.member
    if member is not None and member.kind is Kind.PERSON:
        body = base_form(head) in _OWN_BODIES and head.ent_type_ != "PERSON"
        return [Actor(member.party, member.party)] if body and member.party else [actor_of(member)]
    parties = (resolution.on_behalf_of or "").split("; ")
    if resolution.how == "several" or (resolution.plural and len(parties) > 1):
        return [Actor(party, party) for party in parties if party]
    if resolution.kind is Kind.COUNTRY and parties[0]:
        return [Actor(parties[0], parties[0])]
    if member is not None and member.kind is Kind.PLACE and member.naming is not None:
        return [Actor(member.naming.party, member.naming.party)]
    if member is not None:
        return [actor_of(member)] if member.kind in _ACTING else []
    if not _can_act(head, resolution) or medium(resolution.name):
        return []
    if parties[0] and (resolution.plural or resolution.kind is not Kind.PERSON):
        return [Actor(parties[0], parties[0])]
    holder = _holder(scene, head, parties[0])
    if holder is not None and not resolution.plural:
        return [holder]
    name = resolution.name.removeprefix("the ")
    return [
        Actor(
            name,
            parties[0] or name,
            resolution.kind is Kind.PERSON and not resolution.plural,
            member=False,
        )
    ]


def _holder(scene: Scene, head: Token, party: str) -> Actor | None:
    """Who holds an office told without a name ("the Chadian president"), if the report names one holder."""
    if not party or head.tag_ not in {"NN", "NNP"}:
        return None
    people = [one for one in scene.cast.members if one.kind is Kind.PERSON and one.party == party]
    held = [one for one in people if head.lower_ in (one.role or "").lower().split()]
    return actor_of(held[0]) if len(held) == 1 else None


def _can_act(head: Token, resolution: Resolution) -> bool:
    """Whether a noun can take part at all: a name that acts, a role, a body of people."""
    if resolution.how in {"pronoun", "description", "short name"}:
        return True
    if head.ent_type_ in _ACTING_LABELS:
        return True
    return is_role(head)
