"""How far an incident has come: observed, verified, attributed are different acts."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlsplit

from parley.ground.incidents.asking import Merged

_GEOLOCATED = frozenset({"bellingcat", "geoconfirmed"})


class State(StrEnum):
    """How far a candidate has come."""

    OBSERVED = "observed"
    VERIFIED = "verified"
    ATTRIBUTED = "attributed"
    UNOBSERVABLE = "could_not_be_observed"
    REJECTED = "rejected"


def state_of(merged: Merged) -> tuple[State, str]:
    """How far an incident has come, and why."""
    located = sorted({report.feed for report in merged.reports} & _GEOLOCATED)
    origins = {_origin(source) for report in merged.reports for source in report.sources} - {""}
    if not located and len(origins) < 2:
        return State.OBSERVED, "One source tells it; nobody has borne it out."
    why = f"geolocated by {', '.join(located)}" if located else f"told by {len(origins)} sources"
    side = side_of(merged)
    if side and not merged.doubts:
        return State.ATTRIBUTED, f"Verified ({why}); a report says that {side} did it."
    return (
        State.VERIFIED,
        f"Verified ({why}); no report says which side did it." if not side else f"Verified ({why}).",
    )


def _origin(source: str) -> str:
    """Who is behind a source: the host of its address, for channels with the channel's name."""
    parts = urlsplit(source.strip())
    host = (parts.hostname or source.strip()).removeprefix("www.").lower()
    shared = host in {
        "t.me",
        "twitter.com",
        "x.com",
        "youtube.com",
        "facebook.com",
        "tiktok.com",
        "instagram.com",
    }
    return f"{host}/{parts.path.strip('/').split('/')[0].lower()}" if shared else host


def side_of(merged: Merged) -> str:
    """The side that its reports say did it, where they name one only; else an empty word."""
    sides = {report.side for report in merged.reports if report.side}
    return sides.pop() if len(sides) == 1 else ""
