"""Sentences with their parses, checked by hand, for tests of events: one a way of telling a deed."""

from __future__ import annotations

ENTERING = """
Chadian Chadian ADJ JJ 2 amod
forces force NOUN NNS 3 nsubj
crossed cross VERB VBD 0 root
into into ADP IN 8 case
Niger Niger PROPN NNP 8 nmod:poss
's 's PART POS 5 case
Diffa Diffa PROPN NNP 8 compound
region region NOUN NN 3 obl
on on ADP IN 10 case
Sunday Sunday PROPN NNP 3 obl
. . PUNCT . 3 punct
"""

FUTURE = """
Kenya Kenya PROPN NNP 2 nsubj
plans plan VERB VBZ 0 root
to to PART TO 4 mark
send send VERB VB 2 xcomp
troops troop NOUN NNS 4 obj
to to ADP IN 7 case
Ghana Ghana PROPN NNP 4 obl
. . PUNCT . 2 punct
"""

SUPPOSED = """
If if SCONJ IN 3 mark
Turkey Turkey PROPN NNP 3 nsubj
invades invade VERB VBZ 8 advcl
Cyprus Cyprus PROPN NNP 3 obj
, , PUNCT , 3 punct
Greece Greece PROPN NNP 8 nsubj
would would AUX MD 8 aux
respond respond VERB VB 0 root
. . PUNCT . 8 punct
"""

DENIED = """
Iran Iran PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
shelling shell VERB VBG 2 xcomp
the the DET DT 5 det
port port NOUN NN 3 obj
. . PUNCT . 2 punct
"""

BOMBING = """
Chadian Chadian ADJ JJ 2 amod
jets jet NOUN NNS 3 nsubj
struck strike VERB VBD 0 root
a a DET DT 5 det
hospital hospital NOUN NN 3 obj
in in ADP IN 7 case
Diffa Diffa PROPN NNP 5 nmod
, , PUNCT , 9 punct
killing kill VERB VBG 3 advcl
12 12 NUM CD 11 nummod
people people NOUN NNS 9 obj
. . PUNCT . 3 punct
"""

LABOUR = """
Dockworkers dockworker NOUN NNS 2 nsubj
went go VERB VBD 0 root
on on ADP IN 4 case
strike strike NOUN NN 2 obl
at at ADP IN 7 case
the the DET DT 7 det
port port NOUN NN 2 obl
on on ADP IN 9 case
Monday Monday PROPN NNP 2 obl
. . PUNCT . 2 punct
"""

DEAL = """
Chad Chad PROPN NNP 2 nsubj
struck strike VERB VBD 0 root
a a DET DT 4 det
deal deal NOUN NN 2 obj
with with ADP IN 6 case
Niger Niger PROPN NNP 2 obl
on on ADP IN 8 case
Tuesday Tuesday PROPN NNP 2 obl
. . PUNCT . 2 punct
"""

ACCUSED = """
Kenya Kenya PROPN NNP 2 nsubj
accused accuse VERB VBD 0 root
Chad Chad PROPN NNP 2 obj
of of SCONJ IN 5 mark
shelling shell VERB VBG 2 advcl
the the DET DT 7 det
port port NOUN NN 5 obj
. . PUNCT . 2 punct
"""

DEMANDED = """
Kenya Kenya PROPN NNP 2 nsubj
demanded demand VERB VBD 0 root
that that SCONJ IN 5 mark
Chad Chad PROPN NNP 5 nsubj
withdraw withdraw VERB VB 2 ccomp
its its PRON PRP$ 7 nmod:poss
troops troop NOUN NNS 5 obj
. . PUNCT . 2 punct
"""

FIGURATIVE = """
Peru Peru PROPN NNP 3 nmod:poss
's 's PART POS 1 case
exports export NOUN NNS 4 nsubj
hit hit VERB VBD 0 root
a a DET DT 6 det
record record NOUN NN 4 obj
and and CCONJ CC 10 cc
the the DET DT 9 det
minister minister NOUN NN 10 nsubj
attacked attack VERB VBD 4 conj
the the DET DT 12 det
plan plan NOUN NN 10 obj
. . PUNCT . 4 punct
"""

ACCIDENT = """
Twelve twelve NUM CD 2 nummod
people people NOUN NNS 4 nsubj:pass
were be AUX VBD 4 aux:pass
killed kill VERB VBN 0 root
in in ADP IN 8 case
a a DET DT 8 det
bus bus NOUN NN 8 compound
crash crash NOUN NN 4 obl
in in ADP IN 10 case
Peru Peru PROPN NNP 8 nmod
. . PUNCT . 4 punct
"""

SANCTION = """
France France PROPN NNP 2 nsubj
imposed impose VERB VBD 0 root
sanctions sanction NOUN NNS 2 obj
on on ADP IN 5 case
Chad Chad PROPN NNP 3 nmod
and and CCONJ CC 7 cc
Niger Niger PROPN NNP 5 conj
. . PUNCT . 2 punct
"""

WISH = """
Kenya Kenya PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
Chad Chad PROPN NNP 2 iobj
to to PART TO 5 mark
release release VERB VB 2 xcomp
the the DET DT 7 det
hostages hostage NOUN NNS 5 obj
. . PUNCT . 2 punct
"""

NOUN = """
Since since ADP IN 4 case
the the DET DT 4 det
Chadian Chadian ADJ JJ 4 amod
invasion invasion NOUN NN 12 obl
of of ADP IN 6 case
Niger Niger PROPN NNP 4 nmod
in in ADP IN 8 case
May May PROPN NNP 4 nmod
, , PUNCT , 4 punct
Kenya Kenya PROPN NNP 12 nsubj
has have AUX VBZ 12 aux
closed close VERB VBN 0 root
its its PRON PRP$ 14 nmod:poss
ports port NOUN NNS 12 obj
. . PUNCT . 12 punct
"""

REFUSAL = """
Japan Japan PROPN NNP 4 nsubj
will will AUX MD 4 aux
not not PART RB 4 advmod
lift lift VERB VB 0 root
its its PRON PRP$ 6 nmod:poss
tariffs tariff NOUN NNS 4 obj
on on ADP IN 8 case
Peru Peru PROPN NNP 6 nmod
. . PUNCT . 4 punct
"""

PASSIVE = """
The the DET DT 2 det
town town NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
captured capture VERB VBN 0 root
by by ADP IN 7 case
Chadian Chadian ADJ JJ 7 amod
forces force NOUN NNS 4 obl:agent
. . PUNCT . 4 punct
"""

RELATIVE = """
The the DET DT 2 det
plant plant NOUN NN 9 nsubj:pass
, , PUNCT , 6 punct
which which PRON WDT 6 obj
Chad Chad PROPN NNP 6 nsubj
seized seize VERB VBD 2 acl:relcl
, , PUNCT , 2 punct
is be AUX VBZ 9 aux:pass
closed closed VERB VBN 0 root
. . PUNCT . 9 punct
"""

SHOW = """
Maps map NOUN NNS 2 nsubj
show show VERB VBP 0 root
that that SCONJ IN 7 mark
Chadian Chadian ADJ JJ 5 amod
forces force NOUN NNS 7 nsubj
have have AUX VBP 7 aux
crossed cross VERB VBN 2 ccomp
into into ADP IN 9 case
Niger Niger PROPN NNP 7 obl
. . PUNCT . 2 punct
"""

TRUCE = """
Rebels rebel NOUN NNS 2 nsubj
fired fire VERB VBD 0 root
rockets rocket NOUN NNS 2 obj
at at ADP IN 7 case
a a DET DT 7 det
Kenyan Kenyan ADJ JJ 7 amod
base base NOUN NN 2 obl
. . PUNCT . 2 punct
"""

SUPPORT = """
Spain Spain PROPN NNP 2 nsubj
supports support VERB VBZ 0 root
the the DET DT 4 det
plan plan NOUN NN 2 obj
. . PUNCT . 2 punct
"""
