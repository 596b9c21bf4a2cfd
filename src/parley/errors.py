"""What can go wrong, and what to do about it.

```
ParleyError                 anything a user can mend; its message is one plain sentence
├── UnknownFormat           an output was asked for in a format that does not exist
├── NotFound                no report or finding has this id
└── Ambiguous               more than one report or finding has an id that begins like this
```

Rooms derive their own: `parley.reports` for inputs that cannot be read, `parley.record` for records that
cannot be opened. The command line prints the message of any `ParleyError` and ends with status 1; every
other exception is a defect of Parley and is shown as such.
"""

from __future__ import annotations


class ParleyError(Exception):
    """Anything a user can mend. Its message is one plain sentence that says how."""
