"""Universal Dependencies treebanks (CoNLL-U)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.examples import Example

# GUM's genres whose texts may train a model that is given away (CC BY or public domain); see its README.
OPEN_GENRES = ("news", "interview", "bio", "speech", "textbook", "voyage", "vlog")


def load(path: Path, genres: tuple[str, ...] | None = None) -> list[Example]:
    """All documents of one CoNLL-U file; of GUM only those whose genre is in `genres`."""
    return [
        _example(path.name.split("-")[0], sentences)
        for name, sentences in _documents(path)
        if sentences and (genres is None or name.split("_")[1] in genres)
    ]


Sentence = tuple[bool, list[list[str]]]


def _documents(path: Path) -> Iterator[tuple[str, list[Sentence]]]:
    name, sentences, rows, fresh = "", [], [], True
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences, fresh = line.split("=")[1].strip(), [], True
        elif line.startswith("# newpar"):
            fresh = True
        elif line and line[0].isdigit():
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line and rows:
            sentences.append((fresh, rows))
            rows, fresh = [], False
    if sentences:
        yield name, sentences


def _example(corpus: str, sentences: list[Sentence]) -> Example:
    columns: dict[str, list] = {
        name: [] for name in ("word", "lemma", "upos", "xpos", "head", "deprel", "par", "sent")
    }
    for fresh, rows in sentences:
        offset = len(columns["word"])
        for number, row in enumerate(rows):
            head = int(row[6])
            columns["word"].append(row[1])
            columns["lemma"].append(row[2])
            columns["upos"].append(row[3])
            columns["xpos"].append(row[4])
            columns["head"].append(offset + (head - 1 if head else number))
            columns["deprel"].append(row[7])
            columns["par"].append(fresh and number == 0)
            columns["sent"].append(int(number == 0))
    return Example(
        corpus,
        tuple(columns["word"]),
        tuple(columns["par"]),
        tuple(columns["sent"]),
        upos=tuple(columns["upos"]),
        xpos=tuple(columns["xpos"]),
        lemmas=tuple(columns["lemma"]),
        heads=tuple(columns["head"]),
        deprels=tuple(columns["deprel"]),
    )
