"""Promises and threats without a word of promising, their terms, and what only looks like them."""

from __future__ import annotations

import pytest

import parley
from parley.model import Commitment


def _found(text: str) -> list[Commitment]:
    read = parley.read(text.replace(" | ", "\n\n"), published="2025-06-10")
    return [one for one in read.findings if isinstance(one, Commitment)]


@pytest.mark.parametrize(
    ("text", "party", "act", "conditions", "awaits", "status"),
    [
        (
            "The union said it would cripple the ports if the owners brought in outside crews.",
            "union",
            "cripple the ports",
            ("if the owners brought in outside crews",),
            ("owners",),
            "offered",
        ),
        (
            "Peru’s foreign minister said Lima would boycott the summit unless Norway apologised.",
            "Peru",
            "boycott the summit",
            ("unless Norway apologised",),
            ("Norway",),
            "offered",
        ),
        (
            "“We will bomb every bridge if they cross the river,” rebel commander Ali Deby said.",
            "rebels",
            "bomb every bridge",
            ("if they cross the river",),
            (),
            "offered",
        ),
        (
            "Norway can bring back the fees if Peru cheats, Foreign Minister Ida Lund of Norway warned.",
            "Norway",
            "bring back the fees",
            ("if Peru cheats",),
            ("Peru",),
            "offered",
        ),
        (
            "Norway’s trade minister Ida Lund said Oslo was ready to take steps if Peru kept its duties.",
            "Norway",
            "take steps",
            ("if Peru kept its duties",),
            ("Peru",),
            "offered",
        ),
        (
            "Prime Minister Ida Lund of Norway threatened Peru with sanctions if it did not open its ports.",
            "Norway",
            "sanctions",
            ("if it did not open its ports",),
            ("Peru",),
            "offered",
        ),
        (
            "President Ana Ruiz of Peru said she was prepared to lift them once she had proof that Norway "
            "was no longer dumping fish.",
            "Peru",
            "lift them",
            ("once she had proof that Norway was no longer dumping fish",),
            ("Norway",),
            "offered",
        ),
        (
            "Norway repeated its threat to close its ports to Peruvian boats unless Peru cut its catch.",
            "Norway",
            "close its ports to Peruvian boats",
            ("unless Peru cut its catch",),
            ("Peru",),
            "offered",
        ),
        (
            "The company agreed to reinstate the workers provided the union ended its picket.",
            "company",
            "reinstate the workers",
            ("provided the union ended its picket",),
            ("union",),
            "offered",
        ),
        (
            "Chad will leave the pact if the sanctions are lifted.",
            "Chad",
            "leave the pact",
            ("if the sanctions are lifted",),
            (),
            "offered",
        ),
        (
            "Chad will withdraw its troops, President Idris Deby of Chad said. But first, Niger must pay.",
            "Chad",
            "withdraw its troops",
            ("But first, Niger must pay",),
            ("Niger",),
            "offered",
        ),
        (
            "Norway’s fisheries minister said Oslo will slash output of cod by 11 percent this summer.",
            "Norway",
            "slash output of cod by 11 percent this summer",
            (),
            (),
            "offered",
        ),
        (
            "Under the deal signed on Monday, Chad would free the crew.",
            "Chad",
            "free the crew",
            (),
            (),
            "accepted",
        ),
        (
            "The union said an agreement had been reached on Sunday. Under the agreement, which members "
            "must approve, the railway would raise pay by 4 percent.",
            "railway",
            "raise pay by 4 percent",
            (),
            (),
            "accepted",
        ),
        (
            "Chad’s minister said his country would return to the talks only if Niger freed the crew.",
            "Chad",
            "return to the talks",
            ("only if Niger freed the crew",),
            ("Niger",),
            "offered",
        ),
    ],
)
def test_what_a_side_will_do_and_if_what(
    text: str, party: str, act: str, conditions: tuple[str, ...], awaits: tuple[str, ...], status: str
) -> None:
    (one,) = _found(text)
    assert (one.party, one.act, one.conditions, one.awaits, one.status) == (
        party,
        act,
        conditions,
        awaits,
        status,
    )
    assert one.claimed_by is None


@pytest.mark.parametrize(
    "text",
    [
        "Peru will suffer if the talks fail, President Ana Ruiz of Peru said.",
        "Peru’s economy will collapse if the ban stays, Finance Minister Ana Ruiz said.",
        "Britain will live in a poorer world if the talks fail, the British minister said.",
        "Norway could bring back the fees if Peru cheats, Foreign Minister Ida Lund of Norway said.",
        "Under the proposed deal, Chad would free the crew.",
        "The two sides are close to a deal. | Under the deal, Chad would free the crew.",
        "The two sides have not signed a deal. | Under the deal, Chad would free the crew.",
        "Norwegian and Peruvian ministers agreed to meet around June 28 in Lima.",
    ],
)
def test_what_befalls_a_side_or_is_only_possible_is_none(text: str) -> None:
    assert _found(text) == []


def test_a_sentence_that_tells_what_was_done_sets_no_terms() -> None:
    found = _found("Peru agreed to cut its catch. In return, Norway waived its right to impose duties.")
    assert [(one.act, one.conditions) for one in found] == [("cut its catch", ())]


def test_a_name_after_and_belongs_to_its_own_clause() -> None:
    found = _found(
        "The two sides signed a deal in Accra on Monday. | "
        "Under the deal, Chad would free the crew and Niger would lift its blockade."
    )
    assert [(one.party, one.act) for one in found] == [("Chad", "free the crew")]


@pytest.mark.parametrize(
    ("text", "party", "status", "by"),
    [
        ("Norway’s minister Ida Lund said Oslo had complied with the agreement.", "Norway", "met", None),
        ("Peru said Norway had not complied with the agreement.", "Norway", "breach_alleged", "Peru"),
        ("Niger said Chad had not respected the cease-fire.", "Chad", "breach_alleged", "Niger"),
    ],
)
def test_keeping_to_an_agreement(text: str, party: str, status: str, by: str | None) -> None:
    (one,) = _found(text)
    assert (one.party, one.status, one.claimed_by) == (party, status, by)


def test_a_promise_taken_back_in_the_same_sentence() -> None:
    found = _found("Peru had promised inspections in May but took the promise back within a week.")
    assert [(one.act, one.status) for one in found] == [
        ("inspections", "offered"),
        ("inspections", "withdrawn"),
    ]


@pytest.mark.parametrize(
    ("text", "act", "conditions"),
    [
        (
            "Peru agreed not to proceed with plans to impose a 25 percent duty on Norwegian fish.",
            "not proceed with plans to impose a 25 percent duty on Norwegian fish",
            (),
        ),
        (
            "Norway promised to give Peru the right to fish off its coast.",
            "give Peru the right to fish off its coast",
            (),
        ),
        (
            "“If it doesn’t, he said, Norway will close its ports,” the Norwegian minister told reporters.",
            "close its ports",
            ("If it doesn’t",),
        ),
    ],
)
def test_labels_are_whole_and_hold_nobodys_cue(text: str, act: str, conditions: tuple[str, ...]) -> None:
    assert [(one.act, one.conditions) for one in _found(text)] == [(act, conditions)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Niger has signed a deal with Mali to free the crew.", ["Niger"]),
        ("A deal was reached between Niger and Mali to reopen the border.", ["Mali", "Niger"]),
        ("Niger and Mali struck a deal to halt Mali’s nuclear program.", ["Mali"]),
        ("Washington reached an agreement with Niger and Mali to stop fighting.", []),
        ("Washington announced a deal to pause the strikes.", []),
        ("Niger hopes to reach a deal with Mali to free the crew.", []),
        ("Niger and Mali failed to strike a deal to end the war.", []),
    ],
)
def test_whom_a_deal_that_was_made_binds(text: str, who: list[str]) -> None:
    assert sorted(one.party for one in _found(text)) == who
    assert {one.status for one in _found(text)} <= {"accepted"}


def test_it_in_a_condition_is_whom_the_act_is_done_to() -> None:
    (one,) = _found("Norway will boycott Peru unless it opens its ports, Norway’s minister Ida Lund said.")
    assert (one.party, one.awaits) == ("Norway", ("Peru",))


@pytest.mark.parametrize(
    ("text", "party", "act", "conditions", "awaits"),
    [
        (
            "The union threatened to strike should the owners fail to pay.",
            "union",
            "strike",
            ("should the owners fail to pay",),
            ("owners",),
        ),
        (
            "Should Peru cut its catch, Norway will lift its duties, the Norwegian minister said.",
            "Norway",
            "lift its duties",
            ("Should Peru cut its catch",),
            ("Peru",),
        ),
        (
            "The Philippines agreed to make token prepayments of principal to foreign banks.",
            "Philippines",
            "make token prepayments of principal to foreign banks",
            (),
            (),
        ),
    ],
)
def test_a_condition_without_a_word_that_opens_it(
    text: str, party: str, act: str, conditions: tuple[str, ...], awaits: tuple[str, ...]
) -> None:
    (one,) = _found(text)
    assert (one.party, one.act, one.conditions, one.awaits) == (party, act, conditions, awaits)


@pytest.mark.parametrize(
    ("text", "party", "by"),
    [
        ("Norway imposed duties over Peru’s failure to honour the accord.", "Peru", "Norway"),
        ("The accord has been largely ignored by Niger.", "Niger", "reporter"),
    ],
)
def test_a_failure_to_keep_a_deal_is_an_alleged_breach(text: str, party: str, by: str) -> None:
    (one,) = _found(text)
    assert (one.party, one.status, one.claimed_by) == (party, "breach_alleged", by)


@pytest.mark.parametrize(
    "text",
    [
        "Norway promised to make progress.",
        "Norway promised to make the town great.",
        "Niger ignored the offer.",
        "Norway’s minister said Peru should cut its catch.",
    ],
)
def test_what_is_no_promise_and_no_breach(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Norway’s minister Ida Lund said Peru had agreed to cut its catch.", "Ida Lund"),
        ("Peru has agreed to cut its catch, Norwegian officials said on Monday.", "Norwegian officials"),
        ("Peru has agreed to cut its catch, Peru’s minister Ana Ruiz said on Monday.", None),
    ],
)
def test_who_says_that_another_agreed(text: str, by: str | None) -> None:
    (one,) = _found(text)
    assert (one.party, one.act, one.status, one.claimed_by) == ("Peru", "cut its catch", "accepted", by)


@pytest.mark.parametrize(
    "text",
    [
        "Norway’s minister Ida Lund said Peru would agree to cut its catch.",
        "Norway’s minister Ida Lund denied that Peru had agreed to cut its catch.",
        "Norway’s minister Ida Lund said Peru had promised to cut its catch.",
        "Norway’s minister Ida Lund said Peru has not agreed to cut its catch.",
    ],
)
def test_what_others_say_of_a_side_is_not_its_word(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "party", "act", "awaits"),
    [
        (
            "Prime Minister Ida Lund of Norway warned that duties of 5% on all Peruvian fish will go into "
            "effect on Monday if Peru does not cut its catch.",
            "Norway",
            "duties of 5% on all Peruvian fish",
            ("Peru",),
        ),
        ("The union warned that a strike will follow unless wages are raised.", "union", "strike", ()),
        (
            "“If Peru cheats, we can always go back to our old duties,” "
            "Prime Minister Ida Lund of Norway said.",
            "Norway",
            "go back to our old duties",
            ("Peru",),
        ),
    ],
)
def test_measures_somebody_says_will_come(text: str, party: str, act: str, awaits: tuple[str, ...]) -> None:
    (one,) = _found(text)
    assert (one.party, one.act, one.awaits, one.as_of) == (party, act, awaits, None)


@pytest.mark.parametrize(
    "text",
    [
        "Duties will rise if Peru cheats, Prime Minister Ida Lund of Norway said.",
        "Duties on Peruvian fish will go into effect if Peru does not cut its catch, analysts said.",
        "Prime Minister Ida Lund of Norway warned that prices will rise if Peru cheats.",
    ],
)
def test_what_only_will_come_is_nobodys(text: str) -> None:
    assert _found(text) == []


def test_a_condition_ends_at_the_comma_before_what_waits() -> None:
    (one,) = _found(
        "“If Peru cheats, we can go back to our old duties,” Norway’s Prime Minister Ida Lund said."
    )
    assert one.conditions == ("If Peru cheats",)


def test_an_inverted_condition_begins_at_its_own_word() -> None:
    (one,) = _found(
        "Opposition parties have threatened to carry out an arrest against Mayor Ana Ruiz should police fail "
        "to act against her."
    )
    assert one.conditions == ("should police fail to act against her",)
    assert one.awaits == ("police",)
