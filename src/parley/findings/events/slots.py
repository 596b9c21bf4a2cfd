"""The parts of a verb that tells of a deed: who does it, to what, and who stands on the other side."""

from __future__ import annotations

from collections.abc import Iterable

from parley.language.syntax import (
    agent,
    case_of,
    children,
    conjuncts,
    indirect_object,
    objects,
    passive,
    relation,
    remembered,
    subject,
)
from parley.language.tree import Token
from parley.vocabulary.events import base_in, reality_words

_RELATIVE = frozenset({"which", "that", "who", "whom"})
_NAMED = frozenset({"GPE", "ORG", "PERSON", "NORP"})
_SHARED = 4
_CLAUSES = ("xcomp", "ccomp", "advcl")


@remembered
def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, also where it shares the auxiliary of the verb before it."""
    helped = any(child.lower_ in {"had", "has", "have"} for child in children(verb, "aux"))
    if helped and objects(verb) and not list(children(verb, "aux:pass")):
        return False
    if passive(verb):
        # "which Chad has annexed" is no passive, whatever its participle looks like.
        return any(True for _ in children(verb, "aux:pass", "nsubj:pass", "obl:agent")) or verb.dep_ == "acl"
    if verb.tag_ == "VBN" and relation(verb) == "conj" and not list(children(verb, "aux", "nsubj")):
        return passive(verb.head) and verb.head.tag_ == "VBN"
    return False


@remembered
def undergoers(verb: Token) -> list[Token]:
    """Who or what a verb is done to: its objects, or a passive subject, with what is joined to them."""
    if is_passive(verb):
        return _joined(_passive_subject(verb))
    found = [token for token in objects(verb) if not case_of(token)] or _bare_names(verb)
    if found:
        return [_antecedent(token, verb) for token in found]
    if verb.dep_ == "acl:relcl" and _leaves_object_out(verb):
        return [verb.head]
    return []


def _bare_names(verb: Token) -> list[Token]:
    """Who stands right after a verb but is no object by the parse ("accused Chad of", "ordered it to go")."""
    return [
        child
        for child in children(verb, "iobj", "obl")
        if child.i > verb.i
        and (child.ent_type_ in _NAMED or relation(child) == "iobj")
        and not case_of(child)
    ]


@remembered
def doer(verb: Token) -> Token | None:
    """Who does it: the subject, or the agent of a passive."""
    if is_passive(verb):
        return agent(verb) or _by(verb)
    judged = _judged(verb)
    if judged is not None:
        return judged
    found = subject(verb)
    return _planner(verb) or found if found is None or found.i == verb.head.i else found


def _planner(verb: Token) -> Token | None:
    """Whose plan or decision it is ("announced plans to raise duties", "Chad's decision to leave")."""
    noun = verb.head
    to = any(child.lower_ == "to" for child in children(verb, "mark", "aux"))
    if relation(verb) != "acl" or not to or base_in(noun.lower_, reality_words("intents")) is None:
        return None
    own = next((child for child in noun.lefts if child.dep_ == "nmod:poss"), None)
    if own is not None:
        return own
    known = relation(noun) == "obj" and base_in(noun.head.lower_, reality_words("making_known")) is not None
    return subject(noun.head) if known else None


def _judged(verb: Token) -> Token | None:
    """Who is blamed or thanked for it ("blamed Chad for blocking the road")."""
    marks = {child.lower_ for child in children(verb, "mark", "case")}
    if verb.tag_ != "VBG" or not marks & {"of", "for"} or relation(verb) not in {"advcl", "acl", "xcomp"}:
        return None
    above = verb.head
    if above.pos_ == "VERB" and base_in(above.lower_, reality_words("judging")) is not None:
        return next(iter(undergoers(above)), None)
    return None


@remembered
def doers(verb: Token) -> list[Token]:
    """Who does it, with what is joined to it."""
    found = doer(verb)
    return _joined(found)


def _joined(token: Token | None) -> list[Token]:
    if token is None:
        return []
    return [other for other in conjuncts(token) if other.i >= token.i and other.pos_ not in {"VERB", "AUX"}]


def _by(verb: Token) -> Token | None:
    return next((child for child in children(verb, "obl", "nmod") if case_of(child) == "by"), None)


def _passive_subject(verb: Token) -> Token | None:
    own = next(children(verb, "nsubj"), None)
    if own is not None:
        return _antecedent(own, verb)
    if relation(verb) == "acl" and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return verb.head
    if relation(verb) == "conj":
        return _passive_subject(verb.head)
    return None


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for."""
    if token.lower_ not in _RELATIVE or token.tag_ not in {"WDT", "WP", "IN", "DT"}:
        return token
    clause = verb
    for _ in range(_SHARED):
        if relation(clause) == "acl":
            return clause.head
        clause = clause.head
    return token


def _leaves_object_out(verb: Token) -> bool:
    """Whether a relative clause describes its object ("the plant Chad seized")."""
    own = next(children(verb, "nsubj"), None)
    if own is None or own.lower_ in _RELATIVE or list(children(verb, "xcomp", "ccomp")):
        return False
    pointing = [child for child in verb.children if child.lower_ in {"where", "when", "why"}]
    return not pointing and not _stranded(verb)


def _stranded(verb: Token) -> bool:
    return any(relation(child) == "obl" and child.lower_ in _RELATIVE for child in verb.children)


def phrases(verb: Token, prepositions: Iterable[str]) -> list[Token]:
    """Nouns after some prepositions that hang on a verb, its object or what that is of, in text order."""
    wanted = set(prepositions)
    things = undergoers(verb)
    parts = [
        part for thing in things for part in children(thing, "nmod") if case_of(part) in {"of", "in", "for"}
    ]
    found: dict[int, Token] = {}
    for point in (verb, *things, *parts):
        for child in children(point, "obl", "nmod", "advmod", "obj"):
            if child.dep_ != "nmod:poss" and case_of(child) in wanted and child.i != verb.i:
                found[child.i] = _antecedent(child, verb)
    return [found[place] for place in sorted(found)]


def has_particle(verb: Token, particle: str) -> bool:
    """Whether the words of a particle go with a verb ("called the strike off", "pulled out")."""
    first, _, second = particle.partition(" ")
    doc = verb.doc
    if second:
        words = [token.lower_ for token in doc[verb.i + 1 : verb.i + 9]]
        return any(words[at : at + 2] == [first, second] for at in range(len(words)))
    if verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ == first:
        return True
    beside = {"compound", "advmod", "xcomp"}
    return any(child.lower_ == first and relation(child) in beside for child in verb.rights)


def governed(verb: Token, kind: str) -> Token | None:
    """The head of the clause a verb governs, of one kind: "inf", "that" or "modal"; None without one."""
    for child in children(verb, *_CLAUSES):
        marks = {mark.lower_ for mark in children(child, "mark", "aux") if mark.i < child.i}
        label = relation(child)
        if kind == "inf" and "to" in marks and child.i > verb.i and label in {"xcomp", "ccomp"}:
            return child
        if kind == "wish" and label == "ccomp" and _wished(child):
            return child
        if kind == "verdict" and label == "xcomp" and "to" not in marks and child.pos_ in {"NOUN", "ADJ"}:
            return child
        if kind == "that" and label == "ccomp" and "to" not in marks and "whether" not in marks:
            return child
        helpers = {aux.lower_ for aux in children(child, "aux")}
        owed = bool({"must", "should"} & helpers) and "have" not in helpers
        if kind == "modal" and label == "ccomp" and owed:
            return child
    if (
        kind == "inf"
        and verb.i + 2 < len(verb.doc)
        and verb.nbor().tag_ == "TO"
        and verb.nbor(2).tag_ == "VB"
    ):
        return verb.nbor(2)
    return None


def _wished(clause: Token) -> bool:
    """Whether a clause says what somebody is to do: "that Chad leave", "that Chad must leave"."""
    helpers = [child for child in children(clause, "aux", "cop")]
    if {"must", "should"} & {helper.lower_ for helper in helpers}:
        return True
    first = helpers[0] if helpers else clause
    return first.tag_ == "VB" and not any(child.lower_ == "to" for child in children(clause, "mark"))


def told_to(verb: Token, inner: Token) -> Token | None:
    """Who is to do what a governed clause says: its own subject, or the object above it."""
    if is_passive(inner):
        return None
    own = next(children(inner, "nsubj"), None)
    if own is not None and own.lower_ not in {"it", "there"}:
        return own
    for_ = next((child for child in children(verb, "obl") if case_of(child) == "for"), None)
    return next(iter(objects(verb)), None) or for_


def owners(noun: Token) -> list[Token]:
    """Whose a noun is: "Chad's offer", "the Chadian offer", "an offer by Chad", in that order."""
    found = [child for child in noun.lefts if child.dep_ == "nmod:poss"]
    for child in noun.lefts:
        named = child.ent_type_ in {"GPE", "ORG", "NORP", "PERSON"} or child.pos_ == "PROPN"
        if child.dep_ != "nmod:poss" and named and relation(child) in {"amod", "compound", "nmod"}:
            found.append(child)
    found.extend(child for child in children(noun, "nmod", "obl") if case_of(child) in {"by", "from"})
    for clause in children(noun, "acl"):
        by = agent(clause) if clause.tag_ == "VBN" else None
        if by is not None:
            found.append(by)
    return found


def other_side(verb: Token, slot: str, inner: Token | None) -> list[Token]:
    """Candidates for the other side of a deed at one slot of its frame, likeliest first."""
    if slot == "obj":
        return undergoers(verb)
    if slot == "subj":
        return doers(verb)
    if slot == "iobj":
        found = indirect_object(verb)
        return [found] if found is not None else []
    if slot == "owner":
        return [owner for token in undergoers(verb) for owner in owners(token)]
    if slot == "clause":
        found = told_to(verb, inner) if inner is not None else None
        return [found] if found is not None else []
    if slot == "inner":
        return _within(inner) if inner is not None else []
    if slot == "other":
        return doers(verb)[1:]
    return phrases(verb, (slot,))


def _within(inner: Token) -> list[Token]:
    """Who a governed clause is about: those it names as its object, its owner, or after "with" or "to"."""
    things = undergoers(inner)
    named = [token for token in things if token.ent_type_ in _NAMED]
    owned = [owner for token in things for owner in owners(token)]
    return [*named, *owned, *phrases(inner, ("with", "to", "on", "against", "from"))]
