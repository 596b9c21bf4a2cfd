"""Joins the places that tell of the same event."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.sketch import Actor
from parley.findings.events.sketch import Telling
from parley.language.times import bounds
from parley.vocabulary.events import code_words

# Two tellings without a common date count as one only so many sentences apart.
_NEAR = 12


def merged(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Groups of tellings that tell of one event, in the order in which the report first tells of each."""
    groups: list[list[Telling]] = []
    for telling in tellings:
        same = next((group for group in reversed(groups) if _same(group, telling)), None)
        if same is None:
            groups.append([telling])
        else:
            same.append(telling)
    return groups


def _same(group: Sequence[Telling], telling: Telling) -> bool:
    first = group[0]
    if (first.code, first.factuality, first.claimed_by) != (
        telling.code,
        telling.factuality,
        telling.claimed_by,
    ):
        return False
    if first.name != telling.name and not _overlap(group, telling):
        return False
    if any(_differ(one.on, telling.on) for one in group) or _places_differ(group, telling):
        return False
    if not _sides_agree(group, telling):
        return False
    dated = any(one.on is not None and one.on == telling.on for one in group)
    if not dated and telling.sentence - group[-1].sentence > _NEAR:
        return False
    return _alike(group, telling)


def _overlap(group: Sequence[Telling], telling: Telling) -> bool:
    return any(one.evidence.overlaps(telling.evidence) for one in group)


def _sides_agree(group: Sequence[Telling], telling: Telling) -> bool:
    """Whether actors and other sides are the same, or told only once."""
    known = [one.actors for one in group if one.actors]
    if known and telling.actors and not _share(known[0], telling.actors):
        return False
    others = [one.others for one in group if one.others]
    if others and telling.others and not any(_share(side, telling.others) for side in others):
        return False
    told = bool(known and telling.actors) or bool(others and telling.others)
    return told or _overlap(group, telling)


def _share(one: Sequence[Actor], two: Sequence[Actor]) -> bool:
    """Whether one side is the other, or a part of it; a person may stand for the country it speaks for."""
    small, large = sorted((one, two), key=len)
    names = {actor.name for actor in large} | {actor.party for actor in large}
    return all(actor.name in names or actor.party in names for actor in small)


def _alike(group: Sequence[Telling], telling: Telling) -> bool:
    """Whether both say the same of it: what is done with words is another deed for other words."""
    if _overlap(group, telling):
        return True
    common = max(len(one.words & telling.words) for one in group)
    verbal = telling.code in code_words("verbal")
    return common >= (3 if verbal else 1)


def _differ(one: str | None, two: str | None) -> bool:
    if one is None or two is None or one == two:
        return False
    first, second = bounds(one), bounds(two)
    if first is None or second is None:
        return True
    return first[0] > second[1] or second[0] > first[1]


def _places_differ(group: Sequence[Telling], telling: Telling) -> bool:
    places = {one.place for one in group if one.place}
    return bool(places) and telling.place is not None and telling.place not in places
