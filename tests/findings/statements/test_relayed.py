"""What others are told, within somebody's words, to have said, asked or offered."""

import pytest

from documents import document
from reading_statements import names, read, said

OFFERED = """
Lund Lund PROPN NNP 2 nsubj
said say VERB VBD 0 root
Peru Peru PROPN NNP 5 nsubj
had have AUX VBD 5 aux
offered offer VERB VBN 2 ccomp
to to PART TO 7 mark
reopen reopen VERB VB 5 xcomp
ports port NOUN NNS 7 obj
. . PUNCT . 2 punct
"""
CALLED = """
Lund Lund PROPN NNP 2 nsubj
said say VERB VBD 0 root
Peru Peru PROPN NNP 4 nsubj
called call VERB VBD 2 ccomp
for for ADP IN 7 case
a a DET DT 7 det
truce truce NOUN NN 4 obl
. . PUNCT . 2 punct
"""
ASKED = """
Lund Lund PROPN NNP 2 nsubj
said say VERB VBD 0 root
Peru Peru PROPN NNP 5 nsubj
had have AUX VBD 5 aux
asked ask VERB VBN 2 ccomp
crews crew NOUN NNS 5 obj
to to PART TO 8 mark
wait wait VERB VB 5 xcomp
. . PUNCT . 2 punct
"""
ENTS = [("Lund", "PERSON"), ("Peru", "GPE")]


def _heard(table: str, words: str) -> list[tuple[str | None, list[str]]]:
    doc = document(table, ents=ENTS, attributions=[("Lund", "said", [words])])
    found = read(doc)
    return [(name, said(doc, one)) for name, one in zip(names(found), found, strict=True)]


def test_what_another_had_offered_is_a_statement_within_one() -> None:
    assert _heard(OFFERED, "Peru had offered to reopen ports")[1:] == [("Peru", ["to reopen ports"])]
    doc = document(OFFERED, ents=ENTS, attributions=[("Lund", "said", ["Peru had offered to reopen ports"])])
    assert read(doc)[1].via == 0


def test_whom_another_asked_belongs_to_what_is_asked() -> None:
    assert _heard(ASKED, "Peru had asked crews to wait")[1:] == [("Peru", ["crews to wait"])]


def test_what_another_called_for_is_one_with_its_preposition_in_the_cue() -> None:
    doc = document(CALLED, ents=ENTS, attributions=[("Lund", "said", ["Peru called for a truce"])])
    _, inner = read(doc)
    assert said(doc, inner) == ["a truce"]
    assert inner.cue is not None and inner.cue.of(doc.text) == "called for"


@pytest.mark.parametrize(
    ("told", "instead"),
    [
        ("had have AUX VBD 5 aux", "would would AUX MD 5 aux"),
        ("had have AUX VBD 5 aux", "never never ADV RB 5 advmod"),
        ("offered offer VERB VBN", "hoped hope VERB VBN"),
        ("Peru Peru PROPN NNP", "trawlers trawler NOUN NNS"),
    ],
)
def test_what_is_denied_hoped_or_done_by_things_is_none(told: str, instead: str) -> None:
    table = OFFERED.replace(told, instead)
    words = " ".join(line.split()[0] for line in table.strip().splitlines()[2:-1])
    assert len(_heard(table, words)) == 1
