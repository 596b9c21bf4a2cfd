import io

import pytest
from rich.console import Console

from parley.cli.show import show_in_colour, show_plainly
from small_report import small_report


def test_plain(capsys: pytest.CaptureFixture[str]) -> None:
    show_plainly(small_report())
    shown = capsys.readouterr().out
    assert "Lind: signature on Friday, The Valborg Post, 2025-06-02\n" in shown
    assert "Its date, 2025-06-02, is taken from its file name." in shown
    assert "[1d We will sign on Friday]" in shown
    assert "[1d …]  said in these words" in shown
    last = shown.splitlines()[-1].split("  ")
    assert last[0] == "4" and last[-1] == "to comment"
    assert "\x1b" not in shown
    assert "no quotation is verbatim" not in shown


def test_a_machine_paraphrase_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    show_plainly(small_report(verbatim=False))
    shown = capsys.readouterr().out
    assert "(score 0.90): no quotation is verbatim." in shown
    assert "direct, reworded" in shown


def screen(**options: object) -> tuple[Console, io.StringIO]:
    written = io.StringIO()
    return Console(file=written, width=200, force_terminal=True, highlight=False, **options), written  # type: ignore[arg-type]


def test_colour_and_its_legend() -> None:
    console, written = screen(color_system="standard")
    show_in_colour(small_report(), console)
    shown = written.getvalue()
    assert "\x1b[32mWe will sign on Friday\x1b[0m" in shown
    assert "\x1b[32msaid in these words\x1b[0m" in shown


def test_without_colour_the_labels_remain() -> None:
    console, written = screen(no_color=True)
    show_in_colour(small_report(), console)
    shown = written.getvalue()
    assert "\x1b[32m" not in shown
    assert "[1d " in shown and "[1s …]" in shown
