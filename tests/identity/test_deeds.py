"""Whether two wordings tell of one deed."""

from __future__ import annotations

import pytest

from parley.identity.deeds import deed_words, denies, does, does_the_same, same_deed, without


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("halt its strikes on the ports", "stop strikes"),
        ("release 90 prisoners", "free 90 prisoners"),
        ("withdraw its troops from the buffer zone", "withdraw troops"),
        ("cease-fire", "truce"),
        ("raise wages by 5 percent", "raise wages by 5 percent next year"),
    ],
)
def test_one_deed(one: str, other: str) -> None:
    assert same_deed(one, other)
    assert same_deed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lift tariffs on steel", "impose tariffs on steel"),
        ("release 90 prisoners", "release 30 prisoners"),
        ("release the hostages", "not release the hostages"),
        ("withdraw its troops", "withdraw its pay offer from the table"),
    ],
)
def test_two_deeds(one: str, other: str) -> None:
    assert not same_deed(one, other)


def test_a_condition_tells_of_an_act() -> None:
    condition = without(deed_words("once Niger withdraws its troops"), ("Niger",))
    assert does(condition, deed_words("pull its soldiers back"))
    assert not does(condition, deed_words("lift its embargo"))


def test_stems_are_compared_where_no_name_is_shared() -> None:
    assert same_deed("resume the mobilisation", "resume mobilising")


def test_signs_of_a_condition() -> None:
    assert does_the_same("provided that Niger does the same")
    assert not does_the_same("if Niger leaves")
    assert denies("not release the hostages")
    assert not denies("notify the inspectors")
