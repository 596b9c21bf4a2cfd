import json
from pathlib import Path

import pytest

from parley.model import Report
from parley.reports import Unreadable, read_paths
from parley.reports.building import LONGEST_REPORT

STORY = "The teachers’ union said on Friday that it would accept the offer if the class size was capped."


def write(tmp_path: Path, *items: object, name: str = "reports.jsonl") -> Path:
    path = tmp_path / name
    path.write_text(
        "\n".join(item if isinstance(item, str) else json.dumps(item) for item in items), encoding="utf-8"
    )
    return path


def test_one_report_a_line_with_all_its_fields(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {
            "text": STORY,
            "title": "Teachers open to offer",
            "url": "https://s.example/teachers",
            "outlet": "School Gazette",
            "published": "2024-09-06",
            "byline": "Uma Roth",
        },
    )
    (report,) = read_paths([path])
    assert isinstance(report, Report)
    assert (report.text, report.title, report.outlet) == (STORY, "Teachers open to offer", "School Gazette")
    assert (report.url, report.byline) == ("https://s.example/teachers", "Uma Roth")
    assert (report.published, report.published_from) == ("2024-09-06", "metadata")
    assert report.origin == f"{path}:1"


@pytest.mark.parametrize(
    "fields",
    [
        {
            "body": STORY,
            "headline": "T",
            "source": {"name": "G"},
            "publishedAt": "2024-09-06T10:00:00Z",
            "author": "U",
        },
        {
            "content": STORY,
            "title": "T",
            "site_name": "G",
            "date_publish": "2024-09-06 10:00:00",
            "authors": ["U"],
        },
        {
            "maintext": STORY,
            "title": "T",
            "publisher": "G",
            "pubDate": "Fri, 06 Sep 2024 10:00:00 GMT",
            "creator": "U",
        },
        {
            "articleBody": STORY,
            "headline": "T",
            "publication": "G",
            "datePublished": 20240906,
            "by": [{"name": "U"}],
        },
    ],
)
def test_the_usual_other_names_of_fields(tmp_path: Path, fields: dict[str, object]) -> None:
    (report,) = read_paths([write(tmp_path, fields)])
    assert isinstance(report, Report)
    assert (report.text, report.title, report.outlet, report.byline) == (STORY, "T", "G", "U")
    assert report.published == "2024-09-06"


def test_paragraphs_as_a_list_and_mark_up_in_a_field(tmp_path: Path) -> None:
    other = STORY.replace("Friday", "Sunday")
    items = [{"text": [STORY, other]}, {"content": f"<p>{STORY}</p><p>{other}</p>"}]
    first, second = read_paths([write(tmp_path, *items)])
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text == f"{STORY}\n\n{other}"
    assert second.text == f"{STORY}\n{other}"


def test_a_bad_line_does_not_cost_the_others(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        {"text": STORY},
        "",
        "{not json",
        {"title": "no text"},
        [1, 2],
        {"text": STORY, "published": "2024-02-31"},
        {"text": "Le ministre a dit que les négociations avec les syndicats sont dans une phase très " * 3},
        "[" * 100_000,
        {"text": STORY.replace("teachers", "nurses")},
    )
    found = list(read_paths([path]))
    assert [isinstance(item, Report) for item in found] == [True, *[False] * 6, True]
    reasons = [item.reason for item in found if isinstance(item, Unreadable)]
    assert [item.origin for item in found if isinstance(item, Unreadable)] == [
        f"{path}:{n}" for n in range(3, 9)
    ]
    assert "valid JSON" in reasons[0]
    assert "“text” field" in reasons[1]
    assert "“text” field" in reasons[2]
    assert "does not exist" in reasons[3]
    assert "French" in reasons[4]
    assert "valid JSON" in reasons[5]


def test_an_overlong_line_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path, {"text": "x" * (2 * LONGEST_REPORT)}, {"text": STORY})
    first, second = read_paths([path])
    assert isinstance(first, Unreadable)
    assert "larger than 10 MB" in first.reason
    assert isinstance(second, Report)


def test_a_json_file_may_hold_one_report_or_a_list(tmp_path: Path) -> None:
    one = write(tmp_path, {"text": STORY}, name="one.json")
    two = write(tmp_path, [{"text": STORY}, {"text": STORY.replace("Friday", "Monday")}], name="two.json")
    none = write(tmp_path, {"statements": []}, name="none.json")
    found = list(read_paths([one, two, none]))
    assert [isinstance(item, Report) for item in found] == [True, True, True, False]


def test_json_lines_are_known_without_their_suffix(tmp_path: Path) -> None:
    path = write(tmp_path, {"text": STORY}, {"text": STORY.replace("Friday", "Monday")}, name="export.txt")
    assert [isinstance(item, Report) for item in read_paths(path)] == [True, True]


@pytest.mark.parametrize("content", ["", "\n\n \n"])
def test_an_empty_file(tmp_path: Path, content: str) -> None:
    (found,) = read_paths([write(tmp_path, content)])
    assert isinstance(found, Unreadable)
    assert "empty" in found.reason


def test_a_number_is_no_report(tmp_path: Path) -> None:
    (found,) = read_paths([write(tmp_path, {"text": 5, "title": "Teachers open to offer"})])
    assert isinstance(found, Unreadable) and "It has no text" in found.reason
