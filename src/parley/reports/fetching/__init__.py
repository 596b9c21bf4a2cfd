"""Fetching pages safely and politely.

Only `http` and `https`, only public addresses (checked after the name is resolved, and the checked address is
the one connected to), within limits of size, time and redirects. No scripts, no cookies, no passwords.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parley.reports.fetching.addresses import AddressPolicy, web_address
from parley.reports.fetching.failures import Busy, FetchFailed, Forbidden, Gone, Unreachable
from parley.reports.fetching.limits import Limits
from parley.reports.fetching.page import Page
from parley.reports.fetching.pauses import Pauses

if TYPE_CHECKING:
    from parley.reports.fetching.fetcher import Fetcher, Validators

__all__ = [
    "AddressPolicy",
    "Busy",
    "FetchFailed",
    "Fetcher",
    "Forbidden",
    "Gone",
    "Limits",
    "Page",
    "Pauses",
    "Unreachable",
    "Validators",
    "web_address",
]


def __getattr__(name: str) -> Any:
    """What needs the network library, imported when it is first asked for."""
    if name in ("Fetcher", "Validators"):
        from parley.reports.fetching import fetcher

        return getattr(fetcher, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
