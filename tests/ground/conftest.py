from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from ground_layers import take_in
from parley.ground.store import GroundStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GroundStore]:
    """An empty ground store."""
    with GroundStore(tmp_path / "ground.db") as opened:
        yield opened


@pytest.fixture
def sample(store: GroundStore) -> GroundStore:
    """A ground store with the bundled sample."""
    with as_file(files("parley.samples").joinpath("ground")) as folder:
        assert not [one.failure for one in take_in(store, Path(folder)) if one.failure]
    return store
