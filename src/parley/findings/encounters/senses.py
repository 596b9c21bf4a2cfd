"""Verbs of many senses: which of their uses tell of an encounter."""

from __future__ import annotations

from itertools import pairwise

from parley.findings.encounters.aims import is_aim_of_going
from parley.findings.encounters.words import base_form
from parley.language.syntax import children, passive, relation
from parley.language.tree import Token
from parley.vocabulary.encounters import VerbFrame

_CALLED = frozenset({"NNP", "NNPS", "NN", "JJ", "DT", "POS", "PRP$"})
_QUOTES = frozenset({"“", '"', "``"})
_NO_CALLEES = frozenset({"for", "him", '"', "off", "on", "them", "this", "that", "her", "upon", "it", "“"})
_DAYS = frozenset({"DATE", "TIME"})
_ONES_OWN = frozenset({"us", "me"})
_BODIES = frozenset({"government", "office", "administration", "ministry", "embassy", "union", "company"})
_TIMES = frozenset({"on", "last", "again", "yesterday", "today", "late", "early", "overnight", "this", "."})


def not_this_sense(verb: Token, frame: VerbFrame) -> bool:
    """Whether a verb is used in another sense: "the demands were met", "called Lund a liar"."""
    perfect = any(base_form(child) == "have" for child in children(verb, "aux"))
    if passive(verb) and not perfect and not frame.place_object:
        return True
    if relation(verb) in {"amod", "compound"}:
        return True
    if verb.tag_ == "VBN" and frame.form == "talks" and not any(True for _ in children(verb, "aux")):
        # "The strictest rules ever negotiated" tells of rules.
        return True
    if verb.tag_ == "VBG" and base_form(verb) in {"speak", "talk"} and _opens_with_audience(verb):
        return True
    if frame.intended and not is_aim_of_going(verb):
        return True
    if not frame.bare:
        return False
    doc = verb.doc
    following = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else ""
    if following in _NO_CALLEES and not called_up(verb):
        return True
    if _named_something(verb) and not called_up(verb):
        return True
    if only_person(verb) is not None:
        return False
    if any(True for _ in children(verb, "xcomp", "ccomp", "iobj")):
        return True
    target = next(children(verb, "obj"), None)
    after = (
        doc[target.right_edge.i + 1] if target is not None and target.right_edge.i + 1 < len(doc) else None
    )
    if after is not None and after.tag_ == "POS":
        return True
    return after is not None and (
        after.lower_ in {"a", "an", "the"} or after.pos_ == "ADJ" or after.tag_ in {"``", "''"}
    )


def many_times(verb: Token, frame: VerbFrame) -> bool:
    """Whether it was so often that no one encounter is meant; meetings that are counted are told together."""
    often = [child for child in verb.children if child.lower_ == "times"]
    return bool(often) and not (
        frame.form == "meeting" and any(any(True for _ in children(one, "nummod")) for one in often)
    )


def called_up(verb: Token) -> bool:
    """Whether a time or an end follows right after whom somebody calls ("called us last night")."""
    target = next(children(verb, "obj"), None)
    if target is None or target.left_edge.i != verb.i + 1 or base_form(verb) != "call":
        return False
    after = target.right_edge.i + 1
    if after >= len(verb.doc) or target.right_edge.ent_type_ in _DAYS:
        return target.right_edge.ent_type_ in _DAYS and target.pos_ == "PRON"
    following = verb.doc[after]
    named = target.lower_ in _ONES_OWN or target.ent_type_ in {"GPE", "PERSON"} or target.lower_ in _BODIES
    return named and (following.ent_type_ in _DAYS or following.lower_ in _TIMES)


def _named_something(verb: Token) -> bool:
    """Whether a name or an insult follows the one called, by the words alone ("called Lund a liar")."""
    doc, index = verb.doc, verb.i + 1
    while index < len(doc) - 1 and doc[index].tag_ in _CALLED and doc[index].lower_ not in {"a", "an"}:
        index += 1
    return index > verb.i + 1 and (doc[index].lower_ in {"a", "an"} or doc[index].text in _QUOTES)


def only_person(verb: Token) -> Token | None:
    """The person called, where the parse takes a lone name after the verb for what somebody is called."""
    after = [one for one in children(verb, "obj", "iobj", "xcomp", "ccomp") if one.i > verb.i]
    if not after or after[0].ent_type_ != "PERSON" or relation(after[0]) == "obj":
        return None
    names = all(one.pos_ == "PROPN" and one.i == first.right_edge.i + 1 for first, one in pairwise(after))
    return after[0] if names else None


def _opens_with_audience(verb: Token) -> bool:
    """ "Speaking to dockers in Accra, she said": a speech, not a conversation."""
    doc = verb.doc
    before = doc[verb.i - 1] if verb.i else verb
    opening = bool(verb.is_sent_start) or before.is_punct or before.is_space
    return opening and verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ != "with"
