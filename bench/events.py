"""Events on PLOVER's and PETRARCH2's sentences: ``python -m bench.events [--part held|seen|all]``.

Two measures.

- *Roots*: on the source-target pairs of the zero-shot PLOVER set (``--data``, a TSV with marked sentences
  and ``gold_root``), which root class joins the marked source and target. Only word frames and the parse
  decide; no model is trained on the set. As the set has it, CONCEDE and RETREAT are one class, YIELD, and the
  codebook's rule that promised cooperation is AGREE is applied. Word lists were written with three of four
  rows in view (``--part seen``); every fourth row is held out (``--part held``, the default). A pair for
  which no frame is found counts as wrong; "any word" gives such a pair the first class that one of the
  sentence's words can have.
- *Triples*: see `bench.event_triples`.

Prints a table and one JSON object. See CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import parley
from bench.event_triples import COUNTRIES, EVENTS, SENTENCES, country_codes, fold, triples
from parley.findings.events.deed import Deed
from parley.findings.events.gathering import deeds
from parley.findings.events.reality import Reality, of_clause
from parley.findings.events.verbs import by_verb
from parley.language import load_engine
from parley.language.tree import Doc, Token
from parley.model import Encounter, EncounterStatus
from parley.vocabulary.events import code_words, noun_senses, verb_senses
from parley.vocabulary.inflections import base_forms

PAIRS = EVENTS / "zero-shot-plover/PLV_train.tsv"
# Every so many rows one is held out.
HELD = 4
PUBLISHED = {"macro_f1": 0.824, "accuracy": 0.838}
_THREATENED = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"})


@dataclass(frozen=True)
class Pair:
    """A sentence with a source and a target marked in it.

    Attributes:
        text: the sentence without marks.
        sources, targets: where they stand, in characters.
        root: the class the annotators gave.
    """

    text: str
    sources: tuple[tuple[int, int], ...]
    targets: tuple[tuple[int, int], ...]
    root: str


def pairs(path: Path) -> list[Pair]:
    """The pairs of a TSV file of the zero-shot PLOVER set."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            _pair(row["marked_sentence"], row["gold_root"]) for row in csv.DictReader(file, delimiter="\t")
        ]


def _pair(marked: str, root: str) -> Pair:
    found: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    text = ""
    for kind, inner, plain in re.findall(r"<([st])>(.*?)</[st]>|([^<]+|<)", marked):
        if kind:
            found[kind].append((len(text), len(text) + len(inner)))
        text += inner or plain
    return Pair(text, tuple(found["s"]), tuple(found["t"]), root)


def reduced(deed: Deed) -> str:
    """A deed's class after the codebook's rules for what lies ahead and what will not be done."""
    real = of_clause(deed.predicate)
    code = fold(deed.code)
    if real is Reality.DENIED and code in {"YIELD", "AGREE", "AID", "CONSULT", "SUPPORT", "COOPERATE"}:
        return "REJECT"
    if real in {Reality.FUTURE, Reality.SUPPOSED}:
        if code in code_words("promised") or code == "YIELD":
            return "AGREE"
        if code in _THREATENED:
            return "THREATEN"
    return code


def root_of(doc: Doc, pair: Pair) -> tuple[str | None, bool]:
    """The class that joins a pair's source and target, and whether a frame gave it."""
    scored = [(score(deed, pair), -number, reduced(deed)) for number, deed in enumerate(deeds(doc))]
    scored += consultations(pair)
    if scored:
        return max(scored)[2], True
    return any_word(doc), False


def consultations(pair: Pair) -> Iterator[tuple[float, int, str]]:
    """The encounters of the sentence as candidates."""
    for found in parley.read(pair.text).findings:
        if not isinstance(found, Encounter) or not found.participants:
            continue
        first, last = found.evidence[0].start, found.evidence[-1].end
        sides = sum(
            any(start < last and first < end for start, end in side) for side in (pair.sources, pair.targets)
        )
        ahead = found.status in {EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED}
        off = found.status in {EncounterStatus.CANCELLED, EncounterStatus.POSTPONED}
        yield 1.2 * sides, -5, "AGREE" if ahead else "REJECT" if off else "CONSULT"


def score(deed: Deed, pair: Pair) -> float:
    """How well a deed joins a source and a target."""
    found = 0.0
    if deed.actor is not None:
        found += 1.5 * _inside(deed.actor, pair.sources) - 1.0 * _inside(deed.actor, pair.targets)
    heads = [head for head, _ in deed.targets]
    found += 1.5 * any(_inside(head, pair.targets) for head in heads)
    found += 0.4 * any(_inside(word, pair.targets) for word in deed.token.subtree)
    found += 0.3 * (deed.predicate.dep_ == "root") - 0.2 * deed.noun
    found -= 2.0 * _governed(deed)
    return found


def _governed(deed: Deed) -> bool:
    """Whether a deed is only what another one is about ("urged Chad to *withdraw*")."""
    above = by_verb(deed.predicate.head)
    return above is not None and above.inner is not None and above.inner.i == deed.predicate.i


def _inside(token: Token, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in places)


def any_word(doc: Doc) -> str | None:
    """The first class one of the sentence's verbs or nouns can have, whether or not its frame is filled."""
    for senses in (verb_senses(), noun_senses()):
        for token in doc:
            if token.pos_ in {"VERB", "NOUN", "ADJ"}:
                for base in base_forms(token.lower_):
                    if base in senses and (senses is not verb_senses() or token.pos_ == "VERB"):
                        return fold(senses[base][0].code)
    return None


def measure(gold: list[str], ours: list[str | None]) -> dict[str, object]:
    """Accuracy, macro-F1 and each class's figures."""
    classes: dict[str, dict[str, float]] = {}
    for name in sorted(set(gold)):
        right = sum(one == two == name for one, two in zip(gold, ours, strict=True))
        precision = right / max(1, ours.count(name))
        recall = right / gold.count(name)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        classes[name] = {"P": _r(precision), "R": _r(recall), "F1": _r(f1), "n": gold.count(name)}
    accuracy = sum(one == two for one, two in zip(gold, ours, strict=True)) / max(1, len(gold))
    macro = sum(row["F1"] for row in classes.values()) / max(1, len(classes))
    return {"accuracy": _r(accuracy), "macro_f1": _r(macro), "n": len(gold), "classes": classes}


def _r(value: float) -> float:
    return round(value, 3)


def roots(path: Path, part: str, misses: bool) -> dict[str, object]:
    """The first measure on a file or on a part of its rows."""
    chosen = pairs(path)
    if part != "all":
        held = part == "held"
        chosen = [pair for place, pair in enumerate(chosen) if (place % HELD == HELD - 1) == held]
    engine = load_engine()
    gold, framed, anyhow = [], [], []
    for pair in chosen:
        root, framed_it = root_of(engine.tree(pair.text), pair)
        gold.append(pair.root)
        framed.append(root if framed_it else None)
        anyhow.append(root)
        if misses and root != pair.root:
            print(f"{pair.root:9} ours {root or '-':9} {'' if framed_it else '(any word) '}{pair.text[:220]}")
    answered = [place for place, code in enumerate(framed) if code is not None]
    sure = sum(framed[place] == gold[place] for place in answered) / max(1, len(answered))
    return {
        "part": part,
        "frames": measure(gold, framed),
        "answered": _r(len(answered) / max(1, len(gold))),
        "right where answered": _r(sure),
        "any word": measure(gold, anyhow),
    }


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=PAIRS, help="TSV of the zero-shot PLOVER set")
    parser.add_argument("--part", choices=("held", "seen", "all"), default="held")
    parser.add_argument("--sentences", type=Path, default=SENTENCES, help="PETRARCH2's validation sentences")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if not options.data.exists():
        print(f"no pairs at {options.data}: give a TSV with --data", file=sys.stderr)
        return 2
    found = roots(options.data, options.part, options.misses)
    for name in ("frames", "any word"):
        figures = found[name]
        assert isinstance(figures, dict)
        print(f"{name}: accuracy {figures['accuracy']}, macro-F1 {figures['macro_f1']}, n {figures['n']}")
        for label, row in figures["classes"].items():
            print(f"  {label:10}  P {row['P']:5}  R {row['R']:5}  F1 {row['F1']:5}  n {row['n']}")
    coded = {}
    if options.sentences.exists() and COUNTRIES.exists():
        coded = triples(options.sentences, country_codes(COUNTRIES), options.misses)
        print("triples:", ", ".join(f"{name} {value}" for name, value in coded.items()))
    print(json.dumps({"bench": "events", **found, "triples": coded, "published": PUBLISHED}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
