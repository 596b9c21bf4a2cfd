"""Where what is said begins and ends: pieces the engine left off are taken back, others' words never."""

import pytest

import parley
from documents import document
from parley.findings.statements.quotations import quotations
from reading_statements import names, read, said

PORT = """
Lund Lund PROPN NNP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
port port NOUN NN 7 nsubj
was be AUX VBD 7 cop
the the DET DT 7 det
heart heart NOUN NN 2 ccomp
of of ADP IN 10 case
the the DET DT 10 det
trade trade NOUN NN 7 nmod
. . PUNCT . 2 punct
"""
INSERTED = """
The the DET DT 2 det
answer answer NOUN NN 9 nsubj
to to ADP IN 4 case
that that PRON DT 2 nmod
, , PUNCT , 2 punct
Ruiz Ruiz PROPN NNP 7 nsubj
said say VERB VBD 9 parataxis
, , PUNCT , 2 punct
lies lie VERB VBZ 0 root
in in ADP IN 11 case
ferries ferry NOUN NNS 9 obl
. . PUNCT . 9 punct
"""
FROM_THE_CUE = """
On on ADP IN 2 case
Monday Monday PROPN NNP 5 obl
, , PUNCT , 2 punct
Ruiz Ruiz PROPN NNP 5 nsubj
said say VERB VBD 0 root
, , PUNCT , 8 punct
ferries ferry NOUN NNS 8 nsubj
sail sail VERB VBP 5 ccomp
. . PUNCT . 5 punct
"""
JOINED = """
Chad Chad PROPN NNP 2 nsubj
praised praise VERB VBD 0 root
the the DET DT 4 det
pact pact NOUN NN 2 obj
and and CCONJ CC 7 cc
the the DET DT 7 det
quota quota NOUN NN 4 conj
. . PUNCT . 2 punct
"""
BRACKET = """
Oslo Oslo PROPN NNP 2 nsubj
said say VERB VBD 0 root
duties duty NOUN NNS 8 nsubj
( ( PUNCT ( 5 punct
tolls toll NOUN NNS 3 appos
) ) PUNCT ) 5 punct
would would AUX MD 8 aux
fall fall VERB VB 2 ccomp
. . PUNCT . 2 punct
"""


@pytest.mark.parametrize(
    "cut", ["the port was the heart of", "the port was the heart of the", "the port was", "the port was the"]
)
def test_words_that_break_off_go_on_to_the_end_of_the_phrase(cut: str) -> None:
    doc = document(PORT, attributions=[("Lund", "said", [cut])])
    [found] = read(doc)
    assert said(doc, found)[0].startswith("the port was the heart")
    assert not said(doc, found)[0].endswith(("of", "the", "was"))


def test_words_that_are_whole_stay_as_they_are() -> None:
    doc = document(PORT, attributions=[("Lund", "said", ["the port was the heart"])])
    [found] = read(doc)
    assert said(doc, found) == ["the port was the heart"]


def test_a_subject_alone_goes_on_to_its_verb() -> None:
    doc = document(PORT, attributions=[("Lund", "said", ["the port"])])
    [found] = read(doc)
    assert said(doc, found) == ["the port was the heart of the trade"]


def test_what_stands_before_an_inserted_cue_is_said_too() -> None:
    doc = document(INSERTED, attributions=[("Ruiz", "said", ["lies in ferries"])])
    [found] = read(doc)
    assert said(doc, found) == ["The answer to that", "lies in ferries"]
    assert names((found,)) == ["Ruiz"]


def test_a_day_before_the_cue_is_of_the_cue() -> None:
    doc = document(FROM_THE_CUE, attributions=[("Ruiz", "said", ["ferries sail"])])
    [found] = read(doc)
    assert said(doc, found) == ["ferries sail"]


def test_what_is_joined_by_and_is_taken_along() -> None:
    doc = document(JOINED, attributions=[("Chad", "praised", ["the pact"])])
    [found] = read(doc)
    assert said(doc, found) == ["the pact and the quota"]


def test_a_verb_of_its_own_is_not_taken_along() -> None:
    table = JOINED.replace(
        "the the DET DT 7 det\nquota quota NOUN NN 4 conj",
        "then then ADV RB 7 advmod\nleft leave VERB VBD 4 conj",
    )
    doc = document(table, attributions=[("Chad", "praised", ["the pact"])])
    [found] = read(doc)
    assert said(doc, found) == ["the pact"]


@pytest.mark.parametrize("cut", ["duties (tolls", "duties (tolls) would fall"])
def test_a_bracket_is_closed(cut: str) -> None:
    doc = document(BRACKET, attributions=[("Oslo", "said", [cut])])
    [found] = read(doc)
    assert "(tolls)" in said(doc, found)[0]


@pytest.mark.parametrize(
    "text",
    ['“It is fair," Vega said.', '"It is fair,” Vega said.', "“It is fair,” Vega said."],
)
def test_marks_that_do_not_match_still_close(text: str) -> None:
    [found] = quotations(text)
    assert found.inner.of(text) == "It is fair,"


def test_a_straight_mark_within_curly_ones_opens_a_quotation_of_its_own() -> None:
    text = '“He called it "unfair" twice,” Vega said.'
    assert [(one.inner.of(text), one.depth) for one in quotations(text)] == [
        ('He called it "unfair" twice,', 0),
        ("unfair", 1),
    ]


JUDGED = """
Police police NOUN NNS 2 nsubj
dismissed dismiss VERB VBD 0 root
it it PRON PRP 2 obj
as as ADP IN 7 case
a a DET DT 7 det
“ “ PUNCT `` 7 punct
trap trap NOUN NN 2 obl
” ” PUNCT '' 7 punct
. . PUNCT . 2 punct
"""
FURTHER = """
The the DET DT 2 det
report report NOUN NN 4 nsubj
further further ADV RB 4 advmod
says say VERB VBZ 0 root
piers pier NOUN NNS 6 nsubj
closed close VERB VBD 4 ccomp
. . PUNCT . 4 punct
"""


def test_as_what_something_is_dismissed_belongs_to_it() -> None:
    doc = document(JUDGED, attributions=[("Police", "dismissed", ["it"])])
    [found] = read(doc)
    assert said(doc, found) == ["it as a “trap”"]


def test_how_it_is_said_is_no_part_of_who_says_it() -> None:
    doc = document(FURTHER, attributions=[("The report further", "says", ["piers closed"])])
    assert names(read(doc)) == ["The report"]


WHAT = """
What what PRON WP 3 obj
ports port NOUN NNS 3 nsubj
won win VERB VBD 6 csubj
is be AUX VBZ 6 cop
a a DET DT 6 det
start start NOUN NN 9 ccomp
, , PUNCT , 6 punct
Ruiz Ruiz PROPN NNP 9 nsubj
said say VERB VBD 0 root
. . PUNCT . 9 punct
"""
FLEET = """
The the DET DT 2 det
commander commander NOUN NN 6 nsubj
of of ADP IN 5 case
the the DET DT 5 det
fleet fleet NOUN NN 2 nmod
said say VERB VBD 0 root
piers pier NOUN NNS 8 nsubj
closed close VERB VBD 6 ccomp
. . PUNCT . 6 punct
"""


def test_a_cue_at_the_end_takes_its_sentence_from_the_start() -> None:
    doc = document(WHAT, attributions=[("Ruiz", "said", ["is a start"])])
    [found] = read(doc)
    assert said(doc, found) == ["What ports won is a start"]


def test_a_source_cut_off_from_its_of_is_whole_again() -> None:
    doc = document(FLEET, attributions=[("The commander", "said", ["piers closed"])])
    assert names(read(doc)) == ["The commander of the fleet"]


def test_a_source_never_begins_with_a_possessive_ending() -> None:
    read = parley.read("The talks had failed, South Chadia’s defence ministry said.", published="2025-06-04")
    assert [one.source.name for one in read.statements if one.source] == ["South Chadia’s defence ministry"]
