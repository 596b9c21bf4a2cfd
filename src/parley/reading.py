"""Reads a report: from its text to its findings, room by room.

```
Report -> language (document) -> copies (paraphrase) -> findings (cast, times, statements, encounters,
    proposals, positions, commitments, events, mentions)
```
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.copies.paraphrase import detect_paraphrase
from parley.dossier import Dossier, load_dossier
from parley.dossier.naming import with_names
from parley.findings.commitments import commitments
from parley.findings.encounters import encounters
from parley.findings.events import events
from parley.findings.people import build_cast, mentions, names_shown
from parley.findings.positions import positions, proposals
from parley.findings.statements import statements
from parley.language import load_engine, mirror
from parley.language.times import find_times
from parley.language.tree import Doc
from parley.lending import namings_of
from parley.model import Finding, ReadReport, Report
from parley.reader_name import name_of
from parley.reports import report_from_text
from parley.vocabulary.geography import lent

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

    from parley.language import Engine

# From this score on, a report's quotation marks prove nothing (measured by `bench/paraphrase.py`).
SPUN = 0.5
# So many reports are parsed at a time, and so many wait: the encoder of one works while another is prepared.
_SIDE_BY_SIDE = 2
_AHEAD = 3


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    dossier: Dossier | str | None = None,
) -> ReadReport:
    """Reads a report's text.

    Args:
        text: the report, as plain text.
        published: day of publication, EDTF (``2025-03-17``); without it, weekdays stay unresolved.
        outlet: who published it.
        url: where.
        title: its headline.
        dossier: whose names are used: a dossier, its name or its file; None for none.

    Returns:
        The report with its findings; every offset counts characters of ``result.report.text``.

    Raises:
        ParleyError: when there is nothing to read, the text is not English, or the date does not exist.
    """
    used = load_dossier(dossier) if isinstance(dossier, str) else dossier
    report = report_from_text(text, published=published, outlet=outlet, url=url, title=title)
    return read_report_with(report, used) if used else read_report(report)


def read_report_with(report: Report, dossier: Dossier, engine: Engine | None = None) -> ReadReport:
    """Reads a report with the names of a dossier: its parties are known to the rules, its people by role.

    Args:
        report: what to read.
        dossier: what a person wrote down.
        engine: what to read it with; default: the engine that travels in the package.
    """
    with lent(namings_of(dossier)):
        return with_names(read_report(report, engine), dossier)


def read_report(report: Report, engine: Engine | None = None) -> ReadReport:
    """Reads a report that is already taken in.

    Args:
        report: what to read.
        engine: what to read it with; default: the engine that travels in the package.
    """
    engine = engine or load_engine()
    return read_document(engine.tree(report.text), report, engine_name(engine))


def read_reports(reports: Iterable[Report], engine: Engine | None = None) -> Iterator[ReadReport]:
    """Reads many reports, in order; the encoder works on the next ones while the rules read the one before.

    Args:
        reports: what to read; taken a few ahead of what is given back.
        engine: what to read it with; default: the engine that travels in the package.
    """
    engine = engine or load_engine()
    name = engine_name(engine)
    waiting: deque[tuple[Report, Future[Doc]]] = deque()
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as ahead:
        for report in reports:
            waiting.append((report, ahead.submit(engine.tree, report.text)))
            if len(waiting) > _AHEAD:
                first, parsed = waiting.popleft()
                yield read_document(parsed.result(), first, name)
        for first, parsed in waiting:
            yield read_document(parsed.result(), first, name)


def read_document(doc: Doc | SpacyDoc, report: Report, engine: str) -> ReadReport:
    """The findings of a report whose text is parsed already.

    Args:
        doc: the parsed document of ``report.text``.
        report: the report.
        engine: name and version of what parsed it.
    """
    tree = mirror(doc)
    with lent(names_shown(tree)):
        return _found(tree, report, engine)


def _found(tree: Doc, report: Report, engine: str) -> ReadReport:
    paraphrase = detect_paraphrase(tree)
    cast = build_cast(tree, report)
    times = find_times(tree, report.published)
    said = statements(tree, report, cast, times)
    if paraphrase.score >= SPUN:
        said = tuple(replace(statement, verbatim=False) for statement in said)
    met = encounters(tree, report, cast, times, said)
    taken = positions(tree, report, cast, times, said)
    bound = commitments(tree, report, cast, times, said)
    done = events(tree, report, cast, times, said, met)
    tabled = proposals(taken, report.text, tree)
    findings: tuple[Finding, ...] = (*said, *met, *tabled, *taken, *bound, *done, *mentions(cast))
    return ReadReport(report, engine, findings, paraphrase)


def engine_name(engine: Engine) -> str:
    """Name and version of what reads: the program's version, the model's digest, the rules' digest."""
    return name_of(engine.version)
