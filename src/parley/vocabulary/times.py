"""The words of time expressions, as data (`data/times.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class TimeWord:
    """What one word can be in a time expression.

    Attributes:
        family: the table of the data file it stands in ("weekday", "unit").
        value: its meaning within the family.
    """

    family: str
    value: int | str


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All words of time expressions.

    Attributes:
        words: lower-case word to what it can be.
        shares_a_form: month and weekday words that are also other words ("may").
        leads_to_a_date: words after which such a word is a date.
        leads_surely: those of them after which it is one even where somebody has that name.
        named_before: words before a weekday that make it a name ("Good Friday").
        named_after: words after a weekday that do so ("the Sunday Times").
        direction: lists of words that tell past from future, by the name of the list.
        counting: words that make four digits a quantity, by where they stand: "before", "after".
    """

    words: MappingProxyType[str, TimeWord]
    shares_a_form: frozenset[str]
    leads_to_a_date: frozenset[str]
    leads_surely: frozenset[str]
    named_before: frozenset[str]
    named_after: frozenset[str]
    direction: MappingProxyType[str, frozenset[str]]
    counting: MappingProxyType[str, frozenset[str]]


def _lists(section: dict[str, list[str]]) -> MappingProxyType[str, frozenset[str]]:
    return MappingProxyType({name: frozenset(words) for name, words in section.items()})


@cache
def time_words() -> TimeWords:
    """The words of time expressions, read once."""
    data: dict[str, Any] = tomllib.loads(
        (files("parley.vocabulary") / "data" / "times.toml").read_text(encoding="utf-8")
    )
    forms = data.pop("shares_a_form")
    direction = data.pop("direction")
    counting = data.pop("counting")
    return TimeWords(
        words=MappingProxyType(
            {word: TimeWord(family, value) for family, table in data.items() for word, value in table.items()}
        ),
        shares_a_form=frozenset(forms["words"]),
        leads_to_a_date=frozenset(forms["leads_to_a_date"]),
        leads_surely=frozenset(forms["leads_surely"]),
        named_before=frozenset(forms["named_before"]),
        named_after=frozenset(forms["named_after"]),
        direction=_lists(direction),
        counting=_lists(counting),
    )
