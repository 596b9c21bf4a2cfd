"""Who met, spoke of and acted towards whom, as GraphML, which network programs read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from parley.exports.about import Material
from parley.model import Encounter, Event, Statement
from parley.record import StoredFinding

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_EDGE_KEYS = ("relation", "value", "on", "report", "finding", "checked")
_UNSAFE = {letter: None for letter in range(32) if letter not in (9, 10, 13)}
Edge = tuple[str, str, dict[str, str | None]]


def graphml(material: Material) -> str:
    """The network as an XML document: a node a name, an edge a finding.

    Edges are `met` (no direction is meant), `spoke_of` (from the speaker) and `acted` (from the actor).

    Args:
        material: from `parley.exports.about.material`.
    """
    root = Element("graphml", xmlns=_NAMESPACE)
    SubElement(root, "key", {"id": "name", "for": "node", "attr.name": "name", "attr.type": "string"})
    for name in _EDGE_KEYS:
        SubElement(root, "key", {"id": name, "for": "edge", "attr.name": name, "attr.type": "string"})
    SubElement(root, "key", {"id": "about", "for": "graph", "attr.name": "about", "attr.type": "string"})
    graph = SubElement(root, "graph", id="who", edgedefault="directed")
    asked = (
        f"{material.about['program']}, record {material.about['record_version']}: {material.about['filters']}"
    )
    SubElement(graph, "data", key="about").text = asked
    edges = [edge for stored in material.findings for edge in _edges(stored)]
    numbers = {name: f"n{number}" for number, name in enumerate(_names(edges))}
    for name, number in numbers.items():
        SubElement(SubElement(graph, "node", id=number), "data", key="name").text = name.translate(_UNSAFE)
    for source, target, values in edges:
        edge = SubElement(graph, "edge", source=numbers[source], target=numbers[target])
        for key, value in values.items():
            if value is not None:
                SubElement(edge, "data", key=key).text = value.translate(_UNSAFE)
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _names(edges: list[Edge]) -> list[str]:
    return list(dict.fromkeys(name for source, target, _ in edges for name in (source, target)))


def _edges(stored: StoredFinding) -> Iterator[Edge]:
    """The edges of a finding, each with its values."""
    finding = stored.finding
    common = {"report": stored.report.id, "finding": stored.id, "checked": stored.checked.value}
    if isinstance(finding, Encounter):
        values = {"relation": "met", "value": finding.status.value, "on": finding.on, **common}
        yield from ((one, other, values) for one, other in combinations(finding.participants, 2))
    elif isinstance(finding, Event) and finding.actor and finding.target:
        values = {"relation": "acted", "value": finding.code, "on": finding.on, **common}
        yield finding.actor, finding.target, values
    elif isinstance(finding, Statement) and finding.source is not None:
        values = {"relation": "spoke_of", "value": finding.speech.value, "on": finding.said_on, **common}
        yield from (
            (finding.source.name, name, values) for name in finding.about if name != finding.source.name
        )
