"""What a stance is on: the words that name it, whether it is something negotiated, and its issue family."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parley.findings.positions.filled import Framed, Topic, of_thing
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    children,
    known_lemma,
    noun_phrase,
    passive,
    relation,
    subject,
    tense,
)
from parley.language.tree import Doc, Span, Token
from parley.vocabulary.issues import general_words, issue_words, names_issue
from parley.vocabulary.stances import stance_words

_LONGEST_CLAUSE = 14
_LONGEST_PHRASE = 9
_REACH = 18
_AFTER_VERB = 8
_SENTENCE_BEFORE = 45
_BACK = frozenset({"it", "that", "this", "them", "so", "these", "those"})
_NEXT_CLAUSE = frozenset({"cc", "conj", "advcl", "parataxis"})
_QUOTES = frozenset({"“", "”", '"', "‘", "’"})
_OUGHT = frozenset({"must", "should", "ought", "shall"})
_KEPT = frozenset({"obj", "obl", "xcomp", "iobj", "nsubj", "advmod", "compound", "aux", "cop", "ccomp"})
_DROPPED_FIRST = frozenset(
    {
        "the",
        "a",
        "an",
        "to",
        "that",
        "this",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "any",
        "such",
        "some",
        "not",
        "be",
        "'s",
        "’s",
    }
)


def phrase(topic: Topic) -> Span:
    """The words that name a topic, as tokens: a noun phrase, or a clause without what hangs on it."""
    if topic.slot == "deed" or (topic.slot == "self" and _own_deed(topic.head)):
        return _clause_words(topic.head, whole=False)
    if topic.clause or topic.head.pos_ in {"VERB", "AUX"}:
        return _clause_words(topic.head)
    whole = noun_phrase(topic.head)
    return whole if len(whole) <= _LONGEST_PHRASE else _shortened(topic.head, whole)


def _own_deed(head: Token) -> bool:
    """Whether a clause says what its subject itself will do, so that the deed alone names it."""
    if head.pos_ != "VERB" or passive(head) or any(child.lower_ in _OUGHT for child in children(head, "aux")):
        return False
    bearer = next(children(head, "nsubj"), None)
    return bearer is None or bearer.pos_ in {"PRON", "PROPN"} or bool(bearer.ent_type_)


def _shortened(head: Token, whole: Span) -> Span:
    end = head.i + 1
    for child in head.rights:
        if relation(child) in {"nmod", "flat", "compound"} and child.right_edge.i + 1 - whole.start <= 12:
            end = max(end, noun_phrase(child).end)
        else:
            break
    return head.doc[max(whole.start, head.i - _LONGEST_PHRASE) : end]


def _clause_words(head: Token, *, whole: bool = True) -> Span:
    start, end = head.i, head.i + 1
    for child in head.rights:
        if relation(child) not in _KEPT:
            if (child.is_punct and child.text not in _QUOTES) or relation(child) in _NEXT_CLAUSE:
                break
            continue
        stop = noun_phrase(child).end if child.pos_ in {"NOUN", "PROPN", "PRON"} else child.right_edge.i + 1
        if stop - start > _LONGEST_CLAUSE:
            end = max(end, _with_object(child)) if relation(child) == "xcomp" else end
            break
        end = max(end, stop)
    for child in head.lefts if whole else ():
        if relation(child) in {"nsubj", "aux", "cop", "advmod"} or child.lower_ in {"not", "n't"}:
            start = min(start, child.left_edge.i)
    if end - start > _LONGEST_CLAUSE + 8:
        start = head.i
    return head.doc[start:end]


def _with_object(verb: Token) -> int:
    """The end of a verb with its object, without what else hangs on it."""
    thing = next((child for child in children(verb, "obj") if child.i > verb.i), None)
    return noun_phrase(thing).end if thing is not None else verb.i + 1


def label(span: Span) -> str:
    """A short name from the words of a topic."""
    words = list(span)
    while len(words) > 1 and (words[0].lower_ in _DROPPED_FIRST or words[0].is_punct or words[0].is_space):
        words = words[1:]
    text = span.doc[words[0].i : span.end].text if words else span.text
    return " ".join(text.split()).strip(" ,;:.“”\"'")


def lemmas(span: Span) -> list[str]:
    """The base forms of a run of words, in lower case."""
    return [base_form(token) for token in span if not token.is_space and token.text != '"']


def base_form(token: Token) -> str:
    """A token's base form in lower case, with words that name issues recognised in every form."""
    return known_lemma(token, issue_words())


def fits(one: Framed) -> bool:
    """Whether the topic is what the frame needs it to be about."""
    about = one.frame.about
    talk = one.topic.clause and base_form(one.topic.head) in stance_words("of_talk")
    if talk and one.frame.stance != "withholds":
        return False
    if refers_back(one.topic):
        return True
    judge = _JUDGES.get(about)
    if judge is not None:
        return judge(one)
    if one.topic.clause and base_form(one.topic.head) in general_words("doing"):
        return True
    return names_issue(lemmas(_reach(one.topic)))


def refers_back(topic: Topic) -> bool:
    """Whether a topic is only a pronoun ("it", "do that") that stands for what was named before."""
    if topic.slot == "before":
        return True
    if topic.clause:
        if base_form(topic.head) not in {"do", "have"}:
            return False
        following = topic.head.doc[topic.head.i + 1 : topic.head.i + 2].text.lower()
        return following in _BACK or any(child.lower_ in _BACK for child in children(topic.head, "obj"))
    if topic.head.lower_ in {"something", "anything"}:
        return any(child.lower_ in _BACK for child in children(topic.head, "nmod"))
    return topic.head.lower_ in _BACK and topic.head.pos_ in {"PRON", "DET"}


def tabled_before(doc: Doc, start: int) -> Span | None:
    """What the sentence before says is on the table ("a proposal to open the locks"), or None.

    Args:
        doc: the parsed report.
        start: first token of the sentence that goes on with it.
    """
    for token in reversed(doc[max(0, start - _SENTENCE_BEFORE) : start]):
        if "\n\n" in token.text or (token.is_sent_start and token.i + 1 < start and _past_one(token, start)):
            return None
        if token.pos_ == "NOUN" and token.tag_ == "NN" and base_form(token) in general_words("tabled"):
            purpose = next(children(token, "acl"), None)
            end = purpose.right_edge.i + 1 if purpose is not None else noun_phrase(token).end
            return doc[noun_phrase(token).start : min(max(end, token.i + 1), start)]
    return None


def _past_one(token: Token, start: int) -> bool:
    return sum(1 for word in token.doc[token.i : start] if word.is_sent_start) > 1


def _reach(topic: Topic) -> Span:
    """The words of a topic with its relative clauses and lists, not too far."""
    end = min(topic.head.right_edge.i + 1, topic.head.i + _REACH)
    if topic.clause:
        end = max(end, _run(topic.head))
    return topic.head.doc[min(phrase(topic).start, topic.head.i) : max(end, topic.head.i + 1)]


def _run(head: Token) -> int:
    """The end of the words right after a verb, whatever the parse hangs them on."""
    index = head.i + 1
    inner = {"-", "“", '"', "‘"}
    while index < min(len(head.doc), head.i + _AFTER_VERB) and (
        not head.doc[index].is_punct or head.doc[index].text in inner
    ):
        index += 1
    return index


def _substantial(one: Framed) -> bool:
    return one.topic.head.pos_ not in {"NUM", "PUNCT", "SYM"} and one.topic.head.ent_type_ != "PERSON"


def _no_claim(one: Framed) -> bool:
    head = one.topic.head
    claim = base_form(head) in stance_words("claims") or head.pos_ in {"PRON", "PROPN"}
    return not claim and not one.topic.clause and _substantial(one)


def _at_table(one: Framed) -> bool:
    head = one.topic.head
    if base_form(head) in general_words("agreement"):
        return True
    return head.lower_ in {"fire", "fires"} and head.i > 1 and head.doc[head.i - 2].lower_ == "cease"


def _threat(one: Framed) -> bool:
    """Whether what would follow is a penalty, and what would avert it something negotiated."""
    threatened = lemmas(
        one.predicate.head.doc[one.predicate.head.left_edge.i : one.predicate.head.right_edge.i + 1]
    )
    doing = base_form(one.topic.head) in general_words("doing")
    negotiated = doing or names_issue(lemmas(_reach(one.topic)))
    return negotiated and bool(stance_words("penalties").intersection(threatened))


def _ahead(one: Framed) -> bool:
    """Whether a clause says what somebody may do about what is negotiated."""
    modal = any(
        child.lower_ in {"will", "would", "might", "may"} for child in children(one.topic.head, "aux")
    )
    modal = modal and one.topic.head.lemma_.lower() not in {"be", "able", "work", "succeed"}
    doing = base_form(one.topic.head) in general_words("doing")
    return modal and (doing or names_issue(lemmas(_reach(one.topic))))


def _thing(one: Framed) -> bool:
    """Whether a clause tells what will become of something negotiated."""
    return of_thing(one, subject(one.predicate)) and names_issue(lemmas(_reach(one.topic)))


def _answerable(one: Framed) -> bool:
    """Whether a topic is something that a side could answer, no request of the press."""
    words = lemmas(_reach(one.topic))
    bare = len(phrase(one.topic)) <= 2 and base_form(one.topic.head) in stance_words("bare")
    return names_issue(words) and not bare and not stance_words("of_the_press").intersection(words)


def _deal_or_plan(one: Framed) -> bool:
    """Whether the topic is a deal, a plan, or a deed or measure that was put on the table."""
    head = base_form(one.topic.head)
    named = head in general_words("tabled") or head in general_words("proposal")
    return _at_table(one) or named or (one.topic.clause and names_issue(lemmas(_reach(one.topic))))


def _worked_on(one: Framed) -> bool:
    return names_issue(lemmas(_reach(one.topic))) and (one.topic.clause or _at_table(one))


def _of_substance(one: Framed) -> bool:
    """Whether a clause of what must be is about an issue, or about what sides do."""
    deed = base_form(one.topic.head)
    return deed in general_words("doing") or names_issue(lemmas(_reach(one.topic)))


def _wish(one: Framed) -> bool:
    """Whether a clause says what ought to be ("that it must leave", "that it leave"); nouns always do."""
    if one.topic.slot != "that":
        return True
    clause = one.topic.head
    if any(child.lower_ in {"must", "should", "need", "ought"} for child in children(clause, "aux")):
        return True
    if base_form(clause) in {"need", "have"}:
        return any(True for _ in children(clause, "xcomp"))
    return clause.tag_ == "VB" and not any(child.tag_ == "MD" for child in children(clause, "aux"))


def _tabled(one: Framed) -> bool:
    return one.topic.clause or base_form(one.topic.head) in general_words("tabled")


def _clause_or_issue(one: Framed) -> bool:
    return one.topic.clause or names_issue(lemmas(_reach(one.topic)))


def _owned(one: Framed) -> bool:
    """Whether a noun with an owner is spoken of as on the table, with what it is for."""
    if one.owner is None:
        return False
    if one.topic.slot == "whole":
        return any(relation(child) in {"amod", "compound"} for child in _own_words(one))
    doing = one.topic.clause and base_form(one.topic.head) in general_words("doing")
    return doing or names_issue(lemmas(phrase(one.topic)))


def _own_words(one: Framed) -> list[Token]:
    """What describes a stance noun beside its owner ("final" in "the company's final offer")."""
    return [child for child in one.token.lefts if child != one.owner and not child.is_punct]


def _open(one: Framed) -> bool:
    return bool({child.lower_ for child in one.predicate.subtree} & stance_words("open"))


def _voiced(one: Framed) -> bool:
    """Whether a need is put into words, not only had."""
    return one.predicate.i != one.token.i and base_form(one.predicate) not in {"have", "be"}


def _between(one: Framed) -> bool:
    """Whether a deal between sides did or does something, so that it was made."""
    if relation(one.token) != "nsubj" or (one.token.lower_ == "fire" and not _at_table(one)):
        return False
    verb = one.token.head
    return tense(verb) is Tense.PAST or aspect(verb) is Aspect.PERFECT


_JUDGES: Mapping[str, Callable[[Framed], bool]] = {
    "": _substantial,
    "predicate": _substantial,
    "no claim": _no_claim,
    "leaving": lambda one: base_form(one.topic.head) in stance_words("leaving"),
    "ending": lambda one: base_form(one.topic.head) in stance_words("ending"),
    "calm": lambda one: base_form(one.topic.head) in stance_words("calm"),
    "agreeing": lambda one: base_form(one.topic.head) in stance_words("agreeing"),
    "silent": lambda one: (
        base_form(one.topic.head) in stance_words("silent") and names_issue(lemmas(_reach(one.topic)))
    ),
    "not silent": lambda one: base_form(one.topic.head) not in stance_words("silent"),
    "pending": lambda one: base_form(one.topic.head) in stance_words("silent") | stance_words("agreeing"),
    "at the table": _worked_on,
    "agreement": _at_table,
    "threat": _threat,
    "ahead": _ahead,
    "thing": _thing,
    "answerable": _answerable,
    "deal or plan": _deal_or_plan,
    "of substance": _of_substance,
    "wish": _wish,
    "proposal": _tabled,
    "clause": _clause_or_issue,
    "plan": lambda one: base_form(one.topic.head) in stance_words("plans"),
    "owned": _owned,
    "open": _open,
    "voiced": _voiced,
    "between": _between,
}
