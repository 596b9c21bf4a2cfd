"""The command line: one module a command, each a thin wrapper of a function of the library.

`parley --help` must answer at once, so a command's module is imported only when it is asked for, and no
module here imports a heavy library or room at its top.
"""

from __future__ import annotations

import gc

# Almost all that a command makes, it keeps to its end: modules, vocabulary, one report. Looking it through
# for what can go, as often as Python does by itself, took a tenth of a command's time.
NEW_OBJECTS_BEFORE_A_LOOK = 100_000


def main() -> None:
    """Runs the program `parley`."""
    gc.set_threshold(NEW_OBJECTS_BEFORE_A_LOOK)
    from parley.cli.output import prepare_streams
    from parley.cli.program import parley

    prepare_streams()
    try:
        parley(prog_name="parley")
    finally:
        gc.freeze()  # the process ends: nothing is looked through once more
