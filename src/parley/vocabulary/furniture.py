"""What stands in a report's text and is not the story: the rules of `data/furniture.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

# No part of these can match the same words in two ways: a hostile text must not make a pattern try them all.
_NAME = r"[A-Z][\w.'’-]*(?: (?:(?:al|de|van|von|der|bin|el|da|di|du|la|le) )?[A-Z][\w.'’-]*){0,4}"
_PLACE = r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+)*(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_TITLE_WORD = r"(?:[A-Z0-9][^\s,;|/]*|(?:correspondent|reporter|writer|editor|staff)\b)"
_LONGEST = 320


@dataclass(frozen=True)
class FurnitureRule:
    """One rule: which blocks of a text, or which parts of them, are not the story.

    Attributes:
        kind: what the passage is ("caption", "byline").
        looks: a regular expression of what it looks like; a group named `bumper` narrows what is marked.
        part: whether only what the pattern matches is furniture, not the whole block.
        place: "any", "first", "top" or "end".
        longest: blocks with more characters are not tried.
        needs: the block must hold one of these, in lower case; empty where there is no such test.
    """

    kind: str
    looks: str
    part: bool
    place: str
    longest: int
    needs: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like; compiled when a block is first held against it, which few rules see."""
        return re.compile(self.looks, re.DOTALL)


@cache
def _data() -> dict[str, Any]:
    source = files("parley.vocabulary").joinpath("data", "furniture.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def never_in_headings() -> frozenset[str]:
    """Words that no heading holds, in lower case: they report speech in the past."""
    return frozenset(_data()["never_in_headings"])


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """The rules of `data/furniture.toml`, in the order in which they are tried."""
    data = _data()
    stands_for = {
        "{agency}": _one_of(data["agencies"]),
        "{month}": _one_of(data["months"]),
        "{weekday}": _one_of(data["weekdays"]),
        "{name}": _NAME,
        "{place}": _PLACE,
        "{title_word}": _TITLE_WORD,
    }
    rules = []
    for entry in data["rule"]:
        pattern = entry["pattern"]
        for placeholder, meaning in stands_for.items():
            pattern = pattern.replace(placeholder, meaning)
        rule = FurnitureRule(
            kind=entry["kind"],
            looks=pattern,
            part=entry.get("part", False),
            place=entry.get("place", "any"),
            longest=entry.get("longest", _LONGEST),
            needs=tuple(entry.get("needs", ())),
        )
        rules.append(rule)
    return tuple(rules)


def _one_of(words: list[str]) -> str:
    """A pattern for any of the words, the longest first, so that none hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
