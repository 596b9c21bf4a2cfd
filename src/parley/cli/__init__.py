"""The command line: one module a command, each a thin wrapper of a function of the library.

`parley --help` must answer at once, so a command's module is imported only when it is asked for, and no
module here imports a heavy library or room at its top.
"""

from __future__ import annotations


def main() -> None:
    """Runs the program `parley`."""
    from parley.cli.output import prepare_streams
    from parley.cli.program import parley

    prepare_streams()
    parley(prog_name="parley")
