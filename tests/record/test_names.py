import pytest

from parley.record.names import searchable

NAMES = [
    ("José da Silva", " jose da silva "),
    ("Vladimir V. Putin", " vladimir v putin "),
    ("U.S. officials", " us officials "),
    ("the dockers' union", " the dockers union "),
    ("O’Brien-Smith", " o brien smith "),
    ("STRASSE", " strasse "),
    ("Straße", " strasse "),
    ("外務省", " 外務省 "),
    ("—", ""),
    ("", ""),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_names_become_plain_words(name: str, expected: str) -> None:
    assert searchable(name) == expected
