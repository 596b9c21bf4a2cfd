"""Administering a desk: who may sign in, which feeds are followed, making anew what is derived."""

from __future__ import annotations

from typing import Any

from parley.desk.access import Grant, Role
from parley.desk.view import Answer, Asked, Field, View
from parley.record.following import Followed

_FIELDS = (
    Field("kind", "string", "“grant”: somebody may sign in; “feed”: it is followed."),
    Field("name", "string", "Who; of a feed its address."),
    Field("role", "string", "reader, analyst or admin, of grants; else null."),
    Field("by", "string", "password or token, of grants; else null."),
    Field("health", "string", "Of feeds: well, failing, gone, or not asked yet; else null."),
    Field("checked", "string", "When a feed was asked last, ISO 8601 in UTC, or null."),
    Field("reason", "string", "Why a feed could not be had the last time, or null."),
)


def _answer(asked: Asked) -> Answer:
    """The grants and the feeds."""
    grants = asked.store.access.grants() if asked.store.access is not None else ()
    feeds = asked.store.record.followed_feeds()
    shown = {
        "grants": grants,
        "shared": asked.store.access is not None,
        "feeds": feeds,
        "roles": [role.value for role in Role],
        "rebuilding": asked.store.rebuilding.progress,
        "interrupted": asked.store.record.rebuild_interrupted(),
        "health": health,
    }
    return Answer([*map(_grant_row, grants), *map(_feed_row, feeds)], shown=shown)


def health(feed: Followed) -> str:
    """How a feed does, in a word or two."""
    if feed.gone:
        return "gone"
    if feed.failures:
        return "failing"
    return "well" if feed.checked else "not asked yet"


def _grant_row(one: Grant) -> dict[str, Any]:
    told = {"kind": "grant", "name": one.name, "role": one.role.value, "by": one.kind}
    return {**told, "health": None, "checked": None, "reason": None}


def _feed_row(one: Followed) -> dict[str, Any]:
    told = {"kind": "feed", "name": one.url, "role": None, "by": None}
    return {**told, "health": health(one), "checked": one.checked, "reason": one.reason}


ADMINISTERING = View(
    "administering",
    "/administer",
    "Administer",
    "Who may sign in, which feeds are followed, and making anew what is derived from reports and rulings.",
    _FIELDS,
    _answer,
    needs="administer",
)
