import pytest

from parley.language.engine.lemmas import apply_rule


@pytest.mark.parametrize(
    ("word", "rule", "lemma"),
    [
        ("talks", "1|", "talk"),
        ("agreed", "1|", "agree"),
        ("ponies", "3|y", "pony"),
        ("Was", "be|be", "be"),
        ("Russia", "0||keep", "Russia"),
        ("a", "5|", "a"),
        ("THE", "0|", "the"),
    ],
)
def test_applies_a_rule(word: str, rule: str, lemma: str) -> None:
    assert apply_rule(word, rule) == lemma
