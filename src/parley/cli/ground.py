"""`parley ground`: what each group's map shows, and claims held against the maps."""

from __future__ import annotations

from importlib import import_module

import click

from parley.cli.options import examples

QUESTIONS = (
    "import", "check", "claims", "who", "changes", "disagree", "neck", "truce", "sites", "incidents",
    "layers", "export",
)  # fmt: skip
"""The commands of the group, in the order a newcomer needs them; each is a module `ground_NAME`."""


class Ground(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(QUESTIONS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the module of a command; None where there is no such command."""
        if cmd_name not in QUESTIONS:
            return None
        command: click.Command = getattr(
            import_module(f"parley.cli.ground_{cmd_name}"), f"{cmd_name}_command"
        )
        return command


@click.group(
    "ground",
    cls=Ground,
    short_help="Ask each group's map who holds the ground.",
    epilog=examples(
        "parley ground import maps/ borders/",
        'parley ground check --actor RU --claim entered --place "Sumy Oblast" --as-of 2025-03-16',
    ),
)
def ground_command() -> None:
    """Keeps map layers of several groups, places, incidents and sites, and asks them.

    Every answer is given a group at a time: what it shows, since when, and why it does not count where it
    does not.
    """
