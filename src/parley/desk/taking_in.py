"""Reports that people drop on the desk: taken in one by one behind the pages, each stage told.

What is done can be read while the rest runs; what cannot be read is kept in the list with its reason.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.errors import ParleyError
from parley.model import ReadReport, Report
from parley.record import Record
from parley.reports import Unreadable

if TYPE_CHECKING:
    from parley.reports import Taken

    Found = Report | Taken | Unreadable
    """What an input turns out to hold."""
    Open = Callable[[], Iterable[Found]]

LARGEST = 25_000_000
"""Bytes one dropped file may have."""

_LISTED = 500
"""How many inputs the list keeps."""


class Stage(StrEnum):
    """How far an input has come."""

    WAITING = "waiting"
    OPENING = "opening"
    READING = "reading"
    KEPT = "kept"
    KNOWN = "known before"
    FAILED = "not readable"


_DONE = frozenset({Stage.KEPT, Stage.KNOWN, Stage.FAILED})


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read.

    Attributes:
        number: in the order they came.
        name: as people know it: a file's name, an address.
        stage: how far it has come.
        reports: ids of the reports it held, in their order.
        findings: how many findings they have.
        reason: why it, or a part of it, could not be read.
    """

    number: int
    name: str
    stage: Stage = Stage.WAITING
    reports: tuple[str, ...] = ()
    findings: int = 0
    reason: str | None = None


Reader = Callable[[Report], ReadReport]


class TakingIn:
    """The inputs of this desk and the thread that reads them.

    Attributes:
        changed: called whenever something was written.
    """

    def __init__(self, record: Record, load_reader: Callable[[], Reader]) -> None:
        """Args: what inputs are read into; what gives the reader, called at the first report."""
        self._record = record
        self._load_reader = load_reader
        self._reader: Reader | None = None
        self._inputs: dict[int, Input] = {}
        self._number = 0
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk-reading")
        self._closing = False
        self.changed: Callable[[], None] = lambda: None

    @property
    def inputs(self) -> tuple[Input, ...]:
        """All inputs, the latest first."""
        with self._lock:
            return tuple(reversed(self._inputs.values()))

    @property
    def waiting(self) -> int:
        """How many inputs are not done."""
        return sum(one.stage not in _DONE for one in self.inputs)

    def take_file(self, name: str, content: bytes, published: str | None = None) -> int:
        """Takes in a file's content; gives the input's number. The folder it lies in meanwhile is removed."""
        return self.take(name, lambda: _reports_of(name, content, published))

    def take(self, name: str, opening: Open) -> int:
        """Takes in whatever `opening` gives, when its turn comes; gives the input's number."""
        with self._lock:
            self._number += 1
            number = self._number
            self._inputs[number] = Input(number, name)
            for done in [one for one, kept in self._inputs.items() if kept.stage in _DONE][:-_LISTED]:
                del self._inputs[done]
        self._thread.submit(self._run, number, opening).add_done_callback(partial(self._ended, number))
        return number

    def cancel(self) -> int:
        """Drops what has not begun; what is done stays. Gives how many were dropped."""
        dropped = [one for one in self.inputs if one.stage is Stage.WAITING]
        for one in dropped:
            self._tell(one.number, stage=Stage.FAILED, reason="It was called off before it was read.")
        return len(dropped)

    def close(self) -> None:
        """Ends the thread after the report it is reading."""
        self._closing = True
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _tell(self, number: int, **what: Any) -> None:
        with self._lock:
            if number in self._inputs:
                self._inputs[number] = replace(self._inputs[number], **what)

    def _run(self, number: int, opening: Open) -> None:
        """Reads one input; whatever a person can mend becomes its reason, and the next one goes on."""
        if self._closing or self._inputs[number].stage in _DONE:
            return
        self._tell(number, stage=Stage.OPENING)
        try:
            for found in opening():
                self._take_one(number, found)
        except (ParleyError, OSError) as error:
            self._tell(number, reason=str(error))
        with self._lock:
            one = self._inputs[number]
        if not one.reports:
            reason = one.reason or "There is no report in it."
            self._tell(number, stage=Stage.FAILED, reason=reason)
        elif one.stage not in _DONE:
            self._tell(number, stage=Stage.KEPT)

    def _ended(self, number: int, running: Future[None]) -> None:
        """Tells of an input at which Parley itself failed; the others go on."""
        if not running.cancelled() and running.exception() is not None:
            reason = f"Parley failed at it: {running.exception()!r}. This is a defect; please report it."
            self._tell(number, stage=Stage.FAILED, reason=reason)

    def _take_one(self, number: int, found: Found) -> None:
        """Reads a report and keeps it, or notes why it cannot be read."""
        if isinstance(found, Unreadable):
            self._tell(number, reason=found.reason)
            return
        self._tell(number, stage=Stage.READING)
        self._reader = self._reader or self._load_reader()
        report, arrival = (found, None) if isinstance(found, Report) else (found.report, found.arrival)
        added = self._record.add(self._reader(report), arrival)
        self.changed()
        with self._lock:
            one = self._inputs[number]
        stage = Stage.READING if added.changed else Stage.KNOWN
        self._tell(
            number, stage=stage, reports=(*one.reports, report.id), findings=one.findings + added.findings
        )


def bundled_reader() -> Reader:
    """The language engine that travels in the package, and the findings built on it."""
    from parley.language import load_engine
    from parley.reading import read_report

    engine = load_engine()
    return lambda report: read_report(report, engine)


def _reports_of(name: str, content: bytes, published: str | None) -> Iterator[Taken | Unreadable]:
    """The reports in a dropped file, as if it lay in a folder under its own name."""
    from parley.reports import take_in

    folder = Path(tempfile.mkdtemp(prefix="parley-desk-"))
    try:
        file = folder / _safe(name)
        file.write_bytes(content)
        for found in take_in(file, published=published or None):
            yield _named(found, name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _named(found: Taken | Unreadable, name: str) -> Taken | Unreadable:
    """What was found under the name people know, not under that of the folder it lay in."""
    if isinstance(found, Unreadable):
        return replace(found, origin=name)
    return replace(
        found, report=replace(found.report, origin=name), arrival=replace(found.arrival, origin=name)
    )


def page_at(address: str) -> Iterator[Taken | Unreadable]:
    """The reports at a web address: the one thing for which the desk asks another machine, when told to."""
    from parley.reports import take_in
    from parley.reports.fetching import AddressPolicy, Fetcher

    return take_in(address, fetcher=Fetcher(AddressPolicy(frozenset())))


def _safe(name: str) -> str:
    """A file's name that cannot lead out of its folder; its ending says what the file is."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(letter if letter.isalnum() or letter in " ._-" else "_" for letter in last)
    return kept.strip(". ")[-120:] or "report.txt"
