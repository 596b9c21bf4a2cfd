"""Where the town lies that a report names as a place, if that is beyond doubt.

A pin on the wrong town is worse than none: a name is located where it is a capital, where no other town of
the world has it, or where its town has many times the people of its namesakes. Countries and regions are no
points.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from parley.ground.gazetteer import SOURCE, Town, towns_named
from parley.ground.naming import fold
from parley.vocabulary.geography import Form, countries, country_named, naming

LICENCE = f"{SOURCE} (geonames.org), CC BY 4.0"
"""Whose coordinates they are."""

_LARGE = 100_000
"""With fewer people, a town that has namesakes is not meant by its bare name."""

_LARGER = 4
_KNOWN = 1_000
_ALONE = 15_000
"""Fewer people than this, and a name that no other town has is perhaps that of something else."""

_DIGITS = 4

_CAPITALISED = r"[^\W\d_a-z][\w’'.-]{2,}"
_NAME = rf"{_CAPITALISED}(?:[ -](?:(?:de|del|la|le|am|an|der|upon|al|el)[ -])*{_CAPITALISED})*"
_PLACE = re.compile(
    r"(?:.*\b(?:in|at|from|outside|near|(?:visit|trip|flight)\s+to|(?:port|city|town|capital)\s+of)\s+)?"
    rf"(?P<town>{_NAME})(?:,\s*(?P<within>(?:the\s+)?{_NAME}))?(?:\s+on\s+\w+day)?[.,]?"
)
_TOWNS = frozenset({Form.CAPITAL, Form.SEAT})
"""What else a town's name may stand for: Brussels for the European Union."""

_OWNED = re.compile(r"(?P<within>.+)[’']s\s+(?P<town>.+)")
_ARTICLE = re.compile(r"the\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A town.

    Attributes:
        name: as the gazetteer has it.
        country: ISO 3166, two letters.
        longitude: of its middle, in degrees.
        latitude: the same.
        reach_m: how far the town reaches around it, about.
    """

    name: str
    country: str
    longitude: float
    latitude: float
    reach_m: int


@cache
def spot(words: str) -> Spot | None:
    """The town that words name ("Geneva", "at a news conference in Lausanne, Switzerland"), or None.

    Args:
        words: the place of an encounter or event, or where something was said, as the report has it.
    """
    said = _PLACE.fullmatch(" ".join(words.split()))
    if said is None:
        return None
    name, within = said["town"], said["within"]
    owned = _OWNED.fullmatch(name)
    if owned is not None and within is None:
        name, within = owned["town"], owned["within"]
    if _after_article(words, said.start("town")) or _is_no_town(name):
        return None
    town = _meant(name, within)
    if town is None:
        return None
    return Spot(
        town.name,
        town.country,
        round(town.longitude, _DIGITS),
        round(town.latitude, _DIGITS),
        round(town.reach_m),
    )


def _after_article(words: str, start: int) -> bool:
    """Whether "the" stands before a name: "the White House" is no town."""
    return _ARTICLE.search(" ".join(words.split())[:start][-len("the ") :]) is not None


def _is_no_town(name: str) -> bool:
    """Whether a name is that of a country, a body or something else that is known not to be a town."""
    known = naming(name)
    return known is not None and known.form not in _TOWNS and name not in _capitals()


@cache
def _capitals() -> Mapping[str, str]:
    """The countries of capitals, ISO 3166, by all their spellings."""
    return {capital: country.iso for country in countries() for capital in country.capitals}


def _meant(name: str, within: str | None) -> Town | None:
    towns = towns_named(name)
    asked = country_named(within.removeprefix("the ")) if within is not None else None
    if asked is not None:
        towns = tuple(town for town in towns if town.country == asked.iso)
    elif within is not None:
        # A province or a state: which of the namesakes lies in it is not known here.
        towns = towns if len(towns) == 1 else ()
    elif name in _capitals():
        return _largest([town for town in towns if town.country == _capitals()[name]])
    return _beyond_doubt(towns, name, least=_KNOWN if asked is not None else _LARGE)


def _beyond_doubt(towns: Sequence[Town], name: str, least: int) -> Town | None:
    """The one that outshines its namesakes, if it is called so itself."""
    first = _largest(towns)
    if first is None or fold(name) not in fold(first.name):
        return None
    others = [town.people for town in towns if town is not first]
    if not others:
        return first if first.people >= min(least, _ALONE) else None
    return first if first.people >= max(least, _LARGER * max(others)) else None


def _largest(towns: Sequence[Town]) -> Town | None:
    return max(towns, key=lambda town: town.people, default=None)
