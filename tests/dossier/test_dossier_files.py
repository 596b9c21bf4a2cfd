"""Dossiers: read, refused with file and line, made, added to without a letter lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.dossier import (
    BadDossier,
    Dossier,
    NoDossier,
    Party,
    Person,
    dossier_of,
    load_dossier,
    new_dossier,
)
from parley.dossier.writing import Addition, lacking, with_additions, write_additions

TEXT = """\
# Our notes on the strike.
name = "rail"
title = "Rail pay"

[[parties]]
name = "Drivers’ Union"   # since May
aliases = ["the union", "DU"]
kind = "union"

[[people]]
name = "Asta Lind"
party = "DU"

# What is on the table
[[proposals]]
name = "the four-day week"
proposed_by = "Drivers’ Union"

[[sites]]
name = "North Depot"
latitude = 59.9
longitude = 10

[[feeds]]
url = "https://ledger.example/rss"
outlet = "Northern Ledger"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARLEY_DOSSIERS", str(tmp_path / "dossiers"))
    return tmp_path / "dossiers"


def test_what_a_dossier_says() -> None:
    dossier = dossier_of(TEXT)
    assert (dossier.name, dossier.title) == ("rail", "Rail pay")
    assert dossier.parties == (Party("Drivers’ Union", ("the union", "DU"), "union"),)
    assert dossier.people == (Person("Asta Lind", (), None, "DU"),)
    assert (dossier.sites[0].latitude, dossier.sites[0].longitude) == (59.9, 10.0)
    assert dossier.feeds[0].outlet == "Northern Ledger"
    assert dossier_of("") == Dossier("the dossier")


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ('title = "Rail pay"', "title = 7", 3, "title must be words"),
        ('title = "Rail pay"', "title = ", 3, "Invalid value"),
        ("[[parties]]", "[[partys]]", 5, "did you mean “parties”?"),
        ("[[parties]]", "[parties]", 5, "double brackets"),
        ('kind = "union"', 'kind = "state"', 8, "country, organisation, group, union"),
        ('aliases = ["the union", "DU"]', 'aliases = "DU"', 7, "must be a list"),
        ('aliases = ["the union", "DU"]', 'alias = ["DU"]', 7, "did you mean “aliases”?"),
        ('party = "DU"', 'party = "Drivers"', 12, "There is no party “Drivers”"),
        ('proposed_by = "Drivers’ Union"', 'proposed_by = "Nobody"', 17, "Or add it under [[parties]]"),
        ('name = "Asta Lind"\n', "", 10, "needs a name"),
        ("latitude = 59.9", "latitude = 95", 21, "degrees from -90 to 90"),
        ("longitude = 10", 'longitude = "east"', 22, "degrees from -180 to 180"),
        ('url = "https://ledger.example/rss"', 'url = "ledger.example"', 25, "begin it with https://"),
        ("[[sites]]\n", '[[sites]]\nname = "North depot"\n[[sites]]\n', 21, "is there already"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, before: str, after: str, line: int, words: str
) -> None:
    assert before in TEXT
    path = tmp_path / "rail.toml"
    path.write_text(TEXT.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(BadDossier) as caught:
        load_dossier(str(path))
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "rail.toml"
    path.write_bytes(b'name = "a"\ntitle = "\xff"\n')
    with pytest.raises(BadDossier, match=r"line 2: It is not UTF-8"):
        load_dossier(str(path))


@given(st.text(max_size=200))
def test_any_text_is_a_dossier_or_refused_in_a_sentence(text: str) -> None:
    try:
        dossier_of(text)
    except BadDossier as error:
        assert "\n" not in str(error)


def test_a_new_dossier_is_valid_explained_and_never_written_over(folder: Path) -> None:
    path = new_dossier("rail")
    assert path == folder / "rail.toml"
    assert load_dossier("rail") == Dossier("rail")
    text = path.read_text(encoding="utf-8")
    for table in ("parties", "people", "issues", "proposals", "sites", "feeds", "outlets"):
        assert f"# [[{table}]]" in text
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(NoDossier, match="is there already"):
        new_dossier("rail")
    assert path.read_text(encoding="utf-8") == TEXT


def test_the_examples_of_the_template_are_valid(folder: Path) -> None:
    lines = new_dossier("rail").read_text(encoding="utf-8").split("\n")
    keys = [line[2:] for line in lines if line.startswith("# [") or (line.startswith("# ") and " = " in line)]
    dossier = dossier_of("\n".join(keys))
    assert dossier.people[0].party == dossier.parties[0].name == "Kardeva"


def test_a_dossier_that_is_not_there(folder: Path) -> None:
    new_dossier("rail")
    with pytest.raises(NoDossier, match=r"parley open road.*There are: rail\."):
        load_dossier("road")
    with pytest.raises(NoDossier, match="no name for a dossier"):
        load_dossier("..")


FOUND = [
    Addition("parties", "Rail Operators", {"kind": "organisation"}, "12 findings"),
    Addition("parties", "du", {"kind": "group"}, "9 findings"),
    Addition("people", "Asta Lind", {"role": "general secretary", "party": "Rail Operators"}, "4 statements"),
    Addition("people", "Jo “Red” O'Hare \\", {"role": 'said "no"'}, "2 statements"),
    Addition("outlets", "Northern Ledger", {"host": "ledger.example"}, "3 reports"),
    Addition("feeds", "https://ledger.example/rss", {}, "followed before"),
]


def test_only_what_is_lacking_is_added_and_nothing_is_lost() -> None:
    wanted = lacking(dossier_of(TEXT), FOUND)
    assert [(one.table, one.name, dict(one.values), one.fills) for one in wanted] == [
        ("parties", "Rail Operators", {"kind": "organisation"}, False),
        ("people", "Asta Lind", {"role": "general secretary"}, True),
        ("people", "Jo “Red” O'Hare \\", {"role": 'said "no"'}, False),
        ("outlets", "Northern Ledger", {"host": "ledger.example"}, False),
    ]
    text = with_additions(TEXT, wanted)
    kept = iter(text.split("\n"))
    assert all(line in kept for line in TEXT.rstrip("\n").split("\n"))
    dossier = dossier_of(text)
    assert [party.name for party in dossier.parties] == ["Drivers’ Union", "Rail Operators"]
    assert dossier.people[0] == Person("Asta Lind", (), "general secretary", "DU")
    assert dossier.people[1].name == "Jo “Red” O'Hare \\"
    assert lacking(dossier, FOUND) == []


def test_entries_go_under_the_head_they_belong_to(folder: Path) -> None:
    path = new_dossier("rail")
    template = path.read_text(encoding="utf-8")
    write_additions(path, lacking(Dossier(""), FOUND))
    text = path.read_text(encoding="utf-8")
    places = [text.index(f"\n[[{table}]]") for table in ("parties", "people", "feeds", "outlets")]
    heads = [text.index(f"- {table}") for table in ("people", "issues", "outlets")]
    assert places[0] < heads[0] < places[1] < heads[1] < places[2] < heads[2] < places[3]
    kept = iter(text.split("\n"))
    assert all(line in kept for line in template.rstrip("\n").split("\n"))
    assert [left.name for left in path.parent.iterdir()] == ["rail.toml"]


def test_line_ends_and_marks_of_windows_stay(folder: Path) -> None:
    path = new_dossier("rail")
    path.write_bytes(("\ufeff" + TEXT.replace("\n", "\r\n")).encode("utf-8"))
    write_additions(path, lacking(load_dossier("rail"), FOUND))
    after = path.read_bytes().decode("utf-8")
    assert after.startswith("\ufeff#") and after.count("\n") == after.count("\r\n")
    assert len(load_dossier("rail").people) == 2


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(str.strip)


@given(st.lists(NAMES, max_size=6, unique_by=lambda name: " ".join(name.split()).casefold()))
def test_any_name_can_be_added(names: list[str]) -> None:
    found = [Addition("people", " ".join(name.split()), {}, "why") for name in names]
    known = dossier_of(TEXT)
    after = dossier_of(with_additions(TEXT, lacking(known, found)))
    assert {person.name for person in after.people} >= {
        addition.name for addition in found if addition.name != "Asta Lind"
    }
