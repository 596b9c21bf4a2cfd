"""Marks what in a text is not the story: captions, bylines, promotions, contributor lines, headings.

Nothing is cut. A mark is a span of the stored text with a kind; whoever reads the text decides what to skip.
The words by which furniture is known are data: `vocabulary/data/furniture.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from parley.model import Furniture, Span
from parley.reports.blocks import Block, blocks
from parley.vocabulary.furniture import FurnitureRule, furniture_rules, never_in_headings

# Bylines and date lines stand in the first blocks, contributor lines in the last: of 400 news texts, none
# had a byline below its eighth block or a contributor line above its eighth from the end.
_FIRST = 3
_TOP = 8
_END = 8

# A line that stands twice is a caption, a pull quote or a slip; shorter lines ("(Applause.)") are story.
_SHORTEST_REPEAT = 40

_LONGEST_HEADING = 110
_SHORT_WORD = 3  # "of", "and" stay small in headlines
_HASH_HEADING = re.compile(r"#{1,6}\s+\S")
_NOT_A_HEADING_START = re.compile(r"[^\w“\"‘'¿$€£]|\d+[.)]\s|Q\b|[a-z]|.{0,40}@")
_SENTENCE_END = re.compile(r"[.!?…:;,—–-][”\"’')\]*]*$")
_TWO_SENTENCES = re.compile(r"[a-z]{2}[.!?][”\"’')]* \S")
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]+:\s")


def find_furniture(text: str, headings: Collection[str] = ()) -> tuple[Furniture, ...]:
    """What in `text` is not the story.

    Args:
        text: the stored text.
        headings: blocks known to be headings, from the mark-up the text came in.

    Returns:
        Passages that do not overlap, in text order. Kinds are those of `furniture.toml`, and `heading` and
        `repeat`. A passage may be part of a paragraph (kinds `dateline`, `markup`, `contributors`, `promo`).
    """
    found: list[Furniture] = []
    seen: set[str] = set()
    all_blocks = blocks(text)
    for number, block in enumerate(all_blocks):
        place = _place(number, len(all_blocks))
        marks = list(_marks(block, place, furniture_rules()))
        if not marks and (block.words in headings or _is_heading(block, last=number + 1 == len(all_blocks))):
            marks = [Furniture(block.span, "heading")]
        if not marks and block.words in seen:
            marks = [Furniture(block.span, "repeat")]
        if len(block.words) >= _SHORTEST_REPEAT:
            seen.add(block.words)
        found += marks
    return tuple(found)


def _place(number: int, count: int) -> frozenset[str]:
    places = {"any"}
    if number < _FIRST:
        places.add("first")
    if number < _TOP:
        places.add("top")
    if number >= count - _END:
        places.add("end")
    return frozenset(places)


def _marks(block: Block, place: frozenset[str], rules: Iterable[FurnitureRule]) -> Iterator[Furniture]:
    """The marks of one block: one for the whole, or any number for parts of it."""
    lower = block.words.lower()
    parts: list[Furniture] = []
    for rule in rules:
        if rule.place not in place or len(block.words) > rule.longest:
            continue
        if rule.needs and not any(map(lower.__contains__, rule.needs)):
            continue
        if rule.part:
            parts += _parts(block, rule)
        elif rule.pattern.fullmatch(block.words):
            yield Furniture(block.span, rule.kind)
            return
    yield from _without_overlaps(parts)


def _parts(block: Block, rule: FurnitureRule) -> Iterator[Furniture]:
    group = "bumper" if "bumper" in rule.pattern.groupindex else 0
    for match in rule.pattern.finditer(block.words):
        start, end = match.span(group)
        if start < end:
            yield Furniture(Span(block.span.start + start, block.span.start + end), rule.kind)


def _without_overlaps(marks: list[Furniture]) -> Iterator[Furniture]:
    end = 0
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if mark.span.start >= end:
            yield mark
            end = mark.span.end


def _is_heading(block: Block, last: bool) -> bool:
    """Whether a block reads like a line over a section: short, no sentence, and not the last."""
    words = block.words
    if _HASH_HEADING.match(words):
        return True
    if last or len(words) > _LONGEST_HEADING or block.lines > 1:
        return False
    if _NOT_A_HEADING_START.match(words) or _SPEAKER.match(words):
        return False
    if _SENTENCE_END.search(words) or _TWO_SENTENCES.search(words):
        return False
    if not words.isupper() and not never_in_headings().isdisjoint(words.lower().split()):
        return False
    return not block.wrapped or _has_capitals(words)


def _has_capitals(words: str) -> bool:
    """Whether nearly all the long words of a line begin with a capital, as headlines do."""
    long_words = [word for word in re.findall(r"\w+", words) if len(word) > _SHORT_WORD]
    return bool(long_words) and all(word[0].isupper() or word[0].isdigit() for word in long_words)
