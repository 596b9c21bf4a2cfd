"""Names of bodies without what varies from report to report: articles, legal forms, letters in brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.identity.names import folded
from parley.vocabulary.identity import descriptors, house_words, legal_forms, one_spelling

_IN_BRACKETS = re.compile(r"\s*[(\[]\s*(?:the\s+)?(?:[A-Z][A-Za-z.&-]{0,9}|[A-Z.]{2,14})\s*[)\]]\s*$")
"""Letters a report gives after a name, to go by from then on: "World Trade Organization (WTO)"."""


@lru_cache(maxsize=65536)
def body_words(name: str) -> str:
    """The name of a body as it is compared, folded.

    Args:
        name: as a report has it, without the party it is of.

    Returns:
        Without "the", the letters after it in brackets, a legal form ("Inc.") and a small word that only says
        what it is ("union"); "Organisation" as "Organization", "W.T.O." as "WTO", "Ministry of Trade" as
        "Trade Ministry". The whole name where nothing else would be left.
    """
    words = _IN_BRACKETS.sub("", name).split() or name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in descriptors():
        words.pop()
    parts = _joined_letters(folded(" ".join(words)).split())
    while len(parts) > 1 and parts[-1] in legal_forms():
        parts.pop()
    return " ".join(_house([one_spelling().get(part, part) for part in parts])) or folded(name)


def _joined_letters(parts: list[str]) -> list[str]:
    """Letters that stand alone as one word, where there is nothing else: "w t o" is "wto"."""
    return ["".join(parts)] if len(parts) > 1 and all(len(part) == 1 for part in parts) else parts


def _house(parts: list[str]) -> list[str]:
    """A ministry by what it is for: "ministry of foreign affairs" is "foreign ministry"."""
    if len(parts) > 2 and parts[0] in house_words() and parts[1] in ("of", "for"):
        parts = [*(part for part in parts[2:] if part != "the"), parts[0]]
    if len(parts) > 2 and parts[-1] in house_words() and parts[-2] == "affairs" and parts[-3] == "foreign":
        parts = [*parts[:-2], parts[-1]]
    return parts
