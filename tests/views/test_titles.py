"""What people call a report."""

import pytest

from parley.views.titles import called


@pytest.mark.parametrize(
    ("title", "origin", "name"),
    [
        ("Ferry talks resume", "/home/ada/reports/2025-06-02-ferry.txt", "Ferry talks resume"),
        (None, "/home/ada/reports/2025-06-02-ferry.txt", "2025-06-02-ferry.txt"),
        (None, "reports\\2025-06-02-ferry.txt", "2025-06-02-ferry.txt"),
        (None, "ferry.txt", "ferry.txt"),
        (None, "https://news.example/ferry/", "https://news.example/ferry/"),
        (None, "pasted", "pasted"),
        (None, None, None),
    ],
)
def test_the_headline_or_where_it_came_from(title: str | None, origin: str | None, name: str | None) -> None:
    assert called(title, origin) == name
