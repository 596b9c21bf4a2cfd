import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parley
from parley.model.codec import encode
from parley.reading import read_reports
from parley.reports import report_from_text


def test_reads_a_report_to_statements() -> None:
    read = parley.read(
        "The prime minister of Norland said on Sunday that the draft was dead. She declined to say why.",
        published="2025-06-02",
        outlet="The Example",
    )
    said, withheld = read.statements
    assert (said.speech, said.said_on) == ("indirect", "2025-06-01")
    assert withheld.speech == "withheld"
    assert read.report.outlet == "The Example"
    assert read.engine.startswith("parley ")


def test_the_same_text_gives_the_same_findings() -> None:
    text = "“We accept,” the envoy said. The rebels rejected the plan, according to two diplomats."
    assert encode(parley.read(text)) == encode(parley.read(text))


def test_many_reports_are_read_like_one_after_the_other() -> None:
    texts = [f"The envoy of Norland said on Sunday that draft {number} was dead." for number in range(4)]
    reports = [report_from_text(text, published="2025-06-02") for text in texts]
    together = list(read_reports(iter(reports)))
    assert together == [parley.read_report(report) for report in reports]
    assert list(read_reports([])) == []


@pytest.mark.parametrize(
    "text",
    ["", "   \n", "Der Minister sagte am Montag, dass die Verhandlungen weitergehen und nicht enden. " * 5],
)
def test_what_is_no_english_report_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(parley.ParleyError) as refused:
        parley.read(text)
    assert str(refused.value)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "“We",
                "agree,”",
                "he",
                "said",
                "on",
                "Monday",
                ".",
                "\n\n",
                "Mr.",
                "Lind",
                "that",
                "‘no’",
                "—",
                '"',
                "told",
                "CNN",
                "the",
                "talks",
                "in",
                "Geneva",
                "declined",
                "to",
                "comment",
                "\u00a0",
                "if",
                "’s",
                "according",
            ]
        ),
        min_size=1,
        max_size=60,
    )
)
def test_every_finding_says_what_stands_in_the_text(words: list[str]) -> None:
    text = "The talks in Geneva went on, and the two sides said that they would meet. " + " ".join(words)
    read = parley.read(text, published="2025-03-17")
    for row in encode(read):
        for anchor in row.get("evidence", []):
            assert read.report.text[anchor["start"] : anchor["end"]] == anchor["text"]
