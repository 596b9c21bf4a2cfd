"""Takes the pictures of the documentation from the program itself: `make pictures`.

The bundled sample reports are read into a throwaway record; what a terminal would show is written as SVG.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from parley import open_record, read_report
from parley.cli.marked import coloured
from parley.cli.show import show_legend
from parley.cli.table import draw
from parley.cli.words import STATEMENT_COLUMNS, statement_row
from parley.model import Speech
from parley.record import LedgerFilter, Record
from parley.reports import Unreadable, read_paths
from parley.views.marking import marks, pieces

FOLDER = Path(__file__).resolve().parent
SAMPLES = FOLDER.parent / "src" / "parley" / "samples"
WIDTH = 120
_SHOWN = "2025-06-02-river-talks-planned.md"
_FONT_ADDRESS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""Where rich would have a viewer fetch fonts from the web; its own monospaced font will do."""
_LINES = 17
"""Lines of the marked text (every second is empty) that fit a picture people still read."""


def pictures(record: Record) -> dict[str, str]:
    """The pictures as SVG, by file name."""
    asked = "parley ledger --speech direct --until 2025-06-03"
    return {
        "show.svg": picture(f"parley show {_SHOWN}", lambda console: _show(record, console)),
        "ledger.svg": picture(asked, lambda console: _ledger(record, console)),
    }


def picture(title: str, draw_on: Callable[[Console], None]) -> str:
    """What a terminal shows of something, as SVG.

    Args:
        title: the command, as the window's title.
        draw_on: draws on a console.
    """
    console = Console(
        record=True, file=io.StringIO(), width=WIDTH, force_terminal=True, highlight=False, markup=False
    )
    draw_on(console)
    svg = console.export_svg(title=title, unique_id="parley")
    return _FONT_ADDRESS.sub("", svg)


def _show(record: Record, console: Console) -> None:
    """The beginning of a marked text, and the legend under it."""
    read = record.report(_SHOWN).read
    found = marks(read)
    lines = coloured(pieces(read.report.text, found)).split("\n")
    console.print(Text("\n").join(lines[:_LINES]))
    show_legend(found, console)


def _ledger(record: Record, console: Console) -> None:
    """What was said in so many words, up to a day."""
    found = record.statements(LedgerFilter(speech=Speech.DIRECT, until="2025-06-03"))
    rows = [statement_row(stored.object, stored.report) for stored in found]
    draw(console, STATEMENT_COLUMNS, rows)


def main() -> None:
    """Reads the samples and writes the pictures beside this file."""
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        for report in read_paths(sorted(SAMPLES.glob("*.md"))):
            if isinstance(report, Unreadable):
                raise ValueError(f"{report.origin}: {report.reason}")
            record.add(read_report(report))
        for name, svg in pictures(record).items():
            (FOLDER / name).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
