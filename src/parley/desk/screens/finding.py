"""One finding laid open: its words, each part with its place, and what made it."""

from __future__ import annotations

from parley.desk.quoting import quote
from parley.desk.showing import short
from parley.desk.view import Answer, Asked, Field, Parameter, View
from parley.views.explain import explain

_FIELDS = (
    Field("id", "string", "The finding's id."),
    Field("report", "string", "The report's id."),
    Field("part", "string", "What the words are: source, cue, content, evidence."),
    Field("start", "integer", "Where they begin: characters of the report's stored text."),
    Field("end", "integer", "Where they end."),
    Field("words", "string", "The words: the text from start to end."),
    Field("prefix", "string", "The 32 characters before them, as a W3C text quote selector has it."),
    Field("suffix", "string", "The 32 characters after them."),
    Field("checked", "string", "machine, confirmed, corrected or rejected."),
)
_AROUND = 32


def _answer(asked: Asked) -> Answer:
    """The parts of a finding, and what it says beyond them."""
    stored = asked.store.record.finding(asked.values["finding"])
    explanation = explain(stored)
    text = stored.report.text
    rows = [
        {
            "id": stored.id,
            "report": stored.report.id,
            "part": part.name,
            "start": part.span.start,
            "end": part.span.end,
            "words": part.words,
            "prefix": text[max(0, part.span.start - _AROUND) : part.span.start],
            "suffix": text[part.span.end : part.span.end + _AROUND],
            "checked": stored.checked.value,
        }
        for part in explanation.parts
    ]
    quoted = quote(stored)
    places = {(row["start"], row["end"]) for row in rows if row["part"] != "evidence"}
    shown = {
        "stored": stored,
        "explanation": explanation,
        "quote": quoted,
        "parts_shown": [
            row for row in rows if row["part"] != "evidence" or (row["start"], row["end"]) not in places
        ],
    }
    kind = str(explanation.value["type"]).capitalize()
    who = quoted.speaker or explanation.value.get("party")
    return Answer(rows, shown=shown, title=f"{kind}: {short(who, 80)}" if who else kind)


FINDING = View(
    "finding",
    "/finding/{finding}",
    "Finding",
    "One finding laid open: its words, each part with its place in the text, and what made it.",
    _FIELDS,
    _answer,
    (Parameter("finding", "Finding", "Its id, or the beginning of it.", in_path=True),),
    ((".jsonld", "application/ld+json"),),
)
