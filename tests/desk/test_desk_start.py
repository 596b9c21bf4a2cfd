"""What the desk does without until somebody asks for it: the first page must come at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from parley.record import open_record
from small_report import small_report

_LIBRARIES = (
    "numpy",
    "shapely",
    "pyproj",
    "PIL",
    "spacy",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "lxml",
)
_OTHERS = ("feedparser", "warcio", "httpcore", "alembic", "parley.following", "parley.reports.arriving")
LATER = frozenset((*_LIBRARIES, *_OTHERS, "parley.ground", "parley.language", "parley.findings"))
"""Libraries and rooms for maps, for reading, for taking in; the first page needs none of them."""

FIRST_PAGE = """
import sys
from starlette.testclient import TestClient
from parley.cli.asked import show_catching_up
from parley.desk.application import application
from parley.desk.serving import Serving, desk_of, opened_store

with opened_store({place}) as store:
    show_catching_up(store.record, copies=True)
    with TestClient(application(desk_of(store, Serving())), base_url="http://127.0.0.1") as client:
        assert client.get("/brief").status_code == 200
        print(*sys.modules)
        assert client.get("/ground?maps=sample").status_code == 200
        assert "shapely" in sys.modules
"""


def modules_of_the_first_page(place: str | None, **environment: str) -> set[str]:
    made = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE.format(place=repr(place))],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/bin:/bin", **environment},
    )
    return set(made.stdout.split())


@pytest.mark.parametrize("reports", [0, 1])
def test_the_first_page_of_a_record_waits_for_no_library_of_maps_or_language(
    tmp_path: Path, reports: int
) -> None:
    place = tmp_path / "record.db"
    with open_record(place) as record:
        for _ in range(reports):
            record.add(small_report())
    assert LATER & modules_of_the_first_page(str(place)) == frozenset()


def test_the_sample_is_read_beforehand(tmp_path: Path) -> None:
    loaded = modules_of_the_first_page(None, HOME=str(tmp_path), PARLEY_RECORD=str(tmp_path / "none.db"))
    sample = {"numpy", "parley.reports.arriving"}  # a copy is compared, the texts are files
    assert (LATER - sample) & loaded == frozenset()
