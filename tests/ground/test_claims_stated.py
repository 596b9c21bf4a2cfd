"""Sentences that state who holds, took, entered or left a place; and those that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.ground.stated import stated_claims
from parley.ground.store import GroundStore
from parley.ground.told import asked, told_claims
from parley.model import Event, Paraphrase, ReadReport, Report, Source, Span, Speech, Statement
from parley.record import open_record


@pytest.mark.parametrize(
    ("words", "actor", "movement", "place"),
    [
        ("Sudanese troops still hold the city of El Obeid.", "Sudanese", "holds", "the city of El Obeid"),
        ("Rwanda's army controls most of the North Kivu region.", "Rwanda", "holds", "the North Kivu region"),
        ("Azerbaijan has controlled Shusha since November.", "Azerbaijan", "holds", "Shusha"),
        ("Turkish forces crossed the border into the Idlib area.", "Turkish", "entered", "the Idlib area"),
        ("Israeli tanks have advanced deeper into Khan Younis.", "Israeli", "entered", "Khan Younis"),
        ("Armenian units pulled out of the town of Lachin.", "Armenian", "left", "the town of Lachin"),
        ("M23 rebels seized control of Goma.", "M23", "holds", "Goma"),
        ("The town of Sake was retaken by Rwandan forces.", "Rwandan", "holds", "The town of Sake"),
        ("Most of the Beni area is again controlled by Ugandan troops.", "Ugandan", "holds", "the Beni area"),
        ("They had driven Rwandan troops out of Sake.", "Rwandan", "left", "Sake"),
        ("Sudan, whose soldiers hold the city of Humera, objects.", "Sudan", "holds", "the city of Humera"),
        ("Thai soldiers stormed into Poipet.", "Thai", "entered", "Poipet"),
        ("The Kenyan army claimed control over Kismayo.", "The Kenyan", "holds", "Kismayo"),
        ("El Fasher remains under Sudanese control.", "Sudanese", "holds", "El Fasher"),
        ("Morocco occupies about two thirds of Western Sahara.", "Morocco", "holds", "Western Sahara"),
        ("Russia, which holds the port of Mariupol, disagrees.", "Russia", "holds", "the port of Mariupol"),
        ("Houthi fighters captured Haradh in the Hajjah region.", "Houthi", "holds", "Haradh, Hajjah region"),
        ("Ethiopia's 24th Mechanised Infantry Division captured Humera.", "Ethiopia", "holds", "Humera"),
        ("Turkish soldiers made an incursion into the Idlib area.", "Turkish", "entered", "the Idlib area"),
        ("Rwandan troops are already in the Kivu region.", "Rwandan", "entered", "the Kivu region"),
        ("Sudanese units were now fighting inside El Fasher.", "Sudanese", "entered", "El Fasher"),
        ("Armenian soldiers remain in the town of Lachin.", "Armenian", "holds", "the town of Lachin"),
        ("The capture of Goma by Rwandan forces was confirmed.", "Rwandan", "holds", "Goma"),
        ("Azerbaijan announced the capture of Shusha.", "Azerbaijan", "holds", "Shusha"),
        ("Sake fell to Rwandan forces last week.", "Rwandan", "holds", "Sake"),
        ("The town of Sake came under Rwandan control.", "Rwandan", "holds", "The town of Sake"),
        ("After the withdrawal of Ethiopian troops from Humera, calm came.", "Ethiopian", "left", "Humera"),
    ],
)  # fmt: skip
def test_what_is_said_in_so_many_words(words: str, actor: str, movement: str, place: str) -> None:
    (found,) = stated_claims(words)
    assert (found.actor, found.movement.value, found.place, found.denied) == (actor, movement, place, False)
    assert place.partition(",")[0] in words[found.start : found.end]


@pytest.mark.parametrize(
    "words",
    [
        "Iran holds talks in Geneva on Monday.",
        "Sudan holds Geneva talks in contempt.",
        "Turkish forces may enter Idlib within days.",
        "Turkish forces have not entered Idlib.",
        "If Rwanda's army controls Goma, the talks are over.",
        "Would Israel hold Rafah?",
        "There is no evidence that Israeli troops entered Rafah.",
        "The minister left Paris for Vienna.",
        "Turkey-backed fighters entered Afrin.",
        "Pro-Russian separatists control Luhansk.",
        "Norway took Sweden's offer seriously.",
        "Canada controls exports of grain.",
        "Sudanese troops want to hold El Obeid.",
        "Boeing took Monday off.",
        "Areas to the northwest of Aleppo are held by Syrian opposition groups.",
        "Villages near Goma were captured by Rwandan traders.",
        "The army has left Goma.",
        "Its troops entered Lachin.",
        "Kinshasa demanded the withdrawal of Rwandan forces from Goma.",
        "Rwandan diplomats are already in Geneva.",
        "The capture of carbon by Norwegian firms grew.",
        "Prices fell to Turkish levels.",
    ],
)
def test_what_only_looks_like_it(words: str) -> None:
    assert [one for one in stated_claims(words) if one.place != "Monday"] == []


def test_a_denial_is_one() -> None:
    (found,) = stated_claims("The ministry denied that Armenian soldiers had left Lachin.")
    assert found.denied


def keep(path: Path, words: str, *findings: Event | Statement) -> Path:
    with open_record(path) as record:
        record.add(ReadReport(Report(words, published="2025-06-05"), "test 1", findings, Paraphrase(0.0)))
    return path


def test_a_claim_without_a_finding_is_asked_with_who_says_so(tmp_path: Path, sample: GroundStore) -> None:
    words = "Solane troops still hold the town of Merrow, a guard said."
    end = words.index(", a guard")
    said = Statement(
        (Span(0, len(words)),), 0.9, "test", Speech.INDIRECT, Source("a guard", Span(end + 2, end + 9)),
        Span(end + 10, end + 14), (Span(0, end),),
    )  # fmt: skip
    with open_record(keep(tmp_path / "record.db", words, said)) as record:
        (told,) = told_claims(record)
    assert (told.claimed_by, told.factuality, told.movement, told.loose) == (
        "a guard",
        "attributed",
        "holds",
        True,
    )
    claim = asked(sample, told)
    assert (claim.actor, claim.place.name, claim.as_of) == ("Solane", "Merrow", "2025-06-05")


def test_a_report_without_findings_is_read_too(tmp_path: Path) -> None:
    with open_record(keep(tmp_path / "record.db", "Solane forces control Merrow.")) as record:
        (told,) = told_claims(record)
    assert (told.claimed_by, told.finding, told.place) == ("the report", "", "Merrow")


def test_an_event_and_its_words_are_one_claim(tmp_path: Path, sample: GroundStore) -> None:
    words = "Solane forces have taken full control of the town of Merrow."
    event = Event(
        (Span(0, len(words)),), 0.9, "event.ASSAULT.seizing", "ASSAULT", "Solane", None,
        "full control of Merrow", None, "asserted",
    )  # fmt: skip
    with open_record(keep(tmp_path / "record.db", words, event)) as record:
        (told,) = told_claims(record)
    assert (told.named, told.loose) == ("the town of Merrow", False)
    assert asked(sample, told).place.name == "Merrow"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Solane forces captured Merrow in late March.", "2025-03-31"),
        ("Solane forces captured Merrow in November.", "2024-11-30"),
        ("Solane forces captured Merrow in 2022.", "2022-12-31"),
        ("Solane has controlled Merrow since 2022.", "2025-06-05"),
        ("Solane forces captured Merrow in early June.", "2025-06-05"),
    ],
)
def test_a_claim_is_asked_of_the_time_it_speaks_of(tmp_path: Path, words: str, day: str) -> None:
    with open_record(keep(tmp_path / "record.db", words)) as record:
        (told,) = told_claims(record)
    assert told.day == day
