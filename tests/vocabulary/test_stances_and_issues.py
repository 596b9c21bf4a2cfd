"""The data of stances and issues: well-formed, and words in context."""

from __future__ import annotations

import pytest

from parley.model import Stance
from parley.vocabulary.issues import issue_of, names_issue
from parley.vocabulary.stances import condition_markers, frames_of_form, stance_frames


def test_every_frame_names_stances_that_exist() -> None:
    known = {stance.value for stance in Stance}
    for frames in stance_frames().values():
        for frame in frames:
            assert frame.stance in known or (not frame.stance and frame.negated)
            assert frame.negated is None or frame.negated in known


def test_a_form_leads_to_its_frames() -> None:
    assert {frame.stance for frame in frames_of_form("rejected")} == {"rejects"}
    assert frames_of_form("walked") and not frames_of_form("zebras")


def test_longer_markers_come_first() -> None:
    lengths = [len(marker) for marker in condition_markers().markers]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("topic", "sentence", "family"),
    [
        ("strike", "worker wage union strike", "labour"),
        ("strike", "air strike truce shelling", "cease-fire"),
        ("tariff on steel", "", "trade"),
        ("uranium enrichment", "", "nuclear"),
        ("emission cut", "", "climate"),
        ("release of hostage", "", "prisoners"),
    ],
)
def test_an_issue_is_told_by_the_words_around_it(topic: str, sentence: str, family: str) -> None:
    assert issue_of(topic.split(), sentence.split()) == family


def test_a_family_comes_from_the_topic_never_from_the_sentence_alone() -> None:
    assert issue_of(["deal"], ["tariff", "import", "deal"]) is None
    assert issue_of(["strike"], ["tariff", "tariff", "wage"]) == "labour"


def test_words_of_no_issue_name_none() -> None:
    assert issue_of(["piano"]) is None
    assert not names_issue(["piano"])
