"""Time expressions on the TempEval-3 training part: spans and values.

Run: ``.venv/bin/python bench/times.py [DATA] [--engine parley|none] [--misses N]``. DATA defaults to
``../shared/data/time/tempeval3-train``. Prints a table on the error stream and one JSON object.

Values are compared in TimeML's notation: the week, weekend, quarter, season and decade that Parley gives
in EDTF are written as TimeML writes them, and nothing else is changed. "Value" counts an expression as
right when its span overlaps the annotated one (one to one) and the value is the same string.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from parley.language import load_engine, mirror
from parley.language.times import TimeExpression, TimeKind, find_times
from parley.language.tree import Doc

DATA = Path("../shared/data/time/tempeval3-train")
MEASURES = ("relaxed", "strict", "value", "strict_value")
_REFERENCE = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
_SEASON = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_PART = {"morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}
_INDEFINITE = {
    "second": "PTXS", "minute": "PTXM", "hour": "PTXH", "day": "PXD", "night": "PXD", "week": "PXW",
    "month": "PXM", "quarter": "PXQ", "year": "PXY", "decade": "PXE", "century": "PXC",
}  # fmt: skip


@dataclass(frozen=True)
class Annotated:
    """An annotated expression: character offsets and TimeML value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Document:
    """A document of the corpus: text, creation day and annotated expressions."""

    name: str
    text: str
    created: str
    times: tuple[Annotated, ...]


def read_document(path: Path) -> Document:
    """Reads one TimeML file; line breaks inside paragraphs become spaces, offsets stay."""
    root = ElementTree.parse(path).getroot()
    creation = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    assert creation is not None and body is not None
    parts: list[str] = []
    times: list[Annotated] = []

    def walk(element: ElementTree.Element) -> None:
        start = sum(map(len, parts))
        parts.append(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        if element.tag == "TIMEX3":
            times.append(Annotated(start, sum(map(len, parts)), element.attrib["value"]))

    walk(body)
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", "".join(parts))
    return Document(path.stem, text, creation.attrib["value"], tuple(times))


def timeml_value(expression: TimeExpression) -> str:
    """An expression's value as TimeML writes it."""
    value = expression.value
    if value is None:
        return _REFERENCE.get(expression.precision) or _INDEFINITE.get(expression.precision, "")
    if expression.kind in (TimeKind.DURATION, TimeKind.SET):
        return value
    value = value.rstrip("~")
    if expression.part_of_day:
        return f"{value}T{_PART[expression.part_of_day]}"
    if expression.precision == "minute":
        return value.removesuffix(":00")
    if match := re.fullmatch(r"(\d{4})-(2[1-4]|3[3-6])", value):
        year, code = match.groups()
        return f"{year}-{_SEASON[code]}" if code in _SEASON else f"{year}-Q{int(code) - 32}"
    if expression.precision in ("week", "weekend", "fortnight") and "/" in value:
        year, week, _ = date.fromisoformat(value.split("/")[0]).isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if expression.precision == "weekend" else "")
    return value.rstrip("X") if expression.precision in ("decade", "century") else value


def align(
    gold: tuple[Annotated, ...], found: tuple[TimeExpression, ...]
) -> list[tuple[Annotated, TimeExpression]]:
    """Pairs of overlapping expressions, one to one, in text order."""
    pairs: list[tuple[Annotated, TimeExpression]] = []
    free = list(found)
    for annotated in gold:
        for expression in free:
            if expression.span.start < annotated.end and annotated.start < expression.span.end:
                pairs.append((annotated, expression))
                free.remove(expression)
                break
    return pairs


def f1(right: int, found: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 in percent."""
    precision, recall = 100 * right / max(1, found), 100 * right / max(1, gold)
    return {
        "P": round(precision, 1),
        "R": round(recall, 1),
        "F1": round(2 * precision * recall / max(1e-9, precision + recall), 1),
    }


def parser(engine: str) -> Callable[[str], Doc]:
    """What turns a text into a document: Parley's engine, or the tokeniser alone."""
    if engine == "parley":
        return load_engine().tree
    import spacy

    tokenizer = spacy.blank("en")
    return lambda text: mirror(tokenizer(text))


def measure(documents: list[Document], parse: Callable[[str], Doc], misses: int) -> dict[str, object]:
    """Figures over all documents; prints up to `misses` misses on the error stream."""
    count: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    seconds = 0.0
    for document in documents:
        doc = parse(document.text)
        started = time.perf_counter()
        found = find_times(doc, document.created)
        seconds += time.perf_counter() - started
        pairs = align(document.times, found)
        count.update(gold=len(document.times), found=len(found), relaxed=len(pairs), tokens=len(doc))
        paired_gold, paired_found = {id(one) for one, _ in pairs}, {id(one) for _, one in pairs}
        for one in document.times:
            if id(one) not in paired_gold:
                missed[f"missed   {document.text[one.start : one.end]!r} = {one.value}"] += 1
        for expression in found:
            if id(expression) not in paired_found:
                missed[f"spurious {expression.span.of(document.text)!r}"] += 1
        for annotated, expression in pairs:
            strict = (annotated.start, annotated.end) == (expression.span.start, expression.span.end)
            value = timeml_value(expression)
            right = value == annotated.value
            count.update(strict=strict, value=right, strict_value=strict and right)
            if not right:
                words = f"{expression.span.of(document.text)!r} ({document.created[:10]})"
                missed[f"value    {words} {annotated.value} got {value} [{expression.rule}]"] += 1
    for line, times in missed.most_common(misses):
        print(f"{times:4d} {line}", file=sys.stderr)
    scores = {name: f1(count[name], count["found"], count["gold"]) for name in MEASURES}
    for name, score in scores.items():
        print(f"{name:14}" + "".join(f" {key} {number:5}" for key, number in score.items()), file=sys.stderr)
    return {
        "documents": len(documents),
        "expressions": count["gold"],
        **scores,
        "value_accuracy": round(100 * count["value"] / max(1, count["relaxed"]), 1),
        "milliseconds_per_1000_tokens": round(1e6 * seconds / max(1, count["tokens"]), 2),
    }


def main() -> None:
    """Reads the arguments, measures, prints."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("data", nargs="?", type=Path, default=DATA)
    arguments.add_argument("--engine", choices=["parley", "none"], default="parley")
    arguments.add_argument("--misses", type=int, default=0, help="print this many of the commonest misses")
    chosen = arguments.parse_args()
    files = sorted(chosen.data.glob("*/*.tml"))
    files = [path for path in files if not path.name.startswith(".")]
    if not files:
        sys.exit(f"No TimeML documents under {chosen.data}: give the folder of the TempEval-3 training part.")
    documents = [read_document(path) for path in files]
    print(json.dumps(measure(documents, parser(chosen.engine), chosen.misses)))


if __name__ == "__main__":
    main()
