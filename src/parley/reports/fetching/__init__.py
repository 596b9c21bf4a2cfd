"""Fetching pages safely and politely.

Only `http` and `https`, only public addresses (checked after the name is resolved, and the checked address is
the one connected to), within limits of size, time and redirects. No scripts, no cookies, no passwords.
"""

from parley.reports.fetching.addresses import AddressPolicy, web_address
from parley.reports.fetching.failures import Busy, FetchFailed, Forbidden, Gone, Unreachable
from parley.reports.fetching.fetcher import Fetcher, Validators
from parley.reports.fetching.limits import Limits
from parley.reports.fetching.page import Page
from parley.reports.fetching.pauses import Pauses

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
