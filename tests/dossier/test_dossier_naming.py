"""What a dossier lends to reading: names, roles and parties; never a span."""

from parley.dossier import Dossier, Issue, Party, Person, Proposal, Site, dossier_of
from parley.dossier.naming import digest, with_names
from parley.model import (
    Encounter,
    EncounterStatus,
    Mention,
    Paraphrase,
    Position,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    Stance,
    Statement,
)
from parley.model import Proposal as ProposalFinding

TEXT = "Brenn accepts the pause, Ilia Brandt told Solanese envoys in Tamsin."
DOSSIER = Dossier(
    "ilmar",
    parties=(Party("Kardeva", ("Brenn", "the Kardevan government")), Party("Solane", ("Aurel",))),
    people=(Person("Ilya Brandt", ("Ilia Brandt",), "foreign minister", "Brenn"),),
    issues=(Issue("filling of the reservoir", ("sluice gates",)),),
    proposals=(Proposal("the 60-day pause", ("the pause",)),),
    sites=(Site("Tamsin dam", ("Tamsin",)),),
)
HERE = {"evidence": (Span(0, 5),), "confidence": 0.9, "rule": "test"}


def source(name: str, **known: str) -> Statement:
    return Statement(
        **HERE,
        speech=Speech.INDIRECT,
        source=Source(name, Span(25, 36), **known),
        cue=None,
        content=(Span(0, 23),),
    )


def named(*findings: object) -> tuple[object, ...]:
    read = ReadReport(Report(TEXT), "parley test", findings, Paraphrase(0.0))  # type: ignore[arg-type]
    return with_names(read, DOSSIER).findings


def test_a_speaker_is_who_the_dossier_says() -> None:
    plain, told, party, other = named(
        source("Ilia Brandt"),
        source("ilya brandt", role="minister", on_behalf_of="Aurel"),
        source("Brenn"),
        source("Jo Lind"),
    )
    assert plain.source == Source("Ilya Brandt", Span(25, 36), "foreign minister", "Kardeva")  # type: ignore[attr-defined]
    assert told.source == Source("Ilya Brandt", Span(25, 36), "minister", "Solane")  # type: ignore[attr-defined]
    assert party.source.name == "Kardeva"  # type: ignore[attr-defined]
    assert other == source("Jo Lind")


def test_names_in_all_findings() -> None:
    encounter = Encounter(
        **HERE,
        form="talks",
        participants=("Brenn", "Kardeva", "Aurel"),
        status=EncounterStatus.HELD,
        place="Tamsin",
    )
    position = Position(**HERE, party="The Kardevan Government", on="the pause", stance=Stance.ACCEPTS)
    gates = Position(**HERE, party="Aurel", on="closing the sluice gates", stance=Stance.REJECTS)
    tabled = ProposalFinding(**HERE, label="pause", proposed_by="Aurel")
    mention = Mention(**HERE, name="Ilia Brandt", kind="person")
    met, taken, shut, pause, person = named(encounter, position, gates, tabled, mention)
    assert (met.participants, met.place) == (("Kardeva", "Solane"), "Tamsin dam")  # type: ignore[attr-defined]
    assert (taken.party, taken.on, taken.issue) == ("Kardeva", "the 60-day pause", None)  # type: ignore[attr-defined]
    assert (shut.party, shut.issue) == ("Solane", "filling of the reservoir")  # type: ignore[attr-defined]
    assert (pause.label, pause.proposed_by) == ("the 60-day pause", "Solane")  # type: ignore[attr-defined]
    assert person == Mention(
        **HERE, name="Ilya Brandt", kind="person", role="foreign minister", affiliation="Kardeva"
    )


def test_the_engine_says_which_dossier_was_in_use() -> None:
    read = ReadReport(Report(TEXT), "parley test", (), Paraphrase(0.0))
    assert with_names(read, DOSSIER).engine == f"parley test; dossier ilmar {digest(DOSSIER)}"
    more = dossier_of('name = "ilmar"\n[[feeds]]\nurl = "https://a.example"')
    assert digest(more) == digest(Dossier("ilmar"))
    assert digest(DOSSIER) != digest(Dossier("ilmar"))


def test_an_empty_dossier_changes_no_finding() -> None:
    read = ReadReport(Report(TEXT), "parley test", (source("Brenn"),), Paraphrase(0.0))
    assert with_names(read, Dossier("x")).findings == read.findings
