"""The desk shows where the record is, and no password."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from parley.desk.store import Store


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("postgresql://ada:s3cr:et@db.example/talks", "postgresql://ada:…@db.example/talks"),
        ("postgresql://db.example/talks", "postgresql://db.example/talks"),
        ("/home/ada/record.db", "/home/ada/record.db"),
    ],
)
def test_no_password_is_shown(place: str, shown: str) -> None:
    store = SimpleNamespace(record=SimpleNamespace(place=place))
    # The property is asked on a stand-in that has only what it looks at; no store is opened.
    assert Store.shown_place.fget(store) == shown  # type: ignore[attr-defined]
