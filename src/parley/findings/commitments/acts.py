"""What is promised: the words of an act, and whether it is one that a side can be held to."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.positions.filled import Topic
from parley.findings.positions.topics import base_form, label, lemmas
from parley.language.syntax import case_of, children, conjuncts, negated, noun_phrase, objects, relation
from parley.language.tree import Doc, Span, Token
from parley.vocabulary.commitments import commitment_words
from parley.vocabulary.issues import issue_of
from parley.vocabulary.stances import stance_words

_LONGEST = 22
_INSIDE = frozenset({"obj", "iobj", "obl", "xcomp", "ccomp", "advmod", "compound", "nmod", "fixed"})
_BEFORE = 4
_ASIDES = frozenset({"—", "–", "--", ";", "(", "\n\n", ":"})
_APART = frozenset({"after", "before", "during", "following", "amid", "since", "by", "at"})
_LIGHT = frozenset({"take", "make", "put", "show", "play", "continue", "give", "step"})
_POINTING = frozenset({"that", "this", "it", "so", "them", "those"})
_IDIOMS = frozenset({"open", "place", "care", "note", "heart", "credit", "sight"})
_TOWARDS = frozenset({"to", "from", "for", "into", "toward", "towards"})
_ABOUT = frozenset({"on", "of", "against", "from", "to"})
_SHARES = frozenset({"percent", "pct", "%"})
_MONEY = frozenset({"$", "€", "£", "¥"})


def acts(topic: Topic) -> Iterator[Topic]:
    """The acts of a topic: an infinitive and those joined to it ("to cut and to cap") are one act each."""
    yield topic
    if not topic.clause:
        return
    for other in conjuncts(topic.head):
        after = other.i > topic.head.i and other.pos_ == "VERB" and other.tag_ == topic.head.tag_
        # Of participles, one that is not joined by "and" tells what goes along ("..., rallying allies").
        apart = other.tag_ == "VBG" and not any(True for _ in children(other, "cc"))
        own = any(True for _ in children(other, "nsubj")) or _owned(other)
        if after and not apart and not own:
            yield Topic(other, topic.slot, clause=True)


def _owned(verb: Token) -> bool:
    """Whether a name before a verb's auxiliary is its subject, wherever it hangs ("and Niger would go")."""
    modal = next((child for child in children(verb, "aux") if child.tag_ == "MD"), None)
    return modal is not None and bool(modal.nbor(-1).ent_type_)


def words_of(topic: Topic, before: int) -> Span:
    """The words of an act, from its verb or noun on.

    Args:
        topic: the act.
        before: the token where a condition opens, which is no part of the act; the end of the sentence where
            none does.
    """
    if not topic.clause:
        phrase = noun_phrase(topic.head)
        apart = (child.left_edge.i for child in topic.head.rights if case_of(child) in _APART)
        end = _with_what(phrase.doc, min(phrase.end, before, *apart))
        return phrase.doc[phrase.start : max(end, topic.head.i + 1)]
    head = topic.head
    end = head.i + 1
    for child in head.rights:
        if child.i >= before or (child.is_punct and child.text not in {"-", "–"}):
            break
        if child.is_punct:
            continue
        if child.lower_ == "using":  # "Enrich uranium using only old machines" is less than "enrich uranium".
            end = max([end, *(min(noun_phrase(thing).end, before) for thing in objects(child))])
            continue
        kept_from = any(mark.lower_ == "from" for mark in children(child, "mark"))
        if (relation(child) not in _INSIDE and not kept_from) or _setting(child):
            break
        end = max(end, min(_with_purpose(child, _end(child)), before))
        if end - head.i > _LONGEST:
            break
    return _without_aside(head.doc[head.i : min(end, head.i + _LONGEST)])


def _with_purpose(thing: Token, end: int) -> int:
    """The end of a noun phrase with what it is for ("plans *to impose duties*", "the right *to fish*")."""
    doc = thing.doc
    if end + 1 >= len(doc) or doc[end].tag_ != "TO" or relation(doc[end + 1]) != "acl":
        return end
    verb = doc[end + 1]
    things = [
        noun_phrase(child, conjuncts=True).end for child in children(verb, "obj", "obl") if child.i > verb.i
    ]
    return max([end + 2, *things])


def _with_what(doc: Doc, end: int) -> int:
    """The end of a noun phrase with the deed it is about ("a ban *on testing warheads*")."""
    about = doc[end : end + 2]
    if len(about) < 2 or about[0].lower_ not in _ABOUT or about[1].tag_ != "VBG":
        return end
    things = [thing for thing in objects(about[1]) if thing.i > about[1].i]
    return max([end + 2, *(noun_phrase(thing).end for thing in things)])


def _without_aside(span: Span) -> Span:
    """An act without what a dash, a bracket or "and to" adds to it."""
    for token in span[1:]:
        after = span.doc[token.i + 1] if token.i + 1 < len(span.doc) else token
        joined = token.lower_ == "and" and (after.tag_ == "TO" or _of_another(after))
        added = token.text == "," and (after.lower_ in {"which", "who"} or after.tag_ in {"VBG", "VB"})
        if token.text in _ASIDES or joined or added:
            return span.doc[span.start : token.i]
    return span


def _of_another(first: Token) -> bool:
    """Whether a name after "and" is the subject of a clause of its own ("and Niger would leave")."""
    doc, place = first.doc, first.i
    while place < len(doc) and doc[place].ent_type_:
        place += 1
    return place > first.i and place < len(doc) and doc[place].tag_ in {"MD", "VBD", "VBZ"}


def _setting(token: Token) -> bool:
    """Whether a phrase says where an act was promised, not what it is ("in a phone call")."""
    told = relation(token) == "obl" and base_form(token) in commitment_words("settings")
    return told and case_of(token) not in _TOWARDS


def _end(token: Token) -> int:
    """The end of what hangs on a word: a noun phrase with what is joined to it, else the whole clause."""
    if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "SYM"}:
        return noun_phrase(token, conjuncts=True).end
    return token.right_edge.i + 1


def named(span: Span, *, denied: bool) -> str:
    """An act as a finding gives it: in the report's words, with "not" where it will not be done."""
    last = span.end
    while last > span.start + 1 and span.doc[last - 1].lower_ in stance_words("dangling"):
        last -= 1
    words = balanced(label(span.doc[span.start : last]))
    return f"not {words}" if denied and not words.startswith("not ") else words


def balanced(words: str) -> str:
    """Words without quotation marks of which only one end stands among them."""
    if words.count("“") == words.count("”") and words.count('"') % 2 == 0:
        return words
    return words.translate({ord(mark): None for mark in '“”"'})


def denied(topic: Topic) -> bool:
    """Whether the act is that something will not be done."""
    if not topic.clause:
        return False
    before = topic.head.doc[max(0, topic.head.i - _BEFORE) : topic.head.i]
    words = [token.lower_ for token in before]
    # "agreed not to raise": the parse may hang the "not" on what comes before.
    apart = "to" in words and any(word in {"not", "never"} for word in words[: words.index("to")][-1:])
    return apart or negated(topic.head, own=True)


def promisable(topic: Topic, span: Span, *, bound: bool, conditional: bool) -> bool:
    """Whether an act is one that a side can be held to.

    Args:
        topic: the act.
        span: its words.
        bound: whether the words around say outright that it is promised, or set it a condition.
        conditional: whether they set it a condition.
    """
    if not topic.clause:
        money = topic.slot != "to" and bool({token.text for token in span} & _MONEY)
        return money or _deed(topic.head)
    if topic.head.pos_ != "VERB" or (_says_nothing(topic.head, span) and not (conditional and len(span) > 1)):
        return False
    verb = base_form(topic.head)
    if verb in commitment_words("faint"):
        if bound and verb == "make" and _makes_something(topic.head):
            return True
        if conditional and verb == "go" and any(token.lower_ == "back" for token in span):
            return True
        return any(_deed(thing) or issue_of(lemmas(noun_phrase(thing))) for thing in objects(topic.head))
    things = {base_form(thing) for thing in objects(topic.head)}
    empty = verb in _LIGHT and things & commitment_words("vague") and not conditional
    if things & commitment_words("papers") or empty:
        return False
    if bound:
        return conditional or len(span) > 1 or verb in commitment_words("whole")
    if things & commitment_words("gatherings"):
        return False
    if verb in commitment_words("whole") or _telling(span):
        return True
    return verb not in _LIGHT and _counted(topic.head, span)


def _makes_something(verb: Token) -> bool:
    """Whether what somebody will make is something ("make payments"), not progress or a thing great."""
    things = objects(verb)
    whole = not any(True for _ in children(verb, "xcomp"))
    nouns = all(
        thing.pos_ == "NOUN" and base_form(thing) not in commitment_words("vague") for thing in things
    )
    return (
        bool(things)
        and nouns
        and whole
        and not {base_form(thing) for thing in things} & commitment_words("papers")
    )


def _says_nothing(verb: Token, span: Span) -> bool:
    """Whether an act is only a pronoun or an idiom that names nothing ("leave that", "leave open")."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    if any(token.lower_ in _IDIOMS or token.lower_ in _POINTING for token in following):
        return len(span) <= 2 or following[0].lower_ in _IDIOMS
    return False


def _telling(span: Span) -> bool:
    words = lemmas(span)
    return issue_of(words[1:]) is not None or bool({token.text for token in span} & _MONEY)


def _counted(verb: Token, span: Span) -> bool:
    """Whether it is said how many or how much of something there will be ("200 ferries", "by 4 percent")."""
    many = len(span) > 1 and any(True for thing in objects(verb) for _ in children(thing, "nummod"))
    return many or any(token.lower_ in _SHARES for token in span)


def _deed(noun: Token) -> bool:
    """Whether a noun names a deed or good that a party can promise."""
    deeds = commitment_words("deeds")
    joined = "-".join([noun.doc[noun.i - 2].lower_, base_form(noun)]) if noun.i > 1 else ""
    return base_form(noun) in deeds or joined in deeds
