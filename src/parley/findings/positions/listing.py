"""Several things at once: what else a stance word is on ("demanded a pullout, a truce and a swap")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.findings.positions.filled import Framed, Topic
from parley.findings.positions.topics import base_form, phrase
from parley.language.syntax import children, relation
from parley.language.tree import Span, Token
from parley.vocabulary.issues import general_words, names_issue

_LISTS = frozenset({"obj", "for", "on", "of", "included", "inf", "ing"})
_ASKED = frozenset({"demands", "proposes"})
_OWN = ("nsubj", "aux", "cop", "expl")
_EXAMPLES = frozenset({"including", "such", "like", "between", "among"})
_FEWEST, _MOST = 2, 5
_NEAR = 6


def further(one: Framed) -> Iterator[Framed]:
    """The framed word with each further thing that its sentence joins to the first one, in text order.

    Only what the words for the first thing leave out.

    Args:
        one: the framed word.
    """
    asked = one.frame.category == "modal" or (one.topic.slot == "that" and one.frame.stance in _ASKED)
    if not (one.topic.slot in _LISTS or asked) or one.topic.head.i < one.token.i:
        return
    end = phrase(one.topic).end
    joined = _enumerated(one.topic.head) or _joined(one.topic.head) or _hung_deeper(one.topic)
    pair = len(joined) < _FEWEST and (asked or not one.topic.clause)
    if pair and not any(_set_off(member) for member in joined):
        return  # a pair is mostly one thing to who tells it
    for member in joined[:_MOST]:
        if member.i >= end and _of_kind(one.topic, member):
            clause = member.pos_ == "VERB"
            yield replace(one, topic=Topic(member, one.topic.slot, clause))


def _enumerated(head: Token) -> list[Token]:
    """The heads of what semicolons set apart behind a colon ("called for: a pullout; and a truce")."""
    doc = head.doc
    if all(word.text != ":" for word in doc[max(0, head.i - _NEAR) : head.i]):
        return []
    end = head.sent.end
    marks = [word.i for word in doc[head.i : end] if word.text == ";"]
    parts = zip(marks, [*marks[1:], end], strict=True) if marks else ()
    roots = (_root(doc[start + 1 : stop]) for start, stop in parts)
    return [root for root in roots if root is not None]


def _root(part: Span) -> Token | None:
    """The first noun or gerund of a part of a list that nothing else in the part governs."""
    inside = range(part.start, part.end)
    heads = (word for word in part if word.head.i not in inside or word.head.i == word.i)
    return next((word for word in heads if word.pos_ == "NOUN" or word.tag_ == "VBG"), None)


def _joined(head: Token) -> list[Token]:
    """What is joined to a word behind it by commas or "and", whatever it hangs on."""
    found = [child for child in children(head, "conj") if child.i > head.i]
    for member in found:
        found.extend(child for child in children(member, "conj") if child not in found)
    return sorted(found, key=lambda member: member.i)


def _hung_deeper(topic: Topic) -> list[Token]:
    """Things set apart by commas that the parse hangs on a part of the first ("rights for all, and a truce").

    Only where each has words of its own: "talks on trade, fish and coal" are on three things, and one.
    """
    if topic.clause or topic.slot not in {"obj", "for"}:
        return []
    parts = [topic.head, *children(topic.head, "nmod"), *children(topic.head.head, "xcomp")]
    for part in parts:
        parts.extend(child for child in children(part, "nmod", "conj") if child not in parts)
    found = [part for part in parts if relation(part) == "conj" and part.i > topic.head.i]
    if found and {word.lower_ for word in topic.head.doc[topic.head.i : found[0].i]} & _EXAMPLES:
        return []
    whole = all(
        any(child.i < part.i or relation(child) == "nmod" for child in _own_words(part)) for part in found
    )
    commas = any(word.text == "," and word.i < part.i for part in found[:1] for word in part.lefts)
    return sorted(found, key=lambda part: part.i) if whole and commas else []


def _own_words(part: Token) -> list[Token]:
    return [child for child in part.children if relation(child) in {"det", "amod", "nmod", "acl", "compound"}]


def _set_off(member: Token) -> bool:
    """Whether a semicolon stands before a member of a list."""
    start = member.left_edge.i
    return any(word.text == ";" for word in member.doc[max(0, start - 2) : start + 1])


def _of_kind(topic: Topic, member: Token) -> bool:
    """Whether a further thing is one of the same kind, and one that is negotiated."""
    if any(True for _ in children(member, *_OWN)) or any(True for _ in children(member, "case")):
        return False
    if topic.clause and member.tag_ == "VBG" != topic.head.tag_:
        return False  # "to open talks, dismaying Chad"
    if topic.clause and member.tag_ != "VBG" and member.pos_ == "VERB":
        alike = member.pos_ == "VERB" and member.tag_ == topic.head.tag_
        return alike and (base_form(member) in general_words("doing") or _on_issue(member))
    return (
        (member.pos_ in {"NOUN", "PROPN"} or member.tag_ == "VBG")
        and not member.ent_type_
        and _on_issue(member)
    )


def _on_issue(member: Token) -> bool:
    return names_issue([base_form(word) for word in member.subtree if relation(word) != "punct"])
