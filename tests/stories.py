"""Short news stories as parsed documents without a parse tree: tags by rule, names and sources as given.

For tests of what works on names and word order alone; trees are made with `documents.document`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import spacy
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from documents import place
from parley.language import mirror
from parley.language.tree import Doc
from parley.model import Attribution, Report

_TAGS = {
    **dict.fromkeys(["the", "a", "an", "this", "that", "both", "some"], ("DET", "DT")),
    **dict.fromkeys(
        ["of", "for", "in", "at", "on", "to", "with", "from", "by", "after", "as"], ("ADP", "IN")
    ),
    **dict.fromkeys(["he", "she", "it", "they", "we", "i", "who"], ("PRON", "PRP")),
    **dict.fromkeys(["his", "her", "its", "their"], ("PRON", "PRP$")),
    **dict.fromkeys(["and", "or", "but"], ("CCONJ", "CC")),
    **dict.fromkeys(["is", "was", "has", "had", "would", "will", "were", "are"], ("AUX", "VBD")),
    **dict.fromkeys(
        ["said", "told", "met", "wrote", "saw", "left", "spoke", "serves", "heads"], ("VERB", "VBD")
    ),
    **dict.fromkeys(["foreign", "former", "special", "senior", "new", "northern", "deputy"], ("ADJ", "JJ")),
    **dict.fromkeys([".", ",", "“", "”", '"', "'", "-", ";", ":", "(", ")"], ("PUNCT", ".")),
}


def story(
    text: str,
    names: Mapping[str, str] | None = None,
    sources: Sequence[tuple[str, str]] = (),
) -> tuple[Doc, Report]:
    """A document and its report.

    Args:
        text: the story.
        names: words and their label; every place where the words stand becomes a name.
        sources: (words of the source, words of what it says), in text order.
    """
    if not SpacyDoc.has_extension("attributions"):
        SpacyDoc.set_extension("attributions", default=())
    if not Token.has_extension("spun"):
        Token.set_extension("spun", default=0.0)
    doc = spacy.blank("en")(text)
    for token in doc:
        token.pos_, token.tag_ = _tag(token)
        token.lemma_ = token.lower_.removesuffix("s") if token.tag_ == "NNS" else token.lower_
        token.is_sent_start = token.i == 0 or _ends_sentence(doc, token.i - 1)
    spans = []
    for words, label in sorted((names or {}).items(), key=lambda pair: -len(pair[0])):
        start = text.find(words)
        while start >= 0:
            span = doc.char_span(start, start + len(words), label=label)
            if span is not None and not any(span.start < one.end and one.start < span.end for one in spans):
                spans.append(span)
            start = text.find(words, start + 1)
    doc.ents = sorted(spans, key=lambda span: span.start)
    found = []
    start = 0
    for source, content in sources:
        mention = place(text, source, start)
        found.append(Attribution(None, (mention,), (place(text, content),), 0.9))
        start = mention.end
    doc._.attributions = tuple(found)
    return mirror(doc), Report(text)


def _tag(token: Token) -> tuple[str, str]:
    word = token.text
    if token.is_space:
        return "SPACE", "_SP"
    if word.lower() in _TAGS:
        return _TAGS[word.lower()]
    if word in {"'s", "’s"}:
        return "PART", "POS"
    if not word[0].isalnum():
        return "PUNCT", "."
    if word[0].isupper():
        return "PROPN", "NNP"
    if word[0].isdigit():
        return "NUM", "CD"
    if word.endswith("ed"):
        return "VERB", "VBD"
    return ("NOUN", "NNS") if word.endswith("s") else ("NOUN", "NN")


def _ends_sentence(doc: Doc, index: int) -> bool:
    if doc[index].is_space:
        return True
    if doc[index].text == "”":
        return index > 0 and doc[index - 1].text == "."
    return doc[index].text == "." and not (index + 1 < len(doc) and doc[index + 1].text == "”")
