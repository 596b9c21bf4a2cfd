"""Days counted from another day of the sentence: "on Friday, a day after the union said"; "and overnight"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from parley.findings.dating.candidates import Candidate, Dating, saying_value, unbroken
from parley.language.times.edtf import interval, parse_day
from parley.vocabulary.dating import dating_words

# Most words between "a day after" and the cue in its clause.
CLAUSE = 12
RULE = "days counted from the sentence's day"
# Where "same day" may begin behind the time, and what stands between.
_OPENING = 4
_BEFORE_SAME = frozenset({",", "—", "–", "-", "--", "the", "on"})
_DAYS = frozenset({"day", "days"})


def counted_dating(candidates: Sequence[Candidate], published: str | None) -> Dating | None:
    """The date of a saying in a clause that counts its days from the sentence's: "a day after she said".

    Args:
        candidates: the times of the sentence, in text order.
        published: day of publication; a saying cannot be later.
    """
    if not candidates:
        return None
    first = candidates[0]
    same = _same_day(candidates, published)
    if same is not None:
        return same
    found = _clause(first)
    if found is None:
        return None
    start, days = found
    # The day counted from may also end the sentence: "A day after she said so, the firm gave in on Friday".
    times = sorted(candidates, key=lambda one: (one.start > start, abs(one.start - start)))
    for candidate in times:
        day = parse_day(saying_value(candidate.time, published))
        if day is not None and not candidate.inside and not start <= candidate.start < candidate.cue[1]:
            counted = day + timedelta(days=days)
            last = parse_day(published)
            if last is None or counted <= last:
                return Dating(counted.isoformat(), candidate.time.span, RULE)
    return None


def _same_day(candidates: Sequence[Candidate], published: str | None) -> Dating | None:
    """`handed them over on June 16, the same day that the ministry admitted`."""
    for candidate in reversed(candidates):
        value = saying_value(candidate.time, published)
        if value is None or candidate.inside or candidate.end > candidate.cue[0]:
            continue
        words = candidate.gap(candidate.end, candidate.cue[0])
        places = (place for place in range(_OPENING) if words[place : place + 2] == ["same", "day"])
        start = next(places, None)
        if start is None or not set(words[:start]) <= _BEFORE_SAME:
            continue
        clause = words[start + 2 :]
        if clause and clause[0] in ("that", "when", "as"):
            clause = clause[1:]
        if unbroken(clause, CLAUSE):
            return Dating(value, candidate.time.span, RULE)
    return None


def _clause(candidate: Candidate) -> tuple[int, int] | None:
    """Where "N days after" begins whose clause holds the cue, and how many days on the saying is."""
    words = candidate.gap(candidate.sentence[0], candidate.cue[0])
    numbers = dating_words().day_numbers
    for place in range(len(words) - 2, 1, -1):
        number, unit, side = words[place - 2 : place + 1]
        if unit not in _DAYS or side not in ("after", "before") or number not in numbers:
            continue
        between = words[place + 1 :]
        # Two commas may hold an apposition: "a day after its leader, Ana Ruiz, said".
        if between and unbroken(between, CLAUSE) and between.count(",") in (0, 2):
            return candidate.sentence[0] + place - 2, numbers[number] * (-1 if side == "after" else 1)
    return None


def with_the_night(candidate: Candidate, value: str, published: str | None) -> str:
    """The value of a day, made an interval where the words go on into the next one: "and overnight"."""
    day, last = parse_day(value), parse_day(published)
    following = candidate.gap(candidate.end, candidate.end + 2)
    if day is None or following != ["and", "overnight"]:
        return value
    night: date = day + timedelta(days=1)
    return interval(day, night if last is None else min(night, last))
