import io

import pytest
from rich.console import Console

from parley.cli.table import Column, draw, plain_lines, write_table

COLUMNS = (Column("speaker"), Column("said on"), Column("words", wide=True))


def test_plain_columns_are_aligned_and_nothing_is_cut() -> None:
    words = "We will not sign " * 20
    lines = plain_lines(COLUMNS, [("Ines Vale", "2025-03-16", words), ("Oru", None, "no")])
    assert lines[0] == "SPEAKER    SAID ON     WORDS"
    assert lines[1] == f"Ines Vale  2025-03-16  {words.strip()}"
    assert lines[2] == "Oru                    no"


def test_a_table_without_rows_has_its_headings() -> None:
    assert plain_lines(COLUMNS, []) == ["SPEAKER  SAID ON  WORDS"]


def test_piped_table_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    write_table(COLUMNS, [("Ines\x1b[31m", "", "a\nb")], title="not shown")
    assert capsys.readouterr().out.splitlines()[1] == "Ines              a b"


def test_words_that_look_like_markup_are_shown_as_they_are() -> None:
    screen = io.StringIO()
    console = Console(file=screen, width=80, force_terminal=True, highlight=False)
    draw(console, COLUMNS, [("[bold]Ines[/bold]", ":smile:", "[link=x]go[/link]\x1b]0;t\x07")])
    shown = screen.getvalue()
    assert "[bold]Ines[/bold]" in shown
    assert ":smile:" in shown
    assert "[link=x]go[/link]" in shown
    assert "\x1b]0" not in shown


def test_one_very_long_cell_does_not_draw_the_other_lines_apart() -> None:
    long = "the union's negotiating committee, meeting through the night in a hall above the harbour office,"
    lines = plain_lines(COLUMNS, [("Ines Vale", "2025-03-16", "no"), (long, "2025-03-17", "yes")])
    assert lines[1] == "Ines Vale  2025-03-16  no"
    assert lines[2] == f"{long}  2025-03-17  yes"


def test_no_rows_are_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    write_table(COLUMNS, [], none="No statement was found.")
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("SPEAKER  SAID ON  WORDS\n", "No statement was found.\n")


SPARE = (
    Column("speaker"),
    Column("to", spare=True),
    Column("checked", spare=True),
    Column("words", wide=True),
)


def shown_at(width: int, *rows: tuple[str, ...]) -> str:
    screen = io.StringIO()
    draw(Console(file=screen, width=width, highlight=False), SPARE, rows)
    return screen.getvalue().splitlines()[1]


def test_an_empty_column_is_not_drawn() -> None:
    assert "to" not in shown_at(120, ("Ines", "", "machine", "We will not sign")).split()
    assert "to" in shown_at(120, ("Ines", "Oru", "machine", "We will not sign")).split()


def test_spare_columns_give_way_to_the_words() -> None:
    row = ("Ines", "reporters in the capital", "machine", "We will not sign before the harbour opens " * 3)
    assert "to" not in shown_at(70, row).split()
    assert "checked" not in shown_at(84, row).split()
    assert "to" in shown_at(84, row).split()
