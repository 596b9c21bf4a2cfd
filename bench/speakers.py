"""Measures who is who: how often the words that name a source resolve to the right speaker.

usage: python bench/speakers.py [--misses] [FOLDER ...]

Reads reports annotated by hand (``*.gold.json`` beside each text). The words that name each source are given
to the cast, so that only the resolution is measured, not whether the statement was found. Prints one JSON
object: the share of speakers right, by how they were resolved; of parties spoken for; milliseconds a report.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from parley.findings.people import Cast, build_cast
from parley.language.tree import Doc
from parley.model import Attribution, Report, Span

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
_EMPTY_WORDS = {
    "the",
    "mr",
    "mrs",
    "ms",
    "dr",
    "president",
    "prime",
    "minister",
    "of",
    "a",
    "an",
    "s",
    "us",
    "u",
}


def words_of(name: str | None) -> list[str]:
    """A name's words, folded, as the scorer of the gold records compares them."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9 ]+", " ", plain).split()


def same_name(found: str | None, gold: str | None) -> bool:
    """Whether two names count as the same: equal, the same last word, or one within the other."""
    one, other = words_of(found), words_of(gold)
    if not one or not other or one == other:
        return bool(one) and one == other
    first = [word for word in one if word not in _EMPTY_WORDS]
    second = [word for word in other if word not in _EMPTY_WORDS]
    if not first or not second:
        return bool(set(one) & set(other))
    return first[-1] == second[-1] or set(first) <= set(second) or set(second) <= set(first)


def place_near(text: str, words: str, content: Span) -> Span | None:
    """Where `words` stand nearest to the content they introduce or follow, or None."""
    best: tuple[int, Span] | None = None
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        span = Span(*match.span())
        distance = max(content.start - span.end, span.start - content.end, 0)
        if span.overlaps(content) and not content.contains(span):
            continue
        if best is None or distance < best[0]:
            best = (distance, span)
    return best[1] if best is not None else None


def content_of(text: str, statement: dict[str, Any]) -> Span | None:
    """Where a statement's content stands, or None."""
    start = text.find(statement["words"])
    if start < 0:
        return None
    end = start + len(statement["words"])
    last = statement.get("end_words")
    if last:
        found = text.find(last, start)
        if 0 <= found < start + 3000:
            end = max(end, found + len(last))
    return Span(start, end)


def gold_sources(text: str, statements: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], Span, Span]]:
    """The statements whose content and source words can be placed, with both places."""
    placed = []
    for statement in statements:
        content = content_of(text, statement)
        if content is None or not statement.get("source_words"):
            continue
        source = place_near(text, statement["source_words"], content)
        if source is not None:
            placed.append((statement, source, content))
    return placed


def cast_of(
    text: str, parse: Callable[[str], Doc], placed: Sequence[tuple[Any, Span, Span]]
) -> tuple[Cast, float]:
    """The cast of a report whose attributions are the annotated ones, and the milliseconds it took."""
    doc = parse(text)
    attributions = [Attribution(None, (source,), (content,), 1.0) for _, source, content in placed]
    doc.attributions = tuple(sorted(attributions, key=lambda one: one.source[0]))
    started = time.perf_counter()
    cast = build_cast(doc, Report(text))
    return cast, 1000 * (time.perf_counter() - started)


def measure(folders: Sequence[Path], parse: Callable[[str], Doc], *, misses: bool) -> dict[str, Any]:
    """Scores every report with a gold record in the folders."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    milliseconds: list[float] = []
    for path in sorted(path for folder in folders for path in folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(path.name.removesuffix(".gold.json")).read_text(encoding="utf-8")
        placed = gold_sources(text, gold["statements"])
        cast, spent = cast_of(text, parse, placed)
        milliseconds.append(spent)
        for statement, source, _ in placed:
            found = cast.resolve(source)
            speaker = same_name(found.name, statement["speaker"]) or same_name(
                found.name, statement.get("speaker_alt")
            )
            behalf = statement.get("on_behalf_of")
            party = found.on_behalf_of == behalf or same_name(found.on_behalf_of, behalf)
            for key, good in (("speaker", speaker), ("how: " + found.how, speaker), ("on_behalf_of", party)):
                total[key] += 1
                right[key] += good
            if misses and not (speaker and party):
                row = [
                    path.name[:24],
                    source.of(text),
                    found.name,
                    statement["speaker"],
                    found.on_behalf_of,
                    behalf,
                ]
                print(json.dumps([*row, found.how], ensure_ascii=False))
    scores: dict[str, Any] = {key: [round(right[key] / total[key], 3), total[key]] for key in sorted(total)}
    scores["milliseconds"] = {"mean": round(sum(milliseconds) / max(1, len(milliseconds)), 1)}
    return scores


def main() -> int:
    """Runs the measurement from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "folders", nargs="*", type=Path, default=sorted(GOLD.glob("dev*")) if GOLD.exists() else []
    )
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    if not arguments.folders:
        print(f"no gold records: {GOLD} is not there, and no folder was given", file=sys.stderr)
        return 2
    from parley.language import load_engine  # the engine is loaded only when there is something to measure

    print(json.dumps(measure(arguments.folders, load_engine().tree, misses=arguments.misses)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
