"""Countries, capitals, seats and organisations as data."""

import pytest

from parley.vocabulary.geography import Form, countries, country_named, naming, namings, organisations


@pytest.mark.parametrize(
    ("words", "party", "form"),
    [
        ("the U.S.", "United States", Form.NAME),
        ("Washington", "United States", Form.CAPITAL),
        ("American", "United States", Form.ADJECTIVE),
        ("Saudis", "Saudi Arabia", Form.PEOPLE),
        ("Kiev", "Ukraine", Form.CAPITAL),
        ("Kremlin", "Russia", Form.SEAT),
        ("Brussels", "European Union", Form.SEAT),
        ("EU", "European Union", Form.NAME),
        ("G77", "G-77", Form.NAME),
        ("GENEVA", None, None),
        ("us", None, None),
        ("polish", None, None),
    ],
)
def test_what_a_word_stands_for(words: str, party: str | None, form: Form | None) -> None:
    found = naming(words)
    assert (found.party if found else None, found.form if found else None) == (party, form)


def test_every_country_is_found_by_all_its_words() -> None:
    assert len(countries()) > 195
    for country in countries():
        assert country_named(country.name) == country
        for alias in country.aliases:
            assert country_named(alias) == country


def test_no_name_or_code_is_given_twice() -> None:
    names = [country.name for country in countries()] + [one.name for one in organisations()]
    assert len(names) == len(set(names))
    codes = [country.iso for country in countries() if country.iso]
    assert len(codes) == len(set(codes))


def test_every_seat_speaks_for_a_party_the_vocabulary_knows() -> None:
    parties = {country.name for country in countries()} | {one.name for one in organisations()}
    assert {one.party for one in namings().values()} <= parties
