"""Dates of statements whose own sentence gives none: from the same occasion, or from the story's day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from parley.findings.dating.appearances import SUBJECT, appearances
from parley.findings.dating.around import NEAR, Heard, Surroundings, surname, told_times
from parley.findings.dating.candidates import Dating, saying_value
from parley.findings.dating.meetings import later_dating, meeting_dating
from parley.findings.dating.neighbours import INTERVIEW, neighbour_dating
from parley.findings.dating.occasions import dated_occasions, second_mention
from parley.findings.dating.own import own_dating
from parley.findings.dating.reactions import reaction_dating
from parley.findings.dating.saying import Page, Saying
from parley.findings.dating.scenes import AFTERWARDS, SCENE, moved_on, since_dating, then_dating
from parley.findings.dating.speakers import (
    ASIDE,
    CARRIED,
    Speaker,
    carried_dating,
    known,
    speakers_of,
    together,
)
from parley.findings.dating.story import last_day, news_day, story_day
from parley.findings.dating.tense import (
    at_no_moment,
    lasting,
    looks_back,
    named_by_noun,
    out_of_time,
    quotes_through,
)
from parley.findings.dating.voices import with_voices
from parley.language.times.edtf import parse_day

# What the saying's own surroundings tell counts for more than what the speaker said before.
_OF_ITS_OWN = frozenset({SCENE, AFTERWARDS, INTERVIEW})
# A clause with people of its own begins.
_NEW_CLAUSES = frozenset({(",", "but"), (",", "and"), (";", "but")})
RELAYED = "passed on the day it was said, that of publication"
EMBEDDED = "carried from the statement it is embedded in"


def date_sayings(
    page: Page, sayings: Sequence[Saying], published: str | None, story: bool = True
) -> tuple[Dating | None, ...]:
    """When each of a report's sayings was said.

    Args:
        page: the document.
        sayings: all of them, in text order, each with its speaker's name where it is known.
        published: day of publication, or None.
        story: whether an undated saying in the story's own tense takes the day of publication where the
            first day that the report names as past is that very day.

    Returns:
        One dating a saying, None where the report gives no way to know.
    """
    walk = _Walk(page, with_voices(page, sayings), published, story)
    for number in range(len(sayings)):
        walk.step(number)
    return tuple(walk.dates)


class _Walk:
    """Goes through a report's sayings from first to last; each may take its date from those before."""

    def __init__(self, page: Page, sayings: Sequence[Saying], published: str | None, story: bool) -> None:
        self.page = page
        self.sayings = sayings
        told = told_times(page, sayings)
        occasions = dated_occasions(page, published, told)
        self.dates = _dated_by_words(page, sayings, published, occasions)
        self.speakers = speakers_of(sayings, self.dates)
        self.names = {saying.speaker for saying in sayings if saying.speaker}
        self.lead = story_day(page, published) if story else None
        self.heard: list[Heard] = []
        news = news_day(page, told, published)
        self.around = Surroundings(page, sayings, self.heard, news, published, told)
        self.last = last_day(page, told, published)
        self.appearances = list(appearances(page, sayings, published, told, occasions))
        for one in self.appearances:
            known(self.speakers, one.speaker, one.dating)

    def _see(self, saying: Saying) -> None:
        """Takes in where people are told to have spoken before a saying."""
        while self.appearances and self.appearances[0].place <= saying.place:
            one = self.appearances.pop(0)
            self.speakers[one.speaker].hear(one.dating, one.paragraph)

    def step(self, number: int) -> None:
        """Dates one saying, and remembers it for those after it."""
        saying = self.sayings[number]
        self._see(saying)
        paragraph = self.page.sentence_of(saying.place).paragraph
        end = saying.content[-1].end - 1 if saying.content else saying.place
        outer = _outer(self.sayings, number)
        dating = self.dates[number] or self._found(saying, outer, paragraph)
        self.dates[number] = dating
        speaker = self.speakers.get(saying.speaker or "")
        if dating is None and outer is None and speaker is not None and looks_back(self.page, saying):
            # What follows may still be of that earlier day.
            speaker.last = None
        if dating is None or dating is self.lead or outer is not None or dating.rule in ASIDE:
            return
        if speaker is not None and speaker.last is not None and named_by_noun(self.page, saying):
            # "It followed Castell's announcement on Friday": told in passing.
            return
        last = max(paragraph, self.page.sentence_of(end).paragraph)
        self.heard.append(Heard(saying, dating, last))
        for name in together(saying.speaker, self.names) if saying.speaker is not None else ():
            self.speakers.setdefault(name, Speaker()).hear(dating, paragraph)

    def _found(self, saying: Saying, outer: int | None, paragraph: int) -> Dating | None:
        """The date of a saying whose own sentence gives none."""
        told = since_dating(self.around, saying) or later_dating(self.around, saying) or self._relayed(saying)
        told = told or then_dating(self.around, saying) or self._quoted_of(saying, paragraph)
        if told is not None:
            return told
        if not _in_time(self.page, saying) or (
            outer is not None and out_of_time(self.page, self.sayings[outer])
        ):
            return None
        speaker = self.speakers.get(saying.speaker or "")
        rule = neighbour_dating if outer is None else meeting_dating
        near = rule(self.around, saying)
        if near is not None and near.rule in _OF_ITS_OWN:
            return near
        reaction = reaction_dating(self.around, saying) if outer is None and near is None else None
        if reaction is not None:
            return reaction
        if speaker is not None and _tells_of_later(self.page, saying, speaker.last):
            # "Ruiz said on Monday ... on Friday Ruiz ... Ruiz said they wrote on Sunday": back to Monday.
            earlier = _tells_of_later(self.page, saying, speaker.first)
            speaker.last = None if earlier else speaker.first
            if speaker.last is None:
                return None
        found = self._carried(saying, speaker, paragraph) or self._embedded(saying, outer) or near
        if found is None and not self._is_rival(saying, speaker) and not self._names_another_day(saying):
            found = None if at_no_moment(self.page, saying) else self.lead
        if found is None or moved_on(self.around, saying, found.value):
            return None
        return found

    def _carried(self, saying: Saying, speaker: Speaker | None, paragraph: int) -> Dating | None:
        """The date of what the speaker said elsewhere in the report."""
        if speaker is None or (speaker.last is None and named_by_noun(self.page, saying)):
            # "Castell's threat", told before any day on which she spoke, may be of long ago.
            return None
        days = (self.around.news, self.around.published, self.last)
        found = carried_dating(speaker, paragraph, days, self.page.first_paragraph)
        if found is None or self.lead is None or speaker.last is not None:
            return found
        # News of today does not open with what is only told, further down, to have been said before.
        return found if found.value == self.lead.value else None

    def _embedded(self, saying: Saying, outer: int | None) -> Dating | None:
        """The date of the statement within which a saying is told."""
        if outer is None or named_by_noun(self.page, saying):
            return None
        return _renamed(self.dates[outer], EMBEDDED)

    def _is_rival(self, saying: Saying, speaker: Speaker | None) -> bool:
        """Whether the speaker is heard on other days, so that the story's day would be a guess."""
        if speaker is None or self.lead is None or not speaker.days - {self.lead.value}:
            return False
        return not self._acts_in_the_lede(saying)

    def _acts_in_the_lede(self, saying: Saying) -> bool:
        """Whether the sentence of the first paragraph that names the story's day tells what they did."""
        name = surname(saying)
        if self.lead is None or name is None:
            return False
        sentence = self.page.sentence_of(self.lead.evidence.start)
        words = self.page.lowers(sentence.start, sentence.start + SUBJECT)
        return sentence.paragraph == self.page.first_paragraph and name in words

    def _names_another_day(self, saying: Saying) -> bool:
        """Whether the reporter names another time than the story's day before the cue in its sentence."""
        first = self.page.sentence_of(saying.place).start
        for time in self.around.told:
            if first <= self.page.token_at(time.span.start) and time.span.end <= saying.place:
                value = saying_value(time, self.around.published)
                if value is None or self.lead is None or value == self.lead.value:
                    continue
                between = self.page.lowers(self.page.tokens(time.span)[1], self.page.token_at(saying.place))
                if not any(pair in _NEW_CLAUSES for pair in pairwise(between)):
                    return True
        return False

    def _relayed(self, saying: Saying) -> Dating | None:
        """`On Sunday the army said …, according to the agency`, printed that Sunday."""
        if saying.cue is None or not quotes_through(self.page, saying):
            return None
        sentence = self.page.sentence_of(saying.cue.start)
        for other, dating in zip(self.sayings, self.dates, strict=True):
            if dating is None or dating is self.lead or other.cue is None or other is saying:
                continue
            if dating.value == self.around.published and self.page.sentence_of(other.cue.start) == sentence:
                return _renamed(dating, RELAYED)
        return None

    def _quoted_of(self, saying: Saying, paragraph: int) -> Dating | None:
        """`according to a senior aide`, who is told to have spoken on one day, just before or hereafter."""
        speaker = self.speakers.get(saying.speaker or "")
        if speaker is None or len(speaker.days) != 1 or not quotes_through(self.page, saying):
            return None
        if speaker.last is not None and paragraph - speaker.paragraph > NEAR:
            return None
        return _renamed(speaker.first, CARRIED)


def _dated_by_words(
    page: Page, sayings: Sequence[Saying], published: str | None, occasions: Mapping[str, Dating]
) -> list[Dating | None]:
    """The dates that the sayings' own sentences give them."""
    return [
        own_dating(page, saying, published, sayings) or second_mention(page, saying, occasions, sayings)
        for saying in sayings
    ]


def _outer(sayings: Sequence[Saying], number: int) -> int | None:
    """The innermost other saying within whose words this one is made."""
    saying = sayings[number]
    if saying.cue is None:
        return None
    around = [
        other
        for other, candidate in enumerate(sayings)
        if other != number
        and candidate.says(saying.cue)
        and not saying.says_all(candidate)
        and not (candidate.cue is not None and saying.says(candidate.cue))
    ]
    return max(around, key=lambda other: sayings[other].content[0].start, default=None)


def _in_time(page: Page, saying: Saying) -> bool:
    """Whether the cue tells of a saying in the story's own time."""
    return saying.cue is not None and not out_of_time(page, saying) and not lasting(page, saying)


def _tells_of_later(page: Page, saying: Saying, dating: Dating | None) -> bool:
    """Whether somebody tells, as past, of a day after the one on which they would have said it."""
    day = parse_day(dating.value) if dating is not None else None
    if day is None:
        return False
    told = (time for time in page.times if time.rule == "weekday past" and saying.says(time.span))
    days = (parse_day(time.value) for time in told)
    return any(other is not None and other > day for other in days)


def _renamed(dating: Dating | None, rule: str) -> Dating | None:
    return replace(dating, rule=rule) if dating is not None else None
