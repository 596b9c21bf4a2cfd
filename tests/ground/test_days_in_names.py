"""Days as files and tables write them."""

from __future__ import annotations

import pytest

from parley.ground.days import day_in, moment_in, plausible


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("deepstatemap_data_20250307", "2025-03-07"),
        ("2025-03-07T22:46:06", "2025-03-07"),
        ("1741301225", "2025-03-06"),
        ("18 March 2025", "2025-03-18"),
        ("March 18, 2025", "2025-03-18"),
        ("07/03/2025", "2025-03-07"),
        ("03/13/2025", "2025-03-13"),
        ("05.03.22", "2022-03-05"),
        ("2025-13-40", None),
        ("no day", None),
    ],
)
def test_a_day_is_read_from_however_it_is_written(text: str, day: str | None) -> None:
    assert day_in(text) == day


def test_the_month_may_come_first() -> None:
    assert day_in("03/07/2025", day_first=False) == "2025-03-07"
    assert day_in("07/03/2025", day_first=True) == "2025-03-07"


def test_a_unix_time_is_a_moment_in_utc() -> None:
    assert moment_in("1741301225") == "2025-03-06T22:47:05Z"


@pytest.mark.parametrize(
    ("day", "can_be"), [("2025-03-07", True), ("2202-02-02", False), ("1527-02-04", False)]
)
def test_what_no_map_can_show_is_not_plausible(day: str, can_be: bool) -> None:
    assert plausible(day) is can_be
