"""Packed web archives (WACZ): a zip file with web archives in it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from parley.reports.archives.web import pages_of_archive
from parley.reports.documents import Document
from parley.reports.unreadable import Unreadable

_ENDINGS = (".warc", ".warc.gz")
# What is raised over zip files that are cut off, encrypted, or packed in a way unknown here.
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


def pages_of_packed_archive(stream: BinaryIO, origin: str) -> Iterator[Document | Unreadable]:
    """The pages of all web archives in a WACZ file.

    Args:
        stream: the open file; seekable.
        origin: where it stands.
    """
    try:
        with zipfile.ZipFile(stream) as packed:
            names = [name for name in packed.namelist() if name.lower().endswith(_ENDINGS)]
            if not names:
                yield Unreadable(origin, "No web archive (.warc.gz) is in it; give a WACZ file.")
            for name in sorted(names):
                yield from _pages(packed, name, f"{origin}#{name}")
    except zipfile.BadZipFile:
        yield Unreadable(origin, "It is no whole WACZ file; fetch or copy it again.")


def _pages(packed: zipfile.ZipFile, name: str, origin: str) -> Iterator[Document | Unreadable]:
    """The pages of one web archive; one that cannot be unpacked never costs the others."""
    try:
        with packed.open(name) as member:
            yield from pages_of_archive(cast("BinaryIO", member), origin)
    except _ERRORS:
        yield Unreadable(origin, "This part of the file is broken or locked; what came before was read.")
