"""Dates that the reporter's own words near a saying give it: the sentence before, "afterwards", "since"."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.dating.around import NEAR, Surroundings, own_words, sentence_before, surname
from parley.findings.dating.candidates import Dating, saying_value
from parley.findings.dating.saying import Page, Saying, Sentence
from parley.language.times import TimeExpression
from parley.language.times.edtf import bounds, interval, parse_day
from parley.vocabulary.dating import dating_words

SCENE = "the speaker's day, named in the sentence before"
AFTERWARDS = "after what the day named last tells"
THEN = "at the time told just before"
_THEN = ["at", "the", "time"]
SINCE = "since the day named last"
# A speaker who acts stands among these first words of a sentence.
SUBJECT = 6
# How many words before a time may name the paper it dates.
REACH = 8
# A time among so many first words heads its sentence.
FRONT = 2
# Longer ago than this, "afterwards" may be days later.
RECENT = 3
# How many paragraphs back the sentence may stand that says who "he" is.
PARAGRAPHS = 1
_BEFORE_TIMES = frozenset({"on", "late", "early", "earlier", "this", "last"})
_AFTERWARDS = frozenset({"afterward", "afterwards"})
_PRONOUNS = frozenset({"he", "she", "they"})
_HAVING = frozenset({"has", "have", "had", "'ve", "’ve"})


def since_dating(around: Surroundings, saying: Saying) -> Dating | None:
    """`have since said`: from the last past day that the sentence or the one before it names."""
    today = parse_day(around.published)
    if saying.cue is None or today is None:
        return None
    page = around.page
    start, end = page.tokens(saying.cue)
    words = page.lowers(start - 3, end)
    if "since" not in words or not _HAVING & set(words[: words.index("since")]):
        return None
    sentence = page.sentence_of(saying.cue.start)
    place = page.number_of(sentence)
    first = page.sentences[max(0, place - 1)]
    for time in reversed(page.times):
        day = parse_day(saying_value(time, around.published))
        if first.start <= page.token_at(time.span.start) < start and day is not None and day < today:
            return Dating(interval(day, today), time.span, SINCE)
    return None


def then_dating(around: Surroundings, saying: Saying) -> Dating | None:
    """`he said at the time`: when the same speaker was told, just before, to have spoken long ago."""
    today = parse_day(around.published)
    words = own_words(around.page, saying)
    if today is None or not any(
        list(some) == _THEN for some in zip(words, words[1:], words[2:], strict=False)
    ):
        return None
    for one in around.near(saying):
        limits = bounds(one.dating.value)
        if one.saying.speaker is None or one.saying.speaker != saying.speaker or limits is None:
            continue
        return replace(one.dating, rule=THEN) if (today - limits[1]).days > RECENT else None
    return None


def scene_dating(around: Surroundings, saying: Saying) -> Dating | None:
    """`She called it off in a letter on Thursday. She cited …`; `On Friday she was softer. “We …”`."""
    page = around.page
    back = PARAGRAPHS if _PRONOUNS & _source_words(page, saying) else 0
    sentence, time = _time_before(around, saying, back)
    if sentence is None or time is None:
        return None
    words = page.lowers(sentence.start, sentence.end)
    start, end = (place - sentence.start for place in page.tokens(time.span))
    name = surname(saying)
    fronted = start <= FRONT
    subject = words[end : end + SUBJECT] if fronted else words[:SUBJECT]
    said_by = _PRONOUNS & _source_words(page, saying)
    pronoun = bool(subject) and (subject[0] in _PRONOUNS or (fronted and bool(said_by)))
    beside = _stands_beside(words[:start], _called(page, saying))
    if beside and _is_past(page, sentence.start + end):
        return Dating((saying_value(time, around.published) or ""), time.span, SCENE)
    if not pronoun and (name is None or name not in subject):
        return None
    reach = words[max(0, start - REACH) : start]
    papers = dating_words().answered & dating_words().occasions
    faced = not fronted and bool(dating_words().facing & set(words[:start]))
    if fronted or faced or ({"a", "an"} & set(reach) and papers & set(reach)):
        return Dating((saying_value(time, around.published) or ""), time.span, SCENE)
    return None


def moved_on(around: Surroundings, saying: Saying, value: str) -> bool:
    """Whether the sentence just before tells of another past day than this one."""
    back = PARAGRAPHS if _PRONOUNS & _source_words(around.page, saying) else 0
    _, time = _time_before(around, saying, back)
    told = saying_value(time, around.published) if time is not None else None
    return told is not None and told != value


def _called(page: Page, saying: Saying) -> set[str]:
    """What a speaker may be called just before: the surname, or the noun that the source words begin with."""
    name = surname(saying)
    called = {name} if name is not None else set()
    return called | (dating_words().speaking_for & _source_words(page, saying))


def _source_words(page: Page, saying: Saying) -> set[str]:
    return {word for part in saying.source for word in page.lowers(*page.tokens(part))}


def _stands_beside(words: list[str], called: set[str]) -> bool:
    """Whether a time follows right on who acts: "Castell on Sunday", "a spokeswoman late on Sunday"."""
    while words and words[-1] in _BEFORE_TIMES:
        words = words[:-1]
    return bool(words) and words[-1] in called


def _is_past(page: Page, place: int) -> bool:
    """Whether a verb in the past soon follows a place: who acts there stands before it."""
    return not page.tagged or any(token.tag_ == "VBD" for token in page.doc[place : place + 3])


def _time_before(
    around: Surroundings, saying: Saying, paragraphs: int = 0
) -> tuple[Sentence | None, TimeExpression | None]:
    """The sentence just before, at most so many paragraphs back, and the last past day it names."""
    page = around.page
    sentence = sentence_before(page, page.sentence_of(saying.place), paragraphs)
    if sentence is None:
        return None, None
    for time in reversed(around.told):
        start, _ = page.tokens(time.span)
        if not sentence.start <= start < sentence.end or _is_planned(page, start):
            continue
        if _is_told_by(around, time):
            continue
        if parse_day(saying_value(time, around.published)) is not None:
            return sentence, time
    return sentence, None


def _is_told_by(around: Surroundings, time: TimeExpression) -> bool:
    """Whether a time stands among what somebody says, though in a part that is left out of it."""
    evidence = {one.dating.evidence for one in around.heard}
    return time.span not in evidence and any(one.spans(time.span.start) for one in around.sayings)


def _is_planned(page: Page, start: int) -> bool:
    """Whether a time is of something meant or due, and not of what happened ("was to begin on Tuesday")."""
    first = page.sentence_of(page.doc[start].idx).start
    verbs = [token for token in page.doc[first:start] if token.pos_ == "VERB"]
    return bool(verbs) and verbs[-1].tag_ == "VB"


def afterwards_dating(around: Surroundings, saying: Saying) -> Dating | None:
    """`She said afterwards`: the day named last, here or in the paragraph before, if recent."""
    page = around.page
    last = parse_day(around.published)
    if saying.cue is None or last is None or not _AFTERWARDS & set(own_words(page, saying)):
        return None
    sentence = page.sentence_of(saying.place)
    for time in reversed(around.told):
        place = page.sentence_of(time.span.start)
        if place.start >= sentence.start:
            continue
        day = parse_day(saying_value(time, around.published))
        if day is None or sentence.paragraph - place.paragraph > NEAR or (last - day).days > RECENT:
            return None
        return Dating(day.isoformat(), time.span, AFTERWARDS)
    return None
