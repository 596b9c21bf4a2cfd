"""What can be wrong with a dossier.

```
ParleyError
├── NoDossier     there is no dossier of this name, or one is there already
└── BadDossier    the file says something that Parley does not understand; the message names file and line
```
"""

from __future__ import annotations

from parley.errors import ParleyError


class NoDossier(ParleyError):
    """There is no dossier of this name, or one is there where a new one was to be made."""


class BadDossier(ParleyError):
    """A dossier says something that Parley does not understand."""
