"""The bundled sample reports are whole: front matter, length, and what the demo is meant to show."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest

FIELDS = {"title", "outlet", "byline", "published", "url"}
SAMPLES = {
    entry.name: entry.read_text(encoding="utf-8")
    for entry in files("parley.samples").iterdir()
    if entry.name.endswith(".md")
}
SPUN = "2025-06-05-river-talks-held-spun-copy.md"
ORIGINAL = "2025-06-04-river-talks-held.md"


def parts(text: str) -> tuple[dict[str, str], str]:
    """The front-matter fields and the body of a sample."""
    match = re.match(r"---\n(.*?)\n---\n\n", text, re.S)
    assert match
    fields = dict(line.split(": ", 1) for line in match.group(1).splitlines())
    return fields, text[match.end() :]


def test_there_are_six_samples() -> None:
    assert len(SAMPLES) == 6


@pytest.mark.parametrize("name", SAMPLES)
def test_front_matter_is_complete_and_dated_as_the_file_name_says(name: str) -> None:
    fields, body = parts(SAMPLES[name])
    assert FIELDS - {"byline"} <= set(fields) <= FIELDS
    assert date.fromisoformat(fields["published"]).isoformat() == name[:10]
    assert ".example." in fields["url"]
    assert 350 <= len(body.split()) <= 600


@pytest.mark.parametrize("name", SAMPLES)
def test_quotation_marks_are_paired(name: str) -> None:
    _, body = parts(SAMPLES[name])
    assert body.count("“") == body.count("”")


@pytest.mark.parametrize("name", [name for name in SAMPLES if "karabakh" in name or "grain" in name])
def test_reports_of_real_events_quote_nobody(name: str) -> None:
    _, body = parts(SAMPLES[name])
    assert not re.search(r"[“”\"]", body)


def test_the_spun_copy_keeps_the_paragraphs_and_changes_the_words() -> None:
    original, spun = parts(SAMPLES[ORIGINAL])[1], parts(SAMPLES[SPUN])[1]
    assert original.count("\n\n") == spun.count("\n\n")
    kept = sum(a == b for a, b in zip(original.split("\n\n"), spun.split("\n\n"), strict=True))
    assert kept <= 1
    assert {"mentioned", "instructed"} <= set(spun.replace(",", " ").split()) - set(original.split())
