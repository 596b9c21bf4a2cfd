"""The API: what its document says is what it does, whatever is asked."""

from __future__ import annotations

import string
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from parley.desk.openapi import document
from parley.desk.screens import VIEWS
from parley.desk.store import Store
from parley.desk.view import Kind, View

DOCUMENT = document(VIEWS)
PLAUSIBLE = st.sampled_from(
    [
        "Kardeva",
        "Solane",
        "2025",
        "2025-06",
        "2025-06-03",
        "2025-02-30",
        "../2025",
        "2025/..",
        "1",
        "0",
        "-1",
        "3.5",
    ]
)
ODD = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=string.punctuation + "“”\0\n\r\u202e\ud7ff %", max_size=40),
    st.sampled_from(
        [
            '"',
            '""',
            "*",
            "(",
            "NEAR(",
            "a OR b",
            "a AND",
            "^a",
            "-",
            "{}",
            "%",
            "%00",
            "'; DROP TABLE reports",
        ]
    ),
    st.just("9" * 400),
    st.just("x" * 501),
)


def test_the_document_is_served_and_names_every_view(client: TestClient) -> None:
    served = client.get("/openapi.json").json()
    assert served == DOCUMENT
    assert served["openapi"].startswith("3.1")
    for view in VIEWS:
        assert {view.path + ".json", view.path + ".csv"} <= set(served["paths"])
    operations = [one["get"]["operationId"] for one in served["paths"].values()]
    assert len(operations) == len(set(operations))


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether a value is of a schema, as far as the document uses them."""
    if "$ref" in schema:
        return fits(value, DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]])
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    named = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "array": list,
        "object": dict,
    }
    if value is None:
        return "null" in kinds
    if not any(kind != "null" and isinstance(value, named[kind]) for kind in kinds):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if isinstance(value, list) and "items" in schema:
        return all(fits(one, schema["items"]) for one in value)
    if isinstance(value, dict) and "properties" in schema:
        known = set(schema.get("required", ())) <= set(value)
        return known and all(fits(value[name], one) for name, one in schema["properties"].items())
    return True


def ids(store: Store) -> dict[str, str]:
    """A report and a finding of the sample."""
    report = store.record.reports()[1].id
    return {"report": report, "finding": store.record.findings(report, "position")[0].id}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_answer_is_of_its_schema(view: View, client: TestClient, store: Store) -> None:
    path = view.path.format(**ids(store))
    reports = [entry.id for entry in store.record.reports()]
    query = {"left": reports[0], "right": reports[1], "name": "Kardeva", "party": "Kardeva", "topic": "x"}
    named = {one.name for one in view.parameters}
    answer = client.get(path + ".json", params={key: value for key, value in query.items() if key in named})
    schema = DOCUMENT["paths"][view.path + ".json"]["get"]["responses"]["200"]["content"]["application/json"]
    assert answer.status_code == 200
    assert fits(answer.json(), schema["schema"])


def test_the_check_of_schemas_can_fail() -> None:
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": ["string", "null"]}}}
    assert fits({"a": None}, schema) and fits({"a": "x"}, schema)
    assert not fits({"a": 1}, schema) and not fits({}, schema) and not fits([], schema)


@st.composite
def questions(draw: st.DrawFn) -> tuple[View, dict[str, str], str]:
    """A view, values for its parameters, and the ending of its address."""
    view = draw(st.sampled_from(VIEWS))
    values = {}
    for parameter in view.parameters:
        plausible = st.sampled_from(parameter.choices) if parameter.choices else PLAUSIBLE
        if parameter.kind is Kind.NUMBER:
            plausible = st.integers(-2, 10**12).map(str)
        if draw(st.booleans()):
            values[parameter.name] = draw(st.one_of(plausible, ODD))
    return view, values, draw(st.sampled_from(["", ".json", ".csv"]))


@settings(
    max_examples=250,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(asked=questions(), whole=st.booleans())
def test_no_question_makes_the_desk_fail(
    asked: tuple[View, dict[str, str], str], whole: bool, client: TestClient, store: Store
) -> None:
    view, values, ending = asked
    inside = {
        one.name: ids(store)[one.name] if whole else values.get(one.name, "x")
        for one in view.parameters
        if one.in_path
    }
    path = view.path
    for name, value in inside.items():
        encoded = "".join(f"%{octet:02x}" for octet in value.encode("utf-8", "replace")) or "x"
        path = path.replace("{" + name + "}", encoded)
    response = client.get(
        path + ending, params={key: value for key, value in values.items() if key not in inside}
    )
    assert response.status_code in (200, 400, 404), response.text
    if response.status_code != 200 and ending:
        assert set(response.json()["error"]) == {"status", "message"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.text(alphabet=string.printable + "é\u202e", max_size=60),
    method=st.sampled_from(["GET", "POST", "PUT", "HEAD", "DELETE"]),
)
def test_no_address_makes_the_desk_fail(path: str, method: str, client: TestClient) -> None:
    encoded = "".join(f"%{octet:02x}" for octet in path.encode())
    assert client.request(method, "/" + encoded).status_code < 500
