"""Reports from files, folders and standard input. One bad input never costs the rest."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from parley.model import Report
from parley.reports.building import LONGEST_REPORT, build_report
from parley.reports.dates import publication_date
from parley.reports.draft import Draft, Given
from parley.reports.formats import SUFFIXES, Format, draft_of_line, drafts_of, is_json_line
from parley.reports.unreadable import BadDate, NotReadable, Unreadable

_STANDARD_INPUT = "-"
_TOO_LARGE = (
    f"It is larger than {LONGEST_REPORT // 1_000_000} MB, too large for one report; "
    "split it into one report a file."
)

PathLike = str | os.PathLike[str]


def report_from_text(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    origin: str | None = None,
) -> Report:
    """The report with this text.

    Args:
        text: the report's words, as a reader sees them.
        published: day of publication: EDTF ("2025-03-17"), a time stamp, or English ("17 March 2025").
        outlet: who published it.
        url: where it was published.
        title: the headline.
        origin: where the text came from, for people to read.

    Returns:
        The report; `report.text` is `text` with line ends and control characters made clean.

    Raises:
        NotReadable: when the text is empty, too long, or not English.
        BadDate: when `published` does not exist or cannot be read as a date.
    """
    return build_report(Draft(text, title=title), Given(published, outlet, url), origin)


def read_paths(
    paths: PathLike | Iterable[PathLike],
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Iterator[Report | Unreadable]:
    """The reports in files and folders, in the order given; folders in the order of their names.

    Args:
        paths: files (text, Markdown, HTML, JSON, JSON Lines), folders, or "-" for standard input.
        published: day of publication of all of them; goes before what they say themselves.
        outlet: who published them; the same.
        url: where they were published; the same.

    Returns:
        An iterator that gives a report as soon as it is read, and an `Unreadable` for whatever holds none.

    Raises:
        BadDate: at once, when `published` does not exist or cannot be read as a date.
    """
    given = Given(publication_date(published) if published else None, outlet, url)
    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    return (found for path in several for found in _read(os.fspath(path), given))


def _read(path: str, given: Given) -> Iterator[Report | Unreadable]:
    try:
        if path == _STANDARD_INPUT:
            yield from _read_stream(sys.stdin.buffer, None, "standard input", given)
        elif path.startswith(("http://", "https://")):
            yield Unreadable(path, "Parley does not fetch pages; save the page and give the file.")
        elif os.path.isdir(path):
            yield from _read_folder(Path(path), given)
        else:
            yield from _read_file(Path(path), given)
    except OSError as error:
        yield Unreadable(path, _reason(error))
    except ValueError:
        yield Unreadable(path, "This is no path a file can have; check its name.")


def _read_folder(folder: Path, given: Given) -> Iterator[Report | Unreadable]:
    entries = sorted(folder.iterdir())
    if not entries:
        yield Unreadable(str(folder), "The folder is empty; put the reports into it, one a file.")
    for entry in entries:
        if reason := _reason_to_skip(entry):
            yield Unreadable(str(entry), reason)
        else:
            yield from _read(str(entry), given)


def _reason_to_skip(entry: Path) -> str | None:
    """Why an entry of a folder is not read; None when it is."""
    if entry.name.startswith("."):
        return "Hidden files and folders are left out; name it directly to read it."
    if entry.is_dir():
        return "Links to folders are not followed; name the folder directly." if entry.is_symlink() else None
    if not entry.is_file():
        return "It is not a plain file; save the report's text in one."
    if entry.suffix.lower() not in SUFFIXES:
        return f"Parley does not read {entry.suffix} files; name it directly if it is a report."
    return None


def _read_file(path: Path, given: Given) -> Iterator[Report | Unreadable]:
    with path.open("rb") as stream:
        yield from _read_stream(stream, SUFFIXES.get(path.suffix.lower()), str(path), given, path.name)


def _read_stream(
    stream: BinaryIO, kind: Format | None, origin: str, given: Given, file_name: str = ""
) -> Iterator[Report | Unreadable]:
    """The reports in an open file. A file without a known suffix may be JSON Lines: its first line tells."""
    start = b"" if kind is Format.JSON_LINES else stream.read(LONGEST_REPORT + 1)
    if kind is Format.JSON_LINES or (kind in (None, Format.TEXT) and is_json_line(start)):
        yield from _read_lines(_lines(stream, start), origin, given)
    elif len(start) > LONGEST_REPORT:
        yield Unreadable(origin, _TOO_LARGE)
    elif not start.strip():
        yield Unreadable(origin, "It is empty; give a file that holds the report's words.")
    else:
        yield from _read_whole(start, kind or Format.TEXT, origin, given, file_name)


def _read_whole(
    data: bytes, kind: Format, origin: str, given: Given, file_name: str
) -> Iterator[Report | Unreadable]:
    """The reports in the bytes of a file; the ones before a bad one are kept."""
    try:
        for draft in drafts_of(data, kind):
            yield build_report(draft, given, origin, file_name, _now())
    except (NotReadable, BadDate) as error:
        yield Unreadable(origin, str(error))


def _read_lines(lines: Iterable[bytes], origin: str, given: Given) -> Iterator[Report | Unreadable]:
    found = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = True
        where = f"{origin}:{number}"
        try:
            if len(line) > LONGEST_REPORT:
                raise NotReadable(_TOO_LARGE)
            yield build_report(draft_of_line(line), given, where, "", _now())
        except (NotReadable, BadDate) as error:
            yield Unreadable(where, str(error))
    if not found:
        yield Unreadable(origin, "It is empty; give one JSON object a line, with a “text” field.")


def _lines(stream: BinaryIO, start: bytes) -> Iterator[bytes]:
    """The lines of `start` and of what follows it in the stream; overlong lines are cut."""
    rest = start
    while rest:
        line, newline, rest = rest.partition(b"\n")
        if not newline:
            line += stream.readline(LONGEST_REPORT + 1)
            _skip_line(stream, line)
        yield line
    while line := stream.readline(LONGEST_REPORT + 1):
        _skip_line(stream, line)
        yield line


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    """Passes over the rest of a line that was cut."""
    while line and len(line) > LONGEST_REPORT and not line.endswith(b"\n"):
        line = stream.readline(LONGEST_REPORT + 1)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file; check the path."
    if isinstance(error, PermissionError):
        return "It may not be read by you; change its permissions."
    return f"It could not be read ({error.strerror or error}); check the disk and the path."
