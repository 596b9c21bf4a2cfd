"""Names of things that say too little alone, with what is right behind them."""

from __future__ import annotations

from parley.language.syntax import noun_phrase, objects, obliques, relation
from parley.language.tree import Span, Token

_REACH = 16
_PAIR = 2
_LINKS = frozenset({"of", "to", "on", "for", "with", "against"})


def with_phrase(words: Span) -> Span:
    """Words with the phrase right behind them ("trawlers barred from its waters")."""
    doc = words.doc
    if words.end >= len(doc) or doc[words.end].tag_ != "IN" or doc[words.end].head.i <= words.end:
        return words
    last = noun_phrase(doc[words.end].head).end
    return doc[words.start : last] if last - words.start <= _REACH else words


def with_content(head: Token, words: Span) -> Span:
    """A noun that says too little with what it is of ("the option of extending the truce")."""
    end = words.end
    doc = head.doc
    for child in (*head.rights, *_deed_next(head)):
        if (
            child.is_punct
            or child.tag_ in {"VBN", "VBD", "VBZ", "VBP"}
            or relation(child) not in {"acl", "nmod", "advcl", "xcomp"}
        ):
            break
        thing = _done_to(child) if child.pos_ == "VERB" else child
        end = max(end, child.i + 1 if thing is None else noun_phrase(thing).end)
    if end == words.end and end + 1 < len(doc) and doc[end].lower_ in _LINKS and doc[end].head.i > end:
        thing = doc[end].head
        named = thing.pos_ == "PROPN" and doc[words.end].lower_ != "on"
        end = noun_phrase(thing).end if thing.pos_ == "NOUN" or named else end
    return doc[words.start : end] if end - words.start <= _REACH else words


def _done_to(verb: Token) -> Token | None:
    """The object of a verb, or what it is done on or for ("a resolution calling for a pause")."""
    behind = (one.head for one in obliques(verb) if one.head.i > verb.i)
    return next(iter(objects(verb)), None) or next(behind, None)


def _deed_next(head: Token) -> list[Token]:
    """The infinitive right after a noun, whatever it hangs on ("veto any effort to unravel the deal")."""
    after = head.doc[head.i + 1 : head.i + 3]
    if len(after) < _PAIR or after[0].tag_ != "TO" or after[1].tag_ != "VB":
        return []
    return [after[1]] if after[1].head.i != head.i else []
