"""Who stands side by side in a sentence ("Lund, Vega and Norway's envoy"), by the words alone.

The parse often cuts such a list in two. Its words do not: names and nouns, a comma between the first ones,
"and" before the last.
"""

from __future__ import annotations

from parley.findings.encounters.words import base_form
from parley.language.tree import Doc, Span, Token
from parley.vocabulary.encounters import encounter_words

Member = tuple[int, int]

_INSIDE = frozenset(
    {
        "DT",
        "PDT",
        "JJ",
        "JJR",
        "JJS",
        "CD",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "PRP$",
        "POS",
        "HYPH",
    }
)
_ALONE = frozenset({"he", "she", "they", "him", "her", "them", "it", "we", "us", "i", "me", "both"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DASHES = frozenset({"-", "–"})
_PLACES = frozenset({"GPE", "ORG", "NORP"})
_JOINING = frozenset({"and", "plus"})
_AWAY = frozenset({"in", "at", "near", "outside"})
OWNING = frozenset({"of", "from", "for"})
_MARKS = _DASHES | {","}
_WORDS = _JOINING | OWNING | _ALONE
_SKIPPED = frozenset({"ADV", "AUX", "PART"})
_LONGEST = 40
_LONGEST_MEMBER = 14


def listed_from(doc: Doc, start: int, *, before_verb: bool = False, until: int = 0) -> tuple[Member, ...]:
    """The members of a list of nouns that begins at a token, as half-open runs of tokens.

    Args:
        doc: the document.
        start: the token.
        before_verb: whether a verb is to follow, as after a subject; otherwise what a verb follows is the
            subject of another clause and no member.
        until: the token before which it ends; what is joined by "and" earlier is not its end.

    Returns:
        The members; one where nothing is joined to it, none where no noun stands there.
    """
    members: list[Member] = []
    index, joined = start, False
    while index < min(start + _LONGEST, len(doc)):
        end = _member_end(doc, index)
        if end == index or (joined and not before_verb and _begins_clause(doc, end)):
            break
        members.append((index, end))
        if joined and not _joins(doc, end) and end >= until:
            return _with_owners(doc, members)
        after = _after_separator(doc, end)
        if after is None:
            break
        index, joined = after, doc[after - 1].lower_ in _JOINING
    return tuple(members[:1])


def listed_before(doc: Doc, verb: int, first: int) -> tuple[Member, ...]:
    """The members of a list of two or more that ends right before a verb, its auxiliaries and its day aside.

    Args:
        doc: the document.
        verb: the token of the verb.
        first: the first token of its sentence.
    """
    end = _before_group(doc, verb, first)
    low = max(first, end - _LONGEST)
    if not any(doc[index].lower_ in _JOINING for index in range(low, end)):
        return ()
    start = end
    while start > low and _may_be_listed(doc[start - 1]):
        start -= 1
    hidden = start > first and _hides_noun(doc[start - 1])
    if hidden and start - 1 > first and doc[start - 2].text != ",":
        return ()
    starts = [] if hidden else [start]
    starts += [index + 1 for index in range(start, end) if doc[index].text == ","]
    for candidate in starts:
        members = listed_from(doc, candidate, before_verb=True, until=end)
        joined = members and any(doc[index].lower_ in _JOINING for index in range(candidate, members[-1][1]))
        if joined and members[-1][1] >= end:
            return members
    return ()


def _with_owners(doc: Doc, members: list[Member]) -> tuple[Member, ...]:
    """Joins what the "of" of one member owns too ("the ministers of Chad and Niger")."""
    found: list[Member] = []
    for start, end in members:
        bare = all(token.ent_type_ in _PLACES or token.lower_ == "the" for token in doc[start:end])
        if found and bare and _owns(doc, found[-1]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _owns(doc: Doc, member: Member) -> bool:
    run = doc[member[0] : member[1]]
    places = [index for index, token in enumerate(run) if token.lower_ in OWNING]
    if not places or run[-1].ent_type_ not in _PLACES:
        return False
    return not any(token.ent_type_ == "PERSON" for token in run)


def _before_group(doc: Doc, verb: int, first: int) -> int:
    """Where the words before a verb end that are neither its helpers nor a time ("on Monday")."""
    end = verb
    while end > first:
        token = doc[end - 1]
        dated = token.ent_type_ == "DATE" or (token.lower_ == "on" and doc[end].ent_type_ == "DATE")
        if not (dated or (token.pos_ in _SKIPPED and token.tag_ != "POS") or token.tag_ == "MD"):
            break
        end -= 1
    return end


def preposition(head: Token) -> int | None:
    """The token of the preposition before a noun, or None."""
    for child in head.lefts:
        if child.relation == "case":
            return child.i
    return None


def _member_end(doc: Doc, start: int) -> int:
    if start < len(doc) and doc[start].lower_ in _ALONE and doc[start].tag_ != "PRP$":
        return start + 1
    index, noun = start, False
    while index < min(start + _LONGEST_MEMBER, len(doc)):
        token = doc[index]
        if token.tag_ in _INSIDE and token.ent_type_ != "DATE" and not _is_encounter(token):
            noun = noun or token.tag_.startswith("NN")
        elif not (token.lower_ in OWNING and noun and _goes_on(doc, index + 1)) and token.text not in _DASHES:
            break
        index += 1
    return index if noun else start


def _goes_on(doc: Doc, index: int) -> bool:
    return index < len(doc) and doc[index].tag_ in _INSIDE and doc[index].ent_type_ != "DATE"


def _is_encounter(token: Token) -> bool:
    return base_form(token) in encounter_words().nouns and not token.text[:1].isupper()


def _joins(doc: Doc, index: int) -> bool:
    return index < len(doc) and doc[index].lower_ in _JOINING


def _after_separator(doc: Doc, index: int) -> int | None:
    """Where the next member starts after "and", a comma, or both; None where nothing joins."""
    if index + 1 >= len(doc):
        return None
    if doc[index].lower_ in _JOINING:
        return index + 1
    if doc[index].text != ",":
        return None
    return index + 2 if doc[index + 1].lower_ in _JOINING else index + 1


def _begins_clause(doc: Doc, index: int) -> bool:
    """Whether a finite verb follows, so that what stands before it is its subject."""
    while index < len(doc) and doc[index].pos_ == "ADV":
        index += 1
    return index < len(doc) and doc[index].tag_ in _FINITE


def _may_be_listed(token: Token) -> bool:
    return token.tag_ in _INSIDE or token.text in _MARKS or token.lower_ in _WORDS


def _hides_noun(token: Token) -> bool:
    """Whether the noun after a word is not a subject: after a preposition, after a verb."""
    return token.pos_ == "ADP" or (token.pos_ in {"VERB", "AUX"} and token.lower_ not in {"said", "says"})


def before_place(phrase: Span, head: Token) -> int:
    """Where a phrase says no more who, but where ("Chadian officials in Lima")."""
    away = (token.i for token in phrase if token.i > head.i and token.lower_ in _AWAY)
    return next(away, phrase.end)
