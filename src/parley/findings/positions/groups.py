"""Sides that are named by what they are: people of a country that are not it, those for whom others speak."""

from __future__ import annotations

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.positions.sides import country_of_ministry
from parley.findings.positions.whose import named_after, nameless, onlooker, sides, singular
from parley.language.syntax import case_of, children, noun_phrase, relation
from parley.language.tree import Token
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import office_words, singulars
from parley.vocabulary.sides import side_words
from parley.vocabulary.stances import stance_words

_ARTICLES = frozenset({"the", "a", "an", "some", "many", "most", "several", "one", "other", "all", "both"})
_FOR = frozenset({"for", "of", "from"})
_LONGEST = 7
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})


def own_group(scene: Scene, head: Token) -> tuple[str, ...] | None:
    """People or a body that a country's name before them does not make the country.

    Args:
        scene: the report.
        head: the head of the phrase.

    Returns:
        "Japanese consumers", "Brazil's bank workers", in the report's words; the name alone where one follows
        ("Spanish airline Ibersol"); empty where they are only onlookers ("U.S. investors"); None where the
        noun is no such one or no place stands before it.
    """
    noun = _singular(head)
    if head.ent_type_ or noun not in side_words("private"):
        return None
    following = head.nbor() if head.i + 1 < len(head.doc) else None
    if following is not None and following.ent_type_ in {"ORG", "PERSON"} and _named_so(head, following):
        return sides(scene, actors(scene, following)) if following.ent_type_ == "ORG" else None
    if named_after(scene, head):
        return None
    if noun in side_words("apart") and (whose := _whose(head)) is not None:
        return (whose,)
    if not any(_placed(child) for child in head.lefts):
        return None
    words = [token for token in head.doc[noun_phrase(head).start : head.i + 1] if not token.is_space]
    while len(words) > 1 and words[0].lower_ in _ARTICLES:
        words = words[1:]
    text = " ".join(head.doc[words[0].i : head.i + 1].text.split())
    plural = head.tag_ in {"NNS", "NNPS"}
    known = plural or noun in office_words("own_bodies") | stance_words("bodies")
    return (text,) if known and len(words) <= _LONGEST and not onlooker(noun) else ()


def some_of_them(head: Token) -> tuple[str, ...]:
    """A few of a party, which are not the party ("three Democrats", "some Republicans"), in the words."""
    counted = [
        child for child in head.lefts if relation(child) == "nummod" or child.lower_ in side_words("some_of")
    ]
    if head.tag_ != "NNPS" or not counted:
        return ()
    return (" ".join(head.doc[counted[0].i : head.i + 1].text.split()),)


def _whose(head: Token) -> str | None:
    """Those who are for or against somebody told behind them, in the report's words ("critics of Chad")."""
    behind = (child for child in children(head, "nmod") if child.i > head.i)
    of = next((child for child in behind if case_of(child) == "of"), None)
    if of is None or head.tag_ != "NNS":
        return None
    words = head.doc[head.i : of.right_edge.i + 1]
    return " ".join(words.text.split()) if len(words) <= _LONGEST else head.text


def spoken_for(scene: Scene, head: Token) -> tuple[str, ...]:
    """Those for whom people behind a noun speak ("negotiators for the dockers"); empty where nobody is."""
    # At the start of a sentence the engine takes "Spokesmen" for a name.
    if _singular(head) not in side_words("speaking_for") or (
        head.ent_type_ and head.lower_ not in singulars()
    ):
        return ()
    for child in children(head, "nmod"):
        if child.i > head.i and any(mark.lower_ in _FOR for mark in children(child, "case")):
            named = own_group(scene, child) or nameless(scene, child)
            return named if child.tag_ in {"NNS", "NN"} and not child.ent_type_ else ()
    return ()


def represented(head: Token) -> tuple[str, ...]:
    """Those for whom people speak by the word before them ("producer delegates"), or the words; else empty.

    "Producer delegates" are the producers; "labor leaders" have no shorter name.
    """
    if head.ent_type_ or _singular(head) not in side_words("speaking_for"):
        return ()
    before = next((child for child in reversed(head.lefts) if child.i == head.i - 1), None)
    if before is None or before.ent_type_ or before.pos_ not in {"NOUN", "ADJ"}:
        return ()
    if before.lower_ in side_words("classes"):
        return (plural_of(before.lower_),)
    whole = side_words("represented") | side_words("private") | stance_words("bodies")
    return (f"{before.lower_} {head.lower_}",) if head.tag_ == "NNS" and before.lower_ in whole else ()


def class_of_one(head: Token) -> tuple[str, ...]:
    """The people of whom one speaks for all ("one consumer", "a striker"); empty for anybody else."""
    if head.tag_ != "NN" or head.ent_type_ or _singular(head) not in side_words("classes"):
        return ()
    first = head.left_edge.lower_
    return (plural_of(_singular(head)),) if first in {"a", "an", "one", "another"} else ()


def plural_of(noun: str) -> str:
    """The plural of a noun for people."""
    return f"{noun.removesuffix('man')}men" if noun.endswith("man") else f"{noun}s"


def of_ministry(scene: Scene, head: Token) -> tuple[str, ...]:
    """The country whose ministry somebody is of, where no word says whose ("the ministry spokesman")."""
    if not any(child.lower_ == "ministry" for child in head.lefts) or head.ent_type_:
        return ()
    country = country_of_ministry(scene, "the ministry")
    return (country,) if country is not None else ()


def own_office(head: Token) -> bool:
    """Whether a noun means the holder of an office in a speaker's own state ("the president has decided")."""
    if head.tag_ not in {"NN", "NNP"} or head.lower_ not in side_words("own_offices") or head.ent_type_:
        return False
    return {child.lower_ for child in head.children if not child.is_space and child.pos_ in _NAMING} <= {
        "the"
    }


def one_of_many(head: Token) -> bool:
    """Whether a noun means one of a bloc and not the bloc ("the NATO member", "an EU candidate")."""
    if head.tag_ != "NN" or head.lower_ not in side_words("membership"):
        return False
    blocs = (naming(child.doc[child.left_edge.i : child.i + 1].text) for child in head.lefts)
    names = [naming(child.text) for child in head.lefts]
    return any(known is not None and known.kind == "bloc" for known in (*blocs, *names))


def unowned(head: Token) -> bool:
    """Whether a noun means holders of an office of whom nothing says whose they are ("the presidents")."""
    if head.ent_type_ or _singular(head) not in side_words("unowned"):
        return False
    return not any(
        child.ent_type_ or relation(child) in {"amod", "compound", "nmod"} for child in head.children
    )


def _singular(head: Token) -> str:
    known = singular(head, frozenset())  # the engine's own lemma may be cut ("allie")
    return known if known in side_words("private") else singular(head, frozenset({head.lemma_.lower()}))


def _named_so(head: Token, following: Token) -> bool:
    """Whether a name right behind a noun is that of what it means ("the airline Ibersol")."""
    return head.tag_ == "NN" and (following.head.i == head.i or head.head.i in _of_name(following))


def _of_name(first: Token) -> range:
    """The tokens of the name that begins at a token."""
    last = first.i
    while last + 1 < len(first.doc) and first.doc[last + 1].ent_iob_ == "I":
        last += 1
    return range(first.i, last + 1)


def _placed(child: Token) -> bool:
    """Whether a word before a noun is the name of a country, people or place."""
    if relation(child) not in {"amod", "compound", "nmod", "flat"}:
        return False
    known = naming(child.text)
    return child.ent_type_ in {"GPE", "NORP", "LOC"} or (known is not None and known.kind == "country")
