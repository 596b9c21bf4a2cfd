"""What a stance is on: the words that name it, whether it is something negotiated, and its issue family."""

from __future__ import annotations

from functools import lru_cache

from parley.findings.positions.deed_words import clause_words
from parley.findings.positions.filled import Topic
from parley.findings.positions.whose import animate
from parley.language.syntax import (
    children,
    conjuncts,
    known_form,
    noun_phrase,
    passive,
    relation,
)
from parley.language.tree import Doc, Span, Token
from parley.vocabulary.issues import general_words, issue_words, names_issue
from parley.vocabulary.stances import stance_words

# Of things proposed, asked for or turned down, two are named together.
_SEVERAL = frozenset({"obj", "for", "on", "included"})
_PAIR = 2
_LONGEST_PHRASE = 9
_LONGEST_PAIR = 14
_REACH = 18
_AFTER_VERB = 8
_SENTENCE_BEFORE = 45
_BACK = frozenset({"it", "that", "this", "them", "so", "these", "those"})
_OUGHT = frozenset({"must", "should", "ought", "shall"})
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
        "be",
        "no",
        "us",
        "them",
        "him",
        "'s",
        "’s",
    }
)


def phrase(topic: Topic) -> Span:
    """The words that name a topic, as tokens: a noun phrase, or a clause without what hangs on it."""
    words = _phrase(topic)
    start = words.start
    while start > 1 and words.doc[start - 1].text == "-" and not words.doc[start - 2].whitespace_:
        start -= 2  # "de-escalation" is no escalation
    return words.doc[start : words.end]


def _phrase(topic: Topic) -> Span:
    if topic.slot == "deed" or (topic.slot == "self" and _own_deed(topic.head)):
        # Of what is to be done, what it is done to is part ("unless the siege is lifted").
        return clause_words(topic.head, whole=topic.slot == "deed" and passive(topic.head))
    if topic.clause or topic.head.pos_ in {"VERB", "AUX"}:
        return clause_words(topic.head)
    whole = _with_both(noun_phrase(topic.head))
    joined = noun_phrase(topic.head, conjuncts=True)
    pair = topic.slot in _SEVERAL and len(list(conjuncts(topic.head))) == _PAIR
    if pair and len(joined) <= _LONGEST_PAIR and joined.start == whole.start:
        return joined
    return whole if len(whole) <= _LONGEST_PHRASE else _shortened(topic.head, whole)


def _with_both(words: Span) -> Span:
    """The words of a thing between two sides, with the second of them ("accord between Chad and Niger")."""
    for word in words:
        if word.lower_ in {"between", "with"} and relation(word) == "case":
            last = max(one.i for one in conjuncts(word.head))
            return words.doc[words.start : max(words.end, last + 1)]
    return words


def _own_deed(head: Token) -> bool:
    """Whether a clause says what its subject itself will do, so that the deed alone names it."""
    if head.pos_ != "VERB" or passive(head):
        return False
    bearer = next(children(head, "nsubj"), None)
    if any(child.lower_ in _OUGHT for child in children(head, "aux")):
        return bearer is not None and bearer.lower_ in {"we", "i"}
    return bearer is None or bearer.pos_ in {"PRON", "PROPN"} or bool(bearer.ent_type_) or animate(bearer)


def _shortened(head: Token, whole: Span) -> Span:
    end = head.i + 1
    for child in head.rights:
        if relation(child) in {"nmod", "flat", "compound"} and child.right_edge.i + 1 - whole.start <= 12:
            end = max(end, noun_phrase(child).end)
        else:
            break
    return head.doc[max(whole.start, head.i - _LONGEST_PHRASE) : end]


def label(span: Span) -> str:
    """A short name from the words of a topic."""
    words = list(span)
    while len(words) > 1 and (words[0].lower_ in _DROPPED_FIRST or words[0].is_punct or words[0].is_space):
        if words[1].text == "-" and not words[0].whitespace_ and not words[0].is_punct:
            break  # "no-fly zone"
        if _denies(words[0], span):
            break
        words = words[1:]
    text = span.doc[words[0].i : span.end].text if words else span.text
    return " ".join(text.split()).strip(" ,;:.“”\"'")


def _denies(word: Token, span: Span) -> bool:
    """Whether a "no" turns a clause round ("that no ship would be delayed")."""
    bearer = word.head
    clause = bearer.dep_.startswith("nsubj") and span.start <= bearer.head.i < span.end
    return word.lower_ == "no" and clause


def lemmas(span: Span) -> list[str]:
    """The base forms of a run of words, in lower case."""
    return [base_form(token) for token in span if not token.is_space and token.text != '"']


def base_form(token: Token) -> str:
    """A token's base form in lower case, with words that name issues recognised in every form."""
    return _base_form(token.lemma_, token.lower_)


@lru_cache(maxsize=1 << 14)
def _base_form(lemma: str, form: str) -> str:
    return known_form(lemma, form, issue_words())


def refers_back(topic: Topic) -> bool:
    """Whether a topic is only a pronoun ("it", "do that") that stands for what was named before."""
    if topic.slot == "before":
        return True
    if topic.clause and passive(topic.head) and topic.head.i > 2:
        before = topic.head.doc[topic.head.i - 3]
        return before.lower_ in {"it", "them", "that"} and before.tag_ != "IN"
    if topic.clause:
        only_it = _only_it(topic.head)
        if base_form(topic.head) not in {"do", "have"}:
            return only_it and base_form(topic.head) in stance_words("of_it")
        following = topic.head.doc[topic.head.i + 1 : topic.head.i + 2].text.lower()
        return following in _BACK or any(child.lower_ in _BACK for child in children(topic.head, "obj"))
    if topic.head.lower_ in {"something", "anything"}:
        return any(child.lower_ in _BACK for child in children(topic.head, "nmod"))
    return topic.head.lower_ in _BACK and topic.head.pos_ in {"PRON", "DET"}


def _only_it(head: Token) -> bool:
    """Whether a deed has nothing but a pronoun for its object ("discuss them")."""
    things = list(children(head, "obj"))
    return bool(things) and all(thing.lower_ in _BACK for thing in things)


def meant_before(topic: Topic) -> Token | None:
    """The noun a little before that a pronoun can mean: one raised for talk, or one that names an issue."""
    pronoun = topic.head
    if topic.clause:
        pronoun = next((thing for thing in children(topic.head, "obj") if thing.lower_ in _BACK), topic.head)
    if pronoun.lower_ not in _BACK:
        return None
    tag = "NNS" if pronoun.lower_ in {"them", "these", "those"} else "NN"
    for token in reversed(pronoun.doc[max(0, pronoun.i - _SENTENCE_BEFORE) : pronoun.i]):
        if token.tag_ == tag and relation(token) not in {"compound", "nmod:poss"}:
            word = base_form(token)
            if animate(token) or token.i == pronoun.head.i:
                continue
            deal = not topic.clause and word in general_words("agreement")
            if deal or word in stance_words("raised") or names_issue([word]):
                return token
    return None


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


def reach(topic: Topic) -> Span:
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
