"""The timeline's encounters as a calendar file."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from parley.desk.desk import Desk
from parley.desk.visits import Visitor
from parley.views.calendar import calendar
from parley.views.icalendar import icalendar


def calendar_file(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """All dated encounters as iCalendar."""
    text = icalendar(desk.store.kept("calendar", calendar))
    headers = {"Content-Disposition": 'attachment; filename="encounters.ics"'}
    return Response(text, media_type="text/calendar", headers=headers)
