"""Scores findings against the hand-made gold reports: ``python -m bench.gold [FOLDER ...] [--misses]``.

The folders hold ``*.gold.json`` beside their reports; default: ``../shared/gold/dev*``. The scorer is the one
that lies beside the gold (``../shared/gold/score.py``); it is called in this process, on what
`parley.read` returns, which is what `parley read --format jsonl` prints.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import sys
import traceback
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import parley
from parley.model.codec import encode
from parley.reports import read_paths

GOLD = Path("../shared/gold")


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module, made to read reports in this process.

    It counts a report that cannot be read as empty; here that ends the run, as nothing measured is worth
    anything then.
    """
    spec = importlib.util.spec_from_file_location("gold_scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    # The scorer calls its own `run`, which would start a program a report.
    module.run = lambda command, file, published: run(Path(file), published)  # type: ignore[attr-defined]
    return module


def run(path: Path, published: str | None) -> list[dict[str, Any]]:
    """The findings of a report file; leaves the program when they cannot be made."""
    try:
        return findings(path, published)
    except Exception:  # noqa: BLE001 - the scorer would swallow it
        traceback.print_exc()
        raise SystemExit(1) from None


def findings(path: Path, published: str | None) -> list[dict[str, Any]]:
    """The findings of one report file as JSON objects."""
    (report,) = read_paths([str(path)], published=published)
    if not isinstance(report, parley.Report):
        raise ValueError(report.reason)
    return encode(parley.read_report(report))


def score(folder: Path, misses: bool, scorer: ModuleType) -> dict[str, Any]:
    """The scorer's figures for one folder; prints the misses when asked."""
    options = SimpleNamespace(dir=str(folder), cmd="", misses=misses)
    heard = io.StringIO()
    with contextlib.redirect_stdout(heard):
        figures: dict[str, Any] = scorer.score_gold(options)
    if misses:
        print("\n".join(heard.getvalue().rstrip().split("\n")[:-1]))
    return figures


def joined(all_figures: list[dict[str, Any]]) -> dict[str, float]:
    """One figure a measure over folders, weighted by how many gold items each has."""
    total: dict[str, float] = {}
    for name in all_figures[0]:
        key = "F1" if "F1" in all_figures[0][name] else "acc"
        weight = sum(figures[name]["n"] for figures in all_figures)
        weighted = sum(figures[name][key] * figures[name]["n"] for figures in all_figures)
        total[name] = round(weighted / max(1, weight), 3)
        if key == "F1":
            for part in "PR":
                weighted = sum(figures[name][part] * figures[name]["n"] for figures in all_figures)
                total[f"{name} {part}"] = round(weighted / max(1, weight), 3)
    return total


def main() -> int:
    """Command line; prints a line a folder and one JSON object over all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--scorer", type=Path, default=GOLD / "score.py")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    folders = options.folders or sorted(GOLD.glob("dev*"))
    if not folders or not options.scorer.exists():
        print(f"no gold reports or scorer at {GOLD}: give folders and --scorer", file=sys.stderr)
        return 2
    scorer = load_scorer(options.scorer)
    all_figures = []
    for folder in folders:
        figures = score(folder, options.misses, scorer)
        all_figures.append(figures)
        print(json.dumps({"folder": folder.name, **figures}))
    print(json.dumps({"bench": "gold", "folders": len(folders), **joined(all_figures)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
