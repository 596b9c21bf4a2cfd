from parley.model.identifiers import finding_ids
from parley.record.entries import StoredFinding
from parley.views.explain import explain
from small_report import TEXT, small_report

READ = small_report()


def stored(number: int) -> StoredFinding:
    ids = finding_ids(READ)
    finding = READ.findings[number]
    via = ids[1] if number == 2 else None
    return StoredFinding(ids[number], finding, READ.report, READ.engine, "2025-06-02T10:00:00Z", True, via)


def test_every_part_has_its_place_and_its_words() -> None:
    parts = explain(stored(0)).parts
    assert [(part.name, part.words) for part in parts[:3]] == [
        ("source", "the trade minister, Asta Lind"),
        ("cue", "told"),
        ("content", "We will sign on Friday"),
    ]
    assert len({part.span for part in parts}) == len(parts)
    for part in parts:
        assert TEXT[part.span.start : part.span.end] == part.words


def test_facts_leave_out_what_the_report_does_not_say() -> None:
    facts = dict(explain(stored(0)).facts)
    assert facts == {
        "speech": "direct",
        "speaker": "Asta Lind",
        "role": "trade minister",
        "on behalf of": "Valborg",
        "addressee": "reporters",
        "said on": "2025-06-02",
        "wording": "the report’s own",
    }


def test_the_outer_statement_is_named() -> None:
    outer, inner = explain(stored(1)), explain(stored(2))
    assert dict(inner.facts)["embedded in"] == outer.value["id"]


def test_the_passage_is_the_whole_paragraph() -> None:
    assert explain(stored(3)).passage.of(TEXT) == "The envoy, Paul Okoro, declined to comment."


def test_other_kinds_of_findings_are_explained_too() -> None:
    explained = explain(stored(4))
    assert [part.words for part in explained.parts] == ["Paul Okoro"]
    assert dict(explained.facts)["affiliation"] == "Ferrand"
