"""Descriptions of somebody without a role, or named only later; who stays in focus through quotations."""

import pytest

from documents import document, place
from parley.findings.people import Resolution, build_cast
from parley.findings.people.names import name_words, same_full_name, short_for
from parley.model import Report
from stories import story

IDA, PER = {"Ida Lund": "PERSON"}, {"Per Dahl": "PERSON"}


def resolved(
    text: str, words: str, names: dict[str, str], sources: tuple[tuple[str, str], ...] = ()
) -> Resolution:
    return build_cast(*story(text, names, sources)).resolve(place(text, words))


@pytest.mark.parametrize(
    ("opening", "description"),
    [
        ("Ida Lund opened the fish talks.", "The minister"),
        ("Ida Lund spoke of the dam.", "The ambassador"),
        ("Ida Lund came from the port.", "The mayor"),
    ],
)
def test_the_one_person_without_a_role_is_who_holds_the_office(opening: str, description: str) -> None:
    text = f"{opening} {description} said boats would sail."
    assert resolved(text, description, IDA).name == "Ida Lund"


def test_two_without_a_role_or_an_office_many_hold_leave_it_open() -> None:
    both = "Ida Lund met Per Dahl. The minister said boats would sail."
    assert resolved(both, "The minister", IDA | PER).how == "as written"
    many = "Ida Lund opened the talks. The official said boats would sail."
    assert resolved(many, "The official", IDA).how == "as written"


def test_a_role_already_given_is_not_another() -> None:
    text = "Mayor Ida Lund opened the talks. The ambassador said boats would sail."
    assert resolved(text, "The ambassador", IDA).how == "as written"


def test_a_lead_may_describe_whom_the_report_names_below_it() -> None:
    text = (
        "Duties on cod will fall, a Peruvian spokesman said. Boats waited. "
        "Ministry spokesman Per Dahl said why."
    )
    assert resolved(text, "a Peruvian spokesman", PER).name == "Per Dahl"
    other = text.replace("Peruvian spokesman", "Peruvian official")
    assert resolved(other, "a Peruvian official", PER).how == "as written"
    foreign = text.replace("Ministry spokesman", "Norwegian spokesman")
    assert resolved(foreign, "a Peruvian spokesman", PER).how == "as written"


def test_the_first_person_named_below_a_described_minister_is_that_minister() -> None:
    text = "Chad’s trade minister objected to the quota. Ida Lund said boats would sail."
    names = {**IDA, "Chad": "GPE"}
    assert resolved(text, "Chad’s trade minister", names).name == "Ida Lund"
    third = text.replace("Ida Lund said", "Mayor Ida Lund said")
    assert resolved(third, "Chad’s trade minister", names).how == "as written"


def test_long_quotations_do_not_take_a_speaker_out_of_focus() -> None:
    quoted = "“Boats sail. Nets break. Cod moves. Ice melts. Crews wait. Ports close. Rain falls. Wind dies.”"
    text = f"Mr. Per Dahl spoke. {quoted} He said so."
    assert resolved(text, "He", PER).name == "Per Dahl"
    told = quoted.strip("“”")
    assert resolved(f"Mr. Per Dahl spoke. {told} He said so.", "He", PER).how == "as written"


PRESIDENT = """
President President PROPN NNP 3 nmod:desc
Per Per PROPN NNP 1 flat
Dahl Dahl PROPN NNP 4 nsubj
met meet VERB VBD 0 root
crews crew NOUN NNS 4 obj
. . PUNCT . 4 punct

A a DET DT 2 det
journalist journalist NOUN NN 3 nsubj
complained complain VERB VBD 0 root
loudly loudly ADV RB 3 advmod
. . PUNCT . 3 punct

The the DET DT 2 det
president president NOUN NN 3 nsubj
left leave VERB VBD 0 root
. . PUNCT . 3 punct

He he PRON PRP 2 nsubj
denied deny VERB VBD 0 root
it it PRON PRP 2 obj
. . PUNCT . 2 punct
"""


def test_who_is_called_by_an_office_is_whom_a_pronoun_means() -> None:
    told = [("A journalist", "complained", ["loudly"]), ("He", "denied", ["it"])]
    doc = document(PRESIDENT, ents=[("Per Dahl", "PERSON")], attributions=told)
    assert build_cast(doc, Report(doc.text)).resolve(place(doc.text, "He")).name == "Per Dahl"
    away = PRESIDENT.replace("president president NOUN NN", "storm storm NOUN NN")
    doc = document(away, ents=[("Per Dahl", "PERSON")], attributions=told)
    assert build_cast(doc, Report(doc.text)).resolve(place(doc.text, "He")).name == "a journalist"


def test_two_family_names_are_one_person_and_the_first_is_theirs() -> None:
    full, short = name_words("Luis Mora Vega"), name_words("Luis Mora")
    assert same_full_name(full, short) and same_full_name(short, full)
    assert short_for(name_words("Mora"), full) == 2
    assert not same_full_name(name_words("Kim Jong Un"), name_words("Kim Jong Il"))
    assert short_for(name_words("Vela"), full) == 0


WHILE = """
While while SCONJ IN 3 mark
Dahl Dahl PROPN NNP 3 nsubj
agreed agree VERB VBD 7 advcl
, , PUNCT , 3 punct
he he PRON PRP 7 nsubj
also also ADV RB 7 advmod
warned warn VERB VBD 0 root
Lima Lima PROPN NNP 7 obj
. . PUNCT . 7 punct
"""
BEFORE = """
Ruiz Ruiz PROPN NNP 2 nsubj
objected object VERB VBD 0 root
strongly strongly ADV RB 2 advmod
. . PUNCT . 2 punct

"""


def test_he_is_the_subject_of_the_clause_before_his_own() -> None:
    told = [("Ruiz", "objected", ["strongly"]), ("he", "warned", ["Lima"])]
    people = [("Ruiz", "PERSON"), ("Dahl", "PERSON")]
    doc = document(BEFORE + WHILE, ents=people, attributions=told)
    assert build_cast(doc, Report(doc.text)).resolve(place(doc.text, "he")).name == "Dahl"
    boats = document(
        (BEFORE + WHILE).replace("Dahl Dahl PROPN NNP", "boats boat NOUN NNS"),
        ents=people[:1],
        attributions=told,
    )
    assert build_cast(boats, Report(boats.text)).resolve(place(boats.text, "he")).name == "Ruiz"


def test_whose_leaders_are_the_leaders_of_whom_they_belong_to() -> None:
    text = "Boats left the Lake Council, whose leaders said why. They sailed."
    names = {"Lake Council": "ORG"}
    found = resolved(text, "whose leaders", names, (("whose leaders", "why"),))
    assert found.name == "the Lake Council’s leaders"


def test_the_diplomat_is_the_nameless_one_and_a_first_minister_no_prime_minister() -> None:
    text = (
        "Foreign Minister Ida Lund left. A Chadian diplomat said boats waited. The diplomat said nets broke."
    )
    sources = (("A Chadian diplomat", "boats waited"), ("The diplomat", "nets broke"))
    assert resolved(text, "The diplomat", IDA, sources).name == "a Chadian diplomat"
    text = "Scottish First Minister Ida Lund left. The prime minister said boats waited."
    assert resolved(text, "The prime minister", IDA).how == "as written"
    assert (
        resolved(text.replace("prime minister", "first minister"), "The first minister", IDA).name
        == "Ida Lund"
    )


def test_a_paragraph_that_opens_with_somebody_goes_on_about_them() -> None:
    table = """
Ruiz Ruiz PROPN NNP 2 nsubj
objected object VERB VBD 0 root
strongly strongly ADV RB 2 advmod
. . PUNCT . 2 punct
¶
Dahl Dahl PROPN NNP 2 nsubj
flew fly VERB VBD 0 root
home home ADV RB 2 advmod
. . PUNCT . 2 punct

He he PRON PRP 2 nsubj
denied deny VERB VBD 0 root
it it PRON PRP 2 obj
. . PUNCT . 2 punct
"""
    told = [("Ruiz", "objected", ["strongly"]), ("He", "denied", ["it"])]
    people = [("Ruiz", "PERSON"), ("Dahl", "PERSON")]
    doc = document(table, ents=people, attributions=told)
    assert build_cast(doc, Report(doc.text)).resolve(place(doc.text, "He")).name == "Dahl"
    boats = document(
        table.replace("Dahl Dahl PROPN NNP", "Boats boat NOUN NNS"), ents=people[:1], attributions=told
    )
    assert build_cast(boats, Report(boats.text)).resolve(place(boats.text, "He")).name == "Ruiz"


@pytest.mark.parametrize(
    ("introduced", "name"),
    [
        ("his wife, Mara Lund,", "Ida Lund"),
        ("first lady Mara Lund", "Ida Lund"),
        ("his brother Mara Lund", "Ida Lund"),
        ("the lawyer Mara Lund", "Mara Lund"),
    ],
)
def test_a_family_name_alone_is_no_relatives(introduced: str, name: str) -> None:
    text = f"Ida Lund came to Lima with {introduced} on the ferry. Lund said boats would sail."
    names = {"Ida Lund": "PERSON", "Mara Lund": "PERSON", "Lund": "PERSON", "Lima": "GPE"}
    cast = build_cast(*story(text, names))
    assert cast.resolve(place(text, "Lund", text.index("Lund said"))).name == name


def test_who_is_called_so_before_the_relative_comes_up_is_not_the_relative() -> None:
    text = "President Lund spoke. He came with first lady Mara Lund. Lund said boats would sail."
    names = {"Mara Lund": "PERSON", "Lund": "PERSON"}
    cast = build_cast(*story(text, names))
    assert cast.resolve(place(text, "Lund", text.index("Lund said"))).name == "Lund"


def test_they_are_the_two_of_whom_the_sentence_has_told() -> None:
    text = "Lake Council met. Ida Lund received Per Dahl where they spoke of fish."
    names = {"Lake Council": "ORG", **IDA, **PER}
    assert resolved(text, "they", names, (("they", "of fish"),)).name == "Ida Lund and Per Dahl"


def test_a_counterpart_holds_the_office_that_is_told_of_the_other() -> None:
    text = (
        "Norwegian Prime Minister Per Dahl met his Irish counterpart Ida Lund. "
        "The Irish prime minister said boats would sail."
    )
    names = {**IDA, **PER}
    assert resolved(text, "The Irish prime minister", names).name == "Ida Lund"
    assert (
        resolved(text.replace("counterpart", "envoy"), "The Irish prime minister", names).how == "as written"
    )


def test_an_office_written_as_a_name_needs_no_article() -> None:
    text = (
        "Lake Council opened the talks. Ida Lund spoke first. Lake Council President said boats would sail."
    )
    names = {"Lake Council": "ORG", **IDA}
    assert resolved(text, "Lake Council President", names).name == "Ida Lund"
    small = text.replace("Lake Council President", "Lake Council spokesmen")
    assert resolved(small, "Lake Council spokesmen", names).how != "description"


def test_his_highness_is_nobodys_highness() -> None:
    text = "Per Dahl spoke. His Highness the emir said boats would sail."
    assert resolved(text, "His Highness the emir", PER).name != "Per Dahl’s Highness the emir"
    assert resolved("Per Dahl spoke. His envoy said so.", "His envoy", PER).name == "Per Dahl’s envoy"
