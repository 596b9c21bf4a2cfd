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
