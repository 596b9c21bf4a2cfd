"""From a request to a checked question: what the address says, held against a view's parameters."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from parley.desk.view import Kind, Parameter, View
from parley.errors import ParleyError
from parley.record.days import days

LONGEST_VALUE = 500
_LARGEST_NUMBER = 10**9


class BadQuestion(ParleyError):
    """An address that asks for what cannot be asked."""


def checked(view: View, given: Mapping[str, str]) -> dict[str, str]:
    """The values of a view's parameters; empty ones are as if not given, unknown names are passed over.

    Raises:
        BadQuestion: when a value is not of its kind.
    """
    found = {}
    for parameter in view.parameters:
        value = given.get(parameter.name, "").strip()
        if value:
            _check(parameter, value)
            found[parameter.name] = value
    return found


def _check(parameter: Parameter, value: str) -> None:
    if len(value) > LONGEST_VALUE or "\0" in value:
        raise BadQuestion(f"“{parameter.label}” may have at most {LONGEST_VALUE} characters.")
    if parameter.kind is Kind.DATE and days(value) is None:
        raise BadQuestion(
            f"“{parameter.label}” must be a date: 2025, 2025-06 or 2025-06-03, not {value[:40]!r}."
        )
    if parameter.kind is Kind.CHOICE and value not in parameter.choices:
        raise BadQuestion(f"“{parameter.label}” must be one of {', '.join(parameter.choices)}.")
    if parameter.kind is Kind.NUMBER and not _is_number(value):
        raise BadQuestion(f"“{parameter.label}” must be a whole number from 1 on.")


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) < 11 and 1 <= int(value) <= _LARGEST_NUMBER


def address(view: View, values: Mapping[str, object], ending: str = "") -> str:
    """The address of a view with these values; parameters without a value are left out.

    Args:
        view: the view.
        values: by parameter; None and "" count as no value.
        ending: ``.json`` or ``.csv`` for a twin.
    """
    path = view.path
    asked = {}
    for parameter in view.parameters:
        value = values.get(parameter.name)
        if parameter.in_path:
            path = path.replace("{" + parameter.name + "}", quote(str(value), safe=""))
        elif value not in (None, ""):
            asked[parameter.name] = str(value)
    return path + ending + (f"?{urlencode(asked)}" if asked else "")
