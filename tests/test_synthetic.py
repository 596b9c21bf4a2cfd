"""Made-up reports hold what they promise, and their families are found."""

from collections import defaultdict
from pathlib import Path

from bench.synthetic import SPUN, STORY, synthetic_report, synthetic_reports

from parley.model import Speech, Statement
from parley.record import open_record


def test_a_report_depends_on_its_number_and_the_seed_alone() -> None:
    made = list(synthetic_reports(60, seed=3))
    assert [one.read.report.id for one in made][40] == synthetic_report(40, seed=3).read.report.id
    assert made[40].read.report.id != synthetic_report(40, seed=4).read.report.id


def test_findings_cite_the_words_they_are_about() -> None:
    for made in synthetic_reports(80):
        text = made.read.report.text
        assert made.read.statements
        for statement in made.read.statements:
            assert isinstance(statement, Statement)
            assert statement.cue is not None
            assert statement.cue.of(text) in ("said", "denied")
            assert statement.source is not None
            assert statement.source.mention.of(text) == statement.source.name
            [content] = statement.content
            if statement.speech is Speech.INDIRECT:
                assert text[content.end] == "."
                continue
            assert text[content.start - 1] == "“"
            assert text[content.end : content.end + 2] == ",”"
            assert statement.verbatim == (made.kind != SPUN)


def test_families_are_found_as_they_were_made(tmp_path: Path) -> None:
    made = list(synthetic_reports(160))
    kinds = {one.kind for one in made}
    assert len(kinds) == 6
    stories: dict[str, set[int]] = defaultdict(set)
    families: dict[int, set[str]] = defaultdict(set)
    with open_record(tmp_path / "record.db") as record:
        for one in made:
            record.add(one.read)
        of = record.family_ids()
    for one in made:
        family = of[one.read.report.id][0]
        stories[family].add(one.story)
        families[one.story].add(family)
    assert all(len(told) == 1 for told in stories.values())
    assert all(len(found) == 1 for found in families.values())
    assert len(families) == sum(one.kind == STORY for one in made)
