"""Dates of statements whose own sentence gives none: from the same occasion, or from the story's day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parley.findings.dating.occasions import dated_occasions, second_mention
from parley.findings.dating.own import Dating, own_dating
from parley.findings.dating.saying import Page, Saying
from parley.findings.dating.tense import lasting, out_of_time
from parley.language.times.edtf import parse_day

# How many paragraphs may pass before an undated statement no longer belongs to the speaker's last dated one,
# where the speaker is heard on several days.
PARAGRAPHS = 3
CARRIED = "carried from the same speaker's statement"
EMBEDDED = "carried from the statement it is embedded in"
STORY = "the story's day, named in the report"


@dataclass(slots=True)
class _Speaker:
    """What is known of when one speaker spoke: the days, and the last dating with its paragraph."""

    days: set[str] = field(default_factory=set)
    first: Dating | None = None
    last: Dating | None = None
    paragraph: int = 0

    def hear(self, dating: Dating, paragraph: int) -> None:
        self.last, self.paragraph = dating, paragraph


def date_sayings(
    page: Page, sayings: Sequence[Saying], published: str | None, story_day: bool = True
) -> tuple[Dating | None, ...]:
    """When each of a report's sayings was said.

    Args:
        page: the document.
        sayings: all of them, in text order, each with its speaker's name where it is known.
        published: day of publication, or None.
        story_day: whether an undated saying in the story's own tense takes the day of publication where the
            first day that the report names as past is that very day.

    Returns:
        One dating a saying, None where the report gives no way to know.
    """
    dates = _dated_by_words(page, sayings, published)
    outer = [_outer(sayings, number) for number in range(len(sayings))]
    speakers = _speakers(sayings, dates)
    lead = _story_day(page, published) if story_day else None
    for number, saying in enumerate(sayings):
        speaker = speakers.get(saying.speaker or "")
        paragraph = page.sentence_of(saying.place).paragraph
        dating = dates[number]
        if dating is None and _in_time(page, saying):
            around = outer[number]
            if around is not None and out_of_time(page, sayings[around]):
                continue
            embedding = _renamed(dates[around], EMBEDDED) if around is not None else None
            # Of a speaker heard on other days, the story's day would be a guess.
            story = lead if speaker is None or lead is None or speaker.days == {lead.value} else None
            dating = (_carried(speaker, paragraph) if speaker else None) or embedding or story
        if speaker is not None and dating is not None and dating is not lead and outer[number] is None:
            speaker.hear(dating, paragraph)
        dates[number] = dating
    return tuple(dates)


def _dated_by_words(page: Page, sayings: Sequence[Saying], published: str | None) -> list[Dating | None]:
    """The dates that the sayings' own sentences give them."""
    occasions = dated_occasions(page, published)
    return [
        own_dating(page, saying, published, sayings) or second_mention(page, saying, occasions, sayings)
        for saying in sayings
    ]


def _speakers(sayings: Sequence[Saying], dates: Sequence[Dating | None]) -> dict[str, _Speaker]:
    speakers: dict[str, _Speaker] = {}
    for saying, dating in zip(sayings, dates, strict=True):
        if saying.speaker is None or dating is None:
            continue
        speaker = speakers.setdefault(saying.speaker, _Speaker())
        speaker.days.add(dating.value)
        speaker.first = speaker.first or dating
    return speakers


def _outer(sayings: Sequence[Saying], number: int) -> int | None:
    """The innermost other saying within whose words this one is made."""
    saying = sayings[number]
    if saying.cue is None:
        return None
    around = [
        other
        for other, candidate in enumerate(sayings)
        if other != number and candidate.says(saying.cue) and not saying.says_all(candidate)
    ]
    return max(around, key=lambda other: sayings[other].content[0].start, default=None)


def _in_time(page: Page, saying: Saying) -> bool:
    """Whether the cue tells of a saying in the story's own time."""
    return saying.cue is not None and not out_of_time(page, saying) and not lasting(page, saying)


def _carried(speaker: _Speaker, paragraph: int) -> Dating | None:
    """The speaker's only date; else the last one, where the story has not moved on since."""
    only = speaker.first if len(speaker.days) == 1 else None
    near = speaker.last if paragraph - speaker.paragraph <= PARAGRAPHS else None
    for dating in (near, only):
        if dating is not None and (parse_day(dating.value) or paragraph == speaker.paragraph):
            return _renamed(dating, CARRIED)
    return None


def _renamed(dating: Dating | None, rule: str) -> Dating | None:
    return replace(dating, rule=rule) if dating is not None else None


def _story_day(page: Page, published: str | None) -> Dating | None:
    """The day of publication, where the first day that the report names as past is that very day."""
    today = parse_day(published)
    if today is None:
        return None
    for time in page.times:
        if time.rule == "weekday past" or (time.value or "") == today.isoformat():
            named = (time.value or "").split("T")[0] == today.isoformat()
            return Dating(today.isoformat(), time.span, STORY) if named else None
    return None
