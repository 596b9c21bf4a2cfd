"""The frozen types all rooms share. Knows nothing of any other room."""

from parley.model.arrival import Arrival
from parley.model.attribution import Attribution
from parley.model.findings import (
    Commitment,
    Encounter,
    EncounterStatus,
    Event,
    Finding,
    Holder,
    Mention,
    Paraphrase,
    Position,
    Proposal,
    ProposalVersion,
    Source,
    Speech,
    SpunPhrase,
    Stance,
    Statement,
)
from parley.model.reading import ReadReport
from parley.model.report import Furniture, Report, report_id
from parley.model.span import Span, cover, words_at

__all__ = [
    "Arrival",
    "Attribution",
    "Commitment",
    "Encounter",
    "EncounterStatus",
    "Event",
    "Finding",
    "Furniture",
    "Holder",
    "Mention",
    "Paraphrase",
    "Position",
    "Proposal",
    "ProposalVersion",
    "ReadReport",
    "Report",
    "Source",
    "Span",
    "Speech",
    "SpunPhrase",
    "Stance",
    "Statement",
    "cover",
    "report_id",
    "words_at",
]
