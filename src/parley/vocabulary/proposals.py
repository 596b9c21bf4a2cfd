"""What tells one thing on the table from another, by what reports call it."""

from __future__ import annotations

from functools import cache

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
    return None


def same_version(first: str, second: str) -> bool:
    """Whether two labels of one thing can name one version of it: no other length or sum, nothing revised."""
    measures, others = measures_of(terms_in([first])), measures_of(terms_in([second]))
    if any(others.get(kind, number) != number for kind, number in measures.items()):
        return False
    marks = stance_words("revising") | stance_words("superseded")
    return marks & set(_plain(first)) == marks & set(_plain(second))


def _plain(label: str) -> list[str]:
    return label.lower().replace("-", " ").split()
