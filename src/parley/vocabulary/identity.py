"""How names vary from report to report, and who held which office when.

The data lie in `data/identity.toml` and `data/holders.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("parley.vocabulary").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def given_name_groups() -> Mapping[str, frozenset[int]]:
    """Given names in small letters, each with the numbers of the groups of names that can be one."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_read("identity.toml")["nicknames"]):
        for name in group:
            found.setdefault(name, set()).add(number)
    return MappingProxyType({name: frozenset(numbers) for name, numbers in found.items()})


@cache
def family_name_first() -> frozenset[str]:
    """Parties whose people are named family name first."""
    return frozenset(_read("identity.toml")["family_name_first"])


@cache
def leading_family_names() -> frozenset[str]:
    """Family names, in small letters, that come first."""
    return frozenset(_read("identity.toml")["family_names"])


@cache
def common_family_names() -> frozenset[str]:
    """Family names, in small letters, that many people bear."""
    return frozenset(_read("identity.toml")["common_family_names"])


@cache
def left_out_particles() -> frozenset[str]:
    """Particles, in small letters, that one report writes before a family name and another does not."""
    return frozenset(_read("identity.toml")["particles"])


@cache
def spellings() -> tuple[tuple[str, str], ...]:
    """Groups of letters that transliterations write differently, each with how it is compared, in order."""
    return tuple((group, written) for group, written in _read("identity.toml")["spellings"])


@cache
def single_offices() -> frozenset[str]:
    """Offices that one person of a party holds at a time."""
    return frozenset(_read("identity.toml")["single_offices"])


@cache
def same_office(office: str) -> str:
    """One name for an office that reports call by several."""
    for names in _read("identity.toml")["same_offices"]:
        if office in names:
            return str(names[0])
    return office


@cache
def _holders() -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    return MappingProxyType(
        {
            (entry["office"], entry["party"]): tuple((name, since) for name, since in entry["holders"])
            for entry in _read("holders.toml")["offices"]
        }
    )


def holder(office: str, party: str, day: str | None) -> str | None:
    """Who held an office of a party on a day.

    Args:
        office: in small letters, as `same_office` gives it ("prime minister").
        party: the party by the record's name for it.
        day: ISO 8601; None: unknown, so nobody.

    Returns:
        A full name; None where the vocabulary does not know, or no longer.
    """
    if day is None or day > _read("holders.toml")["known_until"]:
        return None
    found = None
    for name, since in _holders().get((office, party), ()):
        if since <= day:
            found = name
    return found


@cache
def legal_forms() -> frozenset[str]:
    """Legal forms that follow the name of a company, folded."""
    return frozenset(_read("identity.toml")["legal_forms"])


@cache
def descriptors() -> frozenset[str]:
    """Words in small letters that follow a body's name and only say what it is."""
    return frozenset(_read("identity.toml")["descriptors"])


@cache
def house_words() -> frozenset[str]:
    """What a part of a government is called, folded."""
    return frozenset(_read("identity.toml")["house_words"])


@cache
def one_spelling() -> Mapping[str, str]:
    """Words that two Englishes spell differently, folded, each with the spelling they are compared in."""
    return MappingProxyType(dict(_read("identity.toml")["one_spelling"]))
