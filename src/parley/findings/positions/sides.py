"""Which names can be a side or a teller: countries, organisations, groups and bodies, not things or days."""

from __future__ import annotations

from collections import Counter

from parley.findings.encounters.scene import Scene
from parley.findings.people import Kind, Member
from parley.findings.people.cast import Cast
from parley.findings.positions.descriptions import LINKS, PARTICIPLES, described, for_people
from parley.vocabulary.geography import naming
from parley.vocabulary.inflections import base_forms
from parley.vocabulary.offices import singulars
from parley.vocabulary.sides import chambers, home_of_parties, parties_of_adjectives, side_words
from parley.vocabulary.stances import named_bodies, stance_words

_COLLECTIVE = frozenset({Kind.COUNTRY, Kind.ORGANISATION, Kind.GROUP})
_AFTER_OWNER = 3
_FEWEST_LETTERS = 3
_REALMS = frozenset({"kingdom", "the kingdom", "republic", "the republic", "sultanate", "emirate"})
_COUNTING = frozenset({"many", "most", "numerous", "several", "various"})
_SELVES = ("self", "selves")
_PEOPLE_OF = 2
_STEM = 4
_ADJECTIVE = ("an", "ese", "ish", "ic", "ern", "al")
_MINISTRY = 3


def known_side(scene: Scene, name: str) -> str | None:
    """A name as that of a side, or None where it names no country, organisation, group or body.

    A "Democratic Party" of another country than the United States keeps its name.

    Args:
        scene: the report.
        name: what the report calls the party.
    """
    side = _known(scene, name)
    home = home_of_parties().get(side) if side is not None else None
    return _of_elsewhere(scene, side, home) if side is not None and home is not None else side


def _of_elsewhere(scene: Scene, side: str, home: str) -> str:
    """A party by the fullest name the report gives it, where that is about other countries than its own."""
    members = [member for member in scene.cast.members if member.naming is not None]
    countries = {one.naming.party for one in members if one.naming and one.naming.kind == "country"}
    if not countries or home in countries:
        return side
    named = [
        mention.of(scene.doc.text)
        for one in members
        if one.naming is not None and one.naming.party == side
        for mention in one.mentions
    ]
    return max(named, key=lambda words: len(words.split()), default=side)


def _known(scene: Scene, name: str) -> str | None:
    """A name as that of a side, parties by the record's names.

    "The commission's engineers" are the commission's, where the report names that body.

    Args:
        scene: the report.
        name: what the report calls the party.
    """
    whole = _bare(name)
    name = _uncounted(whole)
    first = whole.split()[0].lower() if whole.split() else ""
    if (name != whole or first in side_words("some_of")) and _is_party(name.split()[-1]):
        return whole  # "three Democrats" are not the Democrats
    if name.lower() in side_words("nobody") or _is_text(name) or name.lower().endswith(PARTICIPLES):
        return None
    if name.lower() in _REALMS:
        return _realm(scene)
    party = parties_of_adjectives().get(name.lower()) or _party_of_its_board(scene.cast, name)
    if party is not None:
        return party
    person = scene.cast.named(name)
    if person is not None and person.kind is Kind.PERSON:
        return person.party
    owner, _, owned = name.replace("'s ", "’s ").partition("’s ")
    if owned:
        body = None if _against_it(owned) else _side_named(scene, owner)
        return body if body is not None else described(name)
    person = _person_in(scene, name)
    if person is not None:
        return person.party
    country = country_of_ministry(scene, name)
    if country is not None:
        return country
    if name.lower() in chambers():
        return chambers()[name.lower()]
    return _side_named(scene, name) or _people_of_body(scene.cast, name) or described(name)


def _is_party(name: str) -> bool:
    """Whether a name is that of a political party."""
    known = naming(name)
    return known is not None and known.kind == "political_party"


def _bare(name: str) -> str:
    """A name without the pronoun that only stresses it ("Ida Lund herself")."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].lower().endswith(_SELVES) else name


def _realm(scene: Scene) -> str | None:
    """The country that "the Kingdom" means: the one that a report names most."""
    counted = Counter[str]()
    for member in scene.cast.members:
        if member.naming is not None and member.naming.kind == "country":
            counted[member.naming.party] += len(member.mentions)
    ranked = counted.most_common(2)
    alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
    return ranked[0][0] if alone else None


def _party_of_its_board(cast: Cast, name: str) -> str | None:
    """The political party that a report names most, for "the party leadership"; else None."""
    words = name.lower().split()
    if len(words) != _PEOPLE_OF or words[0] != "party" or words[1] not in side_words("party_bodies"):
        return None
    named = [member for member in cast.members if _is_political_party(member)]
    ranked = sorted(named, key=lambda member: -len(member.mentions))
    alone = len(ranked) == 1 or (len(ranked) > 1 and len(ranked[0].mentions) > len(ranked[1].mentions))
    return (ranked[0].party or ranked[0].name) if alone else None


def _is_political_party(member: Member) -> bool:
    known = member.naming is not None and member.naming.kind == "political_party"
    return known or (member.kind in _COLLECTIVE and "party" in member.name.lower().split())


def _uncounted(name: str) -> str:
    """A name without the word that only says how many there are ("many developing countries")."""
    first, _, rest = name.partition(" ")
    if naming(name) is not None:
        return name  # "Least Developed Countries"
    counts = first.lower() in _COUNTING or first.isdigit() or first.lower() in side_words("numbers")
    return _uncounted(rest) if rest and counts and for_people(name.split()[-1].lower()) else name


def _is_text(name: str) -> bool:
    """Whether a name is that of a document ("Security Council Resolution 2254"), which is no side."""
    words = [word.lower() for word in name.split() if word.isalpha()]
    return len(name.split()) > 1 and bool(words) and words[-1] in side_words("texts")


def _against_it(owned: str) -> bool:
    """Whether the people of a body are a side of their own ("drivers" of a railway)."""
    words = owned.lower().split()
    link = next((number for number, word in enumerate(words) if word in LINKS), len(words))
    last = words[max(link, 1) - 1]
    own = stance_words("own_people") | side_words("private")
    return bool({last, singulars().get(last, last), *base_forms(last)} & own)


def country_of_ministry(scene: Scene, name: str) -> str | None:
    """The country whose ministry a name without one means, of the two that a report names most.

    A state with departments has no ministries, so that in talks between it and another the other is meant.
    """
    words = set(name.lower().split())
    if "ministry" not in words or len(words) > _MINISTRY or naming(name) is not None:
        return None
    counted = Counter[str]()
    for member in scene.cast.members:
        known = naming(member.party) if member.party else None
        if known is not None and known.kind == "country":
            counted[known.party] += len(member.mentions)
    leading = [country for country, _ in counted.most_common(2)]
    meant = [country for country in leading if country not in stance_words("with_departments")]
    return meant[0] if len(meant) == 1 else None


def _people_of_body(cast: Cast, name: str) -> str | None:
    """The one organisation whose people a name describes ("union negotiators")."""
    words = name.split()
    telling = named_bodies(words[0].lower()) if len(words) == _PEOPLE_OF and for_people(words[1]) else None
    meant = [
        member
        for member in cast.members
        if telling and member.kind in _COLLECTIVE and telling & set(member.name.lower().split())
    ]
    most = max(meant, key=lambda member: len(member.mentions), default=None)
    return (most.party or most.name) if most is not None else None


def _person_in(scene: Scene, name: str) -> Member | None:
    """The person whose name a name ends with ("finance minister Ana Ruiz"), or None."""
    people = (member for member in scene.cast.members if member.kind is Kind.PERSON and " " in name)
    return next((member for member in people if name.endswith(" " + member.name)), None)


def known_teller(scene: Scene, name: str) -> bool:
    """Whether a name can be that of somebody who tells: anybody with a name, people and bodies."""
    if scene.cast.named(name) is not None or naming(name) is not None:
        return True
    words = [word.strip(",") for word in name.split()]
    named = len(words) > 1 and any(word[:1].isupper() for word in words[1:])
    return named or any(word.lower() in stance_words("tellers") or for_people(word.lower()) for word in words)


def acts_as_country(scene: Scene, name: str) -> bool:
    """Whether a report gives an unknown name the offices of a state ("Ruritania's president")."""
    member = scene.cast.named(name)
    if member is None or member.party or member.role or " " in name:
        return False
    return _holds_offices(scene, member)


def _holds_offices(scene: Scene, member: Member) -> bool:
    offices = stance_words("state_offices")
    doc = scene.doc
    for token in doc:
        if token.text != member.name or token.i + 1 >= len(doc):
            continue
        following = doc[token.i + 2 : token.i + 2 + _AFTER_OWNER] if token.nbor().tag_ == "POS" else ()
        if any(word.lower_ in offices for word in following):
            return True
    return False


def _side_named(scene: Scene, name: str) -> str | None:
    known = naming(name) or (naming(name.title()) if name.isupper() else None)
    if known is not None:
        return None if known.kind == "media" else known.party
    member = _spelled_out(scene.cast, name) or scene.cast.named(name)
    if member is not None and name[:1].isupper():
        if member.kind is Kind.GROUP and member.naming is None and " " not in name:
            return _of_people(scene.cast, name)
        if member.kind in _COLLECTIVE and not _is_text(member.name):
            return member.party or member.name
        if acts_as_country(scene, name):
            return name
    if any(name in {other.party, other.affiliation} for other in scene.cast.members) and name[:1].isupper():
        return name
    return _body_named(scene.cast, name)


def _of_people(cast: Cast, name: str) -> str | None:
    """The place or body of which a people's name is made ("Okinawan" of Okinawa); None for an adjective.

    "Rebels" in capitals and the like, which are nouns, stay as they are.
    """
    if not name.lower().endswith(_ADJECTIVE):
        return name
    stem = name.lower().rstrip("s")
    made = (
        member
        for member in cast.members
        if member.name != name and len(member.name) >= _STEM and member.kind is not Kind.PERSON
        if stem.startswith(member.name.lower().rstrip("aeo"))
        or member.name.lower().startswith(stem.removesuffix("ic"))
    )
    found = next(made, None)
    return (found.party or found.name) if found is not None else None


def _spelled_out(cast: Cast, name: str) -> Member | None:
    """The one body of which a name gives the first letters ("the TUF" for "Transport Union of Fiji")."""
    meant = [
        member for member in cast.members if member.kind in _COLLECTIVE and is_short_for(name, member.name)
    ]
    return meant[0] if len(meant) == 1 else None


def is_short_for(letters: str, name: str) -> bool:
    """Whether letters are the first ones of the words of a name."""
    if not letters.isupper() or len(letters) < _FEWEST_LETTERS:
        return False
    words = [word for word in name.replace("-", " ").split() if word[:1].isupper()]
    return "".join(word[0] for word in words) == letters


def _body_named(cast: Cast, noun: str) -> str | None:
    """The one organisation that a bare noun can mean ("the commission")."""
    meant = [
        member.party or member.name
        for member in cast.members
        if member.kind is Kind.ORGANISATION and noun.lower() in member.name.lower().split()
        if member.naming is None or member.naming.kind != "armed_group"
    ]
    return meant[0] if len(meant) == 1 and noun.lower() in stance_words("bodies") else None
