"""For whom a source without a name speaks: "U.S. officials", "a spokeswoman for his office", "the rebels"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parley.findings.people.affiliation import Bearings
from parley.findings.people.behalf import standing_of
from parley.findings.people.beside import Beside
from parley.findings.people.bodies import medium
from parley.findings.people.homes import Homes
from parley.findings.people.member import Kind, Member, Resolution
from parley.findings.people.nouns import RoleNoun
from parley.findings.people.own_bodies import own_body
from parley.findings.people.phrases import Phrase
from parley.language.tree import Doc, Token
from parley.vocabulary.cues import attributing_words, surrounding_words
from parley.vocabulary.offices import Standing, body_words, office_words, past_marks
from parley.vocabulary.sides import side_words

_ARTICLES = frozenset({"the", "a", "an", "some", "any", "many", "most", "several", "other", "another", "one"})
_ACTORS = frozenset({Kind.COUNTRY, Kind.ORGANISATION, Kind.GROUP})
_REPEATING = frozenset(
    {"tweet", "letter", "op-ed", "speech", "post", "memo", "testimony", "address", "message", "campaign"}
)


@dataclass(frozen=True, slots=True)
class NamelessParty:
    """Tells for whom nameless sources of one report speak.

    Attributes:
        doc: the parsed document.
        bearings: who is named where.
        owner_at: the member whose name a token belongs to.
        meant_by: whom a pronoun at a token means.
        beside: whose people are by what stands beside them.
        homes: of which country those are that a report names without it.
    """

    doc: Doc
    bearings: Bearings
    owner_at: Callable[[int], Member | None]
    meant_by: Callable[[str, int], Resolution | None]
    beside: Beside
    homes: Homes

    def of(self, phrase: Phrase, noun: RoleNoun | None) -> str | None:
        """The party of a source by its words alone; None for private people, media and former officials."""
        words = {token.lower_ for token in self.doc[phrase.start : phrase.base_end]}
        if words & past_marks() or medium(self.doc[phrase.start : phrase.base_end].text):
            return None
        base = self.doc[phrase.base_end - 1].lower_
        if noun is None or base in office_words("own_bodies"):
            own = own_body(self.doc, self.bearings.at, phrase.start, phrase.base_end)
            if own is not None:
                return own
        if noun is None:
            if base not in body_words("government") | body_words("group"):
                return None
            noun = RoleNoun(phrase.base_end - 1, phrase.base_end, base, plural=False)
        if standing_of(noun.noun) is not Standing.OFFICE:
            return None
        party, master = self.bearings.party_of_role(self.doc, phrase.start, noun, phrase.end)
        if party is None and master is not None:
            served = self.owner_at(master)
            return served.party if served is not None else None
        if party is not None and "ministry" in party.lower().split():
            return self.beside.spoke_before(phrase.start) or self.homes.of_ministry(party) or party
        party = None if party in side_words("unsided") else party or self._party_of_pronoun(phrase, noun)
        if party is None and base in body_words("group"):
            return self._own_party(phrase)
        return party or self._unsaid(phrase, noun, words)

    def _unsaid(self, phrase: Phrase, noun: RoleNoun, words: set[str]) -> str | None:
        """Whose people are where their words do not say it, but the report does elsewhere."""
        country = self.homes.of_officials(words)
        if country is None and self.beside.spokesman(noun.noun, phrase.start, phrase.end):
            return self.beside.spoke_before(phrase.start)
        return country

    def _party_of_pronoun(self, phrase: Phrase, noun: RoleNoun) -> str | None:
        """ "a spokeswoman for his office": whom he speaks for."""
        for index in range(noun.end, phrase.end):
            if self.doc[index].lower_ in {"his", "her", "its", "their"}:
                meant = self.meant_by(self.doc[index].lower_, phrase.start)
                return meant.on_behalf_of if meant is not None else None
        return None

    def _own_party(self, phrase: Phrase) -> str:
        """An armed group or opposition without a name of its own is its own party."""
        words = self.doc[phrase.start : phrase.base_end].text.split()
        while len(words) > 1 and words[0].lower() in _ARTICLES:
            words = words[1:]
        text = " ".join(words)
        return (
            text[0].lower() + text[1:]
            if text[:1].isupper() and text[1:2].islower() and len(words) == 1
            else text
        )


def carries_words(token: Token) -> bool:
    """Whether a noun is a piece of somebody's words ("letter"), and heads its phrase."""
    noun = token.lemma_.lower()
    known = noun in attributing_words().nouns or noun in surrounding_words().media or noun in _REPEATING
    if not known or token.dep_ in {"amod", "compound"}:
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return noun not in body_words("media") and (
        following is None
        or (following.pos_ not in {"NOUN", "PROPN"} and following.text not in {"-", "'s", "’s"})
    )


def collective(noun: str) -> bool:
    """Whether a role noun names a body and not somebody ("government", "army")."""
    return noun in body_words("government") | body_words("group") | {"people", "force", "troop", "side"}


def single_person(who: Resolution) -> float:
    """How well somebody fits "he" or "she", sex aside."""
    return 1.0 if who.kind is Kind.PERSON and not who.plural else 0.0


def acting_body(who: Resolution) -> float:
    """How well somebody fits "it"."""
    if who.plural:
        return 0.0
    if who.kind is Kind.PLACE:
        known = who.member is not None and who.member.naming is not None
        return 0.5 if known else 0.0
    return 1.0 if who.kind in _ACTORS else 0.0


def plurality(who: Resolution) -> float:
    """How well somebody fits "they"."""
    if who.plural:
        return 1.2
    if who.kind is Kind.GROUP:
        return 0.9
    return 0.35 if who.kind in {Kind.ORGANISATION, Kind.COUNTRY} else 0.0


def sends_delegates(who: Resolution) -> bool:
    """Whether somebody is a country or body of whose delegate a bulletin may write "he"."""
    return who.kind is Kind.COUNTRY or (who.member is not None and who.member.naming is not None)
