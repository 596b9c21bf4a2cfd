"""What changed between two versions of a report: paragraph by paragraph, word by word within one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from parley.model import Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\S+\s*")
_ALIKE = 0.4  # paragraphs that share less than this of their words are another paragraph, not a changed one


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a changed paragraph.

    Attributes:
        kind: same, removed or added.
        words: the words.
    """

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph, before and after.

    Attributes:
        kind: same, removed, added or changed.
        before: where it stands in the earlier text; None for one that was added.
        after: where it stands in the later text; None for one that was removed.
        pieces: of a changed one, its words in order.
    """

    kind: str
    before: Span | None
    after: Span | None
    pieces: tuple[Piece, ...] = ()


def differences(before: str, after: str) -> list[Change]:
    """All paragraphs of two texts in order: what stayed, what went, what came, what was changed.

    Args:
        before: the earlier text.
        after: the later text.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(
        None,
        [span.of(before).strip() for span in old],
        [span.of(after).strip() for span in new],
        autojunk=False,
    )
    found: list[Change] = []
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        gone, come = old[old_start:old_end], new[new_start:new_end]
        if tag == "equal":
            found += [Change("same", one, other) for one, other in zip(gone, come, strict=True)]
        else:
            found += _replaced(before, after, gone, come)
    return found


def _paragraphs(text: str) -> list[Span]:
    return [Span(found.start(), found.end()) for found in _PARAGRAPH.finditer(text)]


def _replaced(before: str, after: str, gone: Sequence[Span], come: Sequence[Span]) -> Iterator[Change]:
    """Paragraphs that stand in the place of others, each beside the one it is most like where it is alike."""
    left = list(gone)
    for new in come:
        place = _most_alike(before, left, new.of(after))
        if place is None:
            yield Change("added", None, new)
            continue
        yield from (Change("removed", one, None) for one in left[:place])
        old = left[place]
        yield Change("changed", old, new, tuple(_pieces(old.of(before), new.of(after))))
        left = left[place + 1 :]
    yield from (Change("removed", one, None) for one in left)


def _most_alike(before: str, candidates: Sequence[Span], words: str) -> int | None:
    """Which of the paragraphs shares most words with `words`; None where none shares enough."""
    wanted = words.split()
    scores = [
        SequenceMatcher(None, one.of(before).split(), wanted, autojunk=False).ratio() for one in candidates
    ]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _ALIKE else None


def _pieces(before: str, after: str) -> Iterator[Piece]:
    """The words of a changed paragraph in order; what went stands before what came."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(
        None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False
    )
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        gone, come = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        if tag == "equal":
            yield Piece("same", come)
            continue
        for kind, words in zip_longest(("removed", "added"), (gone, come)):
            if words:
                yield Piece(kind, words)
