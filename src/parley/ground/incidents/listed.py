"""Sites that a person lists in TOML: a file of `[[sites]]` with a name and coordinates, as a dossier has
them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from parley.ground.errors import UnreadableMap
from parley.ground.files import SourceFile, text_of
from parley.ground.incidents.model import Site, Table

_POINT_M = 500.0


def listed_sites(source: SourceFile) -> Table | None:
    """The sites of a TOML file; None where it lists none.

    Raises:
        UnreadableMap: when it is no TOML, or a site has a point that is none.
    """
    try:
        document = tomllib.loads(text_of(source))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableMap(f"{source.name} is no TOML: {error}.") from error
    listed = document.get("sites")
    if not isinstance(listed, list):
        return None
    sites = [
        _site(entry, source.name) for entry in listed if isinstance(entry, Mapping) and "latitude" in entry
    ]
    return Table("sites", "sites", sites=tuple(sites)) if sites else None


def _site(entry: Mapping[str, Any], name: str) -> Site:
    match entry:
        case {
            "name": str(called),
            "latitude": float() | int() as latitude,
            "longitude": float() | int() as longitude,
        }:
            pass
        case _:
            raise UnreadableMap(f"{name}: a site needs a name, a latitude and a longitude.")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise UnreadableMap(f"{name}: the site {called} lies beyond the globe (swapped axes?).")
    claims = tuple(
        (str(claim.get("text", "")), str(claim["as_of"]) if claim.get("as_of") else None)
        for claim in entry.get("claims", ())
        if isinstance(claim, Mapping)
    )
    precision = float(entry.get("precision_m", _POINT_M))
    kind, country = str(entry.get("kind", "site")), str(entry.get("country", ""))
    return Site(called, kind, country, float(longitude), float(latitude), precision, name, claims)
