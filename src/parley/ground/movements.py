"""From words for what somebody did to a movement that a map can be asked about."""

from __future__ import annotations

from parley.ground.claim import Movement
from parley.ground.words import read_words


def movement_of(kind: str) -> Movement | None:
    """The movement that a kind of event is ("entering", "event.ASSAULT.entering"), or None for none."""
    word = kind.rsplit(".", 1)[-1].casefold()
    known = read_words("movements")
    return next((movement for movement in Movement if word in known[movement.value]), None)
