"""Issue families: what is negotiated, by the words reports use for it (`data/issues.toml`)."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import Any

# A word in the topic itself tells more of the family than one elsewhere in the sentence.
TOPIC_WEIGHT = 4


@cache
def _data() -> dict[str, Any]:
    source = files("parley.vocabulary").joinpath("data", "issues.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def issue_families() -> Mapping[str, frozenset[str]]:
    """Each family's words and phrases, base forms in lower case, by the family's name."""
    return MappingProxyType({name: frozenset(words) for name, words in _data()["families"].items()})


@cache
def _family_of() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for family, words in issue_families().items():
        for word in words:
            found.setdefault(word, []).append(family)
    return MappingProxyType({word: tuple(families) for word, families in found.items()})


@cache
def general_words(name: str) -> frozenset[str]:
    """Words of what is on the table, whatever the subject: ``agreement``, ``proposal`` or ``doing``."""
    return frozenset(_data()["general"][name])


@cache
def issue_words() -> frozenset[str]:
    """All single words of issues and of what is on the table, base forms in lower case."""
    every = frozenset().union(*_data()["families"].values(), *_data()["general"].values())
    return frozenset(word for word in every if " " not in word)


def terms(lemmas: Sequence[str]) -> list[str]:
    """The words of a text with its phrases of two and three words; a hyphen joins as it is written."""
    joined = " ".join(lemmas).replace(" - ", "-").split()
    phrases = [" ".join(pair) for pair in pairwise(joined)]
    phrases += [" ".join(three) for three in zip(joined, joined[1:], joined[2:], strict=False)]
    return [*joined, *phrases]


def names_issue(lemmas: Sequence[str]) -> bool:
    """Whether words of an issue or of something on the table are among these base forms."""
    known = _family_of()
    table = general_words("agreement") | general_words("proposal")
    return any(term in known or term in table for term in terms(lemmas))


def issue_of(topic: Sequence[str], sentence: Iterable[str] = ()) -> str | None:
    """The issue family words belong to, or None.

    Args:
        topic: base forms of the words that name the proposal or issue.
        sentence: base forms of the sentence around it, which decide between families that the topic names;
            they never bring in another.
    """
    votes: Counter[str] = Counter()
    known = _family_of()
    own = {family for term in terms(list(topic)) for family in known.get(term, ())}
    for lemmas, weight in ((topic, TOPIC_WEIGHT), (list(sentence), 1)):
        for term in terms(list(lemmas)):
            for family in own.intersection(known.get(term, ())):
                votes[family] += weight * (1 + term.count(" "))
    best = max(votes.values(), default=0)
    # Of families with as many votes, the first in the vocabulary.
    return next((family for family in issue_families() if best and votes[family] == best), None)
