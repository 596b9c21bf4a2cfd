"""Who waits for whom: conditions as a graph, and its circles."""

from __future__ import annotations

from xml.etree import ElementTree

from parley.views.graphml import graphml
from parley.views.waiting import Pending, Waiting, graph


def pending(
    party: str, act: str, *conditions: str, awaits: tuple[str, ...] | None = None, status: str = "offered"
) -> Pending:
    return Pending(party, act, status, conditions, awaits, "2024-05-06", (f"t-{party}-{act}",))


def waits(found: Waiting) -> list[tuple[str | None, str | None, str]]:
    return [(found.deeds[one.deed].party, found.deeds[one.awaits].party, one.effect) for one in found.waits]


STRIKE = (
    pending("Ferry Lines", "reinstate the crews", "as soon as the union ends its strike", awaits=("union",)),
    pending(
        "union",
        "end the strike",
        "until the line reinstates the crews",
        awaits=("Ferry Lines",),
        status="refused",
    ),
)


def test_a_condition_leads_to_the_other_party_s_promise() -> None:
    found = graph(
        [
            pending("Chad", "lift its embargo", "if Niger withdraws its troops", awaits=("Niger",)),
            pending("Niger", "pull its soldiers back"),
        ]
    )
    assert waits(found) == [("Chad", "Niger", "unlocks")]
    assert found.deeds[found.waits[0].awaits].act == "pull its soldiers back"


def test_a_deed_that_nobody_promised_is_awaited() -> None:
    found = graph([pending("Chad", "lift its embargo", "if Niger withdraws", awaits=("Niger",))])
    [wait] = found.waits
    deed = found.deeds[wait.awaits]
    assert (deed.party, deed.status, deed.act) == ("Niger", "awaited", "if Niger withdraws")
    assert found.deadlocks == ()


def test_deeds_that_wait_for_each_other_are_a_deadlock() -> None:
    [deadlock] = graph(STRIKE).deadlocks
    assert deadlock.kind == "deadlock"
    assert set(deadlock.parties) == {"Ferry Lines", "union"}
    assert len(deadlock.deeds) == 2


def test_three_can_wait_in_a_circle() -> None:
    found = graph(
        [
            pending("Chad", "open the border", "once Niger frees the prisoners", awaits=("Niger",)),
            pending("Niger", "free the prisoners", "once Mali disarms the militia", awaits=("Mali",)),
            pending("Mali", "disarm the militia", "after Chad opens the border", awaits=("Chad",)),
        ]
    )
    [deadlock] = found.deadlocks
    assert set(deadlock.parties) == {"Chad", "Niger", "Mali"}


def test_waiting_for_different_deeds_is_called_mutual() -> None:
    found = graph(
        [
            pending("Peru", "cut its tariffs", "if Chile reopens the port", awaits=("Chile",)),
            pending("Chile", "drop the complaint", "once Peru pays the fees", awaits=("Peru",)),
        ]
    )
    assert [one.kind for one in found.deadlocks] == ["mutual waiting"]


def test_a_threat_is_averted_and_makes_no_deadlock() -> None:
    found = graph(
        [
            pending("Canada", "suspend exports", "unless Ghana lifts the tariffs", awaits=("Ghana",)),
            pending("Ghana", "lift the tariffs", "if Canada suspends exports", awaits=("Canada",)),
        ]
    )
    assert waits(found)[0] == ("Canada", "Ghana", "averts")
    assert all(one.kind != "deadlock" for one in found.deadlocks)


def test_what_must_stop_before_something_else_is_not_unlocked_by_it() -> None:
    found = graph(
        [pending("Fiji", "sign", "if Tonga keeps fishing there", awaits=("Tonga",), status="refused")]
    )
    assert waits(found) == [("Fiji", "Tonga", "stops")]


def test_doing_the_same_is_the_same_act() -> None:
    found = graph(
        [
            pending("Oslo", "join the levy", "provided that Chad does the same", awaits=("Chad",)),
            pending("Chad", "join the levy"),
        ]
    )
    assert found.deeds[found.waits[0].awaits].findings == ("t-Chad-join the levy",)


def test_a_condition_that_names_nobody_goes_to_the_only_promise_of_its_words() -> None:
    found = graph(
        [
            pending("Canada", "suspend exports", "unless the tariffs are lifted", awaits=()),
            pending("Ghana", "lift its tariffs"),
        ]
    )
    assert waits(found) == [("Canada", "Ghana", "averts")]
    alone = graph([pending("Canada", "suspend exports", "unless the tariffs are lifted", awaits=())])
    assert waits(alone) == [("Canada", None, "averts")]


def test_parties_of_acceptances_are_told_by_the_opening_of_their_conditions() -> None:
    chad = pending("Chad", "truce", "so long as Niger leaves Mali alone", status="accepts_if")
    found = graph([chad, pending("Mali", "x y")])
    assert waits(found) == [("Chad", "Niger", "unlocks")]


def test_one_deed_promised_and_refused_has_one_place() -> None:
    again = pending("union", "end the strike", "once the pay talks resume", awaits=())
    found = graph([*STRIKE, again])
    assert [deed.act for deed in found.deeds if deed.party == "union"] == ["end the strike"]


def test_graphml_holds_the_same_graph() -> None:
    root = ElementTree.fromstring(graphml(graph(STRIKE)))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes, edges = root.findall(f".//{space}node"), root.findall(f".//{space}edge")
    assert len(nodes) == 2
    assert {(edge.get("source"), edge.get("target")) for edge in edges} == {("n0", "n1"), ("n1", "n0")}
    assert {data.get("key") for data in edges[0]} == {"effect", "condition", "day", "findings"}


def test_a_wait_told_twice_is_one_wait() -> None:
    again = Pending(
        "Chad", "open the border", "offered", ("if Niger pays",), ("Niger",), "2024-05-09", ("t2",)
    )
    first = Pending(
        "Chad", "reopen the border", "offered", ("if Niger pays",), ("Niger",), "2024-05-06", ("t1",)
    )
    [wait] = graph([first, again]).waits
    assert (wait.day, wait.findings) == ("2024-05-09", ("t2", "t1"))


def test_not_doing_a_deed_is_what_brings_a_threat() -> None:
    found = graph([pending("Ghana", "raise tariffs", "if Fiji does not close the border", awaits=("Fiji",))])
    assert waits(found) == [("Ghana", "Fiji", "averts")]


def test_one_shared_word_is_not_enough_for_a_condition_that_names_nobody() -> None:
    found = graph(
        [
            pending("Fiji", "sign", "unless access could be negotiated", awaits=(), status="refused"),
            pending("Tonga", "negotiate"),
        ]
    )
    assert waits(found) == [("Fiji", None, "unlocks")]
