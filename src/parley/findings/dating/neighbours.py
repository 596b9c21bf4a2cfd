"""Dates that a saying takes from one near it, to which its words point back.

"At the same forum", "in response", "following the premier's remarks": a rule holds only where the report says
what the saying belongs to, and that was dated nearby.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parley.findings.dating.around import Heard, Surroundings, own_words, sentence_words, surname, words_of
from parley.findings.dating.candidates import Dating
from parley.findings.dating.floor import floor_dating
from parley.findings.dating.meetings import meeting_dating
from parley.findings.dating.saying import Page, Saying
from parley.findings.dating.scenes import afterwards_dating, scene_dating
from parley.vocabulary.dating import dating_words
from parley.vocabulary.geography import Form, naming

SAME = "the same occasion"
INTERVIEW = "told those told on that day"
ANSWER = "the day of what it answers"
ABOUT = "the news day: said of somebody who spoke just before"
PART = "spells out a dated summary"
# How many paragraphs back another saying at the same occasion may stand.
SAME_NEAR = 2
OFFICIAL = "the day of the country or body that the speaker is of, heard just before"
PAPER = "the day of what was written or said just before"
_PAPER = 2
SPOKESMAN = "the day of those spoken for"
# Most words of a country's or body's name.
_LONGEST = 3
# "Its envoy to the Union" is not the Union's.
_AWAY = frozenset({"at", "to", "in", "with", "against"})
_ARTICLES = frozenset({"a", "the", "its", "their"})
_LATE = frozenset({"late", "night", "evening", "midnight"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def neighbour_dating(around: Surroundings, saying: Saying) -> Dating | None:
    """The date a saying takes from its surroundings, by the first rule that holds; None where none does.

    What somebody did not say answers the reporter, whenever that asked.
    """
    if saying.cue is not None and dating_words().negations & set(words_of(around.page, saying.cue)):
        return None
    for rule in _RULES:
        dating = rule(around, saying)
        if dating is not None:
            return dating
    return None


def _same_occasion(around: Surroundings, saying: Saying) -> Dating | None:
    """`at the same forum`."""
    page = around.page
    words = own_words(page, saying)
    gatherings = dating_words().gatherings
    named = {later for word, later in pairwise(words) if word == "same"} & gatherings
    for one in around.near(saying, SAME_NEAR) if named else ():
        place = page.sentence_of(one.saying.place)
        if named & set(page.lowers(place.start, place.end)):
            return replace(one.dating, rule=SAME)
    return None


def _answer(around: Surroundings, saying: Saying) -> Dating | None:
    """`in response`, `rejected`, `following Lopez's remarks`: the day of what is answered, if told by day."""
    page = around.page
    words = own_words(page, saying)
    plain = bool(dating_words().answering & set(words))
    answered = _named(around, saying) or next(iter(around.near(saying) if plain else ()), None)
    if answered is None or _same_speaker(answered.saying, saying):
        return None
    if _holds(around, answered.dating) and not _is_late(page, answered.dating):
        return replace(answered.dating, rule=ANSWER)
    return None


def _named(around: Surroundings, saying: Saying) -> Heard | None:
    """What "Lopez's remarks" means, wherever it stands, where Lopez spoke on one day only."""
    words = sentence_words(around.page, saying)
    for one in reversed(around.heard):
        name = surname(one.saying)
        if name is not None and not _same_speaker(one.saying, saying) and _named_words(words, name):
            days = {other.dating.value for other in around.heard if _same_speaker(one.saying, other.saying)}
            return one if len(days) == 1 else None
    return None


def _named_words(words: Sequence[str], name: str) -> bool:
    """Whether "Lopez's remarks" stands among the words."""
    answered = dating_words().answered
    return any(
        word == name and words[place + 1] in _POSSESSIVE and set(words[place + 2 : place + 4]) & answered
        for place, word in enumerate(words[:-2])
    )


def _about(around: Surroundings, saying: Saying) -> Dating | None:
    """Words about the one who spoke just before, on the day the news falls on."""
    page = around.page
    names = set(sentence_words(page, saying))
    for one in around.near(saying):
        if one.dating.value != around.news or _is_late(page, one.dating):
            return None
        name = surname(one.saying)
        if not _same_speaker(one.saying, saying) and name in names:
            return replace(one.dating, rule=ABOUT)
    return None


def _part(around: Surroundings, saying: Saying) -> Dating | None:
    """`China and Japan urged restraint on Friday. … The Chinese premier said`."""
    page = around.page
    for one in around.near(saying):
        sides = _sides(page, one.saying)
        if len(sides) > 1 and _sides(page, saying) & sides and one.dating.value == around.news:
            return replace(one.dating, rule=PART)
    return None


def _spokesman(around: Surroundings, saying: Saying) -> Dating | None:
    """`On Friday, the government said … . Its duties fall, spokeswoman Ana Ruiz said`: in one paragraph.

    Not of one who is told to speak for somebody else ("Kremlin spokesman").
    """
    page = around.page
    words = [word for part in saying.source for word in words_of(page, part)]
    while words and words[0] in _ARTICLES:
        words = words[1:]
    if not words or words[0] not in dating_words().speaking_for:
        return None
    for one in around.near(saying, 0):
        if surname(one.saying) is None or _sides(page, one.saying):
            return replace(one.dating, rule=SPOKESMAN)
    return None


def _official(around: Surroundings, saying: Saying) -> Dating | None:
    """`Norway condemned the blast on Friday. “…,” Norway's foreign minister said in a statement`.

    In that paragraph or the next, of one whose source words name the country or body just heard.
    """
    page = around.page
    sides = _sides(page, saying)
    words = {word for part in saying.source for word in words_of(page, part)}
    if not sides or _AWAY & words or naming((saying.speaker or "").removeprefix("the ")) is not None:
        return None
    for one in around.near(saying):
        named = naming((one.saying.speaker or "").removeprefix("the "))
        if one.dating.rule != OFFICIAL and (named is None or named.form is not Form.NAME):
            return None
        if _sides(page, one.saying) == sides and not _same_speaker(one.saying, saying):
            return replace(one.dating, rule=OFFICIAL)
        return None
    return None


def _sides(page: Page, saying: Saying) -> set[str]:
    """The countries and organisations whose names or adjectives stand in the source words."""
    found = set()
    for part in saying.source:
        start, end = page.tokens(part)
        while start < end:
            lengths = range(min(_LONGEST, end - start), 0, -1)
            named = ((length, naming(page.doc[start : start + length].text)) for length in lengths)
            length, stands_for = next((pair for pair in named if pair[1] is not None), (1, None))
            if stands_for is not None:
                found.add(stands_for.party)
            start += length
    return found


def _holds(around: Surroundings, dating: Dating) -> bool:
    """Whether what belongs to the day of another saying must be of that day itself."""
    return dating.value in (around.news, around.published)


def _is_late(page: Page, dating: Dating) -> bool:
    """Whether the day is told as its night, so that an answer may be of the next one."""
    start, end = page.tokens(dating.evidence)
    return bool(_LATE & set(page.lowers(start - 1, end + 1)))


def _same_listener(around: Surroundings, saying: Saying) -> Dating | None:
    """`told Radio Oslo on Sunday … told Radio Oslo`: the same interview, wherever it is told of again."""
    listener = saying.listener or ""
    if not listener[:1].isupper():
        return None
    for one in reversed(around.heard):
        if _same_speaker(one.saying, saying) and one.saying.listener == listener:
            return replace(one.dating, rule=INTERVIEW)
    return None


def _paper(around: Surroundings, saying: Saying) -> Dating | None:
    """`she tweeted on Sunday … . “…,” the post said`: of what was just told to have been said or written."""
    page = around.page
    words = [word for part in saying.source for word in words_of(page, part)]
    if len(words) != _PAPER or words[0] != "the" or words[1] not in dating_words().papers:
        return None
    for one in around.near(saying):
        return replace(one.dating, rule=PAPER)
    return None


def _same_speaker(one: Saying, other: Saying) -> bool:
    return one.speaker is not None and one.speaker == other.speaker


_RULES = (
    _same_occasion,
    _same_listener,
    scene_dating,
    afterwards_dating,
    _answer,
    meeting_dating,
    _about,
    _part,
    _official,
    _spokesman,
    _paper,
    floor_dating,
)
