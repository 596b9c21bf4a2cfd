"""From named values (front matter, JSON) to a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parley.reports.draft import Draft
from parley.vocabulary.fields import field_names

_SEPARATORS = re.compile(r"[\s_-]+")


def draft_of_fields(fields: Mapping[str, object], text: str | None = None) -> Draft | None:
    """The draft that `fields` describe, or None where they hold no text and `text` is None."""
    known = {_SEPARATORS.sub("", name).lower(): value for name, value in fields.items()}

    def value(field: str) -> str | None:
        names = field_names()[field]
        return next((words for name in names if (words := _words(known.get(name), field))), None)

    body = value("text") if text is None else text
    if body is None:
        return None
    return Draft(
        text=body,
        title=value("title"),
        outlet=value("outlet"),
        byline=value("byline"),
        url=value("url"),
        published=value("published"),
    )


def _words(value: object, field: str) -> str | None:
    """A value as words: a list is joined, of an object its name counts."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return None if field == "text" else str(value)  # a day may be a number, a report is none
    if isinstance(value, Mapping):
        return next((words for key in ("name", "title") if (words := _words(value.get(key), field))), None)
    if isinstance(value, list | tuple):
        joint = "\n\n" if field == "text" else ", "
        return joint.join(words for item in value if (words := _words(item, field))) or None
    return None
