"""From words to the numbers the encoder reads: word pieces, and what their letters look like.

The encoder is uncased; the letter case, and where a paragraph begins, come to it as an extra input.
Training uses this module too, so that both see the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

CLS, SEP, PAD = 101, 102, 0
# Longer words (addresses, giant words of a hostile page) are cut: no real word needs more.
MOST_PIECES = 12
LONGEST_WORD = 64
# Quotation marks the pretrained vocabulary lacks, read as their common sisters.
LIKE = str.maketrans(
    {"„": "“", "«": "“", "»": "”", "‹": "‘", "›": "’", "‚": "‘", "‟": "“", "″": '"', "—": "—"}
)
QUOTE_WORDS = {"``": "“", "''": "”"}

LOWER, TITLE, UPPER, MIXED, OTHER = range(5)
CASES = 5
# Features: case, plus CASES where a paragraph begins.
FEATURES = 2 * CASES


def letter_case(word: str) -> int:
    """Which of LOWER, TITLE, UPPER, MIXED, OTHER (no letters) `word` is."""
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word.istitle() or (word[:1].isupper() and word[1:].islower()):
        return TITLE
    return MIXED if any(map(str.isalpha, word)) else OTHER


@dataclass(slots=True)
class PieceTable:
    """Word pieces of words, remembered.

    Attributes:
        tokenizer: the encoder's word-piece tokenizer.
        most: how many words are remembered before the table starts afresh (bounds memory).
    """

    tokenizer: Tokenizer
    most: int = 200_000
    _known: dict[str, tuple[tuple[int, ...], int]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> PieceTable:
        """The table of the tokenizer file (Hugging Face ``tokenizer.json``) at `path`."""
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer)

    def of(self, words: Iterable[str]) -> list[tuple[tuple[int, ...], int]]:
        """For each word its piece ids (at least one) and its letter case."""
        words = list(words)
        new = {word for word in words if word not in self._known}
        if new:
            if len(self._known) + len(new) > self.most:
                self._known.clear()
                new = set(words)
            self._learn(sorted(new))
        return [self._known[word] for word in words]

    def _learn(self, words: list[str]) -> None:
        plain = [QUOTE_WORDS.get(word, word[:LONGEST_WORD].translate(LIKE)) for word in words]
        encodings = self.tokenizer.encode_batch(plain, add_special_tokens=False)
        unknown = int(self.tokenizer.token_to_id("[UNK]") or 0)
        for word, encoding in zip(words, encodings, strict=True):
            ids = tuple(encoding.ids[:MOST_PIECES]) or (unknown,)
            self._known[word] = (ids, letter_case(word))
