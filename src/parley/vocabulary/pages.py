"""What web pages call what they say of their article: `data/pages.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def page_names(field: str) -> tuple[str, ...]:
    """The names that web pages have for `field` ("published"), the most explicit first."""
    source = files("parley.vocabulary").joinpath("data", "pages.toml")
    return tuple(tomllib.loads(source.read_text(encoding="utf-8"))[field])
