"""Set expressions with a word out of place, and listed broken phrases.

"Information convention" is a *news conference* whose words were exchanged one by one. Every token stands for
itself and for the words it is known to be put in place of; a path through a known expression that needs at
least one such exchange is a hit, unless the words as they stand are themselves a set expression.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parley.copies.paraphrase.hits import Hit, Kind
from parley.copies.paraphrase.lexicon import HONEST, Lexicon, Node, Phrase
from parley.copies.paraphrase.tokens import Word

_FUNCTION_WORDS = frozenset(["of", "the", "and", "for", "a", "to", "on", "in"])
Words = Sequence[Word | None]


class _Step(NamedTuple):
    """Words `start` to `end` of the text read as `reading`, one word of an expression."""

    start: int
    end: int
    reading: str
    exchanged: bool


_Path = tuple[_Step, ...]


def broken_expressions(words: Words, lexicon: Lexicon) -> Iterator[Hit]:
    """Hits of expressions in which at least one word was exchanged.

    Args:
        words: see `words_in`.
        lexicon: the vocabulary.
    """
    paths = _Walk(words, lexicon).paths()
    kept = {
        position
        for path, kind in paths
        if kind != "loose" and not any(step.exchanged for step in path)
        for position in range(path[0].start, path[-1].end)
    }
    for path, kind in paths:
        exchanged = [step for step in path if step.exchanged]
        if kind == HONEST or not exchanged or any(step.start in kept for step in exchanged):
            continue
        if _case_fits(words, path, kind):
            yield _hit(words, path, kind)


def listed_phrases(words: Words, lexicon: Lexicon) -> Iterator[Hit]:
    """Hits of the phrases that the vocabulary lists one by one."""
    for position, word in enumerate(words):
        if word is None or word.lower not in lexicon.phrases:
            continue
        for phrase in lexicon.phrases[word.lower]:
            start = position - phrase.anchor
            if start >= 0 and _matches(words, start, phrase):
                yield _listed_hit(words, start, phrase)


class _Walk:
    """One walk over a text, reading every word as itself and as the words it is known to replace."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon

    def paths(self) -> list[tuple[_Path, str]]:
        """Every way to read an expression, with its kind."""
        first, expressions = self._lexicon.first, self._lexicon.expressions.next
        found: list[tuple[_Path, str]] = []
        for start, word in enumerate(self._words):
            if word is not None and (word.classes or word.lower in first):
                self._onward((), self._steps(start, word, expressions), found)
        return found

    def _onward(self, path: _Path, steps: list[tuple[_Step, Node]], found: list[tuple[_Path, str]]) -> None:
        """Adds to `found` the expressions that begin with `path` and go on with one of `steps`."""
        for step, reached in steps:
            longer = (*path, step)
            if reached.kind and path:
                found.append((longer, reached.kind))
            if reached.next and step.end < len(self._words):
                following = self._words[step.end]
                further = self._steps(step.end, following, reached.next) if following else []
                if further:
                    self._onward(longer, further, found)

    def _steps(self, start: int, word: Word, wanted: dict[str, Node]) -> list[tuple[_Step, Node]]:
        """The readings of a word that are `wanted`, and where each leads. Few words have one."""
        found = []
        for reading in (word.lower, *word.classes):
            reached = wanted.get(reading)
            if reached is not None:
                found.append((_Step(start, start + 1, reading, False), reached))
        for rest, original in self._lexicon.originals.get(word.lower, ()):
            reached = wanted.get(original)
            if reached is not None and (not rest or self._goes_on(start + 1, rest)):
                found.append((_Step(start, start + 1 + len(rest), original, True), reached))
        return found

    def _goes_on(self, start: int, rest: tuple[str, ...]) -> bool:
        """Whether the words from `start` on are `rest`."""
        further = self._words[start : start + len(rest)]
        return rest == tuple(word.lower for word in further if word)


def _case_fits(words: Words, path: _Path, kind: str) -> bool:
    """Names must be capitalised throughout, and nothing else may be exchanged for a name."""
    if kind != "names":
        return not any((word := words[step.start]) and word.capital for step in path if step.exchanged)
    spoken = [word for word in words[path[0].start : path[-1].end] if word]
    return all(word.text[0].isupper() or word.lower in _FUNCTION_WORDS or word.text == "-" for word in spoken)


def _hit(words: Words, path: _Path, kind: str) -> Hit:
    exchanged = [step for step in path if step.exchanged]
    if kind == "loose":
        strength, shown = Kind.LOOSE, path[path.index(exchanged[0]) : path.index(exchanged[-1]) + 1]
    else:
        meaningful = [step for step in path if step.reading not in _FUNCTION_WORDS]
        proved = len(exchanged) < len(meaningful) and not any(_figure(words, step) for step in exchanged)
        strength, shown = (Kind.BROKEN if proved else Kind.STRAINED), path
    first, last = words[shown[0].start], words[shown[-1].end - 1]
    assert first is not None and last is not None  # a step never crosses the end of a paragraph
    likely = _likely(words, shown)
    return Hit(first.at, last.at + 1, strength, likely, f"{strength}:{likely.lower()}")


def _figure(words: Words, step: _Step) -> bool:
    word = words[step.start]
    return word is not None and word.text[0].isdigit()


def _likely(words: Words, path: _Path) -> str:
    said = []
    for step in path:
        word = words[step.start]
        assert word is not None
        reading = step.reading if step.exchanged else word.text
        said.append(reading.capitalize() if step.exchanged and word.text[0].isupper() else reading)
    return " ".join(said).replace(" - ", "-")


def _matches(words: Words, start: int, phrase: Phrase) -> bool:
    if start + len(phrase.words) > len(words):
        return False
    for word, wanted in zip(words[start : start + len(phrase.words)], phrase.words, strict=True):
        if word is None or (word.lower != wanted and wanted not in word.classes):
            return False
    return True


def _listed_hit(words: Words, start: int, phrase: Phrase) -> Hit:
    first, last = words[start + phrase.core[0]], words[start + phrase.core[1] - 1]
    assert first is not None and last is not None
    return Hit(first.at, last.at + 1, phrase.kind, phrase.likely, " ".join(phrase.words))
