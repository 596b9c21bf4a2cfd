"""What can go wrong, and what to do about it.

`ParleyError` is anything a user can mend; its message is one plain sentence that says how. Each room derives
its own and draws its part of the map: `parley.reports` for inputs that cannot be read, `parley.record` for
records that cannot be opened or asked, `parley.language` for a model that cannot be loaded.

The command line prints the message of any `ParleyError` and ends with status 1. Every other exception is a
defect of Parley and is shown as such.
"""

from __future__ import annotations


class ParleyError(Exception):
    """Anything a user can mend. Its message is one plain sentence that says how."""
