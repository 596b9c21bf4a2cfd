"""What people are called by: offices, professions, honorifics, and whom each speaks for.

The data lie in `data/offices.toml`, `data/titles.toml` and `data/leaders.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

_GENERATIONS = frozenset({"Jr", "Sr", "II", "III"})


class Standing(StrEnum):
    """For whom the bearer of a role speaks."""

    OFFICE = "office"
    LEGISLATOR = "legislator"
    PRIVATE = "private"


class Sex(StrEnum):
    """The pronoun a report uses for somebody: he or she."""

    HE = "he"
    SHE = "she"


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody the world knows.

    Attributes:
        name: full name, one of its spellings.
        party: the country or organisation they speak for.
    """

    name: str
    party: str


@cache
def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("parley.vocabulary").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def standings() -> Mapping[str, Standing]:
    """Every role noun, singular and plural, in lower case, with whom its bearer speaks for."""
    data = _read("offices.toml")
    found: dict[str, Standing] = {}
    for key, standing in (
        ("private", Standing.PRIVATE),
        ("legislators", Standing.LEGISLATOR),
        ("offices", Standing.OFFICE),
    ):
        for word in data[key]:
            found[word] = standing
            found.setdefault(plural(word), standing)
    return MappingProxyType(found)


def plural(noun: str) -> str:
    """The plural of a role noun, by the rules of English spelling ("spokesman" -> "spokesmen")."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "ch", "sh", "x")):
        return noun + "es"
    return noun + "s"


@cache
def singulars() -> Mapping[str, str]:
    """Role nouns in the plural, with their singular."""
    data = _read("offices.toml")
    words = (word for key in ("offices", "legislators", "private") for word in data[key])
    return MappingProxyType({plural(word): word for word in words})


@cache
def past_marks() -> frozenset[str]:
    """Words that say an office is over ("former")."""
    return frozenset(_read("offices.toml")["past"])


@cache
def sex_of_noun(noun: str) -> Sex | None:
    """The sex a role noun names by itself ("spokeswoman"), or None."""
    data = _read("offices.toml")
    if noun in data["masculine"]:
        return Sex.HE
    return Sex.SHE if noun in data["feminine"] else None


@cache
def alike(noun: str) -> frozenset[str]:
    """Role nouns by which a report may come back to a bearer of `noun`, itself included.

    Two offices that a group keeps `apart` are never held by one and the same ("the president" is no prime
    minister), though both are leaders.
    """
    found = {noun}
    for group in _read("offices.toml")["alike"]:
        if noun in group["nouns"]:
            apart = set(group.get("apart", ())) if noun in group.get("apart", ()) else set()
            found.update(set(group["nouns"]) - apart)
    return frozenset(found)


@cache
def national_offices() -> Mapping[str, str]:
    """Offices that by their very name belong to one country ("secretary of state"), in lower case."""
    return MappingProxyType(dict(_read("offices.toml")["national"]))


@cache
def body_words(kind: str) -> frozenset[str]:
    """Words, in lower case, that make a name a body of this kind: government, media, company, union, group.

    Raises:
        KeyError: when there is no such kind.
    """
    return frozenset(_read("offices.toml")["bodies"][kind])


@cache
def office_words(kind: str) -> frozenset[str]:
    """Words about offices of this kind: national, accredited, parts ...; in lower case, countries as named.

    Raises:
        KeyError: when there is no such kind.
    """
    return frozenset(_read("offices.toml")["words"][kind])


@cache
def honorifics() -> Mapping[str, Sex | None]:
    """Words written before a name that are no part of it, with the sex they give away."""
    sexes = {"m": Sex.HE, "f": Sex.SHE}
    return MappingProxyType(
        {
            word: sexes.get(group.get("sex", ""))
            for group in _read("titles.toml")["honorifics"]
            for word in group["words"]
        }
    )


@cache
def titles() -> frozenset[str]:
    """Capitalised titles of office that come straight before a name ("Sen.", "President")."""
    return frozenset(_read("titles.toml")["offices"])


@cache
def particles() -> frozenset[str]:
    """Small words that belong to a family name ("de", "bin"), in lower case."""
    return frozenset(_read("titles.toml")["particles"])


@cache
def families_first() -> frozenset[str]:
    """Family names that stand before the given name, in lower case."""
    return frozenset(_read("titles.toml")["family_first"])


@cache
def suffixes() -> frozenset[str]:
    """What may follow a family name ("Jr.")."""
    return frozenset(_read("titles.toml")["suffixes"])


@cache
def sex_of_given_name(name: str) -> Sex | None:
    """The likelier sex of a common given name, a weak hint; None where unknown or given to both."""
    he, she = _given_names()
    if (name in he) == (name in she):
        return None
    return Sex.HE if name in he else Sex.SHE


@cache
def _given_names() -> tuple[frozenset[str], frozenset[str]]:
    data = _read("given_names.toml")
    return frozenset(data["masculine"]), frozenset(data["feminine"])


@cache
def leader(name: str) -> Leader | None:
    """Who the world knows under this full name, or under a family name that is theirs alone; else None.

    Initials and "Jr." may stand in it.
    """
    known = _leaders().get(name)
    if known is not None:
        return known
    words = name.replace(",", " ").split()
    plain = [word for word in words if len(word.rstrip(".")) > 1 and word.rstrip(".") not in _GENERATIONS]
    found = _leaders().get(" ".join(plain)) if 1 < len(plain) < len(words) else None
    if found is not None or len(plain) < 2:
        return found
    # "Bashar Assad" for "Bashar al-Assad".
    family = _leaders().get(plain[-1])
    return family if family is not None and family.name.split()[0] == plain[0] else None


@cache
def leader_families() -> frozenset[str]:
    """The family names under which alone the world knows somebody."""
    return frozenset(name for name in _leaders() if " " not in name)


@cache
def _leaders() -> Mapping[str, Leader]:
    found: dict[str, Leader] = {}
    for group in _read("leaders.toml")["leaders"]:
        for name in group["names"]:
            found[name] = Leader(name, group["country"])
        for family in group.get("family", "").split():
            full = next((name for name in group["names"] if name.endswith(family)), group["names"][0])
            found.setdefault(family, Leader(full, group["country"]))
    return MappingProxyType(found)
