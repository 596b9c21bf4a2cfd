"""Names of people taken apart and compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.identity.names import (
    PersonName,
    consonants,
    family_likeness,
    folded,
    given_likeness,
    person_name,
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelenskiy", "Zelenskii"),
        ("Gaddafi", "Qadhafi"),
        ("Araqchi", "Araghchi"),
        ("Yanukovych", "Yanukovich"),
        ("Schröder", "Schroeder"),
        ("Erdoğan", "Erdogan"),
        ("Hussein", "Hussain"),
        ("Khamenei", "Khameini"),
        ("Nasrallah", "Nasralla"),
        ("Tymoshenko", "Timoshenko"),
        ("al-Assad", "Assad"),
        ("el-Sisi", "al-Sisi"),
        ("Amir-Abdollahian", "Amirabdollahian"),
    ],
)
def test_one_family_name_in_two_spellings(first: str, second: str) -> None:
    one, other = person_name(first).family, person_name(second).family
    assert family_likeness(one, other) > 0.79
    assert family_likeness(one, other) == family_likeness(other, one)
    assert consonants(one) == consonants(other)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ross", "Rose"), ("Bush", "Busch"), ("Kim", "Kam"), ("Martin", "Morton"), ("Lind", "Lund")],
)
def test_family_names_that_are_two(first: str, second: str) -> None:
    assert family_likeness(folded(first), folded(second)) == 0.0


@pytest.mark.parametrize(
    ("name", "party", "parts"),
    [
        ("Kim Jong-un", "North Korea", PersonName(("jongun",), "kim")),
        ("Kim Jong Un", None, PersonName(("jongun",), "kim")),
        ("Jae-in Moon", "South Korea", PersonName(("jaein",), "moon")),
        ("Ban Ki-moon", None, PersonName(("kimoon",), "ban")),
        ("Ursula von der Leyen", None, PersonName(("ursula",), "leyen")),
        ("George H.W. Bush", "United States", PersonName(("george", "h", "w"), "bush")),
        ("JD Vance", None, PersonName(("j", "d"), "vance")),
        ("Martin King Jr.", None, PersonName(("martin",), "king", "jr")),
        ("Reyes", None, PersonName((), "reyes")),
        ("José Núñez", None, PersonName(("jose",), "nunez")),
    ],
)
def test_the_parts_of_a_name(name: str, party: str | None, parts: PersonName) -> None:
    assert person_name(name, party) == parts


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("mike", "michael", True),
        ("m", "michael", True),
        ("volodymyr", "vladimir", True),
        ("sergei", "sergey", True),
        ("michael", "robert", False),
        ("m", "robert", False),
    ],
)
def test_given_names(first: str, second: str, one: bool) -> None:
    assert (given_likeness((first,), (second,)) > 0.85) == one


def test_middle_names_that_do_not_fit_are_two_people() -> None:
    assert given_likeness(("george", "h", "w"), ("george", "w")) == 0.0
    assert given_likeness(("george", "w"), ("george",)) > 0.9
    assert given_likeness(("mohammad", "javad"), ("javad",)) > 0.85


@given(st.text(max_size=40), st.sampled_from([None, "China", "Ukraine"]))
def test_any_text_has_parts(words: str, party: str | None) -> None:
    parts = person_name(words, party)
    assert parts.family or not folded(words).replace(" ", "")
    assert family_likeness(parts.family, parts.family) == 1.0
