"""A desk over a small record, asked without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from parley.desk.application import application
from parley.desk.serving import Serving, desk_of
from parley.desk.store import Store
from parley.desk.taking_in import TakingIn, bundled_reader
from parley.record import open_record

HERE = "http://127.0.0.1:8642"


@pytest.fixture(scope="session")
def read_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the sample negotiation; copy it, do not change it."""
    place = tmp_path_factory.mktemp("desk") / "samples.db"
    reader = bundled_reader()
    from parley.reports import Unreadable, read_paths

    with as_file(files("parley.samples")) as folder, open_record(place) as record:
        for report in read_paths(sorted(Path(folder).glob("2025-06-*.md"))):
            assert not isinstance(report, Unreadable)
            record.add(reader(report))
    return place


@pytest.fixture
def store(read_samples: Path, tmp_path: Path) -> Iterator[Store]:
    """An open store over a record of one's own."""
    place = tmp_path / "record.db"
    shutil.copy(read_samples, place)
    record = open_record(place)
    taking_in = TakingIn(record, bundled_reader)
    made = Store(record, taking_in)
    taking_in.changed = made.changed
    yield made
    made.close()


@pytest.fixture
def client(store: Store) -> TestClient:
    """A browser at the desk, without script."""
    return TestClient(application(desk_of(store, Serving())), base_url=HERE, raise_server_exceptions=False)
