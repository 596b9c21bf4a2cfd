"""Reading many inputs into a record, one after the other, none at the cost of another."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parley.model import Arrival, ReadReport, Report
from parley.model.codec import Object, encode
from parley.record import Record, UnstorableReport
from parley.reports import NotReadable, Taken, Unreadable

_SEVERAL = (
    *(".json", ".jsonl", ".ndjson", ".xml", ".rss", ".atom", ".rdf"),
    *(".warc", ".warc.gz", ".wet.gz", ".wacz", ".mbox"),
)
"""Ends of the names of files that may hold more than one report."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that was read and is in the record.

    Attributes:
        read: the report and what it says.
        new: False where this engine had read it before, so that nothing was read again.
        objects: all of it in the findings format, as rulings leave it.
    """

    read: ReadReport
    new: bool
    objects: Sequence[Object]


@dataclass(frozen=True, slots=True)
class Reader:
    """What makes findings of a report.

    Attributes:
        engine: its name and version.
        read: gives a report's findings; raises `NotReadable` for a text it cannot read.
    """

    engine: str
    read: Callable[[Report], ReadReport]


def read_into(
    record: Record, found: Iterable[Report | Taken | Unreadable], load_reader: Callable[[], Reader]
) -> Iterator[Kept | Unreadable]:
    """Reads reports and writes each to the record, whole, before the next is looked at.

    Args:
        record: an open record.
        found: what `parley.reports.take_in` or `read_paths` gives.
        load_reader: gives what makes the findings; called when there is a first report to read.

    Yields:
        Every report as it now stands in the record, and every input that could not be read, in their order.

    Raises:
        RecordError: when the record itself fails; what was written before is kept.
    """
    reader: Reader | None = None
    for item in found:
        if isinstance(item, Unreadable):
            yield item
            continue
        reader = reader or load_reader()
        report, arrival = (item.report, item.arrival) if isinstance(item, Taken) else (item, None)
        try:
            yield keep(record, report, reader, arrival)
        except (NotReadable, UnstorableReport) as error:
            yield Unreadable(report.origin or report.id, str(error))


def keep(record: Record, report: Report, reader: Reader, arrival: Arrival | None = None) -> Kept:
    """The report from the record if this engine has read it under this date, else read anew and written."""
    if record.has(report.id, reader.engine, report.published):
        record.add_origin(report, arrival)
        stored = record.report(report.id)
        if report.published in (None, stored.report.published):
            return Kept(stored.read, new=False, objects=stored.objects)
    read = reader.read(report)
    new = record.add(read, arrival).new_reading
    if not record.has_rulings():
        return Kept(read, new, _in_record(record, read))
    stored = record.report(report.id)
    return Kept(stored.read, new, stored.objects)


def _in_record(record: Record, read: ReadReport) -> list[Object]:
    """A reading without rulings in the findings format, as the record would give it."""
    own, *found = encode(read)
    family, _ = record.family_ids([read.report.id]).get(read.report.id, (None, None))
    return [{**own, "family": family}, *found]


def count_inputs(paths: Iterable[str]) -> int | None:
    """How many reports there are to read; None where that cannot be known without reading."""
    count = 0
    for path in map(Path, paths):
        if str(path).startswith(("http:/", "https:/")):
            return None
        files = (file for _, _, names in os.walk(path) for file in names) if path.is_dir() else (path.name,)
        for name in files:
            if name == "-" or name.lower().endswith(_SEVERAL):
                return None
            count += 1
    return count
