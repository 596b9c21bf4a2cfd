"""The record as one page of HTML that needs nothing else: brief, board, findings, the reports' words.

It can be sent by mail and opened in ten years: no script, no other file, no request.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from parley.exports.about import Material
from parley.exports.brief_html import brief_body
from parley.exports.rows import tables
from parley.model.report import Report
from parley.record import Record, StoredFinding
from parley.views.board import Board, Stand, board
from parley.views.brief import brief

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_SHOWN = {
    "statement": ("source", "content", "said_on", "speech", "checked"),
    "position": ("party", "stance", "on", "conditions", "holder", "ascribed_by", "as_of", "checked"),
    "encounter": ("form", "status", "participants", "place", "on", "checked"),
    "proposal": ("label", "terms", "proposed_by", "on", "checked"),
    "commitment": ("party", "act", "conditions", "status", "checked"),
    "event": ("code", "actor", "target", "place", "on", "factuality", "claimed_by", "checked"),
    "mention": ("name", "kind", "role", "affiliation", "checked"),
}


def page(record: Record, material: Material) -> str:
    """The page; all words of reports are escaped and kept apart from the direction of the text around them.

    Args:
        record: an open record.
        material: the findings asked for, from `parley.exports.about.material`.
    """
    style = files("parley.exports").joinpath("brief.css").read_text(encoding="utf-8")
    body = "\n".join(_body(record, material))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>Record, version {escape(str(material.about['record_version']))}</title>\n"
        f'<style>{style}</style>\n</head>\n<body class="wide">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


def _body(record: Record, material: Material) -> Iterator[str]:
    about = material.about
    asked = f"“{about['filters']}”" if about["filters"] else "everything"
    yield from brief_body(brief(record), "Record")
    told = f"{about['program']}; asked for {asked}. {about['note']}"
    yield f'<p class="quiet">{escape(told)}</p>'
    yield "<h2>Where each side stands</h2>"
    yield from _board(board(record))
    for kind, rows in tables(material.findings, str(about["record_version"])).items():
        yield f"<h2>{kind.capitalize()}s ({len(rows)})</h2>"
        names = [name for name in _SHOWN[kind] if name in rows[0]]
        head = "".join(f'<th scope="col">{escape(name.replace("_", " "))}</th>' for name in names)
        yield f'<table><thead><tr>{head}<th scope="col">words</th></tr></thead><tbody>'
        for row in rows:
            cells = "".join(f"<td>{_words(row[name])}</td>" for name in names)
            link = f'<a href="#{row["report"]}">{_words(row["words"])}</a>'
            yield f'<tr id="{row["id"]}">{cells}<td>{link}</td></tr>'
        yield "</tbody></table>"
    yield "<h2>Reports</h2>"
    yield from (_report(report) for report in _reports(material.findings))


def _board(found: Board) -> Iterator[str]:
    if not found.cells:
        yield '<p class="quiet">No party was found to take a stand.</p>'
        return
    head = "".join(f'<th scope="col">{name}</th>' for name in ("party", "issue", "own", "as others say"))
    yield f"<table><thead><tr>{head}</tr></thead><tbody>"
    for cell in found.cells:
        own = "<br>".join(_stand(stand) for stand in cell.own) or "no statement found"
        others = "<br>".join(_stand(stand) for stand in cell.ascribed)
        party, topic = _words(cell.party), _words(cell.topic)
        yield f'<tr><th scope="row">{party}</th><td>{topic}</td><td>{own}</td><td>{others}</td></tr>'
    yield "</tbody></table>"


def _stand(stand: Stand) -> str:
    conditions = "".join(f" [{condition}]" for condition in stand.conditions)
    teller = f"{stand.ascribed_by}: " if stand.ascribed_by else ""
    day = f" ({stand.day})" if stand.day else ""
    return _words(f"{teller}{stand.stance.value} {'; '.join(stand.on)}{conditions}{day}")


def _reports(findings: Iterable[StoredFinding]) -> list[Report]:
    return list({stored.report.id: stored.report for stored in findings}.values())


def _report(report: Report) -> str:
    source = ", ".join(part for part in (report.outlet, report.published, report.url) if part)
    paragraphs = "".join(f"<p>{_words(line)}</p>" for line in report.text.splitlines() if line.strip())
    title = report.title or f"Report {report.id}"
    return (
        f'<details id="{report.id}"><summary>{_words(title)} <span class="quiet">{_words(source)}</span>'
        f"</summary>{paragraphs}</details>"
    )


def _words(words: object) -> str:
    return "" if words is None else f"<bdi>{escape(str(words))}</bdi>"
