"""Holds measured quality to pinned floors: ``python -m bench.gate [--raise]``.

Runs `bench.attributions` and `bench.gold` on the data beside the project and compares the figures named in
``bench/floors.json``. A figure under its floor fails. `--raise` writes higher floors, never lower ones; a
floor is only lowered by hand, where a reader of the change sees it. The digest of the data is kept beside the
floors: other data need floors of their own, and until they have them nothing is held. Without the data it
says so and passes: the tests of the project do not need it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent / "floors.json"
DATA = {
    "attributions": (Path("../shared/data/polnear/dev"), ("text/*", "attributions/*")),
    "gold": (Path("../shared/gold"), ("dev*/*", "score.py")),
}
# How far below its floor a figure may lie: processors round int8 products differently.
SLACK = {"attributions": 0.3, "gold": 0.005}


def digest(bench: str) -> str | None:
    """What identifies the data of a bench; None where it is missing."""
    folder, patterns = DATA[bench]
    paths = sorted(path for pattern in patterns for path in folder.glob(pattern))
    if not paths:
        return None
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def figures(bench: str) -> dict[str, Any]:
    """The JSON object a bench prints last.

    Raises:
        CalledProcessError: when the bench itself fails.
    """
    command = [sys.executable, "-m", f"bench.{bench}"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(printed.strip().split("\n")[-1])
    return found


def value(found: dict[str, Any], name: str) -> float:
    """One figure: a bare number, or the F1 of a row."""
    row = found[name]
    return float(row["F1"] if isinstance(row, dict) else row)


def check(bench: str, floors: dict[str, Any], lift: bool) -> bool:
    """Whether all figures of a bench reach their floors; raises floors when asked."""
    present = digest(bench)
    if present is None:
        print(f"gate: {bench}: not measured, no data at {DATA[bench][0]}")
        return True
    if present != floors["digest"] and not lift:
        print(f"gate: {bench}: not held: the data is {present}, the floors were set on {floors['digest']};")
        print(f"gate: {bench}: set floors for it with --raise, and say so in the change")
        return True
    found = figures(bench)
    good = True
    for name, floor in floors["floors"].items():
        now = value(found, name)
        reached = now >= floor - SLACK[bench]
        good = good and reached
        if lift and (now > floor or present != floors["digest"]):
            floors["floors"][name] = now
        print(f"gate: {bench}: {name}: {now} (floor {floor}){'' if reached else '  TOO LOW'}")
    floors["digest"] = present if lift else floors["digest"]
    return good


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="write floors that are now exceeded"
    )
    options = parser.parse_args()
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    good = all([check(bench, pinned[bench], options.lift) for bench in DATA])
    if options.lift:
        FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
