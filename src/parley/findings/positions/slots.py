"""Where a stance word's topic stands: its object, an infinitive, a full clause, a prepositional phrase."""

from __future__ import annotations

from parley.findings.positions.behind import (
    deed_after,
    deed_of,
    infinitive_after,
    infinitive_of_object,
    phrase_after,
    question_after,
)
from parley.findings.positions.filled import CLAUSE_SLOTS, Topic, is_gerund
from parley.findings.positions.judged import deed_judged, described_by_deed, judged_clause
from parley.findings.positions.whose import animate
from parley.language.syntax import (
    agent,
    case_of,
    children,
    known_lemma,
    negated,
    objects,
    obliques,
    passive,
    relation,
)
from parley.language.tree import Token
from parley.vocabulary.inflections import base_forms
from parley.vocabulary.issues import general_words
from parley.vocabulary.stances import StanceFrame, stance_words

_RELATIVE = frozenset({"which", "that", "who", "whom", "what"})
_NOUN_SLOTS = frozenset({"obj", "subject", "whole"})
_AS = frozenset({"as", "possible"})
_ENDS = frozenset({".", ";", ",", "”", '"'})
_BACK = frozenset({"before", "alone"})
_HELPING = frozenset({"cop", "aux"})
_LEFT = frozenset({"remain", "have"})
_WHAT = frozenset({"what", "all"})
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "csubj")
_DAYS = frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))


def topic_of(frame: StanceFrame, token: Token) -> Topic | None:
    """What fills the first slot of a frame that the sentence fills, or None.

    Args:
        frame: the frame.
        token: its word in the sentence.
    """
    for slot in (slot for slot in frame.topic if slot not in _BACK):
        if frame.word == "call" and not frame.particle and slot in {"for", "on"} and any(objects(token)):
            continue  # "called the plan a trap for hiding the costs"
        head = _clause(token, slot) if slot in CLAUSE_SLOTS else _filler(token, slot)
        if head is None and frame.particle:
            head = _behind_particle(token, frame.particle, slot)
        if head is not None and head.i != token.i:
            head = _antecedent(head, token)
            deed = slot not in _NOUN_SLOTS and head.tag_ == "VB"
            clause = slot in CLAUSE_SLOTS or is_gerund(head) or deed or question_after(token, slot) is head
            return Topic(head, slot, clause)
    if "before" in frame.topic and negated(token) and not passive(token):
        meant = _deed_before(token) if frame.word == "do" else None
        return (
            Topic(meant, "deed", clause=True) if meant is not None else Topic(token, "before", clause=False)
        )
    if "alone" in frame.topic and _stands_alone(token):
        return Topic(token, "before", clause=False)
    cleft = _cleft(token)
    if cleft is not None and "obj" in frame.topic:
        return Topic(cleft, "deed" if cleft.pos_ == "VERB" else "is", clause=cleft.pos_ == "VERB")
    if "obj" in frame.topic or not set(frame.topic) & _NOUN_SLOTS:
        described = _described(token, frame)
        if described is not None:
            return Topic(described, "relative", clause=False)
    return None


def _clause(token: Token, slot: str) -> Token | None:
    """The clause that fills a slot: an infinitive, a participle, a full clause or an open question."""
    found = _parsed_clause(token, slot)
    if found is None and slot == "inf":
        asking = bool(stance_words("asking").intersection(base_forms(token.lower_)))
        found = infinitive_after(token) or (infinitive_of_object(token) if asking else None)
        linking = found is not None and relation(found) in _HELPING and found.head.i > found.i
        return found.head if found is not None and linking else found  # "wants to be a member"
    return found


def _parsed_clause(token: Token, slot: str) -> Token | None:
    for child in children(token, *_CLAUSES):
        if child.i < token.i and slot != "that":
            continue
        marks = {mark.lower_ for mark in children(child, "mark", "aux") if mark.i < child.i}
        marks |= {mark.lower_ for mark in children(token, "mark") if token.i < mark.i < child.i}
        if slot == "inf" and "to" in marks and relation(child) != "csubj":
            if _set_off(token, child, behind_object=True):
                continue
            return child
        own = any(True for _ in children(child, "nsubj", "aux"))
        near = child.i == token.i + 1 or relation(child) in {"xcomp", "ccomp"}
        if slot == "ing" and child.tag_ == "VBG" and near and not own:
            return child
        asked = relation(child) == "ccomp" or (relation(child) == "advcl" and "whether" in marks)
        if slot == "whether" and marks & {"whether", "if"} and asked:
            return child
        announced = relation(child) == "csubj" and "that" in marks and child.i > token.i  # "it is vital that"
        full = relation(child) == "ccomp" or (token.pos_ == "ADJ" and announced)
        if slot == "that" and full and "to" not in marks and not _set_off(token, child):
            return child
    return None


def _set_off(token: Token, clause: Token, *, behind_object: bool = False) -> bool:
    """Whether a comma parts a clause from the verb before it, or from the object of that verb.

    "Agreed, leading to talks that began"; "wants a deal, not to join the war".
    """
    if not behind_object:
        return clause.i > token.i + 1 and token.doc[token.i + 1].text == ","
    thing = next(iter(objects(token)), None)
    if thing is None or not token.i < thing.i < clause.i:
        return False
    return any(word.text == "," for word in token.doc[thing.i : clause.i])


def _filler(token: Token, slot: str) -> Token | None:
    if slot == "obj":
        if passive(token) or token.tag_ == "VBN":
            put = _as_put(token)
            if put is not None:
                return put
        if passive(token):
            named = _noun_before(token)
            deal = named is not None and known_lemma(named, _deals()) in _deals()
            return named if deal else _passive_subject(token) or named
        found = _thing_given(token) or _behind_particle_verb(token)
        return found or described_by_deed(token) or _noun_before(token)
    if slot == "subject":
        found = next(children(token, "nsubj", "expl"), None) or deed_judged(token)
        return (judged_clause(token) or found) if found is not None and found.lower_ == "it" else found
    if slot == "whole":
        return None
    if token.doc[token.i + 1 : token.i + 3].text.lower() == f"{slot} by":
        return None  # "it was agreed to by all"
    cases = (slot, f"out {slot}", f"away {slot}")
    hung = (oblique.head for oblique in obliques(token, *cases) if oblique.head.i > token.i)
    found = next(hung, None) or phrase_after(token, slot)
    if found is None:
        found = next((one for one in children(token, "obj", "nmod") if case_of(one) == slot), None)
    if found is not None and found.lower_ not in _DAYS and found.ent_type_ not in {"DATE", "TIME"}:
        return (deed_of(found) if slot in {"for", "on"} else None) or found
    marked = (
        child
        for child in children(token, "xcomp", "advcl", "ccomp", "acl")
        if child.tag_ in {"VBG", "VB"}
        and any(mark.lower_ == slot for mark in children(child, "mark", "case"))
    )
    asked = question_after(token, slot) or next(marked, None)
    return asked or (deed_after(token, slot) if slot in {"for", "on"} else None)


def _as_put(token: Token) -> Token | None:
    """What "as proposed by Chad" is said of: the noun it hangs on, or the object of the verb."""
    if not any(mark.lower_ == "as" and mark.i < token.i for mark in children(token, "mark", "advmod")):
        return None
    if agent(token) is None:
        return None
    return token.head if token.head.pos_ == "NOUN" else next(iter(objects(token.head)), None)


def _thing_given(token: Token) -> Token | None:
    """The object; of two, what is given, not to whom ("offered bondholders 55 cents")."""
    things = [child for child in children(token, "obj") if child.i > token.i]
    if len(things) > 1 and (animate(things[0]) or things[0].ent_type_ in {"GPE", "ORG", "PERSON"}):
        return things[1]
    return next(iter(objects(token)), None)


def _behind_particle_verb(token: Token) -> Token | None:
    """The object that the parse takes for a phrase without a preposition ("called off the summit")."""
    particle = next((child for child in token.rights if child.dep_ == "compound:prt"), None)
    if particle is None:
        return None
    bare = (child for child in children(token, "obl") if child.i > particle.i and not case_of(child))
    found = next(bare, None)
    timed = found is None or found.ent_type_ in {"DATE", "TIME"} or found.pos_ not in {"NOUN", "PROPN"}
    return None if timed else found


def _behind_particle(token: Token, particle: str, slot: str) -> Token | None:
    """What hangs on the second word of a phrase ("said no to the ban", "has yet to reply")."""
    noun = next((child for child in token.rights if child.lower_ == particle), None)
    if noun is None:
        return None
    if slot in CLAUSE_SLOTS:
        return infinitive_after(noun) or infinitive_of_object(noun, _AS) if slot == "inf" else None
    return next((child for child in children(noun, "nmod", "obl") if case_of(child) == slot), None)


def _passive_subject(token: Token) -> Token | None:
    own = next(children(token, "nsubj"), None)
    if own is not None:
        return own
    if relation(token) == "acl" and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return token.head
    if relation(token) == "conj":
        return next(children(token.head, "nsubj:pass"), None)
    if relation(token) == "xcomp" and token.head.lemma_.lower() in _LEFT:
        return next(children(token.head, "nsubj"), None)  # "the details remain to be worked out"
    return None


def _deals() -> frozenset[str]:
    return general_words("agreement")


def _noun_before(token: Token) -> Token | None:
    """The noun right before a participle, whatever the parse made of it ("the deal, announced on Friday")."""
    if (
        token.tag_ not in {"VBN", "VBD"}
        or token.i < 2
        or any(True for _ in children(token, "aux", "nsubj", "obj"))
    ):
        return None
    index = max(token.i - 1, 0)
    while index > 0 and (token.doc[index].text == "," or token.doc[index].pos_ in {"ADV", "SPACE"}):
        index -= 1
    noun = token.doc[index]
    hung = noun.head.i == token.i and relation(noun) not in {"obl", "nmod"}
    return noun if noun.tag_ in {"NN", "NNS"} and not hung else None


def _antecedent(head: Token, token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if head.lower_ in _RELATIVE and head.tag_ in {"WDT", "WP", "IN", "DT"}:
        clause = token
        for _ in range(4):
            if relation(clause) == "acl":
                return clause.head
            clause = clause.head
    return head


def _stands_alone(token: Token) -> bool:
    """Whether a verb has nothing behind it ("Chad refused."), so that it answers what was told before."""
    doc = token.doc
    if passive(token) or token.tag_ not in {"VBD", "VBP", "VBZ", "VBN"} or not any(children(token, "nsubj")):
        return False
    return token.i + 1 == len(doc) or doc[token.i + 1].text in _ENDS


def _deed_before(token: Token) -> Token | None:
    """The infinitive that "do so" stands for ("had a chance to join, but did not do so"), or None."""
    before = token.doc[token.sent.start : token.i]
    return next((word for word in reversed(before) if word.tag_ == "VB" and word.pos_ == "VERB"), None)


def _cleft(token: Token) -> Token | None:
    """What "what" or "all" is said to be ("what Chad wants is a pullout"), or None."""
    if token.dep_ == "acl:relcl" and relation(token.head) == "nsubj":
        what, said = token.head, token.head.head
    elif relation(token) == "csubj":
        said = token.head
        what = next(children(said, "nsubj"), token)
    else:
        return None
    linked = said.i > token.i and any(True for _ in children(said, "cop"))
    return said if linked and what.lower_ in _WHAT else None


def _described(token: Token, frame: StanceFrame) -> Token | None:
    """The noun of "a plan Chad agreed to": the relative clause leaves its topic out."""
    if relation(token) != "acl" or token.dep_ != "acl:relcl" or any(True for _ in children(token, *_CLAUSES)):
        return None
    subject = next(children(token, "nsubj"), None)
    if subject is None or subject.lower_ in _RELATIVE:
        return None
    if frame.category != "verb":
        return None
    left_over = {child.lower_ for child in token.rights}
    return token.head if "obj" in frame.topic or left_over & set(frame.topic) else None
