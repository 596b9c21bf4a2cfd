"""Attributions that syntax shows, for where the engine found none at that place.

Each rule looks at one construction ("according to X", "in X's view", "as X put it", "X's warning that",
"X said that", "X accused Y of") and gives drafts with its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from parley.findings.statements.drafts import Draft, characters, share_covered, trimmed_parts
from parley.language.syntax import (
    case_of,
    children,
    clause_span,
    is_predicate,
    noun_phrase,
    passive,
    possessor,
    predicate_of,
    relation,
    subject,
    verb_group,
)
from parley.model import Span
from parley.vocabulary.cues import AttributingWords, attributing_words

_SCORE = 0.6
# Share of what the parse gives below which the engine's content is only a piece of it.
_SCRAP = 0.4
# "I think", "you say": within a quotation no statement of its own.
_SELF = frozenset({"i", "we", "you", "one", "there"})
_NATIONS = frozenset({"NORP", "GPE"})
_CLAUSE_RELATIONS = frozenset({"acl", "ccomp"})


def phrase_drafts(doc: Doc) -> list[Draft]:
    """Every attribution that one of the constructions shows, in text order of their cue words."""
    words = attributing_words()
    found: list[Draft] = []
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and (
            lemma in words.verbs or lemma in words.showing or lemma in words.accusing
        ):
            found.extend(_verb_drafts(token, lemma, words))
        elif token.pos_ == "NOUN" and (lemma in words.nouns or lemma in words.viewpoints):
            found.extend(_noun_drafts(token, lemma, words))
        if relation(token) in {"obl", "nmod"} and case_of(token) in words.prepositions:
            found.extend(_prepositional_drafts(token))
    return found


def _verb_drafts(verb: Token, lemma: str, words: AttributingWords) -> Iterator[Draft]:
    spoken = next(children(verb, "nsubj"), None)
    if relation(verb) == "advcl" and lemma in words.as_verbs and _is_as_clause(verb) and spoken is not None:
        yield from _as_draft(verb, spoken)
        return
    if lemma in words.accusing:
        yield from _accusing_draft(verb)
    if lemma not in words.verbs and lemma not in words.showing:
        return
    clause = next((child for child in children(verb, "ccomp") if is_predicate(child)), None)
    if clause is not None:
        yield from _made("clause", verb_cue(verb), _subject_span(verb), [clause_span(clause)], verb.doc.text)
    elif relation(verb) == "parataxis" and spoken is not None and lemma in words.verbs:
        yield from _made(
            "inserted clause", verb_cue(verb), _subject_span(verb), _around(verb.head, verb), verb.doc.text
        )


def _is_as_clause(verb: Token) -> bool:
    return any(mark.lower_ == "as" for mark in children(verb, "mark", "advmod"))


def _as_draft(verb: Token, spoken: Token) -> Iterator[Draft]:
    mark = next(mark for mark in children(verb, "mark", "advmod") if mark.lower_ == "as")
    cue = Span(mark.idx, mark.idx + len(mark)) if mark.i > verb.i else verb_cue(verb)
    source = characters(noun_phrase(spoken, appositions=True, conjuncts=True))
    if is_predicate(verb.head):
        yield from _made("as X put it", cue, (source,), _around(verb.head, verb), verb.doc.text)


def _accusing_draft(verb: Token) -> Iterator[Draft]:
    accused = next(children(verb, "obj"), None)
    reproaches = [
        child
        for child in verb.rights
        if (relation(child) == "obl" and case_of(child) in {"of", "for"})
        or (relation(child) in {"advcl", "ccomp", "xcomp"} and _marked(child, "of", "for"))
    ]
    if accused is None or not reproaches or accused.i < verb.i:
        return
    end = max(child.right_edge.i for child in reproaches)
    content = verb.doc[accused.left_edge.i : end + 1]
    yield from _made("accusation", verb_cue(verb), _subject_span(verb), [content], verb.doc.text)


def _marked(clause: Token, *marks: str) -> bool:
    return any(mark.lower_ in marks for mark in children(clause, "mark", "case"))


def _subject_span(verb: Token) -> tuple[Span, ...]:
    """The words of who says it; empty where nobody does, or where a speaker speaks of themselves."""
    spoken = subject(verb)
    if spoken is None or passive(verb) or spoken.lower_ in _SELF or spoken.i == verb.head.i:
        return ()
    return (characters(noun_phrase(spoken, appositions=True, conjuncts=True)),)


def verb_cue(verb: Token) -> Span:
    """The characters of a verb with the auxiliaries directly before it ("has also said")."""
    group = verb_group(verb)
    start = min(
        (token.i for token in verb.doc[group.start : verb.i] if relation(token) == "aux"), default=verb.i
    )
    return Span(verb.doc[start].idx, verb.idx + len(verb))


def _noun_drafts(noun: Token, lemma: str, words: AttributingWords) -> Iterator[Draft]:
    owner = possessor(noun) or _nationality(noun)
    if owner is None:
        return
    source = (characters(noun_phrase(owner, conjuncts=True)),)
    cue = Span(noun.idx, noun.idx + len(noun))
    if lemma in words.viewpoints and relation(noun) == "obl" and case_of(noun) in {"in", "to", "by"}:
        yield from _made("in X's view", cue, source, _around(predicate_of(noun.head), noun), noun.doc.text)
    elif lemma in words.nouns:
        said = next((child for child in noun.rights if _is_said(child, lemma, words)), None)
        if said is not None:
            yield from _made("noun with its words", cue, source, [_words_of(said)], noun.doc.text)


def _nationality(noun: Token) -> Token | None:
    """Whose the noun is where an adjective says so ("Mexican pledges")."""
    return next((child for child in children(noun, "amod", "compound") if child.ent_type_ in _NATIONS), None)


def _is_said(child: Token, lemma: str, words: AttributingWords) -> bool:
    """Whether a noun's dependent gives its words: a clause, or what a demand is for."""
    if _is_said_clause(child):
        return True
    return lemma in words.asking_nouns and relation(child) == "nmod" and case_of(child) in {"for", "of"}


def _words_of(said: Token) -> TokenSpan:
    return (
        clause_span(said)
        if relation(said) in _CLAUSE_RELATIONS
        else noun_phrase(said, clauses=True, conjuncts=True)
    )


def _is_said_clause(clause: Token) -> bool:
    """Whether a noun's clause gives its words ("the claim that ..."): marked "that" or "to", not relative."""
    if relation(clause) not in _CLAUSE_RELATIONS or clause.dep_ == "acl:relcl":
        return False
    return _marked(clause, "that", "to")


def _prepositional_drafts(noun: Token) -> Iterator[Draft]:
    marker = next((child for child in noun.lefts if relation(child) == "case"), None)
    if marker is None:
        return
    parts = [marker, *children(marker, "fixed")]
    cue = Span(marker.idx, parts[-1].idx + len(parts[-1]))
    source = (characters(noun_phrase(noun, appositions=True, conjuncts=True)),)
    governor = predicate_of(noun.head) if noun.head.i != noun.i else noun
    yield from _made("according to", cue, source, _around(governor, noun), noun.doc.text)


def _around(clause: Token, inserted: Token) -> list[TokenSpan]:
    """The clause without the part that is inserted into it."""
    doc = clause.doc
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    if relation(clause) != "root":
        span = clause_span(clause)
        start, end = span.start, span.end
    first, last = inserted.left_edge.i, inserted.right_edge.i + 1
    return [doc[a:b] for a, b in ((start, min(first, end)), (max(last, start), end)) if a < b]


def _made(
    name: str, cue: Span, source: tuple[Span, ...], content: list[TokenSpan], text: str
) -> Iterator[Draft]:
    """The draft, unless its content is too little to be said, or holds its own cue or source."""
    parts = trimmed_parts(text, tuple(characters(span) for span in content if _says_something(span, content)))
    clash = any(part.overlaps(span) for part in parts for span in (cue, *source))
    if parts and source and not clash:
        yield Draft(cue, source, parts, f"rule: {name}", _SCORE)


def _says_something(span: TokenSpan, parts: list[TokenSpan]) -> bool:
    """Whether a part of a content is more than a stray word left over beside another part."""
    words = sum(1 for token in span if not token.is_punct and not token.is_space)
    return words > 1 or (words == 1 and len(parts) == 1)


def with_phrases(drafts: list[Draft], found: list[Draft]) -> list[Draft]:
    """Adds the drafts whose cue no other draft uses; mends those of the engine that hold only scraps."""
    kept = list(drafts)
    for draft in found:
        number = next((number for number, other in enumerate(kept) if _same(other, draft)), None)
        if number is None:
            kept.append(draft)
        elif _is_scrap(kept[number], draft):
            kept[number] = replace(kept[number], content=draft.content)
    return kept


def _same(other: Draft, draft: Draft) -> bool:
    if other.cue is None or draft.cue is None:
        return False
    if other.cue.overlaps(draft.cue):
        return True
    same_source = bool(other.source and draft.source and other.source[0].overlaps(draft.source[0]))
    return same_source and other.extent == draft.extent


def _is_scrap(other: Draft, draft: Draft) -> bool:
    """Whether a content is only a small piece of what the parse gives the same cue."""
    own = sum(part.end - part.start for part in other.content)
    parsed = sum(part.end - part.start for part in draft.content)
    return own < _SCRAP * parsed and share_covered(other.content, draft.content) > 1 - _SCRAP
