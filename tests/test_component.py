import spacy
from spacy.tokens import Doc

from parley.model import ReadReport


def test_reads_in_a_blank_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("parley", config={"published": "2025-03-17"})
    doc = nlp("The minister said on Friday that the talks would go on.")
    read = doc._.parley
    assert isinstance(read, ReadReport)
    (statement,) = read.statements
    assert statement.said_on == "2025-03-14"
    assert doc[1].dep_ == "nsubj"


def test_leaves_the_tags_of_earlier_components() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("parley")
    words = ["He", "said", "no", "."]
    doc = Doc(
        nlp.vocab, words=words, tags=["X"] * 4, heads=[1, 1, 1, 1], deps=["nsubj", "root", "obj", "punct"]
    )
    read = nlp.get_pipe("parley")(doc)
    assert [token.tag_ for token in read] == ["X"] * 4
    assert read._.parley.report.text == "He said no . "
