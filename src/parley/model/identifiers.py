"""What a finding is called: an id that stays the same over runs and engine versions.

An id is a letter for the type and 16 hexadecimal digits of the SHA-256 of a JSON array that names the scheme,
the report, the type, and the words that make the finding this one and no other. What a later engine may get
better (the speaker behind a "he", a date, a confidence) is left out, so that a person's ruling on the finding
still finds it after a re-reading.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from types import MappingProxyType

from parley.model.findings import (
    Commitment,
    Encounter,
    Event,
    Finding,
    Mention,
    Position,
    Proposal,
    Statement,
)
from parley.model.reading import ReadReport
from parley.model.span import Span

SCHEME = "parley-finding-1"
"""Names the way ids are made. A new way needs a new name, so that old ids cannot be mistaken for new ones."""

ID_DIGITS = 16
"""64 bits: among a million findings the chance of any two sharing an id is below 3 in 100 million."""

FINDING_TYPES = MappingProxyType(
    {
        "statement": Statement,
        "encounter": Encounter,
        "proposal": Proposal,
        "position": Position,
        "commitment": Commitment,
        "event": Event,
        "mention": Mention,
    }
)
"""The `type` of each kind of finding in the findings format."""

ID_LETTERS = MappingProxyType(
    {
        "statement": "s",
        "encounter": "n",
        "proposal": "p",
        "position": "o",
        "commitment": "t",
        "event": "v",
        "mention": "m",
    }
)
"""First letter of an id, by type. None is a hexadecimal digit, so no finding id can pass for a report's."""


def type_name(finding: Finding) -> str:
    """The `type` of a finding in the findings format ("statement")."""
    return type(finding).__name__.lower()


def finding_ids(read_report: ReadReport) -> tuple[str, ...]:
    """The ids of a report's findings, in the order of `read_report.findings`.

    Unique within the report: findings that share every distinguishing word are numbered in the order given.
    """
    seen: Counter[str] = Counter()
    ids = []
    for finding in read_report.findings:
        parts = [SCHEME, read_report.report.id, type_name(finding), *_distinguishing(finding)]
        key = json.dumps(parts, separators=(",", ":"))
        if seen[key]:
            parts.append(seen[key])
        seen[key] += 1
        ids.append(_named(parts, ID_LETTERS[type_name(finding)]))
    return tuple(ids)


def _named(parts: list[object], letter: str) -> str:
    """The id made of `parts`."""
    array = json.dumps(parts, separators=(",", ":"))
    return letter + hashlib.sha256(array.encode("ascii")).hexdigest()[:ID_DIGITS]


def _distinguishing(finding: Finding) -> tuple[object, ...]:
    """What makes this finding of its report and type this one and no other.

    A mention is known by where it first stands, since a better engine finds more places for the same name; a
    statement by what was said and the cue, since a better engine names the source better.
    """
    match finding:
        case Statement(content=content, cue=cue):
            return _offsets(content or finding.evidence), _offsets((cue,) if cue else ())
        case Mention(name=name):
            return _offsets(finding.evidence[:1]), name
        case Encounter(form=form):
            return _offsets(finding.evidence), form
        case Proposal(label=label):
            return _offsets(finding.evidence), label
        case Position(party=party, on=on):
            return _offsets(finding.evidence), party, on
        case Commitment(party=party, act=act):
            return _offsets(finding.evidence), party, act
        case Event(code=code, actor=actor, target=target):
            return _offsets(finding.evidence), code, actor, target
        case _:
            raise TypeError(f"not a kind of finding that has ids: {type(finding).__name__}")


def _offsets(spans: tuple[Span, ...]) -> list[list[int]]:
    """Spans as pairs of offsets."""
    return [[span.start, span.end] for span in spans]
