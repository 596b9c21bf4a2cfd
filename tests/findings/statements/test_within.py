"""Words within words: what is said inside a statement, put to somebody, or thought of oneself."""

from documents import document
from parley.findings.statements.withheld import withheld_drafts
from reading_statements import names, read, said

ASKED = """
Asked ask VERB VBN 10 advcl
whether whether SCONJ IN 5 mark
ferries ferry NOUN NNS 5 nsubj
would would AUX MD 5 aux
sail sail VERB VB 1 ccomp
, , PUNCT , 1 punct
the the DET DT 8 det
minister minister NOUN NN 10 nsubj
calmly calmly ADV RB 10 advmod
said say VERB VBD 0 root
crews crew NOUN NNS 13 nsubj
were be AUX VBD 13 cop
ready ready ADJ JJ 10 ccomp
. . PUNCT . 10 punct
"""
INSERTED = """
Border border NOUN NN 2 compound
raids raid NOUN NNS 7 nsubj
, , PUNCT , 5 punct
she she PRON PRP 5 nsubj
said say VERB VBD 7 parataxis
, , PUNCT , 5 punct
showed show VERB VBD 0 root
that that SCONJ IN 11 mark
Mali Mali PROPN NNP 11 nsubj
was be AUX VBD 11 aux
arming arm VERB VBG 7 ccomp
. . PUNCT . 7 punct
"""
HOPED = """
Ruiz Ruiz PROPN NNP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
port port NOUN NN 5 nsubj
hoped hope VERB VBD 2 ccomp
it it PRON PRP 8 nsubj
would would AUX MD 8 aux
close close VERB VB 5 ccomp
. . PUNCT . 2 punct
"""
HOPED_ALONE = """
the the DET DT 2 det
port port NOUN NN 3 nsubj
hoped hope VERB VBD 0 root
it it PRON PRP 6 nsubj
would would AUX MD 6 aux
close close VERB VB 3 ccomp
. . PUNCT . 3 punct
"""
THINK = """
“ “ PUNCT `` 3 punct
I I PRON PRP 3 nsubj
think think VERB VBP 9 ccomp
boats boat NOUN NNS 6 nsubj
will will AUX MD 6 aux
sail sail VERB VB 3 ccomp
” ” PUNCT '' 3 punct
she she PRON PRP 9 nsubj
said say VERB VBD 0 root
. . PUNCT . 9 punct
"""
WE_THINK = """
We we PRON PRP 2 nsubj
think think VERB VBP 0 root
boats boat NOUN NNS 5 nsubj
will will AUX MD 5 aux
sail sail VERB VB 2 ccomp
. . PUNCT . 2 punct
"""
ABOARD = """
Talking talk VERB VBG 9 advcl
aboard aboard ADP IN 4 case
River River PROPN NNP 4 compound
Queen Queen PROPN NNP 5 compound
One One PROPN NNP 1 obj
, , PUNCT , 1 punct
Ms. Ms. PROPN NNP 8 nmod:desc
Ruiz Ruiz PROPN NNP 9 nsubj
said say VERB VBD 0 root
quotas quota NOUN NNS 12 nsubj
would would AUX MD 12 aux
rise rise VERB VB 9 ccomp
. . PUNCT . 9 punct
"""
UNABLE = """
He he PRON PRP 4 nsubj
could could AUX MD 4 aux
not not PART RB 4 advmod
answer answer VERB VB 0 root
every every DET DT 6 det
question question NOUN NN 4 obj
. . PUNCT . 4 punct
"""
ACCORD = """
Chad Chad PROPN NNP 3 nsubj
secretly secretly ADV RB 3 advmod
has have VERB VBZ 0 root
the the DET DT 5 det
pact pact NOUN NN 3 obj
. . PUNCT . 3 punct
"""
NO_DEAL = """
No no DET DT 2 det
agreement agreement NOUN NN 5 nsubj:pass
could could AUX MD 5 aux
be be AUX VB 5 aux:pass
reached reach VERB VBN 0 root
. . PUNCT . 5 punct
"""
THAT = """
That that PRON DT 2 nsubj
threatens threaten VERB VBZ 0 root
to to PART TO 4 mark
close close VERB VB 2 xcomp
ports port NOUN NNS 4 obj
. . PUNCT . 2 punct
"""
ANNOUNCED = """
A a DET DT 2 det
pact pact NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
announced announce VERB VBN 0 root
. . PUNCT . 4 punct
"""


def test_a_question_put_to_somebody_is_not_theirs() -> None:
    put = ("the minister", "Asked", ["whether ferries would sail"])
    own = ("the minister", "said", ["crews were ready"])
    doc = document(ASKED, attributions=[put, own])
    [found] = read(doc)
    assert said(doc, found) == ["crews were ready"]


def test_what_one_mention_says_is_one_statement() -> None:
    whole = ("she", "said", ["Border raids", "showed that Mali was arming"])
    doc = document(INSERTED, attributions=[whole, ("she", "showed", ["that Mali was arming"])])
    [found] = read(doc)
    assert found.cue is not None and found.cue.of(doc.text) == "said"


def test_others_thoughts_within_a_statement_are_no_statement_of_theirs() -> None:
    assert names(read(document(HOPED))) == ["Ruiz"]
    assert names(read(document(HOPED_ALONE))) == ["the port"]


def test_a_quoted_speaker_may_think_but_the_reporter_may_not() -> None:
    quoted = document(
        THINK,
        attributions=[("she", "said", ["I think boats will sail"]), ("I", "think", ["boats will sail"])],
    )
    assert names(read(quoted)) == ["I", "she"]
    assert read(document(WE_THINK, attributions=[("We", "think", ["boats will sail"])])) == ()


def test_the_scene_is_found_where_the_parse_takes_it_for_an_object() -> None:
    [found] = read(document(ABOARD, attributions=[("Ms. Ruiz", "said", ["quotas would rise"])]))
    assert found.venue == "aboard River Queen One"


def test_who_is_unable_to_answer_withholds_nothing() -> None:
    assert withheld_drafts(document(UNABLE)) == []
    assert withheld_drafts(document(UNABLE.replace("could could", "would would"))) != []


def test_what_is_reached_is_no_source() -> None:
    assert withheld_drafts(document(NO_DEAL)) == []
    person = NO_DEAL.replace("agreement agreement", "envoy envoy").replace("No no DET DT", "An an DET DT")
    unreached = person.replace("could could AUX MD 5 aux", "not not PART RB 5 advmod")
    assert withheld_drafts(document(unreached)) != []
    assert withheld_drafts(document(unreached.replace("envoy envoy", "treaty treaty"))) == []


def test_that_and_a_manner_and_a_thing_alone_say_nothing() -> None:
    assert read(document(THAT, attributions=[("That", "threatens", ["to close ports"])])) == ()
    assert read(document(ANNOUNCED, attributions=[("", "was announced", ["A pact"])])) == ()
    assert read(document(ACCORD, attributions=[("Chad", "secretly", ["the pact"])])) == ()
