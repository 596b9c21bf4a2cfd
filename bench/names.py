"""Names on held-out newswire: ``python -m bench.names [--data DIR]``.

Every tenth article of the worldwide newswire corpus, which training leaves out. A name is right when its
words and its class are. Countries, which the corpus calls locations, count as locations.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from parley.language import load_engine
from parley.language.document import analysed
from parley.language.tokens import Tokens

DATA = Path("../shared/data/names/newswire")
HELD_OUT = 10
CLASSES = {
    "Person": "PERSON", "Organization": "ORG", "Location": "LOC", "Facility": "FAC", "NORP": "NORP",
    "Date": "DATE", "Money": "MONEY", "Product": "PRODUCT", "Misc": "MISC",
}  # fmt: skip
Name = tuple[int, int, str]


def read(path: Path) -> tuple[list[str], set[Name]]:
    """The tokens of one article, blank lines as paragraph breaks, and its names over them."""
    words: list[str] = []
    names: list[Name] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if "\t" not in line:
            if words and words[-1] != "\n\n":
                words.append("\n\n")
            continue
        form, label = line.rsplit("\t", 1)
        if form.startswith("http") or not form.strip():
            continue
        place, _, kind = label.strip().partition("-")
        if kind in CLASSES:
            if place == "I" and names and names[-1][1] == len(words) and names[-1][2] == CLASSES[kind]:
                names[-1] = (names[-1][0], len(words) + 1, CLASSES[kind])
            else:
                names.append((len(words), len(words) + 1, CLASSES[kind]))
        words.append(form.strip())
    return words, set(names)


def main() -> int:
    """Command line; prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    paths = sorted(options.data.glob("*.tsv"))[::HELD_OUT]
    if not paths:
        print(f"no names corpus at {options.data}: give its folder with --data", file=sys.stderr)
        return 2
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    engine = load_engine()
    for path in paths:
        words, names = read(path)
        doc = analysed(Tokens(words, [" "] * len(words)), engine.network)
        ours = {(span.start, span.end, span.label_.replace("GPE", "LOC")) for span in doc.ents}
        for total, some in ((right, ours & names), (found, ours), (wanted, names)):
            total.update(kind for _, _, kind in some)
    kinds = sorted(wanted)
    scores = {kind: round(200 * right[kind] / (found[kind] + wanted[kind]), 1) for kind in kinds}
    overall = round(200 * right.total() / (found.total() + wanted.total()), 1)
    print(
        json.dumps(
            {"bench": "names", "articles": len(paths), "F1": overall, "names": wanted.total(), **scores}
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
