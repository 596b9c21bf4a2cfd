"""What is said after a deed whose day was told: "Following the tariff rise, Peru said ..."."""

from __future__ import annotations

from parley.findings.dating.around import Surroundings
from parley.findings.dating.candidates import Dating, saying_value
from parley.findings.dating.saying import Saying
from parley.language.times import TimeExpression
from parley.language.times.edtf import interval, parse_day
from parley.vocabulary.dating import dating_words

RULE = "after the deed it follows, whose day was told"
# How many words after the opening may name the deed, and how many around a day may name it first.
PHRASE, REACH = 8, 8
# Days from the deed to publication: of older ones, nobody knows when the words came.
RECENT = 1
_SHORT = 4


def reaction_dating(around: Surroundings, saying: Saying) -> Dating | None:
    """`Ships were turned back early on Friday. … Following the blockade of ships, Peru said`.

    Printed on Saturday: from the day of the deed to that of publication, as the words tell no more.
    """
    page, today = around.page, parse_day(around.published)
    if saying.cue is None or today is None:
        return None
    sentence = page.sentence_of(saying.place)
    start = _phrase_start(around, saying)
    if start is None:
        return None
    named = _nouns(around, start, min(start + PHRASE, page.token_at(saying.place)))
    for time in reversed(around.told):
        place = page.tokens(time.span)
        if place[0] >= sentence.start:
            continue
        day = parse_day(saying_value(time, around.published))
        if day is not None and 0 <= (today - day).days <= RECENT and named & _beside(around, time):
            return Dating(interval(day, today), time.span, RULE)
    return None


def _phrase_start(around: Surroundings, saying: Saying) -> int | None:
    """Where the deed is named that the sentence opens with ("Following the ..."); None for other openings."""
    page = around.page
    sentence = page.sentence_of(saying.place)
    opening = page.lowers(sentence.start, sentence.start + 2)
    if (
        not opening
        or opening[0] not in dating_words().reacting
        or saying.says_at(page.doc[sentence.start].idx)
    ):
        return None
    if "," not in page.lowers(sentence.start, page.token_at(saying.place)):
        # "After Ruiz said so, the port cheered": the saying is the deed.
        return None
    return sentence.start + 1


def _nouns(around: Surroundings, start: int, end: int) -> set[str]:
    """The nouns between two places; all longer words of a document without tags."""
    tokens = around.page.doc[start:end]
    if not around.page.tagged:
        return {token.lower_ for token in tokens if len(token) > _SHORT}
    return {token.lemma_.lower() for token in tokens if token.pos_ == "NOUN"}


def _beside(around: Surroundings, time: TimeExpression) -> set[str]:
    """The nouns of a time's sentence near it."""
    page = around.page
    first, last = page.tokens(time.span)
    sentence = page.sentence_of(time.span.start)
    return _nouns(around, max(sentence.start, first - REACH), min(sentence.end, last + REACH))
