"""Finds every place where a report names somebody or something, and repairs what the engine cut wrongly."""

from __future__ import annotations

from parley.findings.people.affiliation import FACTIONS
from parley.findings.people.member import Kind, Named
from parley.findings.people.names import folded
from parley.findings.people.repairs import (
    CALENDAR_NAMES,
    addressed,
    is_body,
    is_half,
    is_place,
    kind_of_known,
    left_out,
    longest_known,
    person_named,
    proper_name,
    trimmed,
    without_office,
    words_of,
    written_as_name,
)
from parley.language.tree import Doc, Token
from parley.model import Report
from parley.vocabulary.geography import Naming, begins_known, naming
from parley.vocabulary.offices import (
    body_words,
    families_first,
    honorifics,
    leader,
    leader_families,
    office_words,
    sex_of_given_name,
    standings,
    titles,
)
from parley.vocabulary.states import land_halves

_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.SITE,
    "NORP": Kind.GROUP,
}


def named_in(doc: Doc, report: Report) -> tuple[Named, ...]:
    """Every name in the report's story, in text order, none overlapping another.

    Names inside the report's furniture and in lines that only thank colleagues are left out.
    """
    finder = _Finder(doc, left_out(doc, report))
    finder.take_known(2)
    finder.take_entities()
    finder.take_known(1)
    finder.take_leaders()
    finder.take_addressed()
    finder.take_repeated()
    return finder.found()


class _Finder:
    def __init__(self, doc: Doc, left_out: bytearray) -> None:
        self.doc = doc
        self.taken = left_out
        self.words = [token.text for token in doc]
        self.beginnings = [at for at in doc.capitalised if begins_known(self.words[at])]
        self.names: list[Named] = []

    def found(self) -> tuple[Named, ...]:
        return tuple(sorted(self.names, key=lambda named: named.start))

    def _add(self, named: Named) -> None:
        if named.start < named.end and not any(self.taken[named.start : named.end]):
            self.taken[named.start : named.end] = b"\x01" * (named.end - named.start)
            self.names.append(named)

    def take_entities(self) -> None:
        for entity in self.doc.ents:
            kind = _KINDS.get(entity.label_)
            if kind is not None and not any(self.taken[entity.start : entity.end]):
                self._take_entity(entity.start, entity.end, kind)

    def _take_entity(self, start: int, end: int, kind: Kind) -> None:
        owner = self._cut_owner(start, end)
        start, end = trimmed(self.doc, start, end)
        start = start if owner is None else owner
        if kind is not Kind.PERSON:
            end = without_office(self.doc, start, end)
        if start >= end:
            return
        if kind is not Kind.PERSON and self._of_leader(start, end):
            kind = Kind.PERSON
        if kind is Kind.PERSON and end - start == 1 and is_body(self.doc, start):
            kind = Kind.ORGANISATION
        elif kind is Kind.PERSON and is_place(self.doc, start, end):
            kind = Kind.PLACE
        elif kind is Kind.PERSON:
            start = self._with_given_name(start)
            end = self._with_family_name(start, end)
        elif kind is Kind.ORGANISATION:
            start, end = self._whole_body(start, end)
        if kind in {Kind.ORGANISATION, Kind.GROUP} or end - start == 1:
            end = self._with_owned_body(start, end)
        self._take(start, end, kind)

    def _take(self, start: int, end: int, kind: Kind) -> None:
        """Takes words for a name of what they are."""
        if kind is Kind.PLACE and self._names_carrier(end):
            kind, end = Kind.ORGANISATION, end + 1
        bracketed = start > 0 and self.doc[start - 1].text == "(" and len(self.doc[start].text) == 1
        if (end - start == 1 and self.doc[start].lower_ in FACTIONS) or bracketed:  # "(R-Wis.)"
            return
        known = naming(words_of(self.doc, start, end))
        if known is not None and not addressed(self.doc, start):
            self._add(Named(start, end, kind_of_known(known, kind), known))
        elif kind is Kind.PERSON:
            self._add(person_named(self.doc, start, end))
        elif self.doc[start].text in CALENDAR_NAMES or not written_as_name(self.doc, start, end):
            return
        else:
            self._add(Named(start, end, Kind.NATIONALITY if self._describes(start, end, kind) else kind))

    def _names_carrier(self, end: int) -> bool:
        """Whether a word behind a place makes it the name of a company ("Kenya | Airways")."""
        return end < len(self.doc) and not self.taken[end] and self.words[end] in office_words("carriers")

    def _of_leader(self, start: int, end: int) -> bool:
        """Whether words are the name of somebody known whose government is spoken of ("the Roe cabinet")."""
        if end >= len(self.doc) or self.doc[end].lower_ not in office_words("led"):
            return False
        return leader(words_of(self.doc, start, end)) is not None

    def take_leaders(self) -> None:
        """Names of leaders that the engine missed, alone or before their government ("the Roe cabinet")."""
        led, families = office_words("led"), leader_families()
        for index, word in enumerate(self.words):
            if word not in families and word not in led and word.lower() not in led:
                continue
            if word in families and self._stands_alone(index):
                self._add(person_named(self.doc, index, index + 1))
            elif word in led or word.lower() in led:
                for start in (index - 2, index - 1):
                    if start >= 0 and not any(self.taken[start:index]) and self._of_leader(start, index):
                        self._add(person_named(self.doc, start, index))

    def _stands_alone(self, index: int) -> bool:
        """Whether a word that no name holds yet is part of no longer name."""
        beside = self.words[max(0, index - 1) : index] + self.words[index + 1 : index + 2]
        return not any(word[:1].isupper() or word in {"-", "–"} for word in beside)

    def _cut_owner(self, start: int, end: int) -> int | None:
        """Where a name begins that the engine cut at its genitive ("Seamen | 's Union"), or None."""
        cut = self.doc[start].tag_ == "POS" and end - start > 1
        lone = end - start == 1 and self.doc[start].lower_ in body_words("union")
        mark = start if cut else start - 1 if lone else 0
        if mark < 1 or self.doc[mark].tag_ != "POS" or any(self.taken[mark - 1 : end]):
            return None
        owner = self.doc[mark - 1]
        named = owner.text[:1].isupper() and not owner.is_sent_start and owner.ent_type_ in {"", "ORG"}
        return mark - 1 if named and naming(owner.text) is None else None

    def _with_owned_body(self, start: int, end: int) -> int:
        """After the body that a genitive owns in a name ("Teachers | ' Union"), where the engine cut it."""
        if end + 1 >= len(self.doc) or self.doc[end].tag_ != "POS" or self.taken[end + 1]:
            return end
        owner, body = self.doc[end - 1], self.doc[end + 1]
        plural = owner.tag_ in {"NNS", "NNPS"} and naming(owner.text) is None
        named = body.text[:1].isupper() and body.lower_ in body_words("union")
        return end + 2 if plural and named else end

    def _describes(self, start: int, end: int, kind: Kind) -> bool:
        """Whether the name of a people only describes something ("an Arab-looking man", "Kurdish areas")."""
        return kind is Kind.GROUP and end - start == 1 and self.doc[start].pos_ == "ADJ"

    def _free(self, index: int) -> bool:
        """Whether a capitalised word at `index` belongs to no name yet and may be part of one."""
        if not 0 <= index < len(self.doc) or self.taken[index]:
            return False
        token = self.doc[index]
        word = token.text
        if word == "He" and not token.is_sent_start and folded(self.words[index - 1]) in families_first():
            return True
        if not word[:1].isupper() or word in CALENDAR_NAMES or word in honorifics() or word in titles():
            return False
        return token.pos_ in {"PROPN", "X", ""} and naming(word) is None

    def _with_given_name(self, start: int) -> int:
        """The given name that the engine cut off, which the parse or the vocabulary knows for one."""
        previous = self.doc[start - 1] if start else None
        if previous is None or not self._free(start - 1) or not previous.whitespace_ or previous.ent_type_:
            return start
        joined = self.doc[start].dep_ == "flat" and self.doc[start].head.i == start - 1
        return start - 1 if joined or sex_of_given_name(previous.text) is not None else start

    def _with_family_name(self, start: int, end: int) -> int:
        """After the family name that the engine cut off a given name."""
        word = self.doc[start].text
        first = sex_of_given_name(word) is not None or folded(word) in families_first()
        alone = end - start == 1 and first
        if alone and self.doc[start].whitespace_ == " ":
            while end - start < 3 and self._free(end):
                end += 1
        return end

    def _whole_body(self, start: int, end: int) -> tuple[int, int]:
        """An organisation's name with the capitalised words on either side that the engine cut off."""
        if naming(words_of(self.doc, start, end)) is not None:
            return start, end
        while self._free(end) and self.doc[end - 1].whitespace_ and self.doc[end].ent_type_ != "PERSON":
            end += 1
        while (
            self._free(start - 1)
            and self.doc[start - 1].whitespace_
            and not self.doc[start - 1].is_sent_start
        ):
            if self.doc[start - 1].ent_type_ == "PERSON":
                break
            start -= 1
        return start, without_office(self.doc, start, end)

    def take_known(self, least: int) -> None:
        """Names of at least so many tokens that the vocabulary knows, whatever the engine made of them."""
        for start in (place for place in self.beginnings if not self.taken[place]):
            end = longest_known(self.doc, start, self.words[start])
            if end - start >= least and not addressed(self.doc, start) and not any(self.taken[start:end]):
                known = naming(words_of(self.doc, start, end))
                if known is not None and not self._is_part(start, end, known):
                    self._add(Named(start, end, kind_of_known(known, Kind.ORGANISATION), known))

    def _is_part(self, start: int, end: int, known: Naming) -> bool:
        """Whether the words that are known are part of another name ("South African | Airways")."""
        if known.kind != "country":
            return self._goes_before(start, known)
        if end - start == 1:
            return self.words[start] in land_halves() and not is_half(self.doc[start])
        bodies = (one for one in self.doc.ents if one.label_ == "ORG" and one.start <= start < end < one.end)
        return any(self.words[one.end - 1] in office_words("carriers") for one in bodies)

    def _goes_before(self, start: int, known: Naming) -> bool:
        """Whether a party's name begins before the words that are known ("Liberal Democratic Party")."""
        inside = known.kind == "political_party" and self.doc[start].ent_iob_ == "I"
        before = self.words[start - 1] if inside and start else ""
        return before[:1].isupper() and naming(before) is None

    def take_addressed(self) -> None:
        """Names after an honorific or a title of office that the engine missed."""
        before = honorifics().keys() | titles()
        for index in [place for place, word in enumerate(self.words) if word in before]:
            word = self.words[index]
            end = start = index + 1
            while end < len(self.doc) and self._namelike(self.doc[end]):
                end += 1
            if end > start and (word in honorifics() or not self._goes_on(end)):
                self._add(person_named(self.doc, start, end))

    def _goes_on(self, index: int) -> bool:
        """Whether a title goes on after these words: "Deputy Harbour Commissioner"."""
        if index >= len(self.words):
            return False
        return (
            self.words[index] in titles()
            or folded(self.words[index]) in standings()
            or bool(self.taken[index])
        )

    def _namelike(self, token: Token) -> bool:
        word = token.text
        if self.taken[token.i] or not word[:1].isupper() or word in titles() or word in honorifics():
            return False
        return token.pos_ in {"PROPN", "X", ""} and folded(word) not in standings() and word.isalpha()

    def take_repeated(self) -> None:
        """Family names of people named in full elsewhere, whatever the engine took them for."""
        families = {
            self.doc[named.end - 1].text
            for named in self.names
            if named.kind is Kind.PERSON and named.end - named.start > 1
        }
        families |= {
            self.doc[named.start].text
            for named in self.names
            if named.kind is Kind.PERSON
            and 1 < named.end - named.start < 5
            and proper_name(self.doc[named.start])
        }
        families = {family for family in families if len(family) > 1 and family[0].isupper()}
        self.names = [self._renamed(named, families) for named in self.names]
        for index, word in enumerate(self.words):
            if word in families and not self.taken[index] and self.doc[index].pos_ in {"PROPN", "X", ""}:
                self._add(person_named(self.doc, index, index + 1))

    def _renamed(self, named: Named, families: set[str]) -> Named:
        alone = named.end - named.start == 1 and named.naming is None
        if alone and named.kind is not Kind.PERSON and self.doc[named.start].text in families:
            return person_named(self.doc, named.start, named.end)
        return named
