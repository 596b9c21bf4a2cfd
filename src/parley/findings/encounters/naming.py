"""Who is meant where a name is joined to another word: "North and South Korea", "the Lund-Vega summit"."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind, Member
from parley.findings.people.bodies import medium
from parley.language.syntax import children, relation
from parley.language.tree import Token
from parley.model import Span, Speech
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import Sex

_SIDES = frozenset({"North", "South", "East", "West"})
_JOINING = frozenset({"and", "or"})
_SINGULAR = frozenset({"he", "she", "his", "her", "him"})
_CLIMB = 3
_HYPHENS = frozenset({"-", "–", "/"})
_OFFICE = frozenset({"of", "the", "for", "and"})
_LONGEST_OFFICE = 16


def elliptic(token: Token) -> str | None:
    """The first of two countries that share their last word ("North and South Korea"), or None."""
    doc = token.doc
    if token.text not in _SIDES or token.i + 3 >= len(doc):
        return None
    joined, other, shared = doc[token.i + 1 : token.i + 4]
    if joined.lower_ not in _JOINING or other.text not in _SIDES:
        return None
    known = naming(f"{token.text} {shared.text}")
    return known.party if known is not None else None


def hyphenated(scene: Scene, noun: Token) -> list[Member]:
    """The people whose names stand before an encounter's noun with a hyphen ("the Lund-Vega summit")."""
    doc = noun.doc
    for middle in range(max(1, noun.i - 3), noun.i - 1):
        if doc[middle].text in _HYPHENS:
            both = [
                _surname(scene, doc[middle - 1].text),
                _surname(scene, doc[middle + 1].text),
            ]
            return [member for member in both if member is not None] if all(both) else []
    return _owners_by_name(scene, noun)


def _owners_by_name(scene: Scene, noun: Token) -> list[Member]:
    """The people named right before a noun ("the Lund and Vega meeting")."""
    doc, index, found = noun.doc, noun.i - 1, list[Member]()
    while index > 0 and doc[index].ent_type_ == "PERSON":
        member = _surname(scene, doc[index].text)
        if member is None:
            break
        found.append(member)
        while index > 0 and doc[index].ent_iob_ == "I" and doc[index - 1].ent_type_ == "PERSON":
            index -= 1
        if doc[index - 1].lower_ != "and":
            break
        index -= 2
    return found[::-1]


def _surname(scene: Scene, word: str) -> Member | None:
    """The person whose family name a word is, first or last; of several the one named most often."""
    found = [
        member
        for member in scene.cast.members
        if member.kind is Kind.PERSON and word in {member.name.split()[0], member.name.split()[-1]}
    ]
    return max(found, key=lambda member: len(member.mentions), default=None)


def named_later(scene: Scene, pronoun: Token) -> Member | None:
    """Whom a pronoun in a clause before the main one means: "after he met the envoy, Lund said"."""
    if pronoun.lower_ not in _SINGULAR:
        return None
    clause, first = pronoun.head, scene.bounds_of[scene.sentence_of[pronoun.i]][0]
    for _ in range(_CLIMB):
        main = clause.head
        if main.i == clause.i or relation(clause) not in {
            "advcl",
            "conj",
            "ccomp",
            "xcomp",
        }:
            return None
        leading = next(children(main, "nsubj"), None)
        named = leading is not None and leading.ent_type_ == "PERSON"
        fronted = leading is not None and clause.i < leading.i and _opens(scene, first, pronoun)
        if leading is not None and named and fronted and relation(clause) == "advcl":
            return scene.cast.at(scene.span(leading.i, leading.i + 1))
        clause = main
    return None


def named_before(scene: Scene, pronoun: Token) -> Member | None:
    """The subject of the sentence, where "her talks" later in it can mean nobody else named there."""
    own = pronoun.tag_ == "PRP$" or relation(pronoun) == "nsubj"
    told = scene.told_by(pronoun)
    if pronoun.lower_ not in _SINGULAR or not own or (told is not None and told.speech is Speech.DIRECT):
        return None
    first = scene.bounds_of[scene.sentence_of[pronoun.i]][0]
    people = [token for token in scene.doc[first : pronoun.i] if token.ent_type_ == "PERSON"]
    heads = [token for token in people if token.ent_iob_ != "I"]
    if len(heads) != 1 or not any(relation(token) == "nsubj" for token in people):
        return None
    member = scene.cast.at(scene.span(heads[0].i, heads[0].i + 1))
    meant = Sex.SHE if pronoun.lower_ in {"she", "her"} else Sex.HE
    if member is None or member.kind is not Kind.PERSON:
        return None
    return member if member.sex in {None, meant} else None


def _opens(scene: Scene, first: int, pronoun: Token) -> bool:
    """Whether nobody is named in the sentence before a pronoun, nor a quotation opened."""
    before = scene.doc[first : pronoun.i]
    return not any(token.ent_type_ == "PERSON" or token.text in {"“", '"', "”"} for token in before)


def named_after(scene: Scene, office: Token) -> Span | None:
    """The person named after an office ("its coordinator Ana Ruiz", "the King of Chad, Idriss Kone")."""
    doc = scene.doc
    index, stop = office.i + 1, min(office.i + _LONGEST_OFFICE, len(doc))
    while index < stop and doc[index].ent_type_ != "PERSON" and _of_office(doc[index]):
        index += 1
    comma = index < stop and doc[index].text == ","
    index += comma
    if index >= stop or doc[index].ent_type_ != "PERSON" or doc[index].pos_ not in {"PROPN", "NOUN"}:
        return None
    end = index + 1
    while end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].ent_iob_ == "I":
        end += 1
    # After a comma it is an apposition, which another comma ends.
    if comma and not (end < len(doc) and doc[end].text in {",", ".", ";", ")"}):
        return None
    return scene.span(index, end)


def _of_office(token: Token) -> bool:
    if token.tag_ in {"POS", "-LRB-", "-RRB-"} or token.lower_ in _OFFICE:
        return True
    of_state = token.tag_ == "NN" and token.nbor(-1).lower_ == "of"
    return of_state or token.text[:1].isupper() or token.ent_type_ in {"GPE", "ORG", "LOC"}


def is_outlet(name: str) -> bool:
    """Whether a name is that of who reports ("the Washington Post"), who takes part in nothing."""
    known = naming(name.removeprefix("the ").removeprefix("The "))
    return (known is not None and known.kind == "media") or medium(name)
