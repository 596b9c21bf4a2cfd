"""The countries and organisations that a stretch of text names: in a phrase, before a noun, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from parley.findings.encounters.listing import listed_from
from parley.findings.encounters.naming import hyphenated
from parley.findings.encounters.pairs import actor_of
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, merged_actors
from parley.findings.people import Kind
from parley.language.syntax import relation
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words
from parley.vocabulary.geography import Form, naming

_HYPHENS = frozenset({"-", "–", "/"})
_JOINED = _HYPHENS | {"and"}
_CONVENING = frozenset(
    {"brokered", "led", "backed", "sponsored", "mediated", "hosted", "facilitated", "organised", "organized"}
)
_OF_REGIONS = (" american", " asian", " african", " european")
_PART_OF_WORLD = frozenset({"south", "latin", "central", "north", "pan"})
_BESIDE = ("post", "pre", "anti", "pro", "non")
_BESIDE_JOINED = ("post-", "pre-", "anti-", "pro-", "non-")
_BEFORE = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "HYPH"})


def parties_within(scene: Scene, start: int, end: int) -> list[Actor]:
    """The countries and organisations named in a phrase ("U.S. and Chadian officials")."""
    found: list[Actor] = []
    for entity in scene.entities_between(start, end):
        # "Said in Spanish" names a language.
        if entity.label_ == "NORP" and entity.start > 0 and scene.doc[entity.start - 1].lower_ == "in":
            continue
        if entity.end < len(scene.doc) and scene.doc[entity.end].text.startswith("$"):
            continue
        known = known_party(entity.text)
        if known is None and entity.label_ == "NORP" and entity.text.lower().endswith(_OF_REGIONS):
            continue
        member = scene.cast.at(scene.span(entity.start, entity.end)) if known is None else None
        if known is not None:
            found.append(Actor(known, known))
        elif member is not None and member.kind in {
            Kind.COUNTRY,
            Kind.ORGANISATION,
            Kind.GROUP,
        }:
            found.append(actor_of(member))
        elif entity.label_ == "GPE" and entity.root.tag_ != "JJ":
            found.append(Actor(entity.text, entity.text))
    for token in scene.doc[start:end]:
        if (
            not token.ent_type_
            and token.text[:1].isupper()
            and not (token.i and token.nbor(-1).lower_ == "in")
        ):
            known = known_party(token.text)
            if known is not None:
                found.append(Actor(known, known))
    return found


def known_party(words: str) -> str | None:
    """The party that words name, their article and possessive ending aside, or None."""
    text = words.strip()
    for ending in ("'s", "’s", "'", "’"):
        text = text.removesuffix(ending)
    known = naming(text.removeprefix("the ").removeprefix("The "))
    return known.party if known is not None else None


def parties_of_modifiers(scene: Scene, noun: Token) -> tuple[Actor, ...]:
    """Who stands before an encounter's noun ("U.S.-Chadian talks", "a NATO summit", "the Lund-Vega call")."""
    found: list[Actor] = [actor_of(member) for member in hyphenated(scene, noun)]
    found = found or _hyphened_parties(noun)
    if found:
        return merged_actors(found)
    for child in noun.lefts:
        if relation(child) in {"compound", "amod", "nmod"} or child.pos_ == "PROPN":
            for token in child.subtree:
                if token.i < noun.i and not encounter_words().has("parts.labels", token.nbor(1).lower_):
                    found.extend(_parties_of_word(token))
    return merged_actors(found)


def _hyphened_parties(noun: Token) -> list[Actor]:
    """The two or more parties that hyphens join before a noun ("the North Korea-U.S. summit"), or none."""
    doc, start = noun.doc, noun.i
    while start > 0 and (doc[start - 1].tag_ in _BEFORE or doc[start - 1].text in _JOINED):
        start -= 1
    parts: list[list[str]] = [[]]
    for token in doc[start : noun.i]:
        if token.text in _JOINED:
            parts.append([])
        else:
            parts[-1].append(token.text)
    if len(parts) < 2:
        return []
    parties = [_last_party(part) for part in parts[:-1]] + [_first_party(parts[-1])]
    found = [Actor(party, party) for party in parties if party is not None]
    return found if len(found) > 1 else []


def _last_party(words: list[str]) -> str | None:
    """The party that the last words name ("the third North Korea")."""
    return next(
        (known for size in (3, 2, 1) if (known := known_party(" ".join(words[-size:])))),
        None,
    )


def _first_party(words: list[str]) -> str | None:
    return next(
        (known for size in (3, 2, 1) if (known := known_party(" ".join(words[:size])))),
        None,
    )


def _is_convener(token: Token) -> bool:
    """Whether it only brings others together ("U.N.-brokered talks")."""
    following = token.doc[token.i + 1 : token.i + 3]
    hyphened = len(following) == 2 and following[0].text in _HYPHENS and following[1].lower_ in _CONVENING
    return hyphened or token.lower_.rpartition("-")[2] in _CONVENING


def _parties_of_word(token: Token) -> Iterable[Actor]:
    if token.i and token.nbor(-1).lower_ in _PART_OF_WORLD and token.lower_ == "american":
        return
    if _is_convener(token):
        return
    # A "post-G7 news conference" is not the G7's.
    hyphened = token.i > 1 and token.nbor(-1).text in _HYPHENS and token.nbor(-2).lower_ in _BESIDE
    if hyphened or token.lower_.startswith(_BESIDE_JOINED):
        return
    whole = naming(token.text)
    parts = [token.text] if whole is not None else token.text.replace("–", "-").split("-")
    for part in parts:
        known = naming(part)
        host = part.lower() in encounter_words().lists["hosts.cities"]
        if known is not None and known.form is not Form.CAPITAL and not host:
            yield Actor(known.party, known.party)


def _places_between(scene: Scene, first: int, last: int) -> set[str]:
    """The countries that a sentence names only as places ("in Norway and Chad")."""
    places: set[str] = set()
    for index in range(first, last - 1):
        if scene.doc[index].lower_ in {"in", "at", "near"}:
            for start, end in listed_from(scene.doc, index + 1):
                known = naming(scene.doc[start:end].text.removeprefix("the "))
                places |= {known.party} if known is not None and known.form is not Form.CAPITAL else set()
    return places


def two_parties(scene: Scene, token: Token, place: str) -> tuple[Actor, ...]:
    """The parties of bare "talks": the two that the sentence names, if it names two and no more."""
    first, last = scene.bounds_of[scene.sentence_of[token.i]]
    span = scene.span(first, last)
    found: dict[str, Actor] = {}
    for member in scene.cast.members:
        acting = member.kind in {Kind.COUNTRY, Kind.GROUP}
        if acting and any(place.overlaps(span) for place in member.mentions):
            party = member.party or actor_of(member).party
            found.setdefault(party, Actor(party, party))
    # "Chadian" of "the Chadian opposition" names no second side.
    if not any(member.kind is Kind.GROUP for member in scene.cast.members if (member.party or "") in found):
        for actor in parties_within(scene, first, last):
            found.setdefault(actor.name, actor)
    named = tuple(actor for actor in found.values() if actor.name not in place)
    where = _places_between(scene, first, last)
    return named if len(named) == 2 and not any(actor.name in where for actor in named) else ()


def named_within(scene: Scene, start: int, end: int) -> bool:
    """Whether tokens from `start` up to `end` name a person, a country or a nation."""
    return any(token.ent_type_ in {"PERSON", "GPE", "NORP"} for token in scene.doc[start:end])
