import pytest

from parley.language.engine.network import MODEL_FOLDER
from parley.language.engine.pieces import (
    LOWER,
    MIXED,
    MOST_PIECES,
    OTHER,
    TITLE,
    UPPER,
    PieceTable,
    letter_case,
)


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("talks", LOWER),
        ("Kyiv", TITLE),
        ("NATO", UPPER),
        ("A", TITLE),
        ("eBay", MIXED),
        ("2025", OTHER),
        ("”", OTHER),
    ],
)
def test_letter_case(word: str, case: int) -> None:
    assert letter_case(word) == case


def test_every_word_has_pieces_and_a_giant_word_has_few() -> None:
    table = PieceTable.load(MODEL_FOLDER / "tokenizer.json")
    found = table.of(["talks", "\u200b", "x" * 10_000, "«", "talks"])
    assert all(ids for ids, _ in found)
    assert len(found[2][0]) <= MOST_PIECES
    assert found[0] == found[4]
    assert found[3][0] == table.of(["“"])[0][0], "rare quotation marks are read as common ones"


def test_the_table_forgets_instead_of_growing_without_end() -> None:
    table = PieceTable.load(MODEL_FOLDER / "tokenizer.json")
    table.most = 10
    for number in range(50):
        assert len(table.of([f"word{number}", "talks"])) == 2
    assert len(table._known) <= 10
