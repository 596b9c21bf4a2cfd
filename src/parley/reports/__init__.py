"""Getting a text in: reports from files, folders, feeds, archives, letters, web addresses, standard input.

Knows nothing of language. A report's text is stored whole; what is not the story is marked, never cut.
"""

from parley.reports.arriving import Taken
from parley.reports.reading import read_paths, report_from_text, take_in
from parley.reports.unreadable import BadDate, NotReadable, Unreadable

__all__ = ["BadDate", "NotReadable", "Taken", "Unreadable", "read_paths", "report_from_text", "take_in"]
