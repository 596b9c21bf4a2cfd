"""How well spun reports are told from honest ones.

    python -m bench.paraphrase [--shared ../shared] [--engine]

Prints the area under the ROC curve, recall and false positives at the threshold, how many of the phrases
named in spun copies lie where the copy differs from its original, and milliseconds a thousand words.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from time import perf_counter

import spacy

from parley.copies.paraphrase import THRESHOLD, detect_paraphrase
from parley.language import load_engine, mirror
from parley.language.tree import Doc
from parley.model import Paraphrase

Scored = list[tuple[str, Doc, Paraphrase]]


def texts(folder: Path, pattern: str) -> Iterator[tuple[str, str]]:
    """File name and text of every file that matches, in name order."""
    for path in sorted(folder.glob(pattern)):
        yield path.name, path.read_text(encoding="utf-8", errors="replace")


def scored(reader: Callable[[str], Doc], reports: Iterator[tuple[str, str]]) -> Scored:
    """Every report with its detection."""
    return [(name, doc, detect_paraphrase(doc)) for name, text in reports for doc in [reader(text)]]


def area(spun: Scored, honest: Scored) -> float:
    """Area under the ROC curve: how often a spun report scores higher than an honest one."""
    pairs = [(s.score, h.score) for _, _, s in spun for _, _, h in honest]
    return sum((s > h) + 0.5 * (s == h) for s, h in pairs) / len(pairs)


def original_of(doc: Doc, name: str, originals: dict[str, Doc]) -> Doc:
    """The report that a spun copy was made from: of the same day, the one that shares most words."""
    words = {token.lower_ for token in doc}
    day = [other for title, other in originals.items() if title[:10] == name[:10]] or list(originals.values())
    return max(day, key=lambda other: len(words & {token.lower_ for token in other}))


def changed_tokens(spun: Doc, original: Doc) -> set[int]:
    """Indexes of the tokens of a spun copy that are not its original's."""
    matcher = SequenceMatcher(None, [t.text for t in spun], [t.text for t in original], autojunk=False)
    same = {i for block in matcher.get_matching_blocks() for i in range(block.a, block.a + block.size)}
    return set(range(len(spun))) - same


def phrase_counts(spun: Scored, originals: dict[str, Doc]) -> tuple[int, int, int, int]:
    """Phrases named, phrases on a change, runs of changed tokens, runs that a phrase covers."""
    named = right = runs = covered = 0
    for name, doc, found in spun:
        changed = changed_tokens(doc, original_of(doc, name, originals))
        places = [range(*_tokens(doc, phrase.span.start, phrase.span.end)) for phrase in found.phrases]
        named += len(places)
        right += sum(not changed.isdisjoint(place) for place in places)
        marked = {index for place in places for index in place}
        for run in _runs(changed):
            runs += 1
            covered += not marked.isdisjoint(run)
    return named, right, runs, covered


def _tokens(doc: Doc, start: int, end: int) -> tuple[int, int]:
    span = doc.char_span(start, end)
    return span.start, span.end


def _runs(indexes: set[int]) -> Iterator[set[int]]:
    run: set[int] = set()
    for index in sorted(indexes):
        if run and index - 1 not in run:
            yield run
            run = set()
        run.add(index)
    if run:
        yield run


def report(label: str, honest: Scored, spun: Scored) -> None:
    """Prints one line of results and the reports on the wrong side of the threshold."""
    caught = sum(found.score >= THRESHOLD for _, _, found in spun)
    wrong = [(name, found) for name, _, found in honest if found.score >= THRESHOLD]
    print(f"{label}: {len(honest)} honest, {len(spun)} spun; AUC {area(spun, honest):.4f}; ", end="")
    print(f"caught {caught}; false positives {len(wrong)}; ", end="")
    print(f"mean honest score {sum(found.score for _, _, found in honest) / len(honest):.4f}")
    for name, found in sorted(wrong, key=lambda pair: -pair[1].score):
        print(f"  honest, {found.score:.2f}: {name}")
    for name, _, found in spun:
        if found.score < THRESHOLD:
            print(f"  missed, {found.score:.2f}: {name}")


def reader_for(engine: bool) -> Callable[[str], Doc]:
    """The trained engine, or only its tokeniser (the lexicon alone)."""
    if engine:
        return load_engine().tree
    tokenizer = spacy.blank("en")
    return lambda text: mirror(tokenizer(text))


def main() -> int:
    """Runs all of it; `--engine` reads with the trained engine and so with its guesses of spun words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--engine", action="store_true")
    options = parser.parse_args()
    shared = options.shared
    if not (shared / "data" / "copies" / "spin").is_dir():
        print(f"no spun copies under {shared}: give the shared folder with --shared", file=sys.stderr)
        return 2
    reader = reader_for(options.engine)
    news = scored(reader, texts(shared / "data/news", "**/*.txt"))
    polnear = scored(reader, texts(shared / "data/polnear/dev/text", "*.txt"))
    copies = scored(reader, texts(shared / "data/copies/spin", "*.txt"))
    seeds = scored(reader, texts(shared / "seeds", "*.txt"))
    report("news", news, seeds + copies)
    report("PolNeAR dev", polnear, seeds + copies)
    originals = {name: reader(text) for name, text in texts(shared / "data/news/seed_mar2025", "*.txt")}
    named, right, runs, covered = phrase_counts(copies, originals)
    print(f"phrases: {right} of {named} named lie on a change ({right / named:.3f}); ", end="")
    print(f"{covered} of {runs} changes are named ({covered / runs:.3f})")
    started = perf_counter()
    for _, doc, _ in news:
        detect_paraphrase(doc)
    words = sum(len(doc) for _, doc, _ in news)
    print(f"{(perf_counter() - started) / words * 1e6:.2f} ms a thousand tokens")
    return 0


if __name__ == "__main__":
    sys.exit(main())
