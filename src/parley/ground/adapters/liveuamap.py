"""Liveuamap as the newspaper NZZ prepares it: what stayed, was gained and was lost in a period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parley.ground.adapters.features import PaintBox, features_of
from parley.ground.adapters.given import Given, Reading
from parley.ground.days import day_in
from parley.ground.files import SourceFile
from parley.ground.model import Dates, Draft, Meaning, Problem, Status
from parley.ground.words import known_series

_MEANINGS = {
    "nochange": Meaning(Status.HELD, "RU"),
    "gains": Meaning(Status.HELD, "RU"),
    "losses": Meaning(Status.HELD, "UA"),
}


def recognises(document: Any, source: SourceFile) -> bool:
    """Whether features say what stayed, was gained and was lost between two dates."""
    return isinstance(document, Mapping) and b'"_dateto"' in source.data and b'"nochange"' in source.data


def read(document: Any, source: SourceFile, given: Given) -> Reading:
    """A period's file as one layer: the ground at the period's last day."""
    box, days, windows = PaintBox(), set(), set()
    for feature in features_of(document, source.name):
        kind = str(feature.properties.get("type", ""))
        what = f"feature {feature.number} ({kind})"
        if feature.shape is None:
            box.null(what)
        elif kind in _MEANINGS:
            box.add(_MEANINGS[kind], kind, feature.shape, what)
        else:
            box.problems.append(Problem("word", f"{what}: nobody knows what {kind!r} means; left out."))
        days.add(day_in(str(feature.properties.get("_dateto") or feature.properties.get("date") or "")))
        windows.add(day_in(str(feature.properties.get("_datefrom") or "")))
    captured = given.captured or day_in(source.stem)
    effective = given.effective or max((day for day in days if day), default=captured or "")
    window = min((day for day in windows if day), default=None)
    problems = list(box.problems)
    if window:
        problems.append(
            Problem("period", f"Prepared for the period {window} to {effective}, not for one day.")
        )
    dates = Dates(effective, given.published, captured, window)
    series = known_series()["liveuamap-periods"]
    return Reading((Draft(series.name, dates, box.paints(), tuple(problems)),), (series,))
