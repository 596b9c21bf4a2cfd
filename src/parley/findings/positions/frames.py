"""Finds stance words and the parts of their frames: the clause they stand in and the topic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from parley.findings.positions.filled import Framed, Topic, announced
from parley.findings.positions.judged import fill_aim
from parley.findings.positions.modals import fill_modal, fill_only, fill_yet
from parley.findings.positions.noun_frames import fill_noun
from parley.findings.positions.owners import owner_of
from parley.findings.positions.slots import topic_of
from parley.findings.positions.verdicts import (
    fill_absence,
    fill_answer,
    fill_denial,
    fill_doubt,
    fill_preposition,
    fill_term,
    fill_threat,
    fill_verdict,
    judged_as_one,
    judged_object,
)
from parley.language.syntax import (
    Tense,
    case_of,
    children,
    modality,
    objects,
    passive,
    relation,
    tense,
)
from parley.language.tree import Doc, Token
from parley.vocabulary.stances import StanceFrame, frame_of_any_deed, frames_of_form, stance_words

_TAGS = {
    "verb": frozenset({"VERB"}),
    "noun": frozenset({"NOUN"}),
    "adjective": frozenset({"ADJ", "VERB", "ADV"}),
    "undertaking": frozenset({"VERB"}),
    "modal": frozenset({"AUX", "VERB"}),
    "only": frozenset({"ADV"}),
    "verdict": frozenset({"NOUN"}),
    "aim": frozenset({"NOUN"}),
    "denial": frozenset({"NOUN"}),
    "absence": frozenset({"AUX", "VERB"}),
    "answer": frozenset({"DET", "INTJ"}),
    "preposition": frozenset({"ADP"}),
    "threat": frozenset({"SCONJ", "ADP"}),
    "doubt": frozenset({"SCONJ", "ADP"}),
    "term": frozenset({"VERB"}),
}
# Words that end so take "es" ("pushes", "goes").
_SIBILANT = ("s", "sh", "ch", "x", "z", "o")
_ALSO_VERBS = frozenset({"open", "close", "content"})
_NEVER_VERBS = frozenset({"keen", "eager", "willing", "unwilling", "reluctant", "anxious", "loath", "wary"})
# A particle, or the noun that makes a phrase ("give the green light"), stands at most so far behind its verb.
_REACH = 8
_LATE = frozenset({"yet", "still"})
_PARTICLES = frozenset({"compound", "advmod", "case", "obl", "xcomp", "obj", "discourse"})
_AHEAD = frozenset({Tense.FUTURE, Tense.CONDITIONAL})


def framed(doc: Doc) -> Iterator[tuple[Framed, ...]]:
    """For every stance word of a document, in text order, the frames it fills; at least one each."""
    for token in doc.tokens:
        frames = frames_of_form(token.lower_)
        if not frames and token.pos_ != "VERB":
            continue
        found = tuple(
            one for frame in frames if is_form(token, frame.word) and (one := fill(frame, token)) is not None
        )
        if token.pos_ == "VERB" and (not found or _told_ahead(token, found)):
            deed = fill(frame_of_any_deed(), token)
            found = (*found, deed) if deed is not None else found
        if found:
            yield found


def _told_ahead(token: Token, found: Sequence[Framed]) -> bool:
    """Whether a verb of other frames tells what somebody will do ("would file a complaint")."""
    if any(one.frame.category != "verb" for one in found):
        return False
    return any(child.tag_ == "MD" for child in token.children) and not passive(token)


def is_form(token: Token, word: str) -> bool:
    """Whether a token is a form of a word, not of another that only looks alike ("planes" of "plan")."""
    form = token.lower_
    if not form.endswith("es") or word != form[:-2] or word.endswith(_SIBILANT):
        return True
    return token.lemma_.lower() != form[:-1]


def fill(frame: StanceFrame, token: Token) -> Framed | None:
    """A stance word with the parts of a frame, or None where the sentence does not fill it."""
    if frame.particle in _LATE:
        return fill_yet(frame, token)
    if not _is_of(frame, token) or not _particle_fits(frame, token):
        return None
    special = _SPECIAL.get(frame.category)
    if special is not None:
        return special(frame, token)
    if frame.category == "adjective" and token.pos_ == "VERB" and not _as_adjective(frame, token):
        return None
    if "raised" in frame.topic:
        return _fill_raised(frame, token)
    if frame.category == "verb" and relation(token) == "amod":
        return _fill_participle(frame, token)
    judging = frame.speaker and frame.category == "adjective"
    judged = (judged_object(frame, token) or judged_as_one(frame, token)) if judging else None
    if judged is not None:
        return judged
    if frame.speaker and frame.stance in {"seeks", "demands"} and relation(token) == "acl":
        return None  # "the paper that would be needed for it"
    if judging and "inf" in frame.topic and not any(True for _ in children(token, "cop", "expl", "nsubj")):
        return None  # "brought the means necessary for a siege"
    if frame.word == "ask" and relation(token) == "advcl" and not any(children(token, "nsubj", "mark")):
        return None  # "Asked what they want, she shrugged": others asked
    topic = topic_of(frame, token)
    thought_of = topic is not None and frame.mind and topic.slot == "inf" and passive(token)
    apart = token.pos_ == "ADV" and relation(token) == "advmod" and token.head.pos_ == "VERB"
    predicate = token.head if apart else token  # "remain far apart on quotas"
    return Framed(frame, token, predicate, topic) if topic is not None and not thought_of else None


def _is_of(frame: StanceFrame, token: Token) -> bool:
    """Whether a word is of the class a frame needs; an object is a noun, whatever it was tagged."""
    object_ = frame.category == "noun" and token.pos_ == "ADJ" and relation(token) == "obj"
    return object_ or token.pos_ in _TAGS[frame.category]


def _fill_participle(frame: StanceFrame, token: Token) -> Framed | None:
    """What a participle says of a thing and of whose it is ("Chad's threatened embargo")."""
    if frame.word not in stance_words("participles"):
        return None
    owner = owner_of(token.head)
    if owner is None or token.tag_ != "VBN" or frame.particle:
        return None
    return Framed(frame, token, token, Topic(token.head, "obj", clause=False), owner)


def _as_adjective(frame: StanceFrame, token: Token) -> bool:
    """Whether what the parse takes for a verb can be the adjective ("opposed"; "keen", never "to open")."""
    same = token.lower_ == frame.word and frame.word not in _ALSO_VERBS
    opposed = token.lower_ == "opposed" and token.doc[token.i + 1 : token.i + 2].text == "to"
    if opposed or (same and frame.word in _NEVER_VERBS):
        return True
    return token.tag_ == "VBN" or (same and token.tag_ not in {"VBD", "VBP", "VB"})


def _fill_raised(frame: StanceFrame, token: Token) -> Framed | None:
    """A judgment of the object of the verb above ("made the truce conditional on inspections")."""
    for verb in (token.head, token.head.head):
        topic = next((one for one in objects(verb) if one.i < token.i), None)
        if verb.pos_ == "VERB" and verb.i < token.i and topic is not None:
            return Framed(frame, token, verb, Topic(topic, "raised", clause=False))
    return None


def _fill_undertaking(frame: StanceFrame, token: Token) -> Framed | None:
    """What a party will, would, may or will not do."""
    ahead = tense(token) in _AHEAD or set(modality(token)) & {"may", "might", "could", "can"}
    if frame.word == "end" and any(child.lower_ == "up" for child in token.rights):
        return None
    going = relation(token) == "xcomp" and token.head.lower_ in {"going", "set"}
    if going or announced(token):
        return Framed(frame, token, token, Topic(token, "self", clause=True))
    if not ahead or relation(token) in {"xcomp", "acl"} or token.dep_ == "advcl:relcl" or _adds(token):
        return None
    return Framed(frame, token, token, Topic(token, "self", clause=True))


def _adds(deed: Token) -> bool:
    """Whether a clause only adds what follows from another ("at which point the ban will be lifted")."""
    return any(word.tag_ == "WDT" for child in deed.lefts for word in child.lefts)


def _particle_fits(frame: StanceFrame, token: Token) -> bool:
    """Whether a word has the particle of a frame, or none that would make it another word ("push back")."""
    if frame.particle:
        return _has_particle(token, frame)
    if frame.category != "verb":
        return True
    other = [child for child in token.children if child.dep_ == "compound:prt" and child.i > token.i]
    return all(child.lower_ in frame.topic for child in other)


def _has_particle(token: Token, frame: StanceFrame) -> bool:
    following = token.doc.tokens[token.i + 1 : token.i + 1 + _REACH]
    if frame.particle not in [word.lower_ for word in following]:
        return False
    hung = (child for child in token.rights if relation(child) in _PARTICLES and child.i - token.i <= _REACH)
    found = any(
        frame.particle in {child.lower_, case_of(child) if frame.particle == "until" else None}
        for child in hung
    )
    return found or (token.i + 1 < len(token.doc) and token.nbor().lower_ == frame.particle)


_SPECIAL: Mapping[str, Callable[[StanceFrame, Token], Framed | None]] = {
    "noun": fill_noun,
    "undertaking": _fill_undertaking,
    "modal": fill_modal,
    "only": fill_only,
    "verdict": fill_verdict,
    "aim": fill_aim,
    "denial": fill_denial,
    "absence": fill_absence,
    "answer": fill_answer,
    "preposition": fill_preposition,
    "threat": fill_threat,
    "doubt": fill_doubt,
    "term": fill_term,
}
