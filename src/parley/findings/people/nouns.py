"""Role nouns in a text: "prime minister", "spokeswoman", "heads of delegation"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parley.language.tree import Doc
from parley.vocabulary.offices import Standing, honorifics, office_words, singulars, standings, titles

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
_ENDING = 4
_OF = frozenset({"of", "for"})
_WITHIN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "X", "PART"})
_FARTHEST = 7
_CLERGY = frozenset(
    {"ayatollah", "pope", "king", "queen", "prince", "princess", "sheikh", "emir", "sultan", "imam"}
)


_ACCREDITED = frozenset({"ambassador", "envoy", "mediator", "emissary", "negotiator", "representative"})


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

    @property
    def of_others(self) -> frozenset[str]:
        """The prepositions after which somebody is named for whom its bearer does not speak.

        An envoy is sent *to* others; the minister *for* the coastal peoples is the government's.
        """
        if self.noun in _ACCREDITED:
            return frozenset({"to", "for", "in", "on"})
        return frozenset({"for"}) if self.noun in office_words("portfolios") else frozenset()


def role_noun_ending(doc: Doc, last: int, first: int = 0) -> RoleNoun | None:
    """The longest role noun whose last token is `last` and that starts at `first` or later, or None."""
    known, singular = standings(), singulars()
    if last < first:
        return None
    final = doc.tokens[last]
    word = final.lower_
    if word[-_ENDING:] in _endings() or len(word) < _ENDING:
        after = final.idx + len(final.text)
        for start in range(max(first, last - _LONGEST + 1), last + 1):
            words = doc.text[doc.tokens[start].idx : after].lower()
            if words in singular:
                return RoleNoun(start, last + 1, singular[words], plural=True)
            if words in known:
                return RoleNoun(start, last + 1, words, plural=False)
    if word in _ABBREVIATIONS:
        return RoleNoun(last, last + 1, _ABBREVIATIONS[word], plural=word.endswith("s."))
    if final.text in honorifics() and word in _CLERGY:
        return RoleNoun(last, last + 1, word, plural=False)
    if final.text in titles() and word in known:
        return RoleNoun(last, last + 1, word, plural=False)
    return None


@cache
def _endings() -> frozenset[str]:
    """The last letters of all role nouns; most words that are none do not end so."""
    return frozenset(noun[-_ENDING:] for noun in (*standings(), *singulars()))


def is_role_word(doc: Doc, index: int) -> bool:
    """Whether a role noun ends at this token."""
    return role_noun_ending(doc, index, max(0, index - 2)) is not None


def office_behind(doc: Doc, name: int, first: int = 0) -> RoleNoun | None:
    """The office with what it is of, before a name ("the head of the dockers' union | Ida Lund"), or None.

    Args:
        doc: the parsed document.
        name: first token of a person's name.
        first: where the office may begin.
    """
    index = name - 1
    if index <= first or doc[index].pos_ not in {"NOUN", "PROPN", "X"} or is_role_word(doc, index):
        return None
    while index > first and doc[index].lower_ not in _OF:
        between = doc[index]
        if name - index > _FARTHEST or between.is_space or between.pos_ not in _WITHIN:
            return None
        index -= 1
    noun = role_noun_ending(doc, index - 1, first) if index > first else None
    return noun if noun is not None and not noun.plural else None
