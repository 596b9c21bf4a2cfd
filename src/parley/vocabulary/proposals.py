"""What tells one thing on the table from another, by what reports call it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from parley.vocabulary.issues import general_words
from parley.vocabulary.stances import stance_words
from parley.vocabulary.terms import measures_of, terms_in

_LINKING = frozenset(
    {
        "of",
        "for",
        "in",
        "with",
        "on",
        "to",
        "between",
        "by",
        "from",
        "as",
        "that",
        "over",
        "about",
        "against",
        "and",
        "or",
    }
)


_LONGEST_NAME = 7
"""Words; a longer label is a clause, and all of it counts."""

_OCCASION = re.compile(r" (?:at|during|before|after|ahead of) ", re.IGNORECASE)
_NUMERALS = {"one": "1", "two": "2", "three": "3", "four": "4", "i": "1", "ii": "2", "iii": "3"}

_OF_VERSIONS = ("revising", "superseded", "scopes", "partial", "whole", "unmarked")


def head_of(label: str) -> str:
    """The noun a label is about, in lower case: the last word before a linking one; empty for no words."""
    words = label.lower().split()
    stop = next((number for number, word in enumerate(words) if number and word in _LINKING), len(words))
    return words[stop - 1].strip(",.;") if words else ""


@cache
def thing_of(label: str) -> str | None:
    """What tells one proposal from another: its head noun, with words that mean the same taken as one.

    None where a label names nothing that is put on a table.
    """
    head = head_of(label.replace("cease - fire", "cease-fire"))
    for one in (head, head.removesuffix("s")):
        if one in general_words("same-cease-fire"):
            return "cease-fire"
        if one in general_words("agreement"):
            return one
    words = set(_plain(label))
    halted = words & general_words("halting") and words & general_words("fought")
    return "cease-fire" if halted else None


def kind_of(label: str) -> str | None:
    """What kind of thing a name is of, across reports: their words for a cease-fire and for a deal as one.

    None where the name is of nothing that is put on a table, or only of talks.
    """
    thing = thing_of(label)
    if thing in general_words("encounters"):
        return None
    if thing is None or thing in general_words("tabled"):
        ceased = {word.removesuffix("s") for word in _plain(label)} & general_words("same-cease-fire")
        thing = "cease-fire" if ceased or "cease fire" in " ".join(_plain(label)) else thing
    return "deal" if thing in general_words("same-deal") else thing


def measures_told(label: str, terms: Iterable[str]) -> dict[str, float]:
    """How long and how much a label and terms say, by the kind of measure: days, percent, money."""
    return measures_of([*terms_in([label]), *terms])


def extent_of(label: str, terms: Iterable[str] = ()) -> str | None:
    """Whether a thing is "partial" or "whole", by its name, else by its terms; None: they do not say."""
    for told in ([label], terms):
        words = {word for one in told for word in _plain(one)}
        partial, whole = words & stance_words("partial"), words & stance_words("whole")
        if partial or whole:
            return None if partial and whole else "partial" if partial else "whole"
    return None


def marks_of(label: str) -> frozenset[str]:
    """The words of a label that say which of its kind a thing is: "minerals" of "the draft minerals deal".

    A number that counts stages does, too ("phase one" is "phase 1"); where and when it was told of does not.
    """
    name = _OCCASION.split(label)[0]
    lengths = {word for term in terms_in([name]) for word in _plain(term)}
    words = [_numeral(word) for word in _plain(name)]
    numbered = {number for word, number in pairwise(words) if word in stance_words("numbered")}
    named = frozenset(word for word in words if word.isalpha() and len(word) > 1)
    return (named - lengths - _unmarked()) | numbered


def _numeral(word: str) -> str:
    return _NUMERALS.get(word, word)


@cache
def thing_named(label: str) -> str | None:
    """What a label names, however it is praised or dressed up: "the landmark deal" is "deal".

    Its kind, what it is about, its stage, how far it goes and how long and how much; None where it is no name
    of something on the table.
    """
    label = _OCCASION.split(label)[0]
    kind = kind_of(label)
    if kind is None or len(label.split()) > _LONGEST_NAME:
        return None
    words = set(_plain(label))
    measures = sorted(f"{number:g} {of}" for of, number in measures_told(label, ()).items())
    stages = sorted(words & stance_words("stages")) if kind != "cease-fire" else []
    return " ".join([kind, *sorted(marks_of(label)), *stages, *filter(None, [extent_of(label)]), *measures])


@cache
def _unmarked() -> frozenset[str]:
    """Words of names of proposals that tell none from another."""
    lists = ("agreement", "proposal", "offers", "tabled", "same-cease-fire", "halting", "fought")
    of_things = frozenset().union(*(general_words(name) for name in lists))
    of_versions = frozenset().union(*(stance_words(name) for name in _OF_VERSIONS))
    return of_things | of_versions | _LINKING | {word + "s" for word in of_things}


def same_version(first: str, second: str) -> bool:
    """Whether two labels of one thing can name one version of it: no other length or sum, nothing revised."""
    measures, others = measures_of(terms_in([first])), measures_of(terms_in([second]))
    if any(others.get(kind, number) != number for kind, number in measures.items()):
        return False
    marks = stance_words("revising") | stance_words("superseded")
    return marks & set(_plain(first)) == marks & set(_plain(second))


def _plain(label: str) -> list[str]:
    return label.lower().replace("-", " ").split()
