"""No source and no content ends in the midst of a name."""

import pytest

from documents import document, token
from parley.language.document import end_of_name

LETTER = """
The the DET DT 2 det
letter letter NOUN NN 3 nsubj
names name VERB VBZ 0 root
Ms. Ms. PROPN NNP 5 nmod:desc
Anna Anna PROPN NNP 3 obj
Lind Lind PROPN NNP 5 flat
and and CCONJ CC 8 cc
Norway Norway PROPN NNP 5 conj
today today NOUN NN 3 obl:unmarked
. . PUNCT . 3 punct
"""
NAMES = [("Anna Lind", "PERSON"), ("Norway", "GPE")]


@pytest.mark.parametrize(
    ("word", "end"),
    [
        ("Ms.", "Lind"),
        ("Anna", "Lind"),
        ("Lind", "Lind"),
        ("and", "and"),
        ("Norway", "Norway"),
        ("letter", "letter"),
        (".", "."),
    ],
)
def test_a_name_is_taken_whole(word: str, end: str) -> None:
    doc = document(LETTER, ents=NAMES)
    last = token(doc, end)
    assert end_of_name(doc, token(doc, word).i) == last.idx + len(last.text)


def test_a_title_of_somebody_further_on_is_left_alone() -> None:
    doc = document(LETTER.replace("nmod:desc", "compound"), ents=NAMES)
    title = token(doc, "Ms.")
    assert end_of_name(doc, title.i) == title.idx + len(title.text)
