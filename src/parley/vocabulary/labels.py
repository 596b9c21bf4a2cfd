"""Words of the labels that name the speaker in a transcript."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Words of speaker labels, in lower case without full stops; see `data/labels.toml` for each list.

    Attributes:
        askers: who only asks or leads through the hour.
        answerers: who answers without a name.
        offices: forms of address and offices.
        never: words of headings that only look like a label.
    """

    askers: Words
    answerers: Words
    offices: Words
    never: Words


@cache
def label_words() -> LabelWords:
    """The words of `data/labels.toml`."""
    table = tomllib.loads((files("parley.vocabulary") / "data" / "labels.toml").read_text(encoding="utf-8"))
    return LabelWords(**{name: frozenset(words) for name, words in table.items()})
