"""What stands right behind a word, whatever the parse made of it: a clause, a phrase, a doer."""

from __future__ import annotations

from itertools import pairwise

from parley.findings.positions.whose import animate
from parley.language.syntax import case_of, children, known_lemma, relation
from parley.language.tree import Token
from parley.vocabulary.stances import stance_words

# An infinitive stands at most so far behind the verb whose object does it ("urged both sides to sign").
_FAR = 12
_OF_AN_OBJECT = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "CCONJ", "PART", "SPACE"})
_IN_A_LIST = frozenset({",", "“", '"', "‘", "'", "``"})
_ASKING = frozenset({"how", "whether", "when", "what", "which", "who", "where", "why"})
# A question's first word stands so deep in it at most, and a day may stand before it.
_UP, _DAY = 3, 3
_INNER = frozenset({"of", "in", "on", "from", ",", "-", "–", "both", "/", "’", "'"})


def infinitive_of_object(token: Token, past: frozenset[str] = frozenset()) -> Token | None:
    """The infinitive behind the object that is to act, whatever the parse made of it.

    Args:
        token: the verb.
        past: words that may stand between, beside those of a noun phrase.
    """
    doc = token.doc
    for index in range(token.i + 1, min(token.i + _FAR, len(doc) - 1)):
        deed = _bare_verb(doc[index]) if doc[index].tag_ == "TO" else None
        if deed is not None:
            return deed if index > token.i + 1 else None
        if doc[index].text == "," and doc[index + 1].lower_ == "not":
            return None  # "wants a deal, not to fight"
        if doc[index].pos_ not in _OF_AN_OBJECT and doc[index].lower_ not in _INNER | past:
            return None
    return None


def bare_deed_of_object(token: Token) -> Token | None:
    """The bare verb behind the object that is to act ("would see Chad open its ports"), or None."""
    for word in token.doc[token.i + 1 : token.i + _FAR]:
        if word.tag_ == "VB" and word.pos_ == "VERB":
            return word if word.i > token.i + 1 else None
        if word.pos_ not in _OF_AN_OBJECT and word.pos_ != "ADV" and word.lower_ not in _INNER:
            return None
    return None


def _bare_verb(to: Token) -> Token | None:
    """The verb of an infinitive, an adverb or two between ("to immediately start")."""
    after = (word for word in to.doc[to.i + 1 : to.i + 4] if word.pos_ != "ADV")
    found = next(after, None)
    return found if found is not None and found.tag_ == "VB" else None


def infinitive_after(token: Token) -> Token | None:
    """The infinitive right after a word, whatever the parse made of it ("want to leave")."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    marked = doc[token.i + 1].tag_ == "TO"
    found = next((word for word in doc[token.i + 2 : token.i + 5] if word.tag_ == "VB"), None)
    if not marked and (found is None or _bare_verb(doc[token.i + 1]) is not found):
        return None  # "to" tagged as a preposition counts only right before a verb
    helping = found is not None and relation(found) == "aux" and found.head.i > found.i
    return found.head if found is not None and helping else found


def phrase_after(token: Token, preposition: str) -> Token | None:
    """The noun after a preposition that follows a word directly, whatever it hangs on."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != preposition:
        return None
    if doc[token.i + 2].text == ":":
        return next((word for word in doc[token.i + 3 : token.i + 9] if word.pos_ == "NOUN"), None)
    head = doc[token.i + 1].head
    if head.i == token.i:  # the parse set the preposition apart
        bare = (one for one in children(token, "obl", "obj") if one.i > token.i + 1 and not case_of(one))
        return next(bare, None)
    return head if token.i + 1 < head.i < token.i + 12 and head.pos_ in {"NOUN", "PROPN", "PRON"} else None


def deed_after(token: Token, preposition: str) -> Token | None:
    """What somebody is asked to do, the preposition set apart by the parse ("called for Chad to go")."""
    doc = token.doc
    if token.i + 3 >= len(doc) or doc[token.i + 1].lower_ != preposition:
        return None
    deed = infinitive_of_object(doc[token.i + 1])
    return deed if deed is not None and deed.pos_ == "VERB" else None


def deed_of(noun: Token) -> Token | None:
    """What somebody is asked to do after "for" ("calls for Chad to leave"), or None."""
    doer = noun.ent_type_ in {"GPE", "ORG", "PERSON", "NORP"} or noun.pos_ == "PRON"
    doer = doer or noun.pos_ == "PROPN"
    doer = doer or known_lemma(noun, stance_words("doers")) in stance_words("doers")
    if not doer and not animate(noun):
        return None
    after = noun.right_edge.i + 1
    doc = noun.doc
    for index in range(noun.i + 1, min(after + 1, noun.i + _FAR, len(doc) - 1)):
        after_quote = doc[index + 1].text in _IN_A_LIST and index + 2 < len(doc)
        deed = _bare_verb(doc[index + 1] if after_quote else doc[index])
        if doc[index].tag_ == "TO" and deed is not None:
            return deed
        if doc[index].pos_ in {"VERB", "AUX"} or (doc[index].is_punct and doc[index].text not in _IN_A_LIST):
            return None
    return None


def question_after(token: Token, preposition: str) -> Token | None:
    """The deed that a question behind a preposition is about ("split over which ports to open"), or None."""
    words = token.doc.tokens[token.i + 1 : token.i + 2 + _DAY]
    for word, asking in pairwise(words):
        if word.lower_ != preposition or asking.lower_ not in _ASKING:
            continue
        inner = next((child for child in asking.rights if child.pos_ == "VERB"), None)
        if inner is not None:
            return inner
        above = asking.head
        for _ in range(_UP):
            if above.i > asking.i and above.pos_ in {"VERB", "ADJ"}:
                return above
            above = above.head
    return None
