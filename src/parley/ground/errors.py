"""What can go wrong with the ground, each as one sentence.

```
ParleyError
└── GroundError
    ├── UnreadableMap     a file that cannot be taken in; nothing of it was
    ├── NotAGroundStore   a file that is something else
    ├── UnknownPlace      a place that no boundary, site or outline names
    └── UnknownSide       a side that nobody can tell
```
"""

from __future__ import annotations

from parley.errors import ParleyError


class GroundError(ParleyError):
    """Anything about maps, places, incidents or sites that a user can mend."""


class UnreadableMap(GroundError):
    """A file that cannot be taken in. Nothing of it was."""


class NotAGroundStore(GroundError):
    """A file that is no ground store, or cannot be used as one."""


class UnknownPlace(GroundError):
    """A place that no boundary, site or outline names."""


class UnknownSide(GroundError):
    """A side that nobody can tell."""
