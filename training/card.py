"""Measures the exported model with the project's benches and writes its card, ``docs/model-card.md``."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

CARD = Path("docs/model-card.md")
BENCHES = {
    "engine": ["bench.attributions", "--engine"],
    "statements": ["bench.attributions"],
    "gold": ["bench.gold"],
    "treebank": ["bench.treebank"],
    "sentences given": ["bench.treebank", "--gold-sentences"],
    "names": ["bench.names"],
    "events": ["bench.events"],
}

TEXT = """# Model card: Parley's language engine

Written by `python -m training.card`, which ran the benches named below on this model. Model `{model}`.

## What it is
A six-layer encoder (384 wide, 22 million parameters), all-MiniLM-L6-v2 (Apache-2.0) fine-tuned once for all
tasks, run as an int8 ONNX graph on the CPU. It reads windows of up to 200 word pieces, whole paragraphs where
they fit, with letter case and paragraph starts as extra input. Heads: sentence starts, UPOS, XPOS, lemma
rules, UD heads and relations, names, cues, links from cue to source and content, and whether a word was put
there by a synonym spinner.

It is made for English news. It is deterministic: one model and one text give one answer on one machine;
processors with other integer instructions may differ in the last bit.

## Trained on
| data | for | rights |
|---|---|---|
| PolNeAR, training part: 840 articles of US political news | cues, links | no licence stated; used for research, no text redistributed |
| Universal Dependencies English EWT, training part | sentences, tags, lemmas, heads | CC BY-SA 4.0 |
| Universal Dependencies English GUM, training part, genres news, interview, bio, speech, textbook, voyage, vlog | the same | those genres: CC BY or public domain texts |
| English Worldwide Newswire, nine of ten articles | names | no licence stated; used for research, no text redistributed |
| spun copies of the above, made by `training/spinning.py` with WordNet 3.0 | robustness, the spinner head | WordNet licence |

None of these texts is in the project. Settings: `training/train.py`.

## Scores
Attributions on PolNeAR dev, 84 whole documents (`python -m bench.attributions --engine`), exact spans without
edge punctuation. "Linked" wants source, cue and content all right; nobody else has published that.
The best published F1, by an encoder five times larger on sentence-level segments of the test part, is
83.2 / 75.3 / 72.9 (source, cue, content).

| | P | R | F1 |
|---|---|---|---|
{attributions}

After the rules (`python -m bench.attributions`; they follow our own annotation guide, which leaves out what
PolNeAR keeps and splits some statements otherwise): source {s_source}, cue {s_cue}, content {s_content},
linked exact {s_exact}, linked overlap {s_overlap}.

Our own gold reports, {folders} folders (`python -m bench.gold`): {gold}.

UD English EWT test, gold tokens (`python -m bench.treebank`): {treebank}. With sentences given
(`--gold-sentences`): {given}.

Names, every tenth article of the newswire corpus (`python -m bench.names`): F1 {names}.

Root classes of events, every fourth pair of the zero-shot PLOVER set (`python -m bench.events`): macro-F1
{events_macro}, accuracy {events_accuracy}, by word lists alone; published for a large language model on the
set's test part: 0.824 and 0.838.

## Known weaknesses
- Attribution was learned from US political news of 2015 and 2016; wire style of other regions is less sure.
- Content edges: what follows a comma (", which …", ", while …") is the commonest error; annotators differ there too.
- Countries are told from other places by the vocabulary, not by the network.
- Headlines and lists parse badly. Lemmas of rare irregular forms may be wrong.
- The spinner head alone does not tell a spun report; `parley.copies.paraphrase` uses it as one hint of several.
- Texts in other languages are refused before they get here.
"""


def run(arguments: list[str]) -> dict[str, Any]:
    """The JSON object a bench prints last."""
    command = [sys.executable, "-m", *arguments]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(printed.strip().split("\n")[-1])
    return found


def listed(found: dict[str, Any], leave_out: tuple[str, ...]) -> str:
    """Figures as a running list."""
    return ", ".join(f"{name} {value}" for name, value in found.items() if name not in leave_out)


def write(figures: dict[str, dict[str, Any]], model: str) -> str:
    """The card's text."""
    engine, statements = figures["engine"], figures["statements"]
    rows = [
        f"| {name} | {row['P']} | {row['R']} | {row['F1']} |"
        for name, row in engine.items()
        if isinstance(row, dict)
    ]
    plain = ("bench", "file", "gold_sentences", "words", "folders", "articles")
    later = ("encounter", "position", "stance", "holder", "condition")
    gold = {name: value for name, value in figures["gold"].items() if not name.startswith(later)}
    return TEXT.format(
        model=model,
        attributions="\n".join(rows),
        s_source=statements["source"]["F1"],
        s_cue=statements["cue"]["F1"],
        s_content=statements["content"]["F1"],
        s_exact=statements["linked exact, all"]["F1"],
        s_overlap=statements["linked overlap, all"]["F1"],
        folders=figures["gold"]["folders"],
        gold=listed(gold, plain),
        treebank=listed(figures["treebank"], plain),
        given=listed(figures["sentences given"], plain),
        events_macro=figures["events"]["frames"]["macro_f1"],
        events_accuracy=figures["events"]["frames"]["accuracy"],
        names=f"{figures['names']['F1']} ({listed(figures['names'], (*plain, 'F1', 'names'))})",
    )


def main() -> None:
    """Command line; needs ../shared."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    labels = json.loads(Path("src/parley/language/engine/model/labels.json").read_text(encoding="utf-8"))
    figures = {name: run(arguments) for name, arguments in BENCHES.items()}
    CARD.write_text(write(figures, labels["model"]), encoding="utf-8")
    print(f"wrote {CARD}")


if __name__ == "__main__":
    main()
