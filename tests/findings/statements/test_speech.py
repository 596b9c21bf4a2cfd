"""Direct, mixed, indirect, withheld."""

import pytest

from documents import place
from parley.findings.statements.drafts import Draft, trimmed
from parley.findings.statements.quotations import quotations
from parley.findings.statements.speech import speech
from parley.model import Span, Speech


def draft(text: str, cue: str, *content: str, withheld: bool = False) -> Draft:
    parts = tuple(place(text, words) for words in content)
    return Draft(place(text, cue), (), parts, "test", 1.0, withheld=withheld)


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("“We will go,” she said.", "said", ["We will go"], Speech.DIRECT),
        ("“We will go,” she said. “Soon.”", "said", ["We will go", "Soon"], Speech.DIRECT),
        (
            "She said the offer was “a trap” for all.",
            "said",
            ["the offer was “a trap” for all"],
            Speech.MIXED,
        ),
        ("She said the offer was dead.", "said", ["the offer was dead"], Speech.INDIRECT),
        ('She said that "the offer is dead".', "said", ['that "the offer is dead'], Speech.DIRECT),
        ("'We will go,' she said.", "said", ["We will go"], Speech.DIRECT),
        ("She said the union's offer was the workers'.", "said", ["the union's offer was"], Speech.INDIRECT),
    ],
)
def test_speech(text: str, cue: str, content: list[str], expected: Speech) -> None:
    assert speech(text, draft(text, cue, *content), quotations(text)) is expected


def test_what_a_quoted_speaker_reports_of_others_is_indirect() -> None:
    text = "“The port says it will close, and we believe it,” she said."
    assert speech(text, draft(text, "says", "it will close"), quotations(text)) is Speech.INDIRECT


def test_a_quotation_within_a_quotation_counts_for_its_own_speaker() -> None:
    text = "“The port says ‘never again’ every year,” she said."
    assert speech(text, draft(text, "says", "never again"), quotations(text)) is Speech.DIRECT


def test_withheld_is_withheld_whatever_is_quoted() -> None:
    text = "She declined to discuss “the offer”."
    found = draft(text, "declined", "discuss “the offer”", withheld=True)
    assert speech(text, found, quotations(text)) is Speech.WITHHELD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will go,”", "We will go"),
        ("they called it “a trap.”", "they called it “a trap.”"),
        ("talks with the U.S.", "talks with the U.S."),
        ("(in Oslo)", "(in Oslo)"),
    ],
)
def test_edges_are_trimmed(text: str, expected: str) -> None:
    found = trimmed(text, Span(0, len(text)))
    assert found is not None and found.of(text) == expected


def test_marks_alone_are_nothing() -> None:
    assert trimmed("“ — ”", Span(0, 5)) is None
