import random

from training.examples import Example, Link
from training.spinning import Thesaurus, candidates, requote, spin

THESAURUS = Thesaurus(
    synonyms={
        "verb": {"agree": ("concur", "hold"), "begin": ("commence",)},
        "noun": {"talk": ("lecture",), "party": ("company",)},
        "adj": {},
        "adv": {},
    },
    irregular={"verb": {"began": "begin"}, "noun": {}, "adj": {}, "adv": {}},
)


def example() -> Example:
    words = ("The", "parties", "said", "that", "talks", "began", ".")
    size = len(words)
    return Example(
        "test",
        words,
        (True,) + (False,) * (size - 1),
        (1,) + (0,) * (size - 1),
        names=("O",) * size,
        links=(Link((2, 3), ((0, 2),), ((3, 6),)),),
    )


def test_swaps_are_inflected_like_the_word() -> None:
    assert "lectures" in candidates("talks", THESAURUS)
    assert "companies" in candidates("parties", THESAURUS)
    assert "concured" in candidates("agreed", THESAURUS)
    assert "commenced" in candidates("began", THESAURUS)


def test_a_spun_copy_keeps_its_links_and_marks_what_it_changed() -> None:
    changed = 0
    for seed in range(40):
        spun = spin(example(), THESAURUS, random.Random(seed))
        assert spun.links is not None
        (link,) = spun.links
        assert spun.words[link.content[0][0]] == "that"
        assert spun.words[link.content[0][1]] == "."
        assert spun.words[: link.source[0][1]][0] == "The"
        assert len(spun.spun) == len(spun.words) == len(spun.heads)
        assert all(
            mark == 0 for word, mark in zip(spun.words, spun.spun, strict=True) if word in ("The", ".")
        )
        changed += any(spun.spun)
    assert changed > 10


def test_quotation_marks_change_style_in_pairs() -> None:
    words = ("“", "Yes", "”", "he", "said")
    quoted = Example("test", words, (True,) + (False,) * 4, (1, 0, 0, 0, 0))
    styles = {requote(quoted, random.Random(seed)).words for seed in range(40)}
    assert ("«", "Yes", "»", "he", "said") in styles
    assert ("'", "Yes", "'", "he", "said") in styles
