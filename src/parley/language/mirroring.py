"""From spaCy's documents to the plain tree that the rules walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.language.tree import Columns, Doc

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc


def mirror(doc: SpacyDoc | Doc) -> Doc:
    """The document of a spaCy `Doc`: its tokens, tree, names and attributions as they are now.

    A document made here before is given back as it is.
    """
    if isinstance(doc, Doc):
        return doc
    columns = Columns(
        words=[token.text for token in doc],
        spaces=[token.whitespace_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        upos=[token.pos_ for token in doc],
        xpos=[token.tag_ for token in doc],
        relations=[token.dep_ for token in doc],
        heads=[token.head.i for token in doc],
        iob=[token.ent_iob_ for token in doc],
        names=[token.ent_type_ for token in doc],
        starts=[bool(token.is_sent_start) for token in doc],
    )
    attributions = doc._.attributions if doc.has_extension("attributions") else ()
    chances = doc._.spun_chances if doc.has_extension("spun_chances") else None
    return Doc(columns, attributions, chances)
