"""Getting a text in: reports from files, folders, feeds, archives, letters, web addresses, standard input.

Knows nothing of language. A report's text is stored whole; what is not the story is marked, never cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parley.reports.unreadable import BadDate, NotReadable, Unreadable

if TYPE_CHECKING:
    from parley.reports.arriving import Taken
    from parley.reports.reading import read_paths, report_from_text, take_in

__all__ = ["BadDate", "NotReadable", "Taken", "Unreadable", "read_paths", "report_from_text", "take_in"]


def __getattr__(name: str) -> Any:
    """What takes inputs in, imported when it is first asked for: whoever asks a record takes in nothing."""
    if name == "Taken":
        from parley.reports.arriving import Taken

        return Taken
    if name in __all__:
        from parley.reports import reading

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
