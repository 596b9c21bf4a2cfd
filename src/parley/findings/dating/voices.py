"""Who goes on speaking where a report names no name: "a diplomat said on Monday … the diplomat said"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from parley.findings.dating.saying import Page, Saying
from parley.vocabulary.geography import Form, naming

_DEFINITE = frozenset({"the", "this", "that"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
# What follows these tells more of somebody already named by a noun.
_FURTHER = frozenset(
    {"of", "from", "in", "at", "with", "for", "to", "who", "which", "that", "on", ",", "(", "by", "close"}
)
_JOINING = frozenset({"and", "or", "by", "with", "to", "for", "'s", "’s"})
_ORDINALS = frozenset({"first", "same", "latter", "former"})


def with_voices(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings with one speaker for "a senior diplomat" and "the diplomat" that is meant by it.

    Args:
        page: the document.
        sayings: all of a report's, in text order.
    """
    titles = _titles(page, sayings)
    names = _full_names({saying.speaker for saying in sayings if saying.speaker})
    heard: dict[str, str] = {}
    found = []
    for saying in sayings:
        side = naming((saying.speaker or "").removeprefix("the "))
        if side is not None and side.form is Form.NAME:
            saying = replace(saying, speaker=side.party)
        elif saying.speaker in names:
            saying = replace(saying, speaker=names[saying.speaker])
        saying = replace(saying, speaker=titles.get(saying.speaker or "", saying.speaker))
        words = (saying.speaker or "").split()
        noun = _noun(words)
        if noun is not None and _is_definite(words) and noun in heard:
            saying = replace(saying, speaker=heard[noun])
        if noun is not None and saying.speaker is not None:
            heard[noun] = saying.speaker
        found.append(saying)
    return found


def _titles(page: Page, sayings: Sequence[Saying]) -> dict[str, str]:
    """Descriptions by the name told later: "the lead negotiator" by Ana Ruiz, of "Negotiator Ana Ruiz".

    Only where a report names one person by that title, and describes one.
    """
    described: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for saying in sayings:
        words = (saying.speaker or "").split()
        noun = _noun(words)
        if noun is not None and words[0].lower() in _DEFINITE:
            described.setdefault(noun, set()).add(saying.speaker or "")
        for part in saying.source if noun is None and words else ():
            source = page.lowers(*page.tokens(part))
            name = {word.lower() for word in words}
            place = next((place for place, word in enumerate(source) if word in name), 0)
            if place:
                named.setdefault(source[place - 1], set()).add(saying.speaker or "")
    return {
        next(iter(described[title])): next(iter(people))
        for title, people in named.items()
        if len(people) == 1 and len(described.get(title, ())) == 1
    }


def _full_names(speakers: Set[str]) -> dict[str, str]:
    """Names with a title by those without: "chief of staff Ana Ruiz" by "Ana Ruiz"."""
    plain = {name for name in speakers if len(name.split()) > 1 and name[:1].isupper()}
    return {
        name: other
        for name in speakers
        for other in plain
        if name.endswith(f" {other}") and _is_title(name[: -len(other) - 1])
    }


def _is_title(words: str) -> bool:
    """Whether words before a name tell what somebody is: some of them are no names."""
    return any(word.islower() for word in words.split()) and not _JOINING & set(words.split())


def _noun(words: Sequence[str]) -> str | None:
    """The noun of a description in the singular; None for names and for several people."""
    end = next((place for place, word in enumerate(words) if place and word in _FURTHER), len(words))
    noun = words[end - 1] if words[:end] else ""
    if not noun.isalpha() or not noun.islower() or (noun.endswith("s") and not noun.endswith("ss")):
        return None
    return noun


def _is_definite(words: Sequence[str]) -> bool:
    """Whether a description is of somebody told of before: "the aide", "the minister's aide"."""
    head = next((place for place, word in enumerate(words) if place and word in _FURTHER), len(words))
    return (words[0].lower() in _DEFINITE and head <= 2 + bool(_ORDINALS & set(words))) or any(
        word in _POSSESSIVE or word.endswith(("'s", "’s")) for word in words
    )
