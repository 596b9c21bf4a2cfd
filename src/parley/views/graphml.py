"""The graph of who waits for whom as GraphML, which graph programs read."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from parley.views.waiting import Waiting

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = ("party", "act", "status")
_EDGE_KEYS = ("effect", "condition", "day", "findings")


def graphml(waiting: Waiting) -> str:
    """The graph as an XML document: a node a deed, an edge from each awaited deed to the one that waits.

    Args:
        waiting: from `parley.views.waiting.waiting`.
    """
    root = Element("graphml", xmlns=_NAMESPACE)
    for where, names in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name in names:
            SubElement(root, "key", {"id": name, "for": where, "attr.name": name, "attr.type": "string"})
    graph = SubElement(root, "graph", id="waiting", edgedefault="directed")
    for number, deed in enumerate(waiting.deeds):
        node = SubElement(graph, "node", id=f"n{number}")
        _data(node, {"party": deed.party, "act": deed.act, "status": deed.status})
    for wait in waiting.waits:
        edge = SubElement(graph, "edge", source=f"n{wait.awaits}", target=f"n{wait.deed}")
        _data(
            edge,
            {
                "effect": wait.effect,
                "condition": wait.condition,
                "day": wait.day,
                "findings": "; ".join(wait.findings),
            },
        )
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _data(element: Element, values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is not None:
            SubElement(element, "data", key=name).text = value
