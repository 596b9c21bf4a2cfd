import io
import os
import sys
from pathlib import Path

import pytest

from parley.model import Report
from parley.reports import BadDate, NotReadable, Unreadable, read_paths, report_from_text
from parley.reports.building import LONGEST_REPORT

STORY = "The two villages said on Monday that the well between them would be open to both until the rains."


def story(number: int) -> str:
    return f"{STORY} It was statement number {number}."


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for number, name in enumerate(["b/2024-01-02_two.txt", "c.txt", "a.md", "b/2024-01-01_one.txt"]):
        (tmp_path / name).write_text(story(number), encoding="utf-8")
    found = list(read_paths([tmp_path]))
    assert [Path(item.origin or "").name for item in found] == [
        "a.md",
        "2024-01-01_one.txt",
        "2024-01-02_two.txt",
        "c.txt",
    ]
    reports = [item for item in found if isinstance(item, Report)]
    assert [(report.published, report.published_from) for report in reports] == [
        (None, None),
        ("2024-01-01", "file name"),
        ("2024-01-02", "file name"),
        (None, None),
    ]
    assert all(report.retrieved and report.retrieved.endswith("+00:00") for report in reports)


def test_nothing_in_a_folder_is_skipped_silently(tmp_path: Path) -> None:
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "figures.tsv").write_text("a\tb\n", encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    found = list(read_paths([tmp_path]))
    reasons = {Path(item.origin).name: item.reason for item in found if isinstance(item, Unreadable)}
    assert len(found) == len(reasons) + 1
    assert "left out" in reasons[".hidden"]
    assert "folder is empty" in reasons["empty"]
    assert "is empty" in reasons["empty.txt"]
    assert ".tsv" in reasons["figures.tsv"]
    assert "not a plain file" in reasons["gone.txt"]
    assert "not followed" in reasons["loop"]
    assert "not a plain file" in reasons["pipe.txt"]
    assert "picture" in reasons["picture.txt"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "There is no such file; check the path."),
        ("https://courier.example/story", "Nothing is fetched here; save the page and give the file."),
        ("a\x00b", "This is no path a file can have; check its name."),
        ("x" * 5000, "could not be read"),
    ],
)
def test_paths_that_lead_nowhere(tmp_path: Path, name: str, reason: str) -> None:
    path = name if ":" in name else str(tmp_path / name)
    (found,) = read_paths([path])
    assert isinstance(found, Unreadable)
    assert found.origin == path
    assert reason in found.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may read everything")
def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    (found,) = read_paths([path])
    assert isinstance(found, Unreadable)
    assert "permissions" in found.reason


def test_a_file_named_directly_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "story.wiki"
    path.write_text(STORY, encoding="utf-8")
    (report,) = read_paths(path)
    assert isinstance(report, Report)
    assert report.text == STORY


def test_a_line_of_fifty_megabytes_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    (found,) = read_paths([path])
    assert isinstance(found, Unreadable)
    assert (
        found.reason == "It is larger than 10 MB, too large for one report; split it into one report a file."
    )


def test_a_text_that_is_too_long() -> None:
    with pytest.raises(NotReadable, match="split it into reports, one a file"):
        report_from_text("word " * (LONGEST_REPORT // 5 + 1))


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "…", "___\n***"])
def test_a_text_without_words(text: str) -> None:
    with pytest.raises(NotReadable, match="There is no text in it"):
        report_from_text(text)


def test_xml_is_not_taken_for_text(tmp_path: Path) -> None:
    path = tmp_path / "feed.txt"
    path.write_text("<?xml version='1.0'?><minutes><item/></minutes>", encoding="utf-8")
    (found,) = read_paths([path])
    assert isinstance(found, Unreadable)
    assert "XML" in found.reason


def test_a_bad_date_in_a_file_name(tmp_path: Path) -> None:
    path = tmp_path / "2025-02-30_story.txt"
    path.write_text(STORY, encoding="utf-8")
    (found,) = read_paths([path])
    assert isinstance(found, Unreadable)
    assert "file name" in found.reason
    assert "--published" in found.reason
    (report,) = read_paths([path], published="2025-03-01")
    assert isinstance(report, Report)


def test_a_given_date_is_checked_before_anything_is_read() -> None:
    with pytest.raises(BadDate):
        read_paths(["missing.txt"], published="2025-02-30")


class Standard:
    """Standard input with bytes in it."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (STORY.encode(), [STORY]),
        (f"---\ntitle: Well\n---\n{STORY}".encode(), [STORY]),
        (f'{{"text": "{story(1)}"}}\n{{"text": "{story(2)}"}}\n'.encode(), [story(1), story(2)]),
        (
            f"<!doctype html><html><body><article><p>{story(1)}</p></article></body></html>".encode(),
            [story(1)],
        ),
    ],
)
def test_standard_input_in_any_format(monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(data))
    reports = list(read_paths(["-"], outlet="Well Watch"))
    assert [report.text for report in reports if isinstance(report, Report)] == texts
    assert all(isinstance(report, Report) and report.outlet == "Well Watch" for report in reports)


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(b""))
    (found,) = read_paths(["-"])
    assert isinstance(found, Unreadable)
    assert found.origin == "standard input"


def test_what_is_known_of_a_text_is_kept() -> None:
    report = report_from_text(
        STORY, outlet="Well Watch", url="https://w.example/1", title="Well open", origin="clipboard"
    )
    assert (report.outlet, report.url, report.title) == ("Well Watch", "https://w.example/1", "Well open")
    assert (report.origin, report.language, report.retrieved) == ("clipboard", "en", None)
