"""From text and character ranges to words and word ranges, the way the engine sees them at run time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.language import Language


@dataclass(frozen=True)
class Words:
    """The words of a text with their character offsets."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    paragraph_starts: tuple[bool, ...]

    def ranges(self, characters: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """Half-open word ranges covering the character ranges, without punctuation at their edges."""
        found = []
        for start, end in characters:
            first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
            while first < last and not any(map(str.isalnum, self.words[first])):
                first += 1
            while last > first and not any(map(str.isalnum, self.words[last - 1])):
                last -= 1
            if first < last:
                found.append((first, last))
        return tuple(found)


def tokenise(text: str, tokenizer: Language) -> Words:
    """The words of `text` by the blank spaCy pipeline `tokenizer`; white space is no word."""
    words, starts, ends, breaks = [], [], [], []
    fresh = True
    for token in tokenizer.make_doc(text):
        if token.is_space:
            fresh = fresh or "\n" in token.text
            continue
        words.append(token.text)
        starts.append(token.idx)
        ends.append(token.idx + len(token.text))
        breaks.append(fresh)
        fresh = False
    return Words(tuple(words), tuple(starts), tuple(ends), tuple(breaks))
