"""Days that are part of a name, or of something else, date nothing. Monday 2 June 2025 is publication."""

from __future__ import annotations

import pytest

from documents import document
from marked import PUBLISHED, dates, marked
from parley.findings.dating import date_statements
from parley.language.times import find_times

NAMED = [
    ("{s1 The pilot} {q1 told} the Sunday Times {c1 that she would sail}.", None),
    ("{s1 The pilot} {q1 told} the Friday Herald {c1 that she would sail}.", None),
    ("{s1 The priest} {q1 said} in his Good Friday address {c1 that ports must open}.", None),
    ("{s1 The pilot} {q1 said} on Sunday {c1 that she would sail}.", "2025-06-01"),
    ("{s1 The mayor} {q1 said} at the 2019 Port Expo {c1 that quotas would rise}.", None),
    ("{s1 The mayor} {q1 said} under the 1960 River Treaty {c1 that quotas would rise}.", None),
    ("{s1 The mayor} {q1 said} in 2019 {c1 that quotas would rise}.", "2019"),
]


@pytest.mark.parametrize(("text", "date"), NAMED)
def test_a_day_or_year_within_a_name_dates_nothing(text: str, date: str | None) -> None:
    assert dates(text) == [date]


def test_what_was_said_at_the_opening_was_not_said_before_it_is_told() -> None:
    text = (
        "{s1 The chairman} {q1 said} {c1 progress was slight}.\n\n"
        "The conference opened last Monday. At the beginning of the conference, "
        "{s2 the chairman} {q2 said} {c2 the pact was near}."
    )
    assert dates(text, {1: "Per Dahl", 2: "Per Dahl"})[0] is None


PLANNED = """
Lima Lima PROPN NNP 2 nsubj
said say VERB VBD 0 root
Sunday Sunday PROPN NNP 2 obl:tmod
ports port NOUN NNS 5 nsubj
closed close VERB VBD 2 ccomp
. . PUNCT . 2 punct
¶
Duties duty NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
set set VERB VBN 0 root
to to PART TO 5 mark
start start VERB VB 3 xcomp
Monday Monday PROPN NNP 5 obl:tmod
. . PUNCT . 3 punct

Lima Lima PROPN NNP 2 nsubj
said say VERB VBD 0 root
crews crew NOUN NNS 4 nsubj
rested rest VERB VBD 2 ccomp
. . PUNCT . 2 punct
"""


def dated(table: str) -> list[str | None]:
    told = [("Lima", "said", ["ports closed"]), ("Lima", "said", ["crews rested"])]
    doc = document(table, attributions=told)
    _, statements = marked(
        doc.text.replace(
            "Lima said Sunday ports closed", "{s1 Lima} {q1 said} Sunday {c1 ports closed}"
        ).replace("Lima said crews rested", "{s2 Lima} {q2 said} {c2 crews rested}")
    )
    found = date_statements(doc, statements, find_times(doc, PUBLISHED), PUBLISHED)
    return [dating.value if dating is not None else None for dating in found]


def test_a_day_on_which_something_is_to_begin_does_not_move_the_story_on() -> None:
    assert dated(PLANNED) == ["2025-06-01", "2025-06-01"]
    happened = PLANNED.replace("set set VERB VBN 0 root", "set set VERB VBN 0 root").replace(
        "to to PART TO 5 mark\nstart start VERB VB 3 xcomp", "by by ADP IN 5 case\nboats boat NOUN NNS 3 obl"
    )
    assert dated(happened) == ["2025-06-01", None]
