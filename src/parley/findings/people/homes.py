"""Whose country it is, where a report names an office without it ("Finance Minister Ida Lund said ...")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property

from parley.findings.people.affiliation import Bearings
from parley.findings.people.member import Kind, Role
from parley.findings.people.nouns import role_noun_ending
from parley.language.tree import Doc
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import Standing, leader, office_words, standings

# A country is the one a report is about where it names it so often, and so much more than any other.
_OFTEN, _MORE = 3, 2
_AFTER_OWNER = 6
# Tokens: of a dateline's place, and how far below headings it may stand.
_DATELINE, _HEADING = 6, 60
_BEHIND_PLACE = frozenset({"-", "–", "—", ":", ",", "("})
_UNITED_STATES = "United States"


class Homes:
    """The country of those who hold an office of state that a report names without its country.

    Args:
        doc: the parsed document.
        bearings: who is named where.
    """

    def __init__(self, doc: Doc, bearings: Bearings) -> None:
        self._doc = doc
        self._bearings = bearings
        self._counted: Counter[str] | None = None
        self._holders: dict[str, set[str]] | None = None

    def of(self, roles: Sequence[Role]) -> str | None:
        """The country of somebody with these roles, none of which names one, or None.

        "The Norwegian finance minister" elsewhere in the report tells it for "Finance Minister Ida Lund";
        failing that it is the one country that the report is about.
        """
        if any(role.party or role.master is not None for role in roles):
            return None
        for role in roles:
            if _of_state(role) or (role.noun in office_words("accredited") and not role.past):
                ranked = self._ranked(role.noun)
                elsewhere = self._elsewhere(role.noun)
                if len(elsewhere) == 1 and ranked[:1] and ranked[0][0] in elsewhere:
                    return ranked[0][0]
                if _of_state(role):
                    return self._leading(ranked)
        return None

    def of_ministry(self, name: str) -> str | None:
        """The country of a ministry that a report names without its country, or None."""
        if "ministry" not in name.lower().split():
            return None
        owners = {
            country
            for named in self._bearings.names
            if self._bearings.text(named).endswith(name) and (country := self._bearings.country_of(named))
        }
        return owners.pop() if len(owners) == 1 else self._leading(self._ranked("minister"))

    def of_officials(self, words: Collection[str]) -> str | None:
        """The country of people of a state's body that a report names without its country, or None.

        "Administration officials" are of the country of whose administration the report tells elsewhere.

        Args:
            words: the words before their noun, in lower case.
        """
        for body in office_words("state_bodies") & frozenset(words):
            owners = self._owners_of(body)
            if len(owners) == 1:
                return next(iter(owners))
            if not owners and body != "administration":
                return self._leading(self._ranked(body))
        named = dict(self._ranked("official")) if office_words("american") & frozenset(words) else {}
        return _UNITED_STATES if _UNITED_STATES in named else None

    def _owners_of(self, body: str) -> set[str]:
        """The countries that a report names right before a word for a body ("the U.S. administration")."""
        found = set()
        for token in self._doc:
            owner = self._bearings.at(token.i - 1) if token.lower_ == body else None
            known = owner.naming if owner is not None else None
            if known is not None and known.kind == "country":
                found.add(known.party)
            elif owner is not None and (led := leader(self._bearings.text(owner))) is not None:
                found.add(led.party)
        return found

    def of_office(self, noun: str) -> str | None:
        """The country that a report is about, for an office that only a state has; else None."""
        return self._leading(self._ranked(noun)) if noun in office_words("national") else None

    def _elsewhere(self, noun: str) -> set[str]:
        """The countries of which a report names the holder of an office without a name."""
        if self._holders is None:
            self._holders = self._nameless_holders()
        return self._holders.get(noun, set())

    def _nameless_holders(self) -> dict[str, set[str]]:
        """For each office, the countries named straight before it where nobody's name follows."""
        found: dict[str, set[str]] = {}
        for named in self._bearings.names:
            if named.naming is None or named.naming.kind != "country":
                continue
            start = named.end + (self._doc[named.end : named.end + 1].text in {"'s", "’s"})
            for last in range(start, min(start + _AFTER_OWNER, len(self._doc))):
                following = self._bearings.at(last)
                if following is not None or not self._doc[last].is_alpha:
                    break
                noun = role_noun_ending(self._doc, last, start)
                after = self._bearings.at(last + 1)
                if noun is not None and not noun.plural and (after is None or after.kind is not Kind.PERSON):
                    found.setdefault(noun.noun, set()).add(named.naming.party)
        return found

    def _leading(self, ranked: Sequence[tuple[str, int]]) -> str | None:
        """The country named much more than any other, or most, in a report that is written there."""
        if ranked and ranked[0][1] >= _OFTEN and (len(ranked) == 1 or ranked[0][1] >= _MORE * ranked[1][1]):
            return ranked[0][0]
        home = self._written_in
        often = dict(ranked[:_MORE]).get(home, 0) if home is not None else 0
        return home if not ranked or _MORE * often >= ranked[0][1] else None

    @cached_property
    def _written_in(self) -> str | None:
        """The country of the place in the dateline ("LIMA, April 13 - Talks ..."), or None."""
        return self._place_at(0) or next(
            (
                country
                for token in self._doc[:_HEADING]
                if "\n" in token.text and (country := self._place_at(token.i + 1)) is not None
            ),
            None,
        )

    def _place_at(self, start: int) -> str | None:
        """The country of a place in capitals that opens a paragraph, before a comma, dash or bracket."""
        words: list[str] = []
        for token in self._doc[start : start + _DATELINE]:
            if token.text in _BEHIND_PLACE and words:
                known = naming(" ".join(words).title())
                return known.party if known is not None and known.kind == "country" else None
            if not token.text.isupper():
                return None
            words.append(token.text)
        return None

    def _ranked(self, noun: str) -> list[tuple[str, int]]:
        """The countries that have such an office, those first that a report names most."""
        if self._counted is None:
            self._counted = Counter(
                named.naming.party
                for named in self._bearings.names
                if named.naming is not None and named.naming.kind == "country"
            )
        without = office_words("without_ministers") if noun.endswith(("minister", "premier")) else frozenset()
        return [one for one in self._counted.most_common() if one[0] not in without]


def _of_state(role: Role) -> bool:
    """Whether a role is an office that only a state has, not that of a club or company ("club president")."""
    words = role.text.lower().replace("’s", "").replace("'s", "").split()
    if role.past or standings().get(role.noun) is not Standing.OFFICE:
        return False
    if set(words) & office_words("state_bodies"):
        return True
    if role.noun not in office_words("national") | {"undersecretary"}:
        return False
    if " of " in f" {role.text.lower()} ":
        return False
    if role.noun.endswith(("minister", "foreign secretary", "undersecretary")):
        return True
    return set(words) <= set(role.noun.split()) | office_words("plain_before")


def served_office(text: str) -> str | None:
    """The office whose bearer somebody serves, without a name ("prime minister's spokesman"), or None."""
    for mark in ("’s ", "'s "):
        owner, found, _ = text.lower().partition(mark)
        if found:
            words = owner.removeprefix("the ")
            return words if words in standings() else None
    return None
