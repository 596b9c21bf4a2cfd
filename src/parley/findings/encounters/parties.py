"""Who takes part in what an encounter's noun names: by the noun itself, and by its clause."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.actors import actors, listed_actors, standing_at
from parley.findings.encounters.governing import Governed
from parley.findings.encounters.listing import listed_before, listed_from, preposition
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, merged_actors
from parley.findings.encounters.standing import chain_above
from parley.findings.encounters.subjects import subject_of
from parley.findings.encounters.taking_part import (
    is_mediator,
    is_plural,
    merely_calls,
    of_several,
    takes_in,
)
from parley.findings.encounters.words import base_form
from parley.language.syntax import (
    agent,
    case_of,
    children,
    negated,
    possessor,
    relation,
    subject,
)
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words

_WINDOW = 9
_BETWEEN = frozenset({"between", "among", "amongst", "involving"})
_LONG = 14
_CLIMB = 3
_DAYS = frozenset(
    {"today", "yesterday", "tomorrow"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)


def own_parties(
    scene: Scene, noun: Token, clause: Governed, recent: Sequence[tuple[Actor, ...]]
) -> tuple[Actor, ...]:
    """Who the noun itself says takes part: "talks between A and B", "his call with B", "A's meeting"."""
    found: list[Actor] = []
    owner = possessor(noun)
    if owner is None or is_day(owner):
        owner = _owner_before(noun) or owner_of_means(noun)
    if owner is not None:
        found.extend(
            (_talking(scene, clause, recent) if owner.lower_ == "their" else [])
            or actors(scene, owner, recent)
        )
    elif _just_told(noun, clause):
        found.extend(_talking(scene, clause, recent))
    for clause_below in children(noun, "acl"):
        if base_form(clause_below) in {"have", "hold", "attend", "join"}:
            found.extend(actors(scene, head, recent) if (head := subject(clause_below)) is not None else ())
    found.extend(_brought(scene, noun, recent))
    for head in {noun.i: noun, clause.top.i: clause.top}.values():
        for child in children(head, "nmod"):
            case = case_of(child)
            if _takes_no_part(noun, child, case):
                continue
            visited = case == "from" and base_form(noun) in {
                "visit",
                "trip",
                "call",
                "stopover",
            }
            if child.dep_ != "nmod:poss" and (
                visited or case in encounter_words().lists["roles.participants"]
            ):
                found.extend(_named_after(scene, child, clause, recent))
    if (
        not found
        or (owner is not None and len(found) == 1)
        or (len(found) == 1 and not _names_both(noun, clause))
    ):
        partner = partner_nearby(noun)
        if partner is not None:
            closed = scene.doc[partner[0]].lower_ in _BETWEEN or clause.role == "subject"
            found.extend(standing_at(scene, partner[0] + 1, partner[1], recent, closed=closed))
    return merged_actors(found)


def _takes_no_part(noun: Token, child: Token, case: str) -> bool:
    """Whether it is where a tour leads, or by whom something else is done ("the plan backed by Chad")."""
    if case == "of" and base_form(noun) == "tour":
        return True
    at = preposition(child) if case == "by" else None
    return at is not None and noun.doc[at - 1].tag_ == "VBN"


def _brought(scene: Scene, noun: Token, recent: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Whom it brings together ("talks that brought together Chad and Niger")."""
    doc = scene.doc
    for index in range(noun.i + 1, min(noun.i + _LONG, len(doc) - 2)):
        if doc[index].text in {".", ";"}:
            return ()
        if doc[index].lower_ in {"brought", "brings", "bringing"}:
            start = index + 1 + (doc[index + 1].lower_ == "together")
            end = listed_from(doc, start)
            apart = start == index + 1 and not (
                end and end[-1][1] < len(doc) and doc[end[-1][1]].lower_ == "together"
            )
            return () if apart else listed_actors(scene, end, recent)
    return ()


def deniers(scene: Scene, predicate: Token | None, recent: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Who denies that it took place ("the rebels denied that any talks had been held")."""
    above = predicate
    for _ in range(_CLIMB):
        if above is None or encounter_words().has("status.denying", base_form(above)):
            break
        above = above.head if above.head.i != above.i else None
    head = subject_of(above) if above is not None else None
    return actors(scene, head, recent) if head is not None else ()


def is_day(owner: Token) -> bool:
    """Whether a day owns an encounter ("today's summit", "Monday's talks")."""
    return owner.ent_type_ == "DATE" or owner.lower_ in _DAYS


def owner_of_means(noun: Token) -> Token | None:
    """Whose hand is strengthened in talks ("to strengthen his hand in talks with Chile"), or None."""
    verb = noun.head
    if case_of(noun) != "in" or not noun.dep_.startswith("obl") or verb.pos_ != "VERB":
        return None
    thing = next((child for child in children(verb, "obj") if verb.i < child.i < noun.i), None)
    return possessor(thing) if thing is not None and thing.pos_ == "NOUN" else None


def _owner_before(noun: Token) -> Token | None:
    """Whose it is, where a day stands between ("Lund's June 2016 meeting with a lawyer")."""
    doc, index = noun.doc, noun.i - 1
    low = max(0, noun.i - _WINDOW)
    while index > low and (doc[index].ent_type_ == "DATE" or doc[index].tag_ in {"JJ", "NN", "CD"}):
        index -= 1
    named = index > low and doc[index].tag_ == "POS" and doc[index - 1].ent_type_ in {"PERSON", "GPE", "ORG"}
    return doc[index - 1] if named else None


def _named_after(
    scene: Scene, head: Token, clause: Governed, recent: Sequence[tuple[Actor, ...]]
) -> tuple[Actor, ...]:
    """Who stands after the preposition of `head`."""
    start = preposition(head)
    if start is None:
        return actors(scene, head, recent)
    closed = scene.doc[start].lower_ in _BETWEEN or clause.role == "subject"
    return standing_at(scene, start + 1, head, recent, closed=closed)


def _just_told(noun: Token, clause: Governed) -> bool:
    """Whether a clause is said at a call or meeting not told before ("in a call Lund urged Vega to go")."""
    one = noun.tag_ == "NN" and any(child.lower_ in {"a", "an", "another"} for child in noun.lefts)
    return one and clause.case in {"in", "during"} and partner_nearby(noun) is None


def _talking(scene: Scene, clause: Governed, recent: Sequence[tuple[Actor, ...]]) -> list[Actor]:
    """Who says something to whom at a meeting ("during their call Lund told Vega"); nobody below two."""
    verb = clause.governor
    if clause.role != "oblique" or verb is None or verb.pos_ != "VERB":
        return []
    head = subject(verb)
    told = [one for one in children(verb, "obl", "obj", "iobj") if case_of(one) in {"", "to", "with"}]
    found = list(actors(scene, head, recent)) if head is not None else []
    found.extend(actor for one in told for actor in actors(scene, one, recent))
    return found if len(merged_actors(found)) > 1 else []


def partner_nearby(noun: Token) -> tuple[int, Token] | None:
    """ "With" or "between" and the noun behind it, where the parse hung it elsewhere."""
    doc, aside = noun.doc, False
    for index in range(noun.i + 1, min(noun.i + _WINDOW, len(doc) - 1)):
        token = doc[index]
        held = base_form(token) in {"have", "hold"}
        if (
            (token.pos_ in {"VERB", "AUX"} and not held)
            or token.text in {".", ";", "”", '"'}
            or _another(token)
        ):
            return None
        aside = aside or token.lower_ in {"as", "toward", "towards"}
        if token.lower_ in {"between", "alongside"} or (token.lower_ == "with" and not aside):
            inside = token.head
            return index, (inside if inside.i > index and inside.i - index < 10 else doc[index + 1])
    return None


def _another(token: Token) -> bool:
    return base_form(token) in encounter_words().nouns and token.tag_.startswith("NN")


def with_subject(
    scene: Scene,
    noun: Token,
    clause: Governed,
    own: tuple[Actor, ...],
    recent: Sequence[tuple[Actor, ...]],
) -> tuple[Actor, ...]:
    """Adds whose meeting it is by the clause: "Chad held talks with Niger", "left for talks with Niger"."""
    verb = clause.governor
    if clause.role == "noun" and len(own) == 1 and verb is not None:
        return _with_offerer(scene, verb, own, recent)
    if (
        verb is None
        or not (verb.pos_ in {"VERB", "ADJ"} or any(True for _ in children(verb, "cop")))
        or clause.role == "subject"
        or possessor(noun) is not None
    ):
        return own
    described = bool(own) and not any(actor.member for actor in own)
    several = not own and of_several(noun, clause)
    if (_names_both(noun, clause) and not described) or not (takes_in(noun, clause, own) or several):
        return own
    if clause.role == "oblique" and (negated(verb) or _only_tells(noun, verb, own)):
        return own
    for predicate in (verb, *chain_above(verb)):
        if any(child.dep_ == "nsubj:pass" for child in predicate.children):
            head = agent(predicate) if not own and clause.case in {"after", "during", "following"} else None
        else:
            head = subject_of(predicate)
        if head is None and base_form(predicate) in encounter_words().lists["roles.deciding"]:
            owner = possessor(predicate)
            head = owner if owner is not None and owner.tag_ != "PRP$" else None
        leading = actors(scene, head, recent) if head is not None else ()
        leading = side_by_side(scene, predicate, recent) or leading
        if leading and merely_calls(scene, predicate, leading, own):
            return own
        joined = head is not None and (is_plural(head) or any(True for _ in children(head, "conj")))
        if leading and not (several and len(leading) < 2 and not joined):
            return leading if described and len(leading) > 1 else merged_actors((*leading, *own))
    return own


def _with_offerer(
    scene: Scene,
    noun: Token,
    own: tuple[Actor, ...],
    recent: Sequence[tuple[Actor, ...]],
) -> tuple[Actor, ...]:
    """Adds who offers it ("Chad left open the possibility of talks with Niger")."""
    verb = noun.head
    offered = base_form(noun) in encounter_words().lists["roles.offering"] and relation(noun) == "obj"
    head = subject_of(verb) if offered and verb.tag_.startswith("VB") else None
    leading = actors(scene, head, recent) if head is not None else ()
    if head is not None and not leading and (owner := possessor(head)) is not None:
        # "Chad's answer left open the possibility".
        leading = actors(scene, owner, recent)
    joins = len(leading) == 1 and not is_mediator(scene, leading[0])
    return merged_actors((*leading, *own)) if joins else own


def side_by_side(scene: Scene, predicate: Token, recent: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The subjects of a predicate where several are named right before it; empty for fewer than two."""
    first = scene.bounds_of[scene.sentence_of[predicate.i]][0]
    members = listed_before(scene.doc, predicate.i, first)
    head = subject_of(predicate) if not members else None
    if head is not None and head.i < predicate.i:
        members = listed_before(scene.doc, head.i + 1, first)
    found = listed_actors(scene, members, recent)
    return found if len(found) > 1 else ()


def _only_tells(noun: Token, verb: Token, own: tuple[Actor, ...]) -> bool:
    """Whether the subject speaks after a meeting of others ("sources said after a meeting of owners")."""
    of_others = any(case_of(child) == "of" and child.tag_ == "NNS" for child in children(noun, "nmod"))
    return bool(own) and of_others and encounter_words().has("speaking.words", base_form(verb))


def _names_both(noun: Token, clause: Governed) -> bool:
    heads = (noun, clause.top)
    return any(case_of(child) in {"between", "among"} for head in heads for child in children(head, "nmod"))
