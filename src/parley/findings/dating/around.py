"""What a saying without a date of its own may look to: the dated sayings before it, and the words near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.findings.dating.candidates import Dating
from parley.findings.dating.saying import Page, Saying, Sentence
from parley.language.times import TimeExpression
from parley.model import Span

# How many paragraphs back another saying may stand.
NEAR = 1


@dataclass(frozen=True, slots=True)
class Heard:
    """A saying already dated, with the paragraph it stands in."""

    saying: Saying
    dating: Dating
    paragraph: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a saying may take its date from.

    Attributes:
        page: the document.
        sayings: all of its sayings.
        heard: the dated sayings before it, in text order.
        news: the day before publication that the news falls on, or None.
        published: day of publication, EDTF, or None.
        told: the times that the reporter names, and nobody in what they say, in text order.
    """

    page: Page
    sayings: Sequence[Saying]
    heard: Sequence[Heard]
    news: str | None
    published: str | None
    told: Sequence[TimeExpression]

    def near(self, saying: Saying, paragraphs: int = NEAR) -> list[Heard]:
        """The dated sayings not far before this one, the nearest first."""
        paragraph = self.page.sentence_of(saying.place).paragraph
        return [one for one in reversed(self.heard) if paragraph - one.paragraph <= paragraphs]


def told_times(page: Page, sayings: Sequence[Saying]) -> tuple[TimeExpression, ...]:
    """The times of a document that stand in nobody's words."""
    return tuple(time for time in page.times if not any(saying.says(time.span) for saying in sayings))


def surname(saying: Saying) -> str | None:
    """The last word of a speaker's name, in lower case; None for one that goes by no name."""
    words = (saying.speaker or "").split()
    return words[-1].lower() if words and words[-1][:1].isupper() else None


def words_of(page: Page, span: Span) -> list[str]:
    """The words of a span, in lower case."""
    return page.lowers(*page.tokens(span))


def own_words(page: Page, saying: Saying) -> list[str]:
    """The words of the saying's sentence that are not part of what is said."""
    asked = ("own words", saying.place)
    if asked not in page.memory:
        sentence = page.sentence_of(saying.place)
        tokens = page.doc[sentence.start : sentence.end]
        page.memory[asked] = [token.lower_ for token in tokens if not saying.says_at(token.idx)]
    return page.memory[asked]


def sentence_words(page: Page, saying: Saying) -> list[str]:
    """All words of the saying's sentence, in lower case."""
    sentence = page.sentence_of(saying.place)
    return page.lowers(sentence.start, sentence.end)


def sentence_before(page: Page, sentence: Sentence, paragraphs: int = 0) -> Sentence | None:
    """The sentence before this one, in its paragraph or so many before it."""
    place = page.number_of(sentence)
    before = page.sentences[place - 1] if place > 0 else None
    return before if before is not None and sentence.paragraph - before.paragraph <= paragraphs else None
