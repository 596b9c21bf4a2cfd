"""Where a report is cut, so that the encoder reads it in windows of whole paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

# In pieces. Attention costs grow with the square of a window; shorter ones see too little. Training used
# windows of up to 224.
LONGEST = 200
SENTENCE_ENDS = frozenset(".?!") | {".”", '."', "…", "”", '"'}


def cut_windows(
    words: Sequence[str], sizes: Sequence[int], paragraph_starts: Sequence[bool], longest: int = LONGEST
) -> list[tuple[int, int]]:
    """Half-open word ranges that cover all words, in order, each of at most `longest` pieces.

    Args:
        words: the words of a report.
        sizes: how many pieces each has.
        paragraph_starts: whether a paragraph begins at the word.
        longest: pieces a window may have (a single longer word stands alone).

    A window ends where a paragraph does; in a paragraph that is too long, where a sentence seems to end;
    and only failing that, anywhere.
    """
    found: list[tuple[int, int]] = []
    start, size, paragraph, sentence = 0, 0, 0, 0
    for place, pieces in enumerate(sizes):
        if place > start and paragraph_starts[place]:
            paragraph = place
        if place > start and words[place - 1] in SENTENCE_ENDS and not words[place][:1].islower():
            sentence = place
        while size + pieces > longest and place > start:
            end = paragraph if paragraph > start else sentence if sentence > start else place
            found.append((start, end))
            start, size = end, sum(sizes[end:place])
        size += pieces
    if start < len(sizes):
        found.append((start, len(sizes)))
    return found
