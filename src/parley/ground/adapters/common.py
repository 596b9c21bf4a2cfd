"""What maps of no known form share: whose they are, which day they show, what their words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import shapely

from parley.ground.adapters.boundaries import is_boundary, names_places
from parley.ground.adapters.features import Feature, PaintBox, geometry_of, unswapped
from parley.ground.adapters.given import Given, Reading
from parley.ground.adapters.overlaps import parted
from parley.ground.days import day_in, moment_in
from parley.ground.errors import UnreadableMap
from parley.ground.files import SourceFile
from parley.ground.model import Dates, Draft, Geometry, Meaning, Problem, Series, Status
from parley.ground.words import (
    forbids_redistribution,
    holder_in,
    meaning_of,
    mentions,
    plain,
    read_words,
    side_named,
)

_KINDS = ("held", "contested", "claimed", "regained", "not_covered")
_MOST_WORDS = 5
"""More words than these are a sentence about somebody's forces, not the name of whose ground it is."""

_NAMES = frozenset({"name", "title", "label", "description"})


def value_of(properties: Mapping[str, Any], keys: str) -> str | None:
    """The value of the first key of a kind that properties have, as text."""
    lowered = {plain(str(key)).replace(" ", "_"): value for key, value in properties.items()}
    for key in read_words("statuses")[keys]:
        value = lowered.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return None


def status_texts(properties: Mapping[str, Any]) -> list[str]:
    """Values that may say what a polygon is, best first."""
    lowered = {plain(str(key)).replace(" ", "_"): value for key, value in properties.items()}
    values = (lowered.get(key) for key in read_words("statuses")["status_keys"])
    return [value.strip() for value in values if isinstance(value, str) and value.strip()]


def meaning(properties: Mapping[str, Any], given: Given) -> tuple[Meaning, str] | None:
    """What a polygon's properties mean, with the group's own words; None where nobody knows."""
    stated = value_of(properties, "side_keys")
    side = side_of(stated) if stated else None
    texts = status_texts(properties)
    for text in texts:
        says = side or _says_status(properties, text) or _names_holder(text, given)
        found = meaning_of(text, side or _holder(text)) if says else None
        if found is None and mentions("regained", text):
            found = meaning_of(text, None, given.home)
        if found is None and (mentions("held", text) or mentions("claimed", text)) and given.side:
            found = meaning_of(text, given.side)
        if found is not None:
            return found, text
    if stated and side:
        return Meaning(Status.HELD, side), stated
    if stated and mentions("contested", stated):
        return Meaning(Status.CONTESTED), stated
    if given.side and not any(mentions(kind, text) for kind in _KINDS for text in texts):
        return Meaning(Status.HELD, given.side), "painted"
    return None


def _holder(text: str) -> str | None:
    """The side of no country that a text says holds ground; None where it names a country's, or none."""
    if mentions("contested", text) or mentions("regained", text) or meaning_of(text, None) is not None:
        return None
    return holder_in(text)


def _says_status(properties: Mapping[str, Any], text: str) -> bool:
    """Whether a value says what a polygon is: a name that is only a country's does not."""
    if any(mentions(kind, text) for kind in _KINDS):
        return True
    named = {plain(str(value)) for key, value in properties.items() if plain(str(key)) in _NAMES}
    return plain(text) not in named


def _names_holder(text: str, given: Given) -> bool:
    """Whether a value is no more than a side's forces ("Sudanese Armed Forces"); on a group's map, a side."""
    if len(text.split()) > _MOST_WORDS:
        return False
    return mentions("forces", text) or (given.group is not None and side_named(text) is not None)


def side_of(words: str) -> str | None:
    """The side that a value of a key such as `holder` names; an unknown short name is a side of its own."""
    if mentions("contested", words) or mentions("not_covered", words):
        return None
    known = side_named(words) or meaning_side(words)
    if known is not None:
        return known
    return words if re.fullmatch(r"[^\W\d_][\w -]{0,30}", words) and not mentions("held", words) else None


def meaning_side(words: str) -> str | None:
    """The side that words such as "Russian-occupied" speak of."""
    found = meaning_of(words, None)
    return found.side or None if found else None


def dates_of(features: Iterable[Feature], top: Mapping[str, Any], source: SourceFile, given: Given) -> Dates:
    """The dates of a layer: as given, else as the file says, else as it is named."""
    every = [top, *(feature.properties for feature in features)]
    effective = given.effective or _first_day(every, "effective_keys")
    published = given.published or _first_day(every, "published_keys")
    captured = given.captured or _first_day(every, "captured_keys")
    heading = " ".join(str(top[key]) for key in ("name", "title") if top.get(key))
    named = day_in(heading) or day_in(source.stem) or day_in(source.folder)
    stamp = moment_in(source.stem)
    if published is None and stamp and "T" in stamp:
        published = stamp
    return Dates(effective or named or (published or "")[:10], published, captured)


def _first_day(every: Iterable[Mapping[str, Any]], keys: str) -> str | None:
    days = (day_in(value) or value for properties in every if (value := value_of(properties, keys)))
    return max((day for day in days if re.match(r"\d{4}-\d\d-\d\d", day)), default=None)


def series_of(
    top: Mapping[str, Any], source: SourceFile, given: Given, form: str
) -> tuple[Series, list[Problem]]:
    """The series of a map of no known form.

    Raises:
        UnreadableMap: when nobody says whose map it is.
    """
    problems = []
    group = given.group or value_of(top, "group_keys")
    if group is None:
        group = re.sub(r"[^\w]+", "-", source.folder).strip("-").lower()
        if not group:
            raise UnreadableMap(f"Whose map is {source.name}? Say so with --group NAME.")
        problems.append(
            Problem("other", f"Nobody says whose map it is; its folder's name, {group!r}, is taken.")
        )
    licence = given.licence or value_of(top, "licence_keys") or "not stated"
    name = f"{group}-{form}"
    open_to_all = not forbids_redistribution(licence)
    return Series(name, group, group, licence, open_to_all, scope=scope_of(top, source)), problems


def scope_of(top: Mapping[str, Any], source: SourceFile) -> Geometry | None:
    """The ground a map says it covers: `scope`, a box of four numbers or a geometry; None where it does not
    say.
    """
    scope = top.get("scope")
    if isinstance(scope, list) and len(scope) == 4 and all(isinstance(edge, int | float) for edge in scope):
        return shapely.box(*scope)
    return geometry_of(scope, 0, source.name) if isinstance(scope, Mapping) else None


def layer_from(features: list[Feature], top: Mapping[str, Any], source: SourceFile, given: Given) -> Reading:
    """One layer of the features of a file of no known form."""
    features, turned = unswapped(features, None, source.name)
    series, problems = series_of(top, source, given, "layers")
    if turned:
        problems.append(turned)
    box, unknown = PaintBox(), 0
    for feature in features:
        words = " ".join(status_texts(feature.properties))
        what = f"feature {feature.number}" + (f" ({words[:60]})" if words else "")
        found = meaning(feature.properties, given)
        if feature.shape is None:
            box.null(what)
        elif not is_areal(feature.shape):
            continue
        elif mentions("statements", words):
            box.problems.append(
                Problem("statement", f"{what} is a political statement, not ground; set aside.")
            )
        elif found is None:
            unknown += 1
            box.problems.append(Problem("word", f"{what}: nobody knows who holds it; left out."))
        else:
            box.add(*found, feature.shape, what)
    paints = box.paints()
    if unknown and not paints:
        raise UnreadableMap(
            f"{source.name} does not say who holds what it paints: say so with --side (such as --side RU)."
        )
    dates = dates_of(features, top, source, given)
    paints, overlaps = parted(paints)
    return Reading((Draft(series.name, dates, paints, (*problems, *box.problems, *overlaps)),), (series,))


def is_areal(shape: Geometry) -> bool:
    """Whether a geometry is ground."""
    return shape.geom_type in ("Polygon", "MultiPolygon", "GeometryCollection")


def paints_ground(features: Iterable[Feature], given: Given) -> bool:
    """Whether any polygon says, or is said, to be held, contested, claimed or not covered."""
    return any(
        feature.shape is not None
        and is_areal(feature.shape)
        and meaning(feature.properties, given) is not None
        for feature in features
    )


def is_places(features: Sequence[Feature], given: Given) -> bool:
    """Whether features are places with names rather than ground that somebody holds.

    Administrative boundaries are; others are where they have names, nobody says who holds them, and nobody
    gave a group whose map it would be.
    """
    if any(is_boundary(feature.properties) for feature in features):
        return not any(value_of(feature.properties, "side_keys") for feature in features)
    if paints_ground(features, given) or given.group:
        return not any(feature.shape is not None and is_areal(feature.shape) for feature in features)
    return names_places(features)
