"""How far an encounter has come, by all reports that tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from parley.identity.telling import PLANNED, Telling
from parley.model.findings import EncounterStatus


def standing(tellings: Sequence[Telling]) -> Telling:
    """The telling that says how far an encounter has come: the latest one, but what was held stays held.

    A report that looks back and still calls it planned does not undo that it was held; only a denial does.
    """
    latest = tellings[-1]
    held = [one for one in tellings if one.status is EncounterStatus.HELD]
    held = held or [one for one in tellings if one.status is EncounterStatus.UNDERWAY]
    open_ = latest.status in PLANNED or latest.status is EncounterStatus.UNDERWAY
    if open_ and held and not _ahead(latest, held[-1]):
        return held[-1]
    same_day = [one for one in tellings if one.published == latest.published and one.published is not None]
    done = [one for one in same_day if one.status is EncounterStatus.HELD]
    return done[-1] if done and latest.status in PLANNED else latest


def _ahead(planned: Telling, held: Telling) -> bool:
    """Whether a plan is for a later day than what was held."""
    return planned.on is not None and held.on is not None and planned.on[0] > held.on[1]
