"""Forms of words."""

from __future__ import annotations

import pytest

from parley.copies.paraphrase.inflection import noun_forms, same_forms, verb_forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("name", "names"),
        ("country", "countries"),
        ("journey", "journeys"),
        ("loss", "losses"),
        ("crisis", "crises"),
        ("marketing campaign", "marketing campaigns"),
        ("adult male", "adult males"),
    ],
)
def test_plural(noun: str, plural: str) -> None:
    assert noun_forms(noun) == (noun, plural)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("say", ("say", "says", "said", "said", "saying")),
        ("reduce", ("reduce", "reduces", "reduced", "reduced", "reducing")),
        ("ban", ("ban", "bans", "banned", "banned", "banning")),
        ("agree", ("agree", "agrees", "agreed", "agreed", "agreeing")),
        ("die", ("die", "dies", "died", "died", "dying")),
        ("scale back", ("scale back", "scales back", "scaled back", "scaled back", "scaling back")),
    ],
)
def test_verb_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


def test_a_substitute_takes_the_ending_of_the_word_it_replaces() -> None:
    assert dict(same_forms("call", "name", "nouns")) == {"call": "name", "calls": "names"}
    assert ("told", "instructed") in set(same_forms("tell", "instruct", "verbs"))
    assert list(same_forms("but", "however", "other")) == [("but", "however")]
