"""Deeds, pictures and what may still be said: no statements, though the engine takes them for some."""

import pytest

from documents import document
from parley.language.tree import Doc
from reading_statements import names, read, said

UNSURE = 0.5


def told(
    subject: str, verb: str, thing: str, *, helper: str = "", tag: str = "VBD", score: float = 0.9
) -> Doc:
    """ "Oslo considered the quota": a subject, a verb with or without a helper, and a thing, attributed."""
    words, lemma = verb.split("/")
    place = 3 if helper else 2
    rows = [f"{subject} {subject} PROPN NNP {place} nsubj"]
    if helper:
        rows.append(f"{helper} {helper} AUX MD 3 aux")
    rows.append(f"{words} {lemma} VERB {tag} 0 root")
    rows.append(f"the the DET DT {place + 2} det")
    rows.append(f"{thing} {thing} NOUN NN {place} obj")
    rows.append(f". . PUNCT . {place} punct")
    cue = f"{helper} {words}".strip()
    return document("\n".join(rows), attributions=[(subject, cue, [f"the {thing}"])], score=score)


@pytest.mark.parametrize(
    ("verb", "thing"),
    [
        ("dredged/dredge", "harbour"),
        ("repaired/repair", "pier"),
    ],
)
def test_a_deed_is_no_statement_where_the_engine_is_unsure(verb: str, thing: str) -> None:
    assert read(told("Oslo", verb, thing, score=UNSURE)) == ()
    assert len(read(told("Oslo", verb, thing))) == 1


@pytest.mark.parametrize(
    ("verb", "thing"),
    [
        ("adopted/adopt", "resolution"),
        ("left/leave", "talks"),
        ("derailed/derail", "truce"),
        ("chose/choose", "port"),
        ("postponed/postpone", "vote"),
    ],
)
def test_what_is_plainly_done_is_no_statement_however_sure_the_engine_is(verb: str, thing: str) -> None:
    assert read(told("Oslo", verb, thing)) == ()


@pytest.mark.parametrize(
    ("verb", "thing"),
    [
        ("rejected/reject", "quota"),
        ("praised/praise", "truce"),
        ("defended/defend", "tariff"),
        ("mocked/mock", "plan"),
    ],
)
def test_a_judgement_is_one(verb: str, thing: str) -> None:
    doc = told("Oslo", verb, thing)
    [found] = read(doc)
    assert said(doc, found) == [f"the {thing}"]


def test_what_follows_as_a_clause_is_said_whatever_the_verb() -> None:
    table = """
Lima Lima PROPN NNP 2 nsubj
whistled whistle VERB VBD 0 root
that that SCONJ IN 5 mark
ports port NOUN NNS 5 nsubj
closed close VERB VBD 2 ccomp
. . PUNCT . 2 punct
"""
    doc = document(table, attributions=[("Lima", "whistled", ["that ports closed"])])
    [found] = read(doc)
    assert said(doc, found) == ["that ports closed"]


def test_what_may_or_will_be_said_is_not_said_yet() -> None:
    for helper in ("can", "may", "will"):
        assert read(told("Lima", "reject/reject", "quota", helper=helper, tag="VB")) == ()
    assert read(told("Lima", "rejected/reject", "quota")) != ()


def test_a_picture_shows_and_says_nothing() -> None:
    assert read(told("footage", "showed/show", "harbour")) == ()
    assert read(told("survey", "showed/show", "harbour")) != ()


def test_nobody_says_nothing() -> None:
    table = """
No no DET DT 2 det
minister minister NOUN NN 3 nsubj
praised praise VERB VBD 0 root
the the DET DT 5 det
pact pact NOUN NN 3 obj
. . PUNCT . 3 punct
"""
    assert read(document(table, attributions=[("No minister", "praised", ["the pact"])])) == ()
    one = table.replace("No no", "One one")
    assert read(document(one, attributions=[("One minister", "praised", ["the pact"])])) != ()


def test_to_point_at_somebody_or_cite_him_says_nothing() -> None:
    pointing = """
Ruiz Ruiz PROPN NNP 2 nsubj
was be AUX VBD 3 aux
referring refer VERB VBG 0 root
to to ADP IN 6 case
the the DET DT 6 det
mayor mayor NOUN NN 3 obl
. . PUNCT . 3 punct
"""
    assert read(document(pointing, attributions=[("Ruiz", "was referring to", ["the mayor"])])) == ()
    assert read(told("Ruiz", "cited/cite", "official")) == ()
    assert read(told("Ruiz", "cited/cite", "drought")) != ()


def test_a_cue_that_is_only_an_adverb_takes_the_verb_beside_it() -> None:
    table = """
Chad Chad PROPN NNP 3 nsubj
still still ADV RB 3 advmod
rejects reject VERB VBZ 0 root
the the DET DT 5 det
pact pact NOUN NN 3 obj
. . PUNCT . 3 punct
"""
    doc = document(table, attributions=[("Chad", "still", ["the pact"])])
    [found] = read(doc)
    assert found.cue is not None and found.cue.of(doc.text) == "still rejects"


MEANT = """
Ruiz Ruiz PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Brandt Brandt PROPN NNP 2 obj
to to PART TO 5 mark
say say VERB VB 2 advcl
quotas quota NOUN NNS 7 nsubj
rose rise VERB VBD 5 ccomp
. . PUNCT . 2 punct
"""


def test_what_somebody_meant_to_say_is_not_said() -> None:
    assert read(document(MEANT)) == ()
    said_so = MEANT.replace("to to PART TO 5 mark", "and and CCONJ CC 5 cc")
    assert read(document(said_so.replace("say say VERB VB 2 advcl", "said say VERB VBD 2 conj"))) != ()


QUOTED = """
“ “ PUNCT `` 3 punct
People people NOUN NNS 3 nsubj
say say VERB VBP 9 ccomp
quotas quota NOUN NNS 5 nsubj
rose rise VERB VBD 3 ccomp
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
Ruiz Ruiz PROPN NNP 9 nsubj
said say VERB VBD 0 root
. . PUNCT . 9 punct
"""


def test_what_people_in_general_say_in_a_quotation_is_the_speakers() -> None:
    own = ("Ruiz", "said", ["People say quotas rose"])
    assert len(read(document(QUOTED, attributions=[own]))) == 1
    named = QUOTED.replace("People people NOUN NNS", "Lima Lima PROPN NNP")
    own = ("Ruiz", "said", ["Lima say quotas rose"])
    assert len(read(document(named, attributions=[own], ents=[("Lima", "GPE")]))) == 2


def test_a_word_in_scare_quotes_makes_no_deed_a_statement() -> None:
    table = """
Oslo Oslo PROPN NNP 2 nsubj
embraced embrace VERB VBD 0 root
a a DET DT 8 det
“ “ PUNCT `` 5 punct
green green ADJ JJ 8 amod
” ” PUNCT '' 5 punct
harbour harbour NOUN NN 8 compound
plan plan NOUN NN 2 obj
for for ADP IN 11 case
its its PRON PRP$ 11 nmod:poss
fjords fjord NOUN NNS 8 nmod
and and CCONJ CC 13 cc
islands island NOUN NNS 11 conj
. . PUNCT . 2 punct
"""
    words = "a “green” harbour plan for its fjords and islands"
    assert read(document(table, attributions=[("Oslo", "embraced", [words])], score=UNSURE)) == ()
    praised = table.replace("embraced embrace", "praised praise")
    assert len(read(document(praised, attributions=[("Oslo", "praised", [words])]))) == 1


def test_a_day_right_behind_the_cue_is_no_part_of_what_is_said() -> None:
    table = """
Ruiz Ruiz PROPN NNP 2 nsubj
said say VERB VBD 0 root
Saturday Saturday PROPN NNP 6 obl:tmod
they they PRON PRP 6 nsubj
must must AUX MD 6 aux
follow follow VERB VB 2 ccomp
through through ADV RB 6 advmod
. . PUNCT . 2 punct
"""
    doc = document(table, attributions=[("Ruiz", "said", ["Saturday they must follow through"])])
    [found] = read(doc)
    assert said(doc, found) == ["they must follow through"]
    would = table.replace("they they PRON PRP 6 nsubj\n", "probably probably ADV RB 6 advmod\n")
    doc = document(would, attributions=[("Ruiz", "said", ["Saturday probably must follow through"])])
    [found] = read(doc)
    assert said(doc, found) == ["Saturday probably must follow through"]


def test_to_welcome_people_says_nothing_but_to_welcome_a_step_does() -> None:
    for guest in ("delegation", "minister", "refugee"):
        assert read(told("Oslo", "welcomed/welcome", guest)) == ()
    for step in ("truce", "statement", "quota"):
        assert read(told("Oslo", "welcomed/welcome", step)) != ()


def test_the_parse_alone_finds_no_words_yet_to_be_said() -> None:
    table = """
Ruiz Ruiz PROPN NNP 3 nsubj
must must AUX MD 3 aux
announce announce VERB VB 0 root
a a DET DT 5 det
decision decision NOUN NN 3 obj
. . PUNCT . 3 punct
"""
    person = [("Ruiz", "PERSON")]
    assert read(document(table, ents=person)) == ()
    told_it = table.replace("must must AUX MD", "calmly calmly ADV RB").replace(
        "announce announce VERB VB", "announced announce VERB VBD"
    )
    assert len(read(document(told_it, ents=person))) == 1


HOPE = """
It it PRON PRP 4 nsubj
is be AUX VBZ 4 cop
my my PRON PRP$ 4 nmod:poss
hope hope NOUN NN 0 root
that that SCONJ IN 7 mark
boats boat NOUN NNS 7 nsubj
sail sail VERB VBP 4 acl
. . PUNCT . 4 punct
"""


def test_my_hope_is_the_speakers_and_no_other_source() -> None:
    assert read(document(HOPE)) == ()
    theirs = HOPE.replace("my my PRON PRP$", "their their PRON PRP$")
    assert names(read(document(theirs))) == ["their"]


def test_what_a_plan_calls_for_is_its_term() -> None:
    table = """
The the DET DT 2 det
plan plan NOUN NN 3 nsubj
calls call VERB VBZ 0 root
for for ADP IN 6 case
new new ADJ JJ 6 amod
ports port NOUN NNS 3 obl
. . PUNCT . 3 punct
"""
    assert read(document(table, attributions=[("The plan", "calls for", ["new ports"])])) == ()
    union = table.replace("plan plan", "union union")
    assert len(read(document(union, attributions=[("The union", "calls for", ["new ports"])]))) == 1


def test_to_agree_to_do_something_is_a_deed_even_with_a_word_in_quotes() -> None:
    table = """
Oslo Oslo PROPN NNP 2 nsubj
agreed agree VERB VBD 0 root
to to PART TO 4 mark
keep keep VERB VB 2 xcomp
“ “ PUNCT `` 6 punct
green green ADJ JJ 8 amod
” ” PUNCT '' 6 punct
ports port NOUN NNS 4 obj
open open ADJ JJ 4 xcomp
through through ADP IN 12 case
the the DET DT 12 det
winter winter NOUN NN 4 obl
. . PUNCT . 2 punct
"""
    words = "to keep “green” ports open through the winter"
    assert read(document(table, attributions=[("Oslo", "agreed", [words])])) == ()
    vowed = table.replace("agreed agree", "vowed vow")
    assert len(read(document(vowed, attributions=[("Oslo", "vowed", [words])]))) == 1


KNOWN_TO = """
Crews crew NOUN NNS 2 nsubj
know know VERB VBP 0 root
that that SCONJ IN 5 mark
quotas quota NOUN NNS 5 nsubj
fall fall VERB VBP 2 ccomp
. . PUNCT . 2 punct
"""


def test_what_somebody_knows_is_not_said_by_them() -> None:
    for word in ("know", "realise", "discover"):
        table = KNOWN_TO.replace("know know", f"{word} {word}")
        assert read(document(table, attributions=[("Crews", word, ["that quotas fall"])])) == ()
    fear = KNOWN_TO.replace("know know", "fear fear")
    assert len(read(document(fear, attributions=[("Crews", "fear", ["that quotas fall"])]))) == 1


def test_that_which_points_back_opens_no_clause_of_its_own() -> None:
    table = """
Lima Lima PROPN NNP 2 nsubj
built build VERB VBD 0 root
piers pier NOUN NNS 2 obj
that that PRON WDT 5 nsubj
sank sink VERB VBD 3 acl:relcl
. . PUNCT . 2 punct
"""
    assert read(document(table, attributions=[("Lima", "built piers", ["that sank"])], score=UNSURE)) == ()


def test_the_parse_alone_finds_what_is_stressed_but_not_what_is_to_be() -> None:
    table = """
Ruiz Ruiz PROPN NNP 2 nsubj
stressed stress VERB VBD 0 root
the the DET DT 4 det
need need NOUN NN 2 obj
for for ADP IN 6 case
rest rest NOUN NN 4 nmod
. . PUNCT . 2 punct
"""
    person = [("Ruiz", "PERSON")]
    doc = document(table, ents=person)
    [found] = read(doc)
    assert said(doc, found) == ["the need for rest"]
    aim = table.replace(
        "stressed stress VERB VBD 0 root",
        "flew fly VERB VBD 0 root\nto to PART TO 4 mark\nstress stress VERB VB 2 advcl",
    )
    aim = aim.replace("the the DET DT 4 det", "the the DET DT 6 det").replace(
        "need need NOUN NN 2 obj", "need need NOUN NN 4 obj"
    )
    aim = aim.replace("for for ADP IN 6 case", "for for ADP IN 8 case").replace(
        "rest rest NOUN NN 4 nmod", "rest rest NOUN NN 6 nmod"
    )
    assert read(document(aim, ents=person)) == ()


@pytest.mark.parametrize("thing", ["bloodshed", "market", "rescheduling", "tariff"])
def test_what_happens_or_is_made_has_no_mouth(thing: str) -> None:
    table = f"""
The the DET DT 2 det
{thing} {thing} NOUN NN 3 nsubj
recalled recall VERB VBD 0 root
the the DET DT 5 det
strike strike NOUN NN 3 obj
. . PUNCT . 3 punct
"""
    assert read(document(table, attributions=[(f"The {thing}", "recalled", ["the strike"])])) == ()
    spoken = table.replace(thing, "skipper")
    assert len(read(document(spoken, attributions=[("The skipper", "recalled", ["the strike"])]))) == 1


def test_a_joining_word_is_no_source() -> None:
    table = """
and and CCONJ CC 2 cc
recalled recall VERB VBD 0 root
the the DET DT 4 det
strike strike NOUN NN 2 obj
. . PUNCT . 2 punct
"""
    assert read(document(table, attributions=[("and", "recalled", ["the strike"])])) == ()


def test_what_somebody_is_held_to_be_is_a_judgement_and_what_is_thought_over_is_none() -> None:
    table = """
Oslo Oslo PROPN NNP 2 nsubj
considers consider VERB VBZ 0 root
it it PRON PRP 2 obj
a a DET DT 5 det
trap trap NOUN NN 2 xcomp
. . PUNCT . 2 punct
"""
    doc = document(table, attributions=[("Oslo", "considers", ["it a trap"])], score=0.7)
    assert len(read(doc)) == 1
    assert read(told("Oslo", "considers/consider", "quota", tag="VBZ", score=0.7)) == ()


SPOKE = """
Lund Lund PROPN NNP 2 nsubj
{verb} VERB VBD 0 root
Ruiz Ruiz PROPN NNP 2 obj
. . PUNCT . 2 punct
"""


def test_with_whom_somebody_spoke_is_not_what_was_said() -> None:
    ents = [("Ruiz", "PERSON"), ("Lund", "PERSON")]
    for verb, number in (("called call", 0), ("phoned phone", 0), ("praised praise", 1)):
        doc = document(SPOKE.format(verb=verb), ents=ents, attributions=[("Lund", verb.split()[0], ["Ruiz"])])
        assert len(read(doc)) == number


def test_what_is_called_off_is_done() -> None:
    table = """
Oslo Oslo PROPN NNP 2 nsubj
called call VERB VBD 0 root
off off ADP RP 2 compound:prt
the the DET DT 5 det
talks talk NOUN NNS 2 obj
. . PUNCT . 2 punct
"""
    assert read(document(table, attributions=[("Oslo", "called off", ["the talks"])])) == ()


def test_a_thing_is_added_and_a_clause_is_said() -> None:
    assert read(told("Oslo", "added/add", "condition")) == ()
    table = """
Oslo Oslo PROPN NNP 2 nsubj
added add VERB VBD 0 root
ports port NOUN NNS 4 nsubj
closed close VERB VBD 2 ccomp
. . PUNCT . 2 punct
"""
    assert len(read(document(table, attributions=[("Oslo", "added", ["ports closed"])]))) == 1


def test_where_something_is_adopted_says_nothing() -> None:
    table = """
A a DET DT 2 det
pact pact NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
announced announce VERB VBN 0 root
{case} {case} ADP IN 7 case
a a DET DT 7 det
conference conference NOUN NN 4 {label}
. . PUNCT . 4 punct
"""
    for case, label, number in (("at", "obl", 0), ("by", "obl:agent", 1)):
        doc = document(
            table.format(case=case, label=label),
            attributions=[("a conference", "was announced", ["A pact"])],
        )
        assert len(read(doc)) == number


def test_people_without_a_name_judge_too() -> None:
    table = """
Delegates delegate NOUN NNS 2 nsubj
condemned condemn VERB VBD 0 root
the the DET DT 4 det
raid raid NOUN NN 2 obj
. . PUNCT . 2 punct
"""
    [found] = read(document(table))
    assert names((found,)) == ["Delegates"]
    assert read(document(table.replace("Delegates delegate", "Storms storm"))) == ()
