"""Which stance a word takes by the deed it is on: readiness to give, what others are told to do."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position, Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        # Who is ready to give offers; who is ready to sign accepts in principle.
        ("Kenya is ready to help rebuild the port of Kismayo under the deal.", Stance.OFFERS),
        ("Kenya is ready to sign the deal.", Stance.ACCEPTS_IN_PRINCIPLE),
        # What others are told to do is demanded; what should become of things is sought.
        ("Peru pressed Chile to lift the fruit ban.", Stance.DEMANDS),
        ("Peru called on Chile to lift the fruit ban.", Stance.DEMANDS),
        ("Chile should lift the fruit ban, Peru's foreign minister, Ana Ruiz, said.", Stance.DEMANDS),
        ("The fruit ban should be lifted, Peru's foreign minister, Ana Ruiz, said.", Stance.SEEKS),
        ("Norway's call for restraint was heard in Oslo.", Stance.SEEKS),
        # Who favours what nobody has tabled seeks it; who favours what is known accepts it.
        ("Peru favours a longer truce.", Stance.SEEKS),
        ("Peru favours the treaty.", Stance.ACCEPTS),
        # What others will feel is sought.
        ("Canada's decision to raise tariffs on cheese angered farmers.", Stance.SEEKS),
        ("Canada's decision to sign the cheese treaty angered farmers.", Stance.ACCEPTS),
    ],
)
def test_the_deed_makes_the_stance(text: str, stance: Stance) -> None:
    read = parley.read(text, published="2024-05-06")
    (found,) = [finding for finding in read.findings if isinstance(finding, Position)]
    assert found.stance is stance
