import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.cli.terminal import one_line, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The \x1b[31mred\x1b[0m line", "The red line"),
        ("\x1b]0;a new title\x07Talks", "Talks"),
        ("\x1b]8;;https://example.org\x1b\\a link\x1b]8;;\x1b\\", "a link"),
        ("\x9b31mred", "red"),
        ("“\u202eeerga ton did eW”", "“eerga ton did eW”"),
        ("one\u2066two\u2069three", "onetwothree"),
        ("over\rwritten", "overwritten"),
        ("a\x00b\x07c\x08d\x7fe", "abcde"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("half \ud83d a pair", "half \ufffd a pair"),
        ("first\nsecond", "first\nsecond"),
        ("first\r\nsecond", "first\nsecond"),
        ("Zoë’s “café” — 30 °C, 中文, 👩‍🚀", "Zoë’s “café” — 30 °C, 中文, 👩‍🚀"),
        ("an escape that never ends: \x1b]0;", "an escape that never ends: 0;"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters()))
def test_nothing_a_terminal_obeys_is_left(text: str) -> None:
    left = printable(text)
    assert not any((ord(char) < 0x20 and char != "\n") or 0x7F <= ord(char) < 0xA0 for char in left)
    left.encode("utf-8")


def test_one_line() -> None:
    assert one_line(" Talks\n\n will\tgo\u2028on \r\n") == "Talks will go on"
