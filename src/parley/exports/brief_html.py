"""A brief as one page of HTML that needs nothing else: no script, no other file."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from parley.exports.brief_markdown import covered, met, title, voiced
from parley.views.brief import Brief, BriefLine, Footnote
from parley.views.disputes import Dispute

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_CAUTION = "A stance is what was said, not what is true."


def html(brief: Brief) -> str:
    """The page; everything that came from a report is escaped, and set apart from the direction of its text.

    Args:
        brief: from `parley.views.brief.brief`.
    """
    called = title(brief)
    body = "\n".join(brief_body(brief, called))
    style = files("parley.exports").joinpath("brief.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(called)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )


def brief_body(brief: Brief, heading: str) -> Iterator[str]:
    """What stands within the page, a piece at a time."""
    yield f"<h1>{escape(heading)}</h1>"
    yield from _list([_finding(line) for line in brief.findings], "No party was found to take a stand.")
    yield "<h2>Disputed</h2>"
    yield from _list([_dispute(one) for one in brief.disputes], "No denial was found.")
    yield "<h2>Next</h2>"
    yield from _list([_words(met(one)) for one in brief.encounters], "No planned encounter was found.")
    yield "<h2>What this rests on</h2>"
    yield f"<p>{escape(covered(brief))}</p>"
    yield f'<ol class="notes">{"".join(_note(note) for note in brief.footnotes)}</ol>'
    yield f'<p class="quiet">Record version {escape(brief.version)}. {_CAUTION}</p>'


def _list(items: list[str], empty: str) -> Iterator[str]:
    if items:
        yield f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    else:
        yield f'<p class="quiet">{escape(empty)}</p>'


def _words(words: str) -> str:
    return f"<bdi>{escape(words)}</bdi>"


def _finding(line: BriefLine) -> str:
    chips = "".join(f'<sup><a href="#note-{number}">{number}</a></sup>' for number in line.notes)
    return _words(line.text) + chips


def _dispute(dispute: Dispute) -> str:
    claims = (
        "; ".join(_words(voiced(one)) for one in dispute.claims)
        or "No report of the record carries the claim."
    )
    back = "denied by" if dispute.kind == "denial" else "answered by"
    return f"{claims}<br>{back} {'; '.join(_words(voiced(one)) for one in dispute.denials)}"


def _note(note: Footnote) -> str:
    source = ", ".join(part for part in (note.outlet, note.day) if part) or "no outlet"
    marks = f"{note.report} {note.finding}, {note.checked}"
    return (
        f'<li id="note-{note.number}" value="{note.number}"><q>{_words(note.words)}</q> '
        f"({escape(source)}; {escape(marks)})</li>"
    )
