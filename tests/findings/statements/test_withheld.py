"""Sources that say nothing."""

from dataclasses import replace

import pytest

from documents import document
from parley.findings.statements.drafts import Draft
from parley.findings.statements.withheld import with_withheld, withheld_drafts
from parley.model import Span

DECLINED = """
She she PRON PRP 2 nsubj
declined decline VERB VBD 0 root
to to PART TO 4 mark
give give VERB VB 2 xcomp
details detail NOUN NNS 4 obj
of of ADP IN 8 case
the the DET DT 8 det
offer offer NOUN NN 5 nmod
. . PUNCT . 2 punct
"""
NOT_WHEN = """
He he PRON PRP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
specify specify VERB VB 0 root
when when ADV WRB 4 ccomp
. . PUNCT . 4 punct
"""
NOT_ELABORATE = """
The the DET DT 2 det
union union NOUN NN 5 nsubj
did do AUX VBD 5 aux
n’t not PART RB 5 advmod
elaborate elaborate VERB VB 0 root
. . PUNCT . 5 punct
"""
NOT_REACHED = """
Ruiz Ruiz PROPN NNP 5 nsubj:pass
could could AUX MD 5 aux
not not PART RB 5 advmod
be be AUX VB 5 aux:pass
reached reach VERB VBN 0 root
for for ADP IN 7 case
comment comment NOUN NN 5 obl
. . PUNCT . 5 punct
"""
NO_COMMENT = """
The the DET DT 2 det
port port NOUN NN 3 nsubj
had have VERB VBD 0 root
no no DET DT 6 det
immediate immediate ADJ JJ 6 amod
comment comment NOUN NN 3 obj
. . PUNCT . 3 punct
"""
WITHOUT = """
They they PRON PRP 2 nsubj
left leave VERB VBD 0 root
without without SCONJ IN 4 mark
elaborating elaborate VERB VBG 2 advcl
. . PUNCT . 2 punct
"""
NOT_SAY_WHY = """
Oslo Oslo PROPN NNP 4 nsubj
would would AUX MD 4 aux
not not PART RB 4 advmod
say say VERB VB 0 root
why why ADV WRB 7 advmod
it it PRON PRP 7 nsubj
left leave VERB VBD 4 ccomp
. . PUNCT . 4 punct
"""
GRANTED = """
Oslo Oslo PROPN NNP 2 nsubj
refused refuse VERB VBD 0 root
to to PART TO 4 mark
give give VERB VB 2 xcomp
land land NOUN NN 4 obj
. . PUNCT . 2 punct
"""
DENIED = """
Oslo Oslo PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
say say VERB VB 0 root
it it PRON PRP 6 nsubj
agreed agree VERB VBD 4 ccomp
. . PUNCT . 4 punct
"""
MYSELF = """
I I PRON PRP 4 nsubj
do do AUX VBP 4 aux
not not PART RB 4 advmod
comment comment VERB VB 0 root
. . PUNCT . 4 punct
"""


@pytest.mark.parametrize(
    ("table", "cue", "content"),
    [
        (DECLINED, "declined to give", "details of the offer"),
        (NOT_WHEN, "did not specify", "did not specify when"),
        (NOT_ELABORATE, "didn’t elaborate", "didn’t elaborate"),
        (NOT_REACHED, "could not be reached", "could not be reached for comment"),
        (NO_COMMENT, "had", "had no immediate comment"),
        (WITHOUT, "without elaborating", "without elaborating"),
        (NOT_SAY_WHY, "would not say", "why it left"),
    ],
)
def test_what_is_withheld(table: str, cue: str, content: str) -> None:
    doc = document(table)
    [draft] = withheld_drafts(doc)
    assert draft.withheld and draft.cue is not None
    assert draft.cue.of(doc.text) == cue
    assert [part.of(doc.text) for part in draft.content] == [content]


@pytest.mark.parametrize("table", [GRANTED, DENIED, MYSELF])
def test_other_refusals_and_denials_withhold_nothing(table: str) -> None:
    assert withheld_drafts(document(table)) == []


def test_an_attribution_at_the_same_place_keeps_its_source_and_is_marked() -> None:
    doc = document(DECLINED)
    engine = Draft(Span(4, 12), (Span(0, 3),), (Span(13, 41),), "attribution head", 0.9)
    [joined] = with_withheld([engine], withheld_drafts(doc))
    assert joined.withheld
    assert joined.source == engine.source
    assert joined.content == engine.content


def test_a_content_too_short_to_tell_is_replaced() -> None:
    doc = document(NOT_WHEN)
    engine = Draft(Span(3, 18), (Span(0, 2),), (Span(19, 23),), "attribution head", 0.9)
    [joined] = with_withheld([engine], withheld_drafts(doc))
    assert joined.content[0].of(doc.text) == "did not specify when"


def test_a_content_from_elsewhere_is_replaced() -> None:
    doc = document("far far ADV RB 0 root\n. . PUNCT . 1 punct\n\n" + DECLINED)
    [found] = withheld_drafts(doc)
    assert found.cue is not None
    away = Draft(found.cue, (), (Span(0, found.extent.end - found.extent.start),), "attribution head", 0.9)
    [joined] = with_withheld(
        [replace(away, content=(Span(0, 3),))], [replace(found, content=(Span(40, 45),))]
    )
    assert joined.content == (Span(40, 45),)


CONTACTED = """
Chad Chad PROPN NNP 5 nsubj:pass
had have AUX VBD 5 aux
not not PART RB 5 advmod
been be AUX VBN 5 aux:pass
contacted contact VERB VBN 0 root
. . PUNCT . 5 punct
"""


def test_who_was_not_contacted_is_not_said_to_be_silent() -> None:
    assert withheld_drafts(document(CONTACTED)) == []
    able = CONTACTED.replace("had have AUX VBD", "could could AUX MD").replace(
        "been be AUX VBN", "be be AUX VB"
    )
    assert len(withheld_drafts(document(able))) == 1


ADDRESS = """
Ruiz Ruiz PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
address address VERB VB 0 root
the the DET DT 6 det
quota quota NOUN NN 4 obj
. . PUNCT . 4 punct
"""


def test_what_somebody_did_not_address_is_withheld() -> None:
    assert len(withheld_drafts(document(ADDRESS))) == 1
    never = ADDRESS.replace("did do AUX VBD", "has have AUX VBZ").replace(
        "address address VERB VB", "addressed address VERB VBN"
    )
    assert withheld_drafts(document(never)) == []


ANSWERED = """
Ruiz Ruiz PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
answer answer VERB VB 0 root
when when SCONJ WRB 7 advmod
crews crew NOUN NNS 7 nsubj
asked ask VERB VBD 4 advcl
. . PUNCT . 4 punct
"""


def test_who_did_not_answer_when_asked_withholds() -> None:
    assert len(withheld_drafts(document(ANSWERED))) == 1
    assert withheld_drafts(document(ANSWERED.replace("asked ask", "sailed sail"))) == []
