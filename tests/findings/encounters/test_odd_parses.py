"""Encounters of documents whose parse is nonsense: fewer, but never an error."""

from __future__ import annotations

import random

import pytest
import spacy
from spacy.tokens import Doc as SpacyDoc

import encounter_sentences as sentences
from documents import document
from parley.findings.encounters import encounters
from parley.findings.people import build_cast
from parley.language import mirror
from parley.language.times import find_times
from parley.language.tree import Doc
from parley.model import Report

TABLES = [value for name, value in vars(sentences).items() if name.isupper()]


def garbled(doc: Doc, seed: int) -> Doc:
    """The same words in one sentence under a random tree with random labels."""
    chance = random.Random(seed)
    size = len(doc)
    root = chance.randrange(size)
    order = [root, *chance.sample([index for index in range(size) if index != root], size - 1)]
    heads = [root] * size
    for place, index in enumerate(order[1:], start=1):
        heads[index] = order[chance.randrange(place)]
    labels = chance.choices([token.dep_ for token in doc], k=size)
    labels[root] = "root"
    made = SpacyDoc(
        spacy.blank("en").vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=heads,
        deps=labels,
    )
    return mirror(made)


@pytest.mark.parametrize("seed", range(12))
def test_a_nonsense_parse_is_no_error(seed: int) -> None:
    for table in TABLES:
        doc = garbled(document(table), seed)
        report = Report(doc.text, published="2024-03-01")
        cast = build_cast(doc, report)
        for found in encounters(doc, report, cast, find_times(doc, "2024-03-01"), ()):
            assert found.participants or found.on
            assert all(span.of(report.text) for span in found.evidence)
