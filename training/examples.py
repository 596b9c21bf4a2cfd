"""One form for every corpus: words, where paragraphs begin, and what each task knows of them.

A task that says nothing of a word leaves `UNKNOWN` there, and the loss skips it; so corpora annotated for
different tasks train one encoder together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

UNKNOWN = -100


@dataclass(frozen=True)
class Link:
    """One attribution over words: cue, source and content as half-open word ranges."""

    cue: tuple[int, int]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Example:
    """One document.

    Attributes:
        corpus: name of the corpus it comes from.
        words: the words.
        paragraph_starts: for each word, whether it begins a paragraph.
        sentence_starts: 1, 0 or UNKNOWN a word.
        spun: 1 where a spinner put the word, else 0.
        upos, xpos, lemmas, deprels, names: label strings, or None where unknown.
        heads: index of the head word; itself for a root; UNKNOWN where unknown.
        links: the attributions, or None where the corpus has none annotated.
    """

    corpus: str
    words: tuple[str, ...]
    paragraph_starts: tuple[bool, ...]
    sentence_starts: tuple[int, ...]
    upos: tuple[str | None, ...] = ()
    xpos: tuple[str | None, ...] = ()
    lemmas: tuple[str | None, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str | None, ...] = ()
    names: tuple[str | None, ...] = ()
    spun: tuple[int, ...] = ()
    links: tuple[Link, ...] | None = None

    def __post_init__(self) -> None:
        size = len(self.words)
        blanks = {"upos": None, "xpos": None, "lemmas": None, "deprels": None, "names": None}
        for name, blank in blanks.items():
            if not getattr(self, name):
                object.__setattr__(self, name, (blank,) * size)
        if not self.heads:
            object.__setattr__(self, "heads", (UNKNOWN,) * size)
        if not self.spun:
            object.__setattr__(self, "spun", (0,) * size)


def cut(example: Example, start: int, end: int) -> Example:
    """The part of `example` from word `start` up to `end`; links and heads that leave it are dropped."""
    inside = range(start, end)
    fields = {
        name: getattr(example, name)[start:end]
        for name in (
            "words", "paragraph_starts", "sentence_starts", "upos", "xpos", "lemmas", "deprels", "names",
            "spun",
        )
    }  # fmt: skip
    heads = tuple(head - start if head in inside else UNKNOWN for head in example.heads[start:end])
    links = None if example.links is None else tuple(_cut_links(example.links, start, end))
    return replace(example, **fields, heads=heads, links=links)


def _cut_links(links: tuple[Link, ...], start: int, end: int) -> list[Link]:
    def move(ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        clipped = ((max(a, start) - start, min(b, end) - start) for a, b in ranges)
        return tuple((a, b) for a, b in clipped if a < b)

    kept = (link for link in links if start <= link.cue[0] and link.cue[1] <= end)
    return [
        Link((link.cue[0] - start, link.cue[1] - start), move(link.source), move(link.content))
        for link in kept
    ]
