"""What the engine takes for words, where something is done, shown or only possible."""

from __future__ import annotations

import re
from functools import cache

from parley.findings.statements.drafts import Draft, cue_root, tokens_of
from parley.findings.statements.lexicon import is_somebody, lemma
from parley.language.syntax import agent, case_of, children, is_predicate, negated, passive, span_root
from parley.language.tree import Doc, Token
from parley.language.tree import Span as Tokens
from parley.vocabulary.cues import attributing_words, inferring_words, surrounding_words, voicing_words
from parley.vocabulary.offices import standings

_MARKS = frozenset('“”"«»‘')
_WITHIN_MARKS = re.compile(r"[“\"«‘]([^“”\"«»‘’]+)[”\"»’]")
# What part of an attribution a word in scare quotes is at most.
_SCARE = 0.25
# Words that open a clause that is said, whatever the verb.
_CLAUSE_OPENERS = frozenset({"that", "whether"})
_WILLING = frozenset({"would", "will"})
# An adjective or an adverb alone is a piece of something.
_HALVES = frozenset({"JJ", "RB", "IN"})
# From this score on the engine is believed of a cue that no list knows (set on PolNeAR dev and the gold).
_SURE = 0.6
# Words that are no source by themselves.
_STRAY = frozenset({"ADP", "CCONJ", "SCONJ", "ADV", "PART", "AUX", "VERB", "PUNCT", "SPACE"})
_PLACES = frozenset({"through", "at", "in", "on", "during", "with", "into", "under"})
_TOWARDS = frozenset({"to", "with"})
_THINGS = frozenset({"NOUN", "PROPN"})
# From this score on a source that begins with a preposition is only cut badly.
_SURE_WHOSE = 0.8
_CUT = frozenset({"by", "of", "from", "in", "with", "on", "between"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_SURE_OF_A_THING = 0.75
_SPEAKING = frozenset({"PERSON", "ORG"})


def says_nothing(doc: Doc, draft: Draft) -> bool:
    """Whether a draft tells of a deed, of a picture, of who is cited, or of what may still be said.

    Words between quotation marks are always somebody's.
    """
    cue = tokens_of(doc, draft.cue) if draft.cue is not None else None
    content = tokens_of(doc, draft.content[0])
    if cue is None or content is None:
        return False
    root = span_root(cue)
    if _only_names(root):
        return True
    if is_quoted(doc.text, draft):
        return False
    plain = content[0].lower_ not in _CLAUSE_OPENERS or content[0].dep_ != "mark"
    return (
        (plain and draft.score < _believed(content) and not (_judges(root) or any(map(voices, cue))))
        or (plain and _only_points(root, content))
        or lemma(root) in inferring_words().knowing
        or is_only_possible(root)
        or (lemma(root) == "discuss" and negated(root, own=True))
        or _only_greets(root, content)
        or _is_nobodys(doc, draft, plain)
        or _has_no_mouth(doc, draft, root)
        or _names_a_listener(root, cue[-1], content)
        or (plain and len(draft.content) == 1 and _adds_a_thing(root, content))
        or _is_elsewhere(root, draft, content)
        or (len(content) == 1 and len(draft.content) == 1 and content[0].tag_ in _HALVES)
    )


def _believed(content: Tokens) -> float:
    """From which score on the engine is believed of a cue that no list knows, by what follows it."""
    root = span_root(content)
    thing = root.pos_ in {"NOUN", "PROPN", "PRON"} and not is_predicate(root)
    thing = thing or content[0].lower_ == "to"
    return _SURE_OF_A_THING if thing else _SURE


def _judges(verb: Token) -> bool:
    """Whether something is held to be something ("considers it a trap"), not thought over."""
    return lemma(verb) == "consider" and any(child.pos_ != "VERB" for child in children(verb, "xcomp"))


def _is_elsewhere(root: Token, draft: Draft, content: Tokens) -> bool:
    """Whether words without a verb are another verb's than the cue's ("took it if they begin at once")."""
    if len(draft.content) > 1 or any(token.pos_ in {"VERB", "AUX"} for token in content):
        return False
    above = span_root(content).head
    cue = draft.cue
    if cue is None or above.pos_ not in {"VERB", "AUX"} or cue.start <= above.idx < cue.end:
        return False
    thing = next(children(root, "obj"), None)
    return thing is not None and thing.idx < content[0].idx and above.i != root.i and above.i > thing.i


def voices(token: Token) -> bool:
    """Whether a word tells of speaking, judging or taking a stand."""
    return lemma(token) in voicing_words(noun=token.pos_ in {"NOUN", "PROPN"})


def is_quoted(text: str, draft: Draft) -> bool:
    """Whether marks show that somebody's words are given, and not only a word that others use."""
    whole = text[draft.whole.start : draft.whole.end + 1]
    if not _MARKS.intersection(whole):
        return False
    inner = sum(len(quoted) for quoted in _WITHIN_MARKS.findall(whole))
    return inner == 0 or inner > _SCARE * len(whole)


def _only_names(root: Token) -> bool:
    """Whether a participle only gives a thing its name ("a usher known as Black Rod")."""
    return root.tag_ == "VBN" and lemma(root) in inferring_words().naming and agent(root) is None


def _only_points(root: Token, content: Tokens) -> bool:
    """Whether a verb only explains a word, answers to something, or names who told it."""
    words, verb, said = inferring_words(), lemma(root), span_root(content)
    if verb in words.pointing:
        return not negated(root, own=True) and said.pos_ in {"NOUN", "PROPN", "PRON", "VERB"}
    if verb not in words.citing or any(token.pos_ == "VERB" for token in content):
        return False
    return said.ent_type_ in _SPEAKING or lemma(said) in _people() or said.lower_ in _people()


def _only_greets(root: Token, content: Tokens) -> bool:
    """Whether somebody is received, not something approved of ("welcomed the guests")."""
    if lemma(root) not in inferring_words().greeting:
        return False
    whom = span_root(content)
    return whom.ent_type_ == "PERSON" or whom.lower_ in _people() or lemma(whom) in _people()


@cache
def _people() -> frozenset[str]:
    """Nouns for people, singular and plural."""
    return surrounding_words().listeners | standings().keys() | inferring_words().guests


def is_only_possible(root: Token) -> bool:
    """Whether something may be said, or will be ("the unions can insist on ...")."""
    helpers = {helper.lower_ for helper in children(root, "aux")}
    marks = {mark.lower_ for mark in children(root, "mark")}
    if root.dep_ == "conj" and root.tag_ == "VB" and not helpers:
        # "Would brief the council and announce a date".
        helpers = {helper.lower_ for helper in children(root.head, "aux", "mark")}
        helpers = {"will"} if "to" in helpers else helpers
    unreal = helpers & inferring_words().unsaid or marks & _CONDITIONS
    return bool(unreal) and not negated(root, own=True)


def _has_no_mouth(doc: Doc, draft: Draft, root: Token) -> bool:
    """Whether the source is a thing that happens ("the move recalled ..."), or a stray word and no name."""
    source = tokens_of(doc, draft.source[0]) if draft.source else None
    if source is None:
        return False
    if all(token.pos_ in _STRAY for token in source):
        return True
    head = span_root(source)
    shown = lemma(root) in attributing_words().showing and lemma(head) in inferring_words().telling
    if head.ent_type_ == "" and not shown and _is_thing(head):
        return True
    cut = source[0].lower_ in _CUT and source[0].pos_ == "ADP" and draft.score < _SURE_WHOSE
    return cut or _is_only_the_place(root, head)


def _is_only_the_place(root: Token, source: Token) -> bool:
    """Whether the source is only where something is done ("was adopted at a meeting")."""
    return passive(root) and agent(root) is None and source.head.i == root.i and case_of(source) in _PLACES


def _names_a_listener(root: Token, last: Token, content: Tokens) -> bool:
    """Whether all that is told is with whom somebody spoke ("called Ruiz"), or that namelessly."""
    if lemma(root) not in inferring_words().speaking_with:
        return False
    whom = span_root(content)
    if whom.lower_ == "anonymity":
        return True
    heard = whom.head.i == root.i and (
        (whom.relation == "obj" and whom.ent_type_ != "")
        or (whom.relation == "obl" and case_of(whom) in _TOWARDS)
    )
    if not heard or (last.i != root.i and last.lower_ not in _TOWARDS) or whom.pos_ == "PRON":
        return False
    return is_somebody(whom) and not any(True for _ in children(root, "xcomp", "ccomp"))


def _adds_a_thing(root: Token, content: Tokens) -> bool:
    """Whether a verb that says something with a clause has only a thing ("added conditions")."""
    thing = span_root(content)
    told = any(token.pos_ in {"VERB", "AUX"} for token in content)
    return lemma(root) in inferring_words().clausal and thing.pos_ in _THINGS and not told


def _is_thing(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and bool({lemma(noun), noun.lower_} & inferring_words().speechless)


def _is_nobodys(doc: Doc, draft: Draft, plain: bool) -> bool:
    """Whether nobody says it ("no other leader shared this view"), or a picture shows a thing."""
    words = inferring_words()
    source = tokens_of(doc, draft.source[0]) if draft.source else None
    if source is None:
        return False
    if source[0].lower_ in words.nobody:
        root = cue_root(doc, draft)
        # "Nobody would say why" withholds.
        return root is None or not any(helper.lower_ in _WILLING for helper in children(root, "aux"))
    return plain and lemma(span_root(source)) in words.pictures
