"""Whom a speaker's label in a transcript names: never whom the talk before it was about."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.findings.statements.sources import Cast
from parley.findings.statements.turns import RULE
from parley.model import Report, Source, Span, Statement
from parley.vocabulary.labels import label_words
from parley.vocabulary.offices import leader

_ARTICLES = frozenset({"the", "a", "an", "of", "and", "for", "senior", "administration"})
_WORD = re.compile(r"[\w'’\-]+")
# "Remarks by President Roe After ...", "Interview with Prime Minister Ann Roe"
_PART = (
    r"(?!(?:After|Before|During|Following|On|At|In|Aboard|And|With|To|Of|For|From|As|Upon)\b)[A-Z][\w.'’\-]+"
)
_HEADED = (
    r"(?:by|with|from|of)\s+(?:[A-Z][\w\-]*\s+){0,2}?%s\s+(?P<name>" + _PART + r"(?:\s+" + _PART + r"){0,3})"
)


def with_speaker(statement: Statement, report: Report, cast: Cast) -> Statement:
    """A statement made under a label, with whom the label names; others unchanged.

    A name is looked up among those the report names, an office alone ("THE PRESIDENT") in the headline.
    """
    source = statement.source
    if statement.rule != RULE or source is None:
        return statement
    label = source.mention.of(report.text)
    names = [match for match in _WORD.finditer(label) if not _is_office(match.group())]
    if not names:
        return replace(statement, source=_holder(source, label, report.title or ""))
    start, end = source.mention.start + names[0].start(), source.mention.start + names[-1].end()
    meant = cast.resolve(Span(start, end), start)
    office = label[: names[0].start()].strip().lower() or None
    found = Source(name=_written(report.text[start:end]), mention=source.mention, role=office)
    if meant is not None and _shares_name(meant.name, found.name):
        role, party = meant.role or office, meant.on_behalf_of
        # "PRESIDENT OF NORWAY PER DAHL" is Per Dahl; "PER DAHL" is so too where the story only says "Dahl".
        name = _written(meant.name) if " " in meant.name else found.name
        found = replace(found, name=name, role=role, on_behalf_of=party)
    return replace(statement, source=_known(found))


def _is_office(word: str) -> bool:
    return word.strip(".,").lower() in label_words().offices | _ARTICLES


def _holder(source: Source, label: str, title: str) -> Source:
    """Who holds the office by which a label calls its speaker; the office itself where no headline says."""
    office = " ".join(word for word in label.split() if word.lower() not in _ARTICLES)
    match = re.search(_HEADED % re.escape(office.title()), title)
    if match is None:
        return replace(source, name=label.lower(), role=None, on_behalf_of=None)
    return _known(replace(source, name=match.group("name"), role=office.lower(), on_behalf_of=None))


def _known(source: Source) -> Source:
    """A speaker known the world over, with the side spoken for."""
    if source.on_behalf_of is not None:
        return source
    known = leader(source.name)
    return replace(source, on_behalf_of=known.party) if known is not None else source


def _shares_name(one: str, other: str) -> bool:
    return bool({word.lower() for word in one.split()} & {word.lower() for word in other.split()})


def _written(name: str) -> str:
    """A name as it is written elsewhere than in a label ("OLE HANSEN": Ole Hansen)."""
    return name.title() if name.isupper() and "." not in name else name
