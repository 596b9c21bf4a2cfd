"""When each speaker of a report spoke, and which of those days an undated saying of theirs takes."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from parley.findings.dating.around import NEAR
from parley.findings.dating.candidates import HEAD, Dating
from parley.findings.dating.counted import RULE as COUNTED
from parley.findings.dating.occasions import RULE as OCCASION
from parley.findings.dating.saying import Saying
from parley.findings.dating.scenes import SINCE
from parley.language.times.edtf import parse_day

# How many paragraphs may pass before an undated statement no longer belongs to the speaker's last dated one,
# where the speaker is heard on several days.
PARAGRAPHS = 3
# Days that news may be old.
_NEWS = 7
# Days that a story may take; sayings before that are looked back on.
_STORY = 3
# What is told in so many first paragraphs may sum up what is dated further down.
_LEDE = 1
CARRIED = "carried from the same speaker's statement"
_JOINED = re.compile(r", and |, | and ")
# Told in passing: such a date is carried no further.
ASIDE = frozenset({COUNTED, SINCE})


@dataclass(slots=True)
class Speaker:
    """What is known of when one speaker spoke: the days, and the last dating with its paragraph."""

    heard: dict[str, Dating] = field(default_factory=dict)
    first: Dating | None = None
    last: Dating | None = None
    paragraph: int = 0

    @property
    def days(self) -> set[str]:
        """All the days, months and years they are known to have spoken on."""
        return set(self.heard)

    @property
    def exact(self) -> set[str]:
        """The days known to the day: a year or month looked back on is no rival to them."""
        return {day for day in self.days if parse_day(day) is not None}

    def hear(self, dating: Dating, paragraph: int) -> None:
        """Notes when they spoke last, and in which paragraph."""
        self.last, self.paragraph = dating, paragraph


def speakers_of(sayings: Sequence[Saying], dates: Sequence[Dating | None]) -> dict[str, Speaker]:
    """The speakers whose own sentences date some saying of theirs, by name."""
    speakers: dict[str, Speaker] = {}
    names = {saying.speaker for saying in sayings if saying.speaker}
    for saying, dating in zip(sayings, dates, strict=True):
        if saying.speaker is None or dating is None or dating.rule in ASIDE:
            continue
        for name in together(saying.speaker, names):
            known(speakers, name, dating)
    return speakers


def together(speaker: str, names: Set[str]) -> list[str]:
    """A speaker, and those of "Ana Ruiz and Lev Orlov" who also speak alone."""
    parts = _JOINED.split(speaker)
    return [speaker, *(part for part in parts if part in names and part != speaker)]


def known(speakers: dict[str, Speaker], name: str, dating: Dating) -> None:
    """Notes that somebody spoke on a day."""
    speaker = speakers.setdefault(name, Speaker())
    if speaker.first is None or (parse_day(dating.value) is not None and not speaker.exact):
        speaker.first = dating
    speaker.heard.setdefault(dating.value, dating)


def carried_dating(
    speaker: Speaker, paragraph: int, days: Sequence[str | None], head: int = 0
) -> Dating | None:
    """The speaker's only date; else the last one, where the story has not moved on since.

    Args:
        speaker: who said it.
        paragraph: where.
        days: those on which the story may play.
        head: the report's first paragraph.
    """
    near = speaker.last if paragraph - speaker.paragraph <= PARAGRAPHS else None
    home = _home(speaker, days)
    # A day that heads its sentence opens a scene, which goes on in the next paragraph.
    scene = NEAR if near is not None and near.rule == HEAD else 0
    if near is not None and home is not None and paragraph - speaker.paragraph > scene:
        near = home if _looks_back(near, home) else near
    only = speaker.first if len(speaker.exact or speaker.days) == 1 else None
    if only is not None and only.value not in days and _spoke_anew(speaker, only, paragraph - head, days):
        only = None
    again = speaker.last is not None and home is not None and speaker.last.value == home.value
    for dating in (near, only, home if again else None):
        if dating is not None and (parse_day(dating.value) or paragraph == speaker.paragraph):
            return replace(dating, rule=CARRIED)
    return None


def _home(speaker: Speaker, days: Sequence[str | None]) -> Dating | None:
    """The speaker's dating on a day on which the story plays, if there is only one such."""
    found = [dating for value, dating in speaker.heard.items() if value in days]
    return found[0] if len(found) == 1 else None


def _looks_back(near: Dating, home: Dating) -> bool:
    """Whether a saying lies well behind the story's own time, so that the report comes back from it."""
    day, today = parse_day(near.value), parse_day(home.value)
    return day is not None and today is not None and (today - day).days > _STORY


def _spoke_anew(speaker: Speaker, only: Dating, paragraph: int, days: Sequence[str | None]) -> bool:
    """Whether somebody who spoke on a day, neither that of the news nor of publication, may have spoken anew.

    Far below that; at the end of what they spoke at the opening of; weeks later; or before it is told, unless
    the head of the report sums it up.
    """
    ago = _days_ago(only, days)
    told_later = speaker.last is None and paragraph > _LEDE and ago > 1
    return speaker.last is not None or told_later or only.rule == OCCASION or ago > _NEWS


def _days_ago(dating: Dating, days: Sequence[str | None]) -> int:
    """How many days lie between a dating and the first day on which the story may play."""
    day = parse_day(dating.value)
    plays = [played for value in days if value is not None and (played := parse_day(value)) is not None]
    return (min(plays) - day).days if day is not None and plays else 0
