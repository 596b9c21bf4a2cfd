"""Documents as spaCy's own: for its pipelines, and for whoever asks for one. Nothing else here imports spaCy.

A report is read without it: importing spaCy takes longer than reading (docs/dependencies.md).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token as SpacyToken
from spacy.vocab import Vocab

from parley.language.document import analysed
from parley.language.engine.network import Network
from parley.language.tokens import Tokens
from parley.language.tree import Doc

if TYPE_CHECKING:
    from spacy.language import Language

ATTRIBUTES: list[int | str] = ["TAG", "POS", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
IOB = {"I": 1, "O": 2, "B": 3}


def register_extensions() -> None:
    """Makes ``doc._.attributions`` and ``token._.spun`` known to spaCy (which keeps them globally)."""
    if not SpacyDoc.has_extension("attributions"):
        SpacyDoc.set_extension("attributions", default=())
    if not SpacyDoc.has_extension("spun_chances"):
        SpacyDoc.set_extension("spun_chances", default=None)
    if not SpacyToken.has_extension("spun"):
        SpacyToken.set_extension("spun", getter=_spun)


def _spun(token: SpacyToken) -> float:
    chances = token.doc._.spun_chances
    return 0.0 if chances is None else float(chances[token.i])


@lru_cache(maxsize=1)
def english() -> Vocab:
    """A vocabulary of spaCy for English; not made for two threads at once."""
    from spacy.lang.en import English

    vocab: Vocab = English().vocab
    return vocab


def fill(doc: SpacyDoc, network: Network) -> SpacyDoc:
    """Gives the tokens of `doc` tags, lemmas, heads and names, and the document its attributions.

    Args:
        doc: tokenised by spaCy's English tokenizer, white space as tokens.
        network: what reads it.
    """
    tokens = Tokens([token.text for token in doc], [token.whitespace_ for token in doc])
    _write(doc, analysed(tokens, network))
    return doc


def as_spacy(tree: Doc, vocab: Vocab) -> SpacyDoc:
    """The document `tree` as spaCy's."""
    register_extensions()
    doc = SpacyDoc(
        vocab,
        words=[token.text for token in tree],
        spaces=[bool(token.whitespace_) for token in tree],
    )
    _write(doc, tree)
    return doc


def with_pipeline(tree: Doc, pipeline: Language) -> SpacyDoc:
    """The document `tree` with tags, heads and names by a spaCy pipeline, run on the same tokens."""
    register_extensions()
    bare = SpacyDoc(
        pipeline.vocab,
        words=[token.text for token in tree],
        spaces=[bool(token.whitespace_) for token in tree],
    )
    theirs = pipeline(bare)
    theirs._.attributions = tree.attributions
    theirs._.spun_chances = tree.spun_chances
    return theirs


def _write(doc: SpacyDoc, tree: Doc) -> None:
    """Gives a spaCy document what its tree holds."""
    add = doc.vocab.strings.add
    rows = [
        (
            add(token.tag_),
            add(token.pos_),
            add(token.lemma_),
            add(token.dep_),
            (token.head.i - token.i) % 2**64,
            IOB.get(token.ent_iob_, 0),
            add(token.ent_type_),
        )
        for token in tree
    ]
    if rows and tree.is_tagged:
        doc.from_array(ATTRIBUTES, cast("Any", np.array(rows, np.uint64)))
    doc._.spun_chances = tree.spun_chances
    doc._.attributions = tree.attributions
