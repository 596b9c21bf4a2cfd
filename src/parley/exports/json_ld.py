"""Findings as JSON-LD: W3C Web Annotations, each with selectors that find its words again in the report.

See https://www.w3.org/TR/annotation-model/: a `TextPositionSelector` gives the offsets in the stored text, a
`TextQuoteSelector` the words with those around them.
"""

from __future__ import annotations

from typing import Any

from parley.exports.about import Material
from parley.model.codec import Object
from parley.model.span import Span
from parley.record import StoredFinding

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
VOCABULARY = "urn:parley:vocabulary:"
# How many characters before and after a quotation are given to find it again.
AROUND = 32


def document(material: Material) -> Object:
    """One annotation page with an annotation a finding.

    Args:
        material: from `parley.exports.about.material`.
    """
    return {
        "@context": [CONTEXT, {"parley": VOCABULARY}],
        "type": "AnnotationPage",
        "parley:about": {name: value for name, value in material.about.items() if name != "type"},
        "items": [annotation(stored) for stored in material.findings],
    }


def annotation(stored: StoredFinding) -> Object:
    """A finding as a W3C Web Annotation."""
    told = {
        f"parley:{name}": value
        for name, value in stored.object.items()
        if name not in {"type", "id", "report", "evidence", "engine"} and value not in (None, [], "")
    }
    return {
        "id": f"urn:parley:finding:{stored.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": stored.engine},
        "body": {"type": f"parley:{stored.object['type']}", **told},
        "target": [_target(stored, span) for span in stored.finding.evidence],
    }


def _target(stored: StoredFinding, span: Span) -> Object:
    text = stored.report.text
    source: dict[str, Any] = {"id": f"urn:parley:report:{stored.report.id}", "type": "Text"}
    if stored.report.url is not None:
        source["canonical"] = stored.report.url
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }
