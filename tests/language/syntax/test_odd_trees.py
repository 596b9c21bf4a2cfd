"""No tree, however odd, makes a question about it fail."""

from collections.abc import Callable

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc as SpacyDoc

from parley.language import mirror, syntax
from parley.language.tree import Doc, Token

LABELS = [
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "ccomp",
    "xcomp",
    "conj",
    "acl:relcl",
    "case",
    "aux",
    "cop",
    "punct",
]
TAGS = [
    ("NOUN", "NN"),
    ("VERB", "VBD"),
    ("VERB", "VB"),
    ("AUX", "MD"),
    ("ADP", "IN"),
    ("PRON", "WP"),
    ("PUNCT", ","),
]
VOCABULARY = spacy.blank("en").vocab
QUESTIONS: list[Callable[[Token], object]] = [
    syntax.subject,
    syntax.subjects,
    syntax.objects,
    syntax.obliques,
    syntax.agent,
    syntax.complement,
    syntax.noun_phrase,
    syntax.conjuncts,
    syntax.role_nouns,
    syntax.phrase_head,
    syntax.predicate_of,
    syntax.governing_predicate,
    syntax.controllers,
    syntax.clause_tokens,
    syntax.clause_span,
    syntax.verb_group,
    syntax.tense,
    syntax.aspect,
    syntax.modality,
    syntax.negated,
    syntax.passive,
    syntax.possessor,
]


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    size = draw(st.integers(min_value=1, max_value=9))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, token in enumerate(order):
        heads[token] = token if place == 0 else order[draw(st.integers(0, place - 1))]
    labels = ["root" if heads[token] == token else draw(st.sampled_from(LABELS)) for token in range(size)]
    tags = [draw(st.sampled_from(TAGS)) for _ in range(size)]
    words = draw(
        st.lists(
            st.sampled_from(["who", "to", "will", "not", "set", "said", "port"]), min_size=size, max_size=size
        )
    )
    made = SpacyDoc(
        VOCABULARY,
        words=words,
        heads=heads,
        deps=labels,
        pos=[pos for pos, _ in tags],
        tags=[tag for _, tag in tags],
        lemmas=words,
    )
    return mirror(made)


@given(trees())
@settings(max_examples=150, deadline=None)
def test_every_question_has_an_answer(doc: Doc) -> None:
    for token in doc:
        for question in QUESTIONS:
            question(token)
        phrase = syntax.noun_phrase(token, clauses=True, appositions=True, conjuncts=True)
        assert phrase.start <= token.i < phrase.end
        clause = syntax.clause_span(token)
        assert clause.start <= token.i < clause.end
    assert syntax.span_root(doc[:]).i in range(len(doc))


def test_a_document_without_a_parse_has_no_arguments() -> None:
    doc = mirror(SpacyDoc(VOCABULARY, words=["the", "port", "said"]))
    for token in doc:
        assert syntax.subject(token) is None
        assert syntax.objects(token) == []
        assert syntax.tense(token) is syntax.Tense.UNKNOWN
