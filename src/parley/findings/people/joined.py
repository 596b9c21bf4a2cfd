"""Sources of several parts: offices of one person, a country that speaks for a group, lists of names."""

from __future__ import annotations

from parley.findings.people.affiliation import Bearings
from parley.findings.people.member import Kind, Named
from parley.findings.people.nouns import role_noun_ending
from parley.findings.people.phrases import Phrase, head_name, head_noun, owns, phrase_of
from parley.language.tree import Doc
from parley.model import Span
from parley.vocabulary.offices import office_words


def one_person(doc: Doc, spans: list[Span], bearings: Bearings) -> Named | None:
    """The one person of whom joined words tell several offices ("Chair and chief Ida Lund"), or None.

    An article or owner before a later part begins somebody else ("Ida Lund and her minister").
    """
    people: list[Named] = []
    for number, span in enumerate(spans):
        part = phrase_of(doc, span)
        if part is None:
            return None
        own = [one for one in bearings.between(part.start, part.end) if one.kind is Kind.PERSON]
        people += own
        noun = head_noun(doc, part) or role_noun_ending(doc, part.end - 1, part.start)
        plain = noun is not None and not noun.plural
        if own and owns(doc, own[0], part):
            return None
        if (not own and not plain) or (number and doc[part.start].pos_ in {"DET", "PRON"}):
            return None
    # "Mr. Roe and minister Lund" are two; a name before a bare office ("Roe and the minister") ends above.
    return people[0] if len(people) == 1 else None


def person_behind_comma(doc: Doc, phrase: Phrase, bearings: Bearings) -> Named | None:
    """Who is named behind one office that holds an "and" ("envoy to Chad and Niger, Ida Lund"), or None."""
    noun = head_noun(doc, phrase)
    people = [one for one in bearings.between(phrase.start, phrase.end) if one.kind is Kind.PERSON]
    people = [one for one in people if not owns(doc, one, phrase)]
    if noun is None or noun.plural or len(people) != 1 or people[0].end != phrase.end:
        return None
    return people[0] if doc[people[0].start - 1].text == "," else None


def spoken_for(doc: Doc, named: Named, bearings: Bearings) -> Named | None:
    """The group for which a country speaks ("Fiji, for the island states, said"), or None."""
    after = [token.lower_ for token in doc[named.end : named.end + 3]]
    if after[:2] != [",", "for"]:
        return None
    group = bearings.at(named.end + 2 + (after[2:] == ["the"]))
    if group is None or group.kind is Kind.PERSON or group.end >= len(doc):
        return None
    return group if doc[group.end].text == "," else None


def listed(names: list[str]) -> str:
    """Names as one: "Roe and Lund", "Roe, Lund and Vega"."""
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"


def issuer(doc: Doc, phrase: Phrase, bearings: Bearings) -> Named | None:
    """Whose words something is: "a statement from Chad", "a letter published by Chad"."""
    end = phrase.base_end
    issued = is_notice(doc, phrase)
    while issued and end < phrase.end and (doc[end].tag_ == "VBN" or doc[end].pos_ == "ADV"):
        end += 1
    if end < phrase.end and doc[end].lower_ in {"from", "by", "of"}:
        return next(iter(bearings.between(end + 1, phrase.end)), None)
    return None


def is_notice(doc: Doc, phrase: Phrase) -> bool:
    """Whether a phrase means words that somebody put out as their own, as a report or study does not."""
    return doc[phrase.base_end - 1].lower_ in office_words("notices")


def stands_alone(doc: Doc, phrase: Phrase, bearings: Bearings, *, later: bool) -> bool:
    """Whether a part of a list is somebody: a name, a role noun, "its allies" behind others."""
    if head_name(doc, phrase, bearings) is not None:
        return True
    last = doc[phrase.base_end - 1]
    if later and last.tag_ == "NNS" and last.lower_ in office_words("companions"):
        return True
    noun = head_noun(doc, phrase)
    return noun is not None and (noun.plural or phrase.end - phrase.start > 1)
