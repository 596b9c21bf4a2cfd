"""For which country somebody speaks whose office a report names without it."""

from __future__ import annotations

import pytest

import parley
from parley.model import Statement


def _sides(text: str) -> dict[str, str | None]:
    read = parley.read(text, published="2024-05-06")
    told = [one.source for one in read.findings if isinstance(one, Statement)]
    return {source.name: source.on_behalf_of for source in told if source is not None}


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        (
            "Chad's prime minister met rebel leaders on Monday, and Chad withdrew its troops. "
            "Prime Minister Ahmat Saleh said the truce would hold.",
            "Ahmat Saleh",
            "Chad",
        ),
        (
            "Zambia asked its creditors for time. Zambian bonds fell, and Zambia has paid nothing since May. "
            "Finance Minister Joseph Mwale said the banks would be paid.",
            "Joseph Mwale",
            "Zambia",
        ),
        (
            "The U.S. and Norway meet over cod. Norway wants more, and Norway says so; U.S. boats wait. "
            "Trade Minister Ida Lund said the quota was unfair to U.S. boats and others.",
            "Ida Lund",
            "Norway",
        ),
        (
            "Norway's ambassador to the United Nations spoke on Monday about Norway and its fish. "
            "U.N. Ambassador Per Dahl said the pact was dead.",
            "Per Dahl",
            "Norway",
        ),
        (
            "Norwegian Prime Minister Ida Lund and Foreign Minister Per Dahl met. Peru, Peru and Peru wait. "
            "Dahl said the talks had failed.",
            "Per Dahl",
            "Norway",
        ),
        (
            "The delegation includes HDC head Karl Hijab and chief negotiator Asad Zoum. Zoum said no.",
            "Asad Zoum",
            "HDC",
        ),
        (
            "Tom Holm, the president of the rebels' political wing, Hill Front, said the talks had failed.",
            "Tom Holm",
            "Hill Front",
        ),
        (
            "Paul Roe's DUP wants more talks. Mr Roe said the plan was dead.",
            "Paul Roe",
            "DUP",
        ),
        (
            "Japan will file a complaint, and Japan waits. Japan is firm. "
            "The Ministry of International Trade and Industry said the talks had failed.",
            "the Ministry of International Trade and Industry",
            "Japan",
        ),
        (
            "Steven Roe, Peruvian trade envoy Robert Lima and Norwegian minister Ida Lund met. Roe said no.",
            "Steven Roe",
            None,
        ),
        (
            "The Obama administration said the plan was dead.",
            "the Obama administration",
            "United States",
        ),
        (
            "Oman's rulers met, and Oman waits; Oman is firm. King Tarik said the truce would hold.",
            "Tarik",
            "Oman",
        ),
        (
            "The head of the European commission in Chad, Tim Roe, said the talks had failed.",
            "Tim Roe",
            "European Union",
        ),
        (
            "Karl Holm, a spokesman for the Chadian opposition's High Dialogue Council, said no.",
            "Karl Holm",
            "High Dialogue Council",
        ),
    ],
)
def test_who_holds_an_office_of_state_speaks_for_the_state(text: str, name: str, party: str | None) -> None:
    assert _sides(text)[name] == party


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Chad and Niger met in Chad. Niger and Chad want peace. President Ada Roe said it was near.",
            "Ada Roe",
        ),
        (
            "Norway pays its dockers well, and Norway's ports are shut. Norway is worried. "
            "Union president Kari Berg said the strike would go on.",
            "Kari Berg",
        ),
        (
            "Norway pays its dockers well, and Norway's ports are shut. Norway is worried. "
            "President Kari Berg of the dockers' union said the strike would go on.",
            "Kari Berg",
        ),
    ],
)
def test_an_office_that_need_not_be_the_states_tells_no_country(text: str, name: str) -> None:
    assert _sides(text)[name] not in {"Norway", "Chad", "Niger"}
