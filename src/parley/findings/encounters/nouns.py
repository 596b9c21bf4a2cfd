"""Encounters told by a noun: "a second round of talks", "their phone call", "the summit was put off"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.encounters.circumstances import (
    Circumstances,
    circumstances,
    put_off,
    with_topics,
)
from parley.findings.encounters.evidence import evidence
from parley.findings.encounters.frames import frame_of
from parley.findings.encounters.gainsaid import is_gainsaid
from parley.findings.encounters.governing import Governed, governed
from parley.findings.encounters.naming import is_outlet
from parley.findings.encounters.parties import (
    deniers,
    is_day,
    own_parties,
    owner_of_means,
    partner_nearby,
    with_subject,
)
from parley.findings.encounters.references import (
    again,
    any_of_the_kind,
    bare,
    is_named,
    of_a_day,
    of_others,
    ordinal,
)
from parley.findings.encounters.roles import is_listener, is_role
from parley.findings.encounters.saying import said_on_at
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, Sketch, merged_actors
from parley.findings.encounters.standing import NOTHING, Standing, was_due, wills
from parley.findings.encounters.subjects import subject_of
from parley.findings.encounters.taking_part import comes_to_table, is_plural, refers_back
from parley.findings.encounters.visiting import travellers
from parley.findings.encounters.within import parties_of_modifiers
from parley.findings.encounters.words import base_form
from parley.language.syntax import (
    Tense,
    case_of,
    children,
    possessor,
    relation,
    tense,
)
from parley.language.tree import Token
from parley.model import EncounterStatus
from parley.vocabulary.encounters import NounFrame, encounter_words

# "Made that call" is a decision.
_HOLDING = frozenset({"hold", "have", "schedule", "plan", "cancel", "postpone", "arrange", "join", "end"})
_SINGLE = frozenset({"meeting", "summit", "visit", "call"})


def by_noun(scene: Scene, noun: Token, recent: Sequence[tuple[Actor, ...]]) -> Sketch | None:
    """What a noun tells of an encounter, or None."""
    frame = frame_of(noun)
    if (
        frame is None
        or _part_of_name(noun)
        or (frame.form == "talks" and _only_modifies(noun))
        or _counts_another(noun)
        or _with_audience(noun)
    ):
        return None
    clause = governed(noun)
    own = own_parties(scene, noun, clause, recent)
    if not own and of_others(noun):
        return None
    if frame.form == "visit" and not own:
        own = travellers(scene, noun, clause, recent)
    back = refers_back(noun) and (len(own) < 2 or possessor(noun) is None) and base_form(noun) != "table"
    back = (back and not is_named(noun)) or (of_a_day(noun) and not own and not clause.generic)
    # "call" is a demand, "visit" a tourist's, "conversation" anybody's unless somebody takes part in it.
    if frame.needs_parties and not _taken_part(noun, frame, clause, own):
        return None
    possible = len(own) > 1 and any(child.lower_ in {"possible", "potential"} for child in noun.lefts)
    if clause.standing is NOTHING and is_gainsaid(scene, clause.governor):
        clause = replace(clause, standing=Standing(EncounterStatus.DENIED))
    denied = clause.standing.status is EncounterStatus.DENIED
    if clause.standing is NOTHING or (clause.generic and not (back or possible or denied)):
        return None
    # Whoever does something after Lund's visit made no visit.
    owned = possessor(noun) is not None or any(case_of(one) in {"of", "by"} for one in children(noun, "nmod"))
    visited = frame.form == "visit" and owned and any(actor.person for actor in own)
    before = parties_of_modifiers(scene, noun)
    # "Lund expects Chad-Niger talks" has both sides.
    both = len(before) > 1 and not any(actor.party in {one.party for one in own} for actor in before)
    whole = visited or both or owner_of_means(noun) is not None
    leading = own if whole else with_subject(scene, noun, clause, own, recent)
    denying = deniers(scene, clause.governor, recent) if denied else ()
    found = merged_actors((*denying, *leading, *before))
    around = _dated(scene, noun, clause, circumstances(scene, noun, clause.anchors))
    if clause.role == "subject" and clause.governor is not None:
        around = with_topics(around, clause.governor)
    known = leading if clause.role == "object" else own
    if not known and around.on is None and any_of_the_kind(noun, frame):
        return None
    return Sketch(
        form="call" if frame.neutral and _by_phone(noun, clause) else frame.form,
        start=noun.i,
        sentence=scene.sentence_of[noun.i],
        evidence=evidence(scene, noun, [clause.top.i, *around.tokens, *_clause_tokens(noun, clause)]),
        rule=f"encounters.noun.{frame.form.replace(' ', '_')}",
        actors=found,
        status=_status(noun, clause),
        sure=clause.standing.sure and not (back and clause.role in {"oblique", "noun"}),
        around=around,
        back=back or bare(noun, found, around.on),
        bare=not back and bare(noun, found, around.on),
        again=again(noun, clause),
        neutral=frame.neutral,
        will=clause.governor is not None and wills(clause.governor),
        was=clause.governor is not None and _was_meant(clause.governor, clause.standing.status),
        begun=clause.standing.begun,
        broken=clause.standing.broken,
        revived=clause.standing.revived,
        pending=clause.standing.pending,
        case=clause.case,
        ahead=_lies_ahead(noun, clause),
        aside=base_form(clause.top) in {"sideline", "margin"},
        many=noun.tag_ in {"NNS", "NNPS"} and not frame.plural_only and frame.form in _SINGLE,
        ordinal=ordinal(noun, clause),
        attending=back and not own and len(found) == len(leading) and _attends(clause),
    )


def _lies_ahead(noun: Token, clause: Governed) -> bool:
    """Whether it is told as still to come where something else happens ("arrived to prepare the summit")."""
    words = encounter_words().lists
    verb = clause.governor
    prepared = verb is not None and clause.case == "for" and base_form(verb) in words["roles.preparing"]
    prepared = prepared or (verb is not None and base_form(verb) in words["roles.preparations"])
    called = any(child.lower_ in words["roles.to_come"] for child in noun.lefts)
    return prepared or called or (clause.case in words["roles.ahead"] and not clause.standing.sure)


def _attends(clause: Governed) -> bool:
    """Whether somebody only takes part in what was told before ("the ministers attended the meeting")."""
    verb = clause.governor
    return (
        clause.role in {"object", "oblique"}
        and verb is not None
        and base_form(verb) in encounter_words().lists["roles.attending"]
    )


def _status(noun: Token, clause: Governed) -> EncounterStatus | None:
    """How far it has come; a session broken off ("broke off talks late on Monday") was held."""
    named = any(relation(child) == "det" or child.dep_ == "nmod:poss" for child in noun.lefts)
    if clause.standing.broken and not named:
        return EncounterStatus.HELD
    # "Asked to describe the call" says nothing of how far the call has come.
    wished = clause.standing.status is EncounterStatus.PROPOSED and not clause.standing.sure
    return None if wished and refers_back(noun) else clause.standing.status


def _was_meant(verb: Token, status: EncounterStatus | None) -> bool:
    """Whether it was to be on a day that has passed: "had been due", "was meant to ... but is put off"."""
    put_off = status in {EncounterStatus.POSTPONED, EncounterStatus.CANCELLED}
    return was_due(verb) or (
        put_off and base_form(verb) in {"mean", "due", "suppose"} and tense(verb) is Tense.PAST
    )


def _with_audience(noun: Token) -> bool:
    """Whether the press is the other side ("a call with journalists")."""
    sides = [child for child in children(noun, "nmod") if case_of(child) == "with"]
    return any(is_listener(child) or (child.ent_type_ == "ORG" and is_outlet(child.text)) for child in sides)


def _only_modifies(noun: Token) -> bool:
    """Whether it only says what kind the next noun is ("the mediation effort", "negotiation teams")."""
    if noun.i + 1 >= len(noun.doc) or not noun.whitespace_ or noun.tag_ == "NNS":
        return False
    following = noun.nbor(1)
    plain = following.tag_ in {"NN", "NNS"} and following.text.islower() and not following.ent_type_
    return plain and relation(noun) == "compound" and noun.head.i == following.i and not is_day(following)


def _counts_another(noun: Token) -> bool:
    """Whether the noun only says which kind another thing is ("the summit talks", "meeting sites")."""
    words, kind = encounter_words(), base_form(noun.head)
    return relation(noun) == "compound" and (kind in words.nouns or words.has("parts.things", kind))


def _dated(scene: Scene, noun: Token, clause: Governed, around: Circumstances) -> Circumstances:
    """The circumstances, with the day of what was said there, and without the day it was called off."""
    off = clause.standing.status in {
        EncounterStatus.CANCELLED,
        EncounterStatus.PROPOSED,
    }
    if clause.standing.status is EncounterStatus.POSTPONED and clause.governor is not None:
        around = put_off(scene, clause.governor, around)
    if around.on is not None:
        return replace(around, on=None) if off and clause.role == "object" and refers_back(noun) else around
    if clause.case in {"in", "at", "during"}:
        return replace(around, on=said_on_at(scene, clause.governor, noun))
    return around


def _part_of_name(noun: Token) -> bool:
    """Whether the noun stands inside a name ("the High Negotiations Committee")."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    return noun.text[:1].isupper() and following.text[:1].isupper() and following.tag_.startswith("NNP")


def _taken_part(noun: Token, frame: NounFrame, clause: Governed, own: tuple[Actor, ...]) -> bool:
    """Whether a noun of many senses names an encounter here."""
    if noun.tag_.startswith("NNP") and noun.text[:1].isupper() and noun.i and not noun.is_sent_start:
        return False
    if base_form(noun) == "table":
        return comes_to_table(clause)
    if partner_nearby(noun) is None and frame.form == "call":
        verb = clause.governor if clause.role == "object" else None
        called_for = any(case_of(child) in {"for", "to"} for child in children(noun, "nmod", "acl"))
        if verb is not None and base_form(verb) == "make":
            return len(own) > 1
        held = verb is not None and base_form(verb) in _HOLDING and not called_for
        return len(own) > 1 or held or (refers_back(noun) and not own and not called_for)
    return bool(own) or (refers_back(noun) and frame.form != "call") or _of_two(clause)


def _by_phone(noun: Token, clause: Governed) -> bool:
    """ "held discussions by telephone"."""
    phones = encounter_words().lists["modifiers.call"]
    heads = (noun, clause.governor) if clause.governor is not None else (noun,)
    return any(child.lower_ in phones for head in heads for child in children(head, "obl", "nmod"))


def _of_two(clause: Governed) -> bool:
    """Whether two sides hold it ("Lund and Vega held long discussions")."""
    verb = clause.governor
    if (
        clause.role != "object"
        or verb is None
        or base_form(verb) not in {"hold", "have", "begin", "start", "open", "convene", "resume"}
    ):
        return False
    head = subject_of(verb)
    if head is None:
        return False
    return any(True for _ in children(head, "conj")) or (is_plural(head) and is_role(head))


def _clause_tokens(noun: Token, clause: Governed) -> list[int]:
    found = [
        child.i for child in noun.lefts if relation(child) in {"det", "amod", "compound", "nmod", "nummod"}
    ]
    if clause.governor is not None:
        found.append(clause.governor.i)
        leading = (
            subject_of(clause.governor)
            if clause.role == "object" and clause.governor.pos_ == "VERB"
            else None
        )
        if leading is not None and leading.i < noun.i:
            found.append(leading.i)
    for child in children(noun, "nmod"):
        if case_of(child) in encounter_words().lists["roles.participants"]:
            found.append(child.i)
    return found
