"""The words for encounters."""

import pytest

from parley.vocabulary.encounters import encounter_words


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("met", "meet"),
        ("spoke", "speak"),
        ("cancelled", "cancel"),
        ("canceled", "cancel"),
        ("negotiating", "negotiate"),
        ("failed", "fail"),
        ("lasted", "last"),
        ("delayed", "delay"),
        ("flew", "fly"),
    ],
)
def test_every_form_of_a_verb_leads_to_the_verb(form: str, verb: str) -> None:
    assert encounter_words().verb_forms[form] == verb


def test_every_form_of_encounter_has_a_noun() -> None:
    forms = {frame.form for frames in encounter_words().nouns.values() for frame in frames}
    assert forms == {"call", "meeting", "talks", "summit", "visit", "briefing", "news conference"}


def test_a_conference_is_one_of_the_press_only_with_its_word() -> None:
    frames = encounter_words().nouns["conference"]
    assert all(frame.modifiers for frame in frames)
