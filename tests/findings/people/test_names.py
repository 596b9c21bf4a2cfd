"""Names as strings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.findings.people.names import (
    fuller,
    name_words,
    plain_name,
    same_full_name,
    short_for,
    variants,
)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Ms. Ana R. Ruiz", "Ana Ruiz"),
        ("President Ana Ruiz", "Ana Ruiz"),
        ("J. D. Brandt", "J. Brandt"),
        ("ANA RUIZ", "ANA Ruiz"),
        ("Mr.", "Mr."),
    ],
)
def test_titles_and_middle_initials_come_off(written: str, plain: str) -> None:
    assert plain_name(written) == plain


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Oleksiy Bondarenko", "Oleksii Bondarenko", True),
        ("Jorge de Souza", "De Souza Jr.", True),
        ("Ana Ruiz", "Eva Ruiz", False),
        ("Bashir al-Amin", "Bashir al-Amin", True),
        ("Kim Dae Jung", "Kim Dae-jung", True),
    ],
)
def test_which_full_names_are_one(one: str, other: str, same: bool) -> None:
    assert same_full_name(name_words(one), name_words(other)) is same


def test_how_well_a_short_name_fits() -> None:
    full = name_words("Joris de Wit")
    assert short_for(("de", "wit"), full) == 3
    assert short_for(("wit",), full) == 3
    assert short_for(("joris",), full) == 1
    assert short_for(("brandt",), full) == 0
    assert short_for(("zelenskyi",), name_words("Danylo Zelenskyy")) == 2


def test_the_fuller_name_has_more_words() -> None:
    assert fuller("Ruiz", "Ana Ruiz") == "Ana Ruiz"
    assert fuller("Ana Ruiz", "Ruiz") == "Ana Ruiz"


@settings(deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_variants_is_symmetric(one: str, other: str) -> None:
    assert variants(one, other) == variants(other, one)
    assert variants(one, one)
