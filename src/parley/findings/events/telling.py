"""When, where and in which words a deed is told."""

from __future__ import annotations

from parley.findings.encounters.circumstances import Circumstances
from parley.findings.encounters.evidence import evidence
from parley.findings.encounters.scene import Scene
from parley.findings.events.classes import of_class
from parley.findings.events.deed import Deed
from parley.findings.events.wording import place_name
from parley.language.syntax import case_of, children, clause_span, noun_phrase, relation
from parley.language.tree import Token
from parley.model import Span
from parley.vocabulary.events import base_in, code_words, telling_words, word_class

_CLIMB = 6
_LONGEST_PHRASE, _LONGEST_SAYING = 6, 30
_CONTENT = frozenset({"NOUN", "PROPN", "VERB"})


def is_own_date(scene: Scene, deed: Deed, around: Circumstances) -> bool:
    """Whether a date is the deed's, not that of what it came after ("since the raid in May, ...")."""
    for index in around.tokens:
        token = scene.doc[index]
        if _describes(scene, token, deed):
            return False
        for _ in range(_CLIMB):
            if token.i in {deed.token.i, deed.predicate.i} or token.head.i == token.i:
                break
            if token.i not in around.tokens and case_of(token) in telling_words("passed"):
                return False
            if relation(token) == "acl" and token.pos_ == "VERB" and token.i not in around.tokens:
                return False
            token = token.head
    return True


def _describes(scene: Scene, token: Token, deed: Deed) -> bool:
    """Whether a year or day only tells one thing from another ("his 2020 campaign")."""
    above = token.head
    part = relation(token) in {"compound", "nummod", "amod"} and above.i > token.i and above.pos_ == "NOUN"
    return part and token.ent_type_ == "DATE" and above.ent_type_ != "DATE" and above.i != deed.token.i


def said_on(scene: Scene, deed: Deed) -> str | None:
    """When a deed of words was said, where its word is the cue of a dated statement."""
    if deed.code not in code_words("verbal"):
        return None
    for statement in scene.statements:
        if statement.cue is not None and statement.cue.start <= deed.token.idx < statement.cue.end:
            return statement.said_on
    return None


def by_onlooker(scene: Scene, deed: Deed) -> bool:
    """Whether somebody who only watches says what a deed's word is the cue of ("an analyst said")."""
    if deed.code not in code_words("addressed"):
        return False
    for statement in scene.statements:
        cue, source = statement.cue, statement.source
        if cue is not None and source is not None and cue.start <= deed.token.idx < cue.end:
            words = f"{source.role or ''} {source.name}".lower().replace(",", " ").split()
            return any(base_in(word, word_class("onlookers")) is not None for word in words)
    return False


def anchors(deed: Deed) -> list[Token]:
    """The words whose modifiers say when and where a deed was done."""
    found = [deed.token]
    if deed.predicate.i != deed.token.i:
        found.append(deed.predicate)
    found.extend(children(deed.token, "obj"))
    if deed.actor is not None and of_class(deed.actor, "weapons"):
        found.append(deed.actor)
    return found


def place_of_target(deed: Deed) -> str | None:
    """Where it happened, when the other side is a place ("shelled Kukawa", "entered the Lake region")."""
    head = deed.target
    return place_name(head) if head is not None and deed.code in code_words("on_the_ground") else None


def evidence_of(scene: Scene, deed: Deed, around: Circumstances) -> Span:
    """The words from the doer to the other side, in the deed's sentence."""
    tokens = [deed.token.i, deed.predicate.i, *around.tokens]
    for head in (deed.actor, deed.target, deed.inner):
        if head is not None:
            tokens.append(head.i)
            start = noun_phrase(head).start
            if head.i - start <= _LONGEST_PHRASE and head.pos_ != "VERB":
                tokens.append(start)
    for child in children(deed.token, "obj"):
        tokens.append(child.i)
    if deed.code in code_words("verbal") and not deed.noun:
        end = clause_span(deed.token, joined=False).end - 1
        tokens.append(min(end, deed.token.i + _LONGEST_SAYING))
    return evidence(scene, deed.token, [index for index in tokens if abs(index - deed.token.i) <= 40])


def words_of(scene: Scene, deed: Deed) -> frozenset[str]:
    """The words of a deed's sentence by which it is known again; of what words do, what they say."""
    start, end = scene.bounds_of[scene.sentence_of[deed.token.i]]
    verbal = deed.code in code_words("verbal")
    return frozenset(
        token.lemma_.lower()
        for token in scene.doc[start:end]
        if token.pos_ in _CONTENT
        and token.is_alpha
        and not (verbal and (token.ent_type_ or token.i <= deed.token.i))
    )
