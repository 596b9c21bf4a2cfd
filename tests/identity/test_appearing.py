"""Who and what appears in one report."""

import pytest

from parley.identity.appearing import appearances
from parley.identity.forms import FormKind
from parley.identity.offices import bearer, office_of, office_phrase
from parley.model import Encounter, EncounterStatus, Mention, Source, Span, Speech, Statement

HERE = (Span(0, 5),)


def mention(name: str, kind: str = "person", role: str | None = None, of: str | None = None) -> Mention:
    return Mention(HERE, 0.9, "test", name, kind, role, of)


def said(name: str, party: str | None = None) -> Statement:
    return Statement(HERE, 0.9, "test", Speech.INDIRECT, Source(name, HERE[0], None, party), None, HERE)


def test_a_capital_that_speaks_is_its_government_and_one_that_is_named_a_place() -> None:
    found = appearances([mention("Moscow", "place"), said("Moscow", "Russia")], "2025-03-17")
    assert {one.form.kind for one in found} == {FormKind.PLACE, FormKind.COUNTRY}
    assert {one.said for one in found if one.form.kind is FormKind.COUNTRY} == {1}


def test_an_office_means_its_holder_on_that_day() -> None:
    [then] = appearances([said("Ukraine’s president")], "2016-05-01")
    [now] = appearances([said("the Ukrainian president")], "2022-05-01")
    assert (then.form.name, now.form.name) == ("petro poroshenko", "volodymyr zelensky")
    assert then.by_office and now.by_office


def test_an_office_nobody_is_known_to_hold_stands_for_itself() -> None:
    [found] = appearances([said("Iceland’s foreign minister")], "2022-05-01")
    assert found.form.kind is FormKind.OFFICE
    assert found.form.key == "office|foreign minister|Iceland|2022-05"


def test_pronouns_and_officials_without_a_name_are_nobody() -> None:
    assert appearances([said("they"), said("a White House official", "United States")], None) == ()


def test_who_takes_part_and_speaks_is_who_is_named() -> None:
    met = Encounter(HERE, 0.9, "test", "call", ("Marta Reyes", "Iran"), EncounterStatus.HELD)
    found = appearances([mention("Marta Reyes", role="trade minister"), met, said("Marta Reyes")], None)
    assert [(one.name, one.said) for one in found] == [("Marta Reyes", 1), ("Iran", 0)]


def test_a_name_that_rulings_keep_apart_is_another_form() -> None:
    [found] = appearances([mention("Anna Keller")], None, {"anna keller": "r1"})
    assert found.form.apart == "r1"


@pytest.mark.parametrize(
    ("role", "office", "past"),
    [
        ("Ukrainian President", "president", False),
        ("former U.S. Secretary of State", "secretary of state", True),
        ("Deputy Foreign Minister", "deputy foreign minister", False),
        ("the Kremlin’s spokesman", "spokesman", False),
        ("spokesman for the president", "spokesman", False),
        ("premier", "prime minister", False),
        ("vice president", "vice president", False),
    ],
)
def test_what_a_role_comes_to(role: str, office: str, past: bool) -> None:
    found = office_of(role)
    assert found is not None
    assert (found.name, found.past) == (office, past)


@pytest.mark.parametrize("words", ["a White House official", "officials", "the union’s president of honour"])
def test_what_is_no_office_alone(words: str) -> None:
    assert office_phrase(words, None) is None


def test_the_records_own_reports_say_who_holds_an_office() -> None:
    held = {"lind": ["2024-01", "2024-03"], "okoro": ["2025-06"]}
    blocks = {"lind": "l", "okoro": "o"}
    assert bearer("2024-05", held, blocks) == "lind"
    assert bearer("2025-05", held, blocks) == "okoro"
    assert bearer("2030-01", held, blocks) is None
    assert bearer("2024-03", {"lind": ["2024-03"], "okoro": ["2024-03"]}, blocks) is None
