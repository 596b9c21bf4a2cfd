"""Writes the reference of the command line from the program itself: `make docs`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from parley.cli.program import COMMANDS, parley

_WIDTH = 100
_INTRODUCTION = """# The command line

Made by `make docs` from the program itself; a test compares the two.

Results go to the standard output, everything else (what could not be read, how far a long run is) to the
standard error. The exit status is 0 when all went well, 1 when something could not be done (one sentence
says what), 2 when the command itself was not understood. Colour appears on a terminal only, and not when
`NO_COLOR` is set. Piped tables are plain aligned columns; use `--format csv` or `jsonl` for programs.
"""


def reference() -> str:
    """The help of the program and of every command, as Markdown."""
    return "\n".join([_INTRODUCTION, *_sections()])


def _sections() -> Iterator[str]:
    with _context(parley, "parley", None) as root:
        yield _section("parley", parley.get_help(root))
        for name in COMMANDS:
            command = parley.get_command(root, name)
            if command is None:
                raise LookupError(f"the program lists a command it does not have: {name}")
            with _context(command, name, root) as context:
                yield _section(f"parley {name}", command.get_help(context))


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    return command.make_context(name, [], parent, resilient_parsing=True, terminal_width=_WIDTH)


def _section(title: str, help_page: str) -> str:
    lines = (line.rstrip() for line in help_page.splitlines())
    return f"## {title}\n\n```\n" + "\n".join(lines) + "\n```\n"


if __name__ == "__main__":
    print(reference(), end="")
