"""Set expressions with a word out of place, and listed broken phrases.

"Information convention" is a *news conference* whose words were exchanged one by one. Every token stands for
itself and for the words it is known to be put in place of; a path through a known expression that needs at
least one such exchange is a hit, unless the words as they stand are themselves a set expression.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from parley.copies.paraphrase.hits import Hit, Kind
from parley.copies.paraphrase.lexicon import HONEST, Lexicon, Node, Phrase, lexicon
from parley.copies.paraphrase.tokens import Word, Words

_FUNCTION_WORDS = frozenset(["of", "the", "and", "for", "a", "to", "on", "in"])


class _Step(NamedTuple):
    """Words `start` to `end` of the text read as `reading`, one word of an expression."""

    start: int
    end: int
    reading: str
    exchanged: bool


_Path = tuple[_Step, ...]
_REMEMBERED = 1 << 14
# A word of an expression; the further words that a substitute for it has, None where nothing is exchanged.
_Reading = tuple[str, tuple[str, ...] | None]


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
        if _case_fits(words.row, path, kind):
            yield _hit(words.row, path, kind)


def listed_phrases(words: Words, lexicon: Lexicon) -> Iterator[Hit]:
    """Hits of the phrases that the vocabulary lists one by one."""
    row = words.row
    for position in words.having(lexicon.phrases.keys()):
        word = row[position]
        for phrase in lexicon.phrases[word.lower] if word is not None else ():
            start = position - phrase.anchor
            if start >= 0 and _matches(row, start, phrase):
                core = start + phrase.core[0], start + phrase.core[1]
                yield Hit(*core, phrase.kind, phrase.likely, " ".join(phrase.words))


class _Walk:
    """One walk over a text, reading every word as itself and as the words it is known to replace."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self._words = words
        self._row = words.row
        self._lexicon = lexicon

    def paths(self) -> list[tuple[_Path, str]]:
        """Every way to read an expression, with its kind."""
        found: list[tuple[_Path, str]] = []
        root, row = self._lexicon.expressions, self._row
        classed = [place for place, word in enumerate(row) if word is not None and word.classes]
        for start in sorted({*classed, *self._words.having(self._lexicon.first)}):
            word, following = row[start], row[start + 1] if start + 1 < len(row) else None
            if word is None or following is None:
                continue
            # Most words are followed by none that goes on with an expression.
            if not _seconds(word).isdisjoint(_read_as(following)):
                self._onward((), start, root, found)
        return found

    def _onward(self, path: _Path, start: int, node: Node, found: list[tuple[_Path, str]]) -> None:
        """Adds to `found` the expressions that begin with `path`, which leads to `node`, and go on."""
        word = self._row[start]
        if word is None:
            return
        for reading, rest in _readings(word):
            reached = node.next.get(reading)
            if reached is None or (rest and not self._goes_on(start + 1, rest)):
                continue
            end = start + 1 + len(rest or ())
            longer = (*path, _Step(start, end, reading, rest is not None))
            if reached.kind and path:
                found.append((longer, reached.kind))
            if reached.next and end < len(self._row):
                self._onward(longer, end, reached, found)

    def _goes_on(self, start: int, rest: tuple[str, ...]) -> bool:
        """Whether the words from `start` on are `rest`."""
        further = self._row[start : start + len(rest)]
        return rest == tuple(word.lower for word in further if word)


@lru_cache(maxsize=_REMEMBERED)
def _readings(word: Word) -> tuple[_Reading, ...]:
    """What a word can be read as, itself first; with the words it needs behind it where it is exchanged."""
    own: list[_Reading] = [(reading, None) for reading in (word.lower, *word.classes)]
    return (*own, *((original, rest) for rest, original in lexicon().originals.get(word.lower, ())))


@lru_cache(maxsize=_REMEMBERED)
def _read_as(word: Word) -> frozenset[str]:
    return frozenset(reading for reading, _ in _readings(word))


@lru_cache(maxsize=_REMEMBERED)
def _seconds(word: Word) -> frozenset[str]:
    """What has to stand behind a word for an expression to begin with it."""
    found: set[str] = set()
    for reading, rest in _readings(word):
        reached = lexicon().expressions.next.get(reading)
        if reached is not None:
            found.update(rest[:1] if rest else reached.next)
    return frozenset(found)


def _case_fits(words: Sequence[Word | None], path: _Path, kind: str) -> bool:
    """Names must be capitalised throughout, and nothing else may be exchanged for a name."""
    if kind != "names":
        return not any((word := words[step.start]) and word.capital for step in path if step.exchanged)
    spoken = [word for word in words[path[0].start : path[-1].end] if word]
    return all(word.text[0].isupper() or word.lower in _FUNCTION_WORDS or word.text == "-" for word in spoken)


def _hit(words: Sequence[Word | None], path: _Path, kind: str) -> Hit:
    exchanged = [step for step in path if step.exchanged]
    if kind == "loose":
        strength, shown = Kind.LOOSE, path[path.index(exchanged[0]) : path.index(exchanged[-1]) + 1]
    else:
        meaningful = [step for step in path if step.reading not in _FUNCTION_WORDS]
        proved = len(exchanged) < len(meaningful) and not any(_figure(words, step) for step in exchanged)
        strength, shown = (Kind.BROKEN if proved else Kind.STRAINED), path
    likely = _likely(words, shown)
    return Hit(shown[0].start, shown[-1].end, strength, likely, f"{strength}:{likely.lower()}")


def _figure(words: Sequence[Word | None], step: _Step) -> bool:
    word = words[step.start]
    return word is not None and word.text[0].isdigit()


def _likely(words: Sequence[Word | None], path: _Path) -> str:
    said = []
    for step in path:
        word = words[step.start]
        assert word is not None
        reading = step.reading if step.exchanged else word.text
        said.append(reading.capitalize() if step.exchanged and word.text[0].isupper() else reading)
    return " ".join(said).replace(" - ", "-")


def _matches(words: Sequence[Word | None], start: int, phrase: Phrase) -> bool:
    if start + len(phrase.words) > len(words):
        return False
    for word, wanted in zip(words[start : start + len(phrase.words)], phrase.words, strict=True):
        if word is None or (word.lower != wanted and wanted not in word.classes):
            return False
    return True
