"""Words about who can be a side of a negotiation (`data/sides.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def side_words(name: str) -> frozenset[str]:
    """A list of `data/sides.toml` by its name ("private", "texts", "beside").

    Raises:
        KeyError: when there is no such list.
    """
    return frozenset(_data()[name])


@cache
def state_media() -> Mapping[str, str]:
    """The countries for which media speak, by words of their names in lower case."""
    return MappingProxyType(dict(_data()["state_media"]))


@cache
def parties_of_adjectives() -> Mapping[str, str]:
    """Political parties by the adjectives made of their names, in lower case."""
    return MappingProxyType(dict(_data()["adjectives"]))


@cache
def home_of_parties() -> Mapping[str, str]:
    """The countries of political parties that the record names shortly ("Democrats"), by those names."""
    return MappingProxyType(dict(_data()["home_of_parties"]))


@cache
def chambers() -> Mapping[str, str]:
    """The names of chambers of parliaments by their short names in lower case ("house")."""
    return MappingProxyType(dict(_data()["chambers"]))


@cache
def _data() -> Mapping[str, Any]:
    source = files("parley.vocabulary").joinpath("data", "sides.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
