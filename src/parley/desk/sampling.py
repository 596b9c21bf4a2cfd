"""The sample negotiation: seven reports on one dispute, read beforehand so that they can be shown at once.

Its countries, people and words are invented: the reports lie in `parley.samples` and in `sample/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from parley.model import ReadReport, Report
from parley.model.codec import Object, decode

_FOLDERS = ("parley.samples", "parley.desk.sample")
_FILES = "2025-06-*.md"
READ = Path(str(files("parley.desk.sample"))) / "read.jsonl"
"""The findings of the sample reports, in the findings format; made by `docs/desk_sample.py`."""


def sample_texts() -> Iterator[Report]:
    """The reports of the sample, by their days."""
    from parley.reports import Unreadable, read_paths

    found = [file for folder in _FOLDERS for file in Path(str(files(folder))).glob(_FILES)]
    paths = [str(file) for file in sorted(found, key=_file_name)]
    for report in read_paths(paths):
        if not isinstance(report, Unreadable):
            # Where the package lies is nobody's business, and the sample is the same on every machine.
            yield replace(report, origin=Path(report.origin or "").name, retrieved=None)


def _file_name(file: Path) -> str:
    return file.name


def sample_reports() -> Iterator[ReadReport]:
    """The reports of the sample with what was found in them beforehand."""
    known = _known()
    for report in sample_texts():
        if report.id in known:
            yield decode(known[report.id], report.text)


def _known() -> dict[str, list[Object]]:
    """The objects of each report, the report's own first."""
    known: dict[str, list[Object]] = {}
    with READ.open(encoding="utf-8") as lines:
        for line in lines:
            value = json.loads(line)
            known.setdefault(value["id"] if value["type"] == "report" else value["report"], []).append(value)
    return known
