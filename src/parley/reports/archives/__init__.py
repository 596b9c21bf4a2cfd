"""Archives: many pages or letters in one file, each given as a `Document` of its own."""

from parley.reports.archives.letters import letters
from parley.reports.archives.packed import pages_of_packed_archive
from parley.reports.archives.web import pages_of_archive

__all__ = ["letters", "pages_of_archive", "pages_of_packed_archive"]
