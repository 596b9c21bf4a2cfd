"""A predicate's arguments: subjects, objects, obliques with their prepositions, clausal complements."""

from __future__ import annotations

from dataclasses import dataclass

from parley.language.syntax.memory import remembered
from parley.language.syntax.phrases import conjuncts
from parley.language.syntax.relations import ancestors, children
from parley.language.tree import Token

_RELATIVE_PRONOUNS = frozenset({"who", "that", "which", "whom"})
_SUBJECT_SHARING = frozenset({"conj", "xcomp", "advcl"})


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional or bare adverbial phrase of a predicate.

    Attributes:
        case: the preposition in lower case ("in", "according to"), empty for bare phrases ("Monday").
        head: the head noun of the phrase.

    """

    case: str
    head: Token


@remembered
def case_of(token: Token) -> str:
    """The preposition of a noun in lower case, with its fixed parts ("according to"), or ''."""
    words: list[str] = []
    for child in token.lefts:
        if child.relation == "case":
            words.append(child.lower_)
            words.extend(part.lower_ for part in children(child, "fixed"))
    return " ".join(words)


@remembered
def subject(predicate: Token) -> Token | None:
    """The head noun of the predicate's subject, found through the parse where it is not spelled out.

    A second verb joined by *and* takes the first one's subject, an infinitive or participle that of the
    verb above it (the object where the verb above has one: "urged Chad to leave"), the verb of a relative
    clause the noun the clause describes. None where the sentence names no subject.
    """
    own = _own_subject(predicate)
    if own is not None:
        return _antecedent(own, predicate)
    for above in ancestors(predicate):
        label = predicate.relation
        if label == "acl" and above.pos_ in {"NOUN", "PROPN", "PRON"}:
            return above
        if label not in _SUBJECT_SHARING:
            return None
        controller = _controlling_object(above) if label == "xcomp" else None
        if controller is not None:
            return controller
        found = _own_subject(above)
        if found is not None:
            return _antecedent(found, above)
        predicate = above
    return None


def _own_subject(predicate: Token) -> Token | None:
    outer = None
    for child in children(predicate, "nsubj"):
        if child.dep_ != "nsubj:outer":
            return child
        outer = child
    return outer


def _controlling_object(verb: Token) -> Token | None:
    return next(children(verb, "obj", "iobj"), None)


def _antecedent(token: Token, predicate: Token) -> Token:
    """The noun a relative pronoun stands for; other tokens as they are."""
    if token.lower_ not in _RELATIVE_PRONOUNS or token.tag_ not in {"WDT", "WP", "IN", "DT"}:
        return token
    clause = predicate
    for above in ancestors(predicate):
        if clause.relation == "acl":
            return above
        if clause.relation not in {"conj", "ccomp", "xcomp"}:
            return token
        clause = above
    return token


def subjects(predicate: Token) -> list[Token]:
    """The subject and what is joined to it ("Chad and Niger said"), in text order; empty where unknown."""
    found = subject(predicate)
    if found is None:
        return []
    return [found, *(other for other in conjuncts(found) if other.i > found.i)]


@remembered
def objects(predicate: Token) -> list[Token]:
    """Head nouns of the direct objects, with what is joined to them, in text order."""
    found = children(predicate, "obj")
    return [other for first in found for other in conjuncts(first) if other.i >= first.i]


def indirect_object(predicate: Token) -> Token | None:
    """To whom: the indirect object, or None."""
    return next(children(predicate, "iobj"), None)


def agent(predicate: Token) -> Token | None:
    """By whom, of a passive verb, or None."""
    for child in children(predicate, "obl"):
        if child.dep_ == "obl:agent" or (case_of(child) == "by" and _is_passive(predicate)):
            return child
    return None


def _is_passive(predicate: Token) -> bool:
    if any(True for _ in children(predicate, "aux:pass", "nsubj:pass")):
        return True
    return predicate.tag_ == "VBN" and predicate.relation == "acl"


def obliques(predicate: Token, *cases: str) -> list[Oblique]:
    """The predicate's prepositional and bare phrases in text order.

    Args:
        predicate: a verb, or a noun with its own prepositional modifiers.
        cases: keep only these prepositions; all where none is given.

    """
    label = "nmod" if predicate.pos_ in {"NOUN", "PROPN"} and not _has_subject(predicate) else "obl"
    found = []
    for child in children(predicate, "obl", label):
        if child.dep_ == "nmod:poss":
            continue
        oblique = Oblique(case_of(child) or _set_apart(predicate, child), child)
        if not cases or oblique.case in cases:
            found.append(oblique)
    return found


def _set_apart(predicate: Token, noun: Token) -> str:
    """The preposition that the parse hung on the verb ("called on | Chad to leave"), or ''."""
    before = noun.left_edge.i - 1
    if before <= predicate.i or before < 1:
        return ""
    word = noun.doc[before]
    hung = word.head.i == predicate.i and word.tag_ == "IN" and word.relation in {"compound", "obl"}
    return word.lower_ if hung else ""


def _has_subject(predicate: Token) -> bool:
    return any(True for _ in children(predicate, "nsubj", "cop"))


def complement(predicate: Token) -> Token | None:
    """The head of the clause the predicate says or wants (ccomp, xcomp, or quoted parataxis), or None."""
    return next(children(predicate, "ccomp", "xcomp"), None) or next(children(predicate, "parataxis"), None)
