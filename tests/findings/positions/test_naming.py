"""What a topic is called, and when its words name nothing."""

from __future__ import annotations

import pytest

from documents import document
from parley.findings.people import build_cast
from parley.findings.positions import positions
from parley.findings.positions.naming import short_name
from parley.model import Report, Stance

_DANGLING = """
quota quota NOUN NN 2 compound
deal deal NOUN NN 0 root
that that PRON WDT 2 dep
"""


def _sentence(verb: str, lemma: str, thing: str, upos: str, xpos: str) -> str:
    return f"""
Chad Chad PROPN NNP 2 nsubj
wants want VERB VBZ 0 root
to to PART TO 4 mark
{verb} {lemma} VERB VB 2 xcomp
{thing} {thing} {upos} {xpos} 4 obj
. . PUNCT . 2 punct
"""


def _taken(table: str) -> list[tuple[str, Stance]]:
    doc = document(table, ents=[("Chad", "GPE")])
    report = Report(doc.text)
    return [(one.on, one.stance) for one in positions(doc, report, build_cast(doc, report), (), ())]


def test_a_label_does_not_end_on_a_relative_word() -> None:
    doc = document(_DANGLING)
    assert short_name(doc[0:3]) == "quota deal"


def test_a_verb_that_only_leads_to_the_proposal_is_left_out() -> None:
    assert _taken(_sentence("make", "make", "truce", "NOUN", "NN")) == [("truce", Stance.SEEKS)]


def test_a_verb_that_is_the_deed_stays() -> None:
    assert _taken(_sentence("lift", "lift", "tariffs", "NOUN", "NNS")) == [("lift tariffs", Stance.SEEKS)]


@pytest.mark.parametrize("thing", ["something", "anything"])
def test_a_topic_without_content_gives_no_position(thing: str) -> None:
    assert _taken(_sentence("get", "get", thing, "PRON", "NN")) == []


_READY = """
Chad Chad PROPN NNP 3 nsubj
is be AUX VBZ 3 cop
ready ready ADJ JJ 0 root
for for ADP IN 5 case
{thing} {thing} NOUN NN 3 obl
. . PUNCT . 3 punct
"""


def test_readiness_for_battle_is_no_position_readiness_for_talks_is() -> None:
    assert _taken(_READY.format(thing="battle")) == []
    assert _taken(_READY.format(thing="talks")) == [("talks", Stance.ACCEPTS_IN_PRINCIPLE)]


_NOT_YET = """
Chad Chad PROPN NNP 2 nsubj
proposed propose VERB VBD 0 root
a a DET DT 4 det
truce truce NOUN NN 2 obj
. . PUNCT . 2 punct

Chad Chad PROPN NNP 5 nsubj
has have AUX VBZ 5 aux
not not PART RB 5 advmod
yet yet ADV RB 5 advmod
agreed agree VERB VBN 0 root
. . PUNCT . 5 punct
"""


def test_not_yet_agreed_goes_on_with_what_was_named_before() -> None:
    assert ("truce", Stance.UNDECIDED) in _taken(_NOT_YET)
