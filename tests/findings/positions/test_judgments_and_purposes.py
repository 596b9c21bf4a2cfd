"""Positions read from plain sentences: who judges, what something is done for, what is split over."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position, Stance


def _positions(text: str) -> list[Position]:
    read = parley.read(text, published="2024-05-06")
    return [finding for finding in read.findings if isinstance(finding, Position)]


@pytest.mark.parametrize(
    ("text", "party", "stance", "topic"),
    [
        # A noun before a stance noun says whose it is.
        (
            "Union demands for a 5 percent raise have split the airline's board.",
            "Union",
            Stance.DEMANDS,
            "5 percent raise",
        ),
        (
            "Opposition threats to boycott the vote have alarmed Togo's neighbours.",
            "opposition",
            Stance.WITHHOLDS,
            "boycott the vote",
        ),
        # What a thing is done for, its doer seeks.
        (
            "The premier of Norway met dockers in Oslo on Monday in an effort to end the port strike.",
            "Norway",
            Stance.SEEKS,
            "end the port strike",
        ),
        (
            "Kenya sent its foreign minister to Juba with the aim of reviving the truce.",
            "Kenya",
            Stance.SEEKS,
            "reviving the truce",
        ),
        (
            "The premier of Norway has been active in efforts to end the port strike.",
            "Norway",
            Stance.SEEKS,
            "end the port strike",
        ),
        ("Kenya is leading efforts to revive the truce.", "Kenya", Stance.SEEKS, "revive the truce"),
        # Who judges is named behind "to".
        (
            "The freeze on wages is unacceptable to the teachers' union.",
            "teachers' union",
            Stance.REJECTS,
            "freeze on wages",
        ),
        ("A one-sided withdrawal is anathema to Chad.", "Chad", Stance.REJECTS, "one-sided withdrawal"),
        # A deed is judged by a noun that an adjective describes.
        (
            "Letting Niger keep the dam is not a good idea, Mali's foreign minister, Omar Diallo, said.",
            "Mali",
            Stance.REJECTS,
            "Letting Niger keep the dam",
        ),
        (
            "The pact is a step in the right direction, Fiji's prime minister, Jone Tora, said.",
            "Fiji",
            Stance.ACCEPTS_IN_PRINCIPLE,
            "pact",
        ),
        # Questions behind prepositions.
        ("Sweden is divided over whether to join the pact.", "Sweden", Stance.UNDECIDED, "join the pact"),
        (
            "It is too early to lift the sanctions, Latvia's foreign minister, Ilze Berga, said.",
            "Latvia",
            Stance.REJECTS,
            "lift the sanctions",
        ),
        (
            "Our only condition is that rebels leave the port, Mali's foreign minister, Omar Diallo, said.",
            "Mali",
            Stance.DEMANDS,
            "leave the port",
        ),
        (
            "The government of Ghana sees no point in resuming the talks.",
            "Ghana",
            Stance.REJECTS,
            "resuming the talks",
        ),
        (
            "There is no rush to sign the treaty, Chile's foreign minister, Eva Soto, said.",
            "Chile",
            Stance.WITHHOLDS,
            "treaty",
        ),
        ("Iran's lack of interest in a swap has annoyed Oman.", "Iran", Stance.REJECTS, "swap"),
        ("Togo expressed interest in a prisoner swap.", "Togo", Stance.ACCEPTS_IN_PRINCIPLE, "prisoner swap"),
        ("Finland has no objection to the pact.", "Finland", Stance.ACCEPTS, "pact"),
        (
            "We have no problem with the treaty, Chile's foreign minister, Eva Soto, said.",
            "Chile",
            Stance.ACCEPTS,
            "treaty",
        ),
        (
            "The levy has drawn little support in the Danish parliament.",
            "Danish parliament",
            Stance.WITHHOLDS,
            "levy",
        ),
        (
            "It is vital that the terms of the truce be respected, Chile's foreign minister, Eva Soto, said.",
            "Chile",
            Stance.SEEKS,
            "terms of the truce be respected",
        ),
        (
            "The levy is not practical, Chile's foreign minister, Eva Soto, said.",
            "Chile",
            Stance.REJECTS,
            "levy",
        ),
        (
            "Sudan is ready for flexibility on the dam.",
            "Sudan",
            Stance.ACCEPTS_IN_PRINCIPLE,
            "flexibility on the dam",
        ),
        (
            "The chancellor's efforts to cut pensions have drawn little support in the Danish parliament.",
            "Danish parliament",
            Stance.WITHHOLDS,
            "chancellor's efforts to cut pensions",
        ),
        # Who stands before the adjective that describes him.
        ("Unions opposed to the pension plan marched in Lyon.", "Unions", Stance.REJECTS, "pension plan"),
        (
            "The docks are run by workers opposed to the pension plan.",
            "workers",
            Stance.REJECTS,
            "pension plan",
        ),
        (
            "The government of Kenya, eager to end the port strike, called the union.",
            "Kenya",
            Stance.SEEKS,
            "end the port strike",
        ),
        ("Farmers held rallies against the milk quota.", "Farmers", Stance.REJECTS, "milk quota"),
        (
            "Brazil is one of the driving forces behind the trade pact.",
            "Brazil",
            Stance.ACCEPTS,
            "trade pact",
        ),
    ],
)
def test_a_side_is_put_somewhere(text: str, party: str, stance: Stance, topic: str) -> None:
    (found,) = _positions(text)
    assert (found.party, found.stance, found.on) == (party, stance, topic)


@pytest.mark.parametrize(
    ("text", "parties", "stance"),
    [
        (
            "The main promoters of the fishing treaty are Spain and Portugal.",
            ["Portugal", "Spain"],
            Stance.ACCEPTS,
        ),
        (
            "Norway and Iceland remain far apart on how to share the herring quota.",
            ["Iceland", "Norway"],
            Stance.UNDECIDED,
        ),
    ],
)
def test_two_are_put_somewhere(text: str, parties: list[str], stance: Stance) -> None:
    found = _positions(text)
    assert sorted(one.party for one in found) == parties
    assert {one.stance for one in found} == {stance}


@pytest.mark.parametrize(
    "text",
    [
        "The choir is active in efforts to find new singers.",
        "The minister stopped at a café in an attempt to find coffee.",
        "Analysts expected an offensive with the aim of ending the siege.",
        "It was too early to tell who had won, Latvia's foreign minister, Ilze Berga, said.",
        "Dan Webb, a critic of modern dance, left for lunch.",
        "The market lacked interest in shares on Monday.",
    ],
)
def test_nobody_is_put_anywhere(text: str) -> None:
    assert _positions(text) == []
