"""Who a report names: fullest names, roles, affiliations, kinds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.findings.people import Kind, build_cast, mentions
from parley.model import Furniture, Report, Span
from stories import story


def member(text: str, name: str, names: dict[str, str]):
    cast = build_cast(*story(text, names))
    found = cast.named(name)
    assert found is not None, [one.name for one in cast.members]
    return found


@pytest.mark.parametrize(
    ("text", "ents", "name", "role", "affiliation"),
    [
        (
            "President Amara N. Diallo of Senegal left.",
            {"Amara N. Diallo": "PERSON"},
            "Amara Diallo",
            "President of Senegal",
            "Senegal",
        ),
        (
            "Norwegian Foreign Minister Ida Berg spoke.",
            {"Ida Berg": "PERSON"},
            "Ida Berg",
            "Norwegian Foreign Minister",
            "Norway",
        ),
        (
            "Norwegian Foreign Minister Ida Berg spoke.",
            {"Norwegian Foreign Minister Ida Berg": "PERSON"},
            "Ida Berg",
            "Norwegian Foreign Minister",
            "Norway",
        ),
        (
            "Ida Berg, the head of the Norwegian Parliament's committee on trade, spoke.",
            {"Ida Berg": "PERSON"},
            "Ida Berg",
            "head of the Norwegian Parliament's committee on trade",
            "Norway",
        ),
        (
            "The governor of the northern Savo region, Aino Laine, spoke.",
            {"Aino Laine": "PERSON", "Savo": "GPE"},
            "Aino Laine",
            "governor of the northern Savo region",
            "Savo region",
        ),
        (
            "Omar Haddad, who serves as the Jordanian king's envoy, spoke.",
            {"Omar Haddad": "PERSON"},
            "Omar Haddad",
            "Jordanian king's envoy",
            "Jordan",
        ),
        (
            "Lea Maron, who heads the Harbour Workers Union, spoke.",
            {"Lea Maron": "PERSON", "Harbour Workers Union": "ORG"},
            "Lea Maron",
            "heads the Harbour Workers Union",
            "Harbour Workers Union",
        ),
        (
            "Paul Tessier, the French ambassador to Chad, spoke.",
            {"Paul Tessier": "PERSON"},
            "Paul Tessier",
            "French ambassador to Chad",
            "France",
        ),
        ("Kremlin aide Ivan Orlov spoke.", {"Ivan Orlov": "PERSON"}, "Ivan Orlov", "Kremlin aide", "Russia"),
        ("Sen. Dana Whitfield spoke.", {"Dana Whitfield": "PERSON"}, "Dana Whitfield", "Sen.", None),
    ],
)
def test_a_person_has_the_role_and_affiliation_the_report_gives(text, ents, name, role, affiliation) -> None:
    found = member(text, name, ents)
    assert (found.kind, found.role, found.affiliation) == (Kind.PERSON, role, affiliation)


def test_short_names_belong_to_the_fullest_one() -> None:
    text = "Ana Ruiz met Joris de Wit. Ms. Ruiz left. De Wit stayed; Ruiz's aide and Mr. de Wit spoke."
    cast = build_cast(*story(text, {"Ana Ruiz": "PERSON", "Joris de Wit": "PERSON", "De Wit": "PERSON"}))
    assert [one.of(text) for one in cast.named("Ana Ruiz").mentions] == ["Ana Ruiz", "Ruiz", "Ruiz"]
    assert [one.of(text) for one in cast.named("Joris de Wit").mentions] == [
        "Joris de Wit",
        "De Wit",
        "de Wit",
    ]


def test_spellings_of_one_name_are_one_person_and_two_namesakes_are_two() -> None:
    text = "Oleksiy Bondarenko left. Anna Bondarenko spoke. Mr. Bondarenko wrote. Oleksii Bondarenko met her."
    names = dict.fromkeys(
        ["Oleksiy Bondarenko", "Anna Bondarenko", "Oleksii Bondarenko", "Bondarenko"], "PERSON"
    )
    people = [one for one in build_cast(*story(text, names)).members if one.kind is Kind.PERSON]
    assert [len(one.mentions) for one in people] == [3, 1]
    assert people[1].name == "Anna Bondarenko"


def test_a_family_name_that_comes_first_is_recognised() -> None:
    text = "Chinese Vice Minister Shen Guowei spoke. Shen left."
    found = member(text, "Shen Guowei", {"Shen Guowei": "PERSON"})
    assert [one.of(text) for one in found.mentions] == ["Shen Guowei", "Shen"]


def test_names_the_engine_cut_are_mended() -> None:
    text = "The Norwegian Fisheries Agency left for Saudi Arabia. Mrs. Osei left."
    names = {"Saudi": "LOC", "Arabia": "LOC", "Agency": "ORG"}
    found = {(one.name, one.kind) for one in build_cast(*story(text, names)).members}
    assert ("Saudi Arabia", Kind.COUNTRY) in found
    assert ("Fisheries Agency", Kind.ORGANISATION) in found
    assert ("Osei", Kind.PERSON) in found


def test_an_acronym_and_its_full_name_are_one_body() -> None:
    text = "The Lake Basin Council (LBC) met. The LBC said it left."
    found = member(text, "Lake Basin Council", {"Lake Basin Council": "ORG", "LBC": "ORG"})
    assert len(found.mentions) == 3


def test_countries_go_by_one_name_and_capitals_stay_places() -> None:
    text = "The U.S. and the UK met in Nairobi. America and Britain left."
    cast = build_cast(*story(text))
    kinds = {one.name: (one.kind, len(one.mentions)) for one in cast.members}
    assert kinds == {
        "United States": (Kind.COUNTRY, 2),
        "Britain": (Kind.COUNTRY, 2),
        "Nairobi": (Kind.PLACE, 1),
    }


def test_furniture_and_thanks_to_colleagues_name_nobody() -> None:
    text = "By Carla Voss\n\nAna Ruiz left. Peter Holm contributed reporting."
    doc, _ = story(text, dict.fromkeys(["Carla Voss", "Ana Ruiz", "Peter Holm"], "PERSON"))
    report = Report(text, furniture=(Furniture(Span(0, 13), "byline"),))
    assert [one.name for one in build_cast(doc, report).members] == ["Ana Ruiz"]


def test_mentions_cite_every_place_and_the_role() -> None:
    text = "Kenyan Foreign Minister Wanjiru Otieno left. Otieno spoke in Nairobi."
    found = mentions(build_cast(*story(text, {"Wanjiru Otieno": "PERSON"})))
    person = next(one for one in found if one.kind == "person")
    assert (person.name, person.role, person.affiliation) == (
        "Wanjiru Otieno",
        "Kenyan Foreign Minister",
        "Kenya",
    )
    assert [one.of(text) for one in person.evidence] == ["Wanjiru Otieno", "Otieno"]


WORDS = st.lists(
    st.sampled_from(
        [
            "Ana Ruiz",
            "Mr.",
            "President",
            "the",
            "Kremlin",
            "of",
            "Chad",
            ",",
            "who",
            "heads",
            "his",
            "U.S.",
            "-",
            "'s",
            "said",
            "“",
            "”",
            ".",
            "\n\n",
            "officials",
            "and",
            "it",
            "(",
            ")",
            "Ruiz",
            "spokesman",
            "de",
            "Secretary",
        ]
    ),
    max_size=30,
)


@settings(deadline=None, max_examples=40)
@given(WORDS)
def test_any_word_salad_gives_a_cast_whose_mentions_are_its_words(words: list[str]) -> None:
    text = " ".join(words) or "x"
    doc, report = story(text, {"Ana Ruiz": "PERSON", "Ruiz": "PERSON"})
    cast = build_cast(doc, report)
    for one in mentions(cast):
        assert all(span.of(text).strip() for span in one.evidence)
    for token in doc:
        if not token.is_space:
            assert cast.resolve(Span(token.idx, token.idx + len(token))).name
