"""Sides that a report only describes, by nouns for people and bodies of people."""

from __future__ import annotations

from collections.abc import Sequence

from parley.vocabulary.offices import singulars, standings
from parley.vocabulary.sides import side_words
from parley.vocabulary.stances import stance_words

# Longer names are no names, but what the parse ran together.
_LONGEST = 9
LINKS = frozenset({"in", "of", "for", "at", "on", "from", "with", "to"})
# "U.S.-backed" is what somebody is, and nobody.
PARTICIPLES = (
    "-backed",
    "-led",
    "-brokered",
    "-sponsored",
    "-held",
    "-based",
    "-controlled",
    "-run",
    "-mediated",
    "-supported",
    "-allied",
)


def described(name: str) -> str | None:
    """A side that the report only describes, where its noun is one for people or bodies."""
    words = name.split()
    if not words or len(words) > _LONGEST or words[0].lower() in {"our", "my", "your"} or _one_person(words):
        return None
    if any(word in stance_words("texts") for word in words):
        return None
    if not name[:1].isalnum() or words[-1].lower() in {"co", "co.", "ltd", "inc", "inc.", "corp", "corp."}:
        return None
    if not words or words[0].lower() in {"a", "an", "some", "many", "most", "few", "both", "it", "they"}:
        return None
    last = words[-1].lower()
    if last in standings() and last not in singulars() and name[:1].isupper() and len(words) == 1:
        return None
    named = len(words) > 1 and any(word[:1].isupper() for word in words)
    return name if for_people(last) or named or (words[0][:1].isupper() and last.endswith("s")) else None


def _one_person(words: Sequence[str]) -> bool:
    """Whether words describe one person, who is no side ("one young man in Kiev", "the bank's analyst")."""
    link = next((number for number, word in enumerate(words) if word in LINKS), len(words))
    if {word.lower() for word in words} & stance_words("outsiders"):
        return True
    return words[max(link, 1) - 1].lower() in side_words("single")


def for_people(word: str) -> bool:
    """Whether a noun, in any number, is one for people or bodies of people."""
    ending = word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")
    noun = f"{word.removesuffix('men')}man" if word.endswith("men") else singulars().get(word, ending)
    if noun in side_words("private"):
        return True
    if noun in side_words("things") or word.endswith(PARTICIPLES):
        return False
    known = standings().keys() | stance_words("animate") | stance_words("bodies") | stance_words("vague")
    endings = tuple(stance_words("animate_endings"))
    return bool({noun, word} & known) or (noun.endswith(endings) and not noun.endswith("ment"))
