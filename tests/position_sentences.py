"""Sentences with their parses, checked by hand, for tests of positions: one a way of taking a stand."""

from __future__ import annotations

ACCEPTS_IF = """
Chad Chad PROPN NNP 2 nsubj
agreed agree VERB VBD 0 root
to to ADP IN 5 case
the the DET DT 5 det
truce truce NOUN NN 2 obl
so so ADV RB 7 advmod
long long ADV RB 2 advmod
as as SCONJ IN 10 mark
Niger Niger PROPN NNP 10 nsubj
withdraws withdraw VERB VBZ 7 advcl
its its PRON PRP$ 12 nmod:poss
troops troops NOUN NNS 10 obj
. . PUNCT . 2 punct
"""

REJECTS = """
Norway Norway PROPN NNP 2 nsubj
rejected reject VERB VBD 0 root
the the DET DT 5 det
quota quota NOUN NN 5 compound
offer offer NOUN NN 2 obj
on on ADP IN 7 case
Monday Monday PROPN NNP 2 obl
. . PUNCT . 2 punct
"""

UNDECIDED = """
Brazil Brazil PROPN NNP 5 nsubj
has have AUX VBZ 5 aux
not not PART RB 5 advmod
yet yet ADV RB 5 advmod
agreed agree VERB VBN 0 root
to to ADP IN 9 case
the the DET DT 9 det
quota quota NOUN NN 9 compound
deal deal NOUN NN 5 obl
. . PUNCT . 5 punct
"""

READY = """
Kenya Kenya PROPN NNP 3 nsubj
is be AUX VBZ 3 cop
ready ready ADJ JJ 0 root
to to PART TO 5 mark
accept accept VERB VB 3 xcomp
the the DET DT 7 det
treaty treaty NOUN NN 5 obj
. . PUNCT . 3 punct
"""

BUT = """
France France PROPN NNP 2 nsubj
supports support VERB VBZ 0 root
the the DET DT 4 det
plan plan NOUN NN 2 obj
, , PUNCT , 8 punct
but but CCONJ CC 8 cc
there there PRON EX 8 expl
are be VERB VBP 2 conj
questions question NOUN NNS 8 nsubj
about about ADP IN 11 case
verification verification NOUN NN 9 nmod
. . PUNCT . 2 punct
"""

BEHALF = """
Fiji Fiji PROPN NNP 8 nsubj
, , PUNCT , 6 punct
for for ADP IN 6 case
the the DET DT 6 det
island island NOUN NN 6 compound
states state NOUN NNS 1 nmod
, , PUNCT , 6 punct
proposed propose VERB VBD 0 root
a a DET DT 11 det
carbon carbon NOUN NN 11 compound
levy levy NOUN NN 8 obj
. . PUNCT . 8 punct
"""

REFUSED = """
Japan Japan PROPN NNP 2 nsubj
refused refuse VERB VBD 0 root
to to PART TO 4 mark
sign sign VERB VB 2 xcomp
the the DET DT 6 det
accord accord NOUN NN 4 obj
. . PUNCT . 2 punct
"""

MAY = """
Iran Iran PROPN NNP 3 nsubj
may may AUX MD 3 aux
accept accept VERB VB 0 root
the the DET DT 5 det
inspections inspection NOUN NNS 3 obj
. . PUNCT . 3 punct
"""

URGED = """
Egypt Egypt PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
Qatar Qatar PROPN NNP 2 obj
to to PART TO 5 mark
accept accept VERB VB 2 xcomp
the the DET DT 7 det
truce truce NOUN NN 5 obj
. . PUNCT . 2 punct
"""

SUPPOSED = """
If if SCONJ IN 3 mark
Chad Chad PROPN NNP 3 nsubj
accepts accept VERB VBZ 9 advcl
the the DET DT 5 det
truce truce NOUN NN 3 obj
, , PUNCT , 3 punct
aid aid NOUN NN 9 nsubj
will will AUX MD 9 aux
flow flow VERB VB 0 root
. . PUNCT . 9 punct
"""

OWNED = """
Lawmakers lawmaker PROPN NNS 2 nsubj
dismissed dismiss VERB VBD 0 root
Norway Norway PROPN NNP 5 nmod:poss
's 's PART POS 3 case
demand demand NOUN NN 2 obj
for for ADP IN 9 case
a a DET DT 9 det
smaller small ADJ JJR 9 amod
quota quota NOUN NN 5 nmod
. . PUNCT . 2 punct
"""

TABLED = """
Peru Peru PROPN NNP 3 nsubj
is be AUX VBZ 3 aux
studying study VERB VBG 0 root
a a DET DT 5 det
plan plan NOUN NN 3 obj
put put VERB VBN 5 acl
forward forward ADV RB 6 advmod
by by ADP IN 9 case
Chile Chile PROPN NNP 6 obl:agent
. . PUNCT . 3 punct
"""

TOGETHER = """
The the DET DT 2 det
pact pact NOUN NN 7 nsubj
between between ADP IN 4 case
Chad Chad PROPN NNP 2 nmod
and and CCONJ CC 6 cc
Niger Niger PROPN NNP 4 conj
collapsed collapse VERB VBD 0 root
in in ADP IN 9 case
June June PROPN NNP 7 obl
. . PUNCT . 7 punct
"""

UNLESS = """
The the DET DT 2 det
union union NOUN NN 5 nsubj
will will AUX MD 5 aux
not not PART RB 5 advmod
end end VERB VB 0 root
the the DET DT 7 det
strike strike NOUN NN 5 obj
unless unless SCONJ IN 11 mark
the the DET DT 10 det
company company NOUN NN 11 nsubj
raises raise VERB VBZ 5 advcl
wages wage NOUN NNS 11 obj
. . PUNCT . 5 punct
"""

MUST = """
The the DET DT 3 det
wage wage NOUN NN 3 compound
cuts cut NOUN NNS 6 nsubj:pass
must must AUX MD 6 aux
be be AUX VB 6 aux:pass
withdrawn withdraw VERB VBN 0 root
. . PUNCT . 6 punct
"""

WANTS = """
Turkey Turkey PROPN NNP 2 nsubj
wants want VERB VBZ 0 root
a a DET DT 5 det
longer long ADJ JJR 5 amod
pause pause NOUN NN 2 obj
. . PUNCT . 2 punct
"""

WANTS_OTHER = """
Sweden Sweden PROPN NNP 3 nsubj
is be AUX VBZ 3 cop
ready ready ADJ JJ 0 root
to to PART TO 5 mark
lift lift VERB VB 3 xcomp
the the DET DT 7 det
tariffs tariff NOUN NNS 5 obj
. . PUNCT . 3 punct
"""

ASKED = """
Did do AUX VBD 3 aux
Spain Spain PROPN NNP 3 nsubj
accept accept VERB VB 0 root
the the DET DT 5 det
deal deal NOUN NN 3 obj
? ? PUNCT . 3 punct
"""

OUT = """
Canada Canada PROPN NNP 2 nsubj
pulled pull VERB VBD 0 root
out out ADP IN 2 compound:prt
of of ADP IN 7 case
the the DET DT 7 det
climate climate NOUN NN 7 compound
treaty treaty NOUN NN 2 obl
. . PUNCT . 2 punct
"""

PRINCIPLE = """
Ghana Ghana PROPN NNP 2 nsubj
accepted accept VERB VBD 0 root
the the DET DT 4 det
treaty treaty NOUN NN 2 obj
in in ADP IN 6 case
principle principle NOUN NN 2 obl
. . PUNCT . 2 punct
"""

WOULD = """
Ghana Ghana PROPN NNP 3 nsubj
would would AUX MD 3 aux
accept accept VERB VB 0 root
the the DET DT 5 det
treaty treaty NOUN NN 3 obj
. . PUNCT . 3 punct
"""

INSISTS = """
Cuba Cuba PROPN NNP 2 nsubj
insisted insist VERB VBD 0 root
that that SCONJ IN 7 mark
the the DET DT 5 det
embargo embargo NOUN NN 7 nsubj
must must AUX MD 7 aux
end end VERB VB 2 ccomp
. . PUNCT . 2 punct
"""

UNION = """
Teachers teacher NOUN NNS 2 nsubj
rejected reject VERB VBD 0 root
the the DET DT 4 det
contract contract NOUN NN 2 obj
. . PUNCT . 2 punct
"""
