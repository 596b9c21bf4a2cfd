"""What a report costs on Ray with one worker and with two: flat is what is asked.

python -m bench.scale [--texts FOLDER] [--reports N] : reads N reports made of the texts in FOLDER (each
with a line of its own, so that none is another's copy) with 1 and with 2 workers, and prints what each costs.
Reports in shards of equal size; Ray's own start is measured apart, with an empty shard.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

import pyarrow
from pyarrow import parquet

from parley.scale.running import Cluster, run
from parley.scale.shards import Shard
from parley.scale.work import ShardResult

TEXTS = Path("../shared/data/polnear/dev/text")


def corpus(texts: list[str], count: int, folder: Path, files: int) -> list[Path]:
    """`count` reports in `files` Parquet files of equal size."""
    rows = [
        {"text": f"{texts[number % len(texts)]}\n\nReport number {number}.", "published": "2016-10-01"}
        for number in range(count)
    ]
    paths = []
    for number in range(files):
        path = folder / f"{number}.parquet"
        parquet.write_table(pyarrow.Table.from_pylist(rows[number::files]), path)
        paths.append(path)
    return paths


def nothing(shard: Shard, folder: str) -> ShardResult:
    """Work that is none: what is left is Ray's start and the import of the program."""
    return ShardResult(shard.key("none"), 0, 0, 0)


def main() -> int:
    """Command line; prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=TEXTS)
    parser.add_argument("--reports", type=int, default=120)
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(options.texts.glob("*.txt"))]
    if not texts:
        print(f"no texts at {options.texts}: give a folder of .txt files with --texts", file=sys.stderr)
        return 2
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = corpus(texts, options.reports, folder, 4)
        for workers in (1, 2):
            seconds = {}
            for what, work in (("start", nothing), ("whole", None)):
                clock = time.perf_counter()
                out = folder / f"{what}{workers}"
                found = run(paths, out, Cluster(workers), *([work] if work else []))
                read = sum(one.read for one in found if isinstance(one, ShardResult))
                seconds[what] = time.perf_counter() - clock
                assert what == "start" or read == options.reports
            spent = seconds["whole"] - seconds["start"]
            figures[f"core_seconds_a_report_{workers}"] = round(spent * workers / options.reports, 3)
            figures[f"start_seconds_{workers}"] = round(seconds["start"], 1)
    figures["cost_of_two_to_one"] = round(
        figures["core_seconds_a_report_2"] / figures["core_seconds_a_report_1"], 2
    )
    print(json.dumps({"bench": "scale", "reports": options.reports, **figures}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
