"""A brief as Markdown, with footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.views.brief import Brief
from parley.views.calendar import CalendarEntry
from parley.views.disputes import Dispute, Voice

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown(brief: Brief) -> str:
    """The page, ready to be pasted; words of reports are escaped, so that none of them is taken for markup.

    Args:
        brief: from `parley.views.brief.brief`.
    """
    return "\n".join(_lines(brief)) + "\n"


def title(brief: Brief) -> str:
    """What a brief is called: whom it is about, and from when to when."""
    span = f"since {brief.since}" if brief.since else ""
    if brief.until:
        span = f"{brief.since} to {brief.until}" if brief.since else f"until {brief.until}"
    about = ", ".join(filter(None, (brief.party, span)))
    return f"Brief: {about}" if about else "Brief"


def plain(words: str) -> str:
    """Words that stand in Markdown as they are."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))


def covered(brief: Brief) -> str:
    """What a brief rests on, as a sentence."""
    found = brief.coverage
    span = f", published {found.first} to {found.last}" if found.first else ""
    reports, sources = _many(found.reports, "report"), _many(found.sources, "independent source")
    return f"{reports} → {sources}, {found.folded} folded{span}."


def met(entry: CalendarEntry) -> str:
    """An encounter as a line."""
    place = f" in {entry.place}" if entry.place else ""
    who = ", ".join(entry.participants)
    return f"{entry.on or 'no date'}: {entry.form}{place}, {entry.status.value}: {who}"


def voiced(voice: Voice) -> str:
    """Who says what, as words."""
    day = f" ({voice.day})" if voice.day else ""
    return f"{voice.who or 'nobody named'}{day}: “{voice.words}”"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {plain(title(brief))}"
    yield ""
    if not brief.findings:
        yield "No party was found to take a stand."
    for line in brief.findings:
        yield f"- {plain(line.text)}{''.join(f'[^{number}]' for number in line.notes)}"
    yield from ("", "## Disputed", "")
    if not brief.disputes:
        yield "No denial was found."
    for dispute in brief.disputes:
        yield from _dispute(dispute)
    yield from ("", "## Next", "")
    if not brief.encounters:
        yield "No planned encounter was found."
    yield from (f"- {plain(met(entry))}" for entry in brief.encounters)
    yield from ("", "## What this rests on", "", plain(covered(brief)), "")
    for note in brief.footnotes:
        source = ", ".join(part for part in (note.outlet, note.day) if part) or "no outlet"
        marks = f"{note.report} {note.finding}, {note.checked}"
        yield f"[^{note.number}]: “{plain(note.words)}” ({plain(source)}; {marks})"
    yield from ("", f"Record version {brief.version}. A stance is what was said, not what is true.")


def _dispute(dispute: Dispute) -> Iterator[str]:
    back = "denied by" if dispute.kind == "denial" else "answered by"
    first = (
        "; ".join(plain(voiced(voice)) for voice in dispute.claims)
        or "no report of the record carries the claim"
    )
    yield f"- {first}"
    yield f"  - {back} " + "; ".join(plain(voiced(voice)) for voice in dispute.denials)
