"""The words of commitments: which give one, what becomes of one, how a deed is known again."""

from __future__ import annotations

import pytest

from parley.vocabulary.commitments import commitment_frames, commitment_words, deeds_of, outcomes


@pytest.mark.parametrize("form", ["pledged", "vows", "promising", "undertook", "swore", "offering"])
def test_a_promise_is_known_in_every_form(form: str) -> None:
    assert any(found.status == "offered" and not found.conditional for found in commitment_frames(form))


def test_nobody_agrees_alone() -> None:
    assert {found.status for found in commitment_frames("agreed")} == {"accepted"}


def test_readiness_and_refusal_promise_only_with_a_condition() -> None:
    for form in ("ready", "refused", "threatened"):
        assert all(found.conditional for found in commitment_frames(form)), form
    assert [found.denied for found in commitment_frames("refused")] == [True]


def test_most_words_give_no_commitment() -> None:
    assert commitment_frames("minister") == commitment_frames("said") == ()


@pytest.mark.parametrize(
    ("verb", "status", "particles"),
    [
        ("kept", "met", ()),
        ("broke", "breach_alleged", ()),
        ("reneged", "breach_alleged", ("on",)),
        ("pulled", "withdrawn", ("out", "of")),
    ],
)
def test_what_a_verb_makes_of_a_promise(verb: str, status: str, particles: tuple[str, ...]) -> None:
    assert (status, particles) in [(found.status, found.particles) for found in outcomes(verb)]


def test_words_for_one_deed_share_its_name() -> None:
    assert deeds_of("withdrawal") & deeds_of("withdrew")
    assert deeds_of("cease-fire") & deeds_of("truce")
    assert deeds_of("halted") & deeds_of("stops")
    assert not deeds_of("tariffs") & deeds_of("hostages")


def test_a_word_without_fellows_is_its_own_deed() -> None:
    assert deeds_of("dilutes") & deeds_of("dilute")


@pytest.mark.parametrize("word", ["the", "if", "until", "its", "—"])
def test_small_words_tell_nothing(word: str) -> None:
    assert deeds_of(word) == frozenset()


def test_an_offer_binds_but_is_no_arrangement() -> None:
    assert "offer" in commitment_words("bonds")
    assert "offer" not in commitment_words("arrangements")
