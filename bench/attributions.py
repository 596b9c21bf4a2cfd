"""Scores attributions on PolNeAR, whole documents: ``python -m bench.attributions [--data DIR] [--engine]``.

Exact F1 of source, cue and content spans and of whole linked attributions (all three right; and all three
overlapping), the latter also by direct, indirect and mixed. Edges are compared without punctuation. A part
of a discontinuous span counts as a span. Without `--engine`, what `parley.read` returns as statements is
scored; with it, the engine's attributions before any rule.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

Range = tuple[int, int]
ROLES = ("source", "cue", "content")
ENTITY = re.compile(r"(T\d+)\t(\w[\w-]*) ([\d ;]+)\t")
RELATION = re.compile(r"E\d+\t(.*)")
QUOTES = '“”"«»„'


@dataclass(frozen=True)
class Linked:
    """One attribution as sets of character ranges."""

    source: frozenset[Range] = frozenset()
    cue: frozenset[Range] = frozenset()
    content: frozenset[Range] = frozenset()


@dataclass
class Count:
    """Right, found and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Adds one document's counts."""
        self.right += right
        self.found += found
        self.wanted += wanted

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 in per cent."""
        precision = 100 * self.right / max(1, self.found)
        recall = 100 * self.right / max(1, self.wanted)
        f1 = 200 * self.right / max(1, self.found + self.wanted)
        return {"P": round(precision, 1), "R": round(recall, 1), "F1": round(f1, 1), "n": self.wanted}


@dataclass
class Scores:
    """All counts of a run."""

    counts: dict[str, Count] = field(default_factory=dict)

    def add(self, name: str, right: int, found: int, wanted: int) -> None:
        """Adds to the count called `name`."""
        self.counts.setdefault(name, Count()).add(right, found, wanted)


def trim(text: str, start: int, end: int) -> Range:
    """The range without punctuation or space at its edges."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def gold(path: Path, text: str) -> list[Linked]:
    """The annotated attributions of one standoff file that have content."""
    entities: dict[str, list[Range]] = {}
    found = []
    lines = path.read_text(encoding="utf-8").split("\n")
    for line in lines:
        if match := ENTITY.match(line):
            parts = (part.split() for part in match[3].split(";"))
            entities[match[1]] = [trim(text, int(start), int(end)) for start, end in parts]
    for line in lines:
        if match := RELATION.match(line):
            roles: dict[str, set[Range]] = {role: set() for role in ROLES}
            for role, target in (argument.split(":") for argument in match[1].split()):
                roles.get(re.sub(r"\d+$", "", role).lower(), set()).update(entities.get(target, ()))
            if roles["content"]:
                found.append(Linked(**{role: frozenset(ranges) for role, ranges in roles.items()}))
    return found


def by_engine(text: str) -> list[Linked]:
    """The engine's attributions."""
    from parley.language import parse

    return [
        Linked(
            frozenset(trim(text, span.start, span.end) for span in found.source),
            frozenset({trim(text, found.cue.start, found.cue.end)} if found.cue else ()),
            frozenset(trim(text, span.start, span.end) for span in found.content),
        )
        for found in parse(text)._.attributions
    ]


def by_statements(text: str) -> list[Linked]:
    """What `parley.read` returns as statements."""
    import parley

    return [
        Linked(
            frozenset(
                {trim(text, found.source.mention.start, found.source.mention.end)} if found.source else ()
            ),
            frozenset({trim(text, found.cue.start, found.cue.end)} if found.cue else ()),
            frozenset(trim(text, span.start, span.end) for span in found.content),
        )
        for found in parley.read(text).statements
    ]


def speech(text: str, linked: Linked) -> str:
    """Direct, mixed or indirect, by the quotation marks in and around the content."""
    start, end = min(linked.content)[0], max(linked.content)[1]
    around = text[max(0, start - 2) : start] + text[end : end + 2]
    within = text[start:end]
    if any(mark in around[:2] for mark in QUOTES) and any(mark in around[2:] for mark in QUOTES):
        return "direct"
    return "mixed" if any(mark in within + around for mark in QUOTES) else "indirect"


def overlap(left: Iterable[Range], right: Iterable[Range]) -> bool:
    """Whether both are empty or share a character."""
    left, right = list(left), list(right)
    return (not left and not right) or any(a < d and c < b for a, b in left for c, d in right)


def score(scores: Scores, text: str, wanted: list[Linked], found: list[Linked]) -> None:
    """Adds one document."""
    for role in ROLES:
        theirs = {part for linked in wanted for part in getattr(linked, role)}
        ours = {part for linked in found for part in getattr(linked, role)}
        scores.add(role, len(theirs & ours), len(ours), len(theirs))
    kinds = ["all", "direct", "mixed", "indirect"]
    for kind in kinds:
        some = [linked for linked in wanted if kind == "all" or speech(text, linked) == kind]
        ours_of_kind = [linked for linked in found if kind == "all" or speech(text, linked) == kind]
        pool = set(found)
        exact = sum(linked in pool for linked in some)
        close = sum(any(_close(linked, other) for other in found) for linked in some)
        scores.add(f"linked exact, {kind}", exact, len(ours_of_kind), len(some))
        scores.add(f"linked overlap, {kind}", close, len(ours_of_kind), len(some))


def _close(left: Linked, right: Linked) -> bool:
    return all(overlap(getattr(left, role), getattr(right, role)) for role in ROLES)


def main() -> int:
    """Command line; prints a table and one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/dev"))
    parser.add_argument("--engine", action="store_true", help="score the engine alone, before any rule")
    options = parser.parse_args()
    if not (options.data / "text").is_dir():
        print(f"no PolNeAR at {options.data}: give its folder with --data", file=sys.stderr)
        return 2
    scores = Scores()
    for path in sorted((options.data / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        annotated = sorted((options.data / "attributions").glob(path.stem.replace("[", "[[]") + "*.ann"))
        if annotated:
            found = by_engine(text) if options.engine else by_statements(text)
            score(scores, text, gold(annotated[0], text), found)
    figures = {name: count.figures() for name, count in scores.counts.items()}
    for name, row in figures.items():
        print(f"{name:26}  P {row['P']:5}  R {row['R']:5}  F1 {row['F1']:5}  n {row['n']}")
    print(json.dumps({"bench": "attributions", "engine_only": options.engine, **figures}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
