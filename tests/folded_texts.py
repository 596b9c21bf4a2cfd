"""Texts compared and folded without a record: for tests of copies."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from parley.copies.comparison import compare
from parley.copies.families import Link, families
from parley.copies.kinds import Relation, Verdict
from parley.copies.relations import Facts, Pair, relation
from parley.copies.verdict import verdict
from parley.copies.words import story_words

SPUN_NAME = "spun"


def verdict_of(one: str, other: str) -> Verdict:
    """What two texts are to each other, which must not depend on which comes first."""
    there = verdict(compare(story_words(one), story_words(other)))
    assert verdict(compare(story_words(other), story_words(one))) is there
    return there


def relation_of(original: str, copy: str, outlet: str | None = None) -> Relation:
    """What a copy is to its original; fails where it is none."""
    comparison = compare(story_words(original), story_words(copy))
    assert verdict(comparison) is Verdict.COPY, comparison
    return relation(Pair(Facts("original", outlet=outlet), Facts("copy", outlet=outlet), comparison))


def folded(
    texts: Mapping[str, str], published: Mapping[str, str] | None = None, title: str | None = None
) -> list[list[str]]:
    """The families of named texts, the original first; a name with "spun" is a machine paraphrase."""
    words = {name: story_words(text) for name, text in texts.items()}
    facts = [
        Facts(
            name,
            published=(published or {}).get(name),
            title=title,
            spun=0.9 if SPUN_NAME in name else 0.0,
            words=len(words[name]),
        )
        for name in texts
    ]
    links = []
    for first, second in combinations(sorted(texts), 2):
        comparison = compare(words[first], words[second])
        if verdict(comparison) is Verdict.COPY:
            links.append(Link(first, second, comparison))
    made = families(facts, links)
    assert sorted(member.report for family in made for member in family.members) == sorted(texts)
    return [[member.report for member in family.members] for family in made]
