"""What `parley show` tells of how a report came: its arrivals, its versions, what changed between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from parley.cli.output import Format
from parley.cli.table import Column
from parley.cli.terminal import one_line

if TYPE_CHECKING:
    from parley.model import Span
    from parley.record import Record
    from parley.record.arrivals import Version
    from parley.views.difference import Change

_VERSION_COLUMNS = (
    Column("no"),
    Column("report", "dim"),
    Column("at", "cyan"),
    Column("gone", spare=True),
    Column("address", spare=True),
    Column("title", wide=True),
)
_ARRIVAL_COLUMNS = (
    Column("way"),
    Column("at", "cyan"),
    Column("status", spare=True),
    Column("digest", "dim", cut=12),
    Column("raw", spare=True),
    Column("origin", wide=True),
)
_ARRIVAL_FIELDS = (
    *("report", "way", "origin", "part", "at", "url", "final_url", "status", "media_type", "headers"),
    *("digest", "raw"),
)
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}


def show_versions(record: Record, report: str, form: Format) -> None:
    """Writes the texts that stood at the address of a report, one after the other."""
    from parley.cli.rows import write_rows

    rows = [
        {"no": number, **asdict(version)} for number, version in enumerate(record.versions(report), start=1)
    ]
    if not rows:
        click.echo("It came from no web address, so it has no versions.", err=True)
    write_rows(["no", "report", "address", "at", "title", "gone"], rows, _VERSION_COLUMNS, form)


def show_arrivals(record: Record, report: str, form: Format) -> None:
    """Writes every way a report came."""
    from parley.cli.rows import write_rows

    rows = [asdict(arrival) for arrival in record.arrivals(report)]
    if not rows:
        click.echo("Nothing is known of how it came but its origin.", err=True)
    write_rows(list(_ARRIVAL_FIELDS), rows, _ARRIVAL_COLUMNS, form)


def show_raw(record: Record, report: str) -> None:
    """Writes the bytes in which a report last came."""
    arrivals = record.arrivals(report)
    if not arrivals:
        raise click.ClickException("Nothing is known of how it came but its origin.")
    click.echo(record.raw_page(arrivals[-1].digest), nl=False)


def show_difference(record: Record, report: str, form: Format) -> None:
    """Writes what changed from the version before; of the first version, what changed after it."""
    from parley.cli.output import write_json
    from parley.views.difference import differences

    pair = _pair(record.versions(report), record.report(report).report.id)
    if pair is None:
        raise click.ClickException("It has only one version.")
    texts = [record.report(version.report).report.text for version in pair]
    found = differences(*texts)
    if form is Format.JSON:
        write_json(_objects(pair, texts, found))
        return
    for mark, version in zip(("---", "+++"), pair, strict=True):
        click.echo(one_line(f"{mark} {version.report}  {version.at}  {version.title or ''}"))
    for line in _lines(texts, found):
        click.echo(one_line(line))


def notes_on_versions(record: Record, report: str) -> list[str]:
    """What a reader must know: that the page is gone, or that a later version has other words."""
    found = []
    versions = record.versions(report)
    later = [version for version in versions if version.report == report]
    if later and versions[-1].report != report:
        newest = versions[-1]
        found.append(f"Its page was changed: {newest.report} is what it said on {newest.at[:10]} (--diff).")
    gone = record.gone_since(report)
    if gone:
        found.append(f"Its page was no longer there on {gone[:10]}.")
    return found


def _pair(versions: Sequence[Version], report: str) -> tuple[Version, Version] | None:
    """A version and the one before it; the first and the one after it."""
    places = [place for place, version in enumerate(versions) if version.report == report]
    neighbours = [
        (versions[place - 1], versions[place])
        for place in range(1, len(versions))
        if versions[place - 1].address == versions[place].address
    ]
    for place in reversed(places):
        for pair in neighbours:
            if pair[1] is versions[place]:
                return pair
    return next((pair for pair in neighbours if pair[0].report == report), None)


def _lines(texts: Sequence[str], found: Sequence[Change]) -> Iterator[str]:
    """The changed paragraphs, each on a line; runs of unchanged ones as a count."""
    same = 0
    for change in found:
        if change.kind == "same":
            same += 1
            continue
        if same:
            yield _unchanged(same)
            same = 0
        if change.kind == "changed":
            yield "~ " + "".join(_marked(piece.kind, piece.words) for piece in change.pieces)
        elif change.before is not None:
            yield "- " + change.before.of(texts[0])
        elif change.after is not None:
            yield "+ " + change.after.of(texts[1])
    if same:
        yield _unchanged(same)


def _marked(kind: str, words: str) -> str:
    """Words between the marks of their kind, the blank behind them left outside."""
    opening, closing = _MARKS[kind]
    kept = words.rstrip()
    return f"{opening}{kept}{closing}{words[len(kept) :] or (' ' if closing else '')}"


def _unchanged(count: int) -> str:
    return "  (1 paragraph the same)" if count == 1 else f"  ({count} paragraphs the same)"


def _objects(
    pair: tuple[Version, Version], texts: Sequence[str], found: Sequence[Change]
) -> Iterator[dict[str, object]]:
    """The changes with the words and places of both versions."""
    for change in found:
        if change.kind != "same":
            yield {
                "type": "change",
                "kind": change.kind,
                "before": _cited(pair[0].report, change.before, texts[0]),
                "after": _cited(pair[1].report, change.after, texts[1]),
            }


def _cited(report: str, span: Span | None, text: str) -> dict[str, object] | None:
    if span is None:
        return None
    return {"report": report, "start": span.start, "end": span.end, "text": span.of(text)}
