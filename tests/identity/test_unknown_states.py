"""A country that no list has, taken for a person by what reads names, is a country by what it does."""

from __future__ import annotations

import pytest

from parley.identity.appearing import appearances
from parley.identity.forms import FormKind
from parley.model import Commitment, Finding, Mention, Position, Source, Span, Speech, Stance, Statement

HERE = (Span(0, 5),)


def named(name: str, role: str | None = None, affiliation: str | None = None) -> Mention:
    return Mention(HERE, 0.9, "test", name, "person", role, affiliation)


def said(name: str, role: str | None = None, party: str | None = None) -> Statement:
    return Statement(HERE, 0.9, "test", Speech.INDIRECT, Source(name, HERE[0], role, party), None, HERE)


def kind(name: str, *findings: Finding) -> FormKind:
    [found] = [one for one in appearances([named(name), *findings], "2024-05-01") if one.name == name]
    return found.form.kind


@pytest.mark.parametrize(
    "shown",
    [
        Position(HERE, 0.8, "test", "Valborg", "the truce", Stance.REJECTS),
        Commitment(HERE, 0.8, "test", "Valborg", "open the pass"),
        said("Asta Lind", "Valborg’s foreign minister"),
        said("Valborg's president"),
        said("a spokesman", None, "Valborg"),
        named("Asta Lind", "envoy", "Valborg"),
    ],
)
def test_a_country_by_what_it_does(shown: Finding) -> None:
    assert kind("Valborg", shown) is FormKind.COUNTRY


def test_people_stay_people() -> None:
    rejects = Position(HERE, 0.8, "test", "Lind", "the truce", Stance.REJECTS)
    assert kind("Lind") is FormKind.PERSON
    assert kind("Asta Lind", rejects) is FormKind.PERSON
    [leader] = appearances([named("Putin"), said("a spokesman", None, "Putin")], "2024-05-01")
    assert leader.form.kind is FormKind.PERSON
    [minister] = appearances([named("Lind", "minister"), rejects], "2024-05-01")
    assert minister.form.kind is FormKind.PERSON
    assert kind("Lind", said("Lind’s brother")) is FormKind.PERSON
