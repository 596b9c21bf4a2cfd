"""Whatever comes in, a report or one sentence comes out, and every mark lies in the text."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.model import Report
from parley.reports import BadDate, Taken, Unreadable, report_from_text
from parley.reports.arriving import Desk
from parley.reports.blocks import blocks
from parley.reports.dates import date_in_address, date_in_file_name, publication_date
from parley.reports.decoding import decode, stored_text
from parley.reports.draft import Given
from parley.reports.front_matter import split_front_matter
from parley.reports.furniture import find_furniture
from parley.reports.kinds import SUFFIXES, Format
from parley.reports.markdown import plain_words
from parley.reports.streams import read_stream

PIECES = [
    "The union said on Monday that it would sign.",
    "“We agree,” he said.",
    "By Jo Lind",
    "GENEVA (AP) —",
    "Read more:",
    "(AP Photo/Jo Lind)",
    "---",
    "title: Talks",
    "date: 2024-02-30",
    "# Heading",
    "**said**",
    "[a](https://b.c)",
    "___",
    "<p>",
    "</p>",
    "<html><body><article>",
    "<!--",
    "-->",
    "FILE -",
    '{"text": "a"}',
    "Sign up for our newsletter",
    "\r\n",
    "\n",
    "\n\n",
    "    ",
    "\x00",
    "\u2028",
    "\xa0",
    "“",
    "”",
    "‘",
    "—",
    "\ud83d",
    "é",
    "м",
    "的",
    "© 2024",
    "MORE",
    "Getty Images",
    "Jo LindHeadline here MORE",
    "contributed reporting.",
    "https://a.b/2024/05/06/",
    "-",
    "*",
    "_",
    "\\",
]
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES)).map("\n".join),
)
MANY = settings(max_examples=200, deadline=None)


def check(report: Report) -> None:
    end = 0
    for part in report.furniture:
        assert end <= part.span.start < part.span.end <= len(report.text)
        assert part.span.of(report.text).strip()
        assert part.kind
        end = part.span.end
    assert stored_text(report.text) == report.text
    report.text.encode("utf-8")


@MANY
@given(TEXTS)
def test_any_text(text: str) -> None:
    try:
        report = report_from_text(text)
    except ParleyError as error:
        assert str(error).endswith(".")
        return
    check(report)
    again = report_from_text(report.text)
    assert (again.text, again.furniture) == (report.text, report.furniture)


@MANY
@given(st.one_of(st.binary(max_size=4000), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_in_any_format(data: bytes) -> None:
    for kind in [None, *Format]:
        for found in read_stream(io.BytesIO(data), "somewhere", Desk(Given()), kind, "2024-05-06.txt"):
            if isinstance(found, Unreadable):
                assert found.reason.endswith(".")
            else:
                check(found.report)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "date", "author", "source"]), inner)
    ),
    max_leaves=12,
)


@MANY
@given(JSON)
def test_any_json(value: object) -> None:
    line = json.dumps(value).encode()
    for kind in (Format.JSON, Format.JSON_LINES):
        for found in read_stream(io.BytesIO(line), "somewhere", Desk(Given()), kind):
            if isinstance(found, Taken):
                check(found.report)


@MANY
@given(TEXTS)
def test_blocks_cover_all_that_is_not_white_space(text: str) -> None:
    text = stored_text(text)
    found = blocks(text)
    covered = "".join(block.span.of(text) for block in found)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(len(block.words) == block.span.end - block.span.start for block in found)


@MANY
@given(TEXTS)
def test_marks_lie_in_any_text(text: str) -> None:
    text = stored_text(text)
    assert all(part.span.end <= len(text) for part in find_furniture(text))


@MANY
@given(TEXTS)
def test_front_matter_and_markdown_take_any_text(text: str) -> None:
    fields, body = split_front_matter(text)
    assert body in text.replace("\r\n", "\n")
    assert all(name for name in fields)
    assert len(plain_words(body)) <= len(body)


@MANY
@given(st.text(), st.sampled_from(sorted(SUFFIXES)))
def test_dates_are_read_or_refused(text: str, suffix: str) -> None:
    for read in (publication_date, date_in_file_name, date_in_address):
        try:
            day = read(text + suffix)
        except BadDate as error:
            assert str(error).endswith(".")
        else:
            assert day is None or publication_date(day) == day


@MANY
@given(st.dates())
def test_every_day_comes_back(day: object) -> None:
    assert publication_date(str(day)) == str(day)


@MANY
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1))
def test_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text


def test_a_mark_never_hides_an_error() -> None:
    with pytest.raises(AssertionError):
        check(Report(text="\r\n"))
