"""Words and letters that betray the language of a text: `data/languages.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class WordedLanguage:
    """A language of the Latin alphabet, known by its small words."""

    code: str
    name: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class ScriptLanguage:
    """A language known by its script, and by letters only it has where it has such letters."""

    name: str
    alphabet: str
    letters: frozenset[str]


@cache
def _data() -> dict[str, Any]:
    source = files("parley.vocabulary").joinpath("data", "languages.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def worded_languages() -> tuple[WordedLanguage, ...]:
    """Languages of the Latin alphabet, English first."""
    entries = {code: entry for code, entry in _data().items() if code != "script"}
    return tuple(
        WordedLanguage(code, entry["name"], frozenset(entry["words"].split()))
        for code, entry in entries.items()
    )


@cache
def script_languages() -> tuple[ScriptLanguage, ...]:
    """Languages of other alphabets; of one alphabet, those with letters of their own first."""
    return tuple(
        ScriptLanguage(entry["name"], entry["alphabet"], frozenset(entry.get("letters", "")))
        for entry in _data()["script"]
    )
