"""The histories of events: reports that tell of one deed of one side against another on one day."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from parley.model import Event
from parley.model.codec import Object
from parley.model.rulings import Checked, checked_of
from parley.record.days import days
from parley.record.histories.ways import Handle, Line, Seen, Told, Window, each, span_of

_SAME = ("code", "actor", "target", "on", "factuality", "claimed_by")


class EventWay:
    """How tellings of events come together: by their class, sides, day, factuality and teller."""

    kind = "event"
    type = "event"

    def told(self, seen: Seen) -> tuple[str, Object] | None:
        """What orders a telling, and its facts."""
        event = seen.finding
        if not isinstance(event, Event):
            return None
        sides = [name for side in (event.actor, event.target) if side for name in side.split("; ")]
        parties = [seen.affiliations[name] for name in sides if name in seen.affiliations]
        facts: Object = {
            **{name: getattr(event, name) for name in (*_SAME, "place")},
            "published": seen.published,
            "sides": each([*sides, *parties]),
            "words": " … ".join(" ".join(span.of(seen.text).split()) for span in event.evidence),
            "checked": seen.checked,
        }
        return f"{seen.published or '9999'} {seen.report} {seen.position:06d} {seen.id}", facts

    def read(self, told: Told) -> str | None:
        """What makes two tellings one event; one without a date or without both sides stands alone."""
        facts = told.facts
        if facts["on"] is None or facts["actor"] is None or facts["target"] is None:
            return None
        same = json.dumps([facts[name] for name in _SAME])
        return hashlib.sha256(f"parley-event-1|{same}".encode()).hexdigest()[:16]

    def handles(self, told: Told) -> list[Handle]:
        """The event itself."""
        return [(told.read, 0)] if told.read is not None else []

    def windows(self, told: Told) -> list[Window]:
        """The same."""
        return [(told.read, 0, 0)] if told.read is not None else []

    def enough(self, told: Told) -> int:
        """One will do."""
        return 1

    def near(self, first: Told, second: Told) -> bool:
        """Whether two tellings are of one event."""
        return first.read is not None and first.read == second.read

    def fits(self, members: Sequence[Told], told: Told) -> float:
        """Whether a telling is of the same event as others."""
        return 1.0 if self.near(members[0], told) else 0.0

    def line(self, members: Sequence[Told]) -> Line:
        """The event as all its tellings have it."""
        facts = members[0].facts
        content: Object = {
            **{name: facts[name] for name in (*_SAME, "published", "words")},
            "place": next((one.facts["place"] for one in members if one.facts["place"]), None),
            "reports": each(one.report for one in members),
            "findings": each(one.id for one in members),
            "checked": checked_of(Checked(one.facts["checked"]) for one in members).value,
        }
        told = span_of([days(one.facts["published"]) for one in members])
        sides = tuple(each(name for one in members for name in one.facts["sides"]))
        return Line(days(facts["on"] or facts["published"]), told, facts["factuality"], sides, content)
