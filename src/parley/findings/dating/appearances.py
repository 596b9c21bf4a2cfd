"""Days on which the reporter tells that somebody spoke in public, in words that quote nothing.

"Castell gave an interview on Sunday"; "Castell, in an interview with the radio on Sunday, opened the door".
What she is told to have said after that, she said there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parley.findings.dating.around import surname
from parley.findings.dating.candidates import STOPS, Dating, saying_value, unbroken
from parley.findings.dating.saying import PART_OF_DAY, Page, Saying, Sentence
from parley.language.times import TimeExpression
from parley.language.times.edtf import parse_day
from parley.vocabulary.dating import dating_words

RULE = "the day of the speaker's public words, told before"
# Most words between the occasion and its time ("in an interview with the radio of the port on Sunday").
REACH = 10
# Most words between a time and the occasion it belongs to ("a Sunday night television interview").
_NAMES = 4
# The speaker's name stands among these first words of the clause.
SUBJECT = 8
# A time among so many first words heads its sentence, and how many words on its clause may name an occasion.
FRONT, CLAUSE = 2, 16
_HOLDING = frozenset({"in", "at", "during", "gave", "held", "delivered", "made"})
# How many words before an occasion may make it one named before.
_MENTION = 3
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOT_HERS = frozenset({"'s", "’s", "'", "’", "-"})
# Between a time and the occasion behind it, these part them ("on Sunday after the speech").
_PARTING = frozenset(
    {",", ".", "in", "at", "of", "to", "for", "after", "before", "and", "but", "from", "during"}
)
# What an occasion is held with, in or for does not part it from its time.
_AT = frozenset({"in", "at", "of", "to", "for", "and", "from"})


@dataclass(frozen=True, slots=True)
class Appearance:
    """Somebody is told to have spoken in public on a day, from this character on."""

    place: int
    speaker: str
    dating: Dating
    paragraph: int


def appearances(
    page: Page,
    sayings: Sequence[Saying],
    published: str | None,
    told: Sequence[TimeExpression],
    occasions: Mapping[str, Dating],
) -> tuple[Appearance, ...]:
    """The public appearances that the reporter dates, in text order.

    Args:
        page: the document.
        sayings: all of its sayings; only their speakers are looked for.
        published: day of publication, or None.
        told: the times that the reporter names, and nobody in what they say.
        occasions: the occasions that the report dates, by their nouns.
    """
    names = _names(page, sayings)
    found: list[Appearance] = []
    for time in told if names else ():
        value = saying_value(time, published)
        if value is None or parse_day(value) is None or time.rule == PART_OF_DAY:
            continue
        sentence = page.sentence_of(time.span.start)
        if not _of_an_occasion(page, time, sentence) and not _of_the_news(page, time, sentence):
            continue
        speaker = _subject(page, sentence, names, sayings)
        if speaker is not None:
            dating = Dating(value, time.span, RULE)
            found.append(Appearance(page.doc[sentence.start].idx, speaker, dating, sentence.paragraph))
    found += _named_again(page, sayings, occasions, names)
    return tuple(sorted(found, key=lambda one: one.place))


def _names(page: Page, sayings: Sequence[Saying]) -> dict[str, str]:
    """The last words of the names that speakers go by ("Gen Prayut" for Prayut Chan-o-cha), in lower case."""
    found: dict[str, set[str]] = {}
    for saying in sayings:
        name = surname(saying)
        if name is None or saying.speaker is None:
            continue
        found.setdefault(name, set()).add(saying.speaker)
        for part in saying.source:
            last = page.doc[page.tokens(part)[1] - 1]
            if last.text[:1].isupper() and last.text in saying.speaker.split():
                found.setdefault(last.lower_, set()).add(saying.speaker)
    return {name: next(iter(speakers)) for name, speakers in found.items() if len(speakers) == 1}


def _named_again(
    page: Page, sayings: Sequence[Saying], occasions: Mapping[str, Dating], names: dict[str, str]
) -> list[Appearance]:
    """`Castell went further in her interview`, where that interview was dated before."""
    occasions = {
        word: dating
        for word, dating in occasions.items()
        if word in dating_words().speeches and parse_day(dating.value) is not None
    }
    words = page.lowers(0, len(page.doc)) if occasions and names else []
    found = []
    for place in [place for place, word in enumerate(words) if word in occasions]:
        dating, offset = occasions[words[place]], page.doc[place].idx
        if offset < dating.evidence.end or any(one.says_at(offset) for one in sayings):
            continue
        if not set(words[max(0, place - _MENTION) : place]) & dating_words().definite:
            continue
        sentence = page.sentence_of(offset)
        speaker = _subject(page, sentence, names, sayings)
        if speaker is not None:
            start = page.doc[sentence.start].idx
            found.append(Appearance(start, speaker, replace(dating, rule=RULE), sentence.paragraph))
    return found


def _of_an_occasion(page: Page, time: TimeExpression, sentence: Sentence) -> bool:
    """Whether a time belongs to an interview, a speech or the like."""
    start, end = page.tokens(time.span)
    limit = min(end + _NAMES, sentence.end)
    held = next((place for place in range(end, limit) if _is_speech(page, place)), None)
    if held is not None and not _PARTING & set(page.lowers(end, held)):
        return page.lowers(start - 1, start) != ["the"]
    if start - sentence.start <= FRONT:
        return _holds_occasion(page, end, min(end + CLAUSE, sentence.end))
    first = max(sentence.start, start - REACH)
    held = next((place for place in reversed(range(first, start)) if _is_speech(page, place)), None)
    if held is None:
        return False
    words = page.lowers(held, start)
    if _PARTING & set(words) - _AT or not unbroken(words, REACH):
        return False
    return not any(token.tag_ in _FINITE for token in page.doc[held:start])


def _is_speech(page: Page, place: int) -> bool:
    """Whether a word is the noun of a speech, an interview or the like."""
    token = page.doc[place]
    return token.lower_ in dating_words().speeches and (not page.tagged or token.pos_ in ("NOUN", "PROPN"))


def _of_the_news(page: Page, time: TimeExpression, sentence: Sentence) -> bool:
    """Whether a time is of the deed that the report opens with: "Castell on Sunday opened the new port"."""
    if not page.parsed or sentence.paragraph != page.first_paragraph:
        return False
    start, end = page.tokens(time.span)
    top = next((token for token in page.doc[start:end] if token.head.i not in range(start, end)), None)
    if top is None or not top.dep_.startswith(("obl", "nmod", "advmod")):
        return False
    verb = top.head
    return verb.tag_ == "VBD" and verb.dep_ == "root"


def _holds_occasion(page: Page, start: int, end: int) -> bool:
    """Whether a clause tells that somebody held a speech or the like: "faced the miners in a debate"."""
    for place in range(start, end):
        if page.doc[place].text in STOPS:
            return False
        if _is_speech(page, place) and _HOLDING & set(page.lowers(max(start, place - _NAMES), place)):
            return True
    return False


def _subject(page: Page, sentence: Sentence, names: dict[str, str], sayings: Sequence[Saying]) -> str | None:
    """The speaker whose name is the subject of a sentence, as far as the places of words tell."""
    words = page.lowers(sentence.start, sentence.end)
    tokens = page.doc[sentence.start : sentence.end]
    for place, word in enumerate(words[:SUBJECT]):
        if tokens[place].tag_ in _FINITE or any(one.says_at(tokens[place].idx) for one in sayings):
            return None
        if word not in names or (place + 1 < len(words) and words[place + 1] in _NOT_HERS):
            continue
        following = tokens[place + 1] if place + 1 < len(words) else None
        if page.tagged and following is not None and following.pos_ in ("NOUN", "PROPN"):
            return None
        return names[word]
    return None
