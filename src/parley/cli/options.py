"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from parley.cli.output import Format

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def record_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --record."""
    return click.option(
        "--record",
        "record_path",
        metavar="PATH",
        envvar="PARLEY_RECORD",
        show_envvar=True,
        help="The record. The default lies in your data folder.",
    )(command)


def dossier_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --dossier."""
    return click.option(
        "--dossier",
        metavar="NAME",
        envvar="PARLEY_DOSSIER",
        show_envvar=True,
        help="The dossier in use: its name, or its file.",
    )(command)


def format_option(*formats: Format) -> Decorator:
    """Adds --format with the formats a command knows; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice([form.value for form in formats]),
        default=formats[0].value,
        show_default=True,
        help="How the result is written to the standard output.",
    )


def examples(*lines: str) -> str:
    """Examples as the closing words of a help page, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
