"""The sides that the words for them mean: names, lists of names, groups that are only described."""

from __future__ import annotations

from collections.abc import Iterable

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.people import Kind, Member
from parley.findings.positions.filled import Framed
from parley.findings.positions.homes import at_home
from parley.findings.positions.sides import acts_as_country
from parley.language.syntax import case_of, known_lemma, noun_phrase, passive, relation, subject
from parley.language.tree import Span, Token
from parley.vocabulary.geography import naming
from parley.vocabulary.issues import names_issue
from parley.vocabulary.offices import Standing, singulars, standings
from parley.vocabulary.sides import side_words
from parley.vocabulary.stances import stance_words

LONGEST = 7
_MANY = frozenset({"many", "several", "other", "some", "most", "few", "more", "various", "all"})
_BETWEEN = frozenset({",", "(", ")"})
_LONGEST_LIST = 30
# ", for the G-77": so many tokens tell that a group comes.
_GROUP_BEHIND = 5
_CLAUSE = 5
_LEADERS = 2
_UNTOLD = frozenset({"DET", "NUM", "SPACE"})
_OF_ANOTHER = frozenset({"compound", "amod", "nmod", "flat"})
_OF_A_LIST = frozenset({"PROPN", "NOUN", "DET", "ADJ", "CCONJ", "PRON", "NUM"})


def sides(scene: Scene, found: Iterable[Actor]) -> tuple[str, ...]:
    """The sides that actors belong to, each once, in order."""
    return tuple(dict.fromkeys(side for actor in found if (side := side_of(scene, actor)) is not None))


def side_of(scene: Scene, actor: Actor) -> str | None:
    """The side somebody belongs to; None for people who speak for nobody, for media and onlookers."""
    if actor.person and actor.party == actor.name:
        official = scene.cast.named(actor.name)
        if official is not None and (home := at_home(scene, official)) is not None:
            return home
        return actor.name if acts_as_country(scene, actor.name) else None
    member = scene.cast.named(actor.name)
    if member is not None and member.kind is Kind.ORGANISATION and member.party is None:
        return None
    if actor.person and member is not None and private(member):
        return None
    known = naming(actor.party)
    if known is not None:
        return None if known.kind == "media" else known.party
    name = actor.party.removeprefix("the ").removeprefix("The ")
    if onlooker(name) or (name.islower() and names_issue([name])):
        return None
    return name


def private(member: Member) -> bool:
    """Whether somebody speaks for nobody by all that a report says of them ("a scientist of the bank")."""
    nouns = [role.noun for role in member.roles if not role.past]
    return bool(nouns) and all(standings().get(noun) is Standing.PRIVATE for noun in nouns)


def onlooker(name: str) -> bool:
    """Whether a name is one for people who watch and speak, but are no side."""
    last = name.lower().split()[-1] if name else ""
    known = stance_words("onlookers")
    return singulars().get(last, last.removesuffix("s")) in known or last in known


def nameless(scene: Scene, head: Token) -> tuple[str, ...]:
    """The side of a group that the report only describes ("the teachers", "lawmakers"), in its words."""
    words = _before_comma(noun_phrase(head), head)
    if len(words) > LONGEST:
        words = head.doc[words.start : head.i + 1]
    bare = words.text.removeprefix("The ").removeprefix("the ")
    if words[0].tag_ == "PRP$":
        return ()
    for name in (bare, bare.title() if bare.isupper() else head.text):
        named = naming(name)
        if named is not None and head.pos_ == "PROPN":
            return (named.party,) if named.kind != "media" else ()
    bodies = stance_words("animate") | stance_words("bodies") | stance_words("vague")
    lemma = singular(head, bodies)
    plural = head.tag_ == "NNS" and _animate(lemma)
    if not (plural or lemma in stance_words("bodies")) or words[0].lower_ in {"any", "no", "such", "these"}:
        return ()
    vague = lemma in stance_words("vague") and not any(
        relation(child) in {"amod", "compound", "nmod"} and child.lower_ not in _MANY for child in head.lefts
    )
    watching = onlooker(bare) or lemma in stance_words("onlookers")
    return (bare,) if len(words) <= LONGEST and not vague and not watching else ()


def with_its_name(head: Token) -> str:
    """A plural noun for people with the name right before it ("FARC rebels"), or the noun alone."""
    if relation(head) == "compound" and head.tag_ == "NN":
        body = known_lemma(head, stance_words("bodies")) in stance_words("bodies")
        return head.text if body else f"{head.text}s"  # "consumer demands" are the consumers'
    before = head.doc[max(0, head.i - 1)]
    named = before.pos_ == "PROPN" and before.head.i == head.i and relation(before) in {"compound", "nmod"}
    return head.doc[before.i : head.i + 1].text if named else head.text


def _before_comma(words: Span, head: Token) -> Span:
    """A noun phrase without what is set off behind it ("the dockers, one of the oldest guilds")."""
    comma = next((word.i for word in words if word.text == "," and word.i > head.i), words.end)
    return head.doc[words.start : comma]


def animate(head: Token) -> bool:
    """Whether a noun is one for people or bodies of people, in any number."""
    bodies = stance_words("animate") | stance_words("bodies") | stance_words("vague")
    return _animate(singular(head, bodies))


def singular(head: Token, known: frozenset[str]) -> str:
    """The singular of a noun for people: as the vocabulary has it, one of the known words, or by rule."""
    word = head.lower_
    if head.tag_ == "NNS" and word.endswith("men"):
        return word.removesuffix("men") + "man"
    return singulars().get(word, known_lemma(head, known | side_words("private")))


def _animate(noun: str) -> bool:
    """Whether a noun is one for people or bodies of people."""
    if noun in stance_words("inanimate") or noun in side_words("things"):
        return False
    known = noun in standings() or noun in stance_words("animate") | stance_words("bodies")
    known = known or noun in side_words("private")
    return known or (noun.endswith(tuple(stance_words("animate_endings"))) and not noun.endswith("ment"))


def named_after(scene: Scene, head: Token) -> tuple[str, ...]:
    """The countries named after a noun that stands for them ("its allies Chad and Niger", "rival Chad")."""
    if head.tag_ not in {"NNS", "NN"} or head.ent_type_ or head.i + 1 >= len(head.doc):
        return ()
    following = _behind(head)
    if following is None:
        return ()
    if head.tag_ == "NN" and head.lower_ not in side_words("epithets"):
        return ()
    if following.ent_type_ != "GPE" or _begins_something_else(following, head):
        return ()
    return sides(scene, actors(scene, following))


def _behind(head: Token) -> Token | None:
    """The word behind a noun, or behind both its halves ("co-hosts Chad and Niger")."""
    after = head.doc[head.i + 1 : head.i + 4]
    if len(after) == 3 and after[0].text == "-" and after[1].tag_ == "NNS":
        return after[2]
    return after[0] if len(after) else None


def _begins_something_else(name: Token, noun: Token) -> bool:
    """Whether a name after a noun begins something else."""
    both = name.head.i == noun.head.i and relation(name) == relation(noun) == "nsubj"
    halves = relation(name) == "appos" and name.head.i == name.i - 1
    return not both and not halves and name.head.i != noun.i and name.head.head.i != noun.i


def listed(scene: Scene, one: Framed) -> tuple[str, ...]:
    """The names of a list that stands right before the verb ("the U.S., its allies and Iran seek ...")."""
    if one.frame.category == "noun" or passive(one.predicate):
        return ()
    doc = one.predicate.doc
    start, _ = scene.bounds_of[scene.sentence_of[one.predicate.i]]
    index = one.predicate.i - 1
    while index > start and doc[index].pos_ in {"AUX", "ADV", "PART"}:
        index -= 1
    last = index
    while index >= start and (doc[index].pos_ in _OF_A_LIST or doc[index].text in _BETWEEN):
        index -= 1
    run = doc[index + 1 : last + 1]
    if doc[index].lower_ == "by":  # "Chad, backed by Niger and Mali, proposed": those stand for themselves
        return ()
    if len(run) > _LONGEST_LIST or not any(token.lower_ == "and" for token in run[:-1]):
        return ()
    return enumerated(scene, run)


def enumerated(scene: Scene, run: Span) -> tuple[str, ...]:
    """The names of a list; a group instead of who speaks for it ("Fiji, for the islands, and Peru")."""
    found: list[str] = []
    for entity in run.ents:
        name = entity.root
        spoken = _speaks_for_next(entity)
        if entity.label_ not in {"GPE", "ORG"} or spoken:
            continue
        behind = run.doc[max(0, entity.start - 2) : entity.start]
        of_group = any(token.lower_ == "for" for token in behind)
        alone = relation(name) not in _OF_ANOTHER or _set_apart(entity)
        if of_group or alone or (relation(name) == "nmod" and case_of(name) == "including"):
            found.extend(sides(scene, actors(scene, name)))
    return tuple(dict.fromkeys(found))


def _set_apart(name: Span) -> bool:
    """Whether commas set a name apart as a member of a list, whatever the parse made of it."""
    doc = name.doc
    if name.start == 0 or name.end >= len(doc):
        return False
    return doc[name.start - 1].text == "," and doc[name.end].lower_ in {",", "and"}


def _speaks_for_next(name: Span) -> bool:
    """Whether ", for" and a group come after a name in a list ("Fiji, for the islands")."""
    after = name.doc[name.end : name.end + _GROUP_BEHIND]
    if len(after) < _GROUP_BEHIND or after[0].text != "," or after[1].lower_ != "for":
        return False
    return any(token.ent_type_ == "ORG" or token.text.isupper() for token in after[2:])


def subject_owning(owner: Token) -> Token | None:
    """The named subject of the clause in which "their" stands ("the Danes kept their pledge"), or None."""
    if owner.lower_ not in {"their", "its"} or owner.tag_ != "PRP$":
        return None
    plural = owner.lower_ == "their"
    current = owner.head
    for _ in range(_CLAUSE):
        told = (current, *(child for child in current.children if child.pos_ == "AUX"))
        verbal = current.pos_ in {"VERB", "AUX", "ADJ"}
        bearer = next((found for one in told if (found := subject(one))), None) if verbal else None
        if bearer is not None and bearer.i < owner.i and bearer.pos_ in {"PROPN", "NOUN", "ADJ"}:
            many = bearer.tag_ in {"NNS", "NNPS"} or bearer.pos_ == "ADJ" or bearer.ent_type_ == "NORP"
            several = any(relation(child) == "conj" for child in bearer.children)
            return bearer if (many or several) is plural and (bearer.ent_type_ or animate(bearer)) else None
        if current.head.i == current.i or relation(current) in {"ccomp", "advcl", "parataxis"}:
            return None
        current = current.head
    return None


def faction_of(scene: Scene, head: Token) -> tuple[str, ...]:
    """The rebels or opposition whose people a noun means, where it says so ("rebel leaders in Chad")."""
    if not any(child.lower_ in side_words("factions") for child in head.lefts) or head.ent_type_:
        return ()
    phrase = noun_phrase(head)
    meant = scene.cast.resolve(scene.span(phrase.start, phrase.end))
    if meant.on_behalf_of:
        return (meant.on_behalf_of,) if "; " not in meant.on_behalf_of else ()
    return _faction_named(head) if head.lower_ in side_words("figures") else ()


def _faction_named(head: Token) -> tuple[str, ...]:
    """The faction in the words before a noun for one of its people ("a top Syrian opposition figure")."""
    faction = next(child for child in head.lefts if child.lower_ in side_words("factions"))
    before = head.doc[max(0, faction.i - 1)]
    whose = before.i < faction.i and before.ent_type_ in {"NORP", "GPE"} and before.tag_ != "POS"
    return (head.doc[before.i if whose else faction.i : faction.i + 1].text,)


def of_continent(head: Token, found: tuple[str, ...]) -> tuple[str, ...]:
    """Leaders or states of a part of the world ("European leaders"), in the report's words; else empty.

    Args:
        head: the noun for them, or the name of that part itself.
        found: the sides that the words seem to name.
    """
    parts = side_words("continents")
    if not (found[:1] and found[0] in parts) and (found or not animate(head)):
        return ()
    if not found and not any(child.text in parts for child in head.lefts):
        return ()
    if any(True for token in head.subtree if token.i > head.i and token.ent_type_ in {"NORP", "LOC"}):
        return found  # "the presidents of the South American countries"
    words = [token.text for token in noun_phrase(head) if token.i <= head.i and token.pos_ not in _UNTOLD]
    size = _LEADERS + (" ".join(words[-_LEADERS - 1 : -1]) in parts)  # "South American leaders"
    return (" ".join(words[-size:]).replace(" ’s", "’s"),)


def delegates(scene: Scene, head: Token) -> tuple[str, ...]:
    """Those in a list who speak for a group named behind them, not for themselves."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    names = [name for name in scene.doc.ents if start <= name.start < end and _speaks_for_next(name)]
    known = (naming(name.text) for name in names)
    return tuple(one.party for one in known if one is not None)


def included(scene: Scene, head: Token) -> tuple[str, ...]:
    """The names behind "several parties, including": they are who is meant."""
    doc = head.doc
    far = head.subtree if head.tag_ == "NNS" and animate(head) else doc[head.i + 1 : head.i + 3]
    opening = next((token for token in far if token.lower_ == "including" and token.i > head.i), None)
    if head.tag_ != "NNS" or opening is None:
        return ()
    end = opening.i + 1
    while end < len(doc) and doc[end].pos_ not in {"VERB", "AUX"} and doc[end].text not in {".", ";"}:
        end += 1
    return enumerated(scene, doc[opening.i + 1 : end])
