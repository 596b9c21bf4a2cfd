"""The program `parley`: its commands, and what becomes of errors."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from parley import __version__
from parley.errors import ParleyError

COMMANDS = (
    "read",
    "follow",
    "open",
    "suggest",
    "desk",
    "ledger",
    "show",
    "explain",
    "search",
    "people",
    "brief",
    "board",
    "calendar",
    "changes",
    "disputes",
    "timeline",
    "proposals",
    "commitments",
    "events",
    "ground",
    "coverage",
    "sources",
    "reports",
    "rule",
    "rulings",
    "rebuild",
    "export",
    "import",
    "scale",
    "completion",
)
"""The commands, in the order a newcomer needs them; each is a module of this package."""
_HEADINGS = {
    "read": "Read reports",
    "desk": "Ask the record",
    "coverage": "Check and correct",
    "export": "Pass on and set up",
}
"""The command that each part of the help begins with."""


class Program(click.Group):
    """A group whose commands are imported when they are asked for, and whose errors are one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order a newcomer needs them."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the commands under headings that say what for."""
        room = formatter.width - 6 - max(map(len, COMMANDS))
        parts: dict[str, list[tuple[str, str]]] = {}
        heading = ""
        for name in COMMANDS:
            heading = _HEADINGS.get(name, heading)
            command = self.get_command(ctx, name)
            if command is not None:
                parts.setdefault(heading, []).append((name, command.get_short_help_str(room)))
        for title, rows in parts.items():
            with formatter.section(title):
                formatter.write_dl(rows, col_max=max(map(len, COMMANDS)))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the module of a command; None where there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"parley.cli.{module}"), f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command asked for; of one that is not there, says which may be meant.

        Raises:
            click.UsageError: when there is no such command.
        """
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]}?", ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; what a user can mend becomes one sentence and status 1, a wrong use status 2.

        Raises:
            click.ClickException: for errors of Parley and of the machine (a full disk, a closed folder).
        """
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except ParleyError as error:
            raise _told(error) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # `parley ledger | head`: click ends the program without a word
            _forget_pending_output(error)
            raise click.ClickException(_sentence(error)) from error
        return result


def _told(error: ParleyError) -> click.ClickException:
    """What the user is told; a question or a ruling that makes no sense is a wrong use like any other."""
    from parley.record.errors import BadFilter, BadRuling

    wrong_use = isinstance(error, BadFilter | BadRuling)
    return (click.UsageError if wrong_use else click.ClickException)(str(error))


def _forget_pending_output(error: OSError) -> None:
    """Sends what could not be written nowhere, so that closing the stream does not fail a second time."""
    stdout = sys.__stdout__
    if error.filename is None and error.errno == errno.ENOSPC and stdout is not None and sys.stdout is stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout.fileno())


def _sentence(error: OSError) -> str:
    """What the machine refused, as one sentence."""
    reason = error.strerror or str(error) or type(error).__name__
    return f"{os.fsdecode(error.filename)}: {reason}." if error.filename else f"{reason}."


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Every command takes --help, which shows examples. Start with: parley read REPORT.txt; then ask:"
    " parley brief",
)
@click.version_option(__version__, prog_name="parley")
def parley() -> None:
    """Reads the reporting on a negotiation and keeps the record: who said what, in which words, and when.

    Every line of the record leads back to the words it came from.
    """
