"""Names that are there, for somebody who asked for one that is not."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_ALIKE = 0.7
_FEW = 3
_LISTED = 8


def meant(asked: str, names: Iterable[str | None]) -> str:
    """A question that names what is like a name that was not found; "" where nothing is.

    A name is like another wholly or by one of its words, so that "Lindt" finds "Asta Lind".
    """
    scored = [(_likeness(asked.casefold(), name.casefold()), name) for name in dict.fromkeys(names) if name]
    close = sorted((pair for pair in scored if pair[0] >= _ALIKE), key=lambda pair: -pair[0])[:_FEW]
    return f"Did you mean {' or '.join(name for _, name in close)}?" if close else ""


def there_are(heading: str, names: Iterable[str | None]) -> str:
    """A sentence that lists the first few of the names there are; "" where there are none."""
    known = [name for name in dict.fromkeys(names) if name]
    more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return f"{heading}: {', '.join(known[:_LISTED])}{more}." if known else ""


def _likeness(asked: str, name: str) -> float:
    return max(SequenceMatcher(None, asked, part).ratio() for part in (name, *name.split()))
