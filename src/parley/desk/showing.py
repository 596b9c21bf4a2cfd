"""Words from reports as a page may show them: escaped, and with nothing in them that acts unseen.

Everything that came from a report is hostile text. Jinja escapes markup; here is what markup is not:
characters that turn the direction of writing, are invisible, or control a terminal. They are shown as what
they are.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from markupsafe import Markup, escape

from parley.record.days import days

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e0fff\ud800-\udfff]"
)
_HARMLESS = frozenset("\u00ad\u200b\u2060\ufeff")
"""Characters that web pages have everywhere and that only say where a line may break: shown, but quietly."""

_BLANK_LINES = re.compile(r"(\n\n+)")
_LONGEST_NAME = 160
_SAY = re.compile(r"^(?:to )?say (?=\w)")
_EDGE = re.compile(r"\s+\S*$")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_STANCES = {
    "accepts_if": "accepts if",
    "accepts_in_principle": "accepts in principle",
    "undecided": "is undecided on",
    "withholds": "does not say",
}


def shown(words: object) -> Markup:
    """Words from a report, set apart from the direction of writing around them, unseen characters named."""
    return Markup(f"<bdi>{plain(words)}</bdi>")


def plain(words: object) -> Markup:
    """Words from a report escaped, unseen characters named, without an element of their own."""
    text = str(words)
    if not _UNSEEN.search(text):
        return escape(text)
    pieces: list[Markup] = []
    at = 0
    for found in _UNSEEN.finditer(text):
        pieces.append(escape(text[at : found.start()]))
        pieces.append(_named(found.group()))
        at = found.end()
    pieces.append(escape(text[at:]))
    return Markup("").join(pieces)


def _named(character: str) -> Markup:
    name = unicodedata.name(character, "control character").lower()
    mark = f"U+{ord(character):04X}"
    if character in _HARMLESS:
        return Markup('<span class="unseen thin" title="{}">·</span>').format(f"{mark} {name}")
    return Markup('<span class="unseen" title="{}">{}</span>').format(f"{mark} {name}", mark)


def paragraphs(words: object) -> Markup:
    """As `plain`, with the blank lines between paragraphs made low; no character is taken away."""
    gap = Markup('<span class="gap">{}</span>')
    parts = _BLANK_LINES.split(str(words))
    return Markup("").join(
        gap.format(part) if number % 2 else plain(part) for number, part in enumerate(parts)
    )


def attribute(words: object) -> str:
    """Words from a report for an attribute or a title, where no element can stand: unseen characters out."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", str(words))


def finalized(value: object) -> object:
    """What a template prints where it names no filter: text without unseen characters, all else as it is."""
    return attribute(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def short(words: object, most: int = _LONGEST_NAME) -> str:
    """Words cut at the end of a word where they are longer than `most`."""
    text = " ".join(str(words).split())
    if len(text) <= most:
        return text
    return _EDGE.sub("", text[:most]) + " …"


def spoken_date(edtf: str | None) -> str:
    """A date of any precision as people write it: "4 June 2025", "June 2025", "2 to 8 June 2025"."""
    if not edtf:
        return "no date given"
    span = days(edtf)
    if span is None:
        return edtf
    about = "about " if "~" in edtf else ""
    start, _, end = edtf.partition("/")
    if not end:
        return about + _one_date(start)
    if start in ("", ".."):
        return f"until {_one_date(end)}"
    if end == "..":
        return f"from {_one_date(start)}"
    return f"{about}{_joined(start, end)}"


def _joined(start: str, end: str) -> str:
    first, last = start.strip("~?%"), end.strip("~?%")
    if len(first) == len(last) == len("2025-06-02") and first[:7] == last[:7]:
        return f"{int(first[8:])} to {_one_date(last)}"
    return f"{_one_date(first)} to {_one_date(last)}"


def _one_date(edtf: str) -> str:
    parts = edtf.strip("~?%").split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def short_date(day: date) -> str:
    """A day with its weekday, without its year: "Friday 28 March"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def moment(iso: str | None) -> str:
    """A time stamp with its zone, to the minute."""
    if not iso:
        return "unknown time"
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    zone = when.tzname() or ""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}, {when:%H:%M} {zone}".strip()


def stance(word: object) -> str:
    """A stance as people say it."""
    return _STANCES.get(str(word), str(word).replace("_", " "))


def matter(words: object, stance_word: object) -> str:
    """What a stance is on, as it follows its verb: of what somebody "does not say" without "say"."""
    text = str(words)
    return _SAY.sub("", text) if str(stance_word) == "withholds" else text


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 report", "1,204 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def today() -> str:
    """The day it is here, EDTF."""
    return date.today().isoformat()
