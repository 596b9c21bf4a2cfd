"""Encounters told by a verb: "the ministers met", "Chad spoke with Niger", "the envoy flew to Geneva"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.encounters.actors import actors
from parley.findings.encounters.aims import in_effort, known_verb
from parley.findings.encounters.circumstances import Circumstances, circumstances
from parley.findings.encounters.evidence import evidence
from parley.findings.encounters.gainsaid import is_gainsaid
from parley.findings.encounters.gatherers import gathered, is_crowd
from parley.findings.encounters.parties import side_by_side
from parley.findings.encounters.partners import partners_of
from parley.findings.encounters.roles import is_listener
from parley.findings.encounters.saying import remarked_before
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.senses import many_times, not_this_sense
from parley.findings.encounters.sketch import Actor, Sketch, merged_actors
from parley.findings.encounters.standing import (
    Standing,
    chain_above,
    of_verb,
    opens_later,
    phrasal,
    was_due,
    wills,
)
from parley.findings.encounters.subjects import subject_of
from parley.findings.encounters.words import base_form
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    case_of,
    children,
    noun_phrase,
    relation,
    subjects,
    tense,
)
from parley.language.times import bounds
from parley.language.tree import Token
from parley.model import EncounterStatus
from parley.vocabulary.encounters import VerbFrame, encounter_words
from parley.vocabulary.geography import naming

_LONGEST_PLACE = 7


def by_verb(scene: Scene, verb: Token, recent: Sequence[tuple[Actor, ...]]) -> Sketch | None:
    """What a verb tells of an encounter, or None."""
    frame = _frame_of(verb)
    if frame is None or not_this_sense(verb, frame) or is_crowd(verb):
        return None
    leading = _leading(scene, verb, recent)
    partners, reached = partners_of(scene, verb, frame, recent)
    leading = leading or _body(verb, frame) or gathered(scene, verb, frame)
    standing = of_verb(verb)
    if not standing.tells and is_gainsaid(scene, verb):
        standing = Standing(EncounterStatus.DENIED)
    if not partners and _with_audience(verb, frame):
        return None
    if not standing.tells or not _complete(scene, verb, frame, leading, partners, reached):
        return None
    above = chain_above(verb)
    around = circumstances(
        scene,
        verb,
        (verb, *_dating(verb), *(one for one in above if one.pos_ != "NOUN")),
    )
    status = (
        _undone(verb, above)
        or in_effort(verb, above)
        or standing.status
        or _participial(verb, frame)
        or _dated_present(scene, verb, around)
    )
    again_and_again = frame.form != "talks" and any(
        encounter_words().has("status.continuing", base_form(one)) for one in above
    )
    counted = around.on is None and many_times(verb, frame)
    if status is None or again_and_again or counted:
        return None
    place = around.place or (_name_of(reached) if reached is not None else None)
    around = replace(around, place=place, on=around.on or remarked_before(scene, verb))
    tokens = [*around.tokens, *(one.i for one in above), *_argument_tokens(verb, frame)]
    return Sketch(
        form="call" if frame.form == "talks" and _by_phone(verb) else frame.form,
        start=verb.i,
        sentence=scene.sentence_of[verb.i],
        evidence=evidence(scene, verb, tokens),
        rule=f"encounters.verb.{base_form(verb)}",
        actors=merged_actors((*leading, *partners)),
        status=status,
        around=around,
        sure=not (aspect(verb) is Aspect.PROGRESSIVE and tense(verb) is Tense.PAST),
        again=_again(verb) and status is not EncounterStatus.HELD,
        will=wills(verb),
        was=any(was_due(one) for one in above),
    )


def _body(verb: Token, frame: VerbFrame) -> tuple[Actor, ...]:
    """A body that meets by itself and has no name ("the panel on quotas will convene")."""
    head = subject_of(verb) if frame.alone and frame.form == "meeting" else None
    if head is None or not encounter_words().has("together.bodies", base_form(head)) or head.tag_ != "NN":
        return ()
    name = " ".join(noun_phrase(head).text.split()).removeprefix("the ").removeprefix("The ")
    return (Actor(name, name, member=False),)


def _with_audience(verb: Token, frame: VerbFrame) -> bool:
    """Whether the press or the public is the other side ("they would meet with local media")."""
    sides = (child for child in children(verb, "obl", "nmod") if case_of(child) in frame.partners)
    return any(is_listener(child) for child in sides)


def _name_of(place: Token) -> str:
    """A place by its whole name ("the Czech Republic", "the city of Brest")."""
    phrase = noun_phrase(place)
    whole = phrase.end - phrase.start <= _LONGEST_PLACE
    return " ".join((phrase.text if whole else place.text).split())


def _again(verb: Token) -> bool:
    return any(child.lower_ in {"again", "later"} for child in verb.children)


def _dated_present(scene: Scene, verb: Token, around: Circumstances) -> EncounterStatus | None:
    """A present tense with a date tells of one encounter; without one, of a habit.

    Captions have it for what was just held, reports for a day to come ("meets Vega on Wednesday").
    """
    if around.on is None or tense(verb) is not Tense.PRESENT:
        return None
    day, today = bounds(around.on), bounds(scene.report.published or "")
    gone = (today[0] - day[1]).days if day is not None and today is not None else 0
    if opens_later(verb) or gone < 0 or (around.weekday and gone > 1):
        return EncounterStatus.SCHEDULED
    return EncounterStatus.HELD


def _undone(verb: Token, above: Sequence[Token]) -> EncounterStatus | None:
    """ "were due to meet but that was cancelled": what the next clause does to it."""
    for predicate in (verb, *above):
        for later in children(predicate, "conj"):
            lemma = phrasal(later)
            if encounter_words().has("status.cancelling", lemma) and not list(children(later, "obj")):
                return EncounterStatus.CANCELLED
            if encounter_words().has("status.postponing", lemma) and not list(children(later, "obj")):
                return EncounterStatus.POSTPONED
    return None


def _dating(verb: Token) -> list[Token]:
    """The verb whose time a participle shares ("worked on it on Monday, meeting the envoys")."""
    return [verb.head] if verb.tag_ == "VBG" and relation(verb) in {"conj", "advcl"} else []


def _participial(verb: Token, frame: VerbFrame) -> EncounterStatus | None:
    """Of "a council convening in Geneva": under way."""
    if frame.form != "meeting":
        return None
    if verb.tag_ != "VBG" or list(children(verb, "aux")):
        return None
    main = verb.head if verb.head.tag_.startswith("NN") is False else verb.head.head
    aside = verb.i > 0 and verb.nbor(-1).text == ","
    by = verb.i > 0 and verb.nbor(-1).lower_ in {"by", "while", "after"}
    past = main.i != verb.i and tense(main) is Tense.PAST
    return EncounterStatus.HELD if past and (aside or by) else EncounterStatus.UNDERWAY


def _frame_of(verb: Token) -> VerbFrame | None:
    if verb.pos_ != "VERB" and verb.tag_ not in {
        "VBD",
        "VBZ",
        "VBP",
        "VBG",
        "VBN",
        "VB",
    }:
        return None
    return encounter_words().verbs.get(known_verb(verb))


def _leading(scene: Scene, verb: Token, recent: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The verb's subject, or that of what governs it ("urged Chad to meet")."""
    for predicate in (verb, *chain_above(verb)):
        several = side_by_side(scene, predicate, recent)
        if several:
            return several
        head = subject_of(predicate)
        found = actors(scene, head, recent) if head is not None and head.i != verb.i else ()
        if head is not None and found:
            # "He and Lund met": where the parse has two subjects of one verb.
            others = [one for one in children(predicate, "nsubj") if one.i > head.i]
            return merged_actors(
                (
                    *found,
                    *(actor for one in others for actor in actors(scene, one, recent)),
                )
            )
    named = _before_group(verb)
    if named is not None and verb.tag_ != "VBG":
        return actors(scene, named, recent)
    before = verb.doc[verb.i - 1] if verb.i else verb
    # "the council convening in Geneva", "ministers meeting in Geneva", whatever the parse makes of it.
    return actors(scene, before, recent) if verb.tag_ == "VBG" and before.tag_.startswith("NN") else ()


def _before_group(verb: Token) -> Token | None:
    """The noun right before a finite verb and its auxiliaries, where the parse names no subject."""
    helpers = [child for child in children(verb, "aux") if child.i < verb.i]
    if (not helpers and verb.tag_ not in {"VBD", "VBZ", "VBP"}) or any(one.lower_ == "to" for one in helpers):
        return None
    last = min((one.i for one in helpers), default=verb.i) - 1
    while last > 0 and verb.doc[last].pos_ == "ADV":
        last -= 1
    noun = verb.doc[max(last, 0)]
    while noun.head.i < noun.i and noun.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        noun = noun.head
    return noun if noun.tag_.startswith(("NN", "PRP")) else None


def _complete(
    scene: Scene,
    verb: Token,
    frame: VerbFrame,
    leading: tuple[Actor, ...],
    partners: tuple[Actor, ...],
    reached: Token | None,
) -> bool:
    """Whether enough takes part for an encounter."""
    if frame.destinations or frame.place_object:
        going = any(actor.person for actor in leading) and not _at_home(reached, leading)
        return going and (reached is not None or (frame.place_object and bool(partners)))
    if frame.person_object:
        return bool(leading) and bool(partners) and len(merged_actors((*leading, *partners))) > 1
    if partners:
        return bool(leading) or base_form(verb) in {"meet"}
    if frame.form in {"call", "talks"} and _by_phone(verb):
        return len(leading) > 1 or (bool(leading) and _several(verb))
    if frame.form == "call" and len(leading) > 1 and _is_planned(verb):
        return True
    dealt = base_form(verb) == "negotiate" or " " in known_verb(verb)
    if not frame.alone or (any(True for _ in children(verb, "obj")) and not dealt):
        return False
    if base_form(verb) == "negotiate" or (dealt and frame.form == "talks"):
        return bool(leading)
    return len(leading) > 1 or (bool(leading) and _several(verb))


def _by_phone(verb: Token) -> bool:
    """ "spoke by telephone", "talked over the phone"."""
    phones = encounter_words().lists["modifiers.call"]
    return any(child.lower_ in phones for child in children(verb, "obl", "obj", "nmod"))


def _is_planned(verb: Token) -> bool:
    """Whether two people are told to be going to speak ("Lund and Vega are expected to speak on Monday")."""
    planned = any(encounter_words().has("status.scheduling", base_form(one)) for one in chain_above(verb))
    return planned and not any(case_of(child) for child in children(verb, "obl", "obj", "nmod"))


def _at_home(reached: Token | None, leading: tuple[Actor, ...]) -> bool:
    """Whether somebody goes to a place of his own country, which is no encounter."""
    if reached is None:
        return False
    words = [token.text for token in noun_phrase(reached) if token.text[:1].isupper()]
    parties = {known.party for known in map(naming, words) if known is not None}
    return any(actor.party in parties for actor in leading)


def _several(verb: Token) -> bool:
    """Whether the subject is several, or a body that can meet by itself."""
    heads = subjects(verb)[:1] or ([verb.doc[verb.i - 1]] if verb.i and verb.tag_ == "VBG" else [])
    return bool(heads) and (
        heads[0].tag_ in {"NNS", "NNPS"}
        or heads[0].lower_ in {"they", "we", "both"}
        or encounter_words().has("together.bodies", base_form(heads[0]))
        or heads[0].ent_type_ == "ORG"
    )


def _argument_tokens(verb: Token, frame: VerbFrame) -> list[int]:
    found = [head.i for head in subjects(verb)[:1]]
    for child in children(verb, "obj", "obl", "aux", "iobj"):
        if relation(child) != "obl" or case_of(child) in frame.partners | frame.destinations:
            found += [
                child.i,
                child.right_edge.i if child.right_edge.i - child.i < 8 else child.i,
            ]
    return found
