"""Whether a sentence asserts a stance, or only asks for it, supposes it or embeds it in another."""

from __future__ import annotations

from collections.abc import Mapping

from parley.findings.encounters.scene import Scene
from parley.findings.positions.filled import Framed, announced, content_clause
from parley.findings.positions.holders import is_hearsay
from parley.findings.positions.judges import fits
from parley.findings.positions.topics import base_form
from parley.findings.positions.unreal import only_supposed
from parley.language.syntax import children, known_lemma, negated, passive, relation
from parley.language.tree import Token
from parley.vocabulary.stances import stance_words

_APART = 3
_AIMING = frozenset({"seeks", "demands"})
_ORDINALS = frozenset({"first", "second", "third", "latest", "last", "next", "only"})
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP", "VB"})
_SIGNS = frozenset({"sign", "indication"})
_AHEAD = frozenset({"will", "would", "’ll", "'ll"})
_PERHAPS = frozenset({"may", "might", "could"})
_RARE = frozenset({"no", "little", "few", "any"})
_TIME_LEFT = frozenset({"NOUN", "PROPN", "NUM"})
_DENYING = frozenset({"deny", "disclaim"})
_FOR = frozenset({"on", "of", "for", "to", "toward", "towards", "without", "before", "at", "in"})
_BESIDE = frozenset({"while", "whereas", "although", "though", "as", "because", "after"})
_SUPPOSING = frozenset({"if", "unless", "whether", "until", "lest", "before", "without", "than"})


def asserted(one: Framed, words: Mapping[int, Framed], scene: Scene) -> bool:
    """Whether the sentence says that the party takes the stance.

    Args:
        one: the framed word.
        words: all framed words of the report, by their token.
        scene: the report.
    """
    start, end = scene.bounds_of[scene.sentence_of[one.token.i]]
    if "?" in {token.text for token in scene.doc[max(start, end - 3) : end]}:
        return False
    if _only_sought(one.token) or _only_sought(one.predicate):
        return False
    if (one.owner is not None and one.topic.slot != "whole") or one.frame.category in {"threat", "doubt"}:
        return True
    if only_supposed(one) or (one.predicate.tag_ == "VBG" and relation(one.predicate) == "csubj"):
        return False
    behind = one.token.doc[one.predicate.i + 1 : one.predicate.i + 6]
    if one.predicate.tag_ == "VBG" and "is concerned" in behind.text:
        return False  # "as far as negotiating quotas is concerned"
    if one.predicate.lower_ == "considering" and relation(one.predicate) in {"advcl", "case", "mark"}:
        return False  # "considering the good roads" is no more than "for"
    if _only_foreseen(one) or _only_aimed_at(one) or _punished_for(one.predicate) or _threatened(one, words):
        return False
    if one.owner is None and one.frame.category != "aim" and _bare_infinitive(one, words):
        return False
    return not _prevented(one.predicate) and not _open_question(one.predicate) and not _embedded(one, words)


def _only_sought(word: Token) -> bool:
    """Whether somebody still tries to bring a stance about ("failed to get the deal ratified")."""
    getting = word.head.head if relation(word) == "acl" else word.head
    if getting.i == word.i or known_lemma(getting, stance_words("bringing")) not in stance_words("bringing"):
        return False
    above = getting
    for _ in range(_APART):
        if any(child.lower_ == "yet" for child in children(above, "advmod")):
            return True
        if above.head.i == above.i:
            return False
        above = above.head
        if known_lemma(above, stance_words("in_vain")) in stance_words("in_vain"):
            return True
    return False


def _only_foreseen(one: Framed) -> bool:
    """Whether a deed is what will have come about, or follows from something ("it meant they would pay")."""
    if one.frame.category != "undertaking":
        return False
    asked = any(
        child.tag_ == "WRB" and child.i < one.predicate.i for child in children(one.predicate, "advmod")
    )
    if asked or relation(one.predicate) == "csubj":
        return True  # "how Chad would answer is open"
    perfect = any(helper.lemma_.lower() == "have" for helper in children(one.predicate, "aux"))
    above = known_lemma(one.predicate.head, stance_words("following"))
    follows = relation(one.predicate) == "ccomp" and above in stance_words("following")
    return perfect or follows


def _threatened(one: Framed, words: Mapping[int, Framed]) -> bool:
    """Whether a deed is the penalty of a threat, whose other half is what is demanded."""
    if one.frame.category != "undertaking":
        return False
    marks = (mark.i for clause in children(one.predicate, "advcl") for mark in children(clause, "mark"))
    threats = (words[mark] for mark in marks if mark in words)
    return any(threat.frame.category == "threat" and fits(threat) for threat in threats)


def _only_aimed_at(one: Framed) -> bool:
    """Whether a deal is only what something is for ("importance on sealing a deal")."""
    if one.predicate.tag_ != "VBG" or one.frame.word not in stance_words("joint_acts"):
        return False
    return any(mark.lower_ in _FOR for mark in children(one.predicate, "mark", "case"))


def _punished_for(predicate: Token) -> bool:
    """Whether a deed is only what somebody is punished or praised for ("fined for supporting the plan")."""
    if predicate.tag_ != "VBG" or not any(
        mark.lower_ == "for" for mark in children(predicate, "mark", "case")
    ):
        return False
    above = known_lemma(predicate.head, stance_words("judging"))
    return above in stance_words("judging")


def _open_question(predicate: Token) -> bool:
    """Whether a clause asks what ("it is unclear what Chad might ask for")."""
    asked = any(
        (child.tag_ == "WP" and child.lower_ == "what") or any(word.tag_ == "WDT" for word in child.lefts)
        for child in children(predicate, "obj")
    )
    return asked and relation(predicate) in {"ccomp", "csubj"}


def _prevented(predicate: Token) -> bool:
    """Whether it does not happen ("stopped Chad from signing"), or only might ("the chance of signing")."""
    being = next((child for child in children(predicate, "aux") if child.lower_ == "being"), None)
    if predicate.tag_ != "VBG" and being is None:
        return False
    marks = {child.lower_ for child in children(predicate, "mark", "case")}
    before = predicate.doc[max(0, (being or predicate).i - 2)]
    chance = "of" in marks and known_lemma(before, stance_words("chances")) in stance_words("chances")
    return "from" in marks or chance


def _bare_infinitive(one: Framed, words: Mapping[int, Framed]) -> bool:
    predicate = one.predicate
    marked = any(
        child.lower_ == "to" and 0 < predicate.i - child.i <= _APART for child in children(predicate, "mark")
    )
    if not marked or announced(predicate) or any(child.pos_ == "AUX" for child in children(predicate, "aux")):
        return False
    first = predicate.head if relation(predicate) == "conj" else predicate
    if _first_to(first) or (_is_purpose(first) and (one.frame.stance in _AIMING or _came_to(one))):
        return False
    telling = stance_words("communicating")
    if relation(first) == "advcl" and known_lemma(first.head, telling) in telling and first.i > first.head.i:
        return False  # "called him to urge restraint"
    if relation(first) != "xcomp":
        return True
    if is_hearsay(first):
        return False
    above = first.head
    if above.lemma_.lower() == "have" and any(
        word.pos_ in _TIME_LEFT for word in first.doc[above.i + 1 : first.i - 1]
    ):
        return True  # "creditors have until Tuesday to accept the swap"
    return above.i in words or known_lemma(above, stance_words("carriers")) not in stance_words("carriers")


def _first_to(deed: Token) -> bool:
    """Whether somebody is said to be the first or last that did it ("was the latest to sign")."""
    bearer = deed.head
    if relation(deed) not in {"acl", "advcl", "xcomp"} or bearer.i > deed.i:
        return False
    told = any(cop.tag_ in _PAST_OR_PRESENT for cop in children(bearer, "cop"))
    described = {bearer.lower_, *(child.lower_ for child in children(bearer, "amod"))}
    return told and bool(described & _ORDINALS)


def _is_purpose(deed: Token) -> bool:
    """Whether a deed is what something else is done for ("met the envoys to seek a delay")."""
    above = deed.head
    if relation(deed) == "acl" and relation(above) == "obj" and above.i < deed.i:
        if known_lemma(above, stance_words("means_to")) in stance_words("means_to"):
            return False  # "has the power to demand a vote"
        above = above.head
    elif relation(deed) != "advcl":
        return False
    told = above.pos_ == "VERB" and above.i < deed.i and not negated(above) and not passive(above)
    return told and any(True for _ in children(above, "nsubj"))


def _came_to(one: Framed) -> bool:
    """Whether somebody went or met to put the name to a deal ("flew to Geneva to sign the truce")."""
    met = stance_words("coming_together")
    return one.frame.word in stance_words("by_hand") and known_lemma(one.predicate.head, met) in met


def _embedded(one: Framed, words: Mapping[int, Framed]) -> bool:
    """Whether the stance stands within what another stance word is about, or in a supposition."""
    current = one.predicate
    for _ in range(30):
        marks = {child.lower_ for child in children(current, "mark") if child.i < current.i}
        # The parse may hang an "if" on what governs its clause ("it would be good if we could agree").
        above_marks = (mark for mark in children(current.head, "mark") if current.head.i < mark.i < current.i)
        marks |= {mark.lower_ for mark in above_marks}
        label = relation(current)
        if "whether" in marks:
            return True
        if marks & _SUPPOSING and label in {"advcl", "ccomp", "acl", "conj", "csubj"}:
            return True
        if content_clause(current) and (_is_chance(current.head) or _forecast(current)):
            return True
        if label in {"ccomp", "xcomp"} and known_lemma(current.head, _DENYING) in _DENYING:
            return True
        if _told_as_fact(current, label):
            return False
        above = words.get(current.head.i)
        inner = above is not None and above.token.i != one.token.i and one.owner is None
        if (
            above is not None
            and inner
            and fits(above)
            and (label in {"xcomp", "ccomp"} or current.i == above.topic.head.i)
        ):
            return label != "ccomp" or above.frame.word not in stance_words("bearing_out")
        if label == "ccomp" and above is None:
            return False
        current = current.head
    return False


def _forecast(clause: Token) -> bool:
    """Whether somebody only believes that it will be so, or fears it ("is confident that Chad will sign")."""
    fearing = stance_words("fearing")
    above = known_lemma(clause.head, stance_words("forecasting") | fearing)
    helping = {child.lower_ for child in children(clause, "aux")}
    if above in fearing:
        return bool(helping & (_AHEAD | _PERHAPS))
    going = clause.lower_ == "going" and any(True for _ in children(clause, "xcomp"))
    return above in stance_words("forecasting") and (bool(helping & _AHEAD) or going)


def _is_chance(head: Token) -> bool:
    """Whether a clause hangs on how likely it is ("it is likely that", "the chances are high that")."""
    if head.lower_ in stance_words("odds"):
        return True
    if base_form(head) in _SIGNS and not {child.lower_ for child in head.lefts} & _RARE:
        return False  # "there were signs that Chad was ready"
    bearers = (head, *children(head, "nsubj"))
    return any(
        known_lemma(word, stance_words("chances")) in stance_words("chances")
        for word in bearers
        if word.pos_ == "NOUN"
    )


def _told_as_fact(current: Token, label: str) -> bool:
    """Whether a clause is told beside what it hangs on: relative clauses, participles, quotes."""
    if current.dep_ == "acl:relcl" or label == "parataxis" or current.head.i == current.i:
        return True
    marks = {mark.lower_ for mark in children(current, "mark")}
    unmarked = not marks
    if label == "advcl" and marks & _BESIDE and current.tag_ in {"VBD", "VBZ", "VBP"}:
        return True
    if label == "acl" and current.tag_ in {"VBN", "VBG"}:
        return True
    if label == "advcl" and current.tag_ == "VBG" and unmarked:
        return True
    finite = current.tag_ in {"VBD", "VBZ"} and current.pos_ == "VERB"
    return finite and label == "conj" and current.head.pos_ not in {"VERB", "AUX", "ADJ"}
