"""The labels of every task, and where each task's scores stand in the tag layer."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from training.examples import Example

BIO = ("O", "B", "I")
# A lemma rule or relation seen less often is noise or a typing error.
RARE = 5
NAMES = ("PERSON", "ORG", "LOC", "FAC", "NORP", "DATE", "MONEY", "PRODUCT", "MISC")


@dataclass(frozen=True)
class Inventory:
    """Label lists by task: sentence, upos, xpos, lemma, name, cue, spun, relation."""

    labels: dict[str, tuple[str, ...]]

    @property
    def tag_tasks(self) -> tuple[str, ...]:
        """The tasks of the tag layer, in order."""
        return tuple(task for task in self.labels if task != "relation")

    @property
    def slices(self) -> dict[str, slice]:
        """Columns of the tag layer by task."""
        found, start = {}, 0
        for task in self.tag_tasks:
            found[task] = slice(start, start + len(self.labels[task]))
            start += len(self.labels[task])
        return found

    def save(self, path: Path) -> None:
        """Writes the labels as JSON."""
        path.write_text(json.dumps(self.labels, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Inventory:
        """Reads what `save` wrote."""
        return cls(
            {task: tuple(labels) for task, labels in json.loads(path.read_text(encoding="utf-8")).items()}
        )


def lemma_rule(word: str, lemma: str) -> str:
    """How to make `lemma` of `word`: ``take off N letters|put on LETTERS``, in lower case unless ``keep``.

    The edit-script classes of Chrupała (2006), suffixes only: English inflects at the end.
    """
    lower = word.lower()
    base, mark = (lower, "") if not lemma.startswith(word[:1]) or word == lower else (word, "keep")
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    if shared == 0 and base != lemma:
        return f"be|{lemma}" if len(lemma) < 6 else "0|"
    return f"{len(base) - shared}|{lemma[shared:]}|{mark}".rstrip("|") or "0|"


def build(examples: Iterable[Example]) -> Inventory:
    """The labels that occur in the training examples."""
    counts: dict[str, Counter[str]] = {
        "upos": Counter(),
        "xpos": Counter(),
        "lemma": Counter(),
        "relation": Counter(),
    }
    for example in examples:
        for word, upos, xpos, lemma, relation in zip(
            example.words, example.upos, example.xpos, example.lemmas, example.deprels, strict=True
        ):
            if upos and xpos and lemma and relation:
                counts["upos"][upos] += 1
                counts["xpos"][xpos] += 1
                counts["lemma"][lemma_rule(word, lemma)] += 1
                counts["relation"][relation] += 1
    common = {
        task: tuple(sorted(label for label, count in counter.items() if count >= RARE))
        for task, counter in counts.items()
    }
    return Inventory(
        {
            "sentence": ("inside", "start"),
            "upos": common["upos"],
            "xpos": common["xpos"],
            "lemma": common["lemma"],
            "name": ("O", *(f"{place}-{name}" for name in NAMES for place in "BI")),
            "cue": BIO,
            "spun": ("written", "spun"),
            "relation": common["relation"],
        }
    )
