"""What shows that a name which the vocabulary does not know is a state's: its offices and bodies."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class StateWords:
    """Words in lower case; see `data/states.toml` for each list.

    Attributes:
        bodies: offices and bodies that a state's name owns.
        of: those that stand before "of" and the name.
        surest: those of which one shows a state.
        endings: how adjectives are made of a land's name.
        never: words that are no land.
        between: how many words may stand between the name and what it owns.
        least: how many different showings are needed.
    """

    bodies: Words
    of: Words
    surest: Words
    endings: Words
    never: Words
    between: int
    least: int


@cache
def state_words() -> StateWords:
    """The words of `data/states.toml`."""
    data = tomllib.loads((files("parley.vocabulary") / "data" / "states.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
    return StateWords(**lists, between=data["between"], least=data["least"])


@cache
def land_halves() -> Mapping[str, str]:
    """The halves of a divided land as reports call them, with the state that each is."""
    data = tomllib.loads((files("parley.vocabulary") / "data" / "states.toml").read_text(encoding="utf-8"))
    return MappingProxyType(dict(data["halves"]))
