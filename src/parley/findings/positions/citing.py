"""The words that show a position: enough of the sentence to be found again in the report."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.findings.positions.filled import Framed
from parley.model import Span

_LONGEST_SUBJECT = 8
_FARTHEST_TOPIC = 20
_SHORTEST = 4


def evidence(scene: Scene, one: Framed, topic: tuple[int, int]) -> Span:
    """The words that show a stance, from its subject or owner to its topic.

    Words that stand elsewhere in the report too are widened within their sentence until they do not, so that
    a reader who looks for them finds this place.

    Args:
        scene: the report.
        one: the framed word.
        topic: first token of the words that name the topic, and after their last one.
    """
    start, stop = scene.bounds_of[scene.sentence_of[one.token.i]]
    first, last = _core(one, topic, start, stop)
    while (first, last) != (start, stop) and (last - first < _SHORTEST or not _alone(scene, first, last)):
        first, last = (first, last + 1) if last < stop else (first - 1, last)
    return scene.span(first, last)


def _core(one: Framed, topic: tuple[int, int], start: int, stop: int) -> tuple[int, int]:
    inside = [one.token.i, one.predicate.i]
    first = min(inside)
    for child in one.predicate.lefts:
        if child.dep_.startswith(("nsubj", "aux", "cop")):
            near = child.i - child.left_edge.i < _LONGEST_SUBJECT
            first = min(first, child.left_edge.i if near else child.i)
    further = [*topic, one.topic.head.i + 1]
    if one.owner is not None:
        further += [one.owner.i, one.owner.i + 1]
    last = max(inside) + 1
    for place in further:
        if start <= place <= stop and first - _FARTHEST_TOPIC <= place <= last + _FARTHEST_TOPIC:
            first, last = min(first, place), max(last, place)
    return max(first, start), min(last, stop)


def _alone(scene: Scene, first: int, last: int) -> bool:
    text = scene.doc.text
    words = scene.span(first, last).of(text)
    return text.find(words, text.find(words) + 1) < 0
