"""Reports made up in any number: stories of many negotiations, with copies, variants and updates of them.

    from bench.synthetic import synthetic_reports
    for made in synthetic_reports(100_000):
        record.add(made.read)

Each report has a text, and findings that cite it, as if an engine had read it: statements, some of them
denials, a position, an encounter, a commitment, an event, perhaps a proposal, mentions. What report number
`n` is depends on the seed and `n` alone. Most words are made of syllables, so that two stories share no more
than two real stories do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from bench.syllables import clause, name, syllables, words_of_kind
from bench.synthetic_lines import (
    STORIES_OF_ONE,
    Line,
    Talks,
    commitment,
    dispute,
    encounter,
    event,
    narrative,
    position,
    proposal,
    quotation,
)
from parley.model import (
    Finding,
    Mention,
    Paraphrase,
    ReadReport,
    Report,
    Statement,
)

ENGINE = "synthetic 1"
STORY, REPRINT, PARTIAL, UPDATE, REWRITE, SPUN = (
    "story",
    "reprint",
    "partial",
    "update",
    "rewrite",
    "paraphrase",
)
_SHARES = ((0.70, STORY), (0.83, REPRINT), (0.88, PARTIAL), (0.94, UPDATE), (0.97, REWRITE), (1.0, SPUN))
_BACK = 300
"""How many reports back a copy's original is at most."""

_FIRST_DAY = date(2021, 1, 4)
_REPORTS_A_DAY = 120
_OUTLETS = tuple(
    f"The {name} {kind}"
    for name in ("Meridian", "Estuary", "Northern", "Harbour", "Capital")
    for kind in ("Wire", "Courier", "Ledger", "Post")
)
_KEPT = frozenset({"said", "denied"})
"""Words that are not swapped, so that statements are still cited by them."""

_TABLED, _DISPUTED = 0.15, 0.12
"""In how many stories of one a proposal is told of, and something denied."""

_ROLES = ("foreign minister", "chief negotiator", "spokesman", "president", "union secretary", "envoy")


@dataclass(frozen=True, slots=True)
class SyntheticReport:
    """A report that was made up.

    Attributes:
        read: the report with its findings.
        kind: story, reprint, partial, update, rewrite or paraphrase.
        story: the number of the story it tells; those of one story are one family.
    """

    read: ReadReport
    kind: str
    story: int


def synthetic_reports(count: int, seed: int = 0) -> Iterator[SyntheticReport]:
    """Reports number 0 to `count`, in the order they were published."""
    return (synthetic_report(number, seed) for number in range(count))


def synthetic_report(number: int, seed: int = 0) -> SyntheticReport:
    """Report number `number`."""
    kind = _kind(number, seed)
    story = number if kind == STORY else _origin(number, seed)
    chance = Random(f"report {seed} {number}")
    lines = list(_story(story, seed))
    day = _day(number)
    if kind == PARTIAL:
        lines = lines[: max(6, len(lines) * 3 // 5)]
    elif kind == UPDATE:
        lines[-3:] = narrative(chance, _talks(story, seed), 5)
    elif kind == REWRITE:
        lines = [*narrative(chance, _talks(story, seed), 6), *lines[3 : len(lines) * 7 // 10]]
    elif kind == SPUN:
        lines = [replace(line, words=_respun(line.words, chance)) for line in lines]
    top = f"By {name(chance)}\n\n" if kind == REPRINT else ""
    outlet = _OUTLETS[chance.randrange(len(_OUTLETS))]
    text, findings = _written(top, lines, verbatim=kind != SPUN)
    title = " ".join(lines[0].words.split()[:9])
    report = Report(
        text=text,
        title=title,
        outlet=outlet,
        url=f"https://{outlet.replace(' ', '').lower()}.example/{number}",
        published=day.isoformat(),
        published_from="given",
        origin=f"https://{outlet.replace(' ', '').lower()}.example/{number}",
    )
    spun = Paraphrase(0.9 if kind == SPUN else 0.02)
    return SyntheticReport(ReadReport(report, ENGINE, findings, spun), kind, story)


def _day(number: int) -> date:
    """The day a report comes out."""
    return _FIRST_DAY + timedelta(days=number // _REPORTS_A_DAY)


def _kind(number: int, seed: int) -> str:
    if number < _BACK // 10:
        return STORY
    drawn = Random(f"kind {seed} {number}").random()
    return next(kind for share, kind in _SHARES if drawn <= share)


def _origin(number: int, seed: int) -> int:
    """The number of the story that a report tells again."""
    back = Random(f"origin {seed} {number}").randint(1, min(_BACK, number))
    story = number - back
    while _kind(story, seed) != STORY:
        story -= 1
    return story


@lru_cache(maxsize=256)
def _talks(story: int, seed: int) -> Talks:
    chance = Random(f"talks {seed} {story // STORIES_OF_ONE}")
    parties = (syllables(chance).title() + "ia", syllables(chance).title() + "land")
    people = tuple((name(chance), _ROLES[at], parties[at % 2]) for at in range(len(_ROLES)))
    towns = tuple(syllables(chance).title() for _ in range(8))
    line = f"{parties[0]} and {parties[1]} have been at odds since {chance.randint(1960, 2019)}, when"
    return Talks(parties, people, towns, f"{line} {clause(chance, towns)}.")


@lru_cache(maxsize=1024)
def _story(story: int, seed: int) -> tuple[Line, ...]:
    """The lines of a story."""
    chance = Random(f"story {seed} {story}")
    talks = _talks(story, seed)
    lines = narrative(chance, talks, 9)
    for place in (2, 5, 8, 10):
        lines.insert(place, quotation(chance, talks))
    lines.insert(4, position(chance, talks))
    lines.insert(7, encounter(chance, talks, _day(story)))
    lines.insert(9, Line(talks.background))
    lines.insert(3, commitment(chance, talks, story))
    lines.insert(11, event(chance, talks, _day(story)))
    if chance.random() < _TABLED:
        lines.insert(6, proposal(chance, talks))
    if chance.random() < _DISPUTED:
        lines[13:13] = dispute(chance, talks)
    return tuple(lines)


def _respun(words: str, chance: Random) -> str:
    """The words with about every fourth small one swapped for another, in quotation marks too."""
    others = words_of_kind("swap", 3000)
    return " ".join(
        chance.choice(others)
        if word.isalpha() and word.islower() and word not in _KEPT and chance.random() < 0.3
        else word
        for word in words.split(" ")
    )


def _written(top: str, lines: Sequence[Line], *, verbatim: bool) -> tuple[str, tuple[Finding, ...]]:
    """The text that lines make, and the findings in it: statements first."""
    text = top
    found: list[Finding] = []
    for line in lines:
        if line.make is not None:
            finding = line.make(line.words, len(text))
            if isinstance(finding, Statement) and not verbatim:
                finding = replace(finding, verbatim=False)
            found.append(finding)
        text += line.words + "\n\n"
    found.sort(key=lambda finding: (not isinstance(finding, Statement), finding.evidence))
    mentions = {
        one.source.name: Mention(
            (one.source.mention,), 0.9, "synthetic", one.source.name, "person", one.source.role
        )
        for one in found
        if isinstance(one, Statement) and one.source and one.source.role
    }
    return text.rstrip(), (*found, *mentions.values())
