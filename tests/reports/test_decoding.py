import codecs
import random

import pytest

from parley.reports import NotReadable, report_from_text
from parley.reports.decoding import decode, stored_text

SENTENCE = (
    "“We’ll sign — if they do,” the miners’ leader said in Fürstenau; the pay offer is £40\u00a0a week."
)
EUROPEAN = "The Curaçao délégation said the fishing deal was “unacceptable” – and left."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_comes_out_of_every_usual_encoding(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_latin_1_beyond_windows() -> None:
    text = "The délégués said nothing.\x81"
    assert decode(text.encode("latin-1")) == text


def test_a_big_endian_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be")) == SENTENCE


def test_the_declared_encoding_counts_when_the_text_is_not_utf_8() -> None:
    text = "Przewodniczący związku said: żądamy podwyżki."
    assert decode(text.encode("iso8859-2"), "iso-8859-2") == text
    assert decode(text.encode("utf-8"), "iso-8859-2") == text
    assert decode(EUROPEAN.encode("cp1252"), "no-such-encoding") == EUROPEAN


def test_utf_8_cut_in_the_middle_of_a_character_stays_utf_8() -> None:
    data = SENTENCE.encode("utf-8")
    cut = data[: data.index("’".encode()) + 1]
    assert decode(EUROPEAN.encode() + cut) == EUROPEAN + "“We\ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04abc", "zip archive or office document"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08\x00", "compressed"),
        (b"SQLite format 3\x00", "database"),
        (b"{\\rtf1 talks}", "rich-text"),
        (random.Random(7).randbytes(4000), "binary"),
        (b"\x00\x00\x00\x00\x00\x00\x00\x00", "binary"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(NotReadable) as caught:
        decode(data)
    assert reason in str(caught.value)
    assert str(caught.value).count(". ") == 0


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\u2028two\u2029three\x85four\x0bfive", "one\ntwo\nthree\nfour\nfive"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("\ufeffone\ufeff", "one"),
        ("a\tb", "a\tb"),
        ("a\u00a0b “c” ‘d’ — e…", "a\u00a0b “c” ‘d’ — e…"),
        ("half \ud83d character", "half \ufffd character"),
        ("Fran\u00c3\x83ois", "Fran\u00c3\ufffdois"),
        ("the end \n\n", "the end"),
        ("\n  the start", "\n  the start"),
        ("e\u0301 and 👩‍⚖️", "e\u0301 and 👩‍⚖️"),
    ],
)
def test_only_line_ends_and_control_characters_change(given: str, stored: str) -> None:
    assert stored_text(given) == stored


def test_a_report_holds_the_stored_text() -> None:
    report = report_from_text("The envoys met.\r\nThey said no more.\x00\r\n")
    assert report.text == "The envoys met.\nThey said no more."


def test_the_same_text_with_other_line_ends_is_the_same_report() -> None:
    assert report_from_text("They met.\r\nThey left.\r\n").id == report_from_text("They met.\nThey left.").id
