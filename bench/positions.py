"""Scores positions on annotated reports: ``python -m bench.positions [--part kept]``.

`bench/annotations/positions.jsonl` holds where readers who saw no output found positions in reports of
``../shared/data/news``: offsets and labels, none of the text. Part ``read`` was read while rules were
mended, part ``kept`` was not. The scorer is that of the gold (``../shared/gold/score.py``): a position is
right where its party is, within 150 characters of the words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.gold import GOLD, load_scorer, score

ANNOTATIONS = Path(__file__).parent / "annotations" / "positions.jsonl"
DATA = Path("../shared/data")
PARTS = ("read", "kept")
FIGURES = ("positions", "stance", "holder", "condition_kept")


def annotated(part: str) -> Iterator[dict[str, Any]]:
    """The annotated reports of a part, as the file has them."""
    for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        if report["part"] == part:
            yield report


def written(report: dict[str, Any], data: Path, folder: Path) -> bool:
    """Writes a report and its gold into a folder, as the scorer reads them; whether the data has that report.

    A report whose text is not the one that was annotated is left out: its offsets would mean other words.
    """
    path = data / report["report"]
    if not path.exists():
        return False
    text = path.read_text(encoding="utf-8", errors="replace")
    if hashlib.sha256(text.encode()).hexdigest() != report["sha256"]:
        return False
    positions = [
        {
            "party": one["party"],
            "stance": one["stance"],
            "holder": one["holder"],
            "condition": "told" if one["conditional"] else None,
            "words": text[one["start"] : one["end"]],
        }
        for one in report["positions"]
    ]
    gold = {
        "published": report["published"],
        "statements": [],
        "encounters": [],
        "positions": positions,
    }
    (folder / path.name).write_text(text, encoding="utf-8")
    (folder / f"{path.name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return True


def main() -> int:
    """Command line; prints one JSON object a part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--scorer", type=Path, default=GOLD / "score.py")
    options = parser.parse_args()
    if not options.data.exists() or not options.scorer.exists():
        print(f"no reports at {options.data} or no scorer at {options.scorer}: give both", file=sys.stderr)
        return 2
    scorer = load_scorer(options.scorer)
    for part in [options.part] if options.part else PARTS:
        with tempfile.TemporaryDirectory() as folder:
            reports = sum(written(report, options.data, Path(folder)) for report in annotated(part))
            figures = score(Path(folder), False, scorer)
        wanted = ("positions", "stance", "holder", "condition_kept")
        print(
            json.dumps(
                {"bench": "positions", "part": part, "reports": reports, **{k: figures[k] for k in wanted}}
            )
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
