"""What commands that fetch pages share: the options, and what fetches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from parley.reports.fetching import Fetcher


def trust_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --trust-host."""
    return click.option(
        "--trust-host",
        "trusted",
        metavar="HOST[:PORT]",
        multiple=True,
        help="A host in your own network that may be fetched; else only public addresses are.",
    )(command)


def load_fetcher(trusted: tuple[str, ...]) -> Fetcher:
    """What fetches pages; hosts of one's own network that may be fetched are said aloud."""
    from parley.reports.fetching import AddressPolicy, Fetcher

    if trusted:
        click.echo(f"Fetched although they are not public: {', '.join(trusted)}.", err=True)
    return Fetcher(AddressPolicy(frozenset(host.strip().lower() for host in trusted)))
