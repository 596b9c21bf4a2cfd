"""Names of a whole report: one label for one name, and countries told from other places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from parley.vocabulary.geography import Form, naming
from parley.vocabulary.offices import sex_of_given_name

# Labels between which the engine wavers over a name it has never seen.
WAVERING = frozenset({"PERSON", "ORG", "LOC"})


def settled(labels: Sequence[str], words: Sequence[str]) -> list[str]:
    """The labels with the same name labelled alike throughout, and countries as GPE.

    Args:
        labels: a BIO label a word ("B-LOC", "I-LOC", "O").
        words: the words.

    A name that is a person here and a place there goes with the majority of its mentions; in a tie each
    mention stays. (One name for two things is far rarer in one report than one mistake.)
    """
    found = list(names(labels))
    votes: dict[str, Counter[str]] = {}
    for start, end, kind in found:
        if kind in WAVERING:
            votes.setdefault(" ".join(words[start:end]), Counter())[kind] += 1
    result = list(labels)
    for start, end, kind in found:
        name = " ".join(words[start:end])
        chosen = _elected(votes[name], kind) if kind in WAVERING else kind
        if chosen == "LOC" and _is_country(name):
            chosen = "GPE"
        if chosen != kind:
            result[start:end] = [f"B-{chosen}", *[f"I-{chosen}"] * (end - start - 1)]
    return result


def _elected(votes: Counter[str], kind: str) -> str:
    ranked = votes.most_common(2)
    return kind if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]


def _is_country(name: str) -> bool:
    known = naming(name)
    return known is not None and known.kind == "country" and known.form is Form.NAME


def names(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Half-open word ranges of the names, with their kinds; an I label after another kind begins a name."""
    start, kind = 0, ""
    for place, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield start, place, kind
            kind = ""
        if label != "O" and not kind:
            start, kind = place, label[2:]


def whole(labels: Sequence[str], words: Sequence[str], adjacent: Sequence[bool]) -> list[str]:
    """The labels, with a given name and the rest of the name that the engine cut from it as one person.

    Args:
        labels: a BIO label a word.
        words: the words.
        adjacent: for each word whether nothing but a blank stands between it and the one before.
    """
    result = list(labels)
    first: tuple[int, int, str] | None = None
    for start, end, kind in names(labels):
        if first is not None and first[1] == start and adjacent[start] and _one_person(first, kind, words):
            result[first[0] : end] = ["B-PERSON", *["I-PERSON"] * (end - first[0] - 1)]
            first = (first[0], end, "PERSON") if end - start == 1 else None
        else:
            first = (start, end, kind) if end - start == 1 and kind in WAVERING else None
    return result


def _one_person(first: tuple[int, int, str], kind: str, words: Sequence[str]) -> bool:
    """Whether a name is a given name cut from the one right behind it; one of them is labelled a person."""
    start, _, before = first
    return kind in WAVERING and "PERSON" in {before, kind} and sex_of_given_name(words[start]) is not None


def begun(labels: Sequence[str], adjacent: NDArray[np.bool_]) -> Iterator[str]:
    """The labels, with B wherever a name cannot go on: after another kind, or after white space."""
    before = "O"
    for label, joined in zip(labels, adjacent, strict=True):
        goes_on = label[0] == "I" and joined and before[2:] == label[2:]
        yield label if label[0] != "I" or goes_on else f"B{label[1:]}"
        before = label
