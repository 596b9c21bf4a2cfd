"""Starting a desk: the sample or the record, the port, the words on the way."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from parley.cli.program import parley
from parley.desk.sampling import sample_reports, sample_texts
from parley.desk.serving import CannotServe, Serving, _listening, opened_store
from parley.record import open_record


def test_the_sample_is_the_same_on_every_machine() -> None:
    for read in sample_reports():
        origin = read.report.origin
        assert origin is not None and "/" not in origin and origin.endswith(".md")
        assert read.report.retrieved is None


def test_the_sample_was_read_beforehand_and_is_whole() -> None:
    read = list(sample_reports())
    assert len(read) == len(list(sample_texts())) == 7
    assert all(report.statements for report in read)


def test_without_a_record_the_sample_is_shown_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_RECORD", str(tmp_path / "none.db"))
    with opened_store(None) as store:
        assert store.sample and len(store.record.reports()) == 7
        place = store.record.place
    assert not Path(place).exists()
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_is_named_is_opened_or_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "talks.db"
    with opened_store(str(place)) as store:
        assert not store.sample and store.record.reports() == []
    monkeypatch.setenv("PARLEY_RECORD", str(place))
    with opened_store(None) as store:
        assert not store.sample and store.record.place == str(place)


def test_the_first_free_port_is_taken_and_a_busy_one_that_was_asked_for_is_told() -> None:
    with _listening(Serving()) as one, _listening(Serving()) as other:
        assert one.getsockname()[1] != other.getsockname()[1]
        with pytest.raises(CannotServe, match="--port"):
            _listening(Serving(port=one.getsockname()[1]))


def test_a_record_that_is_none_is_refused_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear reader, this is no record of anything at all.", encoding="utf-8")
    result = CliRunner().invoke(parley, ["desk", "--record", str(file), "--no-browser"])
    assert result.exit_code == 1
    assert "is not a record" in result.output and "Traceback" not in result.output


def test_the_desk_is_there_in_a_moment_and_ends_when_told(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    open_record(tmp_path / "talks.db").close()
    command = [sys.executable, "-m", "parley", "desk", "--record", str(tmp_path / "talks.db"), "--no-browser"]
    with subprocess.Popen(
        [*command, "--port", str(port)], stderr=subprocess.PIPE, text=True, env={**os.environ}
    ) as desk:
        try:
            page = _first_page(port)
        finally:
            desk.terminate()
        said = desk.stderr.read() if desk.stderr else ""
    assert "No report has been read yet" in page
    assert f"http://127.0.0.1:{port}/" in said and "Traceback" not in said


def _first_page(port: int) -> str:
    """The first page, as soon as there is one."""
    end = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/brief", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
