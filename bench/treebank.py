"""Tags and heads on a Universal Dependencies test set: ``python -m bench.treebank [--data FILE]``.

The engine gets the treebank's own words (gold tokens) and paragraphs, and finds sentences itself.
UAS and LAS count all words but punctuation is included, as in the CoNLL shared tasks; LAS compares whole
labels with subtypes, "LAS main" without. With `--gold-sentences`, sentences are given too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from parley.language import load_engine
from parley.language.document import analysed
from parley.language.tokens import Tokens
from parley.language.tree import Doc

DATA = Path("../shared/data/ud/ewt/en_ewt-ud-test.conllu")


@dataclass(frozen=True)
class Word:
    """One line of a treebank."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int  # in the document; itself for a root
    relation: str
    begins_sentence: bool
    begins_paragraph: bool


def documents(path: Path) -> Iterator[list[Word]]:
    """The documents of a CoNLL-U file as lists of words."""
    words: list[Word] = []
    rows: list[list[str]] = []
    fresh = True
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc") and words:
            yield words
            words = []
        fresh = fresh or line.startswith("# newpar")
        if line[:1].isdigit() and line.split("\t")[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            offset = len(words)
            for number, row in enumerate(rows):
                head = offset + (int(row[6]) - 1 if int(row[6]) else number)
                words.append(
                    Word(row[1], row[2], row[3], row[4], head, row[7], number == 0, fresh and number == 0)
                )
            rows, fresh = [], False
    if words:
        yield words


def parsed(words: list[Word], given_sentences: bool) -> tuple[Doc, list[int]]:
    """The engine's document over the treebank's words, and their places in it.

    Paragraph breaks are blank tokens between.
    """
    forms, starts = [], []
    for word in words:
        breaks = word.begins_sentence if given_sentences else word.begins_paragraph
        if breaks and forms:
            forms.append("\n\n")
        starts.append(len(forms))
        forms.append(word.form)
    return analysed(Tokens(forms, [" "] * len(forms)), load_engine().network), starts


def count(words: list[Word], doc: Doc, places: list[int], totals: Counter[str]) -> None:
    """Adds one document to the totals."""
    begins = {sentence.start for sentence in doc.sents}
    for word, place in zip(words, places, strict=True):
        token = doc[place]
        right_head = token.head.i == places[word.head]
        totals["words"] += 1
        totals["UPOS"] += token.pos_ == word.upos
        totals["XPOS"] += token.tag_ == word.xpos
        totals["lemma"] += token.lemma_ == word.lemma
        totals["UAS"] += right_head
        totals["LAS"] += right_head and token.dep_ == word.relation
        totals["LAS main"] += right_head and token.dep_.split(":")[0] == word.relation.split(":")[0]
        totals["sentence starts right"] += word.begins_sentence and place in begins
        totals["sentence starts found"] += place in begins
        totals["sentence starts wanted"] += word.begins_sentence


def main() -> int:
    """Command line; prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--gold-sentences", action="store_true")
    options = parser.parse_args()
    if not options.data.exists():
        print(f"no treebank at {options.data}: give a CoNLL-U file with --data", file=sys.stderr)
        return 2
    totals: Counter[str] = Counter()
    for words in documents(options.data):
        count(words, *parsed(words, options.gold_sentences), totals)
    scores = {name: round(100 * totals[name] / totals["words"], 2) for name in ("UPOS", "XPOS", "lemma", "UAS", "LAS", "LAS main")}  # fmt: skip  # noqa: E501
    begins = (
        200
        * totals["sentence starts right"]
        / (totals["sentence starts found"] + totals["sentence starts wanted"])
    )
    print(json.dumps({"bench": "treebank", "file": options.data.name, "gold_sentences": options.gold_sentences, "words": totals["words"], **scores, "sentence F1": round(begins, 2)}))  # fmt: skip  # noqa: E501
    return 0


if __name__ == "__main__":
    sys.exit(main())
