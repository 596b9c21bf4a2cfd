"""Short names of topics: the noun phrase on the table, without what only leads to it."""

from __future__ import annotations

import re

from parley.findings.positions.acted import being_done, changed_words, spared_words, undescribed
from parley.findings.positions.doings import of_work
from parley.findings.positions.filled import Framed
from parley.findings.positions.fuller import with_content, with_phrase
from parley.findings.positions.topics import base_form, label, lemmas, phrase
from parley.findings.positions.whose import animate
from parley.language.syntax import noun_phrase, objects, obliques, passive, relation
from parley.language.tree import Span, Token
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.offices import singulars, standings
from parley.vocabulary.stances import stance_words

_QUOTES = '“”"„‟'
_REACH = 16
# Before the participle of "tariffs to be lifted" stand "be", "to" and the noun.
_TO_BE = 3
_AFTER = 7
_AWAY = frozenset({"out", "gone", "removed", "freed", "released", "back"})
_BE_DONE = ("to", "be", "done")
_OF_PHRASE = frozenset({"NOUN", "DET", "ADJ", "NUM", "PROPN"})
_INNER = frozenset({"all", "of", "its", "their", "his", "her"})
_MARKS = frozenset({"“", "”", '"', "‘", "’", "-"})
_CHANGING = frozenset({"want", "need", "like", "see", "wish"})
# "The agreement by a 57 percent majority" is the agreement.
_BY_HOW_MANY = re.compile(r" (?:by|with) (?:an? )?[\w% -]*\b(?:majority|margin|votes?)\b.*$")
_ENDING = frozenset({"own act", "own measure"})
_SIDING = frozenset({"support", "back", "backing", "resist"})


def named_topic(one: Framed) -> Span:
    """The words that name what a stance is on; the object alone of a verb that only leads to it.

    "Help a cease-fire", "make a deal" and "use the second offer" are about the noun.
    """
    words = phrase(one.topic)
    head = one.topic.head
    doc = one.token.doc
    if one.frame.about == "despite":
        return doc[words.start : max(min(words.end, one.token.left_edge.i), words.start + 1)]
    described = _described(head, words)
    if described is not None:
        return described
    longer = spared_words(one) or changed_words(one) or being_done(words)
    longer = longer or _to_be_done(words) or _as_what(one) or _ended(one)
    if longer is not None:
        return longer
    if one.frame.word in _CHANGING and words.end < len(doc) and _changed(doc[words.end]):
        return with_phrase(doc[words.start : words.end + 1])
    bare = words.end == head.i + 1 and (head.i == words.start or base_form(head) in stance_words("shells"))
    if head.pos_ == "NOUN" and (bare or (len(words) == 2 and words[0].pos_ == "DET")):
        return with_content(head, words)
    if head.pos_ == "NOUN" and base_form(head) in stance_words("requests"):
        after = doc[words.end : words.end + 1]
        asked = len(after) > 0 and after[0].tag_ == "TO"
        words = with_content(head, words) if asked else words  # "Chad's bid to join the pact"
    if not _full(one, words):
        return _further(one, words)
    if one.topic.clause and head.pos_ == "VERB" and _alone(head, words):
        words = _with_thing(head, words)
    if head.pos_ != "VERB" or not one.topic.clause or one.topic.slot in {"self", "that", "whether"}:
        return words
    if base_form(head) not in stance_words("leading"):
        return words
    thing = next((found for found in objects(head) if found.i > head.i), None) or _noun_next(head)
    if thing is None or not _on_the_table(thing):
        return words
    return noun_phrase(thing)


def _changed(word: Token) -> bool:
    return word.tag_ == "VBN" or (word.tag_ == "JJ" and relation(word) == "xcomp")


def _described(head: Token, words: Span) -> Span | None:
    """What a relative clause tells of ("the terms, which must be met"), where the clause is the topic."""
    relative = {"which", "who", "that"}
    opened = any(token.lower_ in relative and token.tag_ in {"WDT", "WP"} for token in words[:2])
    if not opened or head.dep_ != "acl:relcl" or head.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    return noun_phrase(head.head)


def _on_the_table(thing: Token) -> bool:
    """Whether what is done stands for itself ("make a deal"), so that its verb may be left out."""
    table = general_words("agreement") | general_words("tabled") | general_words("measures")
    named = base_form(thing) in table or thing.lower_ == "fire"
    return named and not any(
        word.lower_ in {"not", "never"} for word in thing.doc[max(0, thing.i - 6) : thing.i]
    )


def _to_be_done(words: Span) -> Span | None:
    """A thing with what is to become of it ("pressed for the shares to be spread anew"), or None."""
    doc = words.doc
    after = doc[words.end : words.end + 3]
    done = len(after) == len(_BE_DONE) and [after[0].lower_, after[1].lower_] == ["to", "be"]
    return doc[words.start : words.end + 3] if done and after[2].tag_ == "VBN" else None


def _ended(one: Framed) -> Span | None:
    """What somebody does to others with the verb that ends it ("call off the strike"), or None."""
    if one.frame.about not in _ENDING or one.predicate.i > one.topic.head.i:
        return None
    words = one.token.doc[one.predicate.i : noun_phrase(one.topic.head).end]
    after = words.doc[words.end : words.end + 1]
    longer = with_phrase(words) if len(after) and relation(after[0]) == "case" else words
    return words if longer[len(longer) - 1].ent_type_ in {"DATE", "TIME"} else longer


def _as_what(one: Framed) -> Span | None:
    """Who is wanted as what ("wants Vega as finance minister"), or away ("wants Vega out"), or None."""
    head = one.topic.head
    if head.ent_type_ != "PERSON" or one.topic.slot != "obj" or one.frame.stance not in {"seeks", "demands"}:
        return None
    after = head.doc[noun_phrase(head).end : noun_phrase(head).end + 1]
    if len(after) and after[0].lower_ in _AWAY:
        last = next((child for child in after[0].children if child.i > after[0].i), after[0])
        return head.doc[noun_phrase(head).start : max(after[0].i + 1, noun_phrase(last).end)]
    office = next((role.head for role in (*obliques(one.predicate, "as"), *obliques(head, "as"))), None)
    return head.doc[noun_phrase(head).start : noun_phrase(office).end] if office is not None else None


def _alone(verb: Token, words: Span) -> bool:
    """Whether of a deed only the verb is named, with at most an opening quotation mark behind it."""
    return all(token.is_punct or token.pos_ == "DET" for token in verb.doc[verb.i + 1 : words.end])


def _with_thing(verb: Token, words: Span) -> Span:
    """A verb alone with what it is done to ("tariffs to be lifted", "destroy a “major” site")."""
    doc = verb.doc
    if verb.tag_ == "VBN" and verb.i > _TO_BE and doc[verb.i - 2].lower_ == "to":
        thing = doc[verb.i - _TO_BE]
        return doc[noun_phrase(thing).start : words.end] if thing.pos_ == "NOUN" else words
    for token in doc[verb.i + 1 : verb.i + _AFTER]:
        if token.pos_ == "NOUN" and relation(token) != "compound":
            return doc[words.start : max(noun_phrase(token).end, token.i + 1)]
        if token.pos_ not in _OF_PHRASE and token.lower_ not in _INNER and token.text not in _MARKS:
            break
    return words


def _noun_next(verb: Token) -> Token | None:
    """The noun right after a verb, whatever it hangs on ("see a deal made")."""
    following = verb.doc[verb.i + 1 : verb.i + 4]
    return next((token for token in following if token.pos_ == "NOUN"), None)


def short_name(span: Span) -> str:
    """The label of a topic, without dangling words and quotation marks that do not close."""
    words = list(span)
    while len(words) > 1 and (words[-1].lower_ in stance_words("dangling") or words[-1].is_punct):
        words = words[:-1]
    text = (
        label(span.doc[words[0].i : words[-1].i + 1])
        .lstrip("—–- ")
        .removeprefix("of these ")
        .removeprefix("of the ")
    )
    text = _BY_HOW_MANY.sub("", text)
    if sum(text.count(mark) for mark in '“"') != text.count("”") or '"' in text:
        text = text.translate({ord(mark): None for mark in _QUOTES})
    return " ".join(text.split())


def says_something(one: Framed, span: Span) -> bool:
    """Whether the words of a topic hold a noun or deed, not only a pronoun, name or gesture."""
    head = one.topic.head
    if spared_words(one) is not None:
        return True
    if undescribed(one):
        return False
    if one.frame.word == "vote" and head.ent_type_ == "PERSON":
        return True  # "voted against the minister", in a vote of confidence
    if one.frame.word in _SIDING and _sided_with(head):
        return False
    if head.ent_type_ == "PERSON" and {"as", *_AWAY} & {word.lower_ for word in span}:
        return True
    if _full(one, span):
        name = head.ent_type_ in {"GPE", "PERSON"} and head.pos_ == "PROPN" and len(noun_phrase(head)) <= 2
        done = span.end > noun_phrase(head).end  # "wants Crimea returned"
        return not name or one.topic.clause or done
    return names_issue(lemmas(span))


def _sided_with(head: Token) -> bool:
    """Whether a noun names people or a body with whom somebody sides ("supports the opposition")."""
    body = head.tag_ == "NN" and base_form(head) in stance_words("bodies")
    return body or (head.tag_ == "NNS" and _names_people(head))


def _names_people(head: Token) -> bool:
    """Whether a noun names people or bodies: to support those is to side with them, not to accept a thing."""
    noun = singulars().get(head.lower_, base_form(head))
    return head.pos_ == "NOUN" and (noun in standings() or animate(head))


def _full(one: Framed, span: Span) -> bool:
    head = one.topic.head
    if one.frame.category == "modal" and any(_named_doer(token) for token in span):
        return True
    if head.pos_ in {"VERB", "AUX"}:
        bare = base_form(head) in stance_words("leading") | stance_words("faint")
        return not bare or names_issue(lemmas(span)) or any(_contentful(token) for token in span)
    return head.pos_ not in {"PRON", "DET"} or len(span) > 2


def _named_doer(token: Token) -> bool:
    """Whether a word names who or what something must be done by or to ("the world must act")."""
    return token.pos_ in {"NOUN", "PROPN"} and base_form(token) not in stance_words("empty")


def _further(one: Framed, span: Span) -> Span:
    """The words on to the first noun that says what it is about ("find a way to end the strike")."""
    doc = span.doc
    reach = doc[span.end : min(one.token.sent.end, span.start + _REACH)]
    for token in reach:
        if token.text in {".", ";", "\n\n"}:
            break
        if token.pos_ == "NOUN" and names_issue([base_form(token)]):
            found = noun_phrase(token)
            start = found.start if one.topic.head.pos_ in {"PRON", "DET"} else span.start
            return doc[start : max(found.end, span.end)]
    return span


def _contentful(token: Token) -> bool:
    kept = token.dep_ not in {"nsubj", "obl:tmod", "obl:unmarked"} or (
        token.dep_ == "nsubj" and passive(token.head)
    )
    noun = token.pos_ in {"NOUN", "PROPN", "NUM"} and kept
    return noun and base_form(token) not in stance_words("empty")


def _fought(thing: Token) -> bool:
    """Whether a noun names people or places that are fought over."""
    named = thing.ent_type_ in {"GPE", "LOC", "NORP", "PERSON"}
    return named or base_form(thing) in stance_words("fought")


def is_force(one: Framed) -> bool:
    """Whether the topic is a deed of war ahead ("ready for battle", "to mount an offensive"), no position."""
    force = stance_words("force")
    head = one.topic.head
    if one.frame.about == "own act":
        return False
    if head.lower_.startswith("strike") and of_work(head.doc):
        return False
    if base_form(head) in force:
        return one.frame.stance in {"accepts", "accepts_in_principle"}
    if head.pos_ == "VERB" and base_form(head) in stance_words("fighting"):
        return any(_fought(thing) for thing in objects(head))
    if head.pos_ != "VERB" or one.frame.stance not in {"accepts", "accepts_in_principle", "offers"}:
        return False
    return base_form(head) in stance_words("waging") and any(
        base_form(thing) in force for thing in objects(head)
    )
