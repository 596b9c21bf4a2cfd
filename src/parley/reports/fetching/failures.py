"""What can keep a page from being fetched.

```
ParleyError
└── FetchFailed
    ├── Forbidden     never to be asked for: not a public web address, or robots.txt says no
    ├── Gone          the page is no longer there (404, 410)
    ├── Busy          the site asks for patience (429, 503); it may say how much
    └── Unreachable   everything else: no connection, too slow, too large, a broken answer
```
"""

from __future__ import annotations

from parley.errors import ParleyError


class FetchFailed(ParleyError):
    """A page could not be fetched. The message says why and what to do.

    Attributes:
        status: the status of the answer, where there was one.
        retry_after: seconds the site asks to wait, where it says so.
    """

    def __init__(self, message: str, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class Forbidden(FetchFailed):
    """The address may not be asked for."""


class Gone(FetchFailed):
    """The page is no longer there."""


class Busy(FetchFailed):
    """The site asks for patience."""


class Unreachable(FetchFailed):
    """The page could not be had this time."""
