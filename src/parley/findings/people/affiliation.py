"""Whose somebody is: the country or organisation named with a role, a ministry, a group of officials."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from parley.findings.people.member import Kind, Named
from parley.findings.people.nouns import RoleNoun
from parley.vocabulary.geography import Form, naming
from parley.vocabulary.offices import body_words, national_offices

_PREPOSITIONS = frozenset({"of", "for", "at", "from", "with", "to", "in", "on", "under"})
_ACCREDITED = frozenset({"ambassador", "envoy", "mediator", "emissary", "negotiator", "representative"})
_REGIONS = frozenset(
    {"region", "province", "oblast", "state", "district", "county", "governorate", "prefecture", "department"}
)
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


class Bearings:
    """Who is named at which token of a document."""

    def __init__(self, doc: Doc, names: Sequence[Named]) -> None:
        self.names = tuple(names)
        self._doc = doc
        self._owner: list[Named | None] = [None] * len(doc)
        for named in names:
            for index in range(named.start, named.end):
                self._owner[index] = named

    def at(self, index: int) -> Named | None:
        """The name the token at `index` belongs to, or None."""
        return self._owner[index] if 0 <= index < len(self._owner) else None

    def between(self, start: int, end: int) -> list[Named]:
        """The names that begin from `start` up to `end`, in text order."""
        found: list[Named] = []
        index = start
        while index < end:
            owner = self.at(index)
            if owner is not None and owner.start == index:
                found.append(owner)
            index = max(index + 1, owner.end if owner is not None else 0)
        return found

    def party_of(self, named: Named) -> str:
        """The party a name that is no person's stands for, or belongs to; the name itself where none is known."""
        if named.naming is not None:
            return named.naming.party
        country = self.country_of(named)
        if country is not None and governmental(self.text(named)):
            return country
        return self._with_region(named)

    def country_of(self, named: Named) -> str | None:
        """The country or bloc written into a name or straight before it ("Russia's Defence Ministry"), or None."""
        words = self.text(named).split()
        for size in (3, 2, 1):
            for start in range(0, max(1, len(words) - size + 1)):
                known = naming(" ".join(words[start : start + size]).removesuffix("'s").removesuffix("’s"))
                if known is not None and known.form is not Form.CAPITAL and len(words) > size:
                    return known.party
        index = named.start - 1
        while index >= 0 and self._doc[index].lower_ in {"state", "top", "own"} | _POSSESSIVES:
            index -= 1
        before = self.at(index)
        if before is not None and before.naming is not None and before.kind is not Kind.PERSON:
            return before.naming.party
        return None

    def text(self, named: Named) -> str:
        """The name as written, on one line."""
        return " ".join(self._doc[named.start : named.end].text.split())

    def _with_region(self, named: Named) -> str:
        text = self.text(named)
        if named.kind is Kind.PLACE and named.end < len(self._doc):
            following = self._doc[named.end]
            if following.lower_ in _REGIONS:
                return f"{text} {following.lower_}"
        return text

    def party_of_role(self, doc: Doc, start: int, noun: RoleNoun, end: int) -> tuple[str | None, int | None]:
        """Whom the bearer of a role belongs to, as (party, token of the person they serve); either may be None.

        Args:
            doc: the parsed document.
            start: first token of the phrase.
            noun: its role noun.
            end: after its last token.
        """
        before = self.between(start, noun.start)
        party = self._best(before)
        if party is not None:
            return party, None
        master = next((named.start for named in before if named.kind is Kind.PERSON), None)
        if master is not None:
            return None, master
        party, master = self._complement(doc, noun, end)
        if party is None and master is None:
            party = _national(doc, start, noun)
        return party, master

    def _best(self, names: Sequence[Named]) -> str | None:
        others = [named for named in names if named.kind is not Kind.PERSON]
        known = [named for named in others if named.naming is not None and named.naming.form is not Form.CAPITAL]
        for named in (*known, *others):
            return self.party_of(named)
        return None

    def _complement(self, doc: Doc, noun: RoleNoun, end: int) -> tuple[str | None, int | None]:
        """The party after "of", "for", "at" ...; "ambassador to" and "envoy for" name somebody else."""
        abroad = noun.noun in _ACCREDITED
        index, place = noun.end, None
        while index < end:
            word = doc[index].lower_
            if word in _PREPOSITIONS and index + 1 < end:
                stop = index + 1
                while stop < end and not (doc[stop].lower_ in _PREPOSITIONS and doc[stop].pos_ == "ADP"):
                    stop += 1
                names = self.between(index + 1, stop)
                party = self._best(names)
                if party is not None and not (abroad and word in {"to", "for", "in", "on"}):
                    if word != "in":
                        return party, None
                    place = place or party
                person = next((named.start for named in names if named.kind is Kind.PERSON), None)
                if person is not None and word in {"of", "for", "to"}:
                    return None, person
                index = stop
            else:
                index += 1
        names = self.between(noun.end, end) if noun.end == noun.start + 1 and not place else []
        heading = doc[noun.start].pos_ == "VERB" or doc[noun.start].lower_.endswith(("s", "ing", "ed"))
        return (self._best(names), None) if heading and names else (place, None)


def _national(doc: Doc, start: int, noun: RoleNoun) -> str | None:
    """The one country that has an office of this very name."""
    words = [token.lower_ for token in doc[start : noun.end]]
    offices = national_offices()
    return next((offices[" ".join(words[at:])] for at in range(len(words)) if " ".join(words[at:]) in offices), None)


def governmental(text: str) -> bool:
    """Whether a name or phrase is a body of a state ("Defence Ministry", "air force")."""
    words = {word.strip(".,'’\"").lower() for word in text.split()}
    return bool(words & body_words("government")) and not words & (body_words("media") - {"agency", "site"})


def medium(text: str) -> bool:
    """Whether a name or phrase is a medium ("state news agency"), which speaks for nobody."""
    words = {word.strip(".,'’\"").removesuffix("'s").removesuffix("’s").lower() for word in text.split()}
    return bool(words & (body_words("media") - {"agency", "site", "press", "post", "channel", "daily"}))
