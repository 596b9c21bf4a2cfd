"""What is said of an input that cannot be read.

```
ParleyError
├── NotReadable     an input is not a report Parley can read; its message says why and what to do
└── BadDate         a date that does not exist, or is written in a way Parley cannot read
```
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.errors import ParleyError


class NotReadable(ParleyError):
    """An input is not a report Parley can read. Its message says why and what to do."""


class BadDate(ParleyError):
    """A date does not exist, or is written in a way Parley cannot read."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input among many that could not be read; the others go on.

    Attributes:
        origin: the path or line it stands in, as given.
        reason: one sentence that says why and what to do.
        skipped: whether nothing is wrong with it: it is of another kind, and was left out.
    """

    origin: str
    reason: str
    skipped: bool = False
