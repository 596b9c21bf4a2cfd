"""Whom a description means: "the spokesman", "the Russian leader", "the company"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.findings.people.affiliation import Bearings
from parley.findings.people.focus import Focus
from parley.findings.people.member import Kind, Member, Resolution
from parley.findings.people.nouns import RoleNoun
from parley.findings.people.phrases import Phrase
from parley.language.tree import Doc
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import Sex, alike, body_words, leader, office_words, sex_of_noun

_DEFINITE = frozenset({"the", "that", "this", "his", "her", "its", "their"})
_VAGUE = frozenset({"a", "an"})
_ALIKE = 0.7
# "The president" alone is the one this paragraph is about, whoever spoke in the one before.
_SAME_PARAGRAPH = 5.0
_KNOWN_LEADER = 0.72
_BARE = 2
# A "minister" may be the prime minister, but hardly when somebody else is known to lead.
_VAGUER = 0.6
_OTHER_WORD = 0.85
_LEADING = frozenset({"leader", "president", "prime minister", "premier", "chief"})
_ANY_GROUP = frozenset({"group", "organization", "organisation", "movement", "agency"})
_COMPANY = frozenset(
    {
        *("company", "firm", "automaker", "carmaker", "airline", "operator"),
        *("retailer", "manufacturer", "carrier", "employer", "giant"),
    }
)
_PLAIN_ADJECTIVES = frozenset(
    {"top", "senior", "same", "new", "current", "country", "nation", "own", "ailing", "then"}
)


@dataclass(frozen=True, slots=True)
class Description:
    """What a description says of whom it means.

    Attributes:
        noun: its head noun, singular.
        party: the country or organisation it names ("the Russian leader"), or None.
        words: its words before the noun, in lower case.
        of: its words after the noun ("the head of the *delegation*"), in lower case.
        master: the person it names ("Mr. Roe's spokesman"), by the record's name for them, or None.
        sex: what the noun says.
    """

    noun: str
    party: str | None
    words: frozenset[str]
    of: frozenset[str]
    master: str | None
    sex: Sex | None


def described_person(
    doc: Doc,
    phrase: Phrase,
    noun: RoleNoun,
    bearings: Bearings,
    master_of: Callable[[int], Member | None],
    vague: bool = False,
) -> Description | None:
    """What a definite description in the singular says, or where `vague` one with "a"; None for others."""
    if noun.plural or vague == _definite(doc, phrase, bearings):
        return None
    if vague and doc[phrase.start].lower_ not in _VAGUE:
        return None
    party, master = bearings.party_of_role(doc, phrase.start, noun, phrase.end)
    if party is not None and noun.noun in office_words("national") and _is_political_party(party):
        # "The Republican president" is the country's.
        party = None
    served = master_of(master) if master is not None and party is None else None
    if master is not None and party is None and (served is None or served.party is None):
        return None
    owned = {
        index
        for named in bearings.between(phrase.start, phrase.end)
        for index in range(named.start, named.end)
    }
    bodies = {
        index
        for named in bearings.between(noun.end, phrase.end)
        if named.kind is Kind.ORGANISATION and named.naming is None
        for index in range(named.start, named.end)
    }
    words = frozenset(
        doc[index].lower_
        for index in range(phrase.start, noun.start)
        if index not in owned and doc[index].is_alpha and doc[index].lower_ not in _DEFINITE | _VAGUE
    )
    after = frozenset(
        token.lower_
        for token in doc[noun.end : phrase.end]
        if token.pos_ in {"NOUN", "PROPN"} and (token.i not in owned or token.i in bodies)
    )
    return Description(
        noun=noun.noun,
        party=party or (served.party if served is not None else None),
        words=words - _PLAIN_ADJECTIVES - frozenset(noun.noun.split()),
        of=after,
        master=served.name if served is not None else None,
        sex=sex_of_noun(noun.noun),
    )


def _is_political_party(name: str) -> bool:
    known = naming(name)
    return known is not None and known.kind == "political_party"


def _definite(doc: Doc, phrase: Phrase, bearings: Bearings) -> bool:
    first = doc[phrase.start]
    if first.lower_ in _DEFINITE or first.text == "[":
        return True
    office = doc[phrase.start : phrase.end].text.lower()
    if office in office_words("national"):  # "Crown prince said"
        return True
    owner = bearings.at(phrase.start)
    if owner is None or owner.end >= phrase.end:
        return False
    # "GCC Secretary-General": a capital makes the office a name.
    following = doc[owner.end]
    return following.text in {"'s", "’s", "'", "’"} or following.text[:1].isupper()


def member_meant(wanted: Description, members: Sequence[Member], focus: Focus, token: int) -> Member | None:
    """The person a description means: by role first, then by how central they are; None where nobody fits.

    Somebody named only later fits when the description names their party or their very role.
    """
    best: tuple[bool, float, Member] | None = None
    bare = wanted.party is None and not wanted.words
    for member in members:
        fit = _fit(wanted, member)
        if fit <= 0:
            continue
        central = focus.standing(token, (member.name, member.kind))
        if central == 0 and (fit < 1 or not (wanted.party or wanted.words or len(wanted.noun) > 5)):
            continue
        if bare and focus.in_paragraph(token, (member.name, member.kind)):
            central *= _SAME_PARAGRAPH
        rank = (fit > _ALIKE, fit * (0.6 + central))
        if best is None or rank > best[:2]:
            best = (*rank, member)
    return best[2] if best is not None else None


def _fit(wanted: Description, member: Member) -> float:
    """How well a person fits a description: 1 for the very role, less for a like one, 0 for not at all."""
    if member.kind is not Kind.PERSON:
        return 0.0
    if wanted.sex and member.sure_of_sex and member.sex is not wanted.sex:
        return 0.0
    if member.name == wanted.master:
        return 0.0
    if wanted.party is not None and wanted.party not in {member.affiliation, member.party}:
        return 0.0
    top = role_fit(wanted, member)
    if top == 0 and wanted.noun in _LEADING and leader(member.name) is not None and _leads(member, wanted):
        top = _KNOWN_LEADER
    return top


def role_fit(wanted: Description, member: Member) -> float:
    """How well a person's own roles fit a description, their party aside: 0 to 1."""
    top = 0.0
    for role in member.roles:
        if role.past:
            continue
        fit = (
            1.0
            if _sexless(role.noun) == _sexless(wanted.noun)
            else _ALIKE
            if wanted.noun in alike(role.noun)
            else 0.0
        )
        if fit < 1 and role.noun.endswith(" " + wanted.noun):
            fit = 1.0
        elif fit < _VAGUER and wanted.noun.endswith(" " + role.noun):
            fit = _VAGUER
        own = set(role.text.lower().replace("’", " ").replace("'", " ").split())
        if wanted.of and (fit < 1 or 2 * len(wanted.of & own) < len(wanted.of)):
            continue
        missing = wanted.words - own
        top = max(top, fit * _OTHER_WORD ** len(missing))
    return top


def _sexless(noun: str) -> str:
    """A noun without what tells the sex: "spokeswoman" and "spokesperson" are one."""
    for ending in ("woman", "person", "man"):
        if noun.endswith(ending):
            return noun.removesuffix(ending)
    return noun


def _leads(member: Member, wanted: Description) -> bool:
    return not member.roles and (wanted.party is None or member.party == wanted.party)


def body_meant(doc: Doc, phrase: Phrase, focus: Focus, token: int) -> Resolution | None:
    """The organisation that "the ministry", "the company", "the group" means, or None."""
    if doc[phrase.start].lower_ not in {"the", "that", "this"} or phrase.end - phrase.start > 3:
        return None
    noun = doc[phrase.base_end - 1].lower_
    if phrase.base_end != phrase.end or not _bare(doc, phrase, noun):
        return None

    def fits(who: Resolution) -> float:
        words = set(who.name.lower().split())
        if noun in words and not who.plural and who.kind in {Kind.PLACE, Kind.ORGANISATION, Kind.GROUP}:
            return 1.5
        if who.kind not in {Kind.ORGANISATION, Kind.GROUP} or who.plural:
            return 0.0
        return 0.8 if _is_a(noun, who, words) else 0.0

    return focus.best(token, fits)


def _bare(doc: Doc, phrase: Phrase, noun: str) -> bool:
    """Whether a phrase is "the union", or with a word that says only what kind it is, "the trade union"."""
    size = phrase.end - phrase.start
    return size == _BARE or (
        size == _BARE + 1 and f"{doc[phrase.start + 1].lower_} {noun}" in office_words("kinds_of_bodies")
    )


def _is_a(noun: str, who: Resolution, words: set[str]) -> bool:
    kind = who.member.naming.kind if who.member is not None and who.member.naming is not None else ""
    public = bool(words & body_words("government")) or kind in {"country", "bloc"}
    if noun in _COMPANY:
        others = body_words("media") | body_words("union")
        return not public and kind in {"", "company"} and not words & others
    if noun in {"union", "unions"}:
        return kind == "union" or (not kind and bool(words & body_words("union")))
    if noun in {"bloc", "alliance"}:
        return kind == "bloc"
    if noun == "party":
        return kind == "political_party" or (
            not kind and not public and who.name.removeprefix("the ").isupper()
        )
    if noun in {"newspaper", "network", "broadcaster", "paper", "outlet"}:
        return kind == "media"
    return noun in _ANY_GROUP and kind not in {"country", "media"}
