"""Reads the words of a source: its base, its head noun, the parts joined by "and"."""

from __future__ import annotations

from dataclasses import dataclass

from parley.findings.people.affiliation import Bearings
from parley.findings.people.member import Kind, Named
from parley.findings.people.nouns import RoleNoun, office_behind, role_noun_ending
from parley.language.tree import Doc, Token
from parley.model import Span
from parley.vocabulary.offices import honorifics, office_words

_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''", "[", "]", "(", ")", ","})
_LAST = _QUOTES | {"."}
_DOUBLING = frozenset({"both", "even", "but", "and", "or", "that", "as", "according", "to", "by"})
_LINKS = frozenset({"and", "&", "or"})
_PREPOSITIONS = frozenset(
    {
        *(
            "of",
            "for",
            "from",
            "in",
            "at",
            "on",
            "with",
            "to",
            "by",
            "who",
            "which",
            "that",
            "whose",
            "about",
        ),
        *("inside", "within", "near", "across", "against", "under", "after", "before", "during", "among"),
        *("between", "close", "as", "familiar", "knowledgeable", "aware", "privy", "loyal", "opposed"),
    }
)
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a source as tokens.

    Attributes:
        start: first token, after quotation marks and "both".
        base_end: after the base: before the first preposition, relative pronoun, comma or verb.
        end: after the last token.
    """

    start: int
    base_end: int
    end: int


def phrase_of(doc: Doc, mention: Span) -> Phrase | None:
    """The phrase a mention covers; None where it holds no word."""
    span = doc.char_span(mention.start, mention.end)
    if span is None:
        return None
    tokens = doc.tokens
    start, end = span.start, span.end
    while start < end and (
        (first := tokens[start]).text in _QUOTES or first.is_space or first.lower_ in _DOUBLING
    ):
        start += 1
    while end > start and ((last := tokens[end - 1]).text in _LAST or last.is_space):
        if last.text in _POSSESSIVES and end - start > 1:
            break
        end -= 1
    if start >= end:
        return None
    while start > 1 and tokens[start - 1].text == "-" and not tokens[start - 1].whitespace_:
        start -= 2  # "Niger- | run ministry"
    return Phrase(start, _base_end(doc, start, end), end)


def _base_end(doc: Doc, start: int, end: int) -> int:
    index = start + 1
    while index < end:
        token = doc[index]
        behind = _behind_bracket(doc, index, end) if token.text == "(" else None
        if behind is not None:
            index = behind
            continue
        if token.text in {",", "(", "—", "--"} or token.lower_ in _LINKS or token.is_space:
            return index
        if token.lower_ in _PREPOSITIONS and not _titular(doc, index):
            return index
        if _participle(token, start):
            return index
        index += 1
    return end


def _behind_bracket(doc: Doc, opens: int, end: int) -> int | None:
    """After a bracket with words of the phrase behind it ("the Dockers' League (DL) | chairman"), or None."""
    closes = next((at for at in range(opens, min(end, opens + 5)) if doc[at].text == ")"), None)
    if closes is None or closes + 1 >= end or not doc[closes + 1].is_alpha:
        return None
    return closes + 1 if role_noun_ending(doc, closes + 1) or doc[closes + 1].ent_type_ == "PERSON" else None


def _titular(doc: Doc, index: int) -> bool:
    """Whether "of" belongs to a title: "Secretary of State"."""
    if doc[index].text != "of" or index + 1 >= len(doc):
        return False
    return doc[index - 1].text in {"Secretary", "Speaker", "Chief", "Minister", "Chancellor"} and (
        doc[index + 1].text[:1].isupper() or doc[index + 1].text == "the"
    )


def _participle(token: Token, start: int) -> bool:
    """Whether a participle or finite verb after the noun begins: "analysts compiling footage"."""
    if token.tag_ not in {"VBG", "VBN", "VBD", "VBZ", "VBP"} or not token.text.islower():
        return False
    previous = token.nbor(-1)
    if previous.text in {"-", "–"} or token.i == start:
        return False
    return (
        previous.pos_ in {"NOUN", "PROPN", "PRON"}
        and token.i + 1 < len(token.doc)
        and (token.nbor(1).pos_ not in {"NOUN", "PROPN", "ADJ"})
    )


def parts(doc: Doc, phrase: Phrase, bearings: Bearings) -> list[Span]:
    """The coordinated parts of a phrase ("Moscow and Kyiv"), one where it joins nothing.

    A part begins after "and", "as well as" or a comma and must hold a name or a role noun as its base; words
    after a relative pronoun or inside a preposition's phrase are not split.
    """
    cuts: list[tuple[int, int]] = []
    first = phrase.start
    index = phrase.start
    while index < phrase.end:
        word = doc.tokens[index].lower_
        if bearings.at(index) is not None:
            index += 1
            continue
        lists = word == "," and _lists(doc, index, phrase.end)
        joins = word in _LINKS or lists
        if word in {"who", "which", "that", "whose"} or (word == "," and not lists):
            break
        if joins and index > first:
            cuts.append((first, index))
            first = index + 1
        index += 1
    cuts.append((first, phrase.end))
    spans = []
    for start, end in cuts:
        while start < end and (doc[start].text in _QUOTES or doc[start].lower_ in _LINKS | {"some", "also"}):
            start += 1
        if start < end:
            spans.append(Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])))
    return spans


def _lists(doc: Doc, index: int, end: int) -> bool:
    """Whether a comma separates members of a list: a name follows, and "and" comes later."""
    later = {token.lower_ for token in doc[index + 1 : min(end, index + 12)]}
    return bool(later & _LINKS) and index + 1 < end and doc[index + 1].text[:1].isupper()


def head_name(doc: Doc, phrase: Phrase, bearings: Bearings) -> Named | None:
    """The name that heads the phrase: a person in its base, or any name that ends its base; else None."""
    names = bearings.between(phrase.start, phrase.end)
    inside = bearings.at(phrase.start)
    if inside is not None and inside not in names:
        names = [inside, *names]
    for named in names:
        if named.kind is Kind.PERSON and not owns(doc, named, phrase) and _in_base(doc, named, phrase):
            return named
    if (last := _titled_last(doc, phrase, names)) is not None:
        return last
    for named in names:
        if named.end == phrase.base_end and named.kind is not Kind.PERSON and named.start < phrase.base_end:
            return named
        if named.end >= phrase.base_end > named.start and named.kind is not Kind.PERSON:
            return named
    return _apposed(doc, phrase, names, bearings) or _behind(doc, phrase, names)


def _titled_last(doc: Doc, phrase: Phrase, names: list[Named]) -> Named | None:
    """The person whose name and title end a phrase ("the Chamber of Commerce chairman Jane Roe"), or None."""
    last = names[-1] if names else None
    if last is None or last.kind is not Kind.PERSON or last.end != phrase.end or head_noun(doc, phrase):
        return None
    title = role_noun_ending(doc, last.start - 1, phrase.start)
    if title is None or title.plural or title.start <= phrase.start:
        return None
    # "Chad, whose chairman Jane Roe ..." is Chad.
    cut = any(doc[at].text == "," or doc[at].pos_ == "PRON" for at in range(phrase.start, title.start))
    return None if cut else last


def _behind(doc: Doc, phrase: Phrase, names: list[Named]) -> Named | None:
    """The person whose name ends a phrase right behind their office ("the head of the union Ida Lund")."""
    last = names[-1] if names else None
    if last is None or last.kind is not Kind.PERSON or last.end != phrase.end:
        return None
    return last if office_behind(doc, last.start, phrase.start) is not None else None


def _in_base(doc: Doc, named: Named, phrase: Phrase) -> bool:
    return named.start < phrase.base_end and named.end >= phrase.base_end


def _apposed(doc: Doc, phrase: Phrase, names: list[Named], bearings: Bearings) -> Named | None:
    """The person named after a comma that describes the same one: "the envoy to Chad, Jane Roe"."""
    noun = head_noun(doc, phrase)
    if noun is None or noun.plural:
        return None
    for named in names:
        start = named.start
        while start > phrase.start and (
            doc[start - 1].text in honorifics() or _titled(doc, start - 1) or _of_country(bearings, start - 1)
        ):
            start -= 1
        if named.kind is Kind.PERSON and doc[start - 1].text == "," and not owns(doc, named, phrase):
            return named
    return None


def _titled(doc: Doc, index: int) -> bool:
    return role_noun_ending(doc, index) is not None


def _of_country(bearings: Bearings, index: int) -> bool:
    """Whether a country's name stands there: "the council's president, US ambassador Jane Roe"."""
    named = bearings.at(index)
    return named is not None and named.naming is not None


def owns(doc: Doc, named: Named, phrase: Phrase) -> bool:
    """Whether a name in a phrase is a genitive that owns what follows."""
    return named.end < phrase.end and doc[named.end].text in _POSSESSIVES


def owner_name(doc: Doc, phrase: Phrase, bearings: Bearings) -> Named | None:
    """The name whose possessive begins the phrase ("Mr. Trump's letter"), or that its noun comes from."""
    for named in bearings.between(phrase.start, phrase.base_end):
        if owns(doc, named, phrase):
            return named
    return None


def head_noun(doc: Doc, phrase: Phrase) -> RoleNoun | None:
    """The role noun that ends the phrase's base, or None."""
    return role_noun_ending(doc, phrase.base_end - 1, phrase.start)


def written(doc: Doc, phrase: Phrase) -> str:
    """The source's words on one line, without relative clause or apposition, its article in lower case."""
    end = phrase.end
    for index in range(phrase.base_end, phrase.end):
        if (
            doc[index].tag_ == "VBG"
            or doc[index].lower_ in {"who", "which", "whose"}
            or doc[index].text in {",", "—", "("}
        ):
            end = index
            break
    text = " ".join(doc[phrase.start : end].text.split()).rstrip(",;:")
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An"} and rest else text


def without_style(doc: Doc, phrase: Phrase) -> Phrase:
    """The phrase without a style before it: "His Highness the Amir" is the Amir, and nobody's highness."""
    start = phrase.start
    if doc[start].lower_ not in {"his", "her", "their", "your"} | office_words("styles"):
        return phrase
    start += 1
    while start < phrase.end and doc[start].lower_ in office_words("styles"):
        start += 1
    return (
        Phrase(start, phrase.base_end, phrase.end) if phrase.start + 1 < start < phrase.base_end else phrase
    )


def without_genitive(doc: Doc, phrase: Phrase) -> Phrase:
    """The phrase without a genitive ending that it stops at ("Chad's | promise")."""
    end = phrase.end - 1
    if end <= phrase.start or doc[end].tag_ != "POS":
        return phrase
    return Phrase(phrase.start, min(phrase.base_end, end), end)


def whole(phrase: Phrase) -> Phrase:
    """The phrase with its whole length as base, so that a list is written out in full."""
    return Phrase(phrase.start, phrase.end, phrase.end)
