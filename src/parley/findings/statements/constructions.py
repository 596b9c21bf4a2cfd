"""What the rules on verbs, nouns and prepositions share: a cue's words, its source's words, what is said."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.statements.drafts import Draft, characters, trimmed_parts
from parley.language.syntax import children, clause_span, noun_phrase, passive, relation, subject, verb_group
from parley.language.tree import Span as TokenSpan
from parley.language.tree import Token
from parley.model import Span

_SCORE = 0.6
CLAUSE_RULE = "rule: clause"
# "I think", "you say", "what he wants": within a quotation or a question no statement of its own.
NO_SOURCE = frozenset({"i", "we", "you", "one", "there", "what", "that", "nobody"})


def verb_cue(verb: Token) -> Span:
    """The characters of a verb with the auxiliaries directly before it ("has also said")."""
    group = verb_group(verb)
    start = min(
        (token.i for token in verb.doc[group.start : verb.i] if relation(token) == "aux"), default=verb.i
    )
    return Span(verb.doc[start].idx, verb.idx + len(verb))


def subject_span(verb: Token) -> tuple[Span, ...]:
    """The words of who says it; empty where nobody does, or where a speaker speaks of themselves."""
    spoken = subject(verb)
    if spoken is None or passive(verb) or spoken.lower_ in NO_SOURCE or spoken.i == verb.head.i:
        return ()
    return (characters(noun_phrase(spoken, appositions=True, conjuncts=True)),)


def marked(clause: Token, *marks: str) -> bool:
    """Whether a clause is introduced by one of `marks`."""
    return any(mark.lower_ in marks for mark in children(clause, "mark", "case"))


def around(clause: Token, inserted: Token) -> list[TokenSpan]:
    """The clause without the part that is inserted into it."""
    doc = clause.doc
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    if relation(clause) != "root":
        span = clause_span(clause)
        start, end = span.start, span.end
    first, last = inserted.left_edge.i, inserted.right_edge.i + 1
    return [doc[a:b] for a, b in ((start, min(first, end)), (max(last, start), end)) if a < b]


def made(name: str, cue: Span, source: tuple[Span, ...], content: list[TokenSpan]) -> Iterator[Draft]:
    """The draft, unless its content is too little to be said, or holds its own cue or source."""
    spans = tuple(characters(span) for span in content if _says_something(span, content))
    parts = trimmed_parts(content[0].doc.text, spans) if spans else ()
    clash = any(part.overlaps(span) for part in parts for span in (cue, *source))
    if parts and source and not clash:
        yield Draft(cue, source, parts, f"rule: {name}", _SCORE)


def _says_something(span: TokenSpan, parts: list[TokenSpan]) -> bool:
    """Whether a part of a content is more than a stray word left over beside another part."""
    words = sum(1 for token in span if not token.is_punct and not token.is_space)
    return words > 1 or (words == 1 and len(parts) == 1)
