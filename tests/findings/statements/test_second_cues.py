"""A second thing said with a verb of its own is a statement of its own."""

from documents import document
from reading_statements import names, read, said

STRESSED = """
Peru Peru PROPN NNP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
text text NOUN NN 6 nsubj
was be AUX VBD 6 cop
weak weak ADJ JJ 2 ccomp
and and CCONJ CC 8 cc
stressed stress VERB VBD 6 conj
the the DET DT 10 det
need need NOUN NN 8 obj
for for ADP IN 12 case
ferries ferry NOUN NNS 10 nmod
. . PUNCT . 2 punct
"""
WHOLE = [("Peru", "said", ["the text was weak and stressed the need for ferries"])]


def test_what_cannot_speak_stresses_nothing() -> None:
    doc = document(STRESSED, attributions=WHOLE)
    found = read(doc)
    assert [said(doc, one) for one in found] == [["the text was weak"], ["the need for ferries"]]
    assert names(found) == ["Peru", "Peru"]


def test_who_can_speak_may_have_stressed_it() -> None:
    for subject, tag in (("minister", "NN"), ("delegates", "NNS")):
        table = STRESSED.replace("text text NOUN NN", f"{subject} {subject} NOUN {tag}")
        told = [("Peru", "said", [f"the {subject} was weak and stressed the need for ferries"])]
        assert len(read(document(table, attributions=told))) == 1


def test_a_verb_in_another_tense_or_of_no_saying_stays_within() -> None:
    later = STRESSED.replace("stressed stress VERB VBD", "stresses stress VERB VBZ")
    told = [("Peru", "said", ["the text was weak and stresses the need for ferries"])]
    assert len(read(document(later, attributions=told))) == 1
    deed = STRESSED.replace("stressed stress", "sank sink")
    told = [("Peru", "said", ["the text was weak and sank the need for ferries"])]
    assert len(read(document(deed, attributions=told))) == 1


BLAMED = """
Lund Lund PROPN NNP 2 nsubj
said say VERB VBD 0 root
Ruiz Ruiz PROPN NNP 5 nsubj
was be AUX VBD 5 cop
wrong wrong ADJ JJ 2 ccomp
and and CCONJ CC 7 cc
blamed blame VERB VBD 5 conj
him he PRON PRP 7 obj
for for ADP IN 11 case
the the DET DT 11 det
strike strike NOUN NN 7 obl
. . PUNCT . 2 punct
"""


def test_nobody_blames_him_and_means_himself() -> None:
    doc = document(BLAMED, attributions=[("Lund", "said", ["Ruiz was wrong and blamed him for the strike"])])
    found = read(doc)
    assert [said(doc, one) for one in found] == [["Ruiz was wrong"], ["him for the strike"]]
    assert names(found) == ["Lund", "Lund"]
    other = BLAMED.replace("him he PRON PRP 7 obj", "Vega Vega PROPN NNP 7 obj")
    doc = document(other, attributions=[("Lund", "said", ["Ruiz was wrong and blamed Vega for the strike"])])
    assert said(doc, read(doc)[0]) == ["Ruiz was wrong and blamed Vega for the strike"]
