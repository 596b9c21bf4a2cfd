"""Positions that the reporter tells by nouns and acts: whose a demand is, who joins whom, what is signed."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def held(text: str) -> set[tuple[str, str, str]]:
    read = parley.read(text, published="2025-06-04")
    return {(one.party, one.stance.value, one.on) for one in read.findings if isinstance(one, Position)}


@pytest.mark.parametrize(
    ("text", "party", "stance", "on"),
    [
        (
            "The envoy pointed to the commitment of Norway to cut its quota.",
            "Norway",
            "accepts",
            "cut its quota",
        ),
        (
            "The insistence of Iran that all sanctions be lifted held up the talks.",
            "Iran",
            "demands",
            "all sanctions be lifted",
        ),
        (
            "The talks stalled over the refusal of Chad to free the hostages.",
            "Chad",
            "rejects",
            "free the hostages",
        ),
        (
            "Despite a promise of aid deliveries by the Chadian government, rebels kept shooting.",
            "Chad",
            "offers",
            "aid deliveries by the Chadian government",
        ),
        ("The rejection of the treaty by Peru ended the summit.", "Peru", "rejects", "treaty by Peru"),
        (
            "The failure of Chad and Niger to agree on a quota worried Lima.",
            "Niger",
            "undecided",
            "agree on a quota",
        ),
        (
            "The dockers bristled at the reluctance of the company to raise pay.",
            "company",
            "withholds",
            "raise pay",
        ),
        ("Norway's repeated urging for a lower duty had no effect.", "Norway", "seeks", "lower duty"),
        ("Norway countered with a demand for a shorter truce.", "Norway", "demands", "shorter truce"),
        ("The union responded with an offer to end the walkout.", "union", "offers", "end the walkout"),
    ],
)
def test_whose_a_stance_noun_is(text: str, party: str, stance: str, on: str) -> None:
    assert (party, stance, on) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru has never made such demands of Chile.",
        "The pipeline is subject to the approval of the ministry to close the road.",
        "Without the consent of Chad to the pact, nothing will change.",
        "Hopes for a deal between Peru and Chile to end the war faded.",
        "A museum told of resistance to the opening of a mine by a Peruvian firm.",
    ],
)
def test_what_is_nobodys_word_yet(text: str) -> None:
    assert held(text) == set()


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "Norway, supported by Peru and Chile, opposed a new levy on fuel.",
            {("Norway", "rejects"), ("Peru", "rejects"), ("Chile", "rejects")},
        ),
        (
            "New Zealand, supported by Peru and Chile, called for a new text to be kept.",
            {("New Zealand", "proposes"), ("Peru", "accepts"), ("Chile", "accepts")},
        ),
        (
            "The EU, opposed by Brazil and India, proposed a levy on fuel.",
            {("European Union", "proposes"), ("Brazil", "rejects"), ("India", "rejects")},
        ),
        (
            "Norway, supported by Peru, expressed support for discussing the quota.",
            {("Norway", "accepts"), ("Peru", "accepts")},
        ),
        (
            "Norway, together with Peru and Chile, rejected the plan.",
            {("Norway", "rejects"), ("Peru", "rejects"), ("Chile", "rejects")},
        ),
        (
            "Norway, joined by Peru, demanded an end to the quota.",
            {("Norway", "demands"), ("Peru", "demands")},
        ),
        (
            "Several parties, including Canada, the EU and Japan, supported the proposal.",
            {("Canada", "accepts"), ("European Union", "accepts"), ("Japan", "accepts")},
        ),
    ],
)
def test_everybody_named_in_a_sentence_has_a_stance(text: str, stances: set[tuple[str, str]]) -> None:
    assert {(party, stance) for party, stance, _ in held(text)} == stances


@pytest.mark.parametrize(
    ("text", "party", "stance", "on"),
    [
        (
            "Peru exempted Chile from the tariff.",
            "Peru",
            "accepts",
            "exempted Chile from the tariff",
        ),
        (
            "Peru has granted Chile a permanent exemption from the duty.",
            "Peru",
            "accepts",
            "permanent exemption from the duty",
        ),
        (
            "Tokyo maintains a policy of self-sufficiency in rice.",
            "Japan",
            "accepts",
            "self-sufficiency in rice",
        ),
        (
            "Under a 1996 agreement between Peru and Chile to close the base, troops were moved.",
            "Chile",
            "accepts",
            "close the base",
        ),
        (
            "A Security Council resolution demanded that Chad withdraw its troops.",
            "United Nations",
            "demands",
            "Chad withdraw its troops",
        ),
        (
            "A statement by the union urged the company to return to the table.",
            "union",
            "seeks",
            "return to the table",
        ),
        (
            "The Danish parliament gave its approval to the fishing accord.",
            "Danish parliament",
            "accepts",
            "fishing accord",
        ),
        (
            "Chad and Niger failed to reach a consensus on compensation.",
            "Niger",
            "undecided",
            "consensus on compensation",
        ),
    ],
)
def test_acts_that_show_a_stance(text: str, party: str, stance: str, on: str) -> None:
    assert (party, stance, on) in held(text)


def test_who_is_kept_out_of_talks_is_spared_nothing() -> None:
    assert held("Peru excluded Chile from the talks.") == set()


@pytest.mark.parametrize(
    ("text", "parties", "stance"),
    [
        (
            "The union demanded a raise. The management wants a freeze. "
            "They failed to reach a consensus on pay.",
            {"union", "management"},
            "undecided",
        ),
        (
            "Prime Minister Ida Lund of Norway met President Ana Ruiz of Peru in Lima. "
            "The leaders agreed to continue close consultation.",
            {"Norway", "Peru"},
            "accepts",
        ),
        (
            "The minister spoke of the signing of an MOU between the two countries on water. "
            "Peru and Chile have long worked together. Peru wants more.",
            {"Peru", "Chile"},
            "accepts",
        ),
    ],
)
def test_both_sides_of_what_is_told_of_them(text: str, parties: set[str], stance: str) -> None:
    assert parties <= {party for party, taken, _ in held(text) if taken == stance}


def test_states_are_meant_by_the_two_countries() -> None:
    text = (
        "Okinawa Island wants the pier moved and Peru agrees. "
        "Under the 1996 accord between the two countries to close the pier, little was done."
    )
    assert ("Okinawa Island", "accepts", "close the pier") not in held(text)


@pytest.mark.parametrize(
    ("text", "party", "stance", "on"),
    [
        (
            "The Chadian government suspended interest payments on its debt.",
            "Chad",
            "withholds",
            "interest payments on its debt",
        ),
        ("Peru's president flew to Oslo to urge Norway to lift its ban.", "Peru", "seeks", "lift its ban"),
        ("Shop owners closed down to press for lower rents.", "Shop owners", "demands", "lower rents"),
        (
            "Norway called on delegates to make progress on finance.",
            "Norway",
            "demands",
            "make progress on finance",
        ),
    ],
)
def test_deeds_that_press_for_something(text: str, party: str, stance: str, on: str) -> None:
    assert (party, stance, on) in held(text)


def test_a_man_suspended_is_no_debt() -> None:
    assert held("The Chadian army suspended a captain for theft.") == set()


@pytest.mark.parametrize(
    ("text", "party", "stance", "on"),
    [
        (
            "The dockers sent a letter urging the port to lift the ban.",
            "dockers",
            "seeks",
            "lift the ban",
        ),
        (
            "Chad's parliament adopted a resolution demanding an end to the shelling.",
            "Chad",
            "demands",
            "end to the shelling",
        ),
        (
            "The envoy described the rebels' insistence on the port no longer being shelled as a hurdle.",
            "rebels",
            "demands",
            "port no longer being shelled",
        ),
        (
            "Norway invited Peru and Chile to Oslo for talks on the quota.",
            "Norway",
            "seeks",
            "talks on the quota",
        ),
        ("Until the last minute, Peru had refused to attend.", "Peru", "rejects", "attend"),
        (
            "Rebels said Chad would face a war unless the siege of the town is lifted.",
            "rebels",
            "demands",
            "siege of the town is lifted",
        ),
        (
            "The company agreed to raise pay by 4 percent. That is a key demand of the union.",
            "union",
            "demands",
            "raise pay by 4 percent",
        ),
        ("Norway insisted on its demand for a pullout.", "Norway", "demands", "pullout"),
    ],
)
def test_what_it_is_that_they_want(text: str, party: str, stance: str, on: str) -> None:
    assert (party, stance, on) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister gave a hearing to all the demands of the union.",
        "Demands met by nobody fill the files of Chad's ministry.",
        "The minister conceded that security in Peru was no easy matter.",
        "Analysts question whether a treaty can stop Chad.",
    ],
)
def test_nothing_is_wanted(text: str) -> None:
    assert held(text) == set()


def test_a_policy_that_others_are_to_change_is_not_the_askers() -> None:
    text = "North Korea urged the United States to change its policy of insisting on inspections."
    assert held(text) == {("North Korea", "seeks", "change its policy")}


def test_who_refuses_demands_did_not_make_them() -> None:
    assert {stance for _, stance, _ in held("Demands rejected by Kyiv include a halt to arms supplies.")} == {
        "rejects"
    }


@pytest.mark.parametrize(
    ("text", "party", "stance", "on"),
    [
        (
            "The union rejected the company's demand that dockers work on Sundays.",
            "company",
            "demands",
            "dockers work on Sundays",
        ),
        (
            "The rebels' demands include allowing aid convoys into the town.",
            "rebels",
            "demands",
            "allowing aid convoys into the town",
        ),
        (
            "The union's demands, such as a shorter week, were ignored.",
            "union",
            "demands",
            "shorter week",
        ),
        (
            "Peru's conditions include the release of two sailors.",
            "Peru",
            "demands",
            "release of two sailors",
        ),
        (
            "Thousands of shipyard workers held a rally calling for an end to the strike.",
            "shipyard workers",
            "demands",
            "end to the strike",
        ),
        (
            "Japan pledged to cooperate in supporting island nations.",
            "Japan",
            "offers",
            "cooperate in supporting island nations",
        ),
        (
            "Peru and Chile agreed to make more efforts to ensure the safety of the strait.",
            "Chile",
            "accepts",
            "make more efforts to ensure the safety of the strait",
        ),
        ("Norway's efforts toward peace in Chad have failed.", "Norway", "seeks", "peace in Chad"),
    ],
)
def test_the_words_that_name_it(text: str, party: str, stance: str, on: str) -> None:
    assert (party, stance, on) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad's insistence that it is innocent was mocked.",
        "Norway's insistence that Chad will pay for it all was mocked.",
        "The demand that Chad made in May was long.",
        "Norway's conditions include rain and wind.",
    ],
)
def test_what_is_only_held_to_be_so(text: str) -> None:
    assert held(text) == set()


@pytest.mark.parametrize(
    ("text", "party", "stance", "on"),
    [
        ("Chad ended its blockade of the port.", "Chad", "accepts", "ended its blockade of the port"),
        ("Norway eased sanctions on Peru.", "Norway", "accepts", "eased sanctions on Peru"),
        (
            "The European Union has not lifted its embargo.",
            "European Union",
            "withholds",
            "lifted its embargo",
        ),
        ("Ukraine wants Crimea returned.", "Ukraine", "seeks", "Crimea returned"),
        ("Aid agencies are appealing for $7.7 billion.", "Aid agencies", "seeks", "$7.7 billion"),
        ("Norway emphasized the need for de-escalation.", "Norway", "seeks", "de-escalation"),
        ("Chad ended its opposition to the treaty.", "Chad", "accepts", "treaty"),
    ],
)
def test_what_is_undone_or_wanted_done(text: str, party: str, stance: str, on: str) -> None:
    assert (party, stance, on) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "The storm lifted the ban of clouds.",
        "The U.N. envoy halted his attempts to convene talks.",
        "Ukraine's claims of Russian interference in the war were denied.",
        "Israel has questioned whether an accord will prevent a nuclear test.",
    ],
)
def test_what_puts_nobody_anywhere(text: str) -> None:
    assert held(text) == set()


@pytest.mark.parametrize(
    ("text", "party", "stance", "on"),
    [
        (
            "Dockers went on strike on Monday to demand a 12 percent raise.",
            "Dockers",
            "demands",
            "12 percent raise",
        ),
        (
            "Farmers blocked roads in protest against the trade deal.",
            "Farmers",
            "rejects",
            "trade deal",
        ),
        (
            "Ethiopia has begun filling the dam despite objections from Egypt.",
            "Egypt",
            "rejects",
            "filling the dam",
        ),
        ("Peru will sign the treaty despite opposition from Chile.", "Chile", "rejects", "sign the treaty"),
        ("Japan lodged a protest with China over the drilling.", "Japan", "rejects", "drilling"),
        (
            "South Korea summoned the Japanese ambassador to protest the decision.",
            "South Korea",
            "rejects",
            "decision",
        ),
        (
            "Moscow vetoed a resolution calling for a pause in the fighting.",
            "Russia",
            "rejects",
            "resolution calling for a pause in the fighting",
        ),
        (
            "Turkey has yet to approve Sweden's bid to join NATO.",
            "Turkey",
            "undecided",
            "Sweden's bid to join NATO",
        ),
        ("Canada retaliated with tariffs on steel.", "Canada", "seeks", "tariffs on steel"),
        ("Iran denied access to the site to inspectors.", "Iran", "rejects", "access to the site"),
        (
            "Vietnam rejected China's claim to the islands.",
            "Vietnam",
            "rejects",
            "China's claim to the islands",
        ),
    ],
)
def test_deeds_by_which_sides_object(text: str, party: str, stance: str, on: str) -> None:
    assert (party, stance, on) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Creditors have until Tuesday to accept the swap.",
        "Despite protests, the bridge was built.",
        "He walked to the shop over the hill in protest at the rain.",
    ],
)
def test_what_nobody_objects_to(text: str) -> None:
    assert held(text) == set()


def test_what_will_not_be_lifted_until_is_a_bargain() -> None:
    text = "Washington said it will not lift sanctions until Tehran complies."
    assert ("United States", "accepts_if", "lift sanctions") in held(text)


@pytest.mark.parametrize(
    ("text", "party", "stance", "on"),
    [
        ("Ukraine's call for a no-fly zone was rebuffed by NATO.", "Ukraine", "seeks", "no-fly zone"),
        ("Poland's offer to send jets was turned down by Washington.", "Poland", "offers", "send jets"),
        (
            "Pilots rejected a tentative agreement by a 57 percent majority.",
            "Pilots",
            "rejects",
            "tentative agreement",
        ),
        (
            "Writers are seeking limits on the use of machines.",
            "Writers",
            "seeks",
            "limits on the use of machines",
        ),
        ("France and China, which co-chair the committee, back the plan.", "China", "accepts", "plan"),
    ],
)
def test_names_of_things_and_of_sides(text: str, party: str, stance: str, on: str) -> None:
    assert (party, stance, on) in held(text)


def test_a_draft_binds_nobody() -> None:
    assert held("The draft resolution calls on Israel to end its occupation.") == set()


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Peru, but not Chile, signed the treaty.", {("Peru", "accepts")}),
        ("Germany joined France in opposing the tariffs.", {("Germany", "rejects"), ("France", "rejects")}),
        (
            "Japan, like South Korea, has rejected the plan.",
            {("Japan", "rejects"), ("South Korea", "rejects")},
        ),
        ("Norway is the only country that has not signed the treaty.", {("Norway", "undecided")}),
        ("The plan has the backing of Peru and Chile.", {("Peru", "accepts"), ("Chile", "accepts")}),
        ("The plan has won the support of the African Union.", {("African Union", "accepts")}),
        ("The plan failed to win the support of Japan.", set()),
        (
            "Support for the treaty from Peru and Chile was not enough.",
            {("Peru", "accepts"), ("Chile", "accepts")},
        ),
    ],
)
def test_who_is_with_whom_and_who_is_left_out(text: str, stances: set[tuple[str, str]]) -> None:
    assert {(party, stance) for party, stance, _ in held(text)} == stances


def test_all_with_whom_a_deal_was_made_are_named() -> None:
    found = held("Peru signed agreements with Chile, Bolivia and Norway.")
    assert {party for party, _, _ in found} == {"Peru", "Chile", "Bolivia", "Norway"}
    assert {on for _, _, on in found} == {"agreements with Chile, Bolivia and Norway"}
