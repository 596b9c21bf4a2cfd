"""The tokens are spaCy's, one by one."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.language.tokens import RULES, Tokens, load_tokenizer

SPACY = spacy.blank("en").tokenizer
SAMPLES = sorted((Path(__file__).parents[2] / "src/parley/samples").glob("*.md"))
SIGNS = list("aAzZ09'’‘“”\"().,;:!?-–—…/\\&%$€£@#*_+=<>[]{}| \n\t\u00a0éßяЖ中文°²µ₿\u20c0☃😀")
FRAGMENTS = [
    *(
        "don't",
        "we'll",
        "U.S.",
        "a.m.",
        "Mr.",
        "St.",
        "e.g.",
        "'em",
        "o'clock",
        ":)",
        "C++",
        "http://b.org/x",
    ),
    *("10km", "3.5", "1,000", "30-day", "cease-fire", "and/or", "$5bn", "EU's", "EU’s", "10:30", "@", "www."),
]


def spacys(text: str) -> Tokens:
    """The tokens of `text` as spaCy has them."""
    doc = SPACY(text)
    return Tokens([token.text for token in doc], [token.whitespace_ for token in doc])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_reports(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert load_tokenizer().tokens(text) == spacys(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "  ", "\n", " \n x", "x \n\n  y ", "a  b", "\u00a0x\u00a0"),
        *("“We won't sign,” he said.", "(the E.U.'s 30-day pause)", "n't", "...", "…", "‘’", "talks...“Yes”"),
        *(
            "'S a go",
            "He said: '’twas so'",
            "x:) :-) y",
            "at 9a.m. or 10p.m.",
            "see www.b.org/a-b.",
            "10.1.1.1",
        ),
        *(
            "中文。",
            "«Да», сказал он.",
            "5°C.",
            "₿5",
            "\u20c05",
            "50%-60%",
            "Lind.He left",
            "one—two",
            "a/b/c",
        ),
    ],
)
def test_odd_texts(text: str) -> None:
    assert load_tokenizer().tokens(text) == spacys(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([*SIGNS, *FRAGMENTS, *load_tokenizer().special]), max_size=12).map("".join))
def test_any_text(text: str) -> None:
    assert load_tokenizer().tokens(text) == spacys(text)


def test_what_is_remembered_is_bounded() -> None:
    tokenizer = load_tokenizer(RULES)
    small = type(tokenizer)(tokenizer.near, tokenizer.far, tokenizer.special, tokenizer.joined, most=3)
    assert small.tokens("a b c d e f, g").words == ["a", "b", "c", "d", "e", "f", ",", "g"]
    assert len(small._known) <= 3
