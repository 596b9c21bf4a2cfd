"""Whose words are whose: parts two cues would share, a quoted speaker's "he", who is spoken to, names."""

from documents import document
from parley.findings.statements.drafts import Draft
from parley.findings.statements.sharing import shared_once
from parley.model import Span
from reading_statements import names, read, said


def draft(cue: tuple[int, int], *content: tuple[int, int]) -> Draft:
    return Draft(
        Span(*cue), (Span(cue[0] - 2, cue[0] - 1),), tuple(Span(*part) for part in content), "test", 0.9
    )


def test_a_part_goes_to_the_nearer_cue() -> None:
    first, second = draft((14, 18), (0, 10), (20, 40)), draft((41, 50), (0, 10), (20, 40), (55, 70))
    one, other = shared_once([first, second])
    assert one.content == (Span(0, 10),)
    assert other.content == (Span(20, 40), Span(55, 70))


def test_what_is_said_within_anothers_words_takes_none_of_them() -> None:
    outer, inner = draft((3, 8), (10, 30), (31, 80)), draft((40, 44), (10, 30), (46, 80))
    one, other = shared_once([outer, inner])
    assert one.content == outer.content
    assert other.content == (Span(46, 80),)


HIMSELF = """
“ “ PUNCT `` 3 punct
He he PRON PRP 3 nsubj
says say VERB VBZ 9 ccomp
quotas quota NOUN NNS 5 nsubj
rose rise VERB VBD 3 ccomp
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Ruiz Ruiz PROPN NNP 9 nsubj
said say VERB VBD 0 root
. . PUNCT . 9 punct
"""


def test_nobody_quotes_himself_as_he() -> None:
    doc = document(HIMSELF, attributions=[("Ruiz", "said", ["He says quotas rose"])])
    assert names(read(doc, he="Ruiz")) == ["Ruiz"]
    assert sorted(str(name) for name in names(read(doc, he="Brandt"))) == ["Brandt", "Ruiz"]


ADVISED = """
Crews crew NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
advised advise VERB VBN 0 root
to to PART TO 5 mark
wait wait VERB VB 3 xcomp
. . PUNCT . 3 punct
"""


def test_who_is_told_or_urged_says_nothing() -> None:
    for form, lemma in (("advised", "advise"), ("urged", "urge"), ("told", "tell")):
        table = ADVISED.replace("advised advise", f"{form} {lemma}")
        assert read(document(table, attributions=[("Crews", f"were {form}", ["to wait"])])) == ()
    active = ADVISED.replace("nsubj:pass", "nsubj").replace(
        "were be AUX VBD 3 aux:pass", "then then ADV RB 3 advmod"
    )
    doc = document(active.replace("VBN", "VBD"), attributions=[("Crews", "advised", ["to wait"])])
    assert names(read(doc)) == ["Crews"]


KNOWN = """
Holm Holm PROPN NNP 0 root
, , PUNCT , 3 punct
known know VERB VBN 1 acl
as as ADP IN 6 case
“ “ PUNCT `` 6 punct
Iceberg Iceberg PROPN NNP 3 obl
” ” PUNCT '' 6 punct
. . PUNCT . 1 punct
"""


def test_what_somebody_is_known_as_is_only_a_name() -> None:
    assert read(document(KNOWN, attributions=[("Holm", "known as", ["Iceberg"])])) == ()
    called = KNOWN.replace("known know VERB VBN", "shouting shout VERB VBG").replace(
        "as as ADP IN", "then then ADV RB"
    )
    doc = document(called, attributions=[("Holm", "shouting", ["Iceberg"])])
    assert [said(doc, one) for one in read(doc)] == [["Iceberg"]]


def test_an_adjective_alone_is_a_piece_of_something() -> None:
    table = """
Oslo Oslo PROPN NNP 2 nsubj
thought think VERB VBD 0 root
unfair unfair ADJ JJ 2 xcomp
. . PUNCT . 2 punct
"""
    assert read(document(table, attributions=[("Oslo", "thought", ["unfair"])])) == ()
    wanted = table.replace("thought think", "wanted want").replace(
        "unfair unfair ADJ JJ 2 xcomp", "peace peace NOUN NN 2 obj"
    )
    assert len(read(document(wanted, attributions=[("Oslo", "wanted", ["peace"])]))) == 1


def test_what_stands_behind_a_comma_is_no_source_without_its_noun() -> None:
    table = """
Thirty thirty NUM CD 2 nummod
deputies deputy NOUN NNS 10 nsubj
, , PUNCT , 4 punct
two two NUM CD 2 nummod
more more ADJ JJR 4 amod
than than ADP IN 8 case
the the DET DT 8 det
quorum quorum NOUN NN 5 obl
, , PUNCT , 2 punct
said say VERB VBD 0 root
boats boat NOUN NNS 12 nsubj
sank sink VERB VBD 10 ccomp
. . PUNCT . 10 punct
"""
    doc = document(table, attributions=[("two more than the quorum", "said", ["boats sank"])])
    assert names(read(doc)) == ["Thirty deputies, two more than the quorum"]
