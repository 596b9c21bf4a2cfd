"""What the fields of a report are called where reports come from: `data/fields.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def field_names() -> dict[str, tuple[str, ...]]:
    """For each field of a report, the names it goes by, best first, in lower case without separators."""
    source = files("parley.vocabulary").joinpath("data", "fields.toml")
    return {field: tuple(names) for field, names in tomllib.loads(source.read_text(encoding="utf-8")).items()}
