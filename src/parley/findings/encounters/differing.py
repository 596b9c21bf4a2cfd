"""What tells two encounters apart: their days, places, forms, and how far they have come."""

from __future__ import annotations

from parley.findings.encounters.sketch import Sketch
from parley.findings.encounters.told import Told, is_day_within
from parley.language.times import bounds
from parley.model import EncounterStatus
from parley.vocabulary.geography import naming

AHEAD = frozenset({EncounterStatus.PROPOSED, EncounterStatus.SCHEDULED})
DONE = frozenset({EncounterStatus.HELD, EncounterStatus.UNDERWAY})
OFF = frozenset({EncounterStatus.CANCELLED, EncounterStatus.POSTPONED})
_MONTH = len("2025-03")
# How many sentences back another word for the same encounter may lie.
NEARBY = 3


def dates_differ(one: str | None, two: str | None) -> bool:
    """Whether two EDTF dates have no day in common; False where one is missing."""
    if one is None or two is None or one == two:
        return False
    first, second = bounds(one), bounds(two)
    if first is None or second is None:
        return one != two
    return first[0] > second[1] or second[0] > first[1]


def same_day(one: str | None, two: str | None) -> bool:
    """Whether two dates are known and the same."""
    return one is not None and one == two


def numbers_differ(told: Told, sketch: Sketch) -> bool:
    """Whether one place tells of several encounters, the other of one; or of others of a row ("second")."""
    rows = {one.ordinal for one in told.sketches if one.ordinal}
    if sketch.form == told.form and sketch.ordinal and rows and sketch.ordinal not in rows:
        return True
    return (
        sketch.form == told.form and not sketch.back and sketch.many != any(one.many for one in told.sketches)
    )


def _long_ago(told: Told, sketch: Sketch) -> bool:
    """Whether one is told with its month or year only, as what lies back is, the other without a date."""
    day = sketch.on or ""
    month = bool(day) and len(day) <= _MONTH and not sketch.back
    return month and told.on is None and sketch.sentence > told.sketches[-1].sentence


def places_differ(told: Told, sketch: Sketch) -> bool:
    """Whether both are told with a place and not the same one ("talks in Lima", "talks in Accra")."""
    if _long_ago(told, sketch):
        return True
    here = sketch.around.place
    there = next((one.place for one in told.around if one.place), None)
    if here is None or there is None:
        return False
    known = [naming(place.split(",")[0].removeprefix("the ")) for place in (here, there)]
    if known[0] is not None and known[1] is not None:
        return known[0].party != known[1].party
    if told.kind == "visit" and sketch.form == "visit" and (known[0] is None) != (known[1] is None):
        return not set(here.split()) & set(there.split())
    if known[0] is not None or known[1] is not None or here.startswith("the ") or there.startswith("the "):
        return False
    return not set(here.replace(",", " ").split()) & set(there.replace(",", " ").split())


def same_days(told: Told, sketch: Sketch) -> bool:
    """Whether bare talks "this week" are those of a day of that week."""
    if sketch.actors or sketch.form != told.form or told.on is None or sketch.on is None:
        return False
    return is_day_within(told.on, sketch.on) or is_day_within(sketch.on, told.on)


def statuses_differ(told: Told, sketch: Sketch) -> bool:
    """Whether one is over and the other is still to come, so that they cannot be the same."""
    ahead = sketch.status in AHEAD and sketch.on is not None
    if ahead and told.status in DONE and not (sketch.on == told.on or same_days(told, sketch)):
        return True
    if sketch.status is None or not sketch.sure:
        return False
    status = told.status
    if sketch.status in OFF or status in OFF:
        return status in OFF and sketch.status in AHEAD | DONE
    if same_day(told.on, sketch.on):
        return False
    if told.on is not None and status in AHEAD and sketch.status in DONE and sketch.on is None:
        return True
    if sketch.back and not sketch.actors:
        # "The talks went on" are not those that somebody calls for.
        if status is EncounterStatus.PROPOSED and sketch.status in DONE:
            return True
        return sketch.status in AHEAD and status in DONE and (sketch.on is not None or sketch.sure)
    return (sketch.status in AHEAD) != (status in AHEAD)


def another_form(told: Told, sketch: Sketch) -> bool:
    """Whether one is a meeting held on a day or at a place, the other talks that are not over."""
    kinds = [form == "talks" for form in (told.form, sketch.form)]
    if kinds[0] == kinds[1] or sketch.sentence - told.sketches[-1].sentence <= NEARBY:
        return False
    known = (
        bool(sketch.on or sketch.around.place),
        bool(told.on or any(one.place for one in told.around)),
    )
    held = (sketch.status is EncounterStatus.HELD, told.status is EncounterStatus.HELD)
    return known[0] != known[1] and held[0] != held[1] and held[known.index(True)]
