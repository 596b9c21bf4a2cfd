"""What a rule of the grammar is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from parley.language.times.direction import Direction
from parley.language.times.expression import TimeKind
from parley.language.times.words import Word

NO_BASE = "the report's day of publication is not known"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative times are counted from.

    Attributes:
        base: the day the report was written, or None.
        focus: the day last named in the text, which "the next day" is counted from, or None.
    """

    base: date | None
    focus: date | None


@dataclass(frozen=True, slots=True)
class Value:
    """What a phrase means; see `TimeExpression` for the fields.

    `focus` is the day later phrases such as "the next day" are counted from, where this phrase names one.
    """

    kind: TimeKind
    value: str | None
    precision: str
    rule: str
    reason: str | None = None
    part_of_day: str | None = None
    focus: date | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a pattern of the grammar matched.

    Attributes:
        words: the words, in text order.
        anchor: what relative times are counted from.
        before: the word before in lower case, "" where there is none.
        after: the word after in lower case, "" where there is none.
        look: finds which way the phrase lies; asked only where it matters.
    """

    words: tuple[Word, ...]
    anchor: Anchor
    before: str
    after: str
    look: Callable[[], Direction]

    @property
    def symbols(self) -> str:
        """The symbols of the words."""
        return "".join(word.symbol for word in self.words)

    def first(self, symbols: str) -> Word | None:
        """The first word with one of these symbols, or None."""
        return next((word for word in self.words if word.symbol in symbols), None)

    def all(self, symbols: str) -> list[Word]:
        """All words with one of these symbols."""
        return [word for word in self.words if word.symbol in symbols]

    @property
    def part_of_day(self) -> str | None:
        """The part of the day the phrase names, or None."""
        for word in self.words:
            if word.symbol == "P":
                return str(word.value)
            if word.lower in ("tonight", "night", "nights"):
                return "night"
        return None


def unresolved(reason: str, precision: str, rule: str, kind: TimeKind = TimeKind.DATE) -> Value:
    """A time that the report gives no way to know."""
    return Value(kind, None, precision, rule, reason)


def period(value: str, precision: str, rule: str) -> Value:
    """A date coarser than a day."""
    return Value(TimeKind.DATE, value, precision, rule)


def single_day(found: date | None, rule: str, phrase: Phrase) -> Value:
    """A day, with the part of it that the phrase names."""
    if found is None:
        return unresolved("the calendar has no such day", "day", rule)
    part = phrase.part_of_day
    if part:
        return Value(TimeKind.TIME_OF_DAY, found.isoformat(), "part of day", rule, None, part, found)
    return Value(TimeKind.DATE, found.isoformat(), "day", rule, focus=found)
