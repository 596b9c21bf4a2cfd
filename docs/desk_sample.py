"""Reads the desk's sample negotiation once, so that `parley desk` can show it at once.

    python docs/desk_sample.py

Writes `src/parley/desk/sample/read.jsonl`, the findings of its reports. Run it anew when what Parley finds
in them has changed.
"""

from __future__ import annotations

import json

from parley.desk.sampling import READ, sample_texts
from parley.desk.taking_in import bundled_reader
from parley.model.codec import encode


def main() -> None:
    """Writes the file."""
    read = bundled_reader()
    with READ.open("w", encoding="utf-8") as out:
        for report in sample_texts():
            for value in encode(read(report)):
                out.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"{READ}: {READ.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
