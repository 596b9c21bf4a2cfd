"""What a report says of a thing beside the words that show a stance on it: terms, where it was tabled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parley.findings.positions.topics import base_form
from parley.language.syntax import case_of, children, relation
from parley.language.tree import Doc, Token
from parley.model import Span
from parley.vocabulary.issues import general_words

_LONGEST = 40
_PLACES = frozenset({"in", "at"})


def passages(doc: Doc, evidence: Iterable[Span]) -> Iterator[str]:
    """The words that describe the things named in some spans: what hangs on them, and what they would do.

    Args:
        doc: the parsed report.
        evidence: the spans.
    """
    for span in evidence:
        for token in _tokens(doc, span):
            if token.pos_ != "NOUN" or base_form(token) not in _on_the_table():
                continue
            yield doc[token.i : min(token.right_edge.i + 1, token.i + _LONGEST)].text
            yield from _next_told(token)


def _on_the_table() -> frozenset[str]:
    return general_words("agreement") | general_words("tabled")


def _next_told(thing: Token) -> Iterator[str]:
    """What the next sentence says the thing would do ("The truce would cover ports for 60 days.")."""
    doc = thing.doc
    end = thing.sent.end
    if end >= len(doc):
        return
    following = doc[end].sent
    for token in following:
        named = base_form(token) == base_form(thing) or (token.lower_ == "it" and token.i - end <= 1)
        if named and relation(token) == "nsubj" and token.head.pos_ == "VERB":
            ahead = {child.lower_ for child in children(token.head, "aux")} & {"would", "will"}
            if ahead or token.head.tag_ == "VBZ":
                yield doc[token.i : min(following.end, token.i + _LONGEST)].text
            return


def place_of(doc: Doc, evidence: Sequence[Span]) -> str | None:
    """Where something was tabled: the place beside the verb that tells of it, or None.

    Args:
        doc: the parsed report.
        evidence: the spans that show that a party tabled it.
    """
    for span in evidence:
        for token in _tokens(doc, span):
            if token.pos_ != "VERB":
                continue
            for oblique in children(token, "obl"):
                if oblique.ent_type_ in {"GPE", "LOC", "FAC"} and case_of(oblique) in _PLACES:
                    return oblique.text
    return None


def _tokens(doc: Doc, span: Span) -> Sequence[Token]:
    found = doc.char_span(span.start, span.end)
    return tuple(found) if found is not None else ()
