"""An empty record for each test: on SQLite, and where `PARLEY_TEST_POSTGRESQL` is an address, there too.

The database at that address is emptied before every test.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from parley.record import Record, open_record

POSTGRESQL = os.environ.get("PARLEY_TEST_POSTGRESQL", "")


@pytest.fixture(params=["sqlite", "postgresql"] if POSTGRESQL else ["sqlite"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    place = str(tmp_path / "record.db")
    if request.param == "postgresql":
        place = POSTGRESQL
        engine = create_engine(place)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
    with open_record(place) as opened:
        yield opened
