"""Tables: drawn with lines and colour for a person at a terminal, plain aligned columns when piped."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from parley.cli.terminal import is_terminal, one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Row = Sequence[object]
_WORDS = 44
"""Characters that the widest column of a terminal should have; spare columns give way to it, last first."""
_FOLD = 60
"""Cells that are longer, and far longer than the others, push only their own line when piped."""
NONE = "Nothing was found."
"""Said where a table has no rows and nobody has a better word."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        heading: its name, in lower case.
        style: how a terminal shows it, in rich's words.
        wide: whether it takes the room the others leave; the last column should.
        spare: whether a narrow terminal may do without it. None shows an empty column.
        cut: how many characters a terminal shows; 0 for all. For ids, whose beginning is enough.
        most: how many characters wide a terminal makes it before it folds; 0 for any.
        shades: pairs of how a cell begins and how a terminal shows such a cell, in rich's words.
    """

    heading: str
    style: str = ""
    wide: bool = False
    spare: bool = False
    cut: int = 0
    most: int = 0
    shades: tuple[tuple[str, str], ...] = ()


def write_table(columns: Sequence[Column], rows: Sequence[Row], title: str = "", none: str = "") -> None:
    """Writes rows to the standard output in the shape that suits whoever reads it.

    Args:
        columns: the columns, the one with the longest words last.
        rows: one cell a column; None is shown as nothing.
        title: a line above the table, only on a terminal.
        none: what the standard error says where there are no rows, and what to do then.
    """
    if is_terminal(sys.stdout):
        if rows:
            draw(terminal(), columns, rows, title)
    else:
        for line in plain_lines(columns, rows):
            click.echo(line)
    if not rows:
        click.echo(one_line(none or NONE), err=True)


def terminal() -> Console:
    """The console of the standard output; it respects NO_COLOR and the width of the window."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def draw(console: Console, columns: Sequence[Column], rows: Sequence[Row], title: str = "") -> None:
    """Draws a table with lines and colour on a console."""
    from rich.text import Text

    shown = _that_fit(columns, rows, console.width)
    table = _frame([columns[index] for index in shown], title)
    for row in rows:
        table.add_row(*(Text(*_shown(columns[index], row[index])) for index in shown))
    console.print(table)


def _that_fit(columns: Sequence[Column], rows: Sequence[Row], width: int) -> list[int]:
    """The columns to show, by number: none that are empty, no spare ones that leave the words little room."""
    needs = [_need(column, [row[index] for row in rows]) for index, column in enumerate(columns)]
    shown = [index for index, need in enumerate(needs) if need]
    spare = [index for index in shown if columns[index].spare]
    while spare and sum(needs[index] + 2 for index in shown) > width:
        shown.remove(spare.pop())
    return shown


def _need(column: Column, values: Sequence[object]) -> int:
    """How many characters wide a terminal would have a column; 0 for one that holds nothing."""
    longest = max((len(_shown(column, value)[0]) for value in values), default=0)
    if column.wide:
        return min(longest, _WORDS)
    held = max(longest, len(column.heading)) if longest else 0
    return min(held, column.most) if column.most else held


def _shown(column: Column, value: object) -> tuple[str, str]:
    """A cell as a terminal shows it, and its own style, or ''."""
    words = _cell(value)[: column.cut or None]
    return words, next((style for opening, style in column.shades if words.startswith(opening)), "")


def _frame(columns: Sequence[Column], title: str) -> Table:
    """An empty table with its headings."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(
        box=box.SIMPLE_HEAD,
        title=Text(one_line(title), style="bold") if title else None,
        title_justify="left",
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
    )
    for column in columns:
        ratio = 1 if column.wide else None
        most = column.most or None
        table.add_column(column.heading, style=column.style, ratio=ratio, overflow="fold", max_width=most)
    return table


def plain_lines(columns: Sequence[Column], rows: Sequence[Row]) -> list[str]:
    """Headings and rows as aligned lines, nothing cut; the last column is not padded.

    A very long cell moves the rest of its own line only, so that it does not draw all lines apart.
    """
    cells = [[column.heading.upper() for column in columns], *([_cell(cell) for cell in row] for row in rows)]
    widths = [_width([len(row[index]) for row in cells]) for index in range(len(columns))]
    return [_padded(row, widths) for row in cells]


def _width(lengths: Sequence[int]) -> int:
    """How wide a column is made: as its longest cell, but for those that are far longer than the others."""
    usual = sorted(lengths)[len(lengths) // 2]
    return max(length for length in lengths if length <= max(_FOLD, 2 * usual))


def _padded(cells: Sequence[str], widths: Sequence[int]) -> str:
    """One line of cells, each as wide as its column."""
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cell(value: object) -> str:
    """A value as one printable line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.2f}" if isinstance(value, float) else one_line(str(value))
