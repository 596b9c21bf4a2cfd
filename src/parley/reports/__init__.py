"""Getting a text in: reports from text, Markdown, HTML, JSON Lines, folders and standard input.

Knows nothing of language. A report's text is stored whole; what is not the story is marked, never cut.
"""

from parley.reports.reading import read_paths, report_from_text
from parley.reports.unreadable import BadDate, NotReadable, Unreadable

__all__ = ["BadDate", "NotReadable", "Unreadable", "read_paths", "report_from_text"]
