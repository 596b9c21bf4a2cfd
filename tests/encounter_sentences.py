"""Parsed sentences for the tests of encounters: one table each, see `documents.document`."""

MINISTERS_MET = """
The the DET DT 2 det
ministers minister NOUN NNS 7 nsubj
of of ADP IN 4 case
Chad Chad PROPN NNP 2 nmod
and and CCONJ CC 6 cc
Niger Niger PROPN NNP 4 conj
met meet VERB VBD 0 root
in in ADP IN 9 case
Vienna Vienna PROPN NNP 7 obl
on on ADP IN 11 case
Friday Friday PROPN NNP 7 obl
. . PUNCT . 7 punct
"""

WILL_MEET = """
Mr. Mr. PROPN NNP 2 nmod:desc
Osei Osei PROPN NNP 4 nsubj
will will AUX MD 4 aux
meet meet VERB VB 0 root
the the DET DT 6 det
union union NOUN NN 8 nmod:poss
's 's PART POS 6 case
president president NOUN NN 4 obj
, , PUNCT , 10 punct
Dana Dana PROPN NNP 8 appos
Whitlock Whitlock PROPN NNP 10 flat
, , PUNCT , 14 punct
on on ADP IN 14 case
Tuesday Tuesday PROPN NNP 4 obl
. . PUNCT . 4 punct
"""

DUE_TO_HOLD = """
Chad Chad PROPN NNP 4 nmod:poss
's 's PART POS 1 case
foreign foreign ADJ JJ 4 amod
minister minister NOUN NN 8 nsubj
was be AUX VBD 8 cop
due due ADJ JJ 0 root
to to ADP IN 8 mark
hold hold VERB VB 6 advcl
talks talk NOUN NNS 8 obj
with with ADP IN 12 case
Mr. Mr. PROPN NNP 12 nmod:desc
Osei Osei PROPN NNP 9 nmod
in in ADP IN 14 case
Accra Accra PROPN NNP 8 obl
on on ADP IN 16 case
Thursday Thursday PROPN NNP 8 obl
. . PUNCT . 8 punct
"""

CANCELLED = """
Mr. Mr. PROPN NNP 2 nmod:desc
Osei Osei PROPN NNP 3 nsubj
cancelled cancel VERB VBD 0 root
the the DET DT 5 det
meeting meeting NOUN NN 3 obj
on on ADP IN 7 case
Wednesday Wednesday PROPN NNP 3 obl
. . PUNCT . 3 punct
"""

WEEKLY = """
The the DET DT 3 det
two two NUM CD 3 nummod
sides side NOUN NNS 4 nsubj
meet meet VERB VBP 0 root
every every DET DT 6 det
week week NOUN NN 4 obl:unmarked
. . PUNCT . 4 punct
"""

IF_THEY_MEET = """
If if SCONJ IN 4 mark
the the DET DT 3 det
sides side NOUN NNS 4 nsubj
meet meet VERB VBP 10 advcl
again again ADV RB 4 advmod
, , PUNCT , 4 punct
a a DET DT 8 det
deal deal NOUN NN 10 nsubj
is be AUX VBZ 10 cop
possible possible ADJ JJ 0 root
. . PUNCT . 10 punct
"""

DENIED = """
Norway Norway PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
that that SCONJ IN 7 mark
its its PRON PRP$ 5 nmod:poss
envoy envoy NOUN NN 7 nsubj
had have AUX VBD 7 aux
met meet VERB VBN 2 ccomp
Mr. Mr. PROPN NNP 9 nmod:desc
Osei Osei PROPN NNP 7 obj
in in ADP IN 11 case
Geneva Geneva PROPN NNP 7 obl
last last ADJ JJ 13 amod
week week NOUN NN 7 obl:unmarked
. . PUNCT . 2 punct
"""

BY_TELEPHONE = """
Mr. Mr. PROPN NNP 2 nmod:desc
Osei Osei PROPN NNP 3 nsubj
spoke speak VERB VBD 0 root
by by ADP IN 5 case
telephone telephone NOUN NN 3 obl
with with ADP IN 7 case
Ana Ana PROPN NNP 3 obl
Ruiz Ruiz PROPN NNP 7 flat
for for ADP IN 11 case
40 40 NUM CD 11 nummod
minutes minute NOUN NNS 3 obl
on on ADP IN 13 case
Saturday Saturday PROPN NNP 3 obl
. . PUNCT . 3 punct
"""

CALL_LASTED = """
The the DET DT 2 det
call call NOUN NN 3 nsubj
lasted last VERB VBD 0 root
40 40 NUM CD 5 nummod
minutes minute NOUN NNS 3 obl:unmarked
. . PUNCT . 3 punct
"""

PROPOSED = """
Norway Norway PROPN NNP 2 nsubj
proposed propose VERB VBD 0 root
a a DET DT 4 det
summit summit NOUN NN 2 obj
with with ADP IN 6 case
Chad Chad PROPN NNP 4 nmod
on on ADP IN 9 case
fishing fishing NOUN NN 9 compound
quotas quota NOUN NNS 4 nmod
. . PUNCT . 2 punct
"""

POSTPONED = """
The the DET DT 2 det
talks talk NOUN NNS 8 nsubj:pass
between between ADP IN 6 case
the the DET DT 6 det
two two NUM CD 6 nummod
sides side NOUN NNS 2 nmod
were be AUX VBD 8 aux:pass
postponed postpone VERB VBN 0 root
to to ADP IN 11 case
March March PROPN NNP 11 nmod:unmarked
4 4 NUM CD 8 obl
. . PUNCT . 8 punct
"""

FLEW_FOR_TALKS = """
Ana Ana PROPN NNP 3 nsubj
Ruiz Ruiz PROPN NNP 1 flat
flew fly VERB VBD 0 root
to to ADP IN 5 case
Accra Accra PROPN NNP 3 obl
on on ADP IN 7 case
Monday Monday PROPN NNP 3 obl
for for ADP IN 9 case
talks talk NOUN NNS 3 obl
with with ADP IN 12 case
Mr. Mr. PROPN NNP 12 nmod:desc
Osei Osei PROPN NNP 9 nmod
. . PUNCT . 3 punct
"""

TOLD_CONFERENCE = """
" " PUNCT `` 5 punct
We we PRON PRP 5 nsubj
will will AUX MD 5 aux
not not PART RB 5 advmod
talk talk VERB VB 10 ccomp
, , PUNCT , 5 punct
" " PUNCT '' 5 punct
Ana Ana PROPN NNP 10 nsubj
Ruiz Ruiz PROPN NNP 8 flat
told tell VERB VBD 0 root
a a DET DT 13 det
news news NOUN NN 13 compound
conference conference NOUN NN 10 iobj
in in ADP IN 15 case
Oslo Oslo PROPN NNP 13 nmod
on on ADP IN 17 case
Monday Monday PROPN NNP 10 obl
. . PUNCT . 10 punct
"""

REFUSED_AGENDA = """
The the DET DT 2 det
union union NOUN NN 3 nsubj
refused refuse VERB VBD 0 root
to to PART TO 5 mark
disclose disclose VERB VB 3 xcomp
the the DET DT 7 det
agenda agenda NOUN NN 5 obj
of of ADP IN 10 case
the the DET DT 10 det
meeting meeting NOUN NN 7 nmod
with with ADP IN 13 case
Mr. Mr. PROPN NNP 13 nmod:desc
Osei Osei PROPN NNP 10 nmod
. . PUNCT . 3 punct
"""

ANOTHER_ROUND = """
Norway Norway PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Chad Chad PROPN NNP 1 conj
agreed agree VERB VBD 0 root
to to PART TO 6 mark
hold hold VERB VB 4 xcomp
another another DET DT 8 det
round round NOUN NN 6 obj
of of ADP IN 10 case
talks talk NOUN NNS 8 nmod
in in ADP IN 12 case
Oslo Oslo PROPN NNP 10 nmod
. . PUNCT . 4 punct
"""

DEMANDS_MET = """
The the DET DT 2 det
demands demand NOUN NNS 4 nsubj:pass
were be AUX VBD 4 aux:pass
met meet VERB VBN 0 root
. . PUNCT . 4 punct
"""
