"""Finds every place where a report names somebody or something, and repairs what the engine cut wrongly."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from parley.findings.people.member import Kind, Named
from parley.findings.people.names import folded
from parley.model import Report
from parley.vocabulary.cues import credit_phrases
from parley.vocabulary.geography import Form, Naming, naming, namings, namings_by_first_word
from parley.vocabulary.offices import Sex, body_words, honorifics, particles, sex_of_given_name, standings, titles

_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.SITE,
    "NORP": Kind.GROUP,
}
_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_CLOSED_PARTICLES = frozenset({"de", "al", "el", "bin", "ibn", "von", "van", "der", "del", "di", "da", "abu"})
CALENDAR_NAMES = frozenset(calendar.day_name) | frozenset(calendar.month_name[1:])


def named_in(doc: Doc, report: Report) -> tuple[Named, ...]:
    """Every name in the report's story, in text order, none overlapping another.

    Names inside the report's furniture and in lines that only thank colleagues are left out.
    """
    finder = _Finder(doc, _left_out(doc, report))
    finder.take_known(2)
    finder.take_entities()
    finder.take_known(1)
    finder.take_addressed()
    finder.take_repeated()
    return finder.found()


def _left_out(doc: Doc, report: Report) -> bytearray:
    """One byte a token: 1 where the token is no part of the story."""
    mask = bytearray(len(doc))
    for furniture in report.furniture:
        span = doc.char_span(furniture.span.start, furniture.span.end, alignment_mode="expand")
        if span is not None:
            mask[span.start : span.end] = b"\x01" * (span.end - span.start)
    phrases = credit_phrases()
    for sentence in doc.sents if doc.has_annotation("SENT_START") else ():
        words = sentence.text.lower()
        if any(phrase in words for phrase in phrases):
            mask[sentence.start : sentence.end] = b"\x01" * len(sentence)
    return mask


class _Finder:
    def __init__(self, doc: Doc, left_out: bytearray) -> None:
        self.doc = doc
        self.taken = left_out
        self.words = [token.text for token in doc]
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
        start, end = _trimmed(self.doc, start, end)
        if kind is not Kind.PERSON:
            end = _without_office(self.doc, start, end)
        if start >= end:
            return
        if kind is Kind.PERSON and end - start == 1 and _is_body(self.doc, start):
            kind = Kind.ORGANISATION
        elif kind is Kind.PERSON:
            end = self._with_family_name(start, end)
        elif kind is Kind.ORGANISATION:
            start, end = self._whole_body(start, end)
        known = naming(_words(self.doc, start, end))
        if known is not None and not _addressed(self.doc, start):
            self._add(Named(start, end, _kind_of(known, kind), known))
        elif kind is Kind.PERSON:
            self._add(_person(self.doc, start, end))
        elif self.doc[start].text in CALENDAR_NAMES or not _written_as_name(self.doc, start, end):
            return
        else:
            self._add(Named(start, end, kind))

    def _free(self, index: int) -> bool:
        """Whether a capitalised word at `index` belongs to no name yet and may be part of one."""
        if not 0 <= index < len(self.doc) or self.taken[index]:
            return False
        token = self.doc[index]
        word = token.text
        if not word[:1].isupper() or word in CALENDAR_NAMES or word in honorifics() or word in titles():
            return False
        return token.pos_ in {"PROPN", "X", ""} and naming(word) is None

    def _with_family_name(self, start: int, end: int) -> int:
        """After the family name that the engine cut off a given name."""
        alone = end - start == 1 and sex_of_given_name(self.doc[start].text) is not None
        if alone and self.doc[start].whitespace_ == " ":
            while end - start < 3 and self._free(end):
                end += 1
        return end

    def _whole_body(self, start: int, end: int) -> tuple[int, int]:
        """An organisation's name with the capitalised words on either side that the engine cut off."""
        if naming(_words(self.doc, start, end)) is not None:
            return start, end
        while self._free(end) and self.doc[end - 1].whitespace_ and self.doc[end].ent_type_ != "PERSON":
            end += 1
        while self._free(start - 1) and self.doc[start - 1].whitespace_ and not self.doc[start - 1].is_sent_start:
            if self.doc[start - 1].ent_type_ == "PERSON":
                break
            start -= 1
        return start, _without_office(self.doc, start, end)

    def take_known(self, least: int) -> None:
        """Names of at least so many tokens that the vocabulary knows, whatever the engine made of them."""
        for start, word in enumerate(self.words):
            if self.taken[start] or not word[:1].isupper():
                continue
            end = _longest_known(self.doc, start, word)
            if end - start >= least and not _addressed(self.doc, start) and not any(self.taken[start:end]):
                known = naming(_words(self.doc, start, end))
                if known is not None:
                    self._add(Named(start, end, _kind_of(known, Kind.ORGANISATION), known))

    def take_addressed(self) -> None:
        """Names after an honorific or a title of office that the engine missed."""
        before = honorifics().keys() | titles()
        for index, word in enumerate(self.words):
            if word not in before:
                continue
            end = start = index + 1
            while end < len(self.doc) and self._namelike(self.doc[end]):
                end += 1
            if end > start:
                self._add(_person(self.doc, start, end))

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
            if named.kind is Kind.PERSON and 1 < named.end - named.start < 5 and _proper(self.doc[named.start])
        }
        families = {family for family in families if len(family) > 1 and family[0].isupper()}
        self.names = [self._renamed(named, families) for named in self.names]
        for index, word in enumerate(self.words):
            if word in families and not self.taken[index] and self.doc[index].pos_ in {"PROPN", "X", ""}:
                self._add(_person(self.doc, index, index + 1))

    def _renamed(self, named: Named, families: set[str]) -> Named:
        alone = named.end - named.start == 1 and named.naming is None
        if alone and named.kind is not Kind.PERSON and self.doc[named.start].text in families:
            return _person(self.doc, named.start, named.end)
        return named


def _without_office(doc: Doc, start: int, end: int) -> int:
    """After a name's last word that is no part of an office that follows ("U.S. Trade" Representative)."""
    while end > start and end < len(doc) and doc[end].text[:1].isupper():
        joined = f"{doc[end - 1].lower_} {doc[end].lower_}"
        office = doc[end].lower_ in standings() and doc[end - 1].text in titles()
        if not office and joined not in standings():
            break
        end -= 1
    while end > start and doc[end - 1].text in titles() and doc[end - 1].lower_ in standings():
        end -= 1
    return end


def _written_as_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a word of it begins with a capital or a figure."""
    return any(token.text[:1].isupper() or token.text[:1].isdigit() for token in doc[start:end])


def _is_body(doc: Doc, start: int) -> bool:
    """Whether the noun before a single word says that it is no person: "railway operator Nordbane"."""
    before = doc[start - 1].lower_ if start else ""
    kinds = body_words("company") | body_words("media") | body_words("group")
    return before in kinds and before not in standings()


def _proper(token: Token) -> bool:
    """Whether a word is a name and nothing else, so that it may stand for its bearer alone."""
    word = folded(token.text)
    return token.pos_ in {"PROPN", "X", ""} and word not in standings() and naming(token.text) is None


def _words(doc: Doc, start: int, end: int) -> str:
    return doc[start:end].text.replace("\n", " ")


def _kind_of(known: Naming, engine: Kind) -> Kind:
    """The kind of a name the vocabulary knows."""
    if known.form is Form.ADJECTIVE:
        return Kind.NATIONALITY
    if known.form is Form.PEOPLE:
        return Kind.GROUP
    if known.form is Form.SEAT:
        return Kind.ORGANISATION
    if known.form is Form.CAPITAL:
        return Kind.PLACE
    if known.kind == "country":
        return Kind.COUNTRY
    return Kind.GROUP if known.kind == "armed_group" or engine is Kind.GROUP else Kind.ORGANISATION


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A name without article, line break, quotation mark or possessive ending at its edges."""
    for index in range(start, end):
        if "\n" in doc[index].text and index > start:
            end = index
            break
    while start < end and (doc[start].lower_ in _ARTICLES or not doc[start].text[:1].isalnum()):
        start += 1
    while start < end and (doc[end - 1].text in _POSSESSIVES or doc[end - 1].is_space or doc[end - 1].text in ",;:-–"):
        end -= 1
    return start, end


def _addressed(doc: Doc, start: int) -> bool:
    """Whether an honorific of a person stands right before."""
    return start > 0 and doc[start - 1].text in honorifics()


def _person(doc: Doc, start: int, end: int) -> Named:
    """A person's bare name: titles off its front, hyphenated parts and particles the engine cut off put back."""
    end = _cut(doc, start, end)
    while end - start > 1 and _no_part_of_name(doc, start, end):
        start += 1
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and not doc[end - 1].whitespace_:
        end += 2
    while start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in particles():
        start -= 2
    while start > 0 and doc[start - 1].text in _CLOSED_PARTICLES and start > 1 and doc[start - 2].text[:1].isupper():
        start -= 1
    sex = next(_sexes_before(doc, start), None)
    return Named(start, end, Kind.PERSON, None, sex)


def _cut(doc: Doc, start: int, end: int) -> int:
    for index in range(start + 1, end):
        if doc[index].text in {",", "(", ";"}:
            return index
    return end


def _no_part_of_name(doc: Doc, start: int, end: int) -> bool:
    word = doc[start].text
    if word in titles() or word in honorifics() or word in _POSSESSIVES or folded(word) in standings():
        return True
    if word == "State" and doc[max(start - 1, 0)].lower_ == "of":
        return True
    known = naming(word)
    return end - start > 2 and known is not None and known.form in {Form.ADJECTIVE, Form.SEAT}


def _sexes_before(doc: Doc, start: int) -> Iterator[Sex]:
    index = start - 1
    while index >= 0 and doc[index].text in honorifics():
        sex = honorifics()[doc[index].text]
        if sex is not None:
            yield sex
        index -= 1


def _longest_known(doc: Doc, start: int, word: str) -> int:
    """After the last token of the longest name the vocabulary knows that starts here; 0 where none does."""
    for words in _phrases_from(word):
        end = _matched(doc, start, words)
        if end:
            return end
    return start + 1 if word in namings() else 0


def _phrases_from(word: str) -> Iterable[tuple[str, ...]]:
    return namings_by_first_word().get(word, ())


def _matched(doc: Doc, start: int, words: tuple[str, ...]) -> int:
    """After the last token where the tokens from `start` spell `words`, else 0."""
    wanted = " ".join(words)
    end = min(len(doc), start + len(words))
    while end <= len(doc) and end <= start + len(words) + 3:
        written = doc[start:end].text.replace("’", "'")
        if written == wanted:
            return end
        if len(written) >= len(wanted):
            return 0
        end += 1
    return 0
