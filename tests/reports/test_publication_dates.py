import pytest

from parley.reports import BadDate, report_from_text
from parley.reports.dates import date_in_address, date_in_file_name, publication_date

TEXT = "The ferry operators and the crews' union met again on Tuesday, and they agreed to talk on Friday."


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-03-17", "2025-03-17"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("2025-03-17~", "2025-03-17~"),
        ("2025-03?", "2025-03?"),
        ("2025-03-17T23:30:00-05:00", "2025-03-17"),
        ("2025-03-17 08:15", "2025-03-17"),
        ("2025/3/7", "2025-03-07"),
        ("20250317", "2025-03-17"),
        ("20250317T101500Z", "2025-03-17"),
        ("17 March 2025", "2025-03-17"),
        ("March 17, 2025", "2025-03-17"),
        ("Mon, 17 Mar 2025 10:00:00 GMT", "2025-03-17"),
        ("Sept. 1st, 2024", "2024-09-01"),
        (" 2024-02-29 ", "2024-02-29"),
    ],
)
def test_a_date_is_kept_as_edtf(written: str, meant: str) -> None:
    assert publication_date(written) == meant


@pytest.mark.parametrize(
    "written",
    ["2025-02-29", "2025-13", "2025-00-10", "20250230", "30 February 2025", "0000", "2025-04-31T10:00:00Z"],
)
def test_a_day_that_does_not_exist_is_said_to_be_none(written: str) -> None:
    with pytest.raises(BadDate, match=r"does not exist; write a real one"):
        publication_date(written)


@pytest.mark.parametrize(
    "written", ["yesterday", "17/03/2025", "", "2025-3", "the 17th", "2025-03-13/2025-03-16"]
)
def test_what_is_no_date_is_said_to_be_none(written: str) -> None:
    with pytest.raises(BadDate, match=r"is not a date Parley can read; write it as 2025-03-17"):
        publication_date(written)


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(BadDate) as caught:
        publication_date("soon " * 200)
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-03-17_wire_talks.txt", "2025-03-17"),
        ("talks_2025-03-17.txt", "2025-03-17"),
        ("wire.2025.03.17.html", "2025-03-17"),
        ("20250317-talks.txt", "2025-03-17"),
        ("2025-03-17_before-the-2025-03-20-deadline.txt", "2025-03-17"),
        ("talks-2025-03-17-and-2025-03-20.txt", None),
        ("talks.txt", None),
        ("8812025031799.txt", None),
        ("20251399.txt", None),
        ("1985-03-17-1.txt", "1985-03-17"),
    ],
)
def test_the_day_in_a_file_name(name: str, day: str | None) -> None:
    assert date_in_file_name(name) == day


def test_a_file_name_with_a_day_that_does_not_exist() -> None:
    with pytest.raises(BadDate):
        date_in_file_name("2025-02-30_talks.txt")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2025/03/17/talks", "2025-03-17"),
        ("https://a.example/world/2025/mar/17/talks", "2025-03-17"),
        ("https://a.example/2025-03-17/talks.html", "2025-03-17"),
        ("https://a.example/2025/03/17", "2025-03-17"),
        ("https://a.example/2025/02/30/talks", None),
        ("https://a.example/2025/abc/17/talks", None),
        ("https://a.example/archive/20250317", None),
    ],
)
def test_the_day_in_an_address(url: str, day: str | None) -> None:
    assert date_in_address(url) == day


def test_where_the_date_was_found_is_said() -> None:
    given = report_from_text(TEXT, published="17 March 2025", url="https://a.example/2025/03/18/talks")
    assert (given.published, given.published_from) == ("2025-03-17", "given")
    found = report_from_text(TEXT, url="https://a.example/2025/03/18/talks")
    assert (found.published, found.published_from) == ("2025-03-18", "metadata")
    unknown = report_from_text(TEXT)
    assert (unknown.published, unknown.published_from) == (None, None)
