"""What a report says somebody is: titles before a name, appositions on either side, "who serves as"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.people.affiliation import Bearings
from parley.findings.people.member import Kind, Named, Role
from parley.findings.people.nouns import RoleNoun, office_behind, role_noun_ending
from parley.findings.people.repairs import CALENDAR_NAMES
from parley.findings.people.role_parties import joined_before, of_country, part_named_after
from parley.findings.people.role_spans import CLOSERS, DASHES, closing, phrase_end
from parley.language.tree import Doc, Token
from parley.vocabulary.offices import honorifics, past_marks, titles

_PARTICIPLES = frozenset(
    {
        "acting",
        "outgoing",
        "incoming",
        "leading",
        "ruling",
        "visiting",
        "managing",
        "commanding",
        "designated",
    }
)
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "another", "one"})
_GLUE = frozenset({"-", "–", "'s", "’s", "'", "’", "/", "&", "+"})
_BEING = frozenset({"is", "was", "became", "remains"})
_SERVING = frozenset({"serves", "served", "acts", "acted", "doubles", "works", "worked", "serving", "acting"})
_HEADING = {
    "heads": "head",
    "heading": "head",
    "headed": "head",
    "leads": "leader",
    "leading": "leader",
    "led": "leader",
    "chairs": "chair",
    "chairing": "chair",
    "runs": "head",
    "commands": "commander",
    "commanded": "commander",
    "represents": "representative",
    "representing": "representative",
}
_REACH = 14
_SHORT_NAME = 6


def roles_at(doc: Doc, named: Named, bearings: Bearings) -> Iterator[Role]:
    """The roles a report gives a person where it names them, nearest first.

    Args:
        doc: the parsed document.
        named: one mention of a person.
        bearings: who else is named where.
    """
    for find in (_before, _behind, _after, _apposed_before):
        role = find(doc, named, bearings)
        if role is not None:
            yield role


def _accepts(token: Token, bearings: Bearings) -> bool:
    """Whether a token may belong to the modifiers of a role noun."""
    if token.text in _GLUE:
        return token.text not in DASHES or _tight(token)
    if token.lower_ in past_marks() or (
        token.i > 0 and _tight(token.nbor(-1)) and token.nbor(-1).text in DASHES
    ):
        return True
    if token.is_space or token.text in CALENDAR_NAMES or token.ent_type_ in {"DATE", "TIME"}:
        return token.ent_type_ == "DATE" and token.text.isdigit()
    owner = bearings.at(token.i)
    if owner is not None:
        following = token.doc[owner.end].text if owner.end < len(token.doc) else ""
        return owner.kind is not Kind.PERSON or following in _GLUE
    if token.text == "of":
        return token.i > 0 and token.doc[token.i - 1].lower_ in {"secretary", "minister", "chief", "speaker"}
    if token.tag_ in {"VBG", "VBN"}:
        return token.lower_ in _PARTICIPLES
    return token.pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "X"}


def _tight(token: Token) -> bool:
    """Whether a dash joins its neighbours without a space."""
    return not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_


def phrase_start(doc: Doc, index: int, bearings: Bearings, lowest: int = 0) -> int:
    """Where the noun phrase with modifiers that goes on at `index` begins, its article left out."""
    floor = max(lowest, index - _REACH)
    while index > floor and (_accepts(doc[index - 1], bearings) or doc[index - 1].text == ")"):
        before = _before_bracket(doc, index) if doc[index - 1].text == ")" else index - 1
        if before is None:
            break
        index = before
    while doc[index].text in _GLUE:
        index += 1
    return index


def _before_bracket(doc: Doc, end: int) -> int | None:
    """Where the bracket opens that ends before a token ("the Dockers' League (DL) | chairman"), or None."""
    opens = next((at for at in range(end - 2, max(-1, end - _SHORT_NAME), -1) if doc[at].text == "("), None)
    return opens if opens is not None and opens > 0 and doc[opens - 1].text[:1].isupper() else None


def role_from(doc: Doc, start: int, noun: RoleNoun, end: int, bearings: Bearings) -> Role:
    """The role that the words from `start` to `end` give, headed by `noun`."""
    words = [token.lower_ for token in doc[start : noun.end]]
    party, master = bearings.party_of_role(doc, start, noun, end)
    return Role(
        text=" ".join(doc[start:end].text.split()),
        noun=noun.noun,
        party=party,
        past=any(word in past_marks() for word in words),
        master=master,
    )


def _before(doc: Doc, named: Named, bearings: Bearings) -> Role | None:
    """A title or role straight before the name: "Chinese Vice Premier Liu He"."""
    last = named.start - 1
    while last >= 0 and (doc[last].text in {"]", "["} or _bare_honorific(doc, last)):
        last -= 1
    noun = role_noun_ending(doc, last) if last >= 0 else None
    if noun is not None and doc[last].text in honorifics() and noun.start == last and last > 0:
        noun = role_noun_ending(doc, last - 1) or noun
    if noun is None or noun.plural or bearings.at(last) is not None:
        return None
    start = phrase_start(doc, noun.start, bearings)
    role = role_from(doc, start, noun, noun.end, bearings)
    if role.party or role.master is not None:
        return role
    other = joined_before(doc, start, bearings)
    shared = _before(doc, other, bearings) if other is not None else None
    if shared is not None and shared.party and not shared.past:
        return Role(role.text, role.noun, shared.party, role.past)
    return of_country(doc, named, role, bearings)


def _behind(doc: Doc, named: Named, bearings: Bearings) -> Role | None:
    """An office with what it is of, before the name: "the president of the Republic Jane Roe"."""
    noun = office_behind(doc, named.start, max(0, named.start - _REACH))
    if noun is None:
        return None
    return role_from(doc, phrase_start(doc, noun.start, bearings), noun, named.start, bearings)


def _bare_honorific(doc: Doc, index: int) -> bool:
    return doc[index].text in honorifics() and role_noun_ending(doc, index) is None


def _after(doc: Doc, named: Named, bearings: Bearings) -> Role | None:
    """What follows the name: ", the head of ...", ", who serves as ...", " is the head of ..."."""
    index = named.end
    if index < len(doc) and doc[index].text == "(":
        index = closing(doc, index)
    if index >= len(doc):
        return None
    if doc[index].lower_ in _BEING:
        return _described(doc, index + 1, bearings, bare=False)
    if doc[index].lower_ == "who":
        return _relative(doc, index + 1, bearings)
    if doc[index].text not in {",", "—", "--", "-"}:
        return None
    index += 1
    if index < len(doc) and doc[index].lower_ in {"who", "which"}:
        return _relative(doc, index + 1, bearings)
    if index < len(doc) and doc[index].lower_ in _HEADING:
        return _heading(doc, index, bearings)
    return _described(doc, index, bearings, bare=True)


def _relative(doc: Doc, index: int, bearings: Bearings) -> Role | None:
    while index < len(doc) and doc[index].lower_ in {"also", "currently", "has", "now", "once", "had"}:
        index += 1
    if index >= len(doc):
        return None
    word = doc[index].lower_
    if word in _HEADING:
        return _heading(doc, index, bearings)
    if word in _SERVING and index + 1 < len(doc) and doc[index + 1].lower_ == "as":
        return _described(doc, index + 2, bearings, bare=True)
    return _described(doc, index + 1, bearings, bare=True) if word in _BEING | {"been"} else None


def _heading(doc: Doc, index: int, bearings: Bearings) -> Role | None:
    end = phrase_end(doc, index + 1)
    noun = RoleNoun(index, index + 1, _HEADING[doc[index].lower_], plural=False)
    if end <= index + 1:
        return None
    return role_from(doc, index, noun, end, bearings)


def _described(doc: Doc, start: int, bearings: Bearings, *, bare: bool) -> Role | None:
    """The role in a descriptive phrase that starts at `start`, or None where it is no role."""
    if start >= len(doc) or (bare and doc[start].text == "The"):  # "with Prince Per, The King said ..."
        return None
    if doc[start].lower_ in _ARTICLES:
        start += 1
    elif not bare:
        return None
    noun = _head_noun(doc, start, bearings)
    if noun is None:
        return None
    bearer = bearings.at(noun.end)
    if bare and bearer is not None and bearer.kind is Kind.PERSON:  # the next in a list of people
        return None
    speaks = noun.end < len(doc) and doc[noun.end].tag_ in {"VBD", "VBZ"}
    if bare and speaks and doc[start - 1].lower_ == "the":  # "... by its owner Ida Lund, the driver said"
        return None
    end = phrase_end(doc, noun.end)
    part = part_named_after(doc, end, bearings)
    if part is not None:
        text = " ".join(doc[start : part.end].text.split())
        return Role(text, noun.noun, bearings.party_of(part), False)
    return role_from(doc, start, noun, end, bearings)


def _head_noun(doc: Doc, start: int, bearings: Bearings) -> RoleNoun | None:
    """The first role noun of a phrase that ends its modifiers and names nobody else."""
    index = start
    while index < min(len(doc), start + _REACH):
        if not _accepts(doc[index], bearings) and doc[index].lower_ not in {
            "currently",
            "now",
            "then",
            "longtime",
        }:
            return None
        noun = role_noun_ending(doc, index, start)
        after = index + 1
        if noun is not None and not noun.plural and bearings.at(index) is None:
            following = doc[after] if after < len(doc) else None
            if following is None or following.text in DASHES or not _accepts(following, bearings):
                return noun
        index += 1
    return None


def _apposed_before(doc: Doc, named: Named, bearings: Bearings) -> Role | None:
    """A description before the name and a comma: "the governor of the region, Jane Roe,"."""
    comma = named.start - 1
    while comma > 0 and (_bare_honorific(doc, comma) or doc[comma].text in titles()):
        comma -= 1
    if comma < 2 or doc[comma].text != ",":
        return None
    floor = max(0, comma - _REACH - 4)
    found: RoleNoun | None = None
    index = comma - 1
    while index >= floor and not _breaks(doc[index]):
        noun = role_noun_ending(doc, index, floor)
        follower = doc[index + 1]
        if (
            noun
            and not noun.plural
            and not bearings.at(index)
            and (index + 1 == comma or follower.pos_ == "ADP")
        ):
            found = noun
        index -= 1
    if found is None or _belongs_to_another(doc, index, bearings):
        return None
    start = phrase_start(doc, found.start, bearings, index)
    owned = "'" in doc[start:comma].text.replace("’", "'")
    definite = owned or doc[start].is_sent_start or (start > 0 and doc[start - 1].lower_ in _ARTICLES)
    return role_from(doc, start, found, comma, bearings) if definite else None


def _breaks(token: Token) -> bool:
    if token.is_space or token.pos_ in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"}:
        return token.lower_ not in _ARTICLES and token.tag_ not in {"VBG", "VBN"}
    return token.text == "," or token.text in CLOSERS


def _belongs_to_another(doc: Doc, index: int, bearings: Bearings) -> bool:
    """Whether the phrase after `index` already describes the person named before a comma there."""
    if index < 1 or doc[index].text != ",":
        return False
    owner = bearings.at(index - 1)
    return owner is not None and owner.kind is Kind.PERSON
