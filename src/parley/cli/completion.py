"""`parley completion`: lets the shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from parley.cli.options import examples
from parley.errors import ParleyError


def completion(shell: str) -> str:
    """The script that makes a shell complete `parley`.

    Args:
        shell: bash, zsh or fish.

    Raises:
        ParleyError: for any other shell.
    """
    from parley.cli.program import parley

    kind = get_completion_class(shell)
    if kind is None:
        raise ParleyError(f"No completion is known for the shell {shell}; choose bash, zsh or fish.")
    return kind(parley, {}, "parley", "_PARLEY_COMPLETE").source()


@click.command(
    "completion",
    short_help="Let your shell complete commands and options.",
    epilog=examples(
        'eval "$(parley completion bash)"     # in ~/.bashrc',
        'eval "$(parley completion zsh)"      # in ~/.zshrc',
        "parley completion fish > ~/.config/fish/completions/parley.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Prints a script that lets your shell complete commands and options."""
    click.echo(completion(shell))
