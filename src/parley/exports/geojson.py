"""Findings with a place as GeoJSON (RFC 7946).

A report names places; it gives no coordinates. A town that is meant beyond doubt is a point; all else has
the geometry null, which RFC 7946 has for what is not located, and the place's words among its properties: no
pin is better than a false one.
"""

from __future__ import annotations

from parley.exports.about import Material
from parley.exports.locating import LICENCE, spot
from parley.model import words_at
from parley.model.codec import Object
from parley.record import StoredFinding
from parley.views.selection import facts_of


def feature_collection(material: Material) -> Object:
    """The findings that name a place, as features; beside them, how many name none.

    Args:
        material: from `parley.exports.about.material`.
    """
    features = [_feature(stored) for stored in material.findings if facts_of(stored.finding).place]
    about = {name: value for name, value in material.about.items() if name != "type"}
    without = len(material.findings) - len(features)
    return {
        "type": "FeatureCollection",
        "parley": {
            **about,
            "findings": len(features),
            "located": sum(feature["geometry"] is not None for feature in features),
            "without_place": without,
            "coordinates": LICENCE,
        },
        "features": features,
    }


def _feature(stored: StoredFinding) -> Object:
    facts, text = facts_of(stored.finding), stored.report.text
    words = words_at(stored.finding.evidence, text)
    where = spot(facts.place or "")
    point = None if where is None else {"type": "Point", "coordinates": [where.longitude, where.latitude]}
    return {
        "type": "Feature",
        "id": stored.id,
        "geometry": point,
        "properties": {
            "kind": stored.object["type"],
            "place": facts.place,
            "located": where is not None,
            "town": None if where is None else where.name,
            "country": None if where is None else where.country,
            "precision_m": None if where is None else where.reach_m,
            "who": [name for name in facts.parties if name],
            "value": facts.value,
            "on": facts.on,
            "published": stored.report.published,
            "outlet": stored.report.outlet,
            "report": stored.report.id,
            "words": words,
            "checked": stored.checked.value,
        },
    }
