"""How well copies are folded, beside the field's usual MinHash library in the same run.

    python -m bench.copies [--shared ../shared]

Takes in all reports of `data/copies` and of `data/news` into one record, as `parley read` does after reading,
and holds the families and shared passages against the labels:

- near-duplicates: mined pairs that share six tenths or more, against reports of one event written
  independently and pairs that only share a passage; a pair is found where both are in one family;
- partial copies and shared passages, against reports of one event; a pair is found where both are in one
  family or a shared passage is given;
- spun copies: in the family of the report they were made from, and called paraphrases;
- made harsher here: every third or so small word of a report swapped at random, words put in, neighbours
  changed, in quotation marks too;
- false folds among same-event pairs, and among what `pairs.tsv` calls no copies.

datasketch is no dependency of Parley: where it is not installed, its lines are left out, and that is said.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

from parley.copies.paraphrase import detect_paraphrase
from parley.language import load_engine, mirror
from parley.model import Paraphrase, ReadReport, Report
from parley.record import open_record
from parley.reports import read_paths
from parley.reports.unreadable import Unreadable

Pair = tuple[str, str]
Found = Callable[[str, str], bool]
_ENGINE = "bench.copies"
_WORD = re.compile(r"\w+(?:['’]\w+)*|\W+")
_HARSHER_EVERY = 6


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports by name, and pairs of names by label."""

    reports: dict[str, Report]
    pairs: dict[str, list[Pair]]


def score(name: str, found: Found, positive: Iterable[Pair], negative: Iterable[Pair]) -> str:
    """Precision, recall and F1 over labelled pairs, as a line."""
    positives, negatives = list(positive), list(negative)
    right = sum(found(*pair) for pair in positives)
    wrong = sum(found(*pair) for pair in negatives)
    recall = right / len(positives) if positives else 0.0
    precision = right / (right + wrong) if right + wrong else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return (
        f"{name:<44} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
        f"   ({right} of {len(positives)} found, {wrong} of {len(negatives)} wrongly)"
    )


def corpus(shared: Path) -> Corpus:
    """All reports and labels."""
    reports: dict[str, Report] = {}
    pairs: dict[str, list[Pair]] = {"near": [], "partial": [], "passage": [], "same event": []}
    syndication = shared / "data/copies/syndication"
    labels = {"near-duplicate": "near", "partial-copy": "partial", "shared-passage": "passage"}
    for item in _lines(syndication / "pairs.jsonl"):
        pairs[labels[item["band"]]].append(_article_pair(item, reports))
    for item in _lines(syndication / "same_event_independent.jsonl"):
        pairs["same event"].append(_article_pair(item, reports))
    _news(shared, reports, pairs)
    _harsher(shared, reports, pairs)
    return Corpus(reports, pairs)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _article_pair(item: dict[str, Any], reports: dict[str, Report]) -> Pair:
    for side in ("a", "b"):
        article = item[side]
        reports[article["ID"]] = Report(
            text=article["content_original"],
            title=article["title"] or None,
            outlet=article["source"] or None,
            url=article["url"] or None,
            published=article["date"] or None,
            origin=article["ID"],
        )
    return item["a"]["ID"], item["b"]["ID"]


def _news(shared: Path, reports: dict[str, Report], pairs: dict[str, list[Pair]]) -> None:
    """The reports of `data/news` and the spun copies, with the labels of `pairs.tsv`."""
    news, spun = shared / "data/news", shared / "data/copies/spin"
    paths = [*sorted(news.glob("*/*.txt")), *sorted(news.glob("*/*.html"))]
    paths += sorted(spun.glob("*copy*.txt"))
    for path in paths:
        for taken in read_paths([str(path)]):
            if not isinstance(taken, Unreadable):
                reports[str(path)] = replace(taken, origin=str(path))
    with (news / "pairs.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            one, other = (
                str(spun / name.removeprefix("spin_pairs/"))
                if name.startswith("spin_pairs/")
                else str(news / name)
                for name in (row["file_a"], row["file_b"])
            )
            if one in reports and other in reports:
                pairs.setdefault(f"news: {row['label']}", []).append((one, other))


def _harsher(shared: Path, reports: dict[str, Report], pairs: dict[str, list[Pair]]) -> None:
    """Copies of some reports, spun harder than a spinner would."""
    pool = sorted({word for word in re.findall(r"\b[a-z]{4,11}\b", _text_of(reports))})[::7]
    for number, name in enumerate(sorted(name for name in reports if name.endswith(".txt"))):
        if number % _HARSHER_EVERY or "/spin/" in name or len(reports[name].text) < 1000:
            continue
        for rate in (0.25, 0.35):
            made = f"{name} swapped {rate}"
            text = respun(reports[name].text, rate, pool, Random(made))
            reports[made] = replace(reports[name], text=text, outlet="A spinner", origin=made)
            pairs.setdefault(f"harsher: {rate:.0%} of small words swapped", []).append((name, made))


def _text_of(reports: dict[str, Report]) -> str:
    return " ".join(report.text for report in list(reports.values())[:200])


def respun(text: str, rate: float, pool: list[str], chance: Random) -> str:
    """A text with a share of its small words swapped for any others, some put in, some neighbours changed."""
    pieces = _WORD.findall(text)
    for at, piece in enumerate(pieces):
        if not piece[0].islower():
            continue
        drawn = chance.random()
        if drawn < rate:
            pieces[at] = chance.choice(pool)
        elif drawn < rate + 0.03:
            pieces[at] = f"{piece} {chance.choice(pool)}"
        elif drawn < rate + 0.07 and at + 2 < len(pieces) and pieces[at + 2][0].islower():
            pieces[at], pieces[at + 2] = pieces[at + 2], pieces[at]
    return "".join(pieces)


def paraphrases(texts: Corpus) -> dict[str, Paraphrase]:
    """What reading says of the spun copies and the reports they are of; the others are taken for clean."""
    engine = load_engine()
    of_interest = {name for pair in texts.pairs["news: synthetic-spin"] for name in pair}
    return {
        name: detect_paraphrase(mirror(engine.parse(texts.reports[name].text)))
        for name in sorted(of_interest)
    }


def folded(texts: Corpus) -> tuple[Found, Found, Callable[[str], str]]:
    """What Parley makes of a corpus: whether two are one family, or share a passage; what one is."""
    scores = paraphrases(texts)
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        begun = time.process_time()
        for name, report in texts.reports.items():
            record.add(ReadReport(report, _ENGINE, (), scores.get(name, Paraphrase(0.0))))
        each = (time.process_time() - begun) / len(texts.reports) * 1000
        print(f"{len(texts.reports)} reports taken in, {each:.0f} ms each, the record's own work with them")
        of = record.family_ids()
        passages = {
            frozenset((shared.first.report, shared.second.report)) for shared in record.shared_passages()
        }
    ids = {name: report.id for name, report in texts.reports.items()}

    def one_family(one: str, other: str) -> bool:
        return of[ids[one]][0] == of[ids[other]][0]

    def share(one: str, other: str) -> bool:
        return one_family(one, other) or frozenset((ids[one], ids[other])) in passages

    return one_family, share, lambda name: of[ids[name]][1].value


def minhashed(texts: Corpus, threshold: float) -> Found | None:
    """Whether datasketch finds two near each other, or None where it is not installed."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        return None
    index, hashes = MinHashLSH(threshold=threshold), {}
    for name, report in texts.reports.items():
        hashes[name] = MinHash()
        for word in set(report.text.lower().split()):
            hashes[name].update(word.encode())
        index.insert(name, hashes[name])
    near = {name: set(index.query(hashed)) for name, hashed in hashes.items()}
    return lambda one, other: other in near[one]


def main() -> int:
    """Prints the scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    asked = parser.parse_args()
    texts = corpus(asked.shared)
    one_family, share, relation = folded(texts)
    pairs = texts.pairs
    _report("Parley", texts, one_family, share)
    spun = [pair for pair in pairs["news: synthetic-spin"] if "/spin/" not in pair[0] and one_family(*pair)]
    called = sum(relation(other) == "paraphrase" for _, other in spun)
    print(f"{'  spun copies called paraphrases':<44} {called} of {len(spun)}")
    for threshold, what in ((0.9, "its default threshold 0.9"), (0.5, "threshold 0.5")):
        near = minhashed(texts, threshold)
        if near is None:
            print("datasketch is not installed: nothing to hold this against (pip install datasketch).")
            break
        _report(f"datasketch MinHashLSH, {what}, sets of words", texts, near, near)
    return 0


def _report(name: str, texts: Corpus, one_family: Found, share: Found) -> None:
    """The scores of one way to find copies."""
    pairs = texts.pairs
    print(f"\n{name}")
    apart = [*pairs["same event"], *pairs["passage"]]
    print(score("  near-duplicates", one_family, pairs["near"], apart))
    print(
        score(
            "  the same, held against same-event pairs only", one_family, pairs["near"], pairs["same event"]
        )
    )
    both = chain(pairs["partial"], pairs["passage"])
    print(score("  partial copies and shared passages", share, both, pairs["same event"]))
    for label in sorted(pairs):
        if label.startswith(("news: ", "harsher: ")):
            count = sum(one_family(*pair) for pair in pairs[label])
            print(f"  {label:<42} {count} of {len(pairs[label])} in one family")
    false = sum(one_family(*pair) for pair in pairs["same event"])
    print(f"  {'false folds among same-event pairs':<42} {false} of {len(pairs['same event'])}")


if __name__ == "__main__":
    sys.exit(main())
