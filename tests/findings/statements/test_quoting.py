"""Whom somebody quotes says the words too."""

import parley
from documents import document
from reading_statements import names, read, said

QUOTED = """
The the DET DT 2 det
agency agency NOUN NN 3 nsubj
quoted quote VERB VBD 0 root
Ruiz Ruiz PROPN NNP 3 obj
as as SCONJ IN 6 mark
saying say VERB VBG 3 advcl
piers pier NOUN NNS 8 nsubj
closed close VERB VBD 6 ccomp
. . PUNCT . 3 punct
"""
BEFORE = """
“ “ PUNCT `` 3 punct
Piers pier NOUN NNS 3 nsubj
closed close VERB VBD 8 ccomp
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
the the DET DT 7 det
agency agency NOUN NN 8 nsubj
quoted quote VERB VBD 0 root
Ruiz Ruiz PROPN NNP 8 obj
as as SCONJ IN 11 mark
saying say VERB VBG 8 advcl
. . PUNCT . 8 punct
"""
PASSIVE = """
Ruiz Ruiz PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
quoted quote VERB VBN 0 root
as as SCONJ IN 5 mark
saying say VERB VBG 3 advcl
piers pier NOUN NNS 7 nsubj
closed close VERB VBD 5 ccomp
. . PUNCT . 3 punct
"""


def test_who_is_quoted_as_saying_it_says_it() -> None:
    doc = document(QUOTED, attributions=[("The agency", "quoted", ["Ruiz as saying piers closed"])])
    found = read(doc)
    assert names(found) == ["The agency", "Ruiz"]
    assert said(doc, found[1]) == ["piers closed"]
    assert found[1].via == 0


def test_words_before_the_quoting_are_of_who_is_quoted() -> None:
    doc = document(BEFORE, attributions=[("the agency", "quoted", ["Piers closed"])])
    found = read(doc)
    assert sorted(name or "" for name in names(found)) == ["Ruiz", "the agency"]
    assert [said(doc, one) for one in found] == [["Piers closed"], ["Piers closed"]]


def test_a_thing_quoted_says_nothing() -> None:
    table = QUOTED.replace("as as SCONJ IN 6 mark\nsaying say VERB VBG 3 advcl\n", "").replace(
        " 8 nsubj", " 6 nsubj"
    )
    table = table.replace("closed close VERB VBD 6 ccomp", "closed close VERB VBD 3 ccomp")
    doc = document(table, attributions=[("The agency", "quoted", ["Ruiz piers closed"])])
    assert names(read(doc)) == ["The agency"]


def test_was_quoted_as_saying_leaves_the_words_alone() -> None:
    doc = document(PASSIVE, attributions=[("Ruiz", "was quoted", ["as saying piers closed"])])
    [found] = read(doc)
    assert said(doc, found) == ["piers closed"]


def test_who_is_quoted_by_an_agency_says_it_too() -> None:
    text = (
        '"Technically, we are fully prepared to ship more ore," Per Dahl was quoted by Norwegian state '
        "television as saying."
    )
    found = parley.read(text, published="2031-05-07").statements
    assert {one.source.name for one in found if one.source} == {"Norwegian state television", "Per Dahl"}
    assert {one.content[0].of(text) for one in found} == {
        "Technically, we are fully prepared to ship more ore"
    }
