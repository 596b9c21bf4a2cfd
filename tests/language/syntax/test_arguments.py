"""Who does what to whom: subjects, objects, obliques."""

from documents import document, token
from parley.language.syntax import (
    agent,
    appositions,
    complement,
    controllers,
    noun_phrase,
    objects,
    obliques,
    passive,
    role_nouns,
    subject,
    subjects,
)

JOINED = """
Chad chad PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Niger niger PROPN NNP 1 conj
rejected reject VERB VBD 0 root
the the DET DT 6 det
draft draft NOUN NN 4 obj
and and CCONJ CC 8 cc
urged urge VERB VBD 4 conj
Mali Mali PROPN NNP 8 obj
to to PART TO 11 mark
leave leave VERB VB 8 xcomp
. . PUNCT . 4 punct
"""

RELATIVE = """
Ana Ana PROPN NNP 10 nsubj
Ruiz Ruiz PROPN NNP 1 flat
, , PUNCT , 5 punct
the the DET DT 5 det
minister minister NOUN NN 1 appos
who who PRON WP 7 nsubj
leads lead VERB VBZ 5 acl:relcl
talks talk NOUN NNS 7 obj
, , PUNCT , 5 punct
said say VERB VBD 0 root
on on ADP IN 12 case
Monday Monday PROPN NNP 10 obl
that that SCONJ IN 17 mark
ports port NOUN NNS 17 nsubj:pass
were be AUX VBD 17 aux:pass
not not PART RB 17 advmod
closed close VERB VBN 10 ccomp
by by ADP IN 20 case
the the DET DT 20 det
union union NOUN NN 17 obl:agent
. . PUNCT . 10 punct
"""


def test_a_joined_verb_shares_its_subject() -> None:
    doc = document(JOINED)
    assert [found.text for found in subjects(token(doc, "urged"))] == ["Chad", "Niger"]


def test_an_infinitive_is_done_by_the_object_of_the_verb_above() -> None:
    doc = document(JOINED)
    found = subject(token(doc, "leave"))
    assert found is not None and found.text == "Mali"
    assert [above.text for above in controllers(token(doc, "leave"))] == ["urged"]


def test_objects_come_with_their_phrase() -> None:
    doc = document(JOINED)
    assert [noun_phrase(found).text for found in objects(token(doc, "rejected"))] == ["the draft"]


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    doc = document(RELATIVE)
    found = subject(token(doc, "leads"))
    assert found is not None and found.text == "minister"


def test_a_noun_phrase_leaves_out_appositions_unless_asked() -> None:
    doc = document(RELATIVE)
    ana = token(doc, "Ana")
    assert noun_phrase(ana).text == "Ana Ruiz"
    assert noun_phrase(ana, appositions=True).text == "Ana Ruiz, the minister"
    whole = noun_phrase(ana, appositions=True, clauses=True)
    assert whole.text == "Ana Ruiz, the minister who leads talks"
    assert [role.text for role in role_nouns(ana)] == [role.text for role in appositions(ana)] == ["minister"]


def test_obliques_carry_their_preposition() -> None:
    doc = document(RELATIVE)
    assert [(found.case, found.head.text) for found in obliques(token(doc, "said"))] == [("on", "Monday")]
    assert obliques(token(doc, "said"), "in") == []


def test_passive_agent_and_complement() -> None:
    doc = document(RELATIVE)
    closed = token(doc, "closed")
    union = agent(closed)
    assert passive(closed) and not passive(token(doc, "said"))
    assert union is not None and noun_phrase(union).text == "the union"
    assert complement(token(doc, "said")) == closed


def test_a_verb_without_subject_has_none() -> None:
    doc = document("Talk talk VERB VB 0 root\nnow now ADV RB 1 advmod")
    assert subject(token(doc, "Talk")) is None
    assert subjects(token(doc, "Talk")) == []
