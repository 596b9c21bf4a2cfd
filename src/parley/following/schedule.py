"""When a feed or page is asked for again."""

from __future__ import annotations

import datetime

from parley.record.following import Followed

_HOUR = 3600.0
_DAY = 24 * _HOUR

# News pages are corrected within hours, hardly ever after a fortnight: (age of the page, pause), in seconds.
_PAUSES = ((_DAY, _HOUR), (3 * _DAY, 6 * _HOUR), (14 * _DAY, _DAY))

# A feed or page that fails is left alone for 5 minutes, then twice as long each time, at most a day.
_FIRST_PAUSE = 300.0
_LONGEST_PAUSE = _DAY
_LONGEST_ASKED_FOR = 7 * _DAY  # a site may ask for more patience than that; nobody's clock is that wrong

GIVEN_UP = 6
"""After so many failures in a row a page is no longer waited for: by then half a day has gone by."""


def moment(said: str | None) -> datetime.datetime | None:
    """A moment as the record keeps it."""
    if said is None:
        return None
    known = datetime.datetime.fromisoformat(said)
    return known if known.tzinfo else known.replace(tzinfo=datetime.UTC)


def may_be_asked(known: Followed, now: datetime.datetime) -> bool:
    """Whether an address may be asked for now: nobody asked for more patience than has been shown.

    A moment further off than anybody may ask for was written by a clock that was wrong, and does not count.
    """
    until = moment(known.not_before)
    if until is None:
        return True
    return until <= now or (until - now).total_seconds() > _LONGEST_ASKED_FOR


def is_due(known: Followed, now: datetime.datetime) -> bool:
    """Whether a page that was read is to be looked at again."""
    checked, first = moment(known.checked), moment(known.first_seen)
    if checked is None or first is None or checked > now:
        return True
    age, since = (now - first).total_seconds(), (now - checked).total_seconds()
    return any(age < limit and since >= pause for limit, pause in _PAUSES)


def after_failure(failures: int, asked_for: float | None, now: datetime.datetime) -> str:
    """Not before when to ask again.

    Args:
        failures: how often in a row it has failed, this time included.
        asked_for: seconds the site asks to wait, where it says so.
        now: the time.
    """
    pause = min(_FIRST_PAUSE * 2 ** min(failures - 1, 16), _LONGEST_PAUSE)
    pause = min(max(pause if asked_for is None else asked_for, 0.0), _LONGEST_ASKED_FOR)
    return (now + datetime.timedelta(seconds=pause)).isoformat(timespec="seconds")
