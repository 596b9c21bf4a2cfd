"""Cuts a text into tokens as spaCy's English tokenizer does, without spaCy.

The rules are spaCy's (MIT, see NOTICE), written to ``tokens.json`` by ``python -m training.tokens``: what is
cut off a word's front, its end and its inside, what looks like an address, and words that are cut in their
own way ("don't" into "do" and "n't"). Only the walk over a text is written again here: importing spaCy for it
took longer than reading a report.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

RULES = Path(__file__).parent / "tokens.json"
_RUNS = re.compile(r" ?\S+|\s+")
_LAST_NEAR = "\u20bf"
"""The patterns for near characters hold for words of none beyond this one (the signs of currencies)."""


class Tokens(NamedTuple):
    """A text in tokens, white space that is not one space between two of them among them.

    Attributes:
        words: the tokens as written.
        spaces: " " where one space follows the token, else "".
    """

    words: list[str]
    spaces: list[str]


@dataclass(frozen=True)
class Patterns:
    """What is cut off words, as the sources of regular expressions; compiled when first used."""

    prefix: str
    suffix: str
    infix: str
    address: str

    @cached_property
    def begin(self) -> Callable[[str], re.Match[str] | None]:
        """Finds what is cut off the front."""
        return re.compile(self.prefix).search

    @cached_property
    def end(self) -> Callable[[str], re.Match[str] | None]:
        """Finds what is cut off the end."""
        return re.compile(self.suffix).search

    @cached_property
    def inside(self) -> Callable[[str], Iterable[re.Match[str]]]:
        """Finds where a word is cut inside."""
        return re.compile(self.infix).finditer

    @cached_property
    def is_address(self) -> Callable[[str], re.Match[str] | None]:
        """Finds whether a word is a web address."""
        return re.compile(self.address).match


@dataclass(frozen=True)
class Tokenizer:
    """Cuts texts into tokens.

    Attributes:
        near: the patterns for words of near characters, which compile in a tenth of the time.
        far: the patterns for all words.
        special: words that are cut in their own way.
        joined: tokens, in a row, that are put together and cut as `special` says of their whole.
        most: how many words are remembered before remembering starts afresh (bounds memory).
    """

    near: Patterns
    far: Patterns
    special: dict[str, tuple[str, ...]]
    joined: dict[str, tuple[tuple[str, ...], ...]]
    most: int = 100_000
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def tokens(self, text: str) -> Tokens:
        """The tokens of `text`; words and spaces one after the other are the text again."""
        opening = text[: len(text) - len(text.lstrip())]
        words = list(self.cut(opening)) if opening else []
        spaces = [""] * len(words)
        known = self._known
        for run in _RUNS.findall(text, len(opening)):
            if run[0] == " ":
                spaces[-1] = " "
            cut = known.get(run)
            if cut is None:
                cut = self._learnt(run)
            words += cut
            spaces += [""] * len(cut)
        found = Tokens(words, spaces)
        return self._rejoined(found)

    def _learnt(self, run: str) -> tuple[str, ...]:
        """The tokens of a run; the space it begins with belongs to the token before it."""
        if len(self._known) >= self.most:
            self._known.clear()
        rest = run.removeprefix(" ")
        cut = self._known[run] = self.cut(rest) if rest else ()
        return cut

    def cut(self, word: str, special: bool = True) -> tuple[str, ...]:
        """The tokens of a text without white space.

        Args:
            word: the text.
            special: whether words that are cut in their own way are.
        """
        own = self.special if special else {}
        patterns = self.near if max(word) <= _LAST_NEAR else self.far
        before: list[str] = []
        after: list[str] = []
        rest, size = word, -1
        while rest and len(rest) != size and rest not in own:
            size = len(rest)
            rest = _stripped(rest, patterns, own, before, after)
        if rest in own:
            inner: Sequence[str] = own[rest]
        elif not rest or ("." in rest and patterns.is_address(rest)):
            inner = (rest,) if rest else ()
        else:
            inner = _parted(rest, patterns)
        return (*before, *inner, *reversed(after))

    def _rejoined(self, found: Tokens) -> Tokens:
        """The tokens with rows of them that are words cut in their own way cut so, the longest first."""
        if self.joined.keys().isdisjoint(found.words):
            return found
        words, spaces = found
        rows = [
            (start, start + len(row))
            for start, word in enumerate(words)
            if word in self.joined
            for row in self.joined[word]
            if tuple(words[start : start + len(row)]) == row
        ]
        for start, end in reversed(_apart(rows)):
            whole = "".join(words[start:end])
            if any(spaces[start : end - 1]) or whole not in self.special:
                continue
            parts = self.special[whole]
            spaces[start:end] = [*[""] * (len(parts) - 1), spaces[end - 1]]
            words[start:end] = parts
        return found


def _stripped(
    word: str, patterns: Patterns, own: dict[str, tuple[str, ...]], before: list[str], after: list[str]
) -> str:
    """`word` without what is cut off its front and end, which goes to `before` and `after`."""
    front = patterns.begin(word)
    first = front.end() - front.start() if front else 0
    if first and word[first:] in own:
        before.append(word[:first])
        return word[first:]
    back = patterns.end(word[first:])
    last = back.end() - back.start() if back else 0
    kept = len(word) - last
    if last and word[:kept] in own:
        after.append(word[kept:])
        return word[:kept]
    if first:
        before.append(word[:first])
    if last and (not first or first <= kept):
        after.append(word[kept:])
        return word[first:kept]
    return word[first:]


def _parted(word: str, patterns: Patterns) -> list[str]:
    """`word` cut inside."""
    parts: list[str] = []
    start = 0
    for match in patterns.inside(word):
        if match.start() == 0:
            continue
        parts += [word[start : match.start()], match.group()]
        start = match.end()
    parts.append(word[start:])
    return [part for part in parts if part]


def _apart(rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Rows that share no token, in order: the longest, and of equals the first, take theirs before others."""
    taken: set[int] = set()
    found = []
    for start, end in sorted(rows, key=lambda row: (row[0] - row[1], row[0])):
        if start not in taken and end - 1 not in taken:
            found.append((start, end))
        taken.update(range(start, end))
    return sorted(found)


@lru_cache(maxsize=1)
def load_tokenizer(path: Path = RULES) -> Tokenizer:
    """The tokenizer by the rules at `path`."""
    read = json.loads(path.read_text(encoding="utf-8"))
    joined: dict[str, list[tuple[str, ...]]] = {}
    for row in read["joined"]:
        joined.setdefault(row[0], []).append(tuple(row))
    return Tokenizer(
        Patterns(**read["near"]),
        Patterns(**read["far"]),
        {word: tuple(parts) for word, parts in read["special"].items()},
        {first: tuple(rows) for first, rows in joined.items()},
    )
