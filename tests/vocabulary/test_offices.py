"""Role nouns and titles as data."""

import pytest

from parley.vocabulary.geography import naming
from parley.vocabulary.offices import (
    Sex,
    Standing,
    alike,
    body_words,
    honorifics,
    leader,
    national_offices,
    plural,
    sex_of_given_name,
    sex_of_noun,
    standings,
)


@pytest.mark.parametrize(
    ("noun", "form"),
    [("spokesman", "spokesmen"), ("deputy", "deputies"), ("boss", "bosses"), ("envoy", "envoys")],
)
def test_plurals(noun: str, form: str) -> None:
    assert plural(noun) == form
    assert standings()[form] is Standing.OFFICE


def test_whom_a_role_speaks_for() -> None:
    assert standings()["ambassador"] is Standing.OFFICE
    assert standings()["lawmakers"] is Standing.LEGISLATOR
    assert standings()["analyst"] is Standing.PRIVATE


def test_alike_holds_both_ways() -> None:
    for noun in standings():
        assert all(noun in alike(other) for other in alike(noun))


def test_sex_by_word() -> None:
    assert honorifics()["Mrs."] is Sex.SHE
    assert sex_of_noun("chairwoman") is Sex.SHE
    assert sex_of_noun("chair") is None
    assert sex_of_given_name("Andrea") is None or isinstance(sex_of_given_name("Andrea"), Sex)
    assert sex_of_given_name("Qwxyz") is None


def test_leaders_and_national_offices_name_parties_the_vocabulary_knows() -> None:
    assert naming(leader("Angela Merkel").party) is not None
    assert leader("Nobody Inparticular") is None
    for party in national_offices().values():
        assert naming(party) is not None


def test_an_unknown_kind_of_body_is_an_error() -> None:
    with pytest.raises(KeyError):
        body_words("fleet")
