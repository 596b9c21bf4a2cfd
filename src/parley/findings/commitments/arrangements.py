"""What an arrangement binds its sides to: "under the deal, Chad will go", "the accord commits Chad to go"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.commitments.candidates import Candidate, plain_frame
from parley.findings.positions.filled import Framed, Topic
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    case_of,
    children,
    conjuncts,
    known_lemma,
    modality,
    negated,
    objects,
    passive,
    relation,
    subject,
    tense,
)
from parley.language.tree import Doc, Token
from parley.vocabulary.commitments import CommitmentFrame, commitment_words, is_form_of

_UNDER = frozenset({"under", "according to", "in accordance with", "in line with"})
_DUE = frozenset({"must", "shall"})
_UNREAL = frozenset({"would", "could", "may", "might", "should"})


def bound(doc: Doc) -> Iterator[Candidate]:
    """The acts to which arrangements bind somebody, in text order, each with who is bound as its owner."""
    for token in doc.having(
        {word for word in doc.places if word == "fire" or is_form_of(word, "arrangements")}
    ):
        if token.pos_ != "NOUN" and token.pos_ != "PROPN":
            continue
        if is_form_of(token.lower_, "arrangements") and relation(token) in {"obj", "nsubj"}:
            yield from _concluded(token)
        if _settled(token):
            verb = token.head
            if verb.pos_ != "VERB" or verb.i == token.i:
                continue
            if relation(token) == "obl" and case_of(token) in _UNDER:
                yield from _under(verb, token)
            elif relation(token) == "nsubj" and not passive(verb):
                yield from _binds(verb)


def _settled(noun: Token) -> bool:
    """Whether a noun names an arrangement that is one, not only proposed."""
    fire = noun.lower_ == "fire" and noun.i > 1 and noun.doc[noun.i - 2].lower_ == "cease"
    if not fire and not is_form_of(noun.lower_, "arrangements"):
        return False
    before = {child.lower_ for child in noun.lefts}
    return not before & commitment_words("unsettled") and not before & {"a", "an"}


def _concluded(noun: Token) -> Iterator[Candidate]:
    """What sides bound themselves to when they made a deal ("reached a deal with Niger to free the crew").

    Who made it with two others may only have brought them together, and binds itself to nothing.
    """
    verb = noun.head
    made = verb.pos_ == "VERB" and known_lemma(verb, commitment_words("making")) in commitment_words("making")
    if not made or not _concludes(verb) or (relation(noun) == "nsubj" and not passive(verb)):
        return
    sides = _sides_of(noun, verb)
    # The parse may hang "to free the crew" on the deal or on the verb that makes it.
    for act in (*children(noun, "acl"), *children(verb, "xcomp", "advcl")):
        if act.i > noun.i and _infinitive(act):
            # "To halt Mali's programme" is for Mali to do.
            owners = [
                child for thing in objects(act) for child in children(thing, "nmod") if child.i < thing.i
            ]
            own = [owner for owner in owners if owner.text in {side.text for side in sides}]
            yield from (_candidate("made", act, act, owner) for owner in own)
            yield from (_candidate("made", verb, act, side) for side in sides if not own)


def _sides_of(noun: Token, verb: Token) -> list[Token]:
    """The heads of those who made a deal, as far as it binds them."""
    around = [child for above in (noun, verb) for child in children(above, "nmod", "obl")]
    if any(case_of(child) == "with" and len(conjuncts(child)) > 1 for child in around):
        return []
    between = [side for child in around if case_of(child) == "between" for side in conjuncts(child)]
    maker = subject(verb) if relation(noun) == "obj" else None
    return between if maker is None else [side for side in conjuncts(maker) if side.i >= maker.i]


def _entered(noun: Token) -> bool:
    """Whether an arrangement was entered: "the deal signed on Monday", or told of before as one that was."""
    if any(known_lemma(child, _entering()) in _entering() for child in children(noun, "acl")):
        return True
    return any(
        _concludes(before.head)
        for before in noun.doc[: noun.i]
        if before.pos_ == "NOUN" and is_form_of(before.lower_, "arrangements") and not _only_planned(before)
    )


def _entering() -> frozenset[str]:
    return commitment_words("entering")


def _concludes(verb: Token) -> bool:
    """Whether a verb tells that its arrangement was entered ("signed a deal", "a deal has been reached")."""
    if verb.pos_ != "VERB" or known_lemma(verb, _entering()) not in _entering() or negated(verb):
        return False
    if set(modality(verb)):
        return False
    return tense(verb) is Tense.PAST or aspect(verb) is Aspect.PERFECT


def _only_planned(noun: Token) -> bool:
    return any(child.lower_ in commitment_words("unsettled") - {"new", "trade"} for child in noun.lefts)


def _under(verb: Token, noun: Token) -> Iterator[Candidate]:
    """The acts ahead that a sentence tells under an arrangement."""
    unreal = _UNREAL - {"would"} if _entered(noun) else _UNREAL
    for act in conjuncts(verb):
        doer = next(children(act, "nsubj"), None)
        owed = _owed(act)
        if owed is not None and doer is not None and not negated(act):
            yield _candidate("under", owed, owed, doer)
            continue
        due = tense(act) is Tense.FUTURE or any(child.lower_ in _DUE for child in children(act, "aux"))
        due = due or "would" in set(modality(act)) - unreal
        real = due and not set(modality(act)) & unreal and not passive(act)
        if act.i >= verb.i and act.pos_ == "VERB" and doer is not None and real:
            yield _candidate("under", act, act, doer)


def _owed(verb: Token) -> Token | None:
    """The act that somebody is required to do, or has to do, by what an arrangement says."""
    required = passive(verb) and known_lemma(verb, commitment_words("binding")) in commitment_words("binding")
    has = verb.lower_ in {"has", "have"}
    if not (required or has) or set(modality(verb)) & _UNREAL:
        return None
    return next((child for child in children(verb, "xcomp") if _infinitive(child)), None)


def _binds(verb: Token) -> Iterator[Candidate]:
    """The act to which an arrangement commits, obliges or requires somebody."""
    if set(modality(verb)) & _UNREAL or negated(verb) or tense(verb) is Tense.FUTURE:
        return
    if known_lemma(verb, commitment_words("binding")) in commitment_words("binding"):
        doer = next(iter(objects(verb)), None) or next(children(verb, "iobj"), None)
        act = next((child for child in children(verb, "xcomp", "ccomp") if _infinitive(child)), None)
        if doer is not None and act is not None:
            yield _candidate(verb.lemma_.lower(), verb, act, doer)
    elif verb.lemma_.lower() == "call":
        for act in children(verb, "advcl", "xcomp", "ccomp"):
            doer = next(children(act, "nsubj"), None)
            if doer is not None and _infinitive(act):
                yield _candidate("call for", verb, act, doer)


def _infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" for child in children(verb, "mark", "aux")) and not passive(verb)


def _candidate(word: str, verb: Token, act: Token, doer: Token) -> Candidate:
    frame = plain_frame(f"arrangement {word}", word, "accepts", topic="inf")
    words = CommitmentFrame(frame, "accepted", conditional=False, denied=False)
    return Candidate(words, Framed(frame, verb, verb, Topic(act, "inf", clause=True), doer), bound=True)
