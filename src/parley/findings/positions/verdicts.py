"""Judgments of whoever speaks: "the plan is a trap", "no need for talks", "there will be no talks"."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.positions.behind import bare_deed_of_object, infinitive_of_object
from parley.findings.positions.filled import Framed, Topic
from parley.findings.positions.judged import deed_judged
from parley.findings.positions.noun_slots import noun_topic
from parley.findings.positions.side_takers import takes_sides, taking_sides
from parley.language.syntax import children, known_lemma, negated, objects, passive, relation, subject
from parley.language.tree import Token
from parley.vocabulary.issues import general_words
from parley.vocabulary.stances import StanceFrame, stance_words

_QUOTES = frozenset({"“", '"', "‘", "'", "``"})
_LINKING = frozenset({"represent", "constitute", "mark", "amount", "signal", "remain", "become"})
_SAID_ALONE = frozenset({"root", "parataxis", "ccomp", "obj", "dep"})
_DOUBTS = frozenset({"doubt", "question"})
_LETTING = frozenset({"see", "have", "let", "make"})
_NO = frozenset({"no", "little"})
_SETTING = frozenset({"make", "set"})
_HAVING = frozenset({"have", "see", "find", "foresee"})


def fill_verdict(frame: StanceFrame, token: Token) -> Framed | None:
    """A judgment on a subject ("the offer is an insult"), or on the object of a verb that names it so."""
    named = judged_object(frame, token)
    if named is not None:
        return named
    if "of" in frame.topic:
        return taking_sides(frame, token)
    linked = _linked(frame, token)
    if linked is not None:
        return linked
    judged = next(children(token, "nsubj"), None) or deed_judged(token)
    if judged is None or not any(True for _ in children(token, "cop")):
        return None
    deed = relation(judged) != "nsubj"
    return Framed(frame, token, token, Topic(judged, "subject", clause=deed))


def _linked(frame: StanceFrame, token: Token) -> Framed | None:
    """A judgment that a verb other than "be" links ("marks a step forward", "amounts to an insult")."""
    verb = token.head
    if relation(token) not in {"obj", "obl"} or verb.i > token.i:
        return None
    if known_lemma(verb, _LINKING) not in _LINKING:
        return None
    judged = subject(verb)
    if judged is None or passive(verb):
        return None
    return Framed(frame, token, verb, Topic(judged, "subject", clause=False))


def judged_object(frame: StanceFrame, token: Token) -> Framed | None:
    """A judgment on what somebody is said to name so ("called the offer an insult", "saw it as a trap")."""
    verb = token.head
    as_one = relation(token) == "obl" and any(mark.lower_ == "as" for mark in children(token, "case"))
    if not (relation(token) in {"xcomp", "ccomp", "obj"} or as_one) or verb.pos_ != "VERB":
        return None
    setting = frame.stance == "demands" and known_lemma(verb, _SETTING) in _SETTING
    if not setting and known_lemma(verb, stance_words("naming")) not in stance_words("naming"):
        return None
    things = (*objects(verb), *children(verb, "iobj"), *_named_so(token))
    judged = next((one for one in things if one.i != token.i and verb.i < one.i < token.i), None)
    left_out = verb.dep_ == "acl:relcl" and verb.head.pos_ == "NOUN" and not any(objects(verb))
    if judged is None and left_out and any(True for _ in children(verb, "nsubj")):
        judged = verb.head  # "the pact, which Chad called a trap"
    if judged is None:
        return None
    return Framed(replace(frame, speaker=False), token, verb, Topic(judged, "judged", clause=False))


def _named_so(token: Token) -> list[Token]:
    """What the parse takes for the subject of its name ("called | the pact a mistake")."""
    if any(True for _ in children(token, "cop", "mark", "aux")):
        return []
    return [one for one in children(token, "nsubj") if one.i > token.head.i]


def judged_as_one(frame: StanceFrame, token: Token) -> Framed | None:
    """A judgment that a noun carries for its subject ("the idea is the right one")."""
    noun = token.head
    carrying = stance_words("carrying") | general_words("agreement") | general_words("tabled")
    if relation(token) != "amod" or known_lemma(noun, carrying) not in carrying:
        return None
    judged = next(children(noun, "nsubj"), None) or deed_judged(noun)
    if judged is None or not any(True for _ in children(noun, "cop")):
        return None
    return Framed(frame, token, noun, Topic(judged, "subject", clause=relation(judged) != "nsubj"))


def fill_denial(frame: StanceFrame, token: Token) -> Framed | None:
    """What there is no need, reason or room for; of whoever speaks, or of who is said to see none."""
    topic = noun_topic(frame, token) or _deed_in(token)
    verb = token.head
    none = any(child.lower_ in _NO for child in children(token, "det", "amod"))
    not_any = negated(verb) and any(child.lower_ == "any" for child in children(token, "det"))
    if topic is None or not (none or not_any):
        return None
    if relation(token) == "obj" and known_lemma(verb, _HAVING) in _HAVING:
        return Framed(replace(frame, speaker=False), token, verb, topic)
    there = any(True for _ in children(verb, "expl")) or any(True for _ in children(token, "expl"))
    return Framed(frame, token, token, topic) if there else None


def _deed_in(token: Token) -> Topic | None:
    """The deed in which there is no point, where the parse hangs it on the verb ("see no point in it")."""
    behind = token.doc[token.i + 1 : token.i + 3]
    deed = len(behind) > 1 and behind[0].lower_ == "in" and behind[1].tag_ == "VBG"
    return Topic(behind[1], "in", clause=True) if deed else None


def fill_absence(frame: StanceFrame, token: Token) -> Framed | None:
    """What there will not or cannot be ("there will be no talks until ...")."""
    if not any(True for _ in children(token, "expl")):
        return None
    if not any(child.tag_ == "MD" for child in children(token, "aux")):
        return None
    missing = next((child for child in children(token, "nsubj") if child.i > token.i), None)
    if missing is None or not any(child.lower_ in _NO for child in children(missing, "det")):
        return None
    return Framed(frame, token, token, Topic(missing, "subject", clause=False))


def fill_answer(frame: StanceFrame, token: Token) -> Framed | None:
    """What whoever speaks says no to in as many words ("No talks until the port is open")."""
    refused = token.head
    if refused.pos_ != "NOUN" or token.i > refused.i or relation(refused) not in _SAID_ALONE:
        return None
    opened = token.is_sent_start or token.nbor(-1).text in _QUOTES
    if not opened:
        return None
    if any(True for _ in children(refused, "nsubj", "cop", "expl", "aux")):
        return None
    told = any(child.pos_ in {"VERB", "AUX"} for child in children(refused, "acl", "parataxis", "conj"))
    return None if told else Framed(frame, token, refused, Topic(refused, "self", clause=False))


def fill_preposition(frame: StanceFrame, token: Token) -> Framed | None:
    """What somebody is against, or what is said to be off the table."""
    topic = token.head
    if frame.speaker:
        judged = next(children(topic, "nsubj"), None)
        set_aside = known_lemma(topic, stance_words("set_aside")) in stance_words("set_aside")
        if judged is None or not set_aside or not any(True for _ in children(topic, "cop")):
            return None
        return Framed(frame, token, topic, Topic(judged, "subject", clause=False))
    if relation(token) != "case" or topic.i < token.i or not any(True for _ in children(topic, "cop")):
        return None
    bearer = next(children(topic, "nsubj"), None)
    wronged = known_lemma(topic, stance_words("wronged")) in stance_words("wronged")
    if wronged and bearer is not None and not takes_sides(bearer):
        if frame.stance == "accepts" or bearer.pos_ == "PRON":
            return None
        # "The levy is against the law": what is judged is the subject.
        wrong = replace(frame, speaker=True, negated=None)
        return Framed(wrong, token, topic, Topic(bearer, "subject", clause=False))
    if frame.stance == "accepts" and (bearer is None or not takes_sides(bearer)):
        return None
    if any(child.lower_ == "neither" for child in topic.lefts):
        frame = replace(frame, stance="undecided", negated="undecided")
    return Framed(frame, token, topic, Topic(topic, "self", clause=False))


def fill_threat(frame: StanceFrame, token: Token) -> Framed | None:
    """What would avert what is threatened ("tariffs will rise unless Chad acts", "if it does not act")."""
    deed = token.head
    if relation(token) != "mark" or deed.i < token.i or relation(deed) != "advcl" or negated(deed.head):
        return None
    if deed.head.i == deed.i or negated(deed) is (token.lower_ == "unless"):
        return None
    return Framed(frame, token, deed, Topic(deed, "deed", clause=True))


def fill_doubt(frame: StanceFrame, token: Token) -> Framed | None:
    """What it is unclear whether somebody will do."""
    deed = token.head
    above = deed.head
    if (
        relation(token) != "mark"
        or deed.i < token.i
        or not (_asked(deed) or relation(deed) in {"ccomp", "csubj", "acl", "advcl"})
    ):
        return None
    if _asked(deed):
        return Framed(frame, token, deed, Topic(deed, "deed", clause=True))
    doubter = _doubting(deed)
    if doubter is not None:
        return Framed(
            replace(frame, about="clause", mind=False), token, doubter, Topic(deed, "deed", clause=True)
        )
    open_word = known_lemma(above, stance_words("unclear"))
    if above.i == deed.i or open_word not in stance_words("unclear") or above.i > token.i:
        return None
    if open_word in {"clear", "certain", "known", "sure", "evident"} and not negated(above):
        return None
    return Framed(frame, token, deed, Topic(deed, "deed", clause=True))


def _doubting(deed: Token) -> Token | None:
    """The verb with which somebody puts a doubt into words ("cast doubt on whether talks can go on")."""
    noun = deed.head
    verb = noun.head if noun.pos_ == "NOUN" else noun
    if noun.pos_ == "VERB":
        noun = next((thing for thing in objects(verb) if thing.i < deed.i), noun)
    named = known_lemma(noun, _DOUBTS) in _DOUBTS and noun.pos_ == "NOUN"
    voiced = known_lemma(verb, stance_words("doubt_raising")) in stance_words("doubt_raising")
    return verb if named and voiced and verb.pos_ == "VERB" and not negated(verb) else None


def _asked(deed: Token) -> bool:
    """Whether a clause is said to be the question ("the issue is whether Chad will sign")."""
    raised = stance_words("raised")
    questions = (child for child in children(deed, "nsubj") if child.dep_ == "nsubj:outer")
    return any(known_lemma(question, raised) in raised for question in questions)


def fill_term(frame: StanceFrame, token: Token) -> Framed | None:
    """What a deal has somebody do ("the accord requires Chad to leave")."""
    deal = subject(token)
    if (
        deal is None
        or known_lemma(deal, general_words("agreement")) not in general_words("agreement")
        or negated(token)
        or known_lemma(deal, stance_words("unsettled")) in stance_words("unsettled")
        or any(child.lower_ in stance_words("unmade") for child in deal.lefts)
    ):
        return None
    bare = known_lemma(token, _LETTING) in _LETTING
    deed = bare_deed_of_object(token) if bare else None
    deed = deed or infinitive_of_object(token, past=frozenset({"for", "on"}))
    if deed is None:
        return None
    doers = [
        one
        for one in token.doc[token.i + 1 : deed.i]
        if one.ent_type_ in {"GPE", "ORG"} and one.ent_iob_ == "B"
    ]
    return (
        Framed(frame, token, token, Topic(deed, "deed", clause=True), doers[0]) if len(doers) == 1 else None
    )
