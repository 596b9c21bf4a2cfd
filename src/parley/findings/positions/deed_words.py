"""The words for a deed: a verb with what belongs to it, and without what only leads on."""

from __future__ import annotations

from parley.language.syntax import children, known_lemma, noun_phrase, relation
from parley.language.tree import Doc, Span, Token
from parley.vocabulary.stances import stance_words

_LONGEST_CLAUSE = 14
_NEXT_CLAUSE = frozenset({"cc", "conj", "advcl", "parataxis"})
_QUOTES = frozenset({"“", "”", '"', "‘", "’"})
_KEPT = frozenset({"obj", "obl", "xcomp", "iobj", "nsubj", "advmod", "compound", "aux", "cop", "ccomp"})
_LEADING_ON = frozenset({"hope", "view", "bid", "effort", "order", "attempt", "intention", "aim"})
_LED = frozenset({"of", "to", "that"})
_IN_WHAT = frozenset({"from", "in", "on", "to", "with", "against"})


def clause_words(head: Token, *, whole: bool = True) -> Span:
    """The words that name a deed, as tokens.

    Args:
        head: the verb.
        whole: whether who does it, and whether it is denied, belongs to them.
    """
    start, end = head.i, head.i + 1
    while end + 1 < len(head.doc) and head.doc[end].text == "-" and not head.doc[end].whitespace_:
        end += 2
    for child in (right for right in head.rights if right.i >= end):  # none within "re-export"
        if end == head.i + 1 and _doing(child):
            end = _with_object(child)
            continue
        if relation(child) not in _KEPT:
            if (child.is_punct and child.text not in _QUOTES and child.i >= end) or relation(
                child
            ) in _NEXT_CLAUSE:
                break
            continue
        stop = noun_phrase(child).end if child.pos_ in {"NOUN", "PROPN", "PRON"} else child.right_edge.i + 1
        if stop - start > _LONGEST_CLAUSE:
            end = max(end, _with_object(child)) if relation(child) == "xcomp" else end
            if relation(child) == "obj" and end == head.i + 1:
                end = _to_a_noun(head, start + _LONGEST_CLAUSE)
            break
        end = max(end, stop)
    for child in head.lefts if whole else ():
        never = relation(child) == "obl" and any(word.lower_ == "no" for word in child.lefts)
        if never or relation(child) in {"nsubj", "aux", "cop"} or child.lower_ in {"not", "n't", "never"}:
            start = min(start, child.left_edge.i)
    before = [word.lower_ for word in head.doc[max(0, start - 2) : start]]
    if whole and before[1:] == ["to"] and before[0] in {"not", "never"}:
        start -= 2
    if end - start > _LONGEST_CLAUSE + 8:
        start = head.i
    return head.doc[start : _without_tail(head.doc, start, _with_purpose(head.doc, end))]


def _doing(child: Token) -> bool:
    """Whether a verb hangs on another by a preposition that says in what ("refrain from shelling")."""
    if relation(child) != "advcl" or child.tag_ != "VBG":
        return False
    return any(mark.lower_ in _IN_WHAT for mark in children(child, "mark", "case"))


def _with_purpose(doc: Doc, end: int) -> int:
    """The end of words with what a noun that says little is for, or what somebody is kept from.

    "Make more efforts to end the siege", "keep Chad from ever closing the port".
    """
    if end + 1 >= len(doc):
        return end
    if doc[end].lower_ == "from":
        kept = next((word for word in doc[end + 1 : end + 4] if word.pos_ != "ADV"), None)
        return _with_object(kept) if kept is not None and kept.tag_ == "VBG" else end
    if doc[end].tag_ != "TO" or doc[end + 1].tag_ != "VB":
        return end
    little = (
        known_lemma(doc[end - 1], stance_words("shells")) in stance_words("shells")
        and doc[end - 1].pos_ == "NOUN"
    )
    return _with_object(doc[end + 1]) if little else end


def _without_tail(doc: Doc, start: int, end: int) -> int:
    """The end of words without what only leads on ("halt its advance | in the hope of a truce")."""
    for word in doc[start + 1 : end]:
        if word.lower_ not in _LEADING_ON or word.i + 1 >= len(doc) or doc[word.i + 1].lower_ not in _LED:
            continue
        index = word.i
        while index > start + 1 and doc[index - 1].pos_ in {"DET", "ADJ"}:
            index -= 1
        if index > start + 1 and doc[index - 1].lower_ in {"in", "with"}:
            return index - 1
    return end


def _to_a_noun(verb: Token, furthest: int) -> int:
    """The end of the words behind a verb up to the last noun before a limit, or a comma."""
    end = verb.i + 1
    for word in verb.doc[verb.i + 1 : furthest]:
        if word.is_punct and word.text not in _QUOTES and word.text != "-":
            break
        end = word.i + 1 if word.pos_ in {"NOUN", "PROPN"} and relation(word) != "compound" else end
    return end


def _with_object(verb: Token) -> int:
    """The end of a verb with its object, without what else hangs on it."""
    thing = next((child for child in children(verb, "obj") if child.i > verb.i), None)
    return noun_phrase(thing).end if thing is not None else verb.i + 1
