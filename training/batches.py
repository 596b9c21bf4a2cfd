"""From examples to batches: windows of whole paragraphs, and tensors with the labels of every task."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from parley.language.engine.pieces import CASES, CLS, PAD, SEP, PieceTable
from training.examples import UNKNOWN, Example, cut
from training.inventory import Inventory, lemma_rule


@dataclass(frozen=True)
class Batch:
    """Windows side by side. Words are numbered through the whole batch, window after window."""

    ids: Tensor  # windows x pieces
    features: Tensor  # windows x pieces
    mask: Tensor  # windows x pieces
    first: Tensor  # each word's first piece, in the flattened windows x pieces
    tags: dict[str, Tensor]  # labels by task, a word each
    sentences: list[tuple[slice, Tensor, Tensor]]  # words, heads within the sentence, relations
    links: list[tuple[slice, Tensor, Tensor]]  # words of a window, anchors, labels (anchors x words)


def windows(example: Example, table: PieceTable, chance: random.Random, longest: int) -> Iterator[Example]:
    """Cuts an example at paragraph starts into windows of at most a random number of pieces.

    A paragraph longer than that is cut at a sentence end, or anywhere where no sentence is known to end.
    """
    sizes = [len(ids) for ids, _ in table.of(example.words)]
    limit = chance.choice((longest // 2, longest * 3 // 4, longest, longest))
    start, size, soft, hard = 0, 0, 0, 0
    for place, pieces in enumerate(sizes):
        if place > start and example.paragraph_starts[place]:
            soft = hard = place
        elif place > start and _may_end(example, place):
            hard = place
        size += pieces
        if size > limit:
            end = soft if soft > start else hard if hard > start else place
            yield cut(example, start, max(end, start + 1))
            start = max(end, start + 1)
            size = sum(sizes[start : place + 1])
    if start < len(sizes):
        yield cut(example, start, len(sizes))


def _may_end(example: Example, place: int) -> bool:
    if example.sentence_starts[place] != UNKNOWN:
        return example.sentence_starts[place] == 1
    return example.words[place - 1] in (".", "?", "!", ".”", '."') and example.words[place][:1].isupper()


def batches(
    pieces: list[Example], table: PieceTable, inventory: Inventory, budget: int, chance: random.Random
) -> Iterator[Batch]:
    """Batches of windows of like length, about `budget` pieces each, in random order."""
    sized = [(sum(len(ids) for ids, _ in table.of(piece.words)), piece) for piece in pieces]
    chance.shuffle(sized)
    pools = [sized[start : start + 512] for start in range(0, len(sized), 512)]
    groups = []
    for pool in pools:
        pool.sort(key=lambda item: item[0])
        group: list[Example] = []
        for size, piece in pool:
            if group and (len(group) + 1) * (size + 2) > budget:
                groups.append(group)
                group = []
            group.append(piece)
        groups.append(group)
    chance.shuffle(groups)
    for group in groups:
        yield assemble(group, table, inventory)


def assemble(group: list[Example], table: PieceTable, inventory: Inventory) -> Batch:
    """One batch of the windows in `group`."""
    rows, features, first, offsets = [], [], [], [0]
    for example in group:
        row, looks, places = encode(example, table)
        rows.append(row)
        features.append(looks)
        first.append(places)
        offsets.append(offsets[-1] + len(places))
    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), PAD)
    looks_tensor = torch.zeros((len(rows), longest), dtype=torch.long)
    mask = torch.zeros((len(rows), longest), dtype=torch.long)
    for number, (row, looks) in enumerate(zip(rows, features, strict=True)):
        ids[number, : len(row)] = torch.tensor(row)
        looks_tensor[number, : len(row)] = torch.tensor(looks)
        mask[number, : len(row)] = 1
    places = [number * longest + place for number, word_places in enumerate(first) for place in word_places]
    indices = {
        task: {label: n for n, label in enumerate(labels)} for task, labels in inventory.labels.items()
    }
    tags = {task: [] for task in inventory.tag_tasks}
    sentences, links = [], []
    for example, offset in zip(group, offsets, strict=False):
        for task, values in word_labels(example, indices).items():
            tags[task].extend(values)
        sentences.extend(sentence_labels(example, offset, indices["relation"]))
        if example.links:
            links.append(link_labels(example, offset))
    tensors = {task: torch.tensor(values) for task, values in tags.items()}
    return Batch(ids, looks_tensor, mask, torch.tensor(places), tensors, sentences, links)


def encode(example: Example, table: PieceTable) -> tuple[list[int], list[int], list[int]]:
    """Piece ids with CLS and SEP, their features, and the place of each word's first piece."""
    row, looks, places = [CLS], [0], []
    for (ids, case), fresh in zip(table.of(example.words), example.paragraph_starts, strict=True):
        places.append(len(row))
        row.extend(ids)
        looks.extend([case + CASES * fresh] + [case] * (len(ids) - 1))
    return [*row, SEP], [*looks, 0], places


def word_labels(example: Example, indices: dict[str, dict[str, int]]) -> dict[str, list[int]]:
    """Label numbers of the tag layer's tasks."""
    known = [lemma is not None for lemma in example.lemmas]
    rules = [
        lemma_rule(word, lemma) if lemma is not None else None
        for word, lemma in zip(example.words, example.lemmas, strict=True)
    ]
    cues = ["O"] * len(example.words) if example.links is not None else [None] * len(example.words)
    for link in example.links or ():
        cues[link.cue[0]] = "B"
        cues[link.cue[0] + 1 : link.cue[1]] = ["I"] * (link.cue[1] - link.cue[0] - 1)

    def number(task: str, values: list[str | None] | tuple[str | None, ...]) -> list[int]:
        return [UNKNOWN if value is None else indices[task].get(value, UNKNOWN) for value in values]

    return {
        "sentence": list(example.sentence_starts),
        "upos": number("upos", example.upos),
        "xpos": number("xpos", example.xpos),
        "lemma": number("lemma", [rule if flag else None for rule, flag in zip(rules, known, strict=True)]),
        "name": number("name", example.names),
        "cue": number("cue", cues),
        "spun": list(example.spun),
    }


def sentence_labels(
    example: Example, offset: int, relations: dict[str, int]
) -> Iterator[tuple[slice, Tensor, Tensor]]:
    """Heads and relations, sentence by sentence, where the corpus has them."""
    starts = [place for place, start in enumerate(example.sentence_starts) if start == 1]
    if not starts or starts[0] != 0:
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(example.words)], strict=True):
        heads = [head - start if start <= head < end else UNKNOWN for head in example.heads[start:end]]
        if all(head == UNKNOWN for head in heads):
            continue
        labels = [relations.get(name or "", UNKNOWN) for name in example.deprels[start:end]]
        yield slice(offset + start, offset + end), torch.tensor(heads), torch.tensor(labels)


def link_labels(example: Example, offset: int) -> tuple[slice, Tensor, Tensor]:
    """For each cue its role labels over the window's words; see `network.LINK_LABELS`."""
    size = len(example.words)
    links = example.links or ()
    labels = torch.zeros((len(links), size), dtype=torch.long)
    for number, link in enumerate(links):
        for begin, ranges in ((3, link.content), (1, link.source)):
            for start, end in ranges:
                labels[number, start] = begin
                labels[number, start + 1 : end] = begin + 1
    anchors = torch.tensor([offset + link.cue[0] for link in links])
    return slice(offset, offset + size), anchors, labels
