"""A headline that tells what somebody says is a statement; one that only names a quarrel is none."""

from documents import document
from parley.language.tree import Doc
from parley.model import Furniture, Span, Statement
from reading_statements import read, said

HEADLINE = """
Lima Lima PROPN NNP 2 nsubj
Says say VERB VBZ 0 root
Ferries ferry NOUN NNS 5 nsubj
Will will AUX MD 5 aux
Sail sail VERB VB 2 ccomp
"""
QUARREL = """
Lima Lima PROPN NNP 2 nsubj
Warns warn VERB VBZ 0 root
Oslo Oslo PROPN NNP 2 obj
"""


def headline(doc: Doc) -> tuple[Statement, ...]:
    return read(doc, Furniture(Span(0, len(doc.text)), "heading"))


def test_what_a_headline_says_with_a_verb_is_said() -> None:
    doc = document(HEADLINE, attributions=[("Lima", "Says", ["Ferries Will Sail"])], score=0.95)
    [found] = headline(doc)
    assert said(doc, found) == ["Ferries Will Sail"]


def test_an_unsure_headline_or_a_caption_says_nothing() -> None:
    told = [("Lima", "Says", ["Ferries Will Sail"])]
    assert headline(document(HEADLINE, attributions=told, score=0.7)) == ()
    doc = document(HEADLINE, attributions=told, score=0.95)
    assert read(doc, Furniture(Span(0, len(doc.text)), "caption")) == ()


def test_a_quarrel_alone_says_nothing() -> None:
    assert headline(document(QUARREL, attributions=[("Lima", "Warns", ["Oslo"])], score=0.95)) == ()
