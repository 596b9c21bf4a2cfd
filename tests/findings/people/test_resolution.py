"""Whom the words of a source stand for, and for which party it speaks."""

import pytest

from documents import document, place
from parley.findings.people import Kind, Resolution, build_cast
from parley.model import Report
from stories import story

RUIZ = {"Ana Ruiz": "PERSON", "Joris Brandt": "PERSON"}


def resolved(
    text: str, words: str, names: dict[str, str] | None = None, sources=(), after: str = ""
) -> Resolution:
    start = text.index(after) + len(after) if after else 0
    return build_cast(*story(text, names, sources)).resolve(place(text, words, start))


def test_a_pronoun_goes_to_the_speaker_of_the_sentence_before() -> None:
    text = "Mr. Joris Brandt told Karl Lund the ferry strike was over. He said crews would return."
    names = {"Joris Brandt": "PERSON", "Karl Lund": "PERSON"}
    sources = [("Joris Brandt", "the ferry strike was over"), ("He", "crews would return")]
    found = resolved(text, "He", names, sources)
    assert (found.name, found.how) == ("Joris Brandt", "pronoun")


def test_a_pronoun_agrees_with_what_the_report_says_of_somebody() -> None:
    text = "Ms. Ana Ruiz met Mr. Joris Brandt. He said the dam was safe. She said it was not."
    sources = [("He", "the dam was safe"), ("She", "it was not")]
    assert resolved(text, "He", RUIZ, sources).name == "Joris Brandt"
    assert resolved(text, "She", RUIZ, sources).name == "Ana Ruiz"


def test_whoever_is_spoken_of_is_not_the_speaker() -> None:
    text = "Joris Brandt met Karl Lund. He said Mr. Brandt had left."
    names = {"Joris Brandt": "PERSON", "Karl Lund": "PERSON", "Brandt": "PERSON"}
    assert resolved(text, "He", names, [("He", "Mr. Brandt had left")]).name == "Karl Lund"


def test_names_inside_a_quotation_do_not_take_the_pronoun_after_it() -> None:
    text = "Karl Lund spoke. “Joris Brandt is wrong. Joris Brandt is late.” He said so."
    names = {"Joris Brandt": "PERSON", "Karl Lund": "PERSON"}
    assert resolved(text, "He", names).name == "Karl Lund"


def test_a_pronoun_with_nobody_to_mean_stays_as_written() -> None:
    found = resolved("The rain stopped. He said so.", "He")
    assert (found.name, found.how, found.on_behalf_of) == ("He", "as written", None)


def test_it_goes_to_the_body_and_they_to_the_group() -> None:
    text = "Ana Ruiz met the Lake Council. It said water would flow."
    names = {**RUIZ, "Lake Council": "ORG"}
    assert resolved(text, "It", names, [("It", "water would flow")]).name == "the Lake Council"
    text = "U.S. officials said talks were on. They said a deal was near."
    sources = [("U.S. officials", "talks were on"), ("They", "a deal was near")]
    found = resolved(text, "They", None, sources)
    assert (found.name, found.on_behalf_of, found.plural) == ("U.S. officials", "United States", True)


def test_we_is_whoever_speaks() -> None:
    text = "“We will wait,” Ana Ruiz said."
    cast = build_cast(*story(text, RUIZ))
    speaker = cast.resolve(place(text, "Ana Ruiz"))
    assert cast.resolve(place(text, "We"), speaker=speaker).name == "Ana Ruiz"
    assert cast.resolve(place(text, "We")).how == "as written"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the spokesman", "Joris Brandt"),
        ("the minister", "Ana Ruiz"),
        ("the Chilean minister", "Ana Ruiz"),
        ("Belgium's spokesman", "Joris Brandt"),
        ("the ministry", "the Mines Ministry"),
        ("a senior official", "a senior official"),
        ("the Peruvian minister", "the Peruvian minister"),
    ],
)
def test_descriptions_go_to_whom_they_fit(words: str, name: str) -> None:
    text = (
        "Chilean Foreign Minister Ana Ruiz spoke. "
        "Belgian spokesman Joris Brandt wrote to the Mines Ministry. "
        f"On Friday {words} said the mine was closed."
    )
    names = {**RUIZ, "Mines Ministry": "ORG"}
    assert resolved(text, words, names, [(words, "the mine was closed")], after="On Friday ").name == name


def test_a_description_may_come_before_the_name() -> None:
    text = "Chile's foreign minister said the pact was dead. The minister, Ana Ruiz, left."
    assert resolved(text, "Chile's foreign minister", RUIZ).name in {"Ana Ruiz", "Chile's foreign minister"}
    text = "The deputy harbour commissioner said no. Deputy Harbour Commissioner Ana Ruiz then left."
    assert resolved(text, "The deputy harbour commissioner", RUIZ).name == "Ana Ruiz"


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("the Kremlin", "Russia"),
        ("Kyiv", "Ukraine"),
        ("the White House", "United States"),
        ("Brussels", "European Union"),
        ("Downing Street", "Britain"),
        ("the Egyptian Foreign Ministry", "Egypt"),
        ("French officials", "France"),
        ("a Houthi spokesman", "Houthis"),
        ("officials in Lima", "Peru"),
        ("Turkey’s air force", "Turkey"),
        ("the Syrian opposition", "Syrian opposition"),
        ("Moscow and Tehran", "Russia; Iran"),
        ("analysts", None),
        ("a former Russian minister", None),
        ("Western diplomats", None),
        ("Chinese state media", None),
        ("two Kenyan farmers", None),
    ],
)
def test_who_a_nameless_source_speaks_for(words: str, party: str | None) -> None:
    found = resolved(f"On Friday {words} said talks would resume.", words)
    assert (found.name, found.on_behalf_of) == (words, party)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Thai Prime Minister Ana Ruiz spoke.", "Thailand"),
        ("Ana Ruiz, a professor at Lund University, spoke.", None),
        ("Former Thai Prime Minister Ana Ruiz spoke.", None),
        ("Ana Ruiz, the secretary general of the Dockers Union, spoke.", "Dockers Union"),
        ("Thai lawmaker Ana Ruiz spoke.", None),
        ("Ana Ruiz spoke.", None),
    ],
)
def test_who_a_person_speaks_for(text: str, party: str | None) -> None:
    names = {**RUIZ, "Dockers Union": "ORG", "Lund University": "ORG"}
    assert resolved(text, "Ana Ruiz", names).on_behalf_of == party


def test_an_envoy_speaks_for_whom_his_master_speaks() -> None:
    text = "Thai Prime Minister Ana Ruiz left. Joris Brandt, who serves as Ms. Ruiz's special envoy, spoke."
    found = resolved(text, "Joris Brandt", {**RUIZ, "Ruiz": "PERSON"})
    assert (found.role, found.on_behalf_of) == ("Ms. Ruiz's special envoy", "Thailand")


def test_somebody_the_world_knows_needs_no_introduction() -> None:
    found = resolved("Mr. Macron said no.", "Mr. Macron", {"Macron": "PERSON"})
    assert (found.name, found.on_behalf_of, found.kind) == ("Macron", "France", Kind.PERSON)


def test_apposition_and_title_inside_the_source_lead_to_the_name() -> None:
    text = (
        "The union’s leader, Joris Brandt, told crews to wait. Ana Ruiz, the mayor of Antofagasta, said no."
    )
    names = {**RUIZ, "Antofagasta": "GPE"}
    assert resolved(text, "The union’s leader, Joris Brandt", names).name == "Joris Brandt"
    assert resolved(text, "Ana Ruiz, the mayor of Antofagasta", names).name == "Ana Ruiz"


def test_a_possessor_speaks_through_a_letter_and_not_through_an_office() -> None:
    text = "Mr. Joris Brandt left. His letter said no. His office said yes."
    assert resolved(text, "His letter", RUIZ).name == "Joris Brandt"
    assert resolved(text, "His office", RUIZ).name == "Joris Brandt’s office"


def test_several_people_are_named_together() -> None:
    text = "Ana Ruiz left. Joris Brandt left. Brandt and Ms. Ruiz said so."
    found = resolved(text, "Brandt and Ms. Ruiz", {**RUIZ, "Brandt": "PERSON", "Ruiz": "PERSON"})
    assert (found.name, found.plural) == ("Joris Brandt and Ana Ruiz", True)


TREE = """
Joris Joris PROPN NNP 3 nsubj
Brandt Brandt PROPN NNP 1 flat
met meet VERB VBD 0 root
Karl Karl PROPN NNP 3 obj
Lund Lund PROPN NNP 4 flat
in in ADP IN 7 case
Bergen Bergen PROPN NNP 3 obl
. . PUNCT . 3 punct

He he PRON PRP 2 nsubj
said say VERB VBD 0 root
ferries ferry NOUN NNS 4 nsubj
sailed sail VERB VBD 2 ccomp
. . PUNCT . 2 punct
"""


def test_the_subject_is_preferred_to_the_object() -> None:
    doc = document(
        TREE,
        ents=[("Joris Brandt", "PERSON"), ("Karl Lund", "PERSON"), ("Bergen", "GPE")],
        attributions=[("He", "said", ["ferries sailed"])],
    )
    assert build_cast(doc, Report(doc.text)).resolve(place(doc.text, "He")).name == "Joris Brandt"


def test_the_president_is_no_prime_minister() -> None:
    text = "The president called Prime Minister Joris Brandt. The president said grain would move."
    names = {"Joris Brandt": "PERSON"}
    sources = [("The president", "grain would move")]
    assert resolved(text, "The president", names, sources, after="Brandt.").name == "the president"
    text = text.replace("The president said", "The leader said")
    sources = [("The leader", "grain would move")]
    assert resolved(text, "The leader", names, sources).name == "Joris Brandt"


def test_he_may_be_the_delegate_of_the_country_that_spoke() -> None:
    text = "India urged reviews of pledges. He said they must be simple."
    sources = [("India", "reviews of pledges"), ("He", "they must be simple")]
    assert resolved(text, "He", {"India": "GPE"}, sources).name == "India"
