"""The vocabulary of `parley.vocabulary.paraphrases`, indexed by its first words for one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from math import inf

from parley.copies.paraphrase.hits import Kind
from parley.copies.paraphrase.inflection import noun_forms, same_forms, verb_forms
from parley.vocabulary.paraphrases import SpinnerWords, honest_rates, spinner_words

HONEST = "honest"
CLASSES = frozenset({"DAY", "NAME", "QUOTE"})

_PIECES = re.compile(r"\b(?=n't)|(?='(?:s|re|ll|ve|d|m)?(?:\s|$))|\s+|(?<=[a-z])(?=-)|(?<=-)(?=[a-z])", re.I)


@dataclass(slots=True)
class Node:
    """A place in the tree of expressions.

    Attributes:
        next: the words that may follow.
        kind: kind of the expression that ends here ("names", "nouns", ..., HONEST), or None.

    """

    next: dict[str, Node] = field(default_factory=dict)
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A listed spun phrase.

    Attributes:
        words: its words in lower case, with DAY, NAME and QUOTE for classes.
        anchor: which of its words is looked up, the one that honest news uses least.
        core: first and last (exclusive) of the words that are the phrase itself.
        likely: the likely original, or None.
        kind: how strong it is.

    """

    words: tuple[str, ...]
    anchor: int
    core: tuple[int, int]
    likely: str | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the detector looks words up in.

    Attributes:
        expressions: tree of the set expressions, all inflections.
        originals: first word of a substitute to (its further words, the word it stands for, their kind).
        first: words that an expression can start with, as they stand or exchanged.
        phrases: rarest word of a listed phrase to the phrases.

    """

    expressions: Node
    originals: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    first: frozenset[str]
    phrases: dict[str, tuple[Phrase, ...]]


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokeniser parts them: hyphens and clitics stand alone."""
    if "-" not in phrase and "'" not in phrase:
        return tuple(phrase.split())
    return tuple(piece for piece in _PIECES.split(phrase) if piece)


@cache
def lexicon() -> Lexicon:
    """The index over the vocabulary, built at first use."""
    vocabulary = spinner_words()
    expressions, originals = _expressions(vocabulary), _originals(vocabulary)
    starts = expressions.next
    exchanged = {word for word, pairs in originals.items() if any(pair[1] in starts for pair in pairs)}
    return Lexicon(
        expressions=expressions,
        originals=originals,
        first=frozenset(starts) | exchanged,
        phrases=_phrases(vocabulary),
    )


def _expressions(vocabulary: SpinnerWords) -> Node:
    root = Node()
    for kind, expressions in {**vocabulary.expressions, HONEST: vocabulary.honest}.items():
        for expression in expressions:
            for form in _inflected(expression, kind):
                _plant(root, form, kind)
    return root


def _plant(root: Node, expression: str, kind: str) -> None:
    node = root
    for word in words_of(expression):
        node = node.next.setdefault(word if word in CLASSES else word.lower(), Node())
    node.kind = node.kind or kind


def _inflected(expression: str, kind: str) -> Iterator[str]:
    if kind == "nouns":
        yield from noun_forms(expression)
    elif kind == "verbs":
        yield from verb_forms(expression)
    else:
        yield expression


def _originals(vocabulary: SpinnerWords) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    for kind, table in vocabulary.substitutes.items():
        for word, substitutes in table.items():
            for substitute in substitutes:
                for original, spun in same_forms(word, substitute, kind):
                    first, *rest = words_of(spun.lower())
                    found.setdefault(first, {})[tuple(rest), original.lower()] = None
    return {first: tuple(pairs) for first, pairs in found.items()}


def _phrases(vocabulary: SpinnerWords) -> dict[str, tuple[Phrase, ...]]:
    rates = honest_rates()
    found: dict[str, list[Phrase]] = {}
    for strength, table in vocabulary.phrases.items():
        for spun, likely in table.items():
            words = tuple(word if word in CLASSES else word.lower() for word in words_of(spun))
            inner = [number for number, word in enumerate(words) if word not in CLASSES and word.isalnum()]
            core = (inner[0], inner[-1] + 1) if inner else (0, len(words))
            anchor = min(range(*core), key=lambda number: _commonness(words[number], rates))
            phrase = Phrase(words, anchor, core, _plain(likely), Kind(strength))
            found.setdefault(words[anchor], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}


def _commonness(word: str, rates: dict[str, int]) -> float:
    """How often honest news uses a word; of the words that were not counted, short ones pass for common."""
    return rates.get(word, 0 if len(word) > 3 else inf)


def _plain(likely: str) -> str | None:
    """The words of a listed original without the classes and marks that only gave the context."""
    words = [word for word in likely.split() if word not in CLASSES and word.strip(",.")]
    return " ".join(words) or None
