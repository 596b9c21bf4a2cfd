"""Whether a noun in its sentence is of a class of the event vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.words import base_form
from parley.language.syntax import case_of, children, relation, remembered
from parley.language.tree import Token
from parley.vocabulary.events import base_in, word_class
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import singulars, standings

_OF_PEOPLE = frozenset({"people", "captives"})
_OF_PROTEST = frozenset({"protests", "strikes"})
_INDUSTRIAL = frozenset({"industrial", "strike", "job"})
_OF_LABOUR = frozenset({"labour", "crowds", "people"})
# Compounds for people by their work ("bankworkers").
_TRADES = ("worker", "workers")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
# "Hundreds of thousands of farmers" counts twice.
_DEEPEST = 3
_COUNTING = frozenset(
    {"dozen", "dozens", "hundreds", "thousands", "scores", "others", "number", "group", "hundred"}
)
# What is told of a part or round is told of the whole ("a round of exercises", "some of its troops").
_PARTS = frozenset(
    {
        "round",
        "series",
        "percent",
        "batch",
        "part",
        "most",
        "some",
        "all",
        "half",
        "lot",
        "number",
        "wave",
        "set",
        "worth",
        "pair",
        "contingent",
        "handful",
        "spate",
        "million",
        "billion",
        "thousand",
        "hundred",
        "team",
        "column",
        "door",
        "doorstep",
        "feet",
        "convoy",
        "group",
        "control",
    }
)


def of_class(token: Token, name: str) -> bool:
    """Whether a noun is of a class, by its own word, its fixed parts, or what it counts ("dozens of men").

    Args:
        token: the head of the phrase.
        name: a class of `data/events.toml`, or ``names``, ``persons``, ``states``, ``places`` or ``numbers``.
    """
    if name == "names":
        return token.ent_type_ in _NAMES or token.pos_ == "PROPN" or token.tag_ == "PRP"
    if name == "persons":
        return token.ent_type_ == "PERSON"
    if name == "states":
        return token.ent_type_ in {"GPE", "NORP", "ORG"} or naming(token.text) is not None
    if name == "places":
        return token.ent_type_ in _PLACES
    if name == "numbers":
        return token.pos_ == "NUM" or token.lower_ in _COUNTING
    known = word_class(name)
    if name in _OF_LABOUR and token.lower_.endswith(_TRADES):
        return True
    if name in _OF_PROTEST and token.lower_ in {"action", "actions"}:
        return any(child.lower_ in _INDUSTRIAL for child in children(token, "compound", "amod"))
    if name == "truces" and _in_class(token, word_class("agreements")):
        return any(_in_class(child, known) for child in children(token, "compound", "amod"))
    if _in_class(token, known) or (name in _OF_PEOPLE and _is_role(token)):
        return True
    inner = counted(token)
    beside = (child for child in children(token, "nmod") if child.dep_ != "nmod:poss" and _counts(token))
    return (inner.i != token.i and of_class(inner, name)) or any(_in_class(one, known) for one in beside)


def _is_role(token: Token) -> bool:
    """Whether a noun is a role the vocabulary has, or a people ("pilots", "the mayor", "Kenyans")."""
    if token.ent_type_ == "NORP" and token.tag_ in {"NNS", "NNPS"}:
        return True
    return token.pos_ == "NOUN" and singulars().get(token.lower_, token.lower_) in standings()


def _in_class(token: Token, known: frozenset[str]) -> bool:
    if token.lower_ in known or base_in(token.lower_, known) is not None or base_form(token) in known:
        return True
    # "cease-fire" is three tokens.
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in known


@remembered
def counted(token: Token) -> Token:
    """What a part or number is of ("troops" for "some of its troops"); other nouns as they are."""
    current = token
    for _ in range(_DEEPEST):
        inner = _part_of(current) if _counts(current) else None
        if inner is None:
            return current
        current = inner
    return current


def _part_of(token: Token) -> Token | None:
    """What stands after "of" behind a number or part; what is counted before what counts again."""
    wholes = [child for child in children(token, "nmod") if case_of(child) == "of"]
    after = token.doc.tokens[token.i + 1 : token.i + 2]
    if not wholes and after and after[0].lower_ == "of" and after[0].head.i > token.i:
        return after[0].head
    return next((child for child in wholes if not _counts(child)), wholes[0] if wholes else None)


def _counts(token: Token) -> bool:
    return token.lower_ in _COUNTING or base_in(token.lower_, _PARTS) is not None


def is_part(token: Token) -> bool:
    """Whether a noun only counts or parts something that its phrase does not name."""
    return base_in(token.lower_, _PARTS) is not None and counted(token).i == token.i


def fits(tokens: Sequence[Token], wanted: Sequence[str]) -> bool:
    """Whether one of some nouns is of one of the classes and none is of one that is excluded.

    Args:
        tokens: heads of phrases, conjuncts among them.
        wanted: names of classes; with "!" excluded ones. Empty: anything, and nothing, fits.
    """
    positive = [name for name in wanted if not name.startswith("!")]
    excluded = [name[1:] for name in wanted if name.startswith("!")]
    if any(of_class(token, name) for token in tokens for name in excluded):
        return False
    return not positive or any(of_class(token, name) for token in tokens for name in positive)


def labour_meant(token: Token) -> bool:
    """Whether labour is spoken of in a word's sentence near it: unions, workers, staff."""
    known = word_class("labour")
    sentence = token.sent
    named = any(
        base_in(word.lower_, known) is not None for word in sentence if word.pos_ in {"NOUN", "PROPN"}
    )
    return named and not any(of_class(word, "fighting_sure") for word in sentence if word.pos_ == "NOUN")


def modifiers(noun: Token) -> set[str]:
    """The words that stand before a noun as part of its phrase, in lower case."""
    found = {child.lower_ for child in noun.lefts if relation(child) in {"amod", "compound", "nmod"}}
    if noun.i and noun.nbor(-1).pos_ in {"NOUN", "ADJ", "PROPN"}:
        found.add(noun.nbor(-1).lower_)
    return found
