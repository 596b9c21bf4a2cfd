"""What shows, without any parse, that a sentence should have given a finding (`data/coverage.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class CoverageWords:
    """The lists of `data/coverage.toml`.

    Attributes:
        stances: base forms of words that put somebody somewhere on what is negotiated.
        stance_phrases: phrases that do, in lower case.
        silent: words of what is refused where only an answer is.
        cues: forms of words that attribute.
        cue_phrases: phrases that do, in lower case.
        pronouns: words that name nobody alone.
        abbreviations: words whose point ends no sentence.
    """

    stances: Words
    stance_phrases: tuple[str, ...]
    silent: Words
    cues: Words
    cue_phrases: tuple[str, ...]
    pronouns: Words
    abbreviations: Words


@cache
def coverage_words() -> CoverageWords:
    """The words of `data/coverage.toml`."""
    source = files("parley.vocabulary").joinpath("data", "coverage.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return CoverageWords(
        stances=frozenset(data["stances"]["words"]),
        stance_phrases=tuple(data["stances"]["phrases"]),
        silent=frozenset(data["stances"]["silent"]),
        cues=frozenset(data["cues"]["words"]),
        cue_phrases=tuple(data["cues"]["phrases"]),
        pronouns=frozenset(data["sources"]["pronouns"]),
        abbreviations=frozenset(data["abbreviations"]["words"]),
    )
