"""Places by name, in any of their spellings, with or without the word for what they are."""

from __future__ import annotations

import difflib
from dataclasses import replace

from parley.ground.coordinates import point_of
from parley.ground.errors import UnknownPlace
from parley.ground.gazetteer import BESIDE_DEGREES, town_place, towns_named
from parley.ground.geometry import joined
from parley.ground.known_places import (
    Entry,
    chosen_of,
    districts_like,
    entries_of,
    exact,
    inexact,
    is_whole,
    landmark_country,
    refined,
    second_to_towns,
    sites_like,
)
from parley.ground.model import Geometry, Place
from parley.ground.naming import (
    fold,
    has_kind,
    in_region,
    key_of,
    meant,
    trimmed,
    with_region,
    without_settlement,
)
from parley.ground.outlines import outlines
from parley.ground.provinces import (
    MARGIN_M,
    SOURCE,
    country_of_point,
    country_shape,
    provinces_named,
    provinces_within,
)
from parley.ground.provinces import place_of as province_place
from parley.ground.reported import reported_place
from parley.ground.store import GroundStore
from parley.ground.words import country_meant, country_name, read_words

_SMALL_M = 1200.0
"""A town of ten thousand reaches so far; a smaller one is hardly meant by the name of a province."""

_A_TOWN = 10_000
"""With fewer people, a namesake of a region is hardly meant by its bare name."""


def find_place(store: GroundStore, words: str) -> Place:
    """The place that words name.

    Args:
        store: whose places are asked, before outlines that ship with Parley.
        words: a name ("Sumy Oblast", "Sumska", "Ukraine's northern Sumy region"), a name in a region
            ("Druzhba, Donetsk Oblast"), several regions under one name ("Donbas"), a country, or a latitude
            and longitude ("51.19, 35.04"). Where nothing imported is called so, provinces and towns that ship
            with Parley are asked; what is in none of them is where incidents put it.

    Raises:
        UnknownPlace: when nothing is named so, or several places are.
    """
    point = point_of(words)
    if point is not None:
        return replace(point, country=country_at(store, point.shape))
    words = meant(with_region(words))
    name, country = trimmed(words)
    name = in_region(name)
    if has_kind(words, "site_kinds"):
        return _site(store, words, name, country)
    if fold(words) in read_words("place_words")["rivers"]:
        raise UnknownPlace(_water(words))
    town = _town(store, name, country) if has_kind(words, "settlements") else None
    if country and not key_of(name):
        return _country(store, country_name(country)) or find_place(store, country_name(country))
    found = town or _found(store, words) or (_found(store, name, country) if name != words.strip() else None)
    if found is None:
        raise UnknownPlace(_unknown(words, entries_of(store)))
    return found


def _site(store: GroundStore, words: str, name: str, country: str) -> Place:
    """A plant, dam or the like: never the town or region that it has its name of.

    Raises:
        UnknownPlace: when no site is called so.
    """
    entries = entries_of(store)
    for asked, owner in ((words, ""), (name, country)):
        bare, _, region = (part.strip() for part in asked.partition(","))
        around = _around(store, region) if region else None
        for search in (exact, sites_like, inexact):
            found = chosen_of(store, search(entries, bare), bare, around, owner)
            if found is not None:
                return found
    told = reported_place(store, name.partition(",")[0], site=True)
    if told is None:
        raise UnknownPlace(
            f"There is no site called {words!r} in the ground store or among those that ship with Parley:"
            " import it, or give a latitude and longitude."
        )
    return replace(told, country=country_at(store, told.shape))


def _water(words: str) -> str:
    return (
        f"{words!r} is water, and maps say who holds ground: ask about a region or a town beside it, or give"
        " a latitude and longitude."
    )


def _town(store: GroundStore, words: str, country: str) -> Place | None:
    """A settlement that words speak of: an imported one, a known town, or one of the incidents."""
    name, _, region = (part.strip() for part in words.partition(","))
    bare = without_settlement(name)
    own = [entry for entry in entries_of(store) if entry.kind == "settlement" and key_of(bare) in entry.keys]
    if own:
        return _found(store, ", ".join(part for part in (bare, region) if part), country)
    return _settled(store, bare, _around(store, region) if region else None, country)


def _around(store: GroundStore, region: str) -> Place:
    """The region a settlement is said to lie in; a province by its bare name, too, wherever it lies.

    Where the words give a district that nobody imported, and its region, the region is taken.
    """
    nearest, _, rest = (part.strip() for part in region.partition(","))
    if rest and _asks_for_part(nearest):
        try:
            return find_place(store, region)
        except UnknownPlace:
            return _around(store, rest)
    try:
        return find_place(store, region)
    except UnknownPlace:
        found = provinces_named(region)
        if len(found) != 1:
            raise
        return province_place(found[0])


def _settled(store: GroundStore, name: str, around: Place | None, country: str) -> Place | None:
    """A town of the gazetteer, else where incidents put one."""
    try:
        town = town_place(store, name, around, country)
    except UnknownPlace:
        town = reported_place(store, name, around)
        if town is None:
            raise
    town = town or reported_place(store, name, around) or town_place(store, name, around, country, like=True)
    return town if town is None or town.country else replace(town, country=country_at(store, town.shape))


def _found(store: GroundStore, words: str, country: str = "") -> Place | None:
    """The place of a name, in a country where one is given; None where nothing is named so."""
    name, _, region = (part.strip() for part in words.partition(","))
    around = _around(store, region) if region else None
    entries = entries_of(store)
    later = second_to_towns(entries, name)
    sooner = [entry for entry in entries if entry not in later]
    chosen = chosen_of(store, exact(sooner, name), name, around, country)
    if chosen is None:
        chosen = _compound(store, name) or _country(store, words)
    if chosen is None and (around is None or has_kind(name, "kinds")):
        chosen = _province(store, name, country, around)
    if chosen is None and has_kind(name, "waters"):
        if not towns_named(name):
            raise UnknownPlace(_water(name))
        chosen = town_place(store, name, around, country)
    if chosen is None and not has_kind(name, "kinds"):
        chosen = _settled(store, name, around, country)
        if chosen is not None and around is None and chosen.margin_m < _SMALL_M:
            chosen = _only_province(name, country) or chosen
    if chosen is None:
        chosen = chosen_of(store, exact(later, name), name, around, country)
    if chosen is None and _asks_for_part(name):
        return chosen_of(store, districts_like(entries, name), name, around, country)
    return chosen or chosen_of(store, inexact(entries, name), name, around, country)


def _asks_for_part(name: str) -> bool:
    return has_kind(name, "parts_of_regions") or has_kind(name, "perhaps_parts")


def _province(store: GroundStore, name: str, country: str, around: Place | None) -> Place | None:
    """A province that ships with Parley, on ground that maps look at; elsewhere if its kind is named."""
    found = tuple(
        one
        for one in provinces_named(name, country)
        if not is_whole(name, one.country, one.names)
        and (around is None or around.shape.covers(province_place(one).shape.representative_point()))
    )
    if not found:
        return None
    edges = store.rows("SELECT west, south, east, north FROM series WHERE west IS NOT NULL")
    boxes = [[float(str(edge)) for edge in row] for row in edges]
    near = [one for one in found if any(one in provinces_within(*box) for box in boxes)]
    found = tuple(near) or (found if has_kind(name, "kinds") or country else ())
    if len(found) > 1:
        raise UnknownPlace(
            f"{len(found)} provinces are called {name!r} (in {', '.join(one.country for one in found)}): say"
            " in which country."
        )
    return refined(store, province_place(found[0])) if found else None


def _only_province(name: str, country: str) -> Place | None:
    """The one province of the world that has a name, wherever it lies: Chechnya is no village."""
    found = provinces_named(name, country)
    return province_place(found[0]) if len(found) == 1 else None


def _compound(store: GroundStore, name: str) -> Place | None:
    """Several regions that go by one name; None where the name is of none."""
    known = next(
        (one for one in read_words("place_words")["compound"] if fold(name) in map(fold, one["names"])), None
    )
    if known is None:
        return None
    parts = [_found(store, part) for part in known["parts"]]
    if any(part is None for part in parts):
        return None
    places = [part for part in parts if part is not None]
    shape, margin = joined([place.shape for place in places]), max(place.margin_m for place in places)
    names = tuple(known["names"])
    return Place(names[0], "region", places[0].country, names, shape, "its regions", margin)


def _country(store: GroundStore, words: str) -> Place | None:
    """A country as the sum of those of its regions that are known; None where words name none, or none is."""
    code = country_meant(words)
    if code is None or len(words.strip()) == len(code):
        return None
    own = [place.shape for place in store.places() if place.kind == "region" and place.country == code]
    rough = [outline for outline in outlines() if outline.country == code]
    own += [refined(store, outline).shape for outline in rough]
    if not own:
        whole = country_shape(code)
        return (
            None if whole is None else Place(words.strip(), "region", code, (words,), whole, SOURCE, MARGIN_M)
        )
    margin = max((outline.margin_m for outline in rough), default=0.0)
    return Place(words.strip(), "region", code, (words,), joined(own), "its known regions", margin)


def country_at(store: GroundStore, point: Geometry) -> str:
    """The country that a point lies in, by imported regions, else by shipped ones; '' at sea."""
    own = (place for place in store.places() if place.kind == "region" and place.country)
    found = next((place.country for place in (*own, *outlines()) if place.shape.covers(point)), "")
    return found or country_of_point(point) or landmark_country(point)


def namesake_town(place: Place, words: str) -> str | None:
    """What to write for the town, where a bare name is read as the region around it; None where none is."""
    bare = place.kind == "region" and not has_kind(words, "kinds") and not has_kind(words, "settlements")
    if not bare or "," in words:
        return None
    known = [
        town for town in towns_named(words.strip()) if place.shape.distance(town.point) <= BESIDE_DEGREES
    ]
    return f"{words.strip()} city" if any(town.people >= _A_TOWN for town in known) else None


def _unknown(words: str, entries: list[Entry]) -> str:
    if _asks_for_part(words):
        return (
            f"There is no boundary of {words!r} in the ground store. Districts do not ship with Parley:"
            " import it (COD-AB, geoBoundaries, OpenStreetMap), or ask about the region, a town or a latitude"
            " and longitude."
        )
    every = sorted({entry.name for entry in entries})
    close = difflib.get_close_matches(words, every, n=3, cutoff=0.5)
    hint = f" Like it: {', '.join(close)}." if close else ""
    return (
        f"There is no place called {words!r}, neither in the ground store nor among the towns and provinces"
        f" that ship with Parley: import its boundary, or give a latitude and longitude.{hint}"
    )
