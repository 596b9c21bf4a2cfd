"""The engine as it ships, on sentences of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.language import parse

TEXT = (
    "The mediator said on Friday that both delegations would return to Geneva.\n\n"
    "“We will sign when they do,” Anna Lind, the union’s chief negotiator, told reporters."
)


def test_sentences_tags_and_heads() -> None:
    doc = parse("The two sides met in Vienna on Monday. Talks will resume next week.")
    assert [sentence.text for sentence in doc.sents] == [
        "The two sides met in Vienna on Monday.",
        "Talks will resume next week.",
    ]
    met = next(token for token in doc if token.text == "met")
    assert (met.tag_, met.pos_, met.lemma_, met.dep_) == ("VBD", "VERB", "meet", "root")
    assert next(token for token in doc if token.text == "sides").head == met


def test_names() -> None:
    doc = parse("Anna Lind met officials of Norway in the capital on Tuesday.")
    assert {(name.text, name.label_) for name in doc.ents} >= {("Anna Lind", "PERSON"), ("Norway", "GPE")}


def test_attributions_link_source_cue_and_content() -> None:
    found = [
        (
            [span.of(TEXT) for span in attribution.source],
            attribution.cue and attribution.cue.of(TEXT),
            [span.of(TEXT) for span in attribution.content],
        )
        for attribution in parse(TEXT)._.attributions
    ]
    assert (["The mediator"], "said", ["that both delegations would return to Geneva"]) in [
        (source, cue, [words.removeprefix("on Friday ") for words in content])
        for source, cue, content in found
    ]
    quote = next(row for row in found if row[1] == "told")
    assert quote[0][0].startswith("Anna Lind")
    assert quote[2] == ["We will sign when they do"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "“", "a" * 5000, "\u200f\u202e!", ". . .", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢"])
def test_odd_texts(text: str) -> None:
    doc = parse(text)
    assert doc.text == text
    assert len(list(doc.sents)) <= max(1, len(doc))


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab said he “”\"'’\n .,—Ié中\u00a0"), max_size=120))
def test_offsets_always_lie_in_the_text(text: str) -> None:
    for attribution in parse(text)._.attributions:
        for span in (*attribution.source, *attribution.content, attribution.cue):
            assert span is not None
            assert text[span.start : span.end].strip()
