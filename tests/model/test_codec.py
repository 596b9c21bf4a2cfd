import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import (
    Furniture,
    Mention,
    Paraphrase,
    Position,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    SpunPhrase,
    Stance,
    Statement,
)
from parley.model.codec import NotInFormat, decode, encode, from_object, to_object
from random_reports import PROPERTY, READ_REPORTS

TEXT = "Advertisement\nThe dockers “will not wait,” Marta Reyes said, adding that the port had told her so."


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def example() -> ReadReport:
    reyes = Source("Marta Reyes", span_of("Marta Reyes"), "union leader", "the dockers' union")
    port = Source("the port", span_of("the port"))
    outer = Statement(
        evidence=(span_of("The dockers “will not wait,” Marta Reyes said"),),
        confidence=0.9,
        rule="attribution head",
        speech=Speech.MIXED,
        source=reyes,
        cue=span_of("said"),
        content=(span_of("The dockers “will not wait"),),
        about=("The dockers",),
        said_on="2024-09-30",
    )
    inner = Statement(
        evidence=(span_of("the port had told her so"),),
        confidence=1,
        rule="embedded",
        speech=Speech.INDIRECT,
        source=port,
        cue=span_of("told"),
        content=(span_of("so"),),
        via=0,
        verbatim=False,
    )
    stance = Position(
        (span_of("will not wait"),), 0.5, "negated future", "the dockers' union", "delay", Stance.REJECTS
    )
    who = Mention((span_of("Marta Reyes"),), 0.8, "names", "Marta Reyes", "person")
    report = Report(
        text=TEXT,
        title="Dockers press on",
        outlet="Harbour News",
        published="2024-10-01",
        published_from="given",
        origin="dockers.txt",
        furniture=(Furniture(span_of("Advertisement"), "advert"),),
    )
    spun = Paraphrase(0.25, (SpunPhrase(span_of("will not wait"), "won't wait"),))
    return ReadReport(report, "parley 0.1.0; model 1a2b3c4d", (outer, inner, stance, who), spun)


def test_report_object_has_the_keys_of_the_format() -> None:
    head = encode(example())[0]
    assert head == {
        "type": "report",
        "id": example().report.id,
        "title": "Dockers press on",
        "outlet": "Harbour News",
        "byline": None,
        "url": None,
        "published": "2024-10-01",
        "published_from": "given",
        "retrieved": None,
        "origin": "dockers.txt",
        "language": "en",
        "family": None,
        "paraphrase": {
            "score": 0.25,
            "phrases": [{"start": 27, "end": 40, "text": "will not wait", "likely": "won't wait"}],
        },
        "engine": "parley 0.1.0; model 1a2b3c4d",
        "furniture": [{"start": 0, "end": 13, "text": "Advertisement", "kind": "advert"}],
    }


def test_statement_object_has_the_keys_of_the_format_in_order() -> None:
    _, outer, inner, *_ = encode(example())
    assert list(outer) == [
        *("type", "id", "report", "speech", "source", "cue", "content", "addressee", "venue", "medium"),
        *("said_on", "via", "about", "verbatim", "evidence", "engine", "confidence", "rule", "checked"),
    ]
    assert outer["source"] == {
        "name": "Marta Reyes",
        "mention": {"start": 43, "end": 54, "text": "Marta Reyes"},
        "role": "union leader",
        "on_behalf_of": "the dockers' union",
    }
    assert outer["cue"] == {"start": 55, "end": 59, "text": "said"}
    assert outer["via"] is None
    assert inner["via"] == outer["id"]
    assert (inner["report"], inner["engine"]) == (example().report.id, example().engine)


def test_objects_are_json() -> None:
    assert json.loads(json.dumps(encode(example()))) == encode(example())


@PROPERTY
@given(READ_REPORTS)
def test_round_trip(read: ReadReport) -> None:
    objects = json.loads(json.dumps(encode(read)))
    assert decode(objects, read.report.text) == read


@PROPERTY
@given(READ_REPORTS)
def test_every_span_of_the_format_has_the_words_of_the_text(read: ReadReport) -> None:
    def check(value: object) -> int:
        if isinstance(value, list):
            return sum(map(check, value))
        if not isinstance(value, dict):
            return 0
        if "start" in value:
            assert value["text"] == read.report.text[value["start"] : value["end"]]
        return ("start" in value) + sum(map(check, value.values()))

    assert check(encode(read)) >= sum(len(finding.evidence) for finding in read.findings)


@PROPERTY
@given(READ_REPORTS)
def test_offsets_alone_suffice_to_restore_a_finding(read: ReadReport) -> None:
    for finding in read.findings:
        stored = json.dumps(to_object(finding))
        assert '"text"' not in stored
        assert from_object(type(finding), json.loads(stored)) == finding


def test_unknown_keys_are_passed_over() -> None:
    objects = [{**item, "later": {"start": "?"}} for item in encode(example())]
    assert decode(objects, TEXT) == example()


def test_missing_keys_with_a_default_take_it() -> None:
    objects = encode(example())
    for name in ("addressee", "verbatim", "via"):
        del objects[1][name]
    assert decode(objects, TEXT) == example()


@pytest.mark.parametrize("via", [-1, 2])
def test_a_via_that_points_nowhere_is_not_encoded(via: int) -> None:
    read = example()
    astray = replace(read.statements[1], via=via)
    with pytest.raises(ValueError, match=f"embedded in statement {via} of 2"):
        encode(replace(read, findings=(read.findings[0], astray)))


BROKEN = [
    (0, {"type": "statement"}, "first object"),
    (0, {"id": "0123456789abcdef"}, "findings of report 0123456789abcdef"),
    (0, {"engine": None}, "needs 'engine'"),
    (0, {"paraphrase": None}, "needs 'paraphrase'"),
    (0, {"language": 7}, "report.language must be str, not 7"),
    (1, {"type": "rumour"}, "No finding is of type 'rumour'"),
    (1, {"type": ["statement"]}, "No finding is of type"),
    (1, {"speech": "shouted"}, "must be one of direct, indirect, mixed, withheld"),
    (1, {"content": "so"}, "statement.content must be a list"),
    (1, {"cue": {"start": 3}}, "A span needs 'end'"),
    (1, {"cue": "said"}, "statement.cue must be an object"),
    (1, {"cue": {"start": 4, "end": 4, "text": ""}}, "0 <= start < end"),
    (1, {"cue": {"start": 4, "end": 6, "text": "no"}}, "other words"),
    (1, {"cue": {"start": 4, "end": 6000}}, "ends before"),
    (1, {"confidence": True}, "statement.confidence must be float"),
    (2, {"via": "s0000000000000000"}, "which is not there"),
]


@pytest.mark.parametrize(("place", "change", "message"), BROKEN)
def test_what_is_not_of_the_format_is_refused(place: int, change: dict[str, object], message: str) -> None:
    objects = encode(example())
    objects[place] = {**objects[place], **change}
    with pytest.raises(NotInFormat, match=message.replace("[", r"\[")):
        decode(objects, TEXT)


def test_a_missing_field_is_named() -> None:
    objects = encode(example())
    del objects[1]["speech"]
    with pytest.raises(NotInFormat, match="A statement needs 'speech'"):
        decode(objects, TEXT)


def test_no_objects_at_all_are_refused() -> None:
    with pytest.raises(NotInFormat, match="first object"):
        decode([], TEXT)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["start", "end", "text"]), inner)
    ),
    max_leaves=4,
)


@PROPERTY
@given(st.data())
def test_a_mangled_object_is_read_or_refused_but_nothing_else(data: st.DataObject) -> None:
    objects = encode(example())
    place = data.draw(st.integers(0, len(objects) - 1))
    key = data.draw(st.sampled_from(sorted(objects[place])))
    objects[place] = {**objects[place], key: data.draw(JSON_VALUES)}
    try:
        decode(objects, TEXT)
    except NotInFormat as refusal:
        assert str(refusal).endswith(".")
