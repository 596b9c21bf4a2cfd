"""Reports from files, folders, web addresses and standard input. One bad input never costs the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from parley.model import Report
from parley.reports.arriving import Desk, Taken, reports_at
from parley.reports.building import build_report
from parley.reports.dates import publication_date
from parley.reports.draft import Draft, Given, Link
from parley.reports.kinds import format_of_name
from parley.reports.streams import read_stream
from parley.reports.unreadable import Unreadable

if TYPE_CHECKING:
    from parley.reports.fetching import Fetcher

_STANDARD_INPUT = "-"

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
    fetcher: Fetcher | None = None,
) -> Iterator[Report | Unreadable]:
    """The reports in files, folders and at web addresses, without how they came; see `take_in`."""
    found = take_in(paths, published=published, outlet=outlet, url=url, fetcher=fetcher)
    return (item.report if isinstance(item, Taken) else item for item in found)


def take_in(
    paths: PathLike | Iterable[PathLike],
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Taken | Unreadable]:
    """The reports in files, folders and at web addresses, each with how it came.

    Args:
        paths: files (text, Markdown, HTML, JSON, JSON Lines, feeds, sitemaps, web archives, letters),
            folders, web addresses, or "-" for standard input; folders are read in the order of their names.
        published: day of publication of all of them; goes before what they say themselves.
        outlet: who published them; the same.
        url: where they were published; the same.
        fetcher: what fetches pages; None where nothing is to be fetched.

    Returns:
        An iterator that gives a report as soon as it is read, and an `Unreadable` for whatever holds none.

    Raises:
        BadDate: at once, when `published` does not exist or cannot be read as a date.
    """
    desk = Desk(Given(publication_date(published) if published else None, outlet, url), fetcher)
    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    return (found for path in several for found in _read(os.fspath(path), desk))


def _read(path: str, desk: Desk) -> Iterator[Taken | Unreadable]:
    try:
        if path == _STANDARD_INPUT:
            yield from read_stream(sys.stdin.buffer, "standard input", desk)
        elif path.lower().startswith(("http://", "https://")):
            yield from _read_address(path, desk)
        elif os.path.isdir(path):
            yield from _read_folder(Path(path), desk)
        else:
            yield from _read_file(Path(path), desk)
    except OSError as error:
        yield Unreadable(path, _reason(error))
    except ValueError:
        yield Unreadable(path, "This is no path a file can have; check its name.")


def _read_address(address: str, desk: Desk) -> Iterator[Taken | Unreadable]:
    if desk.fetcher is None:
        yield Unreadable(address, "Nothing is fetched here; save the page and give the file.")
    else:
        yield from reports_at(Link(address), desk)


def _read_folder(folder: Path, desk: Desk) -> Iterator[Taken | Unreadable]:
    entries = sorted(folder.iterdir())
    names = {entry.name for entry in entries}
    if not entries:
        yield Unreadable(str(folder), "The folder is empty; put the reports into it, one a file.")
    for entry in entries:
        if reason := _reason_to_skip(entry, names):
            yield Unreadable(str(entry), reason, skipped=True)
        else:
            yield from _read(str(entry), desk)


def _reason_to_skip(entry: Path, names: set[str]) -> str | None:
    """Why an entry of a folder is not read; None when it is."""
    if entry.name.startswith("."):
        return "Hidden files and folders are left out; name it directly to read it."
    if entry.is_dir():
        if entry.is_symlink():
            return "Links to folders are not followed; name the folder directly."
        return (
            "It holds the parts of a saved page, which are no reports." if _is_of_page(entry, names) else None
        )
    if not entry.is_file():
        return "It is not a plain file; save the report's text in one."
    if format_of_name(entry.name) is None:
        return f"Parley does not read {entry.suffix} files; name it directly if it is a report."
    return None


def _is_of_page(folder: Path, names: set[str]) -> bool:
    """Whether a browser made this folder beside a page that it saved."""
    stem = folder.name.removesuffix("_files")
    return stem != folder.name and bool({f"{stem}.html", f"{stem}.htm"} & names)


def _read_file(path: Path, desk: Desk) -> Iterator[Taken | Unreadable]:
    with path.open("rb") as stream:
        yield from read_stream(stream, str(path), desk, format_of_name(path.name), path.name)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file; check the path."
    if isinstance(error, PermissionError):
        return "It may not be read by you; change its permissions."
    return f"It could not be read ({error.strerror or error}); check the disk and the path."
