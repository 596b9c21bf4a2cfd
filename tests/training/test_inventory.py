import pytest
from training.inventory import lemma_rule

from parley.language.engine.lemmas import apply_rule


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("talks", "talk"),
        ("met", "meet"),
        ("was", "be"),
        ("Agreed", "agree"),
        ("Russia", "Russia"),
        ("countries", "country"),
        ("U.S.", "U.S."),
        ("better", "good"),
        ("him", "he"),
    ],
)
def test_a_rule_made_of_a_pair_gives_the_lemma_again(word: str, lemma: str) -> None:
    assert apply_rule(word, lemma_rule(word, lemma)) == lemma
