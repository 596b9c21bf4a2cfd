"""The reader: a report beside its findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from parley.desk.dating_words import dating_words
from parley.desk.editing import WORDS, Editable, editable
from parley.desk.families import SPUN, Asking
from parley.desk.marks import LETTERS, parts_of, runs
from parley.desk.quoting import cited_spans, sentences_around
from parley.desk.showing import spoken_date, stance
from parley.desk.undoing import last_ruling
from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.model import Report, Span, cover
from parley.record import NotFound, StoredReport
from parley.views.explain import facts_of
from parley.views.titles import called

_PART_LENGTH = 24_000
"""Characters of a report on one page; a news report has a quarter of it."""

TYPES = ("statement", "encounter", "proposal", "position", "commitment", "event", "mention")
CHECKED = ("machine", "confirmed", "corrected")

_FIELDS = (
    Field("type", "string", "What kind of finding it is."),
    Field("id", "string", "The finding's id."),
    Field("report", "string", "The report's id."),
    Field("start", "integer", "Where its words begin: characters of the stored text."),
    Field("end", "integer", "Where they end (the first character that is not theirs)."),
    Field("words", "string", "Its words, parts joined by “ … ”."),
    Field("speaker", "string", "Who says it, of statements."),
    Field("speech", "string", "How it is said, of statements."),
    Field("said_on", "string", "EDTF date of the saying, of statements."),
    Field("verbatim", "boolean", "Whether its quotation marks can be trusted, of statements."),
    Field("checked", "string", "machine, confirmed or corrected: whether a person looked at it."),
    Field("confidence", "number", "How sure the engine is, 0 to 1."),
    Field("rule", "string", "What made it."),
    Field("finding", "object", "All of it, in the findings format."),
)
_PARAMETERS = (
    Parameter("report", "Report", "Its id, or the beginning of it.", in_path=True),
    Parameter("type", "Show", "Findings of this kind only.", Kind.CHOICE, TYPES),
    Parameter("checked", "Checked", "Findings in this state only.", Kind.CHOICE, CHECKED),
    Parameter("lit", "Lit", "Id of the finding whose words are lit.", hidden=True),
    Parameter("part", "Part", "Which part of a long report.", Kind.NUMBER, hidden=True),
)


def _answer(asked: Asked) -> Answer:
    """A report's findings; the page lays its text out beside them."""
    stored = asked.store.record.report(asked.values["report"])
    objects = stored.objects
    every = [value for value in objects[1:] if value["type"] != "mention" or asked.get("type") == "mention"]
    wanted = [value for value in every if _is_wanted(value, asked)]
    numbers = {value["id"]: number for number, value in enumerate(_numbered(objects), start=1)}
    shown = _laid_out(asked, stored, objects, wanted) | {"numbers": numbers, "letters": LETTERS}
    title = called(stored.report.title, stored.report.origin) or stored.report.id
    return Answer([_row(value) for value in wanted], anything=bool(every), shown=shown, title=title)


def _numbered(objects: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [value for value in objects[1:] if value["type"] != "mention"]


def _is_wanted(value: Mapping[str, Any], asked: Asked) -> bool:
    kind, checked = asked.get("type"), asked.get("checked")
    return kind in (None, value["type"]) and checked in (None, value["checked"])


def _laid_out(
    asked: Asked, stored: StoredReport, objects: list[dict[str, Any]], wanted: list[dict[str, Any]]
) -> dict[str, Any]:
    """The text in runs, and the cards of the findings on this part of it."""
    text, lit = stored.report.text, asked.get("lit")
    parts = parts_of(text, _PART_LENGTH)
    number = _part(asked, parts, objects)
    part = parts[number - 1]
    shown_ids = {value["id"] for value in wanted}
    marked = [objects[0], *(value for value in objects[1:] if value["id"] in shown_ids)]
    on_part = [value for value in wanted if cited_spans(value)[0].overlaps(part)]
    by_id = {value["id"]: value for value in objects[1:]}
    fields = {
        mark.id: editable(finding, by_id[mark.id])
        for finding, mark in zip(stored.read.findings, stored.marks, strict=True)
        if mark.id in by_id
    }
    return {
        "stored": stored,
        "report": stored.report,
        "runs": list(runs(text, part, marked, lit)),
        "cards": [_card(stored.report, value, by_id, fields.get(value["id"], ())) for value in on_part],
        "last_ruling": last_ruling(asked),
        "versions": asked.store.record.versions(stored.report.id),
        "gone": asked.store.record.gone_since(stored.report.id),
        "parts_count": len(parts),
        "part": number,
        "lit": lit,
        "words_of": WORDS,
        "spun": stored.read.paraphrase.score >= SPUN,
        "paraphrase": stored.read.paraphrase,
        "lead": Asking(asked.store.record).lead(stored.report.id),
    }


def _card(
    report: Report,
    value: Mapping[str, Any],
    by_id: Mapping[str, Mapping[str, Any]],
    fields: Sequence[Editable],
) -> dict[str, Any]:
    """What stands beside the text for one finding."""
    return {"value": value, "chain": _chain(value, by_id), "facts": _facts(value, report), "fields": fields}


def _part(asked: Asked, parts: Sequence[Span], objects: Sequence[Mapping[str, Any]]) -> int:
    """Which part to show: the one asked for, else the one with the lit finding.

    Raises:
        NotFound: when the report has no such part, or no such finding.
    """
    lit = asked.get("lit")
    if lit is not None:
        value = next((one for one in objects[1:] if one["id"] == lit), None)
        if value is None:
            raise NotFound(f"This report has no finding {lit!r} in its current reading.")
        start = cited_spans(value)[0].start
        if asked.get("part") is None:
            return next(number for number, part in enumerate(parts, start=1) if start < part.end)
    number = asked.number("part", 1)
    if number > len(parts):
        raise NotFound(f"This report has {len(parts)} parts.")
    return number


def _chain(value: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Through whom the words come: the innermost speaker first."""
    chain: list[str] = []
    one: Mapping[str, Any] | None = value
    seen: set[str] = set()
    while one is not None and one["id"] not in seen:
        seen.add(one["id"])
        source = one.get("source")
        if source:
            chain.append(source["name"])
        one = by_id.get(one.get("via") or "")
    return chain


_OF_CARD = frozenset({"speaker", "speech", "wording", "embedded in", "checked"})


_DATES = frozenset({"said on", "on", "as of"})


def _facts(value: Mapping[str, Any], report: Report) -> list[tuple[str, str]]:
    """What a finding says beyond its words; a date as people write it, with the report's own words for it."""
    listed = [(name, fact) for name, fact in facts_of(value) if name not in _OF_CARD]
    return [(name, _spoken(name, fact, value, report)) for name, fact in listed]


def _spoken(name: str, fact: str, value: Mapping[str, Any], report: Report) -> str:
    """A fact as people say it."""
    if name == "stance":
        return stance(fact)
    if name not in _DATES:
        return fact
    around = sentences_around(report.text, cover(cited_spans(value)))
    words = dating_words(around.of(report.text), fact, report.published)
    return f"{spoken_date(fact)} (“{words}”)" if words else spoken_date(fact)


def _row(value: dict[str, Any]) -> dict[str, Any]:
    spans = cited_spans(value)
    source = value.get("source") or {}
    listed = value.get("content") or value["evidence"]
    return {
        "type": value["type"],
        "id": value["id"],
        "report": value["report"],
        "start": spans[0].start,
        "end": max(span.end for span in spans),
        "words": " … ".join(one["text"] for one in listed),
        "speaker": source.get("name"),
        "speech": value.get("speech"),
        "said_on": value.get("said_on"),
        "verbatim": value.get("verbatim"),
        "checked": value["checked"],
        "confidence": value["confidence"],
        "rule": value["rule"],
        "finding": value,
    }


REPORT = View(
    "report",
    "/report/{report}",
    "Report",
    "The report beside its findings: who said what, in which words, and what was planned, offered and done.",
    _FIELDS,
    _answer,
    _PARAMETERS,
    ((".jsonld", "application/ld+json"),),
)
