"""Reports as reporters wrote them, and as spinners with different dictionaries left them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import spacy

from parley.copies.paraphrase import THRESHOLD, detect_paraphrase
from parley.language import mirror
from parley.language.tree import Doc
from parley.model import Paraphrase

HONEST = {
    "strike": """
        The dockers' union said on Tuesday that it would return to the bargaining table after the port
        authority agreed to discuss overtime pay, but its leader declined to say whether the strike would
        end. "We have been here before," Anna Lindqvist told reporters outside the harbor office. "We want
        a pay raise, not another promise." She noted that both sides had narrowed their differences last
        week, and that hundreds of thousands of containers were still waiting in the port.""",
    "nuclear": """
        The foreign minister of Ostrava mentioned in passing that he was asked about the enrichment
        limits, and his famous temper held. He had instructed his delegation to stay in Geneva, however
        long the talks took. An official of the energy agency said the two sides would meet again next
        month; a diplomatic source said the plan's opponents wished to see the inspectors leave the
        country.""",
    "climate": """
        Delegates of small island states accused the richer countries of stalling. Energy crops, they
        said, could not replace the money that was promised for sea walls. The chair of the assembly named
        a group of ministers who will present a draft agreement on climate finance by the end of the week.""",
}

SPUN = {
    "word by word": """
        The dockworkers' union mentioned on Tuesday that it could return to the bargaining desk after the
        port authority agreed to debate time beyond regulation pay, however its chief declined to remark.
        “We need a pay elevate, not one other promise,” Anna Lindqvist instructed reporters exterior the
        harbor workplace. She famous that each side had narrowed their variations final week, and that a
        whole lot of 1000’s of containers had been nonetheless ready within the port.""",
    "from a thesaurus": """
        The strange minister of Ostrava aforesaid on Mon that the nuclear lot was on the desk, and
        enounced that the atomic vigor agency would send its examiners back in an hebdomad. The armistice
        treaty had been signed by the US Government at the White Home. Peace dialogue and the exchange war
        stay an sore topic: the fundamental bank raised the curiosity rate, and the dying toll keeps
        ascending.""",
    "through another language": """
        At a public interview in Geneva the outside minister stated that the Joined Countries must halt
        ozone harming substances. Petroleum derivatives, he stated, drive an unnatural weather change, and
        the harmony talks with the decision party of the island remained on the ground. The head
        administrator denied to remark. A worker's guild undermined a craving strike.""",
}


def read(text: str) -> Doc:
    return mirror(spacy.blank("en")(" ".join(text.split())))


def phrases(text: str, found: Paraphrase) -> dict[str, str | None]:
    return {phrase.span.of(text): phrase.likely for phrase in found.phrases}


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_honest_reports_score_near_zero(text: str) -> None:
    assert detect_paraphrase(read(text)).score < 0.1


@pytest.mark.parametrize("text", SPUN.values(), ids=SPUN.keys())
def test_spun_reports_are_recognised_whatever_the_dictionary(text: str) -> None:
    found = detect_paraphrase(read(text))
    assert found.score >= THRESHOLD
    assert len(found.phrases) >= 4


def test_phrases_are_named_in_text_order_with_what_they_likely_were() -> None:
    doc = read(SPUN["word by word"])
    found = detect_paraphrase(doc)
    named = phrases(doc.text, found)
    assert named["mentioned on"] == "said on"
    assert named["bargaining desk"] == "bargaining table"
    assert named["instructed reporters"] == "told reporters"
    assert named["She famous"] == "she noted"
    assert named["final week"] == "last week"
    spans = [phrase.span for phrase in found.phrases]
    assert spans == sorted(spans)
    assert not any(left.overlaps(right) for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("spun", "likely"),
    [
        ("a telephone name with the envoy", ("telephone name", "telephone call")),
        ("the information convention in Doha", ("information convention", "news conference")),
        ("two peace speaks were held", ("peace speaks", "peace talks")),
        ("aboard Air Power One", ("Air Power One", "Air Force One")),
        ("the White Home declined", ("White Home", "White House")),
        ("nuclear crops near the front", ("nuclear crops", "nuclear plants")),
        ("it is an vital step", ("an vital", "an important")),
        ("they came quickly, however refused to sign", ("however", "but")),
    ],
)
def test_one_spun_phrase(spun: str, likely: tuple[str, str | None]) -> None:
    doc = read("The delegations met again in Doha. Then it was " + spun + ".\n\n" + SPUN["word by word"])
    assert likely in phrases(doc.text, detect_paraphrase(doc)).items()


@pytest.mark.parametrize(
    "innocent",
    [
        "She mentioned the famous bridge and instructed her lawyer.",
        "A white home stands by the river.",
        "An hour later a European official and an MP left a US base in an SUV.",
        "However, the envoy stayed. He was, however, tired.",
        "Farmers were paid to grow energy crops on the border.",
        "The name of the caller is not known.",
        "",
        "\n\n",
    ],
)
def test_innocent_uses_weigh_nothing(innocent: str) -> None:
    found = detect_paraphrase(mirror(spacy.blank("en")(innocent)))
    assert found.score < 0.1


def test_a_stray_odd_phrase_in_a_long_honest_report_is_not_proof() -> None:
    doc = read(" ".join(HONEST.values()) + " The final week of talks ends on Friday.")
    found = detect_paraphrase(doc)
    assert found.score < THRESHOLD
    assert "final week" in phrases(doc.text, found)


def test_a_phrase_does_not_cross_the_end_of_a_paragraph() -> None:
    doc = mirror(spacy.blank("en")("They waited for the telephone\n\nName your price, he said."))
    assert detect_paraphrase(doc).phrases == ()


def test_words_only_the_engine_suspects_are_named_without_a_guess() -> None:
    spun = suspecting(read("It was an unusual day. " + SPUN["word by word"]), {"unusual"})
    assert phrases(spun.text, detect_paraphrase(spun))["unusual"] is None
    honest = suspecting(read("It was an unusual day. " + HONEST["strike"]), {"unusual"})
    assert detect_paraphrase(honest).score < 0.1


def suspecting(doc: Doc, words: set[str]) -> Doc:
    """The document as the engine would fill it, suspecting these words of being a spinner's."""
    doc.spun_chances = np.array([0.9 * (token.lower_ in words) for token in doc], np.float32)
    return doc
