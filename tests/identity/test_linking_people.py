"""Which names are one person, which are two, and which are for people to decide."""

from itertools import permutations

import pytest

from parley.identity.clustering import Ruled, groups
from parley.identity.forms import FormKind, person_form, thing_form
from parley.identity.linking import Known


def person(name: str, party: str | None = None, reports: int = 1, **roles: int) -> Known:
    form = person_form(name, party)
    assert form is not None
    features = {f"role:{role.replace('_', ' ')}": count for role, count in roles.items()}
    return Known(form, {"reports": reports, f"spelling:{name}": reports, **features})


def body(name: str, party: str | None = None, kind: str = "organisation") -> Known:
    form = thing_form(name, kind, party)
    assert form is not None
    return Known(form, {"reports": 1, f"spelling:{name}": 1})


def told_apart(*known: Known, rulings: tuple[Ruled, ...] = ()) -> set[frozenset[str]]:
    """The groups, each as the spellings in it; the same in whatever order the forms come."""
    every = [spelt for one in known for spelt in one.spellings()]
    shared = {spelt for spelt in every if every.count(spelt) > 1}
    results = {
        frozenset(
            frozenset(
                spelt if spelt not in shared else f"{spelt} ({member.known.form.party})"
                for member in group.members
                for spelt in member.known.spellings()
            )
            for group in groups(order, rulings)[0]
        )
        for order in permutations(known)
    }
    assert len(results) == 1
    return set(results.pop())


def test_spellings_family_names_and_nicknames_of_one_person_come_together() -> None:
    together = told_apart(
        person("Volodymyr Zelensky", "Ukraine", 3),
        person("Vladimir Zelenskiy", "Ukraine"),
        person("Zelenskyy", "Ukraine", 2),
    )
    assert together == {frozenset({"Volodymyr Zelensky", "Vladimir Zelenskiy", "Zelenskyy"})}


def test_father_and_son_stay_two_and_the_shorter_name_is_nobodys() -> None:
    apart = told_apart(
        person("George H.W. Bush", "United States"),
        person("George W. Bush", "United States"),
        person("George Bush", "United States"),
    )
    assert len(apart) == 3
    found = groups(
        [
            person("George H.W. Bush", "United States"),
            person("George W. Bush", "United States"),
            person("George Bush", "United States"),
        ]
    )[1]
    assert {one.second for one in found} == {"person|george bush|United States|"}
    assert len(found) == 2


def test_the_younger_is_not_taken_for_the_elder() -> None:
    first, second = person("Tom Adeyemi", "Nigeria", 3), person("Tom Adeyemi Jr.")
    assert len(told_apart(first, second)) == 2
    assert len(groups([first, second])[1]) == 1


def test_two_of_one_family_name_are_told_apart_by_what_they_do() -> None:
    apart = told_apart(
        person("Kim Jong Un", "North Korea", 3, leader=2),
        person("Kim Yong Chol", "North Korea", 3, envoy=1),
        person("Kim", "North Korea", 1, leader=1),
    )
    assert apart == {frozenset({"Kim Jong Un", "Kim"}), frozenset({"Kim Yong Chol"})}


def test_a_family_name_of_another_country_is_another_person() -> None:
    assert len(told_apart(person("Moon Jae-in", "South Korea"), person("Moon", "United States"))) == 2


def test_the_same_full_name_of_two_countries_is_for_people_to_decide() -> None:
    first, second = person("Anna Keller", "Germany", 2), person("Anna Keller", "Austria", 2)
    assert len(told_apart(first, second)) == 2
    [suggested] = groups([first, second])[1]
    assert 0.4 < suggested.score < 0.75
    assert "but of Austria and Germany" in suggested.reasons


def test_a_name_that_many_bear_is_two_people_where_body_and_office_are_others() -> None:
    first, second = (
        person("James Smith", "the dockers' union", leader=1),
        person("James Smith", "Barclays", economist=1),
    )
    assert len(told_apart(first, second)) == 2
    [suggested] = groups([first, second])[1]
    assert suggested.reasons[-1].endswith("in other offices")
    of_a_state = person("James Smith", "United Nations", spokesman=1)
    assert len(told_apart(first, of_a_state)) == 2
    # Of one body, of one office, or of none: one.
    assert len(told_apart(first, person("James Smith", "Harrow dockers' union", chairman=1))) == 1
    assert len(told_apart(first, person("James Smith", "the strikers", leader=1))) == 1
    assert len(told_apart(first, person("James Smith"))) == 1
    assert len(told_apart(first, second, person("James Smith"))) == 3
    # A rare name has one bearer, whatever he does.
    rare = (
        person("Jon Etxeberria", "the dockers' union", leader=1),
        person("Jon Etxeberria", "Barclays", economist=1),
    )
    assert len({one.form for one in rare}) == 1


def test_a_rare_family_name_alone_is_its_only_bearers_and_a_common_one_nobodys() -> None:
    assert len(told_apart(person("Pilar Etxeberria", "Spain"), person("Etxeberria"))) == 1
    assert len(told_apart(person("Pilar Garcia", "Spain"), person("Garcia"))) == 2
    two = (person("Pilar Etxeberria", "Spain"), person("Jon Etxeberria", "Spain"), person("Etxeberria"))
    assert len(told_apart(*two)) == 3


def test_people_decide() -> None:
    first, second = person("Anna Keller", "Germany"), person("Anna Keller", "Austria")
    other = person("A. Köhler", "Austria")
    merged = (Ruled("anna keller", "a kohler", True),)
    assert len(told_apart(first, second)) == 2
    assert frozenset({"Anna Keller", "A. Köhler"}) in told_apart(second, other, rulings=merged)
    split = (*merged, Ruled("a kohler", "anna keller", False))
    assert len(told_apart(second, other, rulings=split)) == 2


def test_bodies() -> None:
    assert len(told_apart(body("International Energy Forum"), body("IEF"))) == 1
    assert told_apart(body("the IAEA"), body("International Atomic Energy Agency")) == {
        frozenset({"the IAEA", "International Atomic Energy Agency"})
    }
    assert len(told_apart(body("Russian Foreign Ministry"), body("Foreign Ministry", "Iran"))) == 2
    assert len(told_apart(body("U.N. Security Council"), body("Security Council"))) == 1


@pytest.mark.parametrize(
    ("name", "kind", "is_a"),
    [
        ("Washington", "place", FormKind.PLACE),
        ("Washington Post", "organisation", FormKind.BODY),
        ("Iranians", "group", FormKind.COUNTRY),
        ("Iran", "country", FormKind.COUNTRY),
        ("the Kremlin", "organisation", FormKind.BODY),
    ],
)
def test_what_a_word_is_a_name_of(name: str, kind: str, is_a: FormKind) -> None:
    form = thing_form(name, kind)
    assert form is not None
    assert form.kind is is_a
