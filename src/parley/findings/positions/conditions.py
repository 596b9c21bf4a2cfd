"""The conditions of a stance: what must happen first, in the report's words."""

from __future__ import annotations

from functools import cache

from parley.findings.positions.filled import Framed
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    children,
    clause_span,
    negated,
    noun_phrase,
    obliques,
    relation,
    tense,
)
from parley.language.tree import Span, Token
from parley.vocabulary.stances import condition_markers

_LONGEST = 45
_AHEAD = frozenset({Tense.FUTURE, Tense.CONDITIONAL})
_LIMITS = frozenset({"until", "till"})
_TIMED = frozenset({"DATE", "TIME"})
_MOMENTS = frozenset(
    {"minute", "moment", "now", "then", "recently", "today", "hour", "lately", "week", "month", "year"}
)


def conditions(
    one: Framed, start: int, end: int, further: tuple[tuple[str, ...], ...] = ()
) -> tuple[Span, ...]:
    """The conditions that the sentence sets to a stance, in text order.

    Args:
        one: the framed word.
        start: first token of the sentence.
        end: after its last token.
        further: words that open a condition beside those of all stances, longest first.

    Returns:
        Spans of tokens, with the word that opens the condition.
    """
    doc = one.token.doc
    if one.topic.slot == "raised":
        return _opened_by(one.token, end)
    if one.frame.about in {"tied", "hinging"}:
        return _tied_to(one.token, end)
    around = _reach(one)
    found: list[Span] = []
    index = start
    while index < end:
        marker = _marker_at(doc[index], end, further)
        if marker is None:
            index += 1
            continue
        last = index + len(marker)
        span = _before_stance(_extent(doc[index], last, around, one), one)
        judged = (
            span is not None and one.topic.slot == "subject" and span.start <= one.topic.head.i < span.end
        )
        late = marker == ("after",) and marker not in further
        if span is not None and late and not _comes_after(span.root, one):
            span = None
        if span is not None and not judged and not (span.start <= one.token.i < span.end):
            found.append(span)
            last = max(last, span.end)
        index = last
    return tuple(found)


def _before_stance(span: Span | None, one: Framed) -> Span | None:
    """A condition that the parse carries on over the stance behind it, up to the comma between them."""
    if span is None or not span.start < one.token.i < span.end:
        return span
    comma = next((token.i for token in span if token.text == "," and token.i < one.token.i), None)
    return span.doc[span.start : comma] if comma is not None and comma > span.start + 1 else span


def _opened_by(word: Token, end: int) -> tuple[Span, ...]:
    """What a word that makes something conditional makes it conditional on."""
    doc = word.doc
    following = doc[word.i + 1 : end]
    if len(following) < 2 or following[0].lower_ not in {"on", "upon"}:
        return ()
    thing = next((token for token in following[1:] if token.pos_ in {"NOUN", "PROPN", "VERB"}), None)
    while thing is not None and thing.head.pos_ in {"NOUN", "PROPN"} and thing.head.i > thing.i:
        thing = thing.head
    if thing is None:
        return ()
    last = noun_phrase(thing, conjuncts=True).end if thing.pos_ != "VERB" else thing.right_edge.i + 1
    return (doc[word.i : min(last, word.i + _LONGEST)],)


def _tied_to(verb: Token, end: int) -> tuple[Span, ...]:
    """What somebody ties a thing to, or what it hinges on ("tied its approval to the crew's release")."""
    behind = (oblique for oblique in obliques(verb, "to", "on", "upon", "with") if oblique.head.i > verb.i)
    opening = next(behind, None)
    if opening is None or opening.head.i >= end:
        return ()
    case = next((mark.i for mark in opening.head.lefts if relation(mark) == "case"), opening.head.i)
    return (verb.doc[case : min(noun_phrase(opening.head, conjuncts=True).end, case + _LONGEST)],)


def _marker_at(token: Token, end: int, further: tuple[tuple[str, ...], ...]) -> tuple[str, ...] | None:
    words = condition_markers()
    if token.lower_ not in _first_words() and all(token.lower_ != marker[0] for marker in further):
        return None
    for marker in (*further, *words.markers):
        if token.lower_ != marker[0] or token.i + len(marker) > end:
            continue
        following = tuple(other.lower_ for other in token.doc[token.i : token.i + len(marker)])
        if following == marker:
            after = (
                (*following, token.doc[token.i + len(marker)].lower_) if token.i + len(marker) < end else ()
            )
            if marker in words.never or after in words.never:
                return None
            if after and after[-1] in {"asked", "pressed", "questioned"}:
                return None
            before = token.doc[token.i - 1].lower_ if token.i else ""
            if before in {"as", "even", "what", "see", "asked", "ask", "know"} and marker == ("if",):
                return None
            return marker
    return None


@cache
def _first_words() -> frozenset[str]:
    return frozenset(marker[0] for marker in condition_markers().markers)


def _reach(one: Framed) -> frozenset[int]:
    """The words a condition of this stance can hang on: it, its topic, and what tells it."""
    found = {one.token.i, one.predicate.i, one.topic.head.i}
    for first in (one.predicate, one.topic.head):
        current = first
        for _ in range(6):
            if current.head.i == current.i or relation(current) not in {
                "xcomp",
                "ccomp",
                "conj",
                "obj",
                "obl",
            }:
                break
            joined = relation(current) == "conj"
            if joined and any(True for _ in children(current, "nsubj")):
                break  # "Chad will wait until it rains, and Niger supports it": set to the first alone
            if joined or relation(current) in {"xcomp", "ccomp"}:
                found.add(current.head.i)
            current = current.head
    only = any(child.lower_ == "only" for child in one.predicate.lefts)
    if one.topic.clause or only:
        found |= {token.i for token in one.topic.head.subtree if token.i > one.token.i}
    return frozenset(found)


def _extent(opening: Token, after: int, around: frozenset[int], one: Framed) -> Span | None:
    """What a marker opens, where it hangs on the stance; None where it hangs on something else."""
    doc = opening.doc
    head = opening.head
    if after - opening.i > 1 or relation(opening) in {"mark", "case", "advmod"}:
        candidates = [head, *(doc[index].head for index in range(opening.i + 1, min(after, len(doc))))]
    else:
        # "Provided it ends" has its clause as a complement, with or without "that".
        candidates = [head, *children(opening, "ccomp")]
    clause = min((token for token in candidates if token.i >= after), key=lambda token: token.i, default=None)
    if clause is None:
        return None
    outer = clause.head
    while opening.i <= outer.i < after and outer.head.i != outer.i:
        outer = outer.head
    if outer.i != clause.i and outer.i not in around:
        return None
    of_marker = opening.i <= clause.head.i < after  # "provided that" has its clause as a complement
    if relation(clause) in {"ccomp", "csubj"} and not of_marker:
        return None
    timed = clause.ent_type_ in _TIMED or doc[after].ent_type_ in _TIMED or clause.lower_ in _MOMENTS
    if opening.lower_ in _LIMITS and timed:
        return None  # "open until October 31" says how long, not if what
    if opening.lower_ in condition_markers().denied and not _denied(one):
        return None
    if opening.lower_ in condition_markers().ahead and tense(clause) is Tense.PAST and _past(one):
        return None
    part = (
        clause_span(clause, joined=False)
        if clause.pos_ in {"VERB", "AUX", "ADJ"} or any(True for _ in children(clause, "cop", "nsubj"))
        else noun_phrase(clause, conjuncts=True)
    )
    last = min(max(part.end, clause.i + 1), opening.i + _LONGEST)
    return doc[opening.i : last] if last > after else None


def _past(one: Framed) -> bool:
    """Whether a stance is past; readiness that somebody "said" he "was" in is not."""
    told = one.frame.category == "adjective" and relation(one.predicate) == "ccomp"
    return tense(one.predicate) is Tense.PAST and not told


def _comes_after(clause: Token, one: Framed) -> bool:
    """Whether what will be done waits for something else to be done ("after it has been checked")."""
    done = clause.pos_ == "VERB" and aspect(clause) is Aspect.PERFECT
    return done and one.frame.category == "undertaking" and tense(one.predicate) in _AHEAD


def _denied(one: Framed) -> bool:
    return negated(one.predicate) or one.frame.category == "absence"
