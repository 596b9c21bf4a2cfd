"""The terms of a truce, from a TOML file: who, where, which targets, from when, in which time zone."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from parley.ground.errors import GroundError

_KEYS = {
    "name",
    "parties",
    "from",
    "until",
    "timezone",
    "places",
    "except_places",
    "targets",
    "line_km",
    "feeds",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What a truce forbids.

    Attributes:
        name: what it is called.
        parties: the sides it binds; empty for all.
        start: the moment it begins, in UTC.
        end: the moment it ends, in UTC, or None.
        timezone: the zone its times are written in.
        places: where it holds; empty for everywhere.
        except_places: where it does not.
        targets: kinds of targets it protects; empty for all.
        line_km: it holds this near the line only, or None.
        feeds: feeds that are asked; empty for all.
    """

    name: str
    parties: tuple[str, ...]
    start: datetime
    end: datetime | None
    timezone: str
    places: tuple[str, ...] = ()
    except_places: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    line_km: float | None = None
    feeds: tuple[str, ...] = ()


def read_terms(path: Path) -> Terms:
    """The terms in a file.

    Raises:
        GroundError: when the file is no TOML, lacks its beginning or zone, or has a key that nobody knows.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GroundError(f"{path.name} is no TOML: {error}.") from error
    unknown = sorted(set(written) - _KEYS)
    if unknown:
        raise GroundError(
            f"{path.name}: nobody knows {unknown[0]!r}; the terms are {', '.join(sorted(_KEYS))}."
        )
    zone = _zone(written, path)
    start = _moment(written, "from", zone, path)
    if start is None:
        raise GroundError(f"{path.name} does not say from when the truce holds: from = 2025-03-18T12:00:00.")
    return Terms(
        name=str(written.get("name", path.stem)),
        parties=_words(written, "parties", path),
        start=start,
        end=_moment(written, "until", zone, path),
        timezone=zone.key,
        places=_words(written, "places", path),
        except_places=_words(written, "except_places", path),
        targets=_words(written, "targets", path),
        line_km=float(written["line_km"]) if "line_km" in written else None,
        feeds=_words(written, "feeds", path),
    )


def _zone(written: Mapping[str, Any], path: Path) -> ZoneInfo:
    name = written.get("timezone")
    if not isinstance(name, str):
        raise GroundError(f'{path.name} does not say in which zone its times are: timezone = "Europe/Kyiv".')
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise GroundError(f"{path.name}: {name!r} is no time zone; write one such as Europe/Kyiv.") from error


def _moment(written: Mapping[str, Any], key: str, zone: ZoneInfo, path: Path) -> datetime | None:
    """A moment in UTC; a day without a time begins at midnight of the truce's zone."""
    value = written.get(key)
    if value is None:
        return None
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError as error:
        raise GroundError(
            f"{path.name}: {key} = {value!r} is no moment; write 2025-03-18T12:00:00."
        ) from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _words(written: Mapping[str, Any], key: str, path: Path) -> tuple[str, ...]:
    value = written.get(key, [])
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise GroundError(f"{path.name}: {key} is a list of words in quotation marks.")
    return tuple(value)
