"""Parley reads the reporting on a negotiation and keeps the record.

```python
import parley

read = parley.read("The minister said the talks would go on.", published="2025-03-17")
for statement in read.statements:
    print(statement.source, [span.of(read.report.text) for span in statement.content])

with parley.open_record("talks.db") as record:
    record.add(read)
```

Importing this package costs nothing: each public name is fetched when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.errors import ParleyError
    from parley.model import ReadReport, Report, Span, Statement
    from parley.reading import read, read_report
    from parley.record import Record, open_record

__version__ = "0.1.0"

__all__ = [
    "ParleyError",
    "ReadReport",
    "Record",
    "Report",
    "Span",
    "Statement",
    "__version__",
    "open_record",
    "read",
    "read_report",
]

_HOME = {
    "ParleyError": "parley.errors",
    "ReadReport": "parley.model",
    "Record": "parley.record",
    "Report": "parley.model",
    "Span": "parley.model",
    "Statement": "parley.model",
    "open_record": "parley.record",
    "read": "parley.reading",
    "read_report": "parley.reading",
}


def __getattr__(name: str) -> object:
    """Fetches a public name from the room it lives in."""
    if name not in _HOME:
        raise AttributeError(f"module 'parley' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
