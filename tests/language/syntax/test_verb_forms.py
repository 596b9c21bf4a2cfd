"""What a verb's form says."""

import pytest

from documents import document, token
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    clause_span,
    governing_predicate,
    modality,
    negated,
    tense,
    verb_group,
)

IS_TO = """
Envoys envoy NOUN NNS 4 nsubj
are be AUX VBP 4 aux
to to PART TO 4 mark
meet meet VERB VB 0 root
"""
IS_SET = """
Envoys envoy NOUN NNS 3 nsubj
are be AUX VBP 3 cop
set set ADJ JJ 0 root
to to PART TO 5 mark
meet meet VERB VB 3 xcomp
"""
WILL = """
Envoys envoy NOUN NNS 4 nsubj
will will AUX MD 4 aux
not not PART RB 4 advmod
meet meet VERB VB 0 root
"""
WOULD_BE_READY = """
Oslo Oslo PROPN NNP 4 nsubj
would would AUX MD 4 aux
be be AUX VB 4 cop
ready ready ADJ JJ 0 root
to to PART TO 6 mark
meet meet VERB VB 4 xcomp
"""
HAD = """
Nobody nobody PRON NN 4 nsubj
had have AUX VBD 4 aux
ever ever ADV RB 4 advmod
meet meet VERB VBN 0 root
"""
ARE = """
Envoys envoy NOUN NNS 3 nsubj
are be AUX VBP 3 aux
meet meet VERB VBG 0 root
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (IS_TO, Tense.FUTURE),
        (IS_SET, Tense.FUTURE),
        (WILL, Tense.FUTURE),
        (HAD, Tense.PAST),
        (ARE, Tense.PRESENT),
    ],
)
def test_tense(table: str, expected: Tense) -> None:
    assert tense(token(document(table), "meet")) is expected


def test_would_is_conditional() -> None:
    assert tense(token(document(WOULD_BE_READY), "ready")) is Tense.CONDITIONAL


def test_modality_names_what_governs() -> None:
    assert modality(token(document(WOULD_BE_READY), "meet")) == ("ready", "would")
    assert modality(token(document(WILL), "meet")) == ()


def test_negation_by_adverb_and_by_subject() -> None:
    assert negated(token(document(WILL), "meet"))
    assert negated(token(document(HAD), "meet"))
    assert not negated(token(document(ARE), "meet"))


def test_aspect() -> None:
    assert aspect(token(document(HAD), "meet")) is Aspect.PERFECT
    assert aspect(token(document(ARE), "meet")) is Aspect.PROGRESSIVE
    assert aspect(token(document(WILL), "meet")) is Aspect.SIMPLE


def test_verb_group_and_clause() -> None:
    doc = document(
        """
        Oslo Oslo PROPN NNP 2 nsubj
        said say VERB VBD 0 root
        it it PRON PRP 6 nsubj
        did do AUX VBD 6 aux
        not not PART RB 6 advmod
        pay pay VERB VB 2 ccomp
        , , PUNCT , 9 punct
        and and CCONJ CC 9 cc
        left leave VERB VBD 2 conj
        . . PUNCT . 2 punct
        """
    )
    assert verb_group(token(doc, "pay")).text == "did not pay"
    assert clause_span(token(doc, "pay")).text == "it did not pay"
    assert clause_span(token(doc, "said"), joined=False).text == "Oslo said it did not pay"
    assert governing_predicate(token(doc, "it")) == token(doc, "said")
