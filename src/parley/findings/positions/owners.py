"""Whose a stance noun is: who owns it, makes it, or is named behind it."""

from __future__ import annotations

from parley.findings.positions.filled import Topic
from parley.findings.positions.whose import animate
from parley.language.syntax import agent, case_of, children, known_lemma, obliques, relation
from parley.language.tree import Token
from parley.vocabulary.issues import general_words
from parley.vocabulary.stances import StanceFrame, stance_words

# "The U.S. base relocation plan" is about a base; with fewer nouns between, a name says whose a thing is.
_FAR_OWNER = 2
_LED = ("-led", "-backed", "-brokered", "-sponsored", "-mediated", "-hosted")
_COMING = frozenset({"come", "emerge", "arrive"})
_RELATIVE = frozenset({"that", "which"})
_ACTING = frozenset({"GPE", "ORG", "PERSON", "NORP"})
# What is done by somebody ("the opening of a mine by a firm").
_DONE = ("ing", "tion", "sion", "ment", "ance", "ure")
_BEHIND = frozenset({"from", "of"})
# Stances that are put to others; with them "of" and a side says whose they are ("the plan of the union").
_PUT = frozenset({"proposes", "offers", "demands", "seeks"})


def owner_of(token: Token) -> Token | None:
    """Whose a stance noun is: "Chad's offer", "the Chadian offer", "an offer by Chad"."""
    if relation(token) in {"compound", "amod"}:
        return None
    for child in token.lefts:
        named = child.ent_type_ in _ACTING or child.pos_ == "PROPN"
        if child.dep_ == "nmod:poss" or any(mark.tag_ == "POS" for mark in child.children):
            return child
        between = [word for word in token.doc[child.i + 1 : token.i] if word.pos_ == "NOUN"]
        led = child.lower_.endswith(_LED)  # "U.N.-led efforts" are not the U.N.'s alone
        if (
            relation(child) in {"amod", "compound", "nmod"}
            and named
            and len(between) < _FAR_OWNER
            and not led
        ):
            return child
        if relation(child) == "compound" and child.i == token.i - 1 and _group(child):
            return child
    for child in token.rights:
        if relation(child) in {"nmod", "obl"} and any(
            mark.lower_ in {"by", "from"} for mark in children(child, "case")
        ):
            return child
        if relation(child) == "acl" and child.tag_ == "VBN" and not _answered(child):
            by = agent(child)
            if by is not None:
                return by
    return _named_next(token)


def _group(word: Token) -> bool:
    """Whether a noun before another says whose that is ("union demands", "an opposition threat")."""
    vague = known_lemma(word, stance_words("vague")) in stance_words("vague")
    return word.pos_ == "NOUN" and animate(word) and not vague


def _answered(participle: Token) -> bool:
    """Whether a participle says what others did with a thing ("demands rejected by Chad")."""
    return known_lemma(participle, stance_words("answered")) in stance_words("answered")


def _named_next(token: Token) -> Token | None:
    """The name right after "by" or "from" ("calls from Chad and its allies"), whatever it hangs on."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ not in {"by", "from"}:
        return None
    names = (word for word in doc[token.i + 2 : token.i + 5] if word.ent_type_ in {"GPE", "ORG", "PERSON"})
    return next(names, None)


def holder_of(frame: StanceFrame, token: Token, topic: Topic) -> Token | None:
    """Whose a stance noun with a topic is, by all that the sentence says of it.

    Args:
        frame: the noun's frame.
        token: the noun.
        topic: what it is on.
    """
    return (
        owner_of(token)
        or _of_whom(token, topic)
        or _raiser(token)
        or _by_behind(frame, topic)
        or _between_whom(frame, token, topic)
        or _come_from(token)
    )


def acts(word: Token) -> bool:
    """Whether a noun can be a side: a name, people or a body."""
    return word.ent_type_ in _ACTING or (word.pos_ == "NOUN" and animate(word))


def of_a_side(frame: StanceFrame, head: Token) -> bool:
    """Whether what stands behind "of" says whose a thing is that was put to others ("the plan of Chad")."""
    return frame.stance in _PUT and frame.about != "voiced" and acts(head)


def _of_whom(token: Token, topic: Topic) -> Token | None:
    """The side behind "of", where the topic stands elsewhere ("the refusal of Chad to sign")."""
    if topic.slot == "of":
        return None
    behind = (child for child in children(token, "nmod") if case_of(child) == "of" and child.i > token.i)
    return next((child for child in behind if acts(child) and child.i != topic.head.i), None)


def _by_behind(frame: StanceFrame, topic: Topic) -> Token | None:
    """The side behind "by" after the topic ("a promise of aid by Chad"), where the topic is nobody's own.

    "The rejection of the plan by Chad" is Chad's, too: a plan that is known has been put by somebody.
    """
    head = topic.head
    if topic.clause or head.pos_ != "NOUN":
        return None
    known = frame.stance in {"accepts", "rejects"} and any(child.lower_ == "the" for child in head.lefts)
    own = general_words("tabled") | general_words("offers") | stance_words("requests")
    put = known_lemma(head, own) in own
    if (put and not known) or (not put and head.lower_.endswith(_DONE)):
        return None
    from_whom = put or known_lemma(head, general_words("agreement")) in general_words("agreement")
    opened = {"by", "from"} if from_whom else {"by"}  # "support for the treaty from Chad"
    behind = (child for child in children(head, "nmod") if case_of(child) in opened)
    return next((child for child in behind if acts(child)), None)


def _raiser(token: Token) -> Token | None:
    """Who is said behind a stance noun to put it ("the demand that Chad has raised since May")."""
    for clause in children(token, "acl"):
        subject = next(children(clause, "nsubj"), None) if clause.dep_ == "acl:relcl" else None
        named = subject is not None and subject.ent_type_ in {"GPE", "ORG", "PERSON"}
        whole = all(child.lower_ in _RELATIVE for child in children(clause, "obj"))
        if named and known_lemma(clause, stance_words("light")) in stance_words("light") and whole:
            return subject
    return None


def _come_from(token: Token) -> Token | None:
    """From whom a stance is said to come ("support for the levy has come from Chad")."""
    verb = token.head
    if relation(token) != "nsubj" or known_lemma(verb, _COMING) not in _COMING:
        return None
    return next((one.head for one in obliques(verb, "from") if acts(one.head)), None)


def _between_whom(frame: StanceFrame, token: Token, topic: Topic) -> Token | None:
    """Between whom a pact is, or one that was signed ("the signing of an accord between Chad and Niger")."""
    if frame.about == "concluded":
        return next((one.head for one in obliques(token, "between")), None)
    if frame.about != "agreement" or frame.stance != "accepts" or topic.clause:
        return None
    sides = (one.head for word in (topic.head, token) for one in obliques(word, "between"))
    return next(sides, None)


def addressed(token: Token, owner: Token) -> bool:
    """Whether who stands behind a noun that somebody makes is whom it is put to ("made demands of Chad")."""
    verb = token.head
    making = known_lemma(verb, stance_words("making")) in stance_words("making")
    return making and relation(token) == "obj" and owner.i > token.i and case_of(owner) in _BEHIND
