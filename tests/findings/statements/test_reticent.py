"""Ways of saying nothing, and whose silence it is."""

import pytest

from documents import document
from parley.language.tree import Doc
from parley.model import Speech, Statement
from reading_statements import names, read, said

BUT = """
Lund Lund PROPN NNP 2 nsubj
said say VERB VBD 0 root
Peru Peru PROPN NNP 5 nsubj
would would AUX MD 5 aux
win win VERB VB 2 ccomp
but but CCONJ CC 7 cc
gave give VERB VBD 5 conj
no no DET DT 9 det
reasons reason NOUN NNS 7 obj
. . PUNCT . 2 punct
"""
OWN = """
Lund Lund PROPN NNP 2 nsubj
said say VERB VBD 0 root
Peru Peru PROPN NNP 5 nsubj
would would AUX MD 5 aux
win win VERB VB 2 ccomp
but but CCONJ CC 8 cc
Ruiz Ruiz PROPN NNP 8 nsubj
gave give VERB VBD 5 conj
no no DET DT 10 det
reasons reason NOUN NNS 8 obj
. . PUNCT . 2 punct
"""
CALLS = """
Calls call NOUN NNS 5 nsubj
to to ADP IN 4 case
the the DET DT 4 det
embassy embassy NOUN NN 1 nmod
rang ring VERB VBD 0 root
out out ADP RP 5 compound:prt
. . PUNCT . 5 punct
"""
UNABLE = """
Ruiz Ruiz PROPN NNP 4 nsubj
was be AUX VBD 4 cop
not not PART RB 4 advmod
able able ADJ JJ 0 root
to to PART TO 6 mark
confirm confirm VERB VB 4 xcomp
the the DET DT 8 det
offer offer NOUN NN 6 obj
. . PUNCT . 4 punct
"""
WITHOUT = """
Lund Lund PROPN NNP 2 nsubj
left leave VERB VBD 0 root
without without ADP IN 4 mark
elaborating elaborating NOUN NN 2 obl
. . PUNCT . 2 punct
"""
QUIET = """
The the DET DT 2 det
streets street NOUN NNS 4 nsubj
were be AUX VBD 4 cop
quiet quiet ADJ JJ 0 root
. . PUNCT . 4 punct
"""
NOT_ONLY = """
Peru Peru PROPN NNP 4 nsubj
not not PART RB 4 advmod
only only ADV RB 4 advmod
responded respond VERB VBD 0 root
. . PUNCT . 4 punct
"""
NOT_DISCUSSED = """
They they PRON PRP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
discuss discuss VERB VB 0 root
the the DET DT 6 det
quota quota NOUN NN 4 obj
. . PUNCT . 4 punct
"""


def withheld(doc: Doc) -> list[Statement]:
    return [one for one in read(doc) if one.speech is Speech.WITHHELD]


def test_who_gave_no_reasons_is_who_spoke_before() -> None:
    doc = document(BUT, attributions=[("Lund", "said", ["Peru would win but gave no reasons"])])
    found = read(doc)
    assert [said(doc, one) for one in found] == [["Peru would win"], ["gave no reasons"]]
    assert names(found) == ["Lund", "Lund"]


def test_another_who_gave_none_is_that_other_within_the_words() -> None:
    doc = document(OWN, attributions=[("Lund", "said", ["Peru would win but Ruiz gave no reasons"])])
    assert names(read(doc)) == ["Lund", "Ruiz"]
    assert said(doc, read(doc)[0]) == ["Peru would win but Ruiz gave no reasons"]


def test_whom_calls_did_not_reach_is_silent() -> None:
    [found] = withheld(document(CALLS))
    assert names((found,)) == ["the embassy"]
    assert withheld(document(CALLS.replace("Calls call", "Bells bell"))) == []


def test_who_is_unable_to_confirm_withholds() -> None:
    doc = document(UNABLE)
    [found] = withheld(doc)
    assert said(doc, found) == ["the offer"]
    assert withheld(document(UNABLE.replace("confirm confirm", "stop stop"))) == []
    assert withheld(document(UNABLE.replace("not not PART RB 4 advmod", "now now ADV RB 4 advmod"))) == []


@pytest.mark.parametrize("tags", ["NOUN NN", "VERB VBG"])
def test_without_elaborating_withholds_however_it_is_tagged(tags: str) -> None:
    [found] = withheld(document(WITHOUT.replace("elaborating NOUN NN", f"elaborating {tags}")))
    assert names((found,)) == ["Lund"]
    assert withheld(document(WITHOUT.replace("elaborating elaborating", "hesitating hesitating"))) == []


@pytest.mark.parametrize("table", [QUIET, NOT_ONLY, NOT_DISCUSSED])
def test_what_is_only_quiet_or_not_taken_up_is_not_withheld(table: str) -> None:
    assert withheld(document(table)) == []


def test_who_would_not_discuss_it_withholds_it() -> None:
    table = NOT_DISCUSSED.replace("did do AUX VBD", "would would AUX MD")
    assert len(withheld(document(table))) == 1
