"""From a parsed report to its statements."""

import spacy
from spacy.tokens import Doc

from documents import document
from parley.language import mirror
from parley.model import Furniture, Span, Speech
from reading_statements import names, read, said

DIRECT = """
“ “ PUNCT `` 4 punct
We we PRON PRP 4 nsubj
will will AUX MD 4 aux
sign sign VERB VB 8 ccomp
, , PUNCT , 4 punct
” ” PUNCT '' 4 punct
she she PRON PRP 8 nsubj
told tell VERB VBD 0 root
reporters reporter NOUN NNS 8 obj
in in ADP IN 11 case
Oslo Oslo PROPN NNP 8 obl
. . PUNCT . 8 punct

“ “ PUNCT `` 2 punct
Soon soon ADV RB 0 root
. . PUNCT . 2 punct
” ” PUNCT '' 2 punct
"""
JOINED = """
The the DET DT 2 det
union union NOUN NN 3 nsubj
rejected reject VERB VBD 0 root
the the DET DT 5 det
offer offer NOUN NN 3 obj
and and CCONJ CC 7 cc
warned warn VERB VBD 3 conj
that that SCONJ IN 11 mark
ports port NOUN NNS 11 nsubj
would would AUX MD 11 aux
close close VERB VB 7 ccomp
. . PUNCT . 3 punct
"""
CHAIN = """
Ruiz Ruiz PROPN NNP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
port port NOUN NN 6 nsubj
had have AUX VBD 6 aux
told tell VERB VBN 2 ccomp
her she PRON PRP 6 iobj
it it PRON PRP 10 nsubj
would would AUX MD 10 aux
close close VERB VB 6 ccomp
. . PUNCT . 2 punct
"""
ACCORDING = """
Talks talk NOUN NNS 2 nsubj
failed fail VERB VBD 0 root
, , PUNCT , 6 punct
according accord VERB VBG 6 case
to to ADP IN 4 fixed
Chad Chad PROPN NNP 2 obl
. . PUNCT . 2 punct
"""
SEEMS = """
Chad Chad PROPN NNP 2 nsubj
seems seem VERB VBZ 0 root
to to PART TO 4 mark
want want VERB VB 2 xcomp
peace peace NOUN NN 4 obj
. . PUNCT . 2 punct
"""
ACCUSED = """
Mali Mali PROPN NNP 2 nsubj
accused accuse VERB VBD 0 root
Chad Chad PROPN NNP 2 obj
of of SCONJ IN 5 mark
stalling stall VERB VBG 2 advcl
. . PUNCT . 2 punct
"""
VIEW = """
In in ADP IN 4 case
Chad Chad PROPN NNP 4 nmod:poss
's 's PART POS 2 case
view view NOUN NN 9 obl
, , PUNCT , 4 punct
the the DET DT 7 det
truce truce NOUN NN 9 nsubj
is be AUX VBZ 9 cop
dead dead ADJ JJ 0 root
. . PUNCT . 9 punct
"""


def test_a_quotation_that_goes_on_without_a_cue_is_one_statement() -> None:
    doc = document(DIRECT, attributions=[("she", "told", ["We will sign"])])
    [found] = read(doc, she="Ana Ruiz")
    assert found.speech is Speech.DIRECT
    assert said(doc, found) == ["We will sign", "Soon"]
    assert names((found,)) == ["Ana Ruiz"]


def test_listener_and_place_are_the_cues_own() -> None:
    doc = document(DIRECT, ents=[("Oslo", "GPE")], attributions=[("she", "told", ["We will sign"])])
    [found] = read(doc)
    assert (found.addressee, found.venue, found.medium) == ("reporters", "in Oslo", None)


def test_we_within_the_quotation_is_not_the_source() -> None:
    doc = document(DIRECT, attributions=[("We", "told", ["sign"])])
    assert names(read(doc)) == ["she"]


def test_a_second_verb_has_the_first_ones_source() -> None:
    doc = document(
        JOINED,
        attributions=[("The union", "rejected", ["the offer"]), ("", "warned", ["that ports would close"])],
    )
    assert names(read(doc)) == ["The union", "The union"]


def test_what_is_said_within_a_statement_names_it() -> None:
    doc = document(CHAIN)
    found = read(doc)
    assert names(found) == ["Ruiz", "the port"]
    assert [one.via for one in found] == [None, 0]


def test_syntax_finds_what_the_engine_missed() -> None:
    doc = document(ACCORDING)
    [found] = read(doc)
    assert found.rule == "rule: according to"
    assert names((found,)) == ["Chad"]
    assert said(doc, found) == ["Talks failed"]


def test_a_view_and_an_accusation() -> None:
    doc = document(VIEW)
    [view] = read(doc)
    assert names((view,)) == ["Chad"] and said(doc, view) == ["the truce is dead"]
    doc = document(ACCUSED)
    [accusation] = read(doc)
    assert names((accusation,)) == ["Mali"] and said(doc, accusation) == ["Chad of stalling"]


def test_what_the_engine_found_is_not_found_again() -> None:
    doc = document(ACCORDING, attributions=[("Chad", "according to", ["Talks failed"])])
    [found] = read(doc)
    assert found.rule == "attribution head"


def test_the_reporters_own_judgement_is_no_statement() -> None:
    assert read(document(SEEMS, attributions=[("Chad", "seems", ["to want peace"])])) == ()


def test_furniture_and_credits_give_nothing() -> None:
    doc = document(ACCORDING)
    assert read(doc, Furniture(Span(0, len(doc.text)), "caption")) == ()
    credit = document(
        """
        Ana Ana PROPN NNP 2 nsubj
        contributed contribute VERB VBD 0 root
        reporting reporting NOUN NN 2 obj
        . . PUNCT . 2 punct
        """,
        attributions=[("Ana", "contributed", ["reporting"])],
    )
    assert read(credit) == ()


def test_names_within_the_words_are_what_it_is_about() -> None:
    doc = document(ACCUSED, ents=[("Chad", "GPE"), ("Mali", "GPE")])
    [found] = read(doc)
    assert found.about == ("Chad",)


def test_an_empty_text_and_one_without_a_parse_give_nothing() -> None:
    for text in ("", "\n\n", "Words only ."):
        doc = mirror(Doc(spacy.blank("en").vocab, words=text.split()))
        assert read(doc) == ()
