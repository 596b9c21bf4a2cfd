"""The gold beside the test reports cites only words that stand in them, in the order it says."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parley.model import EncounterStatus, Holder, Speech, Stance

HERE = Path(__file__).parent
GOLD = sorted(HERE.glob("*.gold.json"))
FORMS = {"call", "meeting", "talks", "summit", "visit", "briefing", "news conference"}
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
STATEMENT = {
    "id", "speaker", "source_words", "cue_words", "words", "end_words", "speech", "said_on",
    "addressee", "venue_or_medium", "via", "on_behalf_of",
}  # fmt: skip


def load(path: Path) -> tuple[str, dict[str, Any]]:
    report = path.with_name(path.name.removesuffix(".gold.json"))
    return report.read_text(encoding="utf-8"), json.loads(path.read_text(encoding="utf-8"))


def is_date(value: str | None) -> bool:
    """Whether `value` is None, a day, month or year, or an interval of two of these, all of them real."""
    if value is None:
        return True
    return all(
        DAY.fullmatch(part) and date.fromisoformat((part + "-01-01")[:10]) for part in value.split("/")
    )


def test_every_report_has_gold_and_there_are_eight() -> None:
    reports = {path.name for path in HERE.glob("*.txt")}
    assert {path.name.removesuffix(".gold.json") for path in GOLD} == reports
    assert len(reports) == 8


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_statements_cite_words_of_the_report(path: Path) -> None:
    text, gold = load(path)
    ids = [statement["id"] for statement in gold["statements"]]
    assert ids == list(range(1, len(ids) + 1))
    for statement in gold["statements"]:
        assert set(statement) - {"speaker_alt"} == STATEMENT
        assert Speech(statement["speech"]) and is_date(statement["said_on"])
        assert text.count(statement["words"]) == 1, statement["words"]
        start = text.index(statement["words"])
        assert statement["end_words"] in text[start : start + 2500], statement["end_words"]
        assert statement["source_words"] in text
        assert all(part in text for part in (statement["cue_words"] or "").split(" ... "))
        assert statement["via"] is None or statement["via"] in set(ids) - {statement["id"]}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_encounters_and_positions_cite_words_of_the_report(path: Path) -> None:
    text, gold = load(path)
    for encounter in gold["encounters"]:
        assert encounter["form"] in FORMS and EncounterStatus(encounter["status"])
        assert encounter["words"] in text, encounter["words"]
        assert encounter["who"] or encounter["when"]
        assert is_date(encounter["when"])
    for position in gold["positions"]:
        assert Stance(position["stance"]) and is_date(position["as_of"])
        assert position["words"] in text, position["words"]
        assert (Holder(position["holder"]) is Holder.ASCRIBED) == bool(position["ascribed_by"])
        assert position["stance"] != "accepts_if" or position["condition"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_speech_agrees_with_the_quotation_marks(path: Path) -> None:
    text, gold = load(path)
    for statement in gold["statements"]:
        start = text.index(statement["words"])
        end = text.index(statement["end_words"], start) + len(statement["end_words"])
        quoted = re.search(r"“|(?<!\w)‘|^\s*—", text[start:end]) or text[:start].endswith(("\n— ", ". — "))
        assert bool(quoted) == (statement["speech"] in {"direct", "mixed"}), statement["words"]
