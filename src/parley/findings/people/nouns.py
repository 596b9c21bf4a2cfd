"""Role nouns in a text: "prime minister", "spokeswoman", "heads of delegation"."""

from __future__ import annotations

from dataclasses import dataclass

from parley.language.tree import Doc
from parley.vocabulary.offices import Standing, honorifics, singulars, standings, titles

_ABBREVIATIONS = {
    "sen.": "senator",
    "sens.": "senator",
    "rep.": "representative",
    "reps.": "representative",
    "gen.": "general",
    "lt.": "lieutenant",
    "col.": "colonel",
    "maj.": "major",
    "capt.": "captain",
    "adm.": "admiral",
    "gov.": "governor",
    "amb.": "ambassador",
    "cmdr.": "commander",
}
_LONGEST = 4
_CLERGY = frozenset(
    {"ayatollah", "pope", "king", "queen", "prince", "princess", "sheikh", "emir", "sultan", "imam"}
)


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A role noun: tokens from `start` up to `end`, the noun in the singular, and whether it was plural."""

    start: int
    end: int
    noun: str
    plural: bool

    @property
    def standing(self) -> Standing:
        """For whom its bearer speaks."""
        return standings().get(self.noun, Standing.OFFICE)


def role_noun_ending(doc: Doc, last: int, first: int = 0) -> RoleNoun | None:
    """The longest role noun whose last token is `last` and that starts at `first` or later, or None."""
    known, singular = standings(), singulars()
    if last < first:
        return None
    for start in range(max(first, last - _LONGEST + 1), last + 1):
        words = doc[start : last + 1].text.lower()
        if words in singular:
            return RoleNoun(start, last + 1, singular[words], plural=True)
        if words in known:
            return RoleNoun(start, last + 1, words, plural=False)
    word = doc[last].lower_
    if word in _ABBREVIATIONS:
        return RoleNoun(last, last + 1, _ABBREVIATIONS[word], plural=word.endswith("s."))
    if doc[last].text in honorifics() and word in _CLERGY:
        return RoleNoun(last, last + 1, word, plural=False)
    if doc[last].text in titles() and word in known:
        return RoleNoun(last, last + 1, word, plural=False)
    return None


def is_role_word(doc: Doc, index: int) -> bool:
    """Whether a role noun ends at this token."""
    return role_noun_ending(doc, index, max(0, index - 2)) is not None
