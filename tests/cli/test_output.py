import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.cli.output import as_json, write_csv, write_json, write_jsonl


@given(st.text(st.characters()))
def test_json_gives_back_the_same_words_and_is_safe_to_show(text: str) -> None:
    line = as_json({"text": text})
    assert json.loads(line) == {"text": text}
    assert "\x1b" not in line and "\x9b" not in line and "\u202e" not in line
    assert len(line.splitlines()) == 1
    line.encode("utf-8")


def test_json_keeps_letters_readable() -> None:
    assert as_json({"name": "Zoë 中文"}) == '{"name": "Zoë 中文"}'


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_array(count: int, capsys: pytest.CaptureFixture[str]) -> None:
    objects = [{"number": number} for number in range(count)]
    write_json(iter(objects))
    assert json.loads(capsys.readouterr().out) == objects


def test_jsonl(capsys: pytest.CaptureFixture[str]) -> None:
    write_jsonl([{"a": 1}, {"b": "two\nlines"}])
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == [{"a": 1}, {"b": "two\nlines"}]


def test_csv_keeps_words_exactly_and_nothing_as_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    words = 'He said: "no",\nand\rleft'
    write_csv(("id", "words", "said_on"), [("s1", words, None)])
    written = capsys.readouterr().out
    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert rows == [["id", "words", "said_on"], ["s1", words, ""]]
