"""Whose people and bodies are where their own words do not say it."""

from __future__ import annotations

import pytest

import parley
from parley.model import Statement


def _said(text: str) -> list[tuple[str, str | None]]:
    """Source and party of each statement, in text order."""
    found = parley.read(text, published="2022-07-20").findings
    sources = [one.source for one in found if isinstance(one, Statement) and one.source is not None]
    return [(source.name, source.on_behalf_of) for source in sources]


_UNION = "National Union of Dockers of Kenya"


def test_a_short_name_in_brackets_is_joined_to_the_full_one() -> None:
    said = _said(
        f"The {_UNION} (Nudok) said on Monday that it rejects the offer. Nudok spokesperson Ida Lund said "
        'the union wants talks. "We will not sign," she said. The union said its committee would meet.'
    )
    assert said == [(f"the {_UNION}", _UNION), *[("Ida Lund", _UNION)] * 2, (f"the {_UNION}", _UNION)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Myanmar's Hill Unity Government (HUG), a shadow administration, condemned the killings.",
            "Hill Unity Government",
        ),
        ("Peru's Fisheries Ministry (PFM) condemned the killings.", "Peru"),
        (
            "The Coastal People's Party (PPC) said it would vote no. The PPC said it was sure.",
            "Coastal People's Party",
        ),
        ("South African Airways said the strike was illegal.", "South African Airways"),
        ("Kenya Airways said the strike was illegal.", "Kenya Airways"),
        ("The Royal Air Force of Oman said talks would go on.", "Oman"),
        ("The South Korean government said talks would go on.", "South Korea"),
    ],
)
def test_a_body_is_its_own_or_its_states(text: str, party: str) -> None:
    assert {behalf for _, behalf in _said(text)} == {party}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            'The U.S. State Department said the talks went well. "We brought it," spokeswoman Ida Lund said.',
            "United States",
        ),
        ("Denmark's Ida Lund, a deputy foreign minister, stressed that talks must go on.", "Denmark"),
        (
            "Carolyn Roe, director-general of the country's biggest business lobby, the Confederation of "
            "Norwegian Industry, said the plan was good.",
            "Confederation of Norwegian Industry",
        ),
        ("Spokesperson for the Port of Oslo, Ida Lund said it was looking into it.", "Port of Oslo"),
        (
            "The prime minister's spokesman James Slack said talks would go on. Britain is ready. Britain "
            "wants a deal. Britain will wait.",
            "Britain",
        ),
        ("The dockers' union was told on Monday. A clerk's spokesman Ida Lund said no.", None),
    ],
)
def test_whose_somebody_is_stands_beside(text: str, party: str | None) -> None:
    assert _said(text)[-1][1] == party


def test_a_spokesman_after_a_person_of_another_side_is_left_alone() -> None:
    said = _said(
        "General Motors said the plant would close. Ida Lund, a nurse, said it was a shame. "
        '"We are sad," spokeswoman Ana Vega said.'
    )
    assert said[-1] == ("Ana Vega", None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chairman and CEO Ida Lund said the company wants a deal.", "Ida Lund"),
        ('"We hope so," said Per Dahl, Kenya Airways CEO and Group Managing Director.', "Per Dahl"),
        ("The President of the Republic Pedro Mora affirmed that the hospital opened.", "Pedro Mora"),
        ("Ida Lund and her minister said the plan was dead.", "Ida Lund and her minister"),
        ("Ida Lund and finance minister Per Dahl said the plan was dead.", "Ida Lund and Per Dahl"),
        ("Peru's promise to leave was repeated. Chad’s call for calm was heard.", "Chad"),
        ("H.E. Dr. Omar Vega, the minister, said yes.", "Omar Vega"),
    ],
)
def test_several_offices_are_one_persons(text: str, name: str) -> None:
    assert name in {source for source, _ in _said(text)}


def test_a_wife_is_not_taken_for_her_husband() -> None:
    said = _said(
        "First Lady Ida Lund said she hopes for peace. President Lund rejected the offer. "
        "The First Lady said women wanted the truce."
    )
    assert [name for name, _ in said] == ["Ida Lund", "Lund", "Ida Lund"]


def test_these_officials_are_those_before() -> None:
    said = _said(
        "Two Peruvian officials familiar with the talks told reporters it was over. "
        "These officials said they had no hope."
    )
    assert said == [("Two Peruvian officials familiar with the talks", "Peru")] * 2


def test_the_north_is_a_land_where_it_is_named() -> None:
    assert _said("North Korea said the talks failed. The North rejected the plan.")[-1][1] == "North Korea"
    assert "North Korea" not in {party for _, party in _said("Peru was calm. The North rejected the plan.")}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The Panamanian Chamber of Fishing (Capac) was heard. In a statement, Capac said it understands.",
            "the Panamanian Chamber of Fishing",
        ),
        (
            "Norwegian Chamber of Commerce (NCC) Chairman Antonio Vega explained that talks were held.",
            "Antonio Vega",
        ),
        ("Ruiz’s advocate, Carla Vega, SC, told the judges that the president was helping.", "Carla Vega"),
        ("Zoleka Vega has chosen to speak for the poor. The author says she aims to help.", "Zoleka Vega"),
        ("Ida Lund met Ana Vega. The activist said it was a matter of honour.", "the activist"),
        ('The ANC was pleased. "It is crucial," said the party.', "the ANC"),
    ],
)
def test_who_is_meant(text: str, source: str) -> None:
    assert source in {name for name, _ in _said(text)}


def test_a_body_goes_before_its_department() -> None:
    said = _said("Esteban Vega, Land Control chief at the Migrations Board, explained that it was late.")
    assert said == [("Esteban Vega", "Migrations Board")]


def test_a_country_is_not_taken_for_its_minister() -> None:
    said = _said(
        "Norway, whose Foreign Minister Ida Lund is among those pushing for talks, urged Peru to wait."
    )
    assert said[0][0] == "Norway"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "U.S. officials are approaching the proposal with caution. They cite concerns about stalling.",
            ("U.S. officials", "United States"),
        ),
        (
            "President Bashar Assad met envoys. The Assad government said it welcomed the plan.",
            ("the Assad government", "Syria"),
        ),
        (
            "The United States was silent. A senior administration official called it a wise decision.",
            ("a senior administration official", "United States"),
        ),
        (
            "A senior administration official called it a wise decision.",
            ("a senior administration official", None),
        ),
        (
            "Coastal Cape police spokesperson, Brigadier Tembi Lund said four men were held.",
            ("Tembi Lund", "Coastal Cape"),
        ),
        ("Both sides accused the other of lying.", ("both sides", None)),
        (
            'A statement issued online by the Public Authority for Rescue (PAR) said: "We are well." '
            '"It is late," the statement added.',
            ("the Public Authority for Rescue", "Public Authority for Rescue"),
        ),
        ("Peru‘s deputy foreign minister, Ida Lund, warned that talks might end.", ("Ida Lund", "Peru")),
        (
            "Trump’s departure from Washington comes at a time of pressure, and he is keen to show progress.",
            ("Trump", "United States"),
        ),
    ],
)
def test_people_told_of_in_passing(text: str, said: tuple[str, str | None]) -> None:
    assert _said(text)[-1] == said


def test_the_king_is_the_king_and_not_the_prince_beside_him() -> None:
    said = _said(
        "King Per of Norway met envoys on Sunday. At the palace, with Crown Prince Ola, The King said the "
        "truce must hold."
    )
    assert said[-1][0] == "Per"


def test_a_name_that_looks_like_a_pronoun_is_kept_whole() -> None:
    said = _said("Trump and Chinese Vice Premier Liu He said they would press on with the talks.")
    assert said == [("Trump and Liu He", "United States; China")]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("KUWAIT: His Highness the Amir Sheikh Nawaf Roe said he will dissolve the house.", "Kuwait"),
        (
            "LIMA, April 11 - Envoys met. The delegation's leader, Ida Lund, told reporters it was over.",
            "Peru",
        ),
        (
            "HANOI (Reuters) - North Korea and the United States held talks. North Korea wants a deal. "
            "Foreign Minister Ri Yong Roe said the talks had failed. North Korea left.",
            "North Korea",
        ),
        ("LIMA, April 11 - The club met. Club president Ida Lund said it was over.", None),
    ],
)
def test_an_office_of_state_is_of_the_country_written_from(text: str, party: str | None) -> None:
    assert _said(text)[-1][1] == party


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kyiv and its Western allies said it was a trick.", ("Kyiv and its Western allies", "Ukraine")),
        (
            "Donald Tusk and others argued that the delay would help.",
            ("Donald Tusk and others", "European Union"),
        ),
        (
            "Israeli Prime Minister Benjamin Lund met envoys. Lund's office said it was over.",
            ("Benjamin Lund's office", "Israel"),
        ),
        (
            "American Motors Corp, AMC, said no. AMC spokesman Lloyd Lund said the plant would close.",
            ("Lloyd Lund", "American Motors Corp"),
        ),
        ("Gaza's Hamas-run health ministry said dozens died.", ("Gaza's Hamas-run health ministry", "Hamas")),
        (
            "The Namibia Employers' Federation (NEF) said no.",
            ("the Namibia Employers' Federation", "Namibia Employers' Federation"),
        ),
        ("A senior Western diplomat said the talks were over.", ("a senior Western diplomat", None)),
    ],
)
def test_companions_offices_and_short_names(text: str, said: tuple[str, str | None]) -> None:
    assert _said(text)[-1] == said


def test_the_head_of_a_committee_is_not_the_president() -> None:
    said = _said(
        "U.S. President Donald Trump met aides. The head of the U.S. House of Representatives Ways and Means "
        "Committee said the plan was dead."
    )
    assert said[-1][0].startswith("the head of")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "U.S. President Donald Trump cautioned that he was in no rush as long as North Korean leader Kim "
            "Jong Un continues to honor his pledge to sign the truce.",
            ("Kim Jong Un", "North Korea"),
        ),
        (
            "The Human Sciences Research Council (HSRC) met. HSRC director Ida Lund said the bank was fast.",
            ("Ida Lund", "Human Sciences Research Council"),
        ),
        (
            "According to the US, Kyiv and Moscow agreed to halt strikes. They have both accused each other "
            "of lying.",
            ("Kyiv and Moscow", "Ukraine; Russia"),
        ),
        (
            "Reinaldo Roe who is the head of mission at Doctors Without Walls said the wards were full.",
            ("Reinaldo Roe", "Doctors Without Walls"),
        ),
    ],
)
def test_who_is_meant_by_what_stands_near(text: str, said: tuple[str, str | None]) -> None:
    assert _said(text)[-1] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The champion, Lewis Roe, wants to buy the club, put up for sale by its owner Roman Vega, the "
            "driver announced on Friday.",
            ("the driver", None),
        ),
        (
            'KwaZulu-Natal MEC for Finance Nomusa Lund welcomed the report. "We like it," the MEC said.',
            ("Nomusa Lund", "KwaZulu-Natal"),
        ),
        (
            'Crown Prince Per Lund left Oslo on Monday. "It was good," Crown prince said in his letter.',
            ("Per Lund", None),
        ),
        (
            "The Moroccan Football Federation (FRMF) said no. FRMF spokesman Per Lund said it was late.",
            ("Per Lund", "Moroccan Football Federation"),
        ),
        (
            "KYIV, Ukraine (AP) - Russian forces are near. Ukraine waits. Military spokesman Viktor Roe said "
            "the Russians were tired. Ukraine waits.",
            ("Viktor Roe", "Ukraine"),
        ),
    ],
)
def test_offices_without_article_or_country(text: str, said: tuple[str, str | None]) -> None:
    assert _said(text)[-1] == said


def test_the_spokesman_of_the_lead_is_the_one_named_below_it() -> None:
    said = _said(
        "Russia views the effort as a slow process, a Kremlin spokesman said Monday, after U.S. President "
        'Donald Trump expressed anger. "We are working," Dmitry Peskov said in a call.'
    )
    assert said[0] == ("Dmitry Peskov", "Russia")


def test_a_body_is_meant_by_its_kind_in_two_words() -> None:
    said = _said(
        "The National Union of Dockers (NUD) lost in court. The trade union said it had resolved to go on. "
        "The rival union said it was glad."
    )
    assert [name for name, _ in said] == ["the National Union of Dockers", "the rival union"]
