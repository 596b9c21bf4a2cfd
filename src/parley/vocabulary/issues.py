"""Issue families: what is negotiated, by the words reports use for it (`data/issues.toml`)."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import Any

# Of the words of the whole report, so many tokens of one count, and each so much; one that stands so often
# gives a word with other meanings its company.
_MOST = 5
_REPORT_WEIGHT = 0.05
_OFTEN = 2
# So many words of one family make a report one about it, if they are this share of all families' words.
_ENOUGH = 5
_MOST_OF_REPORT = 0.6
_NOTHING: Mapping[str, int] = MappingProxyType({})
# A word in the topic itself tells more of the family than one elsewhere in the sentence.
TOPIC_WEIGHT = 4.0


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


def _families(term: str, beside: AbstractSet[str]) -> list[str]:
    """The families a term belongs to, in the company it is in."""
    company = _company()
    return [
        family
        for family in _family_of().get(term, ())
        if (family, term) not in company or not beside.isdisjoint(company[family, term])
    ]


def terms(lemmas: Sequence[str]) -> list[str]:
    """The words of a text with its phrases of two and three words; a hyphen joins as it is written."""
    joined = " ".join(lemmas).replace(" - ", "-").split()
    phrases = [" ".join(pair) for pair in pairwise(joined)]
    phrases += [" ".join(three) for three in zip(joined, joined[1:], joined[2:], strict=False)]
    return [*joined, *phrases]


def names_issue(lemmas: Sequence[str]) -> bool:
    """Whether words of an issue or of something on the table are among these base forms."""
    named = _naming()
    return any(term in named for term in terms(lemmas))


@cache
def _naming() -> frozenset[str]:
    """Every word and phrase of an issue or of something on the table."""
    return general_words("agreement") | general_words("proposal") | frozenset(_family_of())


@cache
def _company() -> Mapping[tuple[str, str], frozenset[str]]:
    """For a family's word that has other meanings, the words beside which it is of the family."""
    return MappingProxyType(
        {
            (family, word): frozenset(beside)
            for family, words in _data()["company"].items()
            for word, beside in words.items()
        }
    )


def issue_of(
    topic: Sequence[str], sentence: Iterable[str] = (), report: Mapping[str, int] = _NOTHING
) -> str | None:
    """The issue family words belong to, or None.

    A word with other meanings counts only in the company that gives it this one: "release" is of the family
    *prisoners* beside hostages, not beside figures.

    Args:
        topic: base forms of the words that name the proposal or issue.
        sentence: base forms of the sentence around it, which decide between families that the topic names;
            they never bring in another.
        report: how often each base form stands in the whole report; they decide where the sentence does not.
    """
    known = [term for term in terms(list(topic)) if term in _family_of()]
    if not known:
        return None
    votes: dict[str, float] = defaultdict(float)
    near = list(sentence)
    beside = {*topic, *near, *(word for word, count in report.items() if count >= _OFTEN)}
    own = {family for term in known for family in _families(term, beside)}
    if len(own) <= 1:
        return next(iter(own), None)
    for lemmas, weight in ((topic, TOPIC_WEIGHT), (near, 1.0)):
        for term in terms(list(lemmas)):
            for family in own.intersection(_families(term, beside)):
                votes[family] += weight * (1 + term.count(" "))
    for word, count in report.items():
        for family in own.intersection(_families(word, beside)):
            votes[family] += _REPORT_WEIGHT * min(count, _MOST)
    best = max(votes.values(), default=0)
    # Of families with as many votes, the first in the vocabulary.
    return next((family for family in issue_families() if best and votes[family] == best), None)


def issue_of_report(report: Mapping[str, int]) -> str | None:
    """The issue family that a whole report is about, or None where no family has most of its words.

    Args:
        report: how often each base form stands in it. Words of several families, or with other meanings, do
            not count, nor those of families that any political report has words of.
    """
    everywhere = general_words("everywhere")
    votes: dict[str, int] = defaultdict(int)
    for word, count in report.items():
        families = _family_of().get(word, ())
        told = len(families) == 1 and families[0] not in everywhere
        if told and (families[0], word) not in _company():
            votes[families[0]] += count
    best = max(votes, key=lambda family: votes[family], default=None)
    if best is None or votes[best] < max(_ENOUGH, _MOST_OF_REPORT * sum(votes.values())):
        return None
    return best
