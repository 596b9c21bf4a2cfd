"""What the comparison of reports knows of words: `data/copies.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def _data() -> dict[str, Any]:
    source = files("parley.vocabulary").joinpath("data", "copies.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def common_words() -> frozenset[str]:
    """Words that say nothing of what a text is about, in lower case."""
    return frozenset(_data()["common"].split())


@cache
def first_person_words() -> frozenset[str]:
    """Pronouns of the first and second person, in lower case, without apostrophes."""
    return frozenset(_data()["first_person"].split())


@cache
def calendar_words() -> frozenset[str]:
    """Names of days and months, in lower case."""
    return frozenset(_data()["calendar"].split())


@cache
def figures() -> Mapping[str, str]:
    """Numbers that are written as words, in figures ("two": "2")."""
    return MappingProxyType(_data()["figures"])


@cache
def spoken_passage() -> tuple[float, int]:
    """How many pronouns of `first_person_words` a spoken passage has: of a hundred words, and in all."""
    data = _data()
    return float(data["spoken_rate"]), int(data["spoken_words"])
