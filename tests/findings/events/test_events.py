"""Events from single sentences: who did what to whom, and how sure the words are of it."""

from __future__ import annotations

import pytest

import event_sentences
from documents import document, place
from parley.findings.events import events
from parley.findings.people import build_cast
from parley.language import mirror
from parley.language.times import find_times
from parley.model import Encounter, EncounterStatus, Event, Furniture, Report, Source, Span, Speech, Statement
from parley.vocabulary.events import folded_codes, root_codes, verb_senses

_COUNTRIES = (
    "Chad", "Cyprus", "France", "Ghana", "Greece", "Iran", "Japan", "Kenya",
    "Niger", "Peru", "Spain", "Turkey",
)  # fmt: skip
_ADJECTIVES = ("Chadian", "Kenyan")


def _read(
    name: str,
    *statements: Statement,
    furniture: tuple[Furniture, ...] = (),
    encounters: tuple[Encounter, ...] = (),
) -> tuple[Event, ...]:
    table = getattr(event_sentences, name.upper())
    words = table.split()
    ents = [(word, "GPE") for word in _COUNTRIES if word in words]
    ents += [(word, "NORP") for word in _ADJECTIVES if word in words]
    ents += [("Diffa", "LOC")] if "Diffa" in words else []
    doc = mirror(document(table, ents=ents))
    report = Report(doc.text, published="2024-05-08", furniture=furniture)
    cast = build_cast(doc, report)
    return events(doc, report, cast, find_times(doc, report.published), statements, encounters)


def _text(name: str) -> str:
    return document(getattr(event_sentences, name.upper())).text


def _said(name: str, source: str, words: str, cue: str | None = None) -> Statement:
    """A statement of which a sentence's `words` are the content; its source is named nowhere."""
    content = place(_text(name), words)
    return Statement(
        evidence=(content,),
        confidence=1.0,
        rule="test",
        speech=Speech.INDIRECT,
        source=Source(source, Span(0, 1)),
        cue=place(_text(name), cue) if cue else None,
        content=(content,),
    )


@pytest.mark.parametrize(
    ("name", "code", "actor", "target", "factuality"),
    [
        ("entering", "ASSAULT", "Chad", "Niger", "asserted"),
        ("bombing", "ASSAULT", "Chad", "hospital", "asserted"),
        ("future", "MOBILIZE", "Kenya", "Ghana", "future"),
        ("supposed", "ASSAULT", "Turkey", "Cyprus", "hypothetical"),
        ("denied", "ASSAULT", "Iran", "port", "denied"),
        ("labour", "PROTEST", "Dockworkers", "port", "asserted"),
        ("deal", "SUPPORT", "Chad", "Niger", "asserted"),
        ("demanded", "REQUEST", "Kenya", "Chad", "asserted"),
        ("sanction", "SANCTION", "France", "Chad; Niger", "asserted"),
        ("wish", "REQUEST", "Kenya", "Chad", "asserted"),
        ("noun", "ASSAULT", "Chad", "Niger", "asserted"),
        ("refusal", "REJECT", "Japan", "Peru", "asserted"),
        ("passive", "ASSAULT", "Chad", "town", "asserted"),
        ("relative", "ASSAULT", "Chad", "plant", "asserted"),
        ("truce", "ASSAULT", "Rebels", "Kenya", "asserted"),
    ],
)
def test_one_event(name: str, code: str, actor: str, target: str, factuality: str) -> None:
    [found] = _read(name)
    assert (found.code, found.actor, found.target, found.factuality) == (code, actor, target, factuality)
    assert found.claimed_by is None


@pytest.mark.parametrize("name", ["figurative", "accident", "support"])
def test_no_event(name: str) -> None:
    assert _read(name) == ()


def test_where_and_when() -> None:
    [found] = _read("entering")
    assert (found.place, found.on) == ("Diffa region", "2024-05-05")
    [span] = found.evidence
    assert span.of(_text("entering")) == _text("entering").removesuffix(".")


def test_an_accusation_and_the_deed_in_it() -> None:
    accused, shelled = _read("accused", _said("accused", "Kenya", "Chad of shelling the port", "accused"))
    assert (accused.code, accused.actor, accused.target) == ("ACCUSE", "Kenya", "Chad")
    assert (accused.factuality, accused.claimed_by) == ("asserted", None)
    assert (shelled.code, shelled.actor, shelled.target) == ("ASSAULT", "Chad", "port")
    assert (shelled.factuality, shelled.claimed_by) == ("attributed", "Kenya")


def test_what_maps_show_is_their_claim() -> None:
    [found] = _read("show")
    assert (found.actor, found.target) == ("Chad", "Niger")
    assert (found.factuality, found.claimed_by) == ("attributed", "Maps")


def test_a_statement_says_who_claims_it() -> None:
    [found] = _read("passive", _said("passive", "Paul Okoro", "The town was captured by Chadian forces"))
    assert (found.factuality, found.claimed_by) == ("attributed", "Paul Okoro")


def test_a_denial_stays_a_denial() -> None:
    [found] = _read("denied", _said("denied", "Iran", "shelling the port", "denied"))
    assert (found.factuality, found.claimed_by) == ("denied", "Iran")


def test_what_is_demanded_is_not_done() -> None:
    assert [found.code for found in _read("demanded")] == ["REQUEST"]


def test_furniture_tells_of_nothing() -> None:
    text = _text("entering")
    assert _read("entering", furniture=(Furniture(Span(0, len(text)), "caption"),)) == ()


def _met(status: EncounterStatus, *participants: str) -> Encounter:
    return Encounter((Span(0, 5),), 0.8, "test", "talks", participants, status, on="2024-05-09")


@pytest.mark.parametrize(
    ("status", "factuality"),
    [(EncounterStatus.HELD, "asserted"), (EncounterStatus.SCHEDULED, "future")],
)
def test_whoever_meets_consults(status: EncounterStatus, factuality: str) -> None:
    [found] = _read("support", encounters=(_met(status, "Spain", "Peru", "Chad"),))
    assert (found.code, found.actor, found.target) == ("CONSULT", "Spain", "Peru; Chad")
    assert (found.factuality, found.on) == (factuality, "2024-05-09")


def test_what_was_called_off_is_no_event() -> None:
    assert _read("support", encounters=(_met(EncounterStatus.CANCELLED, "Spain", "Peru"),)) == ()


def test_every_sense_has_a_class_of_plover() -> None:
    assert {sense.code for senses in verb_senses().values() for sense in senses} <= set(root_codes())
    assert folded_codes("YIELD") == {"CONCEDE", "RETREAT"}
    assert folded_codes("AID") == {"AID"}
