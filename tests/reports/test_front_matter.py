from pathlib import Path

import pytest

from parley.model import Report
from parley.reports import Unreadable, read_paths
from parley.reports.front_matter import split_front_matter

STORY = "The dockers’ leader said on Tuesday that the strike would go on.\n"


def read(tmp_path: Path, name: str, text: str) -> Report | Unreadable:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (found,) = read_paths([path])
    return found


@pytest.mark.parametrize("name", ["story.md", "story.txt"])
def test_front_matter_is_metadata_not_text(tmp_path: Path, name: str) -> None:
    text = (
        "---\n"
        'title: "Dockers: \\"no end\\" in sight"\n'
        "source: The Harbour Post\n"
        "authors:\n"
        "  - Ada Berg\n"
        "  - Tom Okoye\n"
        "link: https://harbour.example/dockers\n"
        "date: 2024-05-14T10:00:00Z\n"
        "tags: [ports, pay]\n"
        "---\n\n" + STORY
    )
    report = read(tmp_path, name, text)
    assert isinstance(report, Report)
    assert report.text == STORY.strip()
    assert report.title == 'Dockers: "no end" in sight'
    assert report.outlet == "The Harbour Post"
    assert report.byline == "Ada Berg, Tom Okoye"
    assert report.url == "https://harbour.example/dockers"
    assert (report.published, report.published_from) == ("2024-05-14", "metadata")


def test_what_is_given_goes_before_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "2024-05-12.md"
    path.write_text("---\ndate: 2024-05-14\noutlet: The Harbour Post\n---\n" + STORY, encoding="utf-8")
    (report,) = read_paths([path], published="2024-05-13", outlet="Quay Daily")
    assert isinstance(report, Report)
    assert (report.published, report.published_from, report.outlet) == ("2024-05-13", "given", "Quay Daily")


def test_front_matter_goes_before_the_file_name(tmp_path: Path) -> None:
    report = read(tmp_path, "2024-05-12.md", "---\ndate: 2024-05-14\n---\n" + STORY)
    assert isinstance(report, Report)
    assert report.published == "2024-05-14"


def test_a_date_in_front_matter_that_does_not_exist(tmp_path: Path) -> None:
    found = read(tmp_path, "story.md", "---\ndate: 2024-02-30\n---\n" + STORY)
    assert isinstance(found, Unreadable)
    assert "2024-02-30" in found.reason
    assert "does not exist" in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + STORY + "---\nThe company said no.\n",
        "---\ntitle: never closed\n" + STORY,
        "---\n---\n" + STORY,
        STORY + "---\ntitle: too late\n---\n",
    ],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


def test_windows_line_ends_and_single_quotes() -> None:
    fields, body = split_front_matter(
        "---\r\ntitle: 'It''s on'\r\nabstract: >\r\n  two\r\n  lines\r\n---\r\nText.\r\n"
    )
    assert fields == {"title": "It's on", "abstract": "two lines"}
    assert body == "Text.\n"
