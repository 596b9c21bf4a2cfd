"""What people call a report: its headline, else the file or the address it came by."""

from __future__ import annotations

import re

_FOLDERS = re.compile(r".*[/\\](?=[^/\\])")


def called(title: str | None, origin: str | None) -> str | None:
    """The headline of a report; where it has none, the name of its file, or its address.

    Args:
        title: its headline, or None.
        origin: the path or address it came by, or None. The folders of a path say nothing of the report.
    """
    if title or origin is None or "://" in origin:
        return title or origin
    return _FOLDERS.sub("", origin)
