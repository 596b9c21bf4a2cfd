"""The gaps of a report found the plain way: every sentence looked at wholly, beside every span."""

from __future__ import annotations

import re

from parley.model import Commitment, Position, ReadReport, Speech, Statement
from parley.views.coverage import Gap
from parley.views.sentences import sentences
from parley.vocabulary.coverage import coverage_words
from parley.vocabulary.inflections import base_forms
from parley.vocabulary.issues import names_issue

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def plain_gaps(read: ReadReport) -> list[tuple[Gap, str, str]]:
    """The gap, the sentence and the word of each sentence that should have given something."""
    found = []
    for sentence in sentences(read.report):
        words = sentence.of(read.report.text)
        taken, said = [], []
        for one in read.findings:
            if isinstance(one, Position | Commitment):
                taken += one.evidence
            if isinstance(one, Statement):
                said += [*one.evidence, *one.content]
                if one.speech is Speech.WITHHELD:
                    taken += [*one.evidence, *one.content]
        stance, cue = _stance_word(words), _cue(words)
        if stance is not None and not any(sentence.overlaps(span) for span in taken):
            found.append((Gap.STANCE, words, stance))
        if cue is not None and not any(sentence.overlaps(span) for span in said):
            found.append((Gap.CUE, words, cue))
    return found


def _stance_word(sentence: str) -> str | None:
    known = coverage_words()
    lowered = sentence.lower()
    words = _WORD.findall(lowered)
    bases = [base_forms(word) for word in words]
    likely = [next((form for form in forms if names_issue([form])), forms[0]) for forms in bases]
    if not names_issue(likely):
        return None
    for phrase in known.stance_phrases:
        if f" {phrase} " in f" {lowered} ":
            return phrase
    for number, forms in enumerate(bases):
        answer = set(words[number + 1 : number + 4]) & known.silent
        if not known.stances.isdisjoint(forms) and not answer:
            return words[number]
    return None


def _cue(sentence: str) -> str | None:
    known = coverage_words()
    lowered = sentence.lower()
    phrase = next((phrase for phrase in known.cue_phrases if phrase in lowered), None)
    return phrase or next((word for word in _WORD.findall(lowered) if word in known.cues), None)
