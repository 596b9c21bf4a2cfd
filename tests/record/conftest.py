from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.record import Record, open_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db") as opened:
        yield opened
