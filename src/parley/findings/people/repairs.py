"""Mends names the engine cut wrongly: titles come off, hyphenated parts back on, offices are left alone."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from parley.findings.people.member import Kind, Named
from parley.findings.people.names import folded
from parley.language.tree import Doc, Token
from parley.model import Report
from parley.vocabulary.cues import credit_phrases
from parley.vocabulary.geography import (
    Form,
    Naming,
    lent_phrases,
    naming,
    namings,
    namings_by_first_word,
)
from parley.vocabulary.offices import Sex, body_words, honorifics, particles, standings, titles

_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_CLOSED_PARTICLES = frozenset({"de", "al", "el", "bin", "ibn", "von", "van", "der", "del", "di", "da", "abu"})
_REGIONS = frozenset(
    {"city", "town", "capital", "village", "region", "province", "district", "oblast", "port"}
)
_CUT = 2
_NAMED = frozenset({"GPE", "ORG", "LOC"})
CALENDAR_NAMES = frozenset(calendar.day_name) | frozenset(calendar.month_name[1:])


def without_office(doc: Doc, start: int, end: int) -> int:
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


def is_place(doc: Doc, start: int, end: int) -> bool:
    """Whether a single word is a place by the noun beside it: "the city, Norhaven", "Norhaven province"."""
    if end - start > 1:
        return False
    after = doc[end].lower_ if end < len(doc) else ""
    before = doc[start - 2].lower_ if start > 1 and doc[start - 1].text == "," else ""
    return after in _REGIONS or before in _REGIONS


def written_as_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a word of it begins with a capital or a figure."""
    return any(token.text[:1].isupper() or token.text[:1].isdigit() for token in doc[start:end])


def is_body(doc: Doc, start: int) -> bool:
    """Whether the noun before a single word says that it is no person: "railway operator Nordbane"."""
    before = doc[start - 1].lower_ if start else ""
    kinds = body_words("company") | body_words("media") | body_words("group")
    return before in kinds and before not in standings()


def proper_name(token: Token) -> bool:
    """Whether a word is a name and nothing else, so that it may stand for its bearer alone."""
    word = folded(token.text)
    return token.pos_ in {"PROPN", "X", ""} and word not in standings() and naming(token.text) is None


def words_of(doc: Doc, start: int, end: int) -> str:
    """The words of some tokens on one line."""
    return doc[start:end].text.replace("\n", " ")


def kind_of_known(known: Naming, engine: Kind) -> Kind:
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


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A name without article, line break, quotation mark or possessive ending at its edges."""
    for index in range(start, end):
        if index > start and ("\n" in doc[index].text or doc[index].text == "."):
            end = index
            break
    while start < end and (doc[start].lower_ in _ARTICLES or not doc[start].text[:1].isalnum()):
        start += 1
    while start < end and (
        doc[end - 1].text in _POSSESSIVES or doc[end - 1].is_space or doc[end - 1].text in ",;:-–"
    ):
        end -= 1
    return start, _with_last_word(doc, start, end)


def _with_last_word(doc: Doc, start: int, end: int) -> int:
    """After a name that the engine cut at "of": with the name behind it, or without the "of"."""
    if end - start < _CUT or doc[end - 1].text not in {"of", "for"}:
        return end
    after = end
    while after < len(doc) and doc[after].ent_type_ in _NAMED and doc[after].text[:1].isupper():
        after += 1
    return after if after > end else end - 1


def addressed(doc: Doc, start: int) -> bool:
    """Whether an honorific of a person stands right before."""
    return start > 0 and doc[start - 1].text in honorifics()


def person_named(doc: Doc, start: int, end: int) -> Named:
    """A person's bare name: titles off its front; hyphenated parts and particles put back."""
    end = _cut(doc, start, end)
    while end - start > 1 and _no_part_of_name(doc, start, end):
        start += 1
    while (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not doc[end].whitespace_
        and not doc[end - 1].whitespace_
    ):
        end += 2
    while start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in particles():
        start -= 2
    while (
        start > 0
        and doc[start - 1].text in _CLOSED_PARTICLES
        and start > 1
        and doc[start - 2].text[:1].isupper()
    ):
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


def longest_known(doc: Doc, start: int, word: str) -> int:
    """After the last token of the longest name the vocabulary knows that starts here; 0 where none does."""
    lent = next((end for words in lent_phrases(word) if (end := _matched(doc, start, words))), 0)
    for words in namings_by_first_word().get(word, ()):
        end = _matched(doc, start, words)
        if end:
            return max(end, lent)
    return max(lent, start + 1) if word in namings() else lent


def _matched(doc: Doc, start: int, words: tuple[str, ...]) -> int:
    """After the last token where the tokens from `start` spell `words`, else 0."""
    wanted = " ".join(words)
    at = doc.tokens[start].idx
    if doc.text[at : at + len(wanted)].replace("’", "'") != wanted:
        return 0
    end = min(len(doc), start + len(words))
    while end <= len(doc) and end <= start + len(words) + 3:
        written = doc[start:end].text.replace("’", "'")
        if written == wanted:
            return end
        if len(written) >= len(wanted):
            return 0
        end += 1
    return 0


def is_half(token: Token) -> bool:
    """Whether "the North" stands alone, so that it can be a land."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    alone = following is None or not following.text[:1].isupper()
    return alone and token.i > 0 and token.nbor(-1).lower_ == "the"


def left_out(doc: Doc, report: Report) -> bytearray:
    """One byte a token: 1 where the token is no part of the story."""
    mask = bytearray(len(doc))
    for furniture in report.furniture:
        span = doc.char_span(furniture.span.start, furniture.span.end)
        if span is not None:
            mask[span.start : span.end] = b"\x01" * (span.end - span.start)
    phrases = credit_phrases()
    for sentence in doc.sents if doc.has_sentences else ():
        words = sentence.text.lower()
        if any(phrase in words for phrase in phrases):
            mask[sentence.start : sentence.end] = b"\x01" * len(sentence)
    return mask
