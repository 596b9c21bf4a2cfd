"""Whose somebody is: the country or organisation named with a role, a ministry, a group of officials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parley.findings.people.bodies import governmental
from parley.findings.people.member import Kind, Named
from parley.findings.people.nouns import RoleNoun
from parley.findings.people.own_bodies import own_body
from parley.language.tree import Doc
from parley.vocabulary.geography import Form, naming
from parley.vocabulary.offices import national_offices, office_words
from parley.vocabulary.sides import parties_of_adjectives

_PREPOSITIONS = frozenset({"of", "for", "at", "from", "with", "to", "in", "on", "under"})
_GOVERNING = frozenset(
    {"official", "government", "authority", "governor", "mayor", "administration", "leader", "force"}
)
_REGIONS = frozenset(
    {"region", "province", "oblast", "state", "district", "county", "governorate", "prefecture", "department"}
)
_REBELS = frozenset({"rebel", "separatist", "insurgent", "militant", "guerrilla"})
_REBELS_BY_FORM = {form: word + "s" for word in _REBELS for form in (word, word + "s")} | {
    "opposition": "opposition"
}
# Those who fight a state or oppose its government; with a capital they are still no name.
FACTIONS = frozenset(_REBELS_BY_FORM)
_CONTINENT, _UNION = "Europe", "European Union"
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_STOPS = frozenset({".", "!", "?", ";", "\n", "\n\n"})


class Bearings:
    """Who is named at which token of a document."""

    def __init__(self, doc: Doc, names: Sequence[Named]) -> None:
        self.names = tuple(names)
        self._doc = doc
        self._owner: list[Named | None] = [None] * len(doc)
        for named in names:
            for index in range(named.start, named.end):
                self._owner[index] = named
        self._texts: dict[tuple[int, int], str] = {}
        self._factions = self._fullest_factions()
        self.full_names: Mapping[str, str] = {}  # by first letters ("HSRC"); known once names are grouped

    def at(self, index: int) -> Named | None:
        """The name the token at `index` belongs to, or None."""
        return self._owner[index] if 0 <= index < len(self._owner) else None

    def before(self, named: Named, reach: int) -> frozenset[str]:
        """The words of its sentence right before a name, at most `reach`, in lower case."""
        start = named.start
        while start > 0 and named.start - start < reach and self._doc[start - 1].text not in _STOPS:
            start -= 1
        return frozenset(token.lower_ for token in self._doc[start : named.start])

    def between(self, start: int, end: int) -> list[Named]:
        """The names that begin from `start` up to `end`, in text order."""
        inside = dict.fromkeys(self._owner[max(0, start) : max(0, end)])
        return [named for named in inside if named is not None and named.start >= start]

    def party_of(self, named: Named) -> str:
        """The party that a name, not a person's, stands for or belongs to; the name itself failing that."""
        if named.naming is not None:
            return _UNION if self._european_body(named) else named.naming.party
        known = naming(self.text(named).title())
        if known is not None and known.kind != "media":
            return known.party
        country = self.country_of(named)
        if country is not None and governmental(self.text(named)):
            return country
        return parties_of_adjectives().get(self.text(named).lower()) or self._with_region(named)

    def _european_body(self, named: Named) -> bool:
        """Whether "European" belongs to a body of the union ("the European commission"), however written."""
        adjective = named.naming is not None and named.naming.party == _CONTINENT
        following = self._doc[named.end].lower_ if named.end < len(self._doc) else ""
        return adjective and following in office_words("of_the_union")

    def country_of(self, named: Named) -> str | None:
        """The country written into a name or straight before it ("Chad's Defence Ministry"), or None."""
        words = self.text(named).split()
        for size in (3, 2, 1):
            for start in range(0, max(1, len(words) - size + 1)):
                known = naming(" ".join(words[start : start + size]).removesuffix("'s").removesuffix("’s"))
                if known is not None and known.form is not Form.CAPITAL and len(words) > size:
                    return known.party
        behind = self.at(named.end + 1) if self._doc[named.end : named.end + 1].text == "of" else None
        if behind is not None and behind.kind is Kind.COUNTRY and behind.naming is not None:
            return behind.naming.party
        index = named.start - 1
        while index >= 0 and named.start - index < 6 and self._skippable(index):
            index -= 1
        before = self.at(index)
        if before is None or before.naming is None or before.kind is Kind.PERSON:
            return None
        opposed = any(self._doc[at].lower_ in _REBELS_BY_FORM for at in range(before.end, named.start))
        return None if opposed else before.naming.party

    def _skippable(self, index: int) -> bool:
        token = self._doc[index]
        if self.at(index) is not None:
            return False
        return token.text in _POSSESSIVES or token.text == "-" or token.pos_ in {"ADJ", "PROPN", "NOUN"}

    def text(self, named: Named) -> str:
        """The name as written, on one line."""
        place = named.start, named.end
        if place not in self._texts:
            self._texts[place] = " ".join(self._doc[named.start : named.end].text.split())
        return self._texts[place]

    def _with_region(self, named: Named) -> str:
        text = self.full_names.get(self.text(named), self.text(named))
        if named.kind is Kind.PLACE and named.end < len(self._doc):
            following = self._doc[named.end]
            if following.lower_ in _REGIONS:
                return f"{text} {following.lower_}"
        return text

    def party_of_role(self, doc: Doc, start: int, noun: RoleNoun, end: int) -> tuple[str | None, int | None]:
        """Whom the bearer of a role belongs to: (party, token of the person they serve), each may be None.

        Args:
            doc: the parsed document.
            start: first token of the phrase.
            noun: its role noun.
            end: after its last token.
        """
        faction = self.faction(start, noun.end)
        if faction is not None:
            return faction, None
        before = self._whose_before(self.between(start, noun.start), noun)
        party = own_body(doc, self.at, start, noun.start) or self._best(before)
        if party is not None:
            return self._employer(doc, noun, end, before) or party, None
        master = next((named.start for named in before if named.kind is Kind.PERSON), None)
        if master is not None:
            return None, master
        party, master = self._complement(doc, noun, end)
        if party is None and master is None:
            party = _national(doc, start, noun)
        return party, master

    def _employer(self, doc: Doc, noun: RoleNoun, end: int, before: list[Named]) -> str | None:
        """The body "at" which somebody works, where only a department goes before the role, or None."""
        if any(named.naming is not None for named in before):
            return None
        for word, first, stop in _prepositional(doc, noun.end, end):
            bodies = [one for one in self.between(first, stop) if one.kind is Kind.ORGANISATION]
            if word == "at" and bodies:
                return self.party_of(bodies[0])
        return None

    def _whose_before(self, names: list[Named], noun: RoleNoun) -> list[Named]:
        """The names before a role noun that say whose its bearer is.

        "U.N. ambassador" says where he is, "to the Lake Basin, Ambassador Roe" to whom; "the NATO member" is
        one of many.
        """
        names = [named for named in names if not self._only_leaning(named)]
        if noun.noun in office_words("accredited"):
            names = [named for named in names if not self._sent_to(named)]
        if noun.noun not in {"ambassador", "member"}:
            return names
        return [named for named in names if named.naming is None or named.naming.kind != "bloc"]

    def _only_leaning(self, named: Named) -> bool:
        """Whether a name only says whom somebody favours ("the pro-Peruvian president")."""
        before = [token.lower_ for token in self._doc[max(0, named.start - 2) : named.start]]
        return len(before) > 1 and before[0] in {"pro", "anti"} and before[1] == "-"

    def _sent_to(self, named: Named) -> bool:
        """Whether a name is that to which somebody is sent ("envoy to the Lake Basin")."""
        before = self._doc[max(0, named.start - 2) : named.start]
        words = [token.lower_ for token in before]
        return words[-1:] in (["to"], ["for"]) or words in (["to", "the"], ["for", "the"])

    def faction(self, start: int, end: int) -> str | None:
        """The opposition or rebels a phrase names, by the report's fullest words for them, or None."""
        for index in range(start, end):
            word = _REBELS_BY_FORM.get(self._doc[index].lower_)
            if word is not None and self.at(index) is None:
                own = self._qualified(index)
                return own if own != word else self._factions.get(word, word)
        return None

    def _qualified(self, index: int) -> str:
        """A faction's word with the nationality or "pro-X" straight before it."""
        word = _REBELS_BY_FORM[self._doc[index].lower_]
        start = index
        while start > 0 and (
            self._doc[start - 1].text == "-" or self._doc[start - 1].lower_ in {"pro", "anti"}
        ):
            start -= 1
        before = self.at(index - 1)
        if before is None or before.kind is not Kind.NATIONALITY:
            return word
        start = before.start
        while start > 1 and self._doc[start - 1].text == "-":
            start -= 2
        return f"{self._doc[start:index].text.strip()} {word}"

    def _fullest_factions(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for token in self._doc.having(FACTIONS):
            word = _REBELS_BY_FORM[token.lower_]
            if word not in found:
                full = self._qualified(token.i)
                if full != word:
                    found[word] = full
        return found

    def _best(self, names: Sequence[Named]) -> str | None:
        others = [named for named in names if named.kind is not Kind.PERSON]
        adjectives = (parties_of_adjectives().get(self.text(one).lower().split()[-1]) for one in others)
        if (led := next((party for party in adjectives if party is not None), None)) is not None:
            return led
        described = next((body for body in others if self._of_nationality(body)), None)
        if described is not None:
            return self.party_of(described)
        known = [
            named for named in others if named.naming is not None and named.naming.form is not Form.CAPITAL
        ]
        for named in (*known, *others):
            return self.party_of(named)
        return None

    def _of_nationality(self, body: Named) -> bool:
        """Whether a country's name stands right before that of an organisation ("Dutch Lake Association")."""
        before = self.at(body.start - 1)
        words = set(self.text(body).lower().split())
        own = office_words("of_workers") | office_words("own_bodies")
        if body.kind is not Kind.ORGANISATION or body.naming is not None or before is None:
            return False
        if not words & own or words <= own:
            return False  # "U.S. Trade officials" are of the country: a kind alone names no body
        return before.naming is not None and before.naming.kind == "country"

    def _complement(self, doc: Doc, noun: RoleNoun, end: int) -> tuple[str | None, int | None]:
        """The party after "of", "for", "at" ...; "ambassador to" and "envoy for" name somebody else."""
        if doc[noun.start].pos_ == "VERB" or (
            doc[noun.start].lower_ != noun.noun and noun.end == noun.start + 1
        ):
            return self._whose(noun.end, end), None
        for word, first, stop in _prepositional(doc, noun.end, end):
            if word in noun.of_others:
                continue
            if word == "in" and not self._governs_there(noun, first, stop):
                continue
            party = self._whose(first, stop)
            if party is not None:
                return party, None
            names = self.between(first, stop)
            person = next((named.start for named in names if named.kind is Kind.PERSON), None)
            if person is not None and word in {"of", "for", "to"}:
                return None, person
        return None, None

    def _whose(self, start: int, end: int) -> str | None:
        """The party named between two tokens: an organisation, else a faction, else a country or place."""
        names = self.between(start, end)
        body = next((named for named in names if named.kind is Kind.ORGANISATION), None)
        if body is not None:
            return self.party_of(body)
        own = self.faction(start, end) or own_body(self._doc, self.at, start, end)
        return own or self._best(names)

    def _governs_there(self, noun: RoleNoun, start: int, end: int) -> bool:
        """Whether "in" says whose somebody is: in a parliament, or where an official governs."""
        if noun.noun in _GOVERNING:
            return True
        return any(named.kind in {Kind.NATIONALITY, Kind.ORGANISATION} for named in self.between(start, end))


def _prepositional(doc: Doc, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The prepositional phrases between two tokens, as (preposition, first token after it, end)."""
    index = start
    while index < end:
        if doc[index].lower_ not in _PREPOSITIONS:
            index += 1
            continue
        stop = index + 1
        while stop < end and not (doc[stop].lower_ in _PREPOSITIONS and doc[stop].pos_ == "ADP"):
            stop += 1
        yield doc[index].lower_, index + 1, stop
        index = stop


def _national(doc: Doc, start: int, noun: RoleNoun) -> str | None:
    """The one country that has an office of this very name."""
    words = [token.lower_ for token in doc[start : noun.end]]
    offices = national_offices()
    return next(
        (offices[" ".join(words[at:])] for at in range(len(words)) if " ".join(words[at:]) in offices), None
    )
