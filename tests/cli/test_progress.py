import io
import sys

import pytest

from parley.cli import progress
from parley.cli.progress import Progress, progress_line


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("done", "total", "seconds", "line"),
    [
        (5, 10, 5.0, "[############............] 5/10 reports, 5 s left"),
        (10, 10, 5.0, "[########################] 10/10 reports, 0 s left"),
        (5, None, 2.0, "5 reports, 2.5 a second"),
        (0, 10, 0.0, "[........................] 0/10 reports, 0 s left"),
    ],
)
def test_line(done: int, total: int | None, seconds: float, line: str) -> None:
    assert progress_line(done, total, "reports", seconds) == line


def run(monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, seconds: float) -> str:
    clock = iter([0.0, seconds, seconds + 1])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", screen)
    with Progress(2, "reports") as shown:
        shown.step("first.txt")
        shown.step("second.txt\x1b[2J")
    return screen.getvalue()


def test_nothing_is_shown_of_a_short_run(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.1, 0.9])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with Progress(2, "reports") as shown:
        shown.step()
        shown.step()
    assert screen.getvalue() == ""


def test_nothing_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, io.StringIO(), 5.0) == ""


def test_a_long_run_shows_how_far_it_is_and_clears_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run(monkeypatch, Screen(), 5.0)
    assert "1/2 reports" in shown and "second.txt" in shown
    assert "\x1b[2J" not in shown
    assert shown.endswith("\r\x1b[K")
